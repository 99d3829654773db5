import { type Entries, isEntries } from '../forms/draft-model.ts';

/**
 * A visit as it lies on an officer's device, sealed: what is planned, and what was filled in. It waits for a network once it was
 * pressed; one that was refused says why. Contact and phone are not among it: the page does not have them.
 */
export type KeptVisit = {
  /** Login of whose it is: shown to and sent by nobody else. */ readonly owner: string;
  readonly visit: string;
  readonly name: string;
  readonly purpose: string;
  readonly entries: Entries;
  /** Under this key the record is one, however often it is sent. */ readonly key: string;
  readonly state: 'draft' | 'waiting' | 'refused';
  /** Why it was refused; ''. */ readonly why: string;
};

const texts = ['owner', 'visit', 'name', 'purpose', 'key', 'why'] as const;
const states: readonly unknown[] = ['draft', 'waiting', 'refused'];

/** A kept visit as it was stored; null for anything else. */
export const readVisit = (value: unknown): KeptVisit | null => {
  if (typeof value !== 'object' || value === null) return null;
  const read = value as Record<string, unknown>;
  const isSound =
    texts.every(name => typeof read[name] === 'string') &&
    states.includes(read.state) &&
    isEntries(read.entries);
  return isSound ? (value as KeptVisit) : null;
};

/** How an answer to a record is taken: it is there, it waits for the network or for signing in, or it was refused for good. */
export type Settled = 'sent' | 'waits' | 'sign-in' | 'refused';

/** What a status means. 401: signed out; 403: the page's token is of another session; 409: somebody was faster. */
export const settledBy = (status: number): Settled => {
  if (status === 200) return 'sent';
  if (status === 401 || status === 403) return 'sign-in';
  return status === 429 || status >= 500 ? 'waits' : 'refused';
};

/** What is sent of it: the fields as the form would post them, and its key. */
export const visitBody = ({ entries, key }: Pick<KeptVisit, 'entries' | 'key'>): string =>
  new URLSearchParams([['_key', key], ...entries.map(([name, value]) => [name, value])]).toString();
