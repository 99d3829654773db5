import type { Keys } from '#src/cases/keys.ts';
import { rewrapRoot } from '#src/cases/root.ts';
import { wrappedAnew } from '#src/cases/seal.ts';
import type { CaseStore } from '#src/cases/store.ts';

/** Keys a transaction: a run that is killed has lost nothing, and the next goes on. */
const batch = 200;

/** One way through all cases: how many keys were wrapped anew. */
const pass = async (store: CaseStore, keys: Keys, tell: (done: number) => void): Promise<number> => {
  let done = 0;
  let after: string | null = null;
  do {
    const page = await store.wrappedByOthers({ keyId: keys.id, after, limit: batch });
    const rows = page.rows.map(row => ({ ...wrappedAnew(keys, row), was: row.keyId }));
    done += await store.rewrap({ rows });
    tell(done);
    after = page.next;
  } while (after !== null);
  return done;
};

/**
 * Wraps every case's key, and at last the store's root secret, by the master key that wraps from now on; all keys must be loaded.
 * Goes through again until nothing is left, since a server may still have written under the old one. Gives back how many.
 */
export const rotate = async (
  store: CaseStore,
  keys: Keys,
  tell: (done: number) => void = () => {},
): Promise<number> => {
  let all = 0;
  for (;;) {
    const before = all;
    const done = await pass(store, keys, count => tell(before + count));
    all += done;
    if (done === 0) break;
  }
  await rewrapRoot(store, keys);
  return all;
};
