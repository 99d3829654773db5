import { expect, test } from 'vitest';
import { endOf, startOf, weeksOf } from '#src/components/timeline.ts';
import { lastDay, mondayOf, monthsBetween } from '#src/rules/months.ts';
import type { Dates } from '#src/rules/validity.ts';

const dates = (some: Partial<Dates>): Dates => ({
  published: null,
  issued: '2020-02-10',
  effectiveFrom: null,
  ends: [],
  validity: null,
  checkedOn: '2026-01-01',
  supersededBy: null,
  spent: null,
  suspended: null,
  ...some,
});
const end = (date: string, announced: string, scope: string | null = null) => ({
  date,
  announced,
  by: 'x',
  scope,
});

test('a start is the first day in force, else the issue; an end is the last that was announced, or the day before a newer document', () => {
  expect(startOf(dates({}))).toBe('2020-02-10');
  expect(startOf(dates({ effectiveFrom: '2020-02' }))).toBe('2020-02');
  expect(endOf(dates({}))).toBe(null);
  const ends = [
    end('2020-04-30', '2020-02-20', '甲'),
    end('2020-06-30', '2020-02-20', '乙'),
    end('2020-12-31', '2020-06-22', '乙'),
  ];
  expect(endOf(dates({ ends }))).toBe('2020-12-31');
  expect(endOf(dates({ ends, supersededBy: { from: '2020-05-01' } }))).toBe('2020-04-30');
});

test('every week from the first start to the last end is there, empty ones too, each item once', () => {
  const items = [
    { name: 'a', dates: dates({ ends: [end('2020-03-01', '2020-02-10')] }) },
    { name: 'b', dates: dates({ issued: '2020-02-16' }) },
    { name: 'c', dates: dates({ issued: null }) },
  ];
  const weeks = weeksOf(items, item => item.dates);
  expect(
    weeks.map(({ monday, started, ended }) => [
      monday,
      started.map(one => one.name),
      ended.map(one => one.name),
    ]),
  ).toEqual([
    ['2020-02-10', ['a', 'b'], []],
    ['2020-02-17', [], []],
    ['2020-02-24', [], ['a']],
  ]);
});

test('months and weeks end where the calendar says', () => {
  expect([lastDay('2020-02'), lastDay('2021-02'), lastDay('2020-12')]).toEqual([
    '2020-02-29',
    '2021-02-28',
    '2020-12-31',
  ]);
  expect(monthsBetween('2020-11', '2021-02')).toEqual(['2020-11', '2020-12', '2021-01', '2021-02']);
  expect([mondayOf('2020-03-16'), mondayOf('2020-03-22')]).toEqual(['2020-03-16', '2020-03-16']);
});
