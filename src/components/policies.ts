import { type CollectionEntry, getCollection } from 'astro:content';
import { firstDay, isLater, knownFrom, type Validity, validityOn } from '#src/rules/validity.ts';
import { once } from './once.ts';
import { day } from './zone.ts';

/** A policy with its address and what can be said of it on the day of the build. */
export type PolicyRow = {
  readonly entry: CollectionEntry<'policies'>;
  readonly path: string;
  readonly validity: Validity;
  /** Made public only after the day. */
  readonly later: boolean;
};

export const policyPath = (id: string): string => `/policies/${id}/`;

/** The place of a policy that is not for the whole country, as lists say it: `福建省厦门市：`. */
export const placeOf = ({ level, region }: PolicyRow['entry']['data']): string =>
  level === 'national' ? '' : `${region}：`;

const sortKey = (row: PolicyRow): string => {
  const known = knownFrom(row.entry.data);
  return known === null ? '' : firstDay(known);
};

/** Every policy that may be shown, newest first; those whose date was not found come last. */
export const policyRows = once(async (): Promise<readonly PolicyRow[]> => {
  const entries = await getCollection('policies', ({ data }) => data.confidence !== 'low');
  return entries
    .map(entry => ({
      entry,
      path: policyPath(entry.id),
      validity: validityOn(entry.data, day),
      later: isLater(entry.data, day),
    }))
    .sort((a, b) => sortKey(b).localeCompare(sortKey(a)) || a.path.localeCompare(b.path));
});

/** Every policy by the names that others give it: with its level and without. */
export const policiesByName = once(
  async (): Promise<ReadonlyMap<string, PolicyRow>> =>
    new Map(
      (await policyRows()).flatMap(row =>
        [row.entry.id, row.entry.id.split('/')[1] ?? ''].map(name => [name, row] as const),
      ),
    ),
);
