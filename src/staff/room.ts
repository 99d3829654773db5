import { randomBytes } from 'node:crypto';
import type { CaseStore } from '#src/cases/store.ts';
import type { RosterStore } from './roster/store.ts';
import type { StaffEventKind, StaffEventRow, StaffStore } from './store.ts';

/** Keyed hashes and seals, from whoever holds the master key: each `use` is a place of its own. */
export type Keyring = {
  hash(use: string, ...parts: readonly string[]): string;
  seal(use: string, whose: string, plain: string): Uint8Array;
  /** Throws where it was sealed for another use, for another account, or not by us. */
  open(use: string, whose: string, sealed: Uint8Array): string;
};

/** What the work on accounts needs, handed in by `app.ts`. */
export type Room = {
  readonly store: StaffStore & RosterStore;
  /** Counters that protect something. */
  readonly counters: () => Pick<CaseStore, 'count' | 'counts'>;
  readonly keyring: Keyring;
  readonly now: () => Date;
  /** Somebody came in by an invitation. */
  readonly joined: () => void;
  /** The part of an address that one customer has. */
  readonly network: (address: string) => string;
};

/** Who asks, as far as signing in is concerned. */
export type Caller = {
  readonly address: string;
  /** Which browser on what, in a few words. */ readonly agent: string;
  /** The token of a device on which somebody signed in before; '' for none. */ readonly device: string;
};

/** A secret of 256 bits that fits into a cookie or an address. */
export const newToken = (): string => randomBytes(32).toString('base64url');

/** An id that sorts by time. */
export const newId = (at: Date): string => `${at.toISOString()}-${randomBytes(8).toString('hex')}`;

export const after = (at: Date, milliseconds: number): string =>
  new Date(at.getTime() + milliseconds).toISOString();

type Happened = { readonly actor: string; readonly subject: string; readonly detail?: string };

export const eventOf = (
  { now }: Pick<Room, 'now'>,
  kind: StaffEventKind,
  { actor, subject, detail = '' }: Happened,
): StaffEventRow => {
  const at = now();
  return { id: newId(at), at: at.toISOString(), actor, subject, kind, detail };
};
