import { expect, test } from 'vitest';
import { officeAfter, officeMinutes } from '#src/demo/hours.ts';
import { dayOf, instant, timeOf } from '#src/rules/day.ts';
import { readZone } from '#src/zone/zone.ts';

const opening = { calendar: readZone().calendar, from: '08:30', to: '17:00' };
const after = (day: string, time: string, minutes: number): string => {
  const at = new Date(officeAfter(opening, instant(day, time).getTime(), minutes));
  return `${dayOf(at)} ${timeOf(at)}`;
};
const between = (from: readonly [string, string], to: readonly [string, string]): number =>
  officeMinutes(opening, instant(...from).getTime(), instant(...to).getTime());

test.each([
  ['within a day', '2020-03-18', '09:00', 30, '2020-03-18 09:30'],
  ['before it opens', '2020-03-18', '06:00', 30, '2020-03-18 09:00'],
  ['over night', '2020-03-18', '16:30', 60, '2020-03-19 09:00'],
  ['over a weekend', '2020-03-20', '16:30', 60, '2020-03-23 09:00'],
  ['over the holidays that were made longer', '2020-01-23', '16:00', 120, '2020-02-03 09:30'],
])('office hours pass %s', (_, day, time, minutes, expected) => {
  expect(after(day, time, minutes)).toBe(expected);
});

test('minutes between are those that were passed', () => {
  expect(between(['2020-03-20', '16:30'], ['2020-03-23', '09:00'])).toBe(60);
  expect(between(['2020-03-23', '09:00'], ['2020-03-20', '16:30'])).toBe(0);
  expect(between(['2020-03-21', '09:00'], ['2020-03-22', '16:30'])).toBe(0);
});
