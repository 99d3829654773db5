import { DatabaseSync } from 'node:sqlite';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { cases } from '#src/cases/review.ts';
import type { Counted, Side } from '#src/figures/behind.ts';
import { type Dimension, dimensions, type FigureDefinition } from '#src/figures/figure.ts';
import { addDays, dayOf } from '#src/rules/day.ts';
import { type Bureau, morning, openBureau } from '../cases/bureau.ts';
import { byKey, counts, type Filed, shares } from './recount.ts';
import { steps, take } from './stream.ts';

let bureau: Bureau;
beforeAll(async () => {
  bureau = await openBureau();
});
afterAll(() => bureau.desk.stop());

const figures = () => bureau.desk.app.figures;
const first = '2026-03-18';

/** What happened in the office of a stream, counted to its end. */
const lived = async (stream: Parameters<typeof take>[1][]): Promise<readonly Filed[]> => {
  const db = new DatabaseSync(bureau.desk.file, { timeout: 5000 });
  for (const table of ['case_tallies', 'tallies', 'cases']) db.exec(`delete from ${table}`);
  db.close();
  bureau.desk.at(morning);
  const numbers: string[] = [];
  for (const step of stream) await take(bureau, step, numbers);
  expect(await figures().catchUp()).toBe(true);
  const all: Filed[] = [];
  for await (const row of cases(bureau.office, null))
    all.push({ row, events: await bureau.office.store.events(row.id) });
  return all;
};

/** Every case that is listed behind a number, with what it adds; page by page, so small that there are many. */
const listed = async (counted: Counted): Promise<Record<string, number>> => {
  const found = new Map<string, number>();
  let after: string | null = null;
  let total = 0;
  do {
    const query = { view: 'all', limit: 3, after } as const;
    const page: Awaited<ReturnType<ReturnType<typeof figures>['cases']>> = await figures().cases({
      ...counted,
      query,
    });
    for (const row of page.rows) {
      expect([counted.figure.id, row.id, found.has(row.id)]).toEqual([counted.figure.id, row.id, false]);
      expect(row.day <= counted.day).toBe(true);
      found.set(row.id, Math.round(row.n * 100) / 100);
    }
    total = page.total;
    after = page.next || null;
  } while (after !== null);
  const sum = [...found.values()].reduce((all, n) => all + n, 0);
  expect([counted.figure.id, counted.by, counted.key, sum]).toEqual([
    counted.figure.id,
    counted.by,
    counted.key,
    expect.closeTo(total, 6),
  ]);
  return Object.fromEntries([...found].sort());
};

const keyOf =
  (dimension: Dimension) =>
  ({ row }: Filed, handler: string): string =>
    ({ '': '', form: row.form, area: row.area, line: row.line, department: handler })[dimension];

/** The same from the events of each case by itself. */
const recounted = (
  all: readonly Filed[],
  { figure, side, day, by, key }: Counted,
): Record<string, number> => {
  const { id } = figure;
  const share = shares[id as keyof typeof shares];
  const count = share ? share[side === 'of' ? 0 : 1] : counts[id as keyof typeof counts];
  if (!count) throw new Error(`no recount of ${id}`);
  const found = all.map(one => [one.row.id, byKey([one], count, day, keyOf(by))[key] ?? 0] as const);
  return Object.fromEntries(found.filter(([, n]) => n !== 0).sort());
};

type Number = { readonly n: number | null | undefined; readonly counted: Counted };

/** Both numbers of a share, how many a time was measured of, or the figure itself. */
const numbersOf = (
  figure: FigureDefinition,
  of: { readonly value: number | null; readonly numerator?: number; readonly denominator?: number },
  where: Omit<Counted, 'figure' | 'side'>,
): readonly Number[] => {
  const number = (side: Side, n: number | null | undefined): Number => ({
    n,
    counted: { ...where, figure, side },
  });
  const { kind } = figure.formula;
  if (kind === 'ratio') return [number('of', of.numerator), number('among', of.denominator)];
  return [number('of', kind === 'quantile' ? of.denominator : of.value)];
};

const check = async (all: readonly Filed[], { n, counted }: Number): Promise<void> => {
  const rows = await listed(counted);
  const { id, formula } = counted.figure;
  const sum = Object.values(rows).reduce((whole, one) => whole + one, 0);
  expect([id, counted.side, counted.day, counted.by, counted.key, sum]).toEqual([
    id,
    counted.side,
    counted.day,
    counted.by,
    counted.key,
    expect.closeTo(n ?? 0, 6),
  ]);
  // The recount gives what was rated and closed to who leads the case then; a tally to who led it when it was counted.
  const isKnown = formula.kind === 'ratio' ? counted.by !== 'department' : formula.kind !== 'quantile';
  if (isKnown) expect([id, counted, rows]).toEqual([id, counted, recounted(all, counted)]);
};

test('random streams of acts: behind every figure, whole and in parts, are exactly the cases that a recount of each finds, and they add up to it', async () => {
  await fc.assert(
    fc.asyncProperty(steps, async stream => {
      const all = await lived([...stream]);
      const last = dayOf(bureau.office.now());
      const middle = addDays(first, Math.floor((Date.parse(last) - Date.parse(first)) / 172_800_000));
      for (const day of new Set([first, middle, last, addDays(last, 2)])) {
        for (const { now } of await figures().trends(day))
          for (const one of numbersOf(now.figure, now, { day, by: '', key: '' })) await check(all, one);
        for (const by of dimensions.filter(one => one !== ''))
          for (const { figure, parts = [] } of await figures().by(day, by))
            for (const part of parts)
              for (const one of numbersOf(figure, part, { day, by, key: part.key })) await check(all, one);
      }
    }),
    { numRuns: 12 },
  );
}, 600_000);
