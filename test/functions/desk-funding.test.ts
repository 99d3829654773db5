import { readXlsx } from 'hucre/xlsx';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { fault } from '#src/cases/review.ts';
import { financing } from '../funding/world.ts';
import { type Desk, openDesk } from '../office.ts';
import { newStaff, type SignedInStaff } from '../staff.ts';
import type { Tree } from '../submissions.ts';
import { page, press, see } from './desk.ts';
import { act, linkOf, lookPage, type Receipt, receiptOf, send, textOf } from './knock.ts';

let desk: Desk;
let dispatcher: SignedInStaff;
let officer: SignedInStaff;
let stranger: SignedInStaff;
let auditor: SignedInStaff;
beforeAll(async () => {
  desk = await openDesk();
  desk.at('2020-03-20T02:00:00.000Z');
  dispatcher = await newStaff(desk, { role: 'dispatcher', department: 'economy', name: '陈调度' });
  officer = await newStaff(desk, { role: 'officer', department: await handlerOf(), name: '李办' });
  stranger = await newStaff(desk, { role: 'officer', department: 'law' });
  auditor = await newStaff(desk, { role: 'auditor' });
});
afterAll(() => desk.stop());

const plain = ({ number }: Receipt) => number.replaceAll('-', '');
const ask = async (set: Tree = {}, amount = 300): Promise<Receipt> => {
  desk.pass(1000);
  return receiptOf(await send('financing', financing(amount, set)));
};
const rowOf = async (receipt: Receipt) => {
  const row = await desk.app.office.store.caseByNumber(plain(receipt));
  if (!row) throw new Error(receipt.number);
  return row;
};
const handlerOf = async () => (await rowOf(await ask())).handler;
const eventsOf = async (receipt: Receipt) => {
  const row = await rowOf(receipt);
  expect(await fault(desk.app.office, row)).toBeNull();
  return (await desk.app.office.store.events(row.id)).map(event => event.kind);
};
const hidden = (html: string, name: string): string =>
  new RegExp(`name="${name}" value="([^"]*)"`).exec(html)?.[1] ?? '';

/** Sends one of the forms of a case's page, as it stands now. */
const record = async (receipt: Receipt, set: Record<string, string>, who = dispatcher) => {
  const path = `/desk/funding/${plain(receipt)}/`;
  const at = hidden(await page(dispatcher, path), '_at');
  return press(who, path, {
    _at: at,
    _form: 's0',
    bank: '示范银行东区支行',
    day: '2020-03-20',
    amount: '',
    ...set,
  });
};
const pass = (receipt: Receipt, bank = '示范银行东区支行') => record(receipt, { _form: 'pass', bank });

describe('who may', () => {
  test('officers see the cases that their department leads; others none; an auditor only looks', async () => {
    const name = '看得见铸造厂';
    const receipt = await ask({ enterprise: { ...(financing().enterprise as Tree), name } });
    const path = `/desk/funding/${plain(receipt)}/`;
    for (const who of [dispatcher, officer, auditor])
      expect(textOf(await page(who, '/desk/funding/'))).toContain(name);
    expect(textOf(await page(stranger, '/desk/funding/'))).not.toContain(name);
    expect((await see(stranger, path)).status).toBe(404);
    expect((await see(null, path)).status).toBe(303);
    expect(await page(auditor, path)).not.toContain('<form method="post" action="/desk/funding/');
    expect((await record(receipt, { step: 'approval' }, auditor)).status).toBe(403);
    expect((await see(auditor, '/desk/hand-over/')).status).toBe(403);
    const liaison = await newStaff(desk, { role: 'liaison', areas: ['east'] });
    for (const at of ['/desk/funding/', path, '/desk/hand-over/'])
      expect([at, (await see(liaison, at)).status]).toEqual([at, 403]);
    expect((await record(receipt, { _form: 'pass', _csrf: 'x' })).status).toBe(403);
    expect(await eventsOf(receipt)).toEqual(['received']);
  });
});

describe('one case', () => {
  test('passed, approved, paid out: on the page, in the sums, and to the enterprise', async () => {
    const receipt = await ask({}, 512);
    expect((await pass(receipt)).headers.get('location')).toContain('done=done');
    expect((await record(receipt, { step: 'approved', amount: '500' })).status).toBe(303);
    expect((await record(receipt, { step: 'disbursed', amount: '120.5万' })).status).toBe(303);
    const text = textOf(await page(dispatcher, `/desk/funding/${plain(receipt)}/`));
    expect(text).toContain('要512万元，批复500万元，放款120.5万元，批了还没放379.5万元');
    const told = textOf(await (await lookPage(linkOf(receipt))).text());
    expect(told).toContain('融资：需求已转给示范银行东区支行');
    expect(told).toContain('融资：示范银行东区支行放款120.5万元');
    const list = textOf(await page(dispatcher, '/desk/funding/?stage=disbursed'));
    expect(list).toMatch(/合计（登记的全部） 1 512 500 120.5 0/);
    expect(await eventsOf(receipt)).toEqual(['received', 'funding', 'funding', 'funding']);
  });

  test('what is wrong comes back with what was typed; what may not be is refused in words', async () => {
    const receipt = await ask();
    await pass(receipt);
    const wrong = await record(receipt, { step: 'approved', amount: '0', day: '2020-03-21', note: '<b>' });
    const html = await wrong.text();
    expect([wrong.status, html]).toEqual([422, expect.stringContaining('金额要大于0')]);
    expect(html).toContain('在今天以后');
    expect(html).toContain('&lt;b&gt;');
    const much = await record(receipt, { step: 'approved', amount: '301' });
    expect([much.status, textOf(await much.text())]).toEqual([409, expect.stringContaining('请写一句说明')]);
    expect((await record(receipt, { step: 'approved', amount: '301', note: '追加' })).status).toBe(303);
    const over = await record(receipt, { step: 'disbursed', amount: '301.01' });
    expect(textOf(await over.text())).toContain('放款加起来比批复多');
    const stale = await record(receipt, { step: 'disbursed', amount: '1', _at: '2' });
    expect([stale.status, textOf(await stale.text())]).toEqual([
      409,
      expect.stringContaining('刚才有人先记了'),
    ]);
    const phone = await record(receipt, { _form: 'pass', bank: '王经理13800138000' });
    expect([phone.status, textOf(await phone.text())]).toEqual([422, expect.stringContaining('不写电话')]);
  });

  test('a note is for officers: the enterprise never reads it', async () => {
    const receipt = await ask();
    await pass(receipt);
    await record(receipt, { step: 'declined', note: '征信有逾期记录' });
    expect(textOf(await page(dispatcher, `/desk/cases/${plain(receipt)}/`))).toContain('征信有逾期记录');
    expect(await (await lookPage(linkOf(receipt))).text()).not.toContain('征信有逾期');
  });
});

