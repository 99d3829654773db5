import { DatabaseSync } from 'node:sqlite';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { cases } from '#src/cases/review.ts';
import { definitions } from '#src/figures/definitions.ts';
import { type Dimension, dimensions } from '#src/figures/figure.ts';
import { hoursPart, spansOf, workingTime } from '#src/figures/hours.ts';
import { addDays, dayOf } from '#src/rules/day.ts';
import type { Store } from '#src/store/adapter.ts';
import { type Bureau, morning, openBureau } from '../cases/bureau.ts';
import { byKey, counts, type Filed, shares } from './recount.ts';
import { steps, take } from './stream.ts';

let bureau: Bureau;
beforeAll(async () => {
  bureau = await openBureau();
});
afterAll(() => bureau.desk.stop());

const storeOf = () => bureau.office.store as Store;

const sql = (...texts: readonly string[]): void => {
  const db = new DatabaseSync(bureau.desk.file, { timeout: 5000 });
  for (const text of texts) db.exec(text);
  db.close();
};

/** Everything that is counted, of every dimension. What comes to 0 says nothing. */
const sums = async () =>
  Promise.all(
    dimensions.map(async dimension => {
      const [days, months] = await Promise.all([
        storeOf().sums({ dimension, from: '0', to: '9' }),
        storeOf().sums({ dimension, from: 'm', to: 'n' }),
      ]);
      return [...days, ...months].filter(({ n }) => n !== 0);
    }),
  );

const everything = async (): Promise<readonly Filed[]> => {
  const all: Filed[] = [];
  for await (const row of cases(bureau.office, null))
    all.push({ row, events: await storeOf().events(row.id) });
  return all;
};

const keyOf =
  (dimension: Dimension) =>
  ({ row }: Filed, handler: string): string =>
    ({ '': '', form: row.form, area: row.area, line: row.line, department: handler })[dimension];

/** Every figure of a day, of the zone and by every dimension, beside a recount over all events. */
const compared = async (all: readonly Filed[], day: string): Promise<void> => {
  const { figures } = bureau.desk.app;
  for (const { now } of await figures.trends(day)) {
    const { id } = now.figure;
    const count = counts[id as keyof typeof counts];
    if (count) expect([day, id, now.value]).toEqual([day, id, byKey(all, count, day, () => '')[''] ?? 0]);
    const share = shares[id as keyof typeof shares];
    if (share) {
      const [numerator, denominator] = share.map(one => byKey(all, one, day, () => '')[''] ?? 0);
      expect([day, id, now.numerator, now.denominator]).toEqual([day, id, numerator, denominator]);
      expect(now.value).toBe(denominator === 0 ? null : Number(numerator) / Number(denominator));
    }
  }
  for (const dimension of ['form', 'area', 'department', 'line'] as const)
    for (const { figure, parts = [] } of await figures.by(day, dimension)) {
      const count = counts[figure.id as keyof typeof counts];
      if (!count) continue;
      const values = Object.fromEntries(parts.map(part => [part.key, part.value]));
      expect([day, dimension, figure.id, values]).toEqual([
        day,
        dimension,
        figure.id,
        byKey(all, count, day, keyOf(dimension)),
      ]);
    }
};

test('random streams of acts: every figure of every day is what a recount over all events says, in whatever order it was counted', async () => {
  await fc.assert(
    fc.asyncProperty(steps, async stream => {
      sql('delete from case_tallies', 'delete from tallies', 'delete from cases');
      bureau.desk.at(morning);
      const numbers: string[] = [];
      for (const step of stream) await take(bureau, step, numbers);
      expect(await bureau.desk.app.figures.catchUp()).toBe(true);
      const all = await everything();
      const last = addDays(dayOf(bureau.office.now()), 2);
      for (let day = '2026-03-17'; day <= last; day = addDays(day, 1)) await compared(all, day);
      const counted = await sums();
      sql('delete from case_tallies', 'delete from tallies', 'update cases set tallied = 0');
      await bureau.desk.app.figures.catchUp();
      expect(await sums()).toEqual(counted);
      // Counted anew without being emptied first, as after a change of what is counted.
      sql('update cases set tallied = 0');
      await Promise.all([bureau.desk.app.figures.catchUp(), bureau.desk.app.figures.catchUp()]);
      expect(await sums()).toEqual(counted);
    }),
    { numRuns: 40 },
  );
}, 600_000);

test('the recount above knows every figure that is a count or a share', () => {
  const known = [...Object.keys(counts), ...Object.keys(shares)].sort();
  const all = definitions.filter(({ formula }) => formula.kind !== 'quantile').map(({ id }) => id);
  expect(known).toEqual([...all].sort());
});

test('hours are those of the office, without lunch, nights and days off', () => {
  const spans = spansOf({ from: '08:30', to: '17:00', lunch: { from: '12:00', to: '13:00' } });
  const measured = workingTime({ calendar: bureau.office.calendar, spans });
  const hours = (from: string, to: string) =>
    measured(new Date(`${from}:00+08:00`), new Date(`${to}:00+08:00`)) / 3_600_000;
  expect(hours('2026-03-18T11:00', '2026-03-18T14:00')).toBe(2);
  expect(hours('2026-03-18T16:00', '2026-03-19T09:30')).toBe(2);
  // Friday to Monday.
  expect(hours('2026-03-20T16:00', '2026-03-23T09:30')).toBe(2);
  expect(hours('2026-03-21T10:00', '2026-03-21T11:00')).toBe(0);
  expect([0, 1, 3_600_001, 49 * 3_600_000, 5000 * 3_600_000].map(hoursPart)).toEqual([
    '0001',
    '0001',
    '0002',
    '0056',
    '1000',
  ]);
});
