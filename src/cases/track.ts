import { mac } from '#src/cases/keys.ts';
import { readNumber } from '#src/cases/number.ts';
import type { Office } from '#src/cases/office.ts';
import { caseKey, openText } from '#src/cases/seal.ts';
import { proofOf, same } from '#src/cases/secrets.ts';
import type { Kind } from '#src/cases/state.ts';
import type { CaseRow, Counted } from '#src/cases/store.ts';
import { fold } from '#src/rules/text.ts';

export type Query =
  | { readonly number: string; readonly pin: string }
  | { readonly number: string; readonly token: string };

/** A case as its sender may see it: its course and the answers, nothing personal. */
export type Course = {
  readonly case: CaseRow;
  readonly events: readonly {
    readonly at: string;
    readonly kind: Kind;
    readonly text: string;
  }[];
};

export type TrackResult =
  | { readonly tag: 'found'; readonly course: Course }
  /** Number and password do not fit together, or there is no such number: told alike. */
  | { readonly tag: 'wrong' }
  /** Too many wrong passwords: the password form waits until then; the link still works. */
  | { readonly tag: 'wait'; readonly until: string };

const minute = 60_000;
/** Six digits are a million: 5 tries in 15 minutes and 20 a day for one number, 600 an hour over all. */
const windows = [
  { name: 'quarter', allowed: 5, span: 15 * minute, each: true },
  { name: 'day', allowed: 20, span: 24 * 60 * minute, each: true },
  { name: 'all', allowed: 600, span: 60 * minute, each: false },
] as const;

type Counter = { readonly name: string; readonly allowed: number; readonly span: number };

const countersOf = (office: Office, number: string): readonly Counter[] => {
  const who = mac(office.keys.dedupe, 'pin', number).toString('base64url');
  return windows.map(({ name, each, ...rest }) => ({ name: `pin:${name}:${each ? who : ''}`, ...rest }));
};

/** Until when counters hold a try back: those that counted `over` more than they allow. Null when none did. */
const heldUntil = (counters: readonly Counter[], counted: readonly Counted[], over: number): string | null =>
  counted
    .filter((result, index) => result.count >= (counters[index]?.allowed ?? 0) + over)
    .map(result => result.expiresAt)
    .sort()
    .at(-1) ?? null;

/** What is tried while the form waits is neither checked nor counted: an impatient owner waits 15 minutes, not a day. */
const mustWait = async (office: Office, counters: readonly Counter[]): Promise<string | null> => {
  const names = counters.map(counter => counter.name);
  return heldUntil(counters, await office.store.counts(names, office.now().toISOString()), 0);
};

/** Counts a try before it is checked, so that tries sent at once cannot pass together; a right one is taken back. */
const countTry = async (office: Office, counters: readonly Counter[], by: 1 | -1): Promise<string | null> => {
  const at = office.now();
  const counted = await Promise.all(
    counters.map(({ name, span }) =>
      office.store.count({
        name,
        by,
        at: at.toISOString(),
        expiresAt: new Date(at.getTime() + span).toISOString(),
      }),
    ),
  );
  return heldUntil(counters, counted, 1);
};

const courseOf = async (office: Office, row: CaseRow): Promise<Course> => {
  const key = caseKey(office.keys, row);
  const events = await office.store.events(row.id);
  return {
    case: row,
    events: events.map(event => ({ at: event.at, kind: event.kind, text: openText(key, event) })),
  };
};

/** The course of a case for whoever holds its number and password, or its link. An unknown number answers the same and as slowly. */
export const track = async (office: Office, query: Query): Promise<TrackResult> => {
  const number = readNumber(query.number);
  if ('token' in query) {
    const row = number ? await office.store.caseByNumber(number) : null;
    const right = same(proofOf(office.keys, row?.id ?? '', 'token', query.token), row?.tokenHash ?? '');
    return row && right ? { tag: 'found', course: await courseOf(office, row) } : { tag: 'wrong' };
  }
  const counters = countersOf(office, number ?? query.number.slice(0, 40));
  const until = (await mustWait(office, counters)) ?? (await countTry(office, counters, 1));
  if (until) return { tag: 'wait', until };
  const row = number ? await office.store.caseByNumber(number) : null;
  const pin = fold(query.pin).replace(/\s/g, '');
  const right = same(proofOf(office.keys, row?.id ?? '', 'pin', pin), row?.pinHash ?? '');
  if (!row || !right) return { tag: 'wrong' };
  await countTry(office, counters, -1);
  return { tag: 'found', course: await courseOf(office, row) };
};
