import { expect, test } from 'vitest';
import { complaintOf } from '#src/cases/complaint.ts';
import { queue } from '#src/cases/queue.ts';
import type { Answers } from '#src/forms/field.ts';
import { materials } from '#src/forms/materials.ts';
import { other } from '#src/forms/other.ts';
import { whoWords } from '#src/i18n/who.ts';
import { w } from '#src/i18n/words.ts';
import { zoneFaults } from '#src/zone/faults.ts';
import { readZone } from '#src/zone/zone.ts';
import { deeds, of, openBureau } from './bureau.ts';

const departments = { market: w('市场监管局', 'Market Regulation Bureau'), tax: w('税务局', 'Tax Bureau') };
const about = (against: string, kind = 'complaint') =>
  complaintOf({ departments }, other, { kind, against } as unknown as Answers);

test.each([
  ['市场监管局', 'market'],
  ['区市场监管局东区所的张某', 'market'],
  ['市场监管', 'market'],
  ['tax bureau', 'tax'],
  [' 税 务 局 ', 'tax'],
  ['某某村', ''],
  ['局', ''],
  ['', ''],
])('%s: %s', (typed, department) => {
  expect(about(typed)).toEqual({ complaint: 1, against: department });
});

test('what is no complaint is about nobody', () => {
  expect(about('市场监管局', 'difficulty')).toEqual({ complaint: 0, against: '' });
  expect(complaintOf({ departments }, materials, {} as Answers)).toEqual({ complaint: 0, against: '' });
});

test('a complaint about the department that takes complaints goes to the one above, which alone sees it', async () => {
  const bureau = await openBureau();
  try {
    const row = await bureau.complaint('督查组');
    expect(row).toMatchObject({ handler: 'services', holder: 'services', against: 'supervision' });
    expect(JSON.parse(row.routing)).toMatchObject({
      handler: 'services',
      alsoTo: [],
      reason: whoWords.above,
    });
    const seen = async (department: string) =>
      (
        await queue(bureau.office, { view: 'to-accept', department, notAgainst: department, limit: 100 })
      ).rows.map(({ number }) => number);
    expect([await seen('supervision'), await seen('services')]).toEqual([[], [row.number]]);
    expect(await bureau.refused(row.number, deeds.accept, of('supervision'))).toBe('lead');
    await bureau.did(row.number, deeds.accept, of('services'));
    // One about another department is the inspection group's, as ever.
    expect((await bureau.complaint('税务局')).handler).toBe('supervision');
  } finally {
    await bureau.desk.stop();
  }
});

test('a department that is its own superior, or has one that there is not, is refused', () => {
  const zone = readZone();
  const named = (superior: string) =>
    zoneFaults({ ...zone, departments: zone.departments.map(one => ({ ...one, superior })) });
  expect(named('supervision')).toEqual([expect.stringContaining('supervision：superior')]);
  expect(named('nobody')).toHaveLength(zone.departments.length);
});
