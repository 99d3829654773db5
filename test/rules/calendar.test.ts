import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addWorkingDays, isOfficeDay, isWorkingDay } from '#src/rules/calendar.ts';
import { addDays, daysBetween } from '#src/rules/day.ts';
import { readZone } from '#src/zone/zone.ts';

const { calendar } = readZone(join(import.meta.dirname, '../..'));
const withDuty = { ...calendar, duty: ['2020-03-21', '2020-04-05'] };

/** Working days from one day to another, both included, as known on the day `asOf`. */
const count = (from: string, to: string, asOf: string): number =>
  Array.from({ length: daysBetween(from, to) + 1 }, (_, n) => addDays(from, n)).filter(day =>
    isWorkingDay(calendar, day, asOf),
  ).length;

describe('isWorkingDay', () => {
  it.each([
    ['2020-01-01', false, '元旦'],
    ['2020-01-18', false, 'a Saturday'],
    ['2020-01-19', true, 'a Sunday made up for'],
    ['2020-01-23', true, 'the last day before the Spring Festival'],
    ['2020-01-24', false, '除夕'],
    ['2020-01-30', false, 'the last planned day of the Spring Festival'],
    ['2020-01-31', false, 'the extension'],
    ['2020-02-01', false, 'the extension, a working Saturday before'],
    ['2020-02-02', false, 'the last day of the extension'],
    ['2020-02-03', true, 'work resumes'],
    ['2020-03-20', true, 'an ordinary Friday'],
    ['2020-04-06', false, '清明节'],
    ['2020-04-07', true, 'the day after'],
    ['2020-04-26', true, 'a Sunday made up for'],
    ['2020-05-09', true, 'a Saturday made up for'],
    ['2020-10-08', false, 'the last day of the National Day'],
    ['2020-10-09', true, 'the Friday after'],
    ['2026-01-04', true, 'a Sunday made up for'],
    ['2026-02-14', true, 'a Saturday made up for'],
    ['2026-02-16', false, '除夕'],
    ['2026-02-23', false, 'the last day of the Spring Festival'],
    ['2026-02-24', true, 'work resumes'],
    ['2026-10-10', true, 'a Saturday made up for'],
    ['2024-02-12', true, 'a Monday in a year without a table'],
    ['2024-02-10', false, 'a Saturday in a year without a table'],
  ])('%s: %s (%s)', (day, works) => {
    expect(isWorkingDay(calendar, day)).toBe(works);
  });

  it.each([
    ['2020-01-31', '2020-01-25', true],
    ['2020-01-31', '2020-01-26', false],
    ['2020-02-01', '2020-01-25', true],
    ['2020-02-01', '2020-01-26', false],
    ['2020-02-02', '2020-01-25', false],
    ['2020-02-03', '2020-01-25', true],
  ])('%s as known on %s: %s', (day, asOf, works) => {
    expect(isWorkingDay(calendar, day, asOf)).toBe(works);
  });

  it('counts the working days of a year as they were published', () => {
    expect(count('2020-01-01', '2020-12-31', '2020-01-01')).toBe(366 - 104 - 11);
    expect(count('2020-01-01', '2020-12-31', '2020-01-26')).toBe(366 - 104 - 11 - 2);
    expect(count('2026-01-01', '2026-12-31', '2026-01-01')).toBe(365 - 104 - 13);
  });
});

describe('isOfficeDay', () => {
  it('adds the duty days, which are no legal working days', () => {
    expect(isOfficeDay(withDuty, '2020-03-21')).toBe(true);
    expect(isWorkingDay(withDuty, '2020-03-21')).toBe(false);
    expect(isOfficeDay(withDuty, '2020-04-05')).toBe(true);
    expect(isOfficeDay(withDuty, '2020-03-22')).toBe(false);
    expect(isOfficeDay(withDuty, '2020-03-20')).toBe(true);
  });
});

describe('addWorkingDays', () => {
  it.each([
    ['2020-03-18', 1, '2020-03-19'],
    ['2020-03-20', 0, '2020-03-20'],
    ['2020-03-20', 1, '2020-03-23'],
    ['2020-03-20', 3, '2020-03-25'],
    ['2020-03-21', 1, '2020-03-23'],
    ['2020-04-03', 1, '2020-04-07'],
    ['2020-04-24', 1, '2020-04-26'],
    ['2020-01-23', 1, '2020-02-03'],
    ['2019-12-31', 1, '2020-01-02'],
    ['2026-02-13', 2, '2026-02-24'],
  ])('%s and %i is %s', (from, n, to) => {
    expect(addWorkingDays(calendar, from, n)).toBe(to);
  });

  it('counts duty days', () => {
    expect(addWorkingDays(withDuty, '2020-03-20', 1)).toBe('2020-03-21');
    expect(addWorkingDays(withDuty, '2020-03-20', 2)).toBe('2020-03-23');
    expect(addWorkingDays(withDuty, '2020-04-03', 1)).toBe('2020-04-05');
  });

  it('ends on an office day with exactly n office days after the start', () => {
    const starts = fc.integer({ min: 0, max: 3000 }).map(n => addDays('2019-06-01', n));
    fc.assert(
      fc.property(starts, fc.integer({ min: 1, max: 30 }), (from, n) => {
        const to = addWorkingDays(withDuty, from, n);
        const after = Array.from({ length: daysBetween(from, to) }, (_, i) => addDays(from, i + 1));
        expect(isOfficeDay(withDuty, to)).toBe(true);
        expect(after.filter(day => isOfficeDay(withDuty, day))).toHaveLength(n);
      }),
    );
  });
});
