import { DatabaseSync } from 'node:sqlite';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { fault } from '#src/cases/review.ts';
import { misplaced } from '../beds/counted.ts';
import { lodging } from '../funding/world.ts';
import { type Desk, openDesk } from '../office.ts';
import { newStaff, type SignedInStaff } from '../staff.ts';
import { type Pairs, page, press, see } from './desk.ts';
import { act, linkOf, lookPage, type Receipt, receiptOf, send, textOf } from './knock.ts';

let desk: Desk;
let dispatcher: SignedInStaff;
let stranger: SignedInStaff;
let auditor: SignedInStaff;
beforeAll(async () => {
  desk = await openDesk();
  desk.at('2020-03-20T02:00:00.000Z');
  dispatcher = await newStaff(desk, { role: 'dispatcher', department: 'economy', name: '陈调度' });
  stranger = await newStaff(desk, { role: 'officer', department: 'law' });
  auditor = await newStaff(desk, { role: 'auditor' });
});
afterAll(() => desk.stop());

const plain = ({ number }: Receipt) => number.replaceAll('-', '');
const ask = async (men = 4, women = 2): Promise<Receipt> => {
  desk.pass(1000);
  return receiptOf(await send('lodging', lodging(men, women)));
};
const hidden = (html: string, name: string): string =>
  new RegExp(`name="${name}"[^>]*? value="([^"]*)"`).exec(html)?.[1] ?? '';
const eventsOf = async (receipt: Receipt) => {
  const row = await desk.app.office.store.caseByNumber(plain(receipt));
  if (!row) throw new Error(receipt.number);
  expect(await fault(desk.app.office, row)).toBeNull();
  return (await desk.app.office.store.events(row.id)).map(event => event.kind);
};

/** Registers a site through its form; its id. */
const site = async (set: Pairs = {}): Promise<string> => {
  const id = hidden(await page(dispatcher, '/desk/beds/'), 'id');
  const form = { id, name: '高新宾馆', kind: 'quarantine', area: 'east', capacity: '10', ...set };
  const response = await press(dispatcher, '/desk/beds/', form);
  expect(response.headers.get('location')).toBe('/desk/beds/?done=done#done');
  return id;
};
const keep = async (siteId: string, set: Pairs, who = dispatcher) => {
  const id = hidden(await page(dispatcher, `/desk/beds/${siteId}/`), 'id');
  const form = { _act: 'reserve', id, number: '', persons: '1', fromDay: '2020-03-26', plannedTo: '' };
  return press(who, `/desk/beds/${siteId}/`, { ...form, ...set });
};

