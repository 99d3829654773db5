import type { Store } from '#src/store/adapter.ts';
import type { Migrated } from '#src/store/migrate.ts';

/** One empty database. `open` may be called more than once: servers that share it. */
export type Place = {
  migrate(): Promise<Migrated>;
  open(): Promise<Store>;
  sql(text: string): Promise<unknown>;
  remove(): Promise<void>;
};

/** The tags of results in their order, and how many there are of each. */
export const tags = (results: readonly { readonly tag: string }[]) => results.map(result => result.tag);
export const tally = (results: readonly { readonly tag: string }[]) => {
  const all = tags(results);
  return Object.fromEntries([...new Set(all)].sort().map(tag => [tag, all.filter(it => it === tag).length]));
};
