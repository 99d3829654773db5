import { describe, expect, test } from 'vitest';
import { owedOn, type ReturnRule, returnClashes } from '#src/rules/returns.ts';

const row = (set: Partial<ReturnRule> = {}): ReturnRule => ({
  from: '2020-02-01',
  to: null,
  lines: null,
  days: 'every',
  deadline: '17:00',
  source: 's',
  ...set,
});
const calendar = { years: {}, duty: ['2020-02-15'] };
const owed = (table: readonly ReturnRule[], day: string) => owedOn(table, calendar, ['a', 'b'], day);

describe('who owes a daily return', () => {
  test('every line by five in Shanghai, also on a Saturday; only some where the row says so', () => {
    expect(owed([row()], '2020-02-22')).toEqual({
      lines: ['a', 'b'],
      deadline: new Date('2020-02-22T09:00:00Z'),
    });
    expect(owed([row({ lines: ['b'], deadline: '18:30' })], '2020-02-21')).toEqual({
      lines: ['b'],
      deadline: new Date('2020-02-21T10:30:00Z'),
    });
  });

  test('nobody outside its dates, and on a day off where weekends are exempt; a duty day of the zone is none', () => {
    const table = [row({ to: '2020-02-20', days: 'office' })];
    expect(['2020-01-31', '2020-02-16', '2020-02-21'].map(day => owed(table, day))).toEqual([
      null,
      null,
      null,
    ]);
    expect(['2020-02-15', '2020-02-20'].map(day => owed(table, day) !== null)).toEqual([true, true]);
  });

  test('two rows for one day are found, wherever they stand', () => {
    expect(returnClashes([row({ to: '2020-02-10' }), row({ from: '2020-02-11' })])).toEqual([]);
    expect(
      returnClashes([row({ from: '2020-03-01' }), row({ to: '2020-02-29' }), row({ from: '2020-02-29' })]),
    ).toEqual([
      { rows: [1, 3], day: '2020-03-01' },
      { rows: [2, 3], day: '2020-02-29' },
    ]);
  });
});
