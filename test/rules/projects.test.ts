import { expect, test } from 'vitest';
import type { Calendar } from '#src/rules/calendar.ts';
import { backward, type Condition, conditionsOn } from '#src/rules/projects.ts';

/** Qingming of 2020: Saturday to Monday. */
const calendar: Calendar = {
  years: { 2020: { off: [{ name: '清明', from: '2020-04-04', to: '2020-04-06' }], work: [], extra: [] } },
  duty: [],
};
const condition = (code: string, lead: number, set: Partial<Condition> = {}): Condition => ({
  code,
  name: { 'zh-Hans': code, en: code } as Condition['name'],
  lead,
  from: '2020-02-01',
  to: null,
  ...set,
});

test('latest days go back from the planned start by office days, over holidays, the first to be met on top', () => {
  const list = [condition('safety', 0), condition('gate', 1), condition('plan', 5)];
  const way = backward(calendar, list, '2020-04-07', () => false, '2020-04-03');
  expect(way.map(one => [one.condition.code, one.latest, one.isLate])).toEqual([
    ['plan', '2020-03-30', true],
    // Over the long weekend: Friday, and today is not late yet.
    ['gate', '2020-04-03', false],
    ['safety', '2020-04-07', false],
  ]);
});

test('what is met is not late', () => {
  const [one] = backward(calendar, [condition('plan', 5)], '2020-04-07', () => true, '2020-04-30');
  expect(one).toMatchObject({ isMet: true, isLate: false });
});

test('conditions count from their first day to their last', () => {
  const table = [condition('old', 1, { to: '2020-03-20' }), condition('new', 1, { from: '2020-03-21' })];
  const codes = (day: string) => conditionsOn(table, day).map(one => one.code);
  expect([codes('2020-01-31'), codes('2020-03-20'), codes('2020-03-21')]).toEqual([[], ['old'], ['new']]);
});