describe('beds', () => {
  test('a case waits, beds are kept, persons move in and out; every number stands, the enterprise reads it', async () => {
    const receipt = await ask();
    const id = await site({ name: '示范宾馆' });
    const board = textOf(await page(dispatcher, '/desk/beds/'));
    expect(board).toContain('还差6人');
    const form = await page(dispatcher, `/desk/beds/${id}/?for=${plain(receipt)}`);
    expect([hidden(form, 'number'), hidden(form, 'persons')]).toEqual([plain(receipt), '6']);
    expect(form).toContain('value="2020-04-09"');
    expect((await keep(id, { number: plain(receipt), persons: '6' })).status).toBe(303);
    const html = await page(dispatcher, `/desk/beds/${id}/`);
    const stay = hidden(html, 'stay');
    const move = (_act: string, persons: string, open: string) =>
      press(dispatcher, `/desk/beds/${id}/`, { _act, stay, persons, open, day: '2020-03-20' });
    expect((await move('in', '5', '6')).status).toBe(303);
    expect((await move('in', '5', '6')).status).toBe(409);
    expect((await move('cancelled', '1', '1')).status).toBe(303);
    expect((await move('out', '3', '5')).status).toBe(303);
    expect((await move('out', '3', '2')).status).toBe(409);
    const text = textOf(await page(dispatcher, `/desk/beds/${id}/`));
    expect(text).toContain('未到0人，现住2人，已离开3人，取消1人');
    expect(text).toContain('共10张，现住2人，留床0张，累计5人');
    const told = textOf(await (await lookPage(linkOf(receipt))).text());
    for (const sentence of ['已安排示范宾馆，留6张床', '5人住进示范宾馆', '3人离开示范宾馆'])
      expect(told).toContain(sentence);
    expect(await eventsOf(receipt)).toEqual(['received', 'lodged', 'lodged', 'lodged', 'lodged']);
    expect(await desk.app.beds.totals()).toMatchObject({ resident: 2, arrived: 5 });
    const lodged = (query: string, who = dispatcher) => page(who, `/desk/stays/?day=2020-03-20${query}`);
    expect(await lodged('')).toContain('<p class="lead">2人</p>');
    expect(await lodged('&of=arrived&kind=dormitory')).toContain('没有人住');
    const came = await lodged('&of=arrived');
    expect([
      came.includes('<p class="lead">5人</p>'),
      came.includes('示范宾馆'),
      came.includes(receipt.number),
    ]).toEqual([true, true, true]);
    // Whose case it is stays with those who handle it.
    expect((await lodged('', stranger)).includes(receipt.number)).toBe(false);
    expect(await page(dispatcher, '/desk/stays/?day=2020-03-19')).toContain('<p class="lead">0人</p>');
    expect(await page(dispatcher, '/desk/beds/?kind=dormitory')).not.toContain('示范宾馆');
  });

  test('no more than there is; nothing for who is not there, not theirs, or withdrew', async () => {
    const id = await site({ capacity: '3' });
    const wrong = await keep(id, { persons: '4', number: '1234567890123', plannedTo: '2020-03-01' });
    const html = await wrong.text();
    expect(wrong.status).toBe(422);
    for (const told of ['空床只有3张', '没有这个编号的住宿需求', '不能早于来的那天'])
      expect(html).toContain(told);
    const receipt = await ask(2, 0);
    expect((await act('withdraw', linkOf(receipt))).status).toBe(200);
    expect((await keep(id, { number: plain(receipt), persons: '2' })).status).toBe(409);
    const other = await ask(2, 0);
    expect((await keep(id, { number: plain(other), persons: '2' }, stranger)).status).toBe(422);
    expect((await keep(id, { persons: '3' })).status).toBe(303);
    expect(await desk.app.beds.site(id, 'zz', 9)).toMatchObject({ site: { free: 0, reserved: 3 } });
    const fewer = await press(dispatcher, `/desk/beds/${id}/`, {
      _act: 'change',
      capacity: '2',
      state: 'open',
      was: '3',
    });
    expect([fewer.status, textOf(await fewer.text())]).toEqual([422, expect.stringContaining('不能少于')]);
  });

  test('an auditor only looks; nobody without the role sees any; a forged form does nothing', async () => {
    const id = await site();
    expect(await page(auditor, `/desk/beds/${id}/`)).not.toContain('<form method="post" action="/desk/beds/');
    expect((await keep(id, {}, auditor)).status).toBe(403);
    const liaison = await newStaff(desk, { role: 'liaison', areas: ['east'] });
    for (const path of ['/desk/beds/', `/desk/beds/${id}/`])
      expect((await see(liaison, path)).status).toBe(403);
    expect((await keep(id, { _csrf: 'x' })).status).toBe(403);
    expect((await see(dispatcher, '/desk/beds/nothing/')).status).toBe(404);
  });

  test('names are escaped; a wrong site comes back with what was typed', async () => {
    const id = hidden(await page(dispatcher, '/desk/beds/'), 'id');
    const form = { id, name: '<i>楼</i>', kind: 'dormitory', area: 'east', capacity: '0' };
    const response = await press(dispatcher, '/desk/beds/', form);
    const html = await response.text();
    expect([response.status, html]).toEqual([422, expect.stringContaining('大于0的整数')]);
    expect(html).toContain('&lt;i&gt;');
    expect(html).not.toContain('<i>楼');
  });

  test('nobody was lost or made up', async () => {
    const db = new DatabaseSync(desk.file, { timeout: 5000 });
    expect(await misplaced(async text => db.prepare(text).all())).toEqual([]);
    db.close();
  });
});
