import { createHmac, hkdfSync } from 'node:crypto';

/** One key a purpose, derived from the master key (HKDF-SHA-256), so that no value made for one purpose serves another. */
export type Keys = {
  readonly id: string;
  readonly wrap: Uint8Array;
  readonly chain: Uint8Array;
  readonly pin: Uint8Array;
  readonly token: Uint8Array;
  readonly proof: Uint8Array;
  readonly dedupe: Uint8Array;
  readonly address: Uint8Array;
  readonly cookie: Uint8Array;
};

/** Derives all keys. Refuses a master key that is not 32 bytes. */
export const deriveKeys = (master: Uint8Array): Keys => {
  if (master.length !== 32) throw new Error('the master key must be 32 bytes');
  const derive = (purpose: string) =>
    new Uint8Array(hkdfSync('sha256', master, '', `reopendesk ${purpose} 1`, 32));
  return {
    id: Buffer.from(derive('id').subarray(0, 6)).toString('hex'),
    wrap: derive('wrap'),
    chain: derive('chain'),
    pin: derive('pin'),
    token: derive('token'),
    proof: derive('proof'),
    dedupe: derive('dedupe'),
    address: derive('address'),
    cookie: derive('cookie'),
  };
};

/** HMAC-SHA-256 over parts, each set off by its length, so that ('ab','c') and ('a','bc') differ. */
export const mac = (key: Uint8Array, ...parts: readonly string[]): Buffer => {
  const hmac = createHmac('sha256', key);
  for (const part of parts) hmac.update(`${part.length}:${part}`);
  return hmac.digest();
};
