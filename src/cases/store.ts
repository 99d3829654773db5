import type { AcknowledgementStore } from '#src/cases/acknowledgement-store.ts';
import type { DeskColumns, DeskStore, LookupRow, PartRow } from '#src/cases/desk-store.ts';
import type { FaqRow, FaqStore } from '#src/cases/faq-store.ts';
import type { RoundStore } from '#src/cases/round-store.ts';
import type { Kind, State } from '#src/cases/state.ts';
import type { VisitRow, VisitStore } from '#src/cases/visit-store.ts';

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
  /** The first case of a submission that became several, in each of them; '' for the others. */ readonly link: string;
  /** 1 where the officer on duty is told at once. */ readonly urgent: number;
  /** Hash of the privacy notice that was agreed to. */ readonly notice: string;
  /** The day on which personal data must go; '' when none is left. */ readonly keepUntil: string;
  /** Sequence number and MAC of the newest event. */ readonly head: number;
  readonly headMac: string;
} & DeskColumns;

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

/** One thing to tell somebody because of what happened: kept in the same transaction, sent after it by `src/notify/`. */
export type OutboxRow = {
  /** Also what a gateway knows a repeated try by. */ readonly id: string;
  /** The case that it is about, with which it goes; null for a digest. */ readonly caseId: string | null;
  /** What is told, as a code of `src/i18n/tell.ts`. */ readonly kind: string;
  readonly channel: string;
  /** A department or `duty`; '' where it is sealed. */ readonly target: string;
  /** Nothing personal; '' where it is sealed. */ readonly text: string;
  /** Recipient and text under the case's key, in the place `outbox <id>`. */ readonly sealed: Uint8Array | null;
  /** 1 goes before the others. */ readonly urgent: number;
  readonly at: string;
  /** Not sent before. */ readonly nextAt: string;
};

/** A case with its first event, what it is looked up by, and the departments that assist from the start. */
export type Filed = {
  readonly case: CaseRow;
  readonly event: EventRow;
  readonly lookups?: LookupRow;
  readonly parts?: readonly PartRow[];
};

/** A time of an office's hours that a case asks for: it is taken with the case, or the case is not stored. */
export type PlaceWish = {
  /** '' where an officer is to offer one. */ readonly placeId: string;
  readonly startsAt: string;
  /** A place that begins no later than this is not given any more. */ readonly from: string;
};

export type Receive = Filed & {
  /** The other cases of one submission: all are stored, or none. */ readonly linked: readonly Filed[];
  readonly key: KeyRow;
  readonly fingerprint: FingerprintRow | null;
  /** Hashes of the attached uploads, which become the first case's in the same transaction. */ readonly uploads?: readonly string[];
  /** The time that it asks for; absent for forms that ask for none. */ readonly place?: PlaceWish;
  /** Who is told of it. */ readonly notices?: readonly OutboxRow[];
  /** Now: a key or fingerprint that expired before it counts as absent and is replaced. */ readonly at: string;
  /** Nothing new is stored: only who sent the same before gets their receipt. */ readonly replayOnly?: boolean;
};
/** `replayed`: the same key and payload came before. `key-reused`: the same key with another payload. `duplicate`: the same fingerprint. */
export type Received =
  | { readonly tag: 'stored' }
  | { readonly tag: 'replayed' | 'duplicate'; readonly case: CaseRow }
  | { readonly tag: 'key-reused' }
  | { readonly tag: 'number-taken' }
  /** Somebody else has the place, or it is given no more: nothing was stored. */
  | { readonly tag: 'place-taken' }
  /** Only a replay was asked for, and nothing of the key is there. */
  | { readonly tag: 'closed' }
  /** An upload is incomplete, expired, of another form or bound already: nothing was stored. */
  | { readonly tag: 'upload-missing'; readonly hash: string };

/** What a correction, an erasure or the end of a retention makes of the submission itself. */
export type Content = Pick<
  CaseRow,
  | 'enterprise'
  | 'creditCode'
  | 'area'
  | 'line'
  | 'answers'
  | 'sealed'
  | 'handler'
  | 'routing'
  | 'due'
  | 'urgent'
  | 'keepUntil'
>;

