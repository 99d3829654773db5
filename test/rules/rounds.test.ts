import { expect, test } from 'vitest';
import type { Calendar } from '#src/rules/calendar.ts';
import { type Member, membersOn, roundOf } from '#src/rules/rounds.ts';

/** Qingming of 2020 on a Monday. */
const calendar: Calendar = {
  years: {
    2020: { off: [{ name: '清明', from: '2020-04-04', to: '2020-04-06' }], work: [], extra: [] },
  },
  duty: [],
};

test.each([
  // On Wednesday, every day: Thursday.
  [1, '2020-03-18', '2020-03-18', 'later', '2020-03-19'],
  [1, '2020-03-18', '2020-03-19', 'today', '2020-03-19'],
  [1, '2020-03-18', '2020-03-20', 'late', '2020-03-19'],
  // From a Friday to Monday; over a long weekend to Tuesday.
  [1, '2020-03-20', '2020-03-22', 'later', '2020-03-23'],
  [1, '2020-04-03', '2020-04-06', 'later', '2020-04-07'],
  // Asked after on a Saturday: the next office day again.
  [1, '2020-03-21', '2020-03-23', 'today', '2020-03-23'],
  [5, '2020-03-18', '2020-03-25', 'today', '2020-03-25'],
  [5, '2020-03-18', '2020-03-24', 'later', '2020-03-25'],
  [3, '2020-03-18', '2020-03-24', 'late', '2020-03-23'],
])('every %i office days, last %s, on %s: %s, by %s', (every, last, today, state, due) => {
  expect(roundOf(calendar, every, last, today)).toEqual({ state, due });
});

test('who was never asked after is due at once, and late by no day', () => {
  expect(roundOf(calendar, 1, '', '2020-03-18')).toEqual({ state: 'never', due: '' });
});

test('on a list from its first day to its last', () => {
  const member = (from: string, to: string | null): Member => ({
    creditCode: `${from} ${to}`,
    name: '厂',
    tier: 'assured',
    area: 'east',
    department: 'economy',
    from,
    to,
  });
  const members = [member('2020-02-03', null), member('2020-03-01', '2020-03-20')];
  const on = (day: string) => membersOn({ tiers: [], members }, day).length;
  expect(['2020-02-02', '2020-02-03', '2020-03-01', '2020-03-20', '2020-03-21'].map(on)).toEqual([
    0, 1, 2, 2, 1,
  ]);
});
