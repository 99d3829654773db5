import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import remindDoor from '#functions/remind.ts';
import { type Desk, openDesk } from '../office.ts';
import { newStaff, type SignedInStaff } from '../staff.ts';
import { consultation, newKey } from '../submissions.ts';
import { page, press, see } from './desk.ts';
import { receiptOf, send, textOf } from './knock.ts';

let desk: Desk;
let economy: SignedInStaff;
let tax: SignedInStaff;
let dispatcher: SignedInStaff;
let west: SignedInStaff;
let auditor: SignedInStaff;
/** Both stand in content/rules/lists.yaml, asked after every office day. */
const masks = '91000000DEMP00001L';
const pharma = '91000000DEMP00002P';
const at = (code: string) => `/desk/rounds/${code}/`;
beforeAll(async () => {
  desk = await openDesk();
  economy = await newStaff(desk, { role: 'officer', department: 'economy', name: '钱经发' });
  tax = await newStaff(desk, { role: 'officer', department: 'tax' });
  dispatcher = await newStaff(desk, { role: 'dispatcher', department: 'services', name: '陈调度' });
  west = await newStaff(desk, { role: 'liaison', areas: ['west'], name: '李联络' });
  auditor = await newStaff(desk, { role: 'auditor' });
});
/** A Wednesday at ten in Shanghai. */
beforeEach(() => desk.at('2026-03-18T02:00:00.000Z'));
afterAll(() => desk.stop());

const note = (text: string, set: Record<string, string> = {}) => ({
  note: text,
  case: '',
  _key: newKey(),
  ...set,
});
const contacts = (creditCode: string) =>
  desk.app.office.store.roundsOf({ creditCode, before: null, limit: 10 });

describe('whose round is due', () => {
  test('each sees their own: by department, by area, or all; others none', async () => {
    const seen = async (who: SignedInStaff) => {
      const html = await page(who, '/desk/rounds/');
      return [masks, pharma].filter(code => html.includes(`/desk/rounds/${code}/`));
    };
    expect(await seen(dispatcher)).toEqual([masks, pharma]);
    expect(await seen(auditor)).toEqual([masks, pharma]);
    expect(await seen(economy)).toEqual([masks]);
    expect(await seen(west)).toEqual([pharma]);
    expect(await seen(tax)).toEqual([]);
    expect(textOf(await page(tax, '/desk/rounds/'))).toContain('没有在名单里的');
    expect((await see(tax, at(masks))).status).toBe(404);
    expect((await see(west, at(masks))).status).toBe(404);
    expect((await press(auditor, at(masks), note('不行'))).status).toBe(404);
    expect((await see(dispatcher, at('91350100M000100Y43'))).status).toBe(404);
    expect((await see(null, '/desk/rounds/')).headers.get('location')).toContain('/desk/sign-in/');
    expect((await see(await newStaff(desk, { role: 'viewer' }), '/desk/rounds/')).status).toBe(403);
  });

  test('a contact makes it due on the next office day; a day later it is late and on top', async () => {
    expect(textOf(await page(economy, '/desk/rounds/'))).toContain('还没有联系过');
    const done = await press(economy, at(masks), note('缺熔喷布，今天协调'));
    expect([done.status, done.headers.get('location')]).toEqual([303, `${at(masks)}?done=1#done`]);
    expect(textOf(await page(economy, '/desk/rounds/'))).toContain('今天没有要联系的企业');
    const all = textOf(await page(economy, '/desk/rounds/?view=all'));
    for (const words of ['3月19日', '钱经发', '一日一调度']) expect(all).toContain(words);
    desk.at('2026-03-19T02:00:00.000Z');
    expect(textOf(await page(economy, '/desk/rounds/'))).toContain('今天要联系1户，其中过期0户');
    desk.at('2026-03-23T02:00:00.000Z');
    const late = await page(dispatcher, '/desk/rounds/');
    expect(textOf(late)).toContain('今天要联系2户，其中过期1户');
    expect(late.indexOf(masks)).toBeLessThan(late.indexOf(pharma));
    expect(await page(dispatcher, '/desk/rounds/?tier=paired')).not.toContain(masks);
  });
});

