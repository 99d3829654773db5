import { DatabaseSync } from 'node:sqlite';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { fault } from '#src/cases/review.ts';
import { unconserved } from '../ledger/conserved.ts';
import { type Desk, openDesk } from '../office.ts';
import { newStaff, type SignedInStaff } from '../staff.ts';
import { materials, type Tree } from '../submissions.ts';
import { type Pairs, page, press, see } from './desk.ts';
import { receiptOf, send, textOf } from './knock.ts';

let desk: Desk;
let dispatcher: SignedInStaff;
let officer: SignedInStaff;
let stranger: SignedInStaff;
let auditor: SignedInStaff;
beforeAll(async () => {
  desk = await openDesk();
  desk.at('2020-03-20T02:00:00.000Z');
  dispatcher = await newStaff(desk, { role: 'dispatcher', department: 'economy', name: '陈调度' });
  officer = await newStaff(desk, { role: 'officer', department: 'supplies', name: '李办' });
  stranger = await newStaff(desk, { role: 'officer', department: 'law' });
  auditor = await newStaff(desk, { role: 'auditor' });
});
afterAll(() => desk.stop());

const lotForm = (set: Pairs = {}): Pairs => ({
  item: 'mask-medical',
  spec: '一次性医用',
  quantity: '1000',
  unit: 'piece',
  source: 'bought',
  origin: '',
  area: 'east',
  place: '一号库',
  arrivedOn: '2020-03-19',
  expiresOn: '',
  ...set,
});

/** A hidden field of a page. */
const hidden = (html: string, name: string): string =>
  new RegExp(`name="${name.replaceAll('.', '\\.')}" value="([^"]*)"`).exec(html)?.[1] ?? '';

/** Books a lot through its form; its id. */
const book = async (set: Pairs = {}): Promise<string> => {
  const html = await page(dispatcher, '/desk/ledger/lots/');
  const id = hidden(html, 'id');
  const response = await press(dispatcher, '/desk/ledger/lots/', { id, ...lotForm(set) });
  expect(response.headers.get('location')).toBe('/desk/ledger/lots/?done=done#done');
  return id;
};

/** Sends a need; its number and the id of its first line. */
const ask = async (set: Tree = {}): Promise<{ readonly number: string; readonly needId: string }> => {
  desk.pass(1000);
  const { number } = await receiptOf(await send('materials', materials(set)));
  await page(dispatcher, '/desk/ledger/');
  const row = await desk.app.office.store.caseByNumber(number.replaceAll('-', ''));
  const html = await page(dispatcher, '/desk/ledger/?which=all');
  const needId = new RegExp(`needs/(${row?.id}[^/"]*)/`).exec(html)?.[1] ?? '';
  return { number: row?.number ?? '', needId };
};

const items = (quantity: number | null, more: Tree = {}) => ({
  items: [{ item: 'mask-medical', quantity, unit: 'piece', ...more }],
});

/** Confirms an allocation as its preview would; the answer. */
const confirm = (
  lot: string,
  batch: string,
  pairs: readonly (readonly [string, string])[],
  who = dispatcher,
) =>
  press(who, '/desk/ledger/allocate/', {
    lot,
    batch,
    _sure: 'yes',
    ...Object.fromEntries(
      pairs.flatMap(([id, q], n) => [
        [`n.${n}.id`, id],
        [`n.${n}.q`, q],
      ]),
    ),
  });

const draftOf = async (lot: string) =>
  hidden(await page(dispatcher, `/desk/ledger/allocate/?lot=${lot}`), 'batch');

const eventsOf = async (number: string) => {
  const row = await desk.app.office.store.caseByNumber(number);
  if (!row) throw new Error(number);
  expect(await fault(desk.app.office, row)).toBeNull();
  return (await desk.app.office.store.events(row.id)).map(event => event.kind);
};

