import { expect, test } from 'vitest';
import { reopeningFaults, returnFaults } from '#src/zone/faults.ts';
import { reopeningFile, returnsFile } from '#src/zone/schema.ts';
import { readZone } from '#src/zone/zone.ts';

const zone = readZone();
const text = { zh: '名', en: 'name' };
const wide = {
  from: '2020-02-01',
  to: null,
  lines: null,
  days: 'every',
  deadline: '17:00',
  source: 's',
} as const;

test('the zone’s own tables are sound', () => {
  expect(returnFaults(zone, zone.returns)).toEqual([]);
  expect(reopeningFaults(zone.reopening, '2020-01-20')).toEqual([]);
  expect(zone.reopening.length).toBeGreaterThan(5);
});

test('a line that there is not, dates turned round, two rows for a day: each says what to do', () => {
  expect(returnFaults(zone, [{ ...wide, lines: ['moon'] }])).toEqual([
    '  第1行 lines：没有这条战线 moon；写 zone.yaml 里有的代码',
  ]);
  expect(returnFaults(zone, [{ ...wide, to: '2020-01-01' }])[0]).toContain('改日期');
  expect(returnFaults(zone, [wide, wide])).toEqual(['  第1、2行：从2020-02-01起同时算数；改日期，只留一行']);
});

test('an order that leaves it to chance is refused, with what to do', () => {
  const row = reopeningFile.parse([
    { by: 'local', order: 1, bands: [50, 90], from: '2020-02-01', to: null, name: text, source: 's' },
  ]);
  expect(reopeningFaults(row, '2020-02-01')).toEqual([
    '  第1行：从2020-02-01起同时算数，bands 的顺序不对；local、mask-days 从大到小，headcount 从小到大',
  ]);
  expect(reopeningFaults([], '2020-02-01')).toEqual(['  从2020-02-01起没有写先后（by）；加一行']);
});

test('a row with a condition and a criterion, an unknown one, or an hour that is none is refused', () => {
  const usual = { from: '2020-02-01', to: null, name: text, source: 's' };
  for (const row of [
    { ...usual, must: 'masks', by: 'local', order: 1, bands: null },
    { ...usual, must: 'luck' },
  ])
    expect(reopeningFile.safeParse([row]).success).toBe(false);
  expect(returnsFile.safeParse([{ ...wide, deadline: '25:00' }]).success).toBe(false);
});