describe('handing over to a bank', () => {
  const give = (bank: string, receipts: readonly Receipt[], who = dispatcher) =>
    press(who, '/desk/hand-over/', {
      bank,
      ...Object.fromEntries(receipts.map(one => [`n.${plain(one)}`, 'on'])),
    });
  const rowsOf = async (response: Response) => {
    const book = await readXlsx(new Uint8Array(await response.arrayBuffer()));
    return (book.sheets[0]?.rows ?? []) as readonly (readonly unknown[])[];
  };

  test('only those who agreed, only what they agreed to, each told to its enterprise', async () => {
    const [yes, no] = [
      await ask({
        collateral: '=HYPERLINK("http://x")',
        note: '请保密的补充说明',
        hotlineTicket: '20200320001',
      }),
      await ask({ passToBanks: false }),
    ];
    const bank = '农商行高新支行';
    const html = await page(dispatcher, `/desk/hand-over/?bank=${encodeURIComponent(bank)}`);
    expect([html.includes(plain(yes)), html.includes(plain(no))]).toEqual([true, false]);
    const sheet = await give(bank, [yes, no]);
    expect(sheet.headers.get('content-type')).toContain('spreadsheetml');
    expect(sheet.headers.get('cache-control')).toBe('no-store');
    const rows = await rowsOf(sheet);
    expect(rows).toHaveLength(2);
    expect(rows[1]?.[0]).toBe(yes.number);
    expect(rows[1]).toEqual(expect.arrayContaining(['13800138000', '=HYPERLINK("http://x")']));
    expect(JSON.stringify(rows)).not.toMatch(/请保密|20200320001/);
    expect([await eventsOf(yes), await eventsOf(no)]).toEqual([['received', 'funding'], ['received']]);
    expect(textOf(await (await lookPage(linkOf(yes))).text())).toContain(`融资：需求已转给${bank}`);
    expect((await give(bank, [yes])).status).toBe(200);
    expect(textOf(await (await lookPage(linkOf(yes))).text())).toContain(`又发给${bank}一次`);
  });

  test('consent that is taken back stops it, and so does withdrawing the case', async () => {
    const [changed, gone] = [await ask(), await ask()];
    const link = linkOf(changed);
    const row = await rowOf(changed);
    const { amount, purpose, kind } = JSON.parse(row.answers);
    const answers = financing(300, { amount, purpose, kind, passToBanks: false });
    const done = await act('change', { ...link, answers });
    expect([done.status, JSON.parse((await rowOf(changed)).answers).passToBanks]).toEqual([200, false]);
    expect((await act('withdraw', linkOf(gone))).status).toBe(200);
    const refused = await give('农商行', [changed, gone]);
    expect([refused.status, textOf(await refused.text())]).toEqual([
      422,
      expect.stringContaining('没有转出'),
    ]);
    expect(await eventsOf(changed)).toEqual(['received', 'changed']);
  });

  test('an officer gives only what their department leads', async () => {
    const receipt = await ask();
    expect((await give('农商行', [receipt], stranger)).status).toBe(422);
    expect((await give('农商行', [receipt], auditor)).status).toBe(403);
    expect(await eventsOf(receipt)).toEqual(['received']);
    expect((await give('农商行', [receipt], officer)).status).toBe(200);
  });
});

describe('days later', () => {
  test('followed by whoever says so; overdue on top', async () => {
    const receipt = await ask();
    expect((await record(receipt, { _form: 'follow', until: '2020-03-19' })).status).toBe(422);
    expect((await record(receipt, { _form: 'follow', until: '2020-03-21' })).status).toBe(303);
    desk.at('2020-03-24T02:00:00.000Z');
    const later = await newStaff(desk, { role: 'dispatcher', department: 'economy' });
    const text = textOf(await page(later, '/desk/funding/?due=now'));
    expect(text).toContain('该跟进，已过3天 · 陈调度跟进');
    expect(await (await lookPage(linkOf(receipt))).text()).not.toContain('跟进融资');
  });
});
