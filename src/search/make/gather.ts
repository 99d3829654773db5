import type { Postings } from '../postings.ts';
import { highest } from '../postings.ts';

/** How fast repetition stops counting, and how much length counts (BM25). */
const k1 = 1.2;
const b = 0.4;
/** Finer than what is stored, so that the best can be kept where a list is cut. */
const fine = 255;

/** Numbered units (passages, sections, pages) and the weighted counts of their terms, on their way to lists by term. */
export type Gathering = {
  /** Counts the terms of the next unit. */
  readonly add: (terms: Iterable<string>, weight?: number) => void;
  /** Closes the next unit. */
  readonly next: (length: number) => void;
  readonly done: () => Lists;
};

/** Lists by term, in fine levels. */
export type Lists = {
  readonly terms: readonly string[];
  readonly numbers: ReadonlyMap<string, number>;
  readonly size: (number: number) => number;
  /** The list of a term, its `most` best. */
  readonly postings: (number: number, most: number) => Postings;
  /** The share, 0 to 1, that each unit of a term's list has. */
  readonly impacts: (number: number) => { readonly ids: Int32Array; readonly shares: Uint8Array };
};

const growing = () => {
  let values = new Int32Array(1 << 16);
  let size = 0;
  const push = (value: number) => {
    if (size === values.length) {
      const wider = new Int32Array(size * 2);
      wider.set(values);
      values = wider;
    }
    values[size++] = value;
  };
  return { push, done: () => values.subarray(0, size) };
};

/** The `most` best of a list, in order of number; of equals the earlier. */
const cut = (ids: Int32Array, shares: Uint8Array, most: number): [Int32Array, Uint8Array] => {
  if (ids.length <= most) return [ids, shares];
  const counts = new Int32Array(fine + 1);
  for (const share of shares) counts[share] = (counts[share] ?? 0) + 1;
  let least = fine;
  let kept = 0;
  while (least > 0 && kept + (counts[least] ?? 0) <= most) kept += counts[least--] ?? 0;
  let spare = most - kept;
  const chosen: number[] = [];
  shares.forEach((share, i) => {
    if (share > least) chosen.push(i);
    else if (share === least && spare-- > 0) chosen.push(i);
  });
  return [Int32Array.from(chosen, i => ids[i] ?? 0), Uint8Array.from(chosen, i => shares[i] ?? 0)];
};

const listsOf = (
  terms: readonly string[],
  numbers: ReadonlyMap<string, number>,
  of: Int32Array,
  units: Int32Array,
  shares: Uint8Array,
): Lists => {
  const starts = new Int32Array(terms.length + 1);
  for (const term of of) starts[term + 1] = (starts[term + 1] ?? 0) + 1;
  for (let i = 0; i < terms.length; i++) starts[i + 1] = (starts[i + 1] ?? 0) + (starts[i] ?? 0);
  const fill = starts.slice();
  const sortedUnits = new Int32Array(units.length);
  const sortedShares = new Uint8Array(units.length);
  of.forEach((term, i) => {
    const at = fill[term] ?? 0;
    fill[term] = at + 1;
    sortedUnits[at] = units[i] ?? 0;
    sortedShares[at] = shares[i] ?? 0;
  });
  const impacts = (number: number) => {
    const range = [starts[number], starts[number + 1]] as const;
    return { ids: sortedUnits.subarray(...range), shares: sortedShares.subarray(...range) };
  };
  return {
    terms,
    numbers,
    impacts,
    size: number => (starts[number + 1] ?? 0) - (starts[number] ?? 0),
    postings: (number, most) => {
      const { ids, shares: all } = impacts(number);
      const [kept, levels] = cut(ids, all, most);
      const coarse = levels.map(level => Math.max(1, Math.round((level / fine) * highest)));
      return { all: ids.length, ids: kept, levels: coarse };
    },
  };
};

/** Collects terms of units; `mean` is the mean length of a unit, in whatever `next` is told. */
export const gather = (mean: number): Gathering => {
  const numbers = new Map<string, number>();
  const terms: string[] = [];
  const [of, units, counts] = [growing(), growing(), growing()];
  const lengths = growing();
  let current = new Map<number, number>();
  let unit = 0;
  const add = (found: Iterable<string>, weight = 1) => {
    for (const term of found) {
      let number = numbers.get(term);
      if (number === undefined) {
        number = terms.push(term) - 1;
        numbers.set(term, number);
      }
      current.set(number, (current.get(number) ?? 0) + weight);
    }
  };
  const next = (length: number) => {
    const norm = k1 * (1 - b + (b * length) / mean);
    for (const [number, count] of current) {
      of.push(number);
      units.push(unit);
      counts.push(Math.max(1, Math.round((fine * count) / (count + norm))));
    }
    lengths.push(length);
    unit++;
    current = new Map();
  };
  return {
    add,
    next,
    done: () => listsOf(terms, numbers, of.done(), units.done(), Uint8Array.from(counts.done())),
  };
};
