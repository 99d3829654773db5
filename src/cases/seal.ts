import { createCipheriv, createDecipheriv, randomBytes, randomFillSync } from 'node:crypto';
import type { Keys } from '#src/cases/keys.ts';

/**
 * Sealing: AES-256-GCM under a key of the case's own, which is wrapped by the master key. The case and the field are associated data,
 * so that no ciphertext can be moved to another place. Erasing the wrapped key makes the rest unreadable.
 * Layout: 12 bytes nonce, ciphertext, 16 bytes tag.
 */
const algorithm = 'aes-256-gcm';
const nonceLength = 12;
const tagLength = 16;

/** Random bytes are drawn in blocks: one system call for many nonces. */
const pool = Buffer.alloc(4096);
let used = pool.length;
const draw = (length: number): Buffer => {
  if (used + length > pool.length) {
    randomFillSync(pool);
    used = 0;
  }
  const drawn = Buffer.from(pool.subarray(used, used + length));
  pool.fill(0, used, used + length);
  used += length;
  return drawn;
};

/** Seals text for one place (`case id`, `field`). */
export const seal = (
  key: Uint8Array,
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
export const open = (key: Uint8Array, caseId: string, field: string, sealed: Uint8Array): Buffer => {
  const nonce = sealed.subarray(0, nonceLength);
  const tag = sealed.subarray(sealed.length - tagLength);
  // Without the length Node takes a tag of 4 bytes too, which a forger meets by trying.
  const decipher = createDecipheriv(algorithm, key, nonce, { authTagLength: tagLength })
    .setAAD(Buffer.from(`${caseId}|${field}`))
    .setAuthTag(tag);
  const body = decipher.update(sealed.subarray(nonceLength, sealed.length - tagLength));
  return Buffer.concat([body, decipher.final()]);
};

/** A new key for a case, and the same key wrapped for its row. */
export const newCaseKey = (
  keys: Keys,
  caseId: string,
): { readonly key: Uint8Array; readonly wrapped: Uint8Array } => {
  const key = randomBytes(32);
  return { key, wrapped: seal(keys.wrap, caseId, 'key', key) };
};

/** The case's key from its row. Refuses a row that another master key wrapped, by name: never silent plaintext. */
export const caseKey = (
  keys: Keys,
  row: { readonly id: string; readonly keyId: string; readonly wrappedKey: Uint8Array },
): Uint8Array => {
  if (row.keyId !== keys.id)
    throw new Error(`case ${row.id} is sealed under master key ${row.keyId}, but ${keys.id} is loaded`);
  return open(keys.wrap, row.id, 'key', row.wrappedKey);
};