export type Append = {
  readonly caseId: string;
  /** The head the event was computed on; another head means somebody was faster. */ readonly head: number;
  readonly event: EventRow;
  readonly state: State;
  /** Columns that change with the event; absent ones stay. */
  readonly set: Partial<Pick<CaseRow, 'handler' | 'due' | 'pinHash' | keyof DeskColumns>>;
  /** The submission as it stands from now on; absent: as before. */ readonly content?: Content;
  /** The case is over: the time that it has or waits for is given back in the same transaction. */ readonly frees?: true;
  /** The case's key is destroyed: what it sealed cannot be read again. */ readonly destroyKey?: true;
  /** Uploads that become the case's with this event, and the form that they were sent for. */ readonly uploads?: {
    readonly hashes: readonly string[];
    readonly form: string;
  };
  /** Parts of assisting departments as they stand from now on. */ readonly parts?: readonly PartRow[];
  /** What the case is looked up by from now on; null for nothing. */ readonly lookups?: LookupRow | null;
  /** An answer that is published or withdrawn with this event. */ readonly faq?: FaqRow;
  /** A check of its site that becomes due with this event. */ readonly visit?: VisitRow;
  /** Why what was published of the case with its sender's permission is public no longer from this event on. */
  readonly unlist?: 'changed' | 'permission' | 'closed' | 'erased';
  /** Who is told of it; with the case's key what was still to be told goes. */ readonly notices?: readonly OutboxRow[];
  /** Earlier events whose sealed text goes with this one. */ readonly blanked?: readonly number[];
  /** What would recognise the same post again goes too: fingerprints, or keys as well. */ readonly forget?:
    | 'fingerprints'
    | 'all';
};
export type Appended =
  | { readonly tag: 'stored' }
  | { readonly tag: 'stale' }
  | { readonly tag: 'unknown' }
  /** An upload is incomplete, expired, of another form or bound already: nothing was stored. */
  | { readonly tag: 'upload-missing'; readonly hash: string };

/** Counters that protect something: each name counts up until it expires, then starts again at the step. */
export type Count = {
  readonly name: string;
  readonly by: number;
  readonly at: string;
  readonly expiresAt: string;
};
export type Counted = { readonly count: number; readonly expiresAt: string };

/** A privacy notice as it was agreed to, once each. */
export type NoticeRow = {
  readonly hash: string;
  readonly form: string;
  readonly lang: string;
  readonly text: string;
  readonly firstAt: string;
};

/** A secret of the whole store, wrapped by the master key `keyId`. */
export type SecretRow = { readonly name: string; readonly keyId: string; readonly wrapped: Uint8Array };

export type WrappedKey = Pick<CaseRow, 'id' | 'keyId' | 'wrappedKey'>;
/** A case's key wrapped anew: by `keyId`, where it was wrapped by `was`. */
export type Rewrap = WrappedKey & { readonly was: string };

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
  /** Keeps the notice unless it is kept already. */
  keepNotice(command: NoticeRow): Promise<void>;
  /** Keeps the secret where there is none of the name, or in place of the one that `was` wrapped. Gives back which stands. */
  keepSecret(command: SecretRow & { readonly was: string | null }): Promise<SecretRow>;
  /** Puts keys that were wrapped anew in place, where nobody changed them meanwhile. Gives back how many. */
  rewrap(command: { readonly rows: readonly Rewrap[] }): Promise<number>;

  /** Keeps what is to be told apart from an event, where its id is not there yet: two servers make the same digest once. Gives back how many. */
  putNotices(command: { readonly rows: readonly OutboxRow[] }): Promise<number>;

  caseByNumber(number: string): Promise<CaseRow | null>;
  caseById(id: string): Promise<CaseRow | null>;
  events(caseId: string): Promise<readonly EventRow[]>;
  /** Cases of a form, or of all (`null`), oldest first by id, at most `limit` (1 to 500) after the keyset cursor. */
  list(query: {
    readonly form: string | null;
    readonly after: string | null;
    readonly limit: number;
  }): Promise<Page<CaseRow>>;
  /** The cases of one submission by the id of the first, oldest first. */
  linked(link: string): Promise<readonly CaseRow[]>;
  /** Cases whose personal data must go by the day, by id, at most `limit` after the cursor. */
  expired(query: {
    readonly day: string;
    readonly after: string | null;
    readonly limit: number;
  }): Promise<Page<CaseRow>>;
  /** Keys of cases that another master key than `keyId` wrapped, by the case's id, at most `limit` after the cursor. */
  wrappedByOthers(query: {
    readonly keyId: string;
    readonly after: string | null;
    readonly limit: number;
  }): Promise<Page<WrappedKey>>;
  /** How many cases each master key wraps; '' stands for those whose key was destroyed. */
  keyUse(): Promise<readonly { readonly keyId: string; readonly cases: number }[]>;
  notice(hash: string): Promise<NoticeRow | null>;
  secret(name: string): Promise<SecretRow | null>;
  /** The counters' present values, 0 where absent or expired, without counting. */
  counts(names: readonly string[], at: string): Promise<readonly Counted[]>;
  /** The schema's version in the store and the version this program expects; throws when the store cannot be reached. */
  health(): Promise<Health>;
  /**
   * Overwrites what was deleted where a database of one file would keep it: in its log; with `whole` in the gaps of its pages
   * too, which writes the file anew and stops writers for as long. A database server does so by its own vacuum.
   */
  scrub(command: { readonly whole: boolean }): Promise<void>;
  /** Finishes what is queued, then closes. */
  close(): Promise<void>;
} & AcknowledgementStore &
  DeskStore &
  FaqStore &
  VisitStore &
  RoundStore;

/** Thrown by every call while the store cannot take it: locked, full, unreachable. The caller answers 503 and loses nothing. */
export class StoreUnavailable extends Error {
  override name = 'StoreUnavailable';
}
