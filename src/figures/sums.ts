import type { Dimension, Measure, Term } from '#src/figures/figure.ts';
import type { FiguresStore, Sum } from '#src/figures/store.ts';
import { addDays, type Day } from '#src/rules/day.ts';

/** Sums by measure and part, each by key. */
type Counts = ReadonlyMap<Measure, ReadonlyMap<string, ReadonlyMap<string, number>>>;
type Growing = Map<Measure, Map<string, Map<string, number>>>;

/** What was counted by one dimension around a day. */
export type Book = {
  /** What happened on a day; nothing on a day that was not read. */ readonly on: (day: Day) => Counts;
  /** What stands at the end of a day that was read. */ readonly upTo: (day: Day) => Counts;
};

const add = (counts: Growing, { measure, part, key, n }: Sum): void => {
  const parts = counts.get(measure) ?? new Map<string, Map<string, number>>();
  const keys = parts.get(part) ?? new Map<string, number>();
  keys.set(key, (keys.get(key) ?? 0) + n);
  counts.set(measure, parts.set(part, keys));
};

const copy = (counts: Counts): Growing =>
  new Map(
    [...counts].map(([measure, parts]) => [
      measure,
      new Map([...parts].map(([part, keys]) => [part, new Map(keys)])),
    ]),
  );

const none: Counts = new Map();

/** The months before the first day, and every day from there: what stands on a day is the one and some of the other. */
const bookOf = (days: readonly Sum[], months: readonly Sum[], from: Day): Book => {
  const byDay = new Map<string, Sum[]>();
  for (const sum of days) {
    const list = byDay.get(sum.day);
    if (list) list.push(sum);
    else byDay.set(sum.day, [sum]);
  }
  const happened = new Map<Day, Counts>();
  const start: Growing = new Map();
  for (const sum of months) add(start, sum);
  const stands = new Map<Day, Counts>([[addDays(from, -1), start]]);
  const upTo = (day: Day): Counts => {
    const known = stands.get(day);
    if (known) return known;
    if (day < from) return none;
    let near = addDays(day, -1);
    while (!stands.has(near)) near = addDays(near, -1);
    const counts = copy(stands.get(near) ?? none);
    for (let next = addDays(near, 1); next <= day; next = addDays(next, 1))
      for (const sum of byDay.get(next) ?? []) add(counts, sum);
    stands.set(day, counts);
    return counts;
  };
  return {
    upTo,
    on: day => {
      const known = happened.get(day);
      if (known) return known;
      const counts: Growing = new Map();
      for (const sum of byDay.get(day) ?? []) add(counts, sum);
      happened.set(day, counts);
      return counts;
    },
  };
};

/** Reads what was counted by a dimension: the days from one to another, and the months before. */
export const readBook = async (
  store: FiguresStore,
  dimension: Dimension,
  first: Day,
  to: Day,
): Promise<Book> => {
  const from = `${first.slice(0, 7)}-01`;
  const [days, months] = await Promise.all([
    store.sums({ dimension, from, to }),
    store.sumsBefore({ dimension, month: from.slice(0, 7) }),
  ]);
  return bookOf(days, months, from);
};

/** The terms added up, by key. */
export const amount = (counts: Counts, terms: readonly Term[]): ReadonlyMap<string, number> => {
  const sums = new Map<string, number>();
  for (const { measure, parts, minus } of terms)
    for (const [part, keys] of counts.get(measure) ?? [])
      if (!parts || parts.includes(part))
        for (const [key, n] of keys) sums.set(key, (sums.get(key) ?? 0) + (minus ? -n : n));
  return sums;
};

/** How many there are of each part of a measure over some days, in the order of the parts. */
export const spread = (
  book: Book,
  measure: Measure,
  days: readonly Day[],
): readonly (readonly [string, number])[] => {
  const sums = new Map<string, number>();
  for (const day of days)
    for (const [part, keys] of book.on(day).get(measure) ?? [])
      for (const n of keys.values()) sums.set(part, (sums.get(part) ?? 0) + n);
  return [...sums].sort(([a], [b]) => (a < b ? -1 : 1));
};
