import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addWorkingDays, isOfficeDay } from '#src/rules/calendar.ts';
import { addDays, dayOf, instant } from '#src/rules/day.ts';
import { type Answer, deadline } from '#src/rules/deadline.ts';
import { readZone } from '#src/zone/zone.ts';

const { calendar } = readZone(join(import.meta.dirname, '../..'));
const withDuty = { ...calendar, duty: ['2020-02-08', '2020-02-09', '2020-04-05'] };
const office = { to: '17:00' };
const days = (workingDays: number): Answer => ({ workingDays, complexDays: null });
const sameDay: Answer = { sameDayBy: '16:00' };

/** When it is due, in Shanghai. */
const due = (answer: Answer, received: string, table = calendar): string => {
  const [day = '', time = ''] = received.split(' ');
  const at = deadline(answer, table, office, instant(day, time));
  return new Date(at.getTime() + 8 * 3_600_000).toISOString().slice(0, 16).replace('T', ' ');
};

describe('deadline', () => {
  it.each([
    ['a question on a Wednesday', 1, '2020-03-18 10:00', '2020-03-19 17:00'],
    ['a question on a Friday', 1, '2020-03-20 10:00', '2020-03-23 17:00'],
    ['a question after hours counts as that day’s', 1, '2020-03-20 23:59', '2020-03-23 17:00'],
    ['a question on a Saturday', 1, '2020-03-21 10:00', '2020-03-23 17:00'],
    ['coordination', 3, '2020-03-18 10:00', '2020-03-23 17:00'],
    ['a complex matter', 5, '2020-03-18 10:00', '2020-03-25 17:00'],
    ['before the Spring Festival that was extended', 1, '2020-01-23 10:00', '2020-02-03 17:00'],
    ['over 清明节', 1, '2020-04-03 10:00', '2020-04-07 17:00'],
    ['before a Sunday made up for', 1, '2020-04-24 10:00', '2020-04-26 17:00'],
    ['over 劳动节, with the Saturday made up for', 3, '2020-04-30 10:00', '2020-05-08 17:00'],
    ['over 劳动节, counting on to that Saturday', 4, '2020-04-30 10:00', '2020-05-09 17:00'],
    ['before 国庆节, with a Sunday made up for', 1, '2020-09-26 10:00', '2020-09-27 17:00'],
    ['over 国庆节', 1, '2020-09-30 10:00', '2020-10-09 17:00'],
    ['over 国庆节, to the Saturday made up for', 2, '2020-09-30 10:00', '2020-10-10 17:00'],
    ['over the turn of the year', 1, '2020-12-31 10:00', '2021-01-01 17:00'],
  ])('%s: %i working days from %s end at %s', (_, n, received, end) => {
    expect(due(days(n), received)).toBe(end);
  });

  it('counts the duty days of the zone', () => {
    expect(due(days(1), '2020-02-07 10:00')).toBe('2020-02-10 17:00');
    expect(due(days(1), '2020-02-07 10:00', withDuty)).toBe('2020-02-08 17:00');
    expect(due(days(3), '2020-02-07 10:00', withDuty)).toBe('2020-02-10 17:00');
  });

  it.each([
    ['in the morning', '2020-03-20 08:00', '2020-03-20 17:00'],
    ['in the last minute', '2020-03-20 16:00', '2020-03-20 17:00'],
    ['a minute later', '2020-03-20 16:01', '2020-03-23 17:00'],
    ['late at night', '2020-03-19 23:59', '2020-03-20 17:00'],
    ['on a Saturday', '2020-03-21 09:00', '2020-03-23 17:00'],
    ['on a Sunday made up for', '2020-04-26 09:00', '2020-04-26 17:00'],
    ['on a holiday', '2020-04-06 09:00', '2020-04-07 17:00'],
  ])('a filing %s (%s) is dealt with by %s', (_, received, end) => {
    expect(due(sameDay, received)).toBe(end);
  });

  it('takes a filing on a duty day that day', () => {
    expect(due(sameDay, '2020-02-08 15:59', withDuty)).toBe('2020-02-08 17:00');
    expect(due(sameDay, '2020-02-08 16:01', withDuty)).toBe('2020-02-09 17:00');
  });

  it('takes an instant for the day it is in Shanghai, not in London', () => {
    const at = deadline(days(1), calendar, office, new Date('2020-03-18T16:30:00Z'));
    expect(at.toISOString()).toBe('2020-03-20T09:00:00.000Z');
  });

  it('ends at closing time of an office day, after receipt, and never earlier for a later receipt', () => {
    const at = fc
      .integer({ min: 0, max: 366 * 24 * 60 - 1 })
      .map(minutes => new Date(instant('2020-01-01').getTime() + minutes * 60_000));
    const answers = fc.constantFrom<Answer>(days(1), days(3), days(5), sameDay);
    fc.assert(
      fc.property(answers, at, fc.integer({ min: 0, max: 20_000 }), (answer, received, minutes) => {
        const end = deadline(answer, withDuty, office, received);
        expect(isOfficeDay(withDuty, dayOf(end))).toBe(true);
        expect(end).toEqual(instant(dayOf(end), office.to));
        expect(end.getTime()).toBeGreaterThan(received.getTime());
        const later = new Date(received.getTime() + minutes * 60_000);
        expect(deadline(answer, withDuty, office, later).getTime()).toBeGreaterThanOrEqual(end.getTime());
      }),
    );
  });

  it('has the promised number of office days from the day after receipt on', () => {
    const received = fc.integer({ min: 0, max: 365 }).map(n => addDays('2020-01-01', n));
    fc.assert(
      fc.property(received, fc.integer({ min: 1, max: 10 }), (day, n) => {
        const end = deadline(days(n), withDuty, office, instant(day, '12:00'));
        expect(dayOf(end)).toBe(addWorkingDays(withDuty, day, n));
      }),
    );
  });
});
