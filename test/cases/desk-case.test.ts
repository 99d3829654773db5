import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { deskCase, othersOf } from '#src/cases/desk-case.ts';
import { erase } from '#src/cases/rewrite.ts';
import { materials } from '../submissions.ts';
import { type Bureau, boss, deeds, morning, of, openBureau } from './bureau.ts';

let bureau: Bureau;
beforeAll(async () => {
  bureau = await openBureau();
});
beforeEach(() => bureau.desk.at(morning));
afterAll(() => bureau.desk.stop());

const supplies = of('supplies');
const seen = async (number: string, doer = supplies) => {
  const found = await deskCase(bureau.office, number, doer);
  if (!found) throw new Error('not found');
  return found;
};

test('personal fields are masked by what the form declares; nothing sealed, no proof of a password is in it', async () => {
  const { number } = await bureau.supplies();
  const found = await seen(number);
  expect(found.answers?.contact).toMatchObject({ name: '王＊＊', phone: '138****8000' });
  expect(found.case.enterprise).not.toBe('');
  const { form: _, ...rest } = found;
  const text = JSON.stringify(rest);
  for (const word of ['13800138000', '王小明', 'pinHash', 'tokenHash', 'wrappedKey', 'sealed'])
    expect([word, text.includes(word)]).toEqual([word, false]);
});

test('a complaint hides its enterprise too, and what else is that enterprise’s', async () => {
  const { number, enterprise } = await bureau.complaint('市场监管局');
  const found = await seen(number, of('supervision'));
  const text = JSON.stringify({ ...found, form: null });
  for (const word of ['李大声', '13900139000', enterprise, '91350100M000100Y43'])
    expect([word, text.includes(word)]).toEqual([word, false]);
  expect(found.others).toEqual([]);
  expect(text).toContain('在路口收保证金');
});

test('events with their texts, the routing, the enterprise’s other cases by credit code, page by page', async () => {
  const own = { enterprise: { ...(materials().enterprise as object), creditCode: '123456789012345' } };
  const rows = [];
  for (let n = 0; n < 4; n++) {
    bureau.desk.pass(1);
    rows.push(await bureau.supplies(own));
  }
  const [one] = rows;
  await bureau.did(one?.number ?? '', deeds.note, supplies);
  const found = await seen(one?.number ?? '');
  expect(found.events.map(event => [event.kind, event.text])).toEqual([
    ['received', ''],
    ['noted', '企业很急'],
  ]);
  expect(found.routing).toMatchObject({ handler: 'supplies', trace: { row: { handler: 'supplies' } } });
  const ids = rows.map(row => row.number).reverse();
  expect(found.others.map(row => row.number)).toEqual(ids.slice(0, 3));
  const page = await othersOf(bureau.office, one as (typeof rows)[0], rows[2]?.id, 1);
  expect(page.map(row => row.number)).toEqual([rows[1]?.number]);
  expect(found.head).toBe(2);
});

test('the clock: what is left, and who keeps whom waiting since when', async () => {
  const { number } = await bureau.supplies();
  expect((await seen(number)).clock).toEqual({
    due: '2026-03-23T09:00:00.000Z',
    daysLeft: 3,
    acceptBy: '2026-03-18T09:00:00.000Z',
    standsSince: '',
    late: [],
  });
  bureau.desk.at('2026-03-19T02:00:00.000Z');
  expect((await seen(number)).clock.late).toEqual([
    { what: 'accept', department: 'supplies', since: '2026-03-18T09:00:00.000Z' },
  ]);
  await bureau.did(number, deeds.accept, supplies);
  await bureau.did(number, { ...deeds.assist, due: '2026-03-19' }, supplies);
  await bureau.did(number, deeds['ask-extension'], supplies);
  bureau.desk.at('2026-03-24T02:00:00.000Z');
  const { clock } = await seen(number);
  expect([clock.daysLeft, clock.late]).toEqual([
    -1,
    [
      { what: 'lead', department: 'supplies', since: '2026-03-23T09:00:00.000Z' },
      { what: 'approve', department: '', since: '2026-03-19T09:00:00.000Z' },
      { what: 'assist', department: 'market', since: '2026-03-19T09:00:00.000Z' },
    ],
  ]);
  await bureau.did(number, deeds.return, supplies);
  const waiting = (await seen(number)).clock;
  expect([waiting.daysLeft, waiting.standsSince, waiting.late]).toEqual([
    null,
    '2026-03-24T02:00:00.000Z',
    [],
  ]);
});

test('a declined case is late with its dispatcher after half a working day', async () => {
  const { number } = await bureau.supplies();
  await bureau.did(number, deeds.decline, supplies);
  bureau.desk.at('2026-03-18T09:00:00.001Z');
  expect((await seen(number, boss)).clock.late).toEqual([
    { what: 'dispatch', department: '', since: '2026-03-18T09:00:00.000Z' },
  ]);
});

test('what may be chosen follows the case', async () => {
  const { number } = await bureau.supplies();
  expect(await seen(number)).toMatchObject({ outcomes: [], pressures: ['reminder', 'urge'] });
  await bureau.did(number, deeds.answer, supplies);
  expect((await seen(number)).outcomes).toEqual(['solved', 'partly', 'policy', 'upward', 'outside']);
});

test('merged ones are listed; an erased case shows its course alone; an unknown one nothing', async () => {
  const [one, other] = [await bureau.supplies(), await bureau.supplies()];
  await bureau.did(other.number, { ...deeds.merge, into: one.number }, supplies);
  expect((await seen(one.number)).merged.map(row => row.number)).toEqual([other.number]);
  await erase(bureau.office, one.number, 'enterprise');
  expect(await seen(one.number)).toMatchObject({ answers: null, possible: [], files: [] });
  expect(await deskCase(bureau.office, '0', boss)).toBeNull();
});
