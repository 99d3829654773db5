import { describe, expect, test } from 'vitest';
import { halfDayAfter, halfDayOf, wholeDayAfter } from '#src/rules/half-day.ts';

const calendar = { years: {}, duty: [] };
/** A time of March 2026 in Shanghai; the 18th is a Wednesday. */
const at = (day: number, time: string) => new Date(`2026-03-${day}T${time}:00+08:00`);

describe('半个工作日', () => {
  test.each([
    ['in the morning: until the office closes', at(18, '08:30'), at(18, '17:00')],
    ['a minute before noon', at(18, '11:59'), at(18, '17:00')],
    ['at noon: until noon of the next day', at(18, '12:00'), at(19, '12:00')],
    ['in the evening', at(18, '22:00'), at(19, '12:00')],
    ['on Friday afternoon: until Monday noon', at(20, '15:00'), at(23, '12:00')],
    ['on a Saturday morning', at(21, '09:00'), at(23, '12:00')],
  ])('%s', (_, from, until) => {
    expect(halfDayAfter(calendar, '17:00', from)).toEqual(until);
  });

  test('on a duty day of the zone somebody is there', () => {
    const duty = { ...calendar, duty: ['2026-03-21'] };
    expect(halfDayAfter(duty, '17:00', at(21, '09:00'))).toEqual(at(21, '17:00'));
  });
});

test('一个工作日: until the office closes on the next office day', () => {
  expect(wholeDayAfter(calendar, '17:00', at(18, '08:30'))).toEqual(at(19, '17:00'));
  expect(wholeDayAfter(calendar, '17:00', at(20, '23:59'))).toEqual(at(23, '17:00'));
});

test('halves of a day, on the clock of Shanghai', () => {
  expect(['00:00', '11:59', '12:00', '23:59'].map(time => halfDayOf(at(18, time)))).toEqual([
    '2026-03-18 a',
    '2026-03-18 a',
    '2026-03-18 b',
    '2026-03-18 b',
  ]);
});
