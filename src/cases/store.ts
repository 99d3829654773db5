import type { Kind, State } from '#src/cases/state.ts';

/**
 * The port to durable storage. Writes are named commands of plain data (strings, numbers, bytes), so that a writer thread or a
 * database transaction can run them; each resolves after the durable commit. Reads may run on another connection.
 * Times are ISO 8601 text in UTC; JSON is text.
 */
export type CaseRow = {
  readonly id: string;
  /** Thirteen digits; unique. */ readonly number: string;
  readonly form: string;
  readonly state: State;
  readonly enterprise: string;
  /** '' when the enterprise gave none: two cases without a code are never the same enterprise. */ readonly creditCode: string;
  readonly area: string;
  readonly line: string;
  /** JSON of the answers that figures and the desk need in the clear. */ readonly answers: string;
  /** Contact and all free text: see `seal.ts`. */ readonly sealed: Uint8Array;
  /** The case's own key, wrapped by the master key `keyId`. */ readonly wrappedKey: Uint8Array;
  readonly keyId: string;
  readonly handler: string;
  /** JSON of the routing row that decided. */ readonly routing: string;
  readonly due: string;
  /** JSON list of the reasons for which the case was held; `[]`. */ readonly heldFor: string;
  readonly pinHash: string;
  readonly tokenHash: string;
  readonly receivedAt: string;
  /** Sequence number and MAC of the newest event. */ readonly head: number;
  readonly headMac: string;
};

export type EventRow = {
  readonly caseId: string;
  /** 1 is the receipt. */ readonly seq: number;
  readonly at: string;
  readonly kind: Kind;
  /** Who did it: `enterprise`, `system`, or an officer's name. */ readonly actor: string;
  /** JSON in the clear: codes, dates. */ readonly data: string;
  /** Free text, sealed with the case's key; null when there is none. */ readonly sealed: Uint8Array | null;
  /** HMAC over this event and the one before. */ readonly mac: string;
};

/** An idempotency key as stored: never the key itself. */
export type KeyRow = { readonly hash: string; readonly payload: string; readonly expiresAt: string };
/** The fingerprint of a post that carried no key. */
export type FingerprintRow = { readonly hash: string; readonly expiresAt: string };

export type Receive = {
  readonly case: CaseRow;
  readonly event: EventRow;
  readonly key: KeyRow;
  readonly fingerprint: FingerprintRow | null;
  /** Now: a key or fingerprint that expired before it counts as absent and is replaced. */ readonly at: string;
};
/** `replayed`: the same key and payload came before. `key-reused`: the same key with another payload. `duplicate`: the same fingerprint. */
export type Received =
  | { readonly tag: 'stored' }
  | { readonly tag: 'replayed' | 'duplicate'; readonly case: CaseRow }
  | { readonly tag: 'key-reused' | 'number-taken' };

export type Append = {
  readonly caseId: string;
  /** The head the event was computed on; another head means somebody was faster. */ readonly head: number;
  readonly event: EventRow;
  readonly state: State;
  /** Columns that change with the event; absent ones stay. */
  readonly set: { readonly handler?: string; readonly due?: string; readonly pinHash?: string };
};
export type Appended = { readonly tag: 'stored' } | { readonly tag: 'stale' | 'unknown' };

/** Counters that protect something: each name counts up until it expires, then starts again at the step. */
export type Count = {
  readonly name: string;
  readonly by: number;
  readonly at: string;
  readonly expiresAt: string;
};
export type Counted = { readonly count: number; readonly expiresAt: string };

export type Page<T> = {
  readonly rows: readonly T[] /** Give this back to get the following page; null after the last. */;
  readonly next: string | null;
};

export type Health = { readonly schema: number; readonly expected: number };

export type CaseStore = {
  receive(command: Receive): Promise<Received>;
  append(command: Append): Promise<Appended>;
  count(command: Count): Promise<Counted>;
  /** Deletes keys, fingerprints and counters that expired before the time. Gives back how many rows. */
  sweep(command: { readonly at: string }): Promise<number>;

  caseByNumber(number: string): Promise<CaseRow | null>;
  caseById(id: string): Promise<CaseRow | null>;
  events(caseId: string): Promise<readonly EventRow[]>;
  /** Cases of a form, or of all (`null`), oldest first by id, at most `limit` (1 to 500) after the keyset cursor. */
  list(query: {
    readonly form: string | null;
    readonly after: string | null;
    readonly limit: number;
  }): Promise<Page<CaseRow>>;
  /** The counters' present values, 0 where absent or expired, without counting. */
  counts(names: readonly string[], at: string): Promise<readonly Counted[]>;
  /** The schema's version in the store and the version this program expects; throws when the store cannot be reached. */
  health(): Promise<Health>;
  /** Finishes what is queued, then closes. */
  close(): Promise<void>;
};

/** Thrown by every call while the store cannot take it: locked, full, unreachable. The caller answers 503 and loses nothing. */
export class StoreUnavailable extends Error {
  override name = 'StoreUnavailable';
}
