import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { amountOf, type Cell, cellOf, sumOf } from '#src/figures/suppress.ts';
import { type Counts, numbersOf, publishedOf } from './published.ts';

describe('a cell', () => {
  test('0 is 0, 1 to 4 is withheld, the rest goes to the nearest five', () => {
    expect([0, 1, 4, 5, 7, 8, 12, 13, 286].map(cellOf)).toEqual([0, null, null, 5, 5, 10, 10, 15, 285]);
  });

  test('an amount needs five that contribute', () => {
    expect([0, 1, 4].map(n => amountOf(n, 900))).toEqual([null, null, null]);
    expect([amountOf(5, 994), amountOf(5, 10244), amountOf(190, 31478)]).toEqual([990, 10200, 31500]);
  });

  test('a sum is of what is told, and says how much is not', () => {
    expect(sumOf([5, null, 10, 0, null])).toEqual({ sum: 15, withheld: 2 });
  });
});

/** Two forms on two days: nothing is ever received less, and no more is closed than was received. */
type World = { readonly days: readonly [readonly Counts[], readonly Counts[]] };
type Course = readonly [Counts, Counts];

const largest = 7;
const upTo = (n: number) => Array.from({ length: n + 1 }, (_, i) => i);

const courses: readonly Course[] = upTo(largest).flatMap(r2 =>
  upTo(r2).flatMap(r1 =>
    upTo(r1).flatMap(c1 =>
      upTo(r2).flatMap(c2 =>
        c2 < c1
          ? []
          : [
              [
                { received: r1, closed: c1 },
                { received: r2, closed: c2 },
              ] as const,
            ],
      ),
    ),
  ),
);

/** The second form only on its edges and middles: its being there is what subtraction needs. */
const others = courses.filter(([a, b]) => a.closed === b.closed && a.received <= b.received && b.closed <= 2);

const worlds = function* (): Generator<World> {
  for (const [a1, a2] of courses)
    for (const [b1, b2] of others)
      yield {
        days: [
          [a1, b1],
          [a2, b2],
        ],
      };
};

/** What somebody may want to know of the first form: its cells, what came in a day, what is open. */
const secrets = ({ days: [first, second] }: World): readonly number[] => {
  const [a, b] = [first[0], second[0]];
  if (!a || !b) return [];
  return [
    a.received,
    b.received,
    a.closed,
    b.closed,
    b.received - a.received,
    b.closed - a.closed,
    a.received - a.closed,
    b.received - b.closed,
  ];
};

/**
 * The strongest reader there is: knows the rule and every world that there can be, and reads everything that was published on both days. Gives
 * back the smallest number of values that a small secret may still have, over all worlds.
 */
const leastUnknown = (publish: (world: World) => string): number => {
  const seen = new Map<string, Set<number>[]>();
  for (const world of worlds()) {
    const text = publish(world);
    const sets = seen.get(text) ?? secrets(world).map(() => new Set<number>());
    secrets(world).forEach((secret, i) => void sets[i]?.add(secret));
    seen.set(text, sets);
  }
  let least = Number.POSITIVE_INFINITY;
  for (const sets of seen.values())
    for (const set of sets)
      if ([...set].some(value => value >= 1 && value <= 4)) least = Math.min(least, set.size);
  return least;
};

describe('over two days, two figures and their totals, by any arithmetic', () => {
  test('nothing small has fewer than three values that it might be', () => {
    expect(courses.length * others.length).toBeGreaterThan(20_000);
    expect(leastUnknown(({ days }) => JSON.stringify(days.map(day => numbersOf(publishedOf(day)))))).toBe(3);
  });

  const exactTotals = (cells: readonly number[], tell: (cell: number) => Cell) =>
    JSON.stringify([cells.map(tell), cells.reduce((sum, cell) => sum + cell, 0)]);
  const columns = ({ days }: World) =>
    days.flatMap(day => [day.map(form => form.received), day.map(form => form.closed)]);

  test('exact totals beside withheld cells give them away', () => {
    const tell = (cell: number): Cell => (cell >= 1 && cell <= 4 ? null : cell);
    expect(
      leastUnknown(world =>
        columns(world)
          .map(cells => exactTotals(cells, tell))
          .join(),
      ),
    ).toBe(1);
  });

  test('so does withholding every cell of a table beside them that holds a small one', () => {
    const publish = (world: World) =>
      columns(world)
        .map(cells => {
          const isAny = cells.some(cell => cell >= 1 && cell <= 4);
          return exactTotals(cells, cell => (isAny && cell > 0 ? null : cell));
        })
        .join();
    expect(leastUnknown(publish)).toBe(1);
  });

  test('so do exact cells from five up, from one day to the next', () => {
    const publish = (world: World) =>
      columns(world)
        .map(cells => cells.map(cell => (cell <= 4 ? -1 : cell)).join())
        .join(';');
    expect(leastUnknown(publish)).toBe(1);
  });
});

const table = fc
  .array(fc.array(fc.nat({ max: 40 }), { minLength: 2, maxLength: 5 }), { minLength: 1, maxLength: 17 })
  .map(rows => rows.map(row => row.toSorted((a, b) => a - b)));

/** One count in place of each that reads the same: 1 to 4 by one of them, each run of five by one of its own. */
const another = (pick: number) => (count: number) => {
  if (count === 0) return 0;
  if (count <= 4) return 1 + (pick % 4);
  if (count <= 7) return 5 + (pick % 3);
  return Math.round(count / 5) * 5 - 2 + (pick % 5);
};

describe('tables of any size', () => {
  const day = (counts: readonly (readonly number[])[], at: number): readonly Counts[] =>
    counts.map(row => ({ received: row.at(-1 - at) ?? 0, closed: row[0] ?? 0 }));

  test('every cell may be any count of its kind, and everything published stays as it is', () => {
    fc.assert(
      fc.property(table, fc.nat(), (counts, pick) => {
        const other = counts.map(row => row.map(another(pick)));
        for (const row of other) expect(row).toEqual(row.toSorted((a, b) => a - b));
        for (const at of [0, 1])
          expect(numbersOf(publishedOf(day(other, at)))).toBe(numbersOf(publishedOf(day(counts, at))));
      }),
    );
  });

  test('parts come to their total, a numerator is part of its denominator, and every count is 0 or some fives', () => {
    fc.assert(
      fc.property(table, counts => {
        for (const figure of publishedOf(day(counts, 0))) {
          if (figure.kind === 'time') continue;
          const cells = figure.parts.map(part => part.value);
          const total = figure.kind === 'count' ? figure.value : figure.numerator;
          expect(total).toBe(cells.reduce<number>((sum, cell) => sum + (cell ?? 0), 0));
          if (figure.kind === 'share') {
            const under = figure.parts.map(part => part.denominator ?? 0);
            expect(figure.denominator).toBe(under.reduce((sum, cell) => sum + cell, 0));
            expect(figure.numerator).toBeLessThanOrEqual(figure.denominator);
          }
          for (const cell of cells) expect((cell ?? 0) % 5).toBe(0);
        }
      }),
    );
  });
});
