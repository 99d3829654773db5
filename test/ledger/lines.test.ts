import { expect, test } from 'vitest';
import type { CaseRow } from '#src/cases/store.ts';
import { needsOf } from '#src/ledger/lines.ts';
import { tablesOf } from '#src/zone/tables.ts';
import { readZone } from '#src/zone/zone.ts';
import { receipt } from '../store/samples.ts';

const tables = tablesOf(readZone());

const rowOf = (answers: object, set: Partial<CaseRow> = {}): CaseRow =>
  receipt({
    case: {
      form: 'materials',
      receivedAt: '2020-03-20T01:00:00.000Z',
      answers: JSON.stringify(answers),
      ...set,
    },
  }).case;

const line = (item: string, quantity: number | null, unit: string, more: object = {}) => ({
  item,
  quantity,
  unit,
  ...more,
});
const first = (answers: object, set: Partial<CaseRow> = {}) => needsOf(rowOf(answers, set), tables)[0];

test.each([
  ['5000只', line('mask-medical', 5000, 'piece'), 'piece', 5000],
  ['400斤 is 200公斤, in grams', line('alcohol', 400, 'jin'), 'kg', 200_000],
  ['3吨 is 3000公斤, in grams', line('disinfectant-84', 3, 'tonne'), 'kg', 3_000_000],
  ['20箱 of 2000只', line('mask-medical', 20, 'carton', { each: 2000 }), 'piece', 40_000],
  ['5桶 of 25升, in millilitres', line('alcohol', 5, 'barrel', { each: 25 }), 'litre', 125_000],
  ['0.01公斤', line('alcohol', 0.01, 'kg'), 'kg', 10],
  ['half a piece needs a whole one', line('thermometer', 2.5, 'each'), 'each', 3],
  [
    '0.1 three times over is not more than it is',
    line('mask-medical', 0.29, 'carton', { each: 100 }),
    'piece',
    29,
  ],
  ['unknown stays unknown, never 1', line('mask-medical', null, 'piece'), 'piece', null],
  ['a carton of which nobody says what it holds', line('alcohol', 4, 'carton'), 'litre', null],
  ['more than can be added up exactly', line('alcohol', 100_000_000, 'tonne'), 'kg', null],
])('units: %s', (_, item, unit, asked) => {
  expect(first({ items: [item] })).toMatchObject({ unit, asked });
});

test('each line of a case is a need of its own, and keeps its id when another item is taken out', () => {
  const masks = line('mask-medical', 10, 'piece');
  const [gloves, more] = [line('gloves', 5, 'pair-gloves'), line('mask-medical', 20, 'piece')];
  const row = rowOf({ items: [gloves, masks, more] });
  const all = needsOf(row, tables);
  expect(all.map(need => need.id)).toEqual([
    `${row.id}.gloves.pair-gloves.1`,
    `${row.id}.mask-medical.piece.1`,
    `${row.id}.mask-medical.piece.2`,
  ]);
  const fewer = needsOf({ ...row, answers: JSON.stringify({ items: [masks, more] }) }, tables);
  expect(fewer).toEqual(all.slice(1));
});

test('an item that the catalogue does not have is left out', () => {
  expect(needsOf(rowOf({ items: [line('rocket', 1, 'piece')] }), tables)).toEqual([]);
});

test.each([
  ['the line’s own day', { neededBy: '2020-03-25' }, { neededBy: '2020-04-01' }, '2020-03-25'],
  ['the day of the whole', {}, { neededBy: '2020-04-01' }, '2020-04-01'],
  ['stock for two days and a half', { stock: 250, dailyUse: 100 }, {}, '2020-03-22'],
  ['stock that ends before the day', { stock: 0, dailyUse: 5, neededBy: '2020-03-25' }, {}, '2020-03-20'],
  ['no use, so that stock says nothing', { stock: 5, dailyUse: 0 }, {}, '2020-03-27'],
  ['stock for ever', { stock: 1e8, dailyUse: 0.01 }, {}, '2030-03-18'],
  ['neither: a week', {}, {}, '2020-03-27'],
])('critical on: %s', (_, more, whole, criticalOn) => {
  expect(first({ items: [line('mask-medical', 10, 'piece', more)], ...whole })?.criticalOn).toBe(criticalOn);
});

test.each([
  ['received', {}, 'open'],
  ['held', { state: 'held' }, 'held'],
  ['answered', { state: 'answered' }, 'open'],
  ['withdrawn', { state: 'withdrawn' }, 'ended'],
  ['closed', { state: 'closed', stage: 'closed' }, 'ended'],
  ['closed with the matter unsolved (挂账)', { state: 'closed', stage: 'unsolved' }, 'open'],
  ['erased', { wrappedKey: new Uint8Array() }, 'ended'],
] as const)('a case that is %s', (_, set, state) => {
  expect(first({ items: [line('mask-medical', 10, 'piece')] }, set)?.state).toBe(state);
});
