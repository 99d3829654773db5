import { join } from 'node:path';
import { expect, it } from 'vitest';
import { departmentsOf, tablesOf } from '#src/zone/tables.ts';
import { readZone } from '#src/zone/zone.ts';

const zone = readZone(join(import.meta.dirname, '../..'));
const twice = (codes: readonly string[]) => codes.filter((code, index) => codes.indexOf(code) !== index);

it('the zone’s choices have words in both languages, and no code twice', () => {
  for (const [name, rows] of Object.entries(tablesOf(zone))) {
    expect(rows.length, name).toBeGreaterThan(0);
    expect(twice(rows.map(row => row.code)), name).toEqual([]);
    for (const row of rows) expect([row.name['zh-Hans'], row.name.en].every(Boolean), row.code).toBe(true);
  }
});

it('departments are found by their code', () => {
  const departments = departmentsOf(zone);
  expect(twice(zone.departments.map(one => one.code))).toEqual([]);
  for (const { code, name } of zone.departments) expect(departments[code]).toEqual(name);
});