describe('who may', () => {
  test('officers see the needs of the cases that their department leads, and nobody without the role any', async () => {
    const { needId } = await ask({
      ...items(700),
      enterprise: { ...(materials().enterprise as Tree), name: '看得见厂' },
    });
    expect(textOf(await page(officer, '/desk/ledger/'))).toContain('看得见厂');
    expect(textOf(await page(auditor, '/desk/ledger/'))).toContain('看得见厂');
    expect(textOf(await page(stranger, '/desk/ledger/'))).not.toContain('看得见厂');
    expect((await see(stranger, `/desk/ledger/needs/${needId}/`)).status).toBe(404);
    const liaison = await newStaff(desk, { role: 'liaison', areas: ['east'] });
    for (const path of ['', 'lots/', 'allocate/', `needs/${needId}/`])
      expect([path, (await see(liaison, `/desk/ledger/${path}`)).status]).toEqual([path, 403]);
    expect((await see(null, '/desk/ledger/')).status).toBe(303);
  });

  test('an auditor only looks; a stranger cannot allocate to what is not theirs', async () => {
    const lot = await book();
    const { needId } = await ask(items(100));
    expect(await page(auditor, '/desk/ledger/lots/')).not.toContain('id="add"');
    expect((await press(auditor, '/desk/ledger/lots/', { id: '0'.repeat(29), ...lotForm() })).status).toBe(
      403,
    );
    expect(
      (await press(auditor, `/desk/ledger/lots/${lot}/`, { quantity: '1', reason: 'damaged' })).status,
    ).toBe(403);
    expect(
      (await press(auditor, `/desk/ledger/needs/${needId}/`, { _act: 'unmet', reason: 'no-stock' })).status,
    ).toBe(403);
    const batch = await draftOf(lot);
    for (const who of [auditor, stranger])
      expect((await confirm(lot, batch, [[needId, '10']], who)).status).toBe(422);
    expect(await desk.app.supplies.batch(batch)).toEqual([]);
    const forged = await press(dispatcher, '/desk/ledger/lots/', {
      id: '0'.repeat(29),
      ...lotForm(),
      _csrf: 'x',
    });
    expect(forged.status).toBe(403);
  });
});

describe('booking a lot', () => {
  test('what is wrong comes back with what was typed', async () => {
    const id = hidden(await page(dispatcher, '/desk/ledger/lots/'), 'id');
    const wrong = lotForm({
      quantity: '0',
      unit: 'kg',
      expiresOn: '2020-02-30',
      origin: '123',
      spec: '<b>盒</b>',
    });
    const response = await press(dispatcher, '/desk/ledger/lots/', { id, ...wrong });
    const html = await response.text();
    expect(response.status).toBe(422);
    for (const told of ['数量要大于0', '不按这个单位计', '日期不对', '没有这个编号的捐赠'])
      expect(html).toContain(told);
    expect(html).toContain('&lt;b&gt;盒&lt;/b&gt;');
    expect(html).not.toContain('<b>盒');
  });

  test('sent twice it is booked once', async () => {
    const id = hidden(await page(dispatcher, '/desk/ledger/lots/'), 'id');
    const twice = [
      await press(dispatcher, '/desk/ledger/lots/', { id, ...lotForm() }),
      await press(dispatcher, '/desk/ledger/lots/', { id, ...lotForm() }),
    ];
    expect(twice.map(one => one.headers.get('location'))).toEqual([
      '/desk/ledger/lots/?done=done#done',
      '/desk/ledger/lots/?done=again#done',
    ]);
    expect((await desk.app.supplies.lot(id, 1e9))?.movements).toHaveLength(1);
  });

  test('alcohol is kept in grams and shown in kilograms; part of it is written off', async () => {
    const id = await book({ item: 'alcohol', quantity: '200.5', unit: 'kg', spec: '75%' });
    expect((await desk.app.supplies.lot(id, 1e9))?.lot.quantity).toBe(200_500);
    await press(dispatcher, `/desk/ledger/lots/${id}/`, { quantity: '0.5', reason: 'damaged' });
    const text = textOf(await page(dispatcher, `/desk/ledger/lots/${id}/`));
    expect(text).toContain('剩200公斤');
    expect(text).toContain('核销 0.5公斤 · 破损');
    expect(
      (await press(dispatcher, `/desk/ledger/lots/${id}/`, { quantity: '201', reason: 'damaged' })).status,
    ).toBe(422);
  });
});

