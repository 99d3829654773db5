import { facetWords, statusWords } from '#src/i18n/policy.ts';
import { type Words, w } from '#src/i18n/words.ts';
import { provinces } from '#src/rules/provinces.ts';
import { nationwide as code, everywhere, provinceOf } from '#src/search/entries/region.ts';
import { audiences, audiencesOf } from '#src/shelves/audience.ts';
import { accesses, levels, topics } from '#src/shelves/policy.ts';
import type { PolicyRow } from './policies.ts';
import { statusesOf } from './statuses.ts';

export type FacetId = keyof typeof facetWords;
type Value = { readonly code: string; readonly name: Words };

/** One way to narrow the lists down. Codes of all facets together are unique: a row carries them in one attribute. */
export type Facet = {
  readonly id: FacetId;
  readonly name: Words;
  readonly values: readonly Value[];
  /** The page that shows one value without a script. */
  path(code: string): string;
  /** The codes of a policy. */
  of(row: PolicyRow): readonly string[];
};

const valuesOf = (table: Readonly<Record<string, Words>>): readonly Value[] =>
  Object.entries(table).map(([code, name]) => ({ code, name }));

const nationwide = { code, name: w(everywhere, 'Nationwide') };
const regions = [nationwide, ...provinces];

const regionOf = ({ entry }: PolicyRow): readonly string[] => {
  const name = provinceOf(entry.data.region);
  return regions.filter(one => one.name['zh-Hans'] === name).map(one => one.code);
};

const audienceOf = ({ entry }: PolicyRow): readonly string[] =>
  audiencesOf(entry.data.audience, entry.body ?? '');

const facet = (
  id: FacetId,
  folder: string,
  values: readonly Value[],
  of: (row: PolicyRow) => readonly string[],
): Facet => {
  // Every list asks of every policy, and the audience is read out of its whole text.
  const known = new WeakMap<PolicyRow, readonly string[]>();
  const remembered = (row: PolicyRow): readonly string[] => {
    const codes = known.get(row) ?? of(row);
    known.set(row, codes);
    return codes;
  };
  return { id, name: facetWords[id], values, path: code => `/policies/${folder}${code}/`, of: remembered };
};

export const facets: readonly Facet[] = [
  facet('topic', 'topic/', valuesOf(topics), row => row.entry.data.topics),
  facet('for', 'for/', audiences, audienceOf),
  facet('how', 'how/', valuesOf(accesses), row => [row.entry.data.access]),
  facet('status', 'status/', valuesOf(statusWords), row => statusesOf[row.validity.state]),
  facet('level', '', valuesOf(levels), row => [row.entry.data.level]),
  facet('region', 'region/', regions, regionOf),
];

/** Every code of a policy but those of its state, which depends on the day. */
export const codesOf = (row: PolicyRow): readonly string[] =>
  facets.filter(one => one.id !== 'status').flatMap(one => one.of(row));

/** Rows that a reader of the day could know, by value; values that none has are left out. */
export const counted = (
  one: Facet,
  rows: readonly PolicyRow[],
): readonly (Value & { readonly count: number })[] => {
  const counts = new Map<string, number>();
  for (const row of rows)
    if (!row.later) for (const code of one.of(row)) counts.set(code, (counts.get(code) ?? 0) + 1);
  return one.values.flatMap(value => {
    const count = counts.get(value.code) ?? 0;
    return count > 0 ? [{ ...value, count }] : [];
  });
};

/** The pages of one facet, one for each value that any policy has. */
export const facetPaths = (id: FacetId, rows: readonly PolicyRow[]) =>
  facets
    .filter(one => one.id === id)
    .flatMap(one =>
      one.values
        .filter(({ code }) => rows.some(row => one.of(row).includes(code)))
        .map(({ code, name }) => ({ params: { value: code }, props: { code, name } })),
    );
