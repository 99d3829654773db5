import { createCipheriv, createDecipheriv, createSecretKey, type KeyObject } from 'node:crypto';
import type { Keys } from '#src/cases/keys.ts';
import { draw } from '#src/cases/random.ts';
import type { EventRow } from '#src/cases/store.ts';

/**
 * Sealing: AES-256-GCM under a key of the case's own, which is wrapped by the master key. The case and the field are associated data,
 * so that no ciphertext can be moved to another place. Erasing the wrapped key makes the rest unreadable.
 * Layout: 12 bytes nonce, ciphertext, 16 bytes tag.
 */
const algorithm = 'aes-256-gcm';
const nonceLength = 12;
const tagLength = 16;

/** Seals text for one place (`case id`, `field`). */
export const seal = (
  key: KeyObject,
  caseId: string,
  field: string,
  plain: string | Uint8Array,
): Uint8Array => {
  const nonce = draw(nonceLength);
  const cipher = createCipheriv(algorithm, key, nonce).setAAD(Buffer.from(`${caseId}|${field}`));
  const body = typeof plain === 'string' ? cipher.update(plain, 'utf8') : cipher.update(plain);
  cipher.final();
  return Buffer.concat([nonce, body, cipher.getAuthTag()]);
};

/** Opens what `seal` made; throws when the key, the place or a byte is another. */
export const open = (key: KeyObject, caseId: string, field: string, sealed: Uint8Array): Buffer => {
  const nonce = sealed.subarray(0, nonceLength);
  const tag = sealed.subarray(sealed.length - tagLength);
  // Without the length Node takes a tag of 4 bytes too, which a forger meets by trying.
  const decipher = createDecipheriv(algorithm, key, nonce, { authTagLength: tagLength })
    .setAAD(Buffer.from(`${caseId}|${field}`))
    .setAuthTag(tag);
  const body = decipher.update(sealed.subarray(nonceLength, sealed.length - tagLength));
  return Buffer.concat([body, decipher.final()]);
};

/** A new key for a case, and the same key wrapped for its row by the master key that wraps now. */
export const newCaseKey = (
  keys: Keys,
  caseId: string,
): { readonly key: KeyObject; readonly wrappedKey: Uint8Array; readonly keyId: string } => {
  const bytes = draw(32);
  return {
    key: createSecretKey(bytes),
    wrappedKey: seal(keys.wrap, caseId, 'key', bytes),
    keyId: keys.id,
  };
};

type Wrapped = { readonly id: string; readonly keyId: string; readonly wrappedKey: Uint8Array };

/** Whether the case's key was destroyed: nothing of it can be opened again. */
export const isErased = (row: Pick<Wrapped, 'wrappedKey'>): boolean => row.wrappedKey.length === 0;

const unwrap = (keys: Keys, row: Wrapped): Buffer => {
  if (isErased(row)) throw new Error(`case ${row.id} was erased: its key is gone`);
  const wrap = keys.ring.get(row.keyId);
  if (!wrap)
    throw new Error(
      `case ${row.id} is sealed under master key ${row.keyId}, but ${[...keys.ring.keys()].join(', ')} is loaded`,
    );
  return open(wrap, row.id, 'key', row.wrappedKey);
};

/** The case's key from its row. Refuses a row whose master key is not loaded, by name: never silent plaintext. */
export const caseKey = (keys: Keys, row: Wrapped): KeyObject => createSecretKey(unwrap(keys, row));

/** The case's key wrapped by the master key that wraps from now on. */
export const wrappedAnew = (keys: Keys, row: Wrapped): Wrapped => ({
  id: row.id,
  keyId: keys.id,
  wrappedKey: seal(keys.wrap, row.id, 'key', unwrap(keys, row)),
});

/** The free text of a case's event, sealed in the event's own place. */
export const sealText = (key: KeyObject, caseId: string, seq: number, text: string): Uint8Array =>
  seal(key, caseId, `event ${seq}`, text);

/** The free text of an event; '' where it has none. */
export const openText = (key: KeyObject, event: Pick<EventRow, 'caseId' | 'seq' | 'sealed'>): string =>
  event.sealed ? open(key, event.caseId, `event ${event.seq}`, event.sealed).toString('utf8') : '';
