import { createHmac, createSecretKey, hkdfSync, type KeyObject } from 'node:crypto';

/**
 * One key a purpose, derived from the master key (HKDF-SHA-256), so that no value made for one purpose serves another.
 * Key objects, not bytes: measured, Node makes an HMAC in 3 µs from the one and in 12 µs from the other.
 */
export type Keys = {
  readonly id: string;
  readonly wrap: KeyObject;
  readonly chain: KeyObject;
  readonly pin: KeyObject;
  readonly token: KeyObject;
  readonly proof: KeyObject;
  readonly dedupe: KeyObject;
  readonly address: KeyObject;
  readonly cookie: KeyObject;
};

/** Derives all keys. Refuses a master key that is not 32 bytes. */
export const deriveKeys = (master: Uint8Array): Keys => {
  if (master.length !== 32) throw new Error('the master key must be 32 bytes');
  const derive = (purpose: string) =>
    Buffer.from(hkdfSync('sha256', master, '', `reopendesk ${purpose} 1`, 32));
  const key = (purpose: string) => createSecretKey(derive(purpose));
  return {
    id: derive('id').subarray(0, 6).toString('hex'),
    wrap: key('wrap'),
    chain: key('chain'),
    pin: key('pin'),
    token: key('token'),
    proof: key('proof'),
    dedupe: key('dedupe'),
    address: key('address'),
    cookie: key('cookie'),
  };
};

/** HMAC-SHA-256 over parts, each set off by its length, so that ('ab','c') and ('a','bc') differ. */
export const mac = (key: KeyObject, ...parts: readonly string[]): Buffer => {
  const text = parts.map(part => `${part.length}:${part}`).join('');
  return createHmac('sha256', key).update(text).digest();
};