describe('setting aside', () => {
  test('in the order of the day, previewed, confirmed, told to the enterprise, cancelled', async () => {
    const lot = await book({ quantity: '1200' });
    const late = await ask({
      ...items(1000),
      reopened: false,
      enterprise: { ...(materials().enterprise as Tree), name: '没复工厂' },
    });
    const first = await ask({
      ...items(800),
      reopened: true,
      enterprise: { ...(materials().enterprise as Tree), name: '已复工厂' },
    });
    const form = await page(dispatcher, `/desk/ledger/allocate/?lot=${lot}`);
    const text = textOf(form);
    expect(text.indexOf('已复工厂')).toBeLessThan(text.indexOf('没复工厂'));
    expect(text).toContain('排在下一家前面');
    const batch = hidden(form, 'batch');
    const pairs = { 'n.0.id': first.needId, 'n.0.q': '800', 'n.1.id': late.needId, 'n.1.q': '400' };
    const preview = await (
      await press(dispatcher, '/desk/ledger/allocate/', { lot, batch, ...pairs })
    ).text();
    expect(textOf(preview)).toContain('确认安排1200只');
    expect(await desk.app.supplies.batch(batch)).toEqual([]);
    const done = await confirm(lot, batch, [
      [first.needId, '800'],
      [late.needId, '400'],
    ]);
    expect(done.headers.get('location')).toBe(`/desk/ledger/allocate/?batch=${batch}&done=done#done`);
    const again = await confirm(lot, batch, [
      [first.needId, '800'],
      [late.needId, '400'],
    ]);
    expect(again.headers.get('location')).toContain('done=again');
    expect(textOf(await page(dispatcher, `/desk/ledger/allocate/?batch=${batch}`))).toContain(
      '已安排1200只，共2家',
    );
    expect(await eventsOf(first.number)).toEqual(['received', 'arranged']);
    const undone = await press(dispatcher, '/desk/ledger/allocate/', { _act: 'undo', batch });
    expect(undone.status).toBe(303);
    expect(await eventsOf(late.number)).toEqual(['received', 'arranged', 'unarranged']);
    expect((await desk.app.supplies.lot(lot, 1e9))?.lot.left).toBe(1200);
  });

  test('more than is there, or than is missing, is refused with what was typed', async () => {
    const lot = await book({ quantity: '100' });
    const { needId } = await ask(items(150));
    const batch = await draftOf(lot);
    const much = await confirm(lot, batch, [[needId, '120']]);
    expect([much.status, textOf(await much.text())]).toEqual([
      422,
      expect.stringContaining('这一批只剩100只'),
    ]);
    const more = await confirm(lot, batch, [[needId, '151']]);
    expect(textOf(await more.text())).toContain('不能比还缺的多');
    const none = await confirm(lot, batch, [[needId, '']]);
    expect(textOf(await none.text())).toContain('还没有写给谁多少');
    const foreign = await book({ item: 'gloves', unit: 'pair-gloves' });
    expect((await confirm(foreign, batch, [[needId, '1']])).status).toBe(422);
  });

  test('delivered and returned on the page of the need, within what is open', async () => {
    const lot = await book({ quantity: '500' });
    const { needId, number } = await ask(items(500));
    await confirm(lot, await draftOf(lot), [[needId, '500']]);
    const path = `/desk/ledger/needs/${needId}/`;
    const allocation = hidden(await page(dispatcher, path), 'allocation');
    const act = (_act: string, quantity: string) => press(dispatcher, path, { _act, allocation, quantity });
    expect((await act('delivered', '300')).status).toBe(303);
    expect((await act('delivered', '201')).status).toBe(409);
    expect((await act('returned', '100')).status).toBe(303);
    expect((await act('cancelled', '200')).status).toBe(303);
    expect((await act('delivered', 'x')).status).toBe(409);
    const text = textOf(await page(dispatcher, path));
    expect(text).toContain('还缺300只');
    expect(text).toContain('要500只，已安排0只，已发200只');
    expect(await eventsOf(number)).toEqual([
      'received',
      'arranged',
      'handed-over',
      'taken-back',
      'unarranged',
    ]);
  });

  test('why a need stays unmet is told', async () => {
    const { needId, number } = await ask(items(90));
    const path = `/desk/ledger/needs/${needId}/`;
    expect((await press(dispatcher, path, { _act: 'unmet', reason: 'no-stock' })).status).toBe(303);
    expect(textOf(await page(dispatcher, path))).toContain('未满足：库里没有货');
    expect((await press(dispatcher, path, { _act: 'unmet', reason: 'because' })).status).toBe(409);
    expect(await eventsOf(number)).toEqual(['received', 'unmet']);
  });

  test('nothing was lost or made up', async () => {
    const db = new DatabaseSync(desk.file, { timeout: 5000 });
    expect(await unconserved(async text => db.prepare(text).all())).toEqual([]);
    db.close();
  });
});
