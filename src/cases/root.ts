import { randomBytes } from 'node:crypto';
import { deriveKeys, type Keys, wrapping } from '#src/cases/keys.ts';
import { open, seal } from '#src/cases/seal.ts';
import type { CaseStore, SecretRow } from '#src/cases/store.ts';

/** A store whose cases none of the loaded master keys can open. */
class ForeignKey extends Error {
  override name = 'ForeignKey';
}

const foreign = (keyId: string, loaded: readonly string[]): ForeignKey =>
  new ForeignKey(
    `The cases in the store are sealed under master key ${keyId}, but key ${loaded.join(', ')} is loaded. Put the right master.key or REOPENDESK_KEY in place.`,
  );

const name = 'root';

const wrapRoot = ({ id, wrap }: Pick<Keys, 'id' | 'wrap'>, root: Uint8Array): SecretRow => ({
  name,
  keyId: id,
  wrapped: seal(wrap, 'store', name, root),
});

/** A store from before it had a root secret: its master key was the root. An empty one gets a secret of its own. */
const firstRoot = async (store: CaseStore, masters: readonly Uint8Array[]): Promise<Uint8Array> => {
  const { rows } = await store.list({ form: null, after: null, limit: 1 });
  const sealedBy = rows[0]?.keyId;
  if (sealedBy === undefined) return new Uint8Array(randomBytes(32));
  const master = masters.find(one => wrapping(one).id === sealedBy);
  if (!master)
    throw foreign(
      sealedBy,
      masters.map(one => wrapping(one).id),
    );
  return master;
};

/**
 * The keys of a store under its master keys, the one that wraps first. Makes the store's root secret where it has none.
 * Refuses master keys that cannot open it. A store that nobody migrated has no secrets yet; health says so.
 */
export const openKeys = async (store: CaseStore, masters: readonly Uint8Array[]): Promise<Keys> => {
  const [master = new Uint8Array(), ...others] = masters;
  const keys = deriveKeys(master, { others });
  const { schema, expected } = await store.health();
  if (schema !== expected) return keys;
  const kept =
    (await store.secret(name)) ??
    (await store.keepSecret({ ...wrapRoot(keys, await firstRoot(store, masters)), was: null }));
  const wrap = keys.ring.get(kept.keyId);
  if (!wrap) throw foreign(kept.keyId, [...keys.ring.keys()]);
  return deriveKeys(master, { others, root: open(wrap, 'store', name, kept.wrapped) });
};

/** Wraps the store's root secret by the master key that wraps from now on; nothing to do where it does already. */
export const rewrapRoot = async (store: CaseStore, keys: Keys): Promise<void> => {
  const kept = await store.secret(name);
  const wrap = kept && keys.ring.get(kept.keyId);
  if (!kept || !wrap || kept.keyId === keys.id) return;
  const root = open(wrap, 'store', name, kept.wrapped);
  await store.keepSecret({ ...wrapRoot(keys, root), was: kept.keyId });
};
