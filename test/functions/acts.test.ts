import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { answer } from '#src/cases/act.ts';
import { eventMac } from '#src/cases/chain.ts';
import { makeNumber } from '#src/cases/number.ts';
import { fault } from '#src/cases/review.ts';
import { StoreUnavailable } from '#src/cases/store.ts';
import { allCases, type Desk, openDesk } from '../office.ts';
import { materials } from '../submissions.ts';
import {
  act,
  actPage,
  linkOf,
  look,
  lookPage,
  passIn,
  type Receipt,
  receiptOf,
  send,
  textOf,
} from './knock.ts';

let desk: Desk;
let receipt: Receipt;
beforeEach(async () => {
  desk = await openDesk();
  desk.at('2026-03-20T02:00:00.000Z');
  receipt = await receiptOf(await send('materials', materials({ note: '说明在此' })));
});
afterEach(() => desk.stop());

const minutes = 60_000;
const days = 24 * 60 * minutes;
const mine = () => linkOf(receipt);
const reply = (text: unknown) => act('reply', { ...mine(), text });
const answered = (text = '请来领取') => answer(desk.app.office, mine().number, text, '李办');
const row = async () => {
  const [found] = await allCases(desk);
  if (!found) throw new Error('no case');
  return found;
};
const kinds = async () => (await desk.app.office.store.events((await row()).id)).map(event => event.kind);
const page = async () => (await lookPage(mine())).text();
/** Presses a button of the case's page. */
const press = async (name: string, fields: Record<string, string> = {}) =>
  actPage(name, { _pass: passIn(await page()), ...fields });

describe('Who may act: as at tracking', () => {
  const every = ['reply', 'withdraw', 'confirm', 'rate', 'erase', 'change'];
  const fields = { text: '补充', solved: true, grade: 'good' };

  test.each(every)(
    '%s: number and password, or the link; a wrong one and an unknown number are told alike',
    async name => {
      const unknown = makeNumber(new Date('2026-03-20T02:00:00Z'), 42);
      const wrong = [
        { number: receipt.number, pin: receipt.pin === '000000' ? '1' : '000000' },
        { number: unknown, pin: '123456' },
        { number: receipt.number, token: 'x' },
        { number: 'x', token: 'x' },
      ];
      const told = await Promise.all(
        wrong.map(async who => {
          const answer = await act(name, { ...fields, ...who });
          return [answer.status, JSON.parse(await answer.text()).type];
        }),
      );
      expect(told).toEqual(Array(4).fill([404, '/problems/#wrong-password']));
      expect(await kinds()).toEqual(['received']);
      const missing = await act(name, fields);
      expect([missing.status, await missing.text()]).toEqual([422, expect.stringContaining('/pin')]);
    },
  );

  test('wrong passwords count together with those of tracking, and past five the form waits, the link does not', async () => {
    const wrong = { number: receipt.number, pin: receipt.pin === '000000' ? '1' : '000000' };
    for (const name of ['reply', 'rate', 'erase']) await act(name, { ...fields, ...wrong });
    for (let n = 0; n < 2; n++) await look(wrong);
    const right = { number: receipt.number, pin: receipt.pin };
    for (const waiting of [await act('reply', { ...right, ...fields }), await look(right)])
      expect([waiting.status, waiting.headers.get('retry-after')]).toEqual([429, '900']);
    expect((await reply('补充')).status).toBe(200);
  });

  test('a page holds a sealed value instead of the password: for half an hour, for this case, and it cannot be made up', async () => {
    const pass = passIn(await page());
    expect(Buffer.from(pass, 'base64url').toString('latin1')).not.toContain(mine().number);
    desk.pass(30 * minutes);
    expect((await actPage('reply', { _pass: pass, text: '补充' })).status).toBe(200);
    desk.pass(1);
    for (const bad of [pass, `${pass.slice(0, -2)}AA`, 'x']) {
      const lapsed = await actPage('reply', { _pass: bad, text: '又一条' });
      expect([lapsed.status, textOf(await lapsed.text())]).toEqual([
        403,
        expect.stringContaining('页面放得太久了'),
      ]);
    }
    expect(await kinds()).toEqual(['received', 'supplemented']);
  });
});

describe('补充说明', () => {
  test('adds to a case that is open; one that was answered goes back to work, with a new due time', async () => {
    expect(await (await reply('再要100只')).json()).toMatchObject({
      state: 'received',
      events: [{ kind: 'received' }, { kind: 'supplemented', text: '您补充了说明' }],
    });
    await answered();
    desk.pass(7 * days);
    expect(await (await reply('还是没有货')).json()).toMatchObject({ state: 'assigned' });
    const now = await row();
    expect(now.due > desk.app.office.now().toISOString()).toBe(true);
    expect(await fault(desk.app.office, now)).toBeNull();
  });

  test('is sealed, and read by its sender on the page', async () => {
    await reply('第一行\n第二行');
    const [, event] = await desk.app.office.store.events((await row()).id);
    expect(Buffer.from(event?.sealed ?? '').includes('第一行')).toBe(false);
    const html = await page();
    expect(textOf(html)).toContain('您说的：');
    expect(html).toContain('<p>第一行</p><p>第二行</p>');
  });

  test('the same again, from a second click or a reload, adds nothing; at once too', async () => {
    await Promise.all(Array.from({ length: 8 }, () => reply('一样的话')));
    await reply(' 一样的话 ');
    expect(await kinds()).toEqual(['received', 'supplemented']);
    await reply('另一句');
    await reply('一样的话');
    expect(await kinds()).toEqual(['received', ...Array(3).fill('supplemented')]);
  });

  test('up to 1000 characters; none, too many, or what cannot be shown is refused and comes back', async () => {
    expect((await reply('长'.repeat(1000))).status).toBe(200);
    for (const text of ['', ' \n ', '长'.repeat(1001), 'a\u0000b', 5]) {
      const refused = await reply(text);
      expect([refused.status, await refused.text()]).toEqual([422, expect.stringContaining('/text')]);
    }
    const html = await (await press('reply', { text: `<b>${'长'.repeat(1001)}` })).text();
    expect(html).toContain('最多1000个字，现在有1004个');
    expect(html).toContain(`&lt;b&gt;${'长'.repeat(1001)}</textarea>`);
    expect(await kinds()).toEqual(['received', 'supplemented']);
  });

  test('waiting for the enterprise stops the clock', async () => {
    const { store, keys } = desk.app.office;
    const before = await row();
    const at = desk.app.office.now().toISOString();
    const event = {
      caseId: before.id,
      seq: 2,
      at,
      kind: 'returned',
      actor: '李办',
      data: '{}',
      sealed: null,
    } as const;
    const mac = eventMac(keys, before.headMac, event);
    await store.append({ caseId: before.id, head: 1, event: { ...event, mac }, state: 'returned', set: {} });
    desk.pass(7 * days);
    await reply('补上了');
    const after = await row();
    expect([before.due, after.due, after.state]).toEqual([
      before.due,
      new Date(Date.parse(before.due) + 7 * days).toISOString(),
      'assigned',
    ]);
    expect(await fault(desk.app.office, after)).toBeNull();
  });
});

