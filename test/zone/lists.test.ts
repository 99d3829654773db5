import { expect, test } from 'vitest';
import { listFaults, listsFile } from '#src/zone/lists.ts';
import { readZone } from '#src/zone/zone.ts';

const zone = readZone();
const row = {
  creditCode: '91000000DEMP00001L',
  name: '示例口罩厂',
  tier: 'assured',
  area: 'east',
  department: 'economy',
  from: '2020-02-03',
  to: null,
  source: '示例数据',
};
const tiers = [{ code: 'assured', name: { zh: '重点保障', en: 'Assured' }, every: 1 }];
const faults = (...members: readonly object[]): readonly string[] =>
  listFaults(zone, listsFile.parse({ tiers, members }));

test('the zone’s own lists are in order: a daily one, and each enterprise once', () => {
  expect(zone.lists.tiers.map(tier => tier.every)).toContain(1);
  expect(zone.lists.members.length).toBeGreaterThan(0);
});

test.each([
  [{ tier: 'nobody' }, '没有这个名单 nobody'],
  [{ area: 'nowhere' }, '没有这个片区 nowhere'],
  [{ department: 'nobody' }, '没有这个部门 nobody'],
  [{ to: '2020-02-02' }, '比 from'],
])('%j: told with its line', (set, said) => {
  const found = faults(row, { ...row, creditCode: '91000000DEMP00002P', ...set });
  expect(found).toEqual([expect.stringContaining(said)]);
  expect(found[0]).toContain('第2行');
});

test('an enterprise stands on one list a day: one after the other is in order', () => {
  expect(faults(row, row)).toEqual([expect.stringContaining('同一天在两个名单里')]);
  expect(faults({ ...row, to: '2020-02-29' }, { ...row, from: '2020-03-01' })).toEqual([]);
});

test.each([
  [{ tiers: [], members: [] }],
  [{ tiers, members: [{ ...row, creditCode: '91000000DEMP00001M' }] }],
  [{ tiers: [{ ...tiers[0], every: 0 }], members: [] }],
])('a wrong file is refused: %j', file => {
  expect(listsFile.safeParse(file).success).toBe(false);
});
