import { expect, test } from 'vitest';
import { bedsSectionOf } from '#src/beds/section.ts';
import { summed } from '#src/funding/funding.ts';
import { fundingSectionOf } from '#src/funding/section.ts';

const money = { approved: 0, disbursed: 0, lapsed: 0 };

test('the report has a row a stage in 万元, their sum, and beside it what does not count', () => {
  const sums = summed([
    { ...money, stage: 'held', count: 1, asked: 90_000 },
    { ...money, stage: 'registered', count: 2, asked: 1_000_000 },
    { stage: 'disbursed', count: 1, asked: 3_000_000, approved: 2_600_000, disbursed: 1_205_000, lapsed: 0 },
  ]);
  const { rows, columns, leads = [] } = fundingSectionOf(sums);
  expect(rows.map(row => row.slice(1))).toEqual([
    [2, 100, 0, 0],
    [1, 300, 260, 120.5],
    [3, 400, 260, 120.5],
    [1, 9, 0, 0],
  ]);
  expect(new Set([...rows, ...leads].map(row => row.length))).toEqual(new Set([columns.length]));
  expect(leads.map(([name, count]) => [name, count?.query.stage])).toEqual([
    [null, 'registered'],
    [null, 'disbursed'],
    [null, 'counted'],
    [null, 'held'],
  ]);
});

test('beds at the end of a day: who came less who left, by kind and in all', () => {
  const site = { sites: 1, capacity: 40, reserved: 0, resident: 0, arrived: 0 };
  const sums = [
    { ...site, kind: 'dormitory' as const },
    { ...site, kind: 'quarantine' as const },
  ];
  const flows = [{ kind: 'quarantine', arrived: 34, departed: 28 }] as const;
  const { rows, leads = [] } = bedsSectionOf(sums, flows, '2020-03-12');
  expect(rows.map(row => row.slice(1))).toEqual([
    [40, 0, 0],
    [40, 6, 34],
    [80, 6, 34],
  ]);
  expect(leads.map(row => row[2]?.query)).toEqual([
    { day: '2020-03-12', kind: 'dormitory' },
    { day: '2020-03-12', kind: 'quarantine' },
    { day: '2020-03-12', kind: '' },
  ]);
});
