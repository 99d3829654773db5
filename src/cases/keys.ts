import { createHmac, createSecretKey, hkdfSync, type KeyObject } from 'node:crypto';

/**
 * One key a purpose (HKDF-SHA-256), so that no value made for one purpose serves another. Only the wrapping keys come from
 * the master keys; all others come from the store's root secret, which outlives a master key and is itself wrapped by one.
 * Key objects, not bytes: measured, Node makes an HMAC in 3 µs from the one and in 12 µs from the other.
 */
export type Keys = {
  /** The master key that wraps from now on. */ readonly id: string;
  readonly wrap: KeyObject;
  /** The wrapping key of every master key that is loaded, by its id. */ readonly ring: ReadonlyMap<
    string,
    KeyObject
  >;
  readonly chain: KeyObject;
  readonly pin: KeyObject;
  readonly token: KeyObject;
  readonly proof: KeyObject;
  readonly dedupe: KeyObject;
  readonly address: KeyObject;
  readonly cookie: KeyObject;
  /** What the desk's accounts hold. */ readonly staff: KeyObject;
  /** Blind indexes of what cases are looked up by. */ readonly index: KeyObject;
  /** Notes of visits. */ readonly visits: KeyObject;
};

const derive = (from: Uint8Array, purpose: string): Buffer => {
  if (from.length !== 32) throw new Error('the master key must be 32 bytes');
  return Buffer.from(hkdfSync('sha256', from, '', `reopendesk ${purpose} 1`, 32));
};

/** What a master key alone gives: its id, twelve hex digits, and the key it wraps with. */
export const wrapping = (master: Uint8Array): Pick<Keys, 'id' | 'wrap'> => ({
  id: derive(master, 'id').subarray(0, 6).toString('hex'),
  wrap: createSecretKey(derive(master, 'wrap')),
});

/**
 * Derives all keys. The first master key wraps what is new; the `others` open what they wrapped before. Without a `root` it is
 * the master key itself. Refuses a key that is not 32 bytes.
 */
export const deriveKeys = (
  master: Uint8Array,
  {
    others = [],
    root = master,
  }: { readonly others?: readonly Uint8Array[]; readonly root?: Uint8Array } = {},
): Keys => {
  const current = wrapping(master);
  const key = (purpose: string) => createSecretKey(derive(root, purpose));
  return {
    ...current,
    ring: new Map([current, ...others.map(wrapping)].map(({ id, wrap }) => [id, wrap])),
    chain: key('chain'),
    pin: key('pin'),
    token: key('token'),
    proof: key('proof'),
    dedupe: key('dedupe'),
    address: key('address'),
    cookie: key('cookie'),
    staff: key('staff'),
    index: key('index'),
    visits: key('visits'),
  };
};

/** HMAC-SHA-256 over parts, each set off by its length, so that ('ab','c') and ('a','bc') differ. */
export const mac = (key: KeyObject, ...parts: readonly string[]): Buffer => {
  const text = parts.map(part => `${part.length}:${part}`).join('');
  return createHmac('sha256', key).update(text).digest();
};
