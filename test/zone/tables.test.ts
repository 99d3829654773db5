import { join } from 'node:path';
import { expect, it } from 'vitest';
import { departmentsOf, tablesOf } from '#src/zone/tables.ts';
import { readZone } from '#src/zone/zone.ts';

const zone = readZone(join(import.meta.dirname, '../..'));
const twice = (codes: readonly string[]) => codes.filter((code, index) => codes.indexOf(code) !== index);

it('the zone’s choices have words in both languages, and no code twice', () => {
  const { phones: _, tell: __, zone: name, ...choices } = tablesOf(zone);
  expect(name).toEqual(zone.name);
  for (const [shelf, rows] of Object.entries(choices)) {
    expect(rows.length, shelf).toBeGreaterThan(0);
    expect(twice(rows.map(row => row.code)), shelf).toEqual([]);
    for (const row of rows) expect([row.name['zh-Hans'], row.name.en].every(Boolean), row.code).toBe(true);
  }
});

it('names the phones a form may have to show', () => {
  expect(tablesOf(zone).phones).toEqual({
    duty: zone.phones.duty,
    feverClinic: zone.phones.feverClinic.phone,
    cdc: zone.phones.cdc,
  });
});

it('every area has an office among the departments', () => {
  const departments = departmentsOf(zone);
  for (const { code, office } of zone.areas) expect(departments[office], code).toBeDefined();
});

it('departments are found by their code', () => {
  const departments = departmentsOf(zone);
  expect(twice(zone.departments.map(one => one.code))).toEqual([]);
  for (const { code, name } of zone.departments) expect(departments[code]).toEqual(name);
});
