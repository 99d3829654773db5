import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, dayInWords, dayOf, daysBetween, instant, isDay, timeOf, weekday } from '#src/rules/day.ts';

const days = fc
  .date({ min: new Date('1949-10-01'), max: new Date('2199-12-31'), noInvalidDate: true })
  .map(date => date.toISOString().slice(0, 10));

describe('isDay', () => {
  it.each(['2020-03-20', '2020-02-29', '2000-02-29', '2019-12-31'])('takes %s', text => {
    expect(isDay(text)).toBe(true);
  });

  it.each([
    '2020-02-30',
    '2019-02-29',
    '1900-02-29',
    '2020-04-31',
    '2020-13-01',
    '2020-00-10',
    '2020-01-00',
    '2020-3-20',
    '2020-03-20T00:00',
    ' 2020-03-20',
    '2020-03-20\n',
    '20200320',
    '2020年3月20日',
    '',
  ])('does not take %j', text => {
    expect(isDay(text)).toBe(false);
  });
});

describe('a day in Shanghai', () => {
  it.each([
    ['2020-03-19T15:59:59.999Z', '2020-03-19', '23:59'],
    ['2020-03-19T16:00:00.000Z', '2020-03-20', '00:00'],
    ['2019-12-31T16:00:00.000Z', '2020-01-01', '00:00'],
    ['2020-02-28T20:30:00.000Z', '2020-02-29', '04:30'],
  ])('%s is %s %s', (at, day, time) => {
    expect([dayOf(new Date(at)), timeOf(new Date(at))]).toEqual([day, time]);
    expect(instant(day, time).toISOString().slice(0, 16)).toBe(at.slice(0, 16));
  });
});

describe('counting days', () => {
  it.each([
    ['2020-02-28', 1, '2020-02-29'],
    ['2020-02-28', 2, '2020-03-01'],
    ['2019-12-31', 1, '2020-01-01'],
    ['2020-03-01', -1, '2020-02-29'],
    ['2020-03-20', 0, '2020-03-20'],
  ])('%s and %i days is %s', (from, n, to) => {
    expect(addDays(from, n)).toBe(to);
    expect(daysBetween(from, to)).toBe(n);
  });

  it.each([
    ['2020-03-20', 5],
    ['2020-03-22', 7],
    ['2020-03-23', 1],
  ])('%s is weekday %i', (day, n) => {
    expect(weekday(day)).toBe(n);
  });

  it('goes there and back', () => {
    fc.assert(
      fc.property(days, fc.integer({ min: -4000, max: 4000 }), (day, n) => {
        const there = addDays(day, n);
        expect(isDay(there)).toBe(true);
        expect(addDays(there, -n)).toBe(day);
        expect(daysBetween(day, there)).toBe(n);
        expect(weekday(there)).toBe(((((weekday(day) - 1 + n) % 7) + 7) % 7) + 1);
      }),
    );
  });
});

describe('dayInWords', () => {
  it.each([
    ['2020-03-20', '2020年3月20日'],
    ['2020-12-01', '2020年12月1日'],
    ['2020-03', '2020年3月'],
    ['2020', '2020年'],
  ])('%s is %s', (day, words) => {
    expect(dayInWords(day)).toBe(words);
  });
});