describe('撤回', () => {
  test('ends the case; a second time changes nothing, and nothing else is possible but to delete', async () => {
    expect(await (await act('withdraw', mine())).json()).toMatchObject({ state: 'withdrawn' });
    expect((await act('withdraw', mine())).status).toBe(200);
    expect(await kinds()).toEqual(['received', 'withdrawn']);
    const late = await reply('再说一句');
    expect([late.status, await late.json()]).toMatchObject([
      409,
      { type: '/problems/#not-now', detail: '这一件现在是“您已撤回”。' },
    ]);
    const html = await page();
    expect(html.match(/data-act="(\w+)"/g)).toEqual(['data-act="erase"']);
  });

  test('on the page it is asked about once more, and can be left', async () => {
    const asked = await (await press('withdraw')).text();
    expect(textOf(asked)).toContain('撤回后这一件不再办理');
    expect(await kinds()).toEqual(['received']);
    const done = await actPage('withdraw', { _pass: passIn(asked), sure: 'yes' });
    expect(textOf(await done.text())).toContain('您已撤回');
    expect(await kinds()).toEqual(['received', 'withdrawn']);
  });

  test('an answered case is not withdrawn any more', async () => {
    await answered();
    expect((await act('withdraw', mine())).status).toBe(409);
    expect(await page()).not.toContain('data-act="withdraw"');
  });
});

describe('问题解决了 / 还没解决', () => {
  const confirm = (solved: unknown, text = '') => act('confirm', { ...mine(), solved, text });

  test('solved closes the case', async () => {
    await answered();
    expect(await (await confirm(true)).json()).toMatchObject({ state: 'closed' });
    expect((await confirm(true)).status).toBe(200);
    expect(await kinds()).toEqual(['received', 'answered', 'confirmed']);
  });

  test('not solved takes it up again, with what is missing; from a closed case too', async () => {
    await answered();
    await confirm(true);
    desk.pass(14 * days);
    expect(await (await confirm(false, '还差口罩')).json()).toMatchObject({ state: 'assigned' });
    expect((await row()).due > desk.app.office.now().toISOString()).toBe(true);
    expect(textOf(await page())).toContain('还差口罩');
    expect(await fault(desk.app.office, await row())).toBeNull();
  });

  test('before there is an answer neither is possible; without saying which, nothing happens', async () => {
    expect((await confirm(true)).status).toBe(409);
    await answered();
    expect((await confirm('vielleicht')).status).toBe(422);
    expect(textOf(await (await press('confirm')).text())).toContain('请选“问题解决了”或“还没解决”');
    expect(await kinds()).toEqual(['received', 'answered']);
  });

  test('the page’s two buttons', async () => {
    await answered();
    expect(textOf(await (await press('confirm', { solved: 'no', text: '没到货' })).text())).toContain(
      '重新办理',
    );
    await answered('已补发');
    expect(textOf(await (await press('confirm', { solved: 'yes' })).text())).toContain('已办结');
    expect(await kinds()).toEqual(['received', 'answered', 'unresolved', 'answered', 'confirmed']);
  });
});

describe('The page of a case', () => {
  test('offers what its state allows, as forms that work without JavaScript and hold no password', async () => {
    const offered = async () => [...(await page()).matchAll(/data-act="(\w+)"/g)].map(([, name]) => name);
    expect(await offered()).toEqual(['reply', 'change', 'withdraw', 'erase']);
    await answered();
    expect(await offered()).toEqual(['confirm', 'rate', 'reply', 'erase']);
    const html = await page();
    expect(html).not.toContain(receipt.pin);
    expect(html).not.toContain(mine().token);
  });

  test('says when to look again', async () => {
    expect(textOf(await page())).toMatch(/什么时候再来看 .{0,4}2026年3月\d+日 17:00前会有答复/);
    desk.pass(30 * days);
    expect(textOf(await page())).toContain('已经超时，我们在催办');
    await answered();
    expect(textOf(await page())).toContain('请看下面的答复');
  });

  test('where the store is away, nothing is half done, and the answer says when to come back', async () => {
    desk.replace({ append: () => Promise.reject(new StoreUnavailable('locked')) });
    const away = await reply('补充');
    expect([away.status, away.headers.get('retry-after')]).toEqual([503, '30']);
    desk.restore();
    expect(await kinds()).toEqual(['received']);
  });
});