describe('a contact', () => {
  test('is written down once a press, sealed, and read by who looks after the enterprise', async () => {
    const fields = note('<b>两班</b>倒，口罩日产十万只');
    const before = (await contacts(masks)).length;
    for (const status of [303, 303]) expect((await press(economy, at(masks), fields)).status).toBe(status);
    const rows = await contacts(masks);
    expect(rows).toHaveLength(before + 1);
    expect(Buffer.from(rows[0]?.sealed ?? []).toString('utf8')).not.toContain('两班');
    const html = await page(dispatcher, `${at(masks)}?done=1`);
    expect(html).toContain('&lt;b&gt;两班');
    for (const words of ['已记下', '钱经发']) expect(textOf(html)).toContain(words);
  });

  test.each([
    ['', '请填写'],
    ['长'.repeat(501), '500'],
    ['有\u0007响铃', '控制字符'],
  ])('%j is refused, told, and stays in its place', async (text, said) => {
    const before = (await contacts(masks)).length;
    const response = await press(economy, at(masks), note(text));
    const html = await response.text();
    expect([response.status, textOf(html)]).toEqual([422, expect.stringContaining(said)]);
    expect(await contacts(masks)).toHaveLength(before);
  });

  test('may be about a case of that enterprise alone, and one that the officer may see', async () => {
    const file = async (code: string) => {
      const enterprise = { ...(consultation().enterprise as object), creditCode: code };
      return (await receiptOf(await send('consultation', consultation({ topic: 'reopening', enterprise }))))
        .number;
    };
    const [own, other] = [await file(masks), await file('91350100M000100Y43')];
    const refused = await press(economy, at(masks), note('关于那件', { case: other }));
    expect([refused.status, textOf(await refused.text())]).toEqual([
      422,
      expect.stringContaining('不是这家企业的'),
    ]);
    expect((await press(economy, at(masks), note('关于这件', { case: own }))).status).toBe(303);
    const html = await page(economy, at(masks));
    expect(html).toContain(`/desk/cases/${own.replaceAll('-', '')}/`);
  });

  test('a visit that was made counts like a call', async () => {
    expect(textOf(await page(west, '/desk/rounds/'))).toContain('还没有联系过');
    const plan = await press(west, '/desk/visits/', {
      enterprise: '示例药业',
      creditCode: pharma,
      area: 'west',
      department: 'health',
      due: '2026-03-18',
      _key: newKey(),
    });
    const id = /done=([\w-]{24})/.exec(plan.headers.get('location') ?? '')?.[1] ?? '';
    const record = { at: '2026-03-18T09:30', 'results.entry': 'ok', note: '', _key: newKey() };
    expect((await press(west, `/desk/visits/${id}/`, record)).status).toBe(303);
    const text = textOf(await page(west, '/desk/rounds/?view=all'));
    expect(text).toContain('李联络');
    expect(text).not.toContain('还没有联系过');
  });

  test('without the session’s token nothing is written', async () => {
    const before = (await contacts(masks)).length;
    expect((await press(economy, at(masks), note('伪造', { _csrf: 'no' }))).status).toBe(403);
    expect((await press(economy, at(masks), note('没有键', { _key: '' }))).status).toBeGreaterThanOrEqual(
      400,
    );
    expect(await contacts(masks)).toHaveLength(before);
  });
});

test('the digest tells a department how many are to be asked after', async () => {
  const told: string[] = [];
  const { store } = desk.app.office;
  desk.replace({
    putNotices: async ({ rows }) => {
      told.push(...rows.map(row => row.text));
      return store.putNotices({ rows });
    },
  });
  Object.assign(desk.app.office.contacts, { of: () => [{ channel: 'log', target: 'x' }] });
  desk.at('2026-03-30T00:35:00.000Z');
  await remindDoor(new Request('http://localhost/'), { ip: '10.0.0.1' });
  desk.restore();
  expect(told.filter(text => text.includes('经发局：今天要联系重点企业1户'))).toHaveLength(1);
  expect(told.filter(text => text.includes('税务局：今天要联系重点企业'))).toEqual([]);
});
