import { mac } from '#src/cases/keys.ts';
import { readNumber } from '#src/cases/number.ts';
import type { Office } from '#src/cases/office.ts';
import { type Grade, mayRate } from '#src/cases/say.ts';
import { caseKey, isErased, openText } from '#src/cases/seal.ts';
import { proofOf, same } from '#src/cases/secrets.ts';
import { isShown, isSpoken, type Kind, next, type ShownKind } from '#src/cases/state.ts';
import type { CaseRow, Counted, EventRow } from '#src/cases/store.ts';
import { openPass, sealPass } from '#src/cases/ticket.ts';
import type { Goods } from '#src/forms/goods.ts';
import type { Progress } from '#src/forms/progress.ts';
import { fold } from '#src/rules/text.ts';

/** How somebody shows that a case is theirs: its password, its link, or the pass of a page that they opened with either. */
export type Query =
  | { readonly number: string; readonly pin: string }
  | { readonly number: string; readonly token: string }
  | { readonly pass: string };

export type Happened = {
  /** `enterprise`, `system`, or an officer's name, which is not shown. */ readonly actor: string;
  readonly at: string;
  readonly kind: ShownKind;
  readonly text: string;
  readonly grade: Grade | null;
  /** The department that it speaks of; '' for the case's present one. */ readonly handler: string;
  /** The due time that it sets; ''. */ readonly due: string;
  /** The number of the case that this one went into; ''. */ readonly into: string;
  /** Supplies that it speaks of. */ readonly goods: readonly Goods[];
  /** Why a need is not met, as a code; ''. */ readonly why: string;
  /** How money, lodging, a donation or an appointment goes on; null where it speaks of none. */ readonly progress: Progress | null;
  /** The kind and the number of a paper, and why it was revoked, as a code; ''. */
  readonly paper: string;
  readonly serial: string;
  readonly revoked: string;
};

/** A case as its sender may see it: its course and what was said, nothing personal. */
export type Course = {
  readonly case: CaseRow;
  readonly events: readonly Happened[];
  /** What the page's own forms send to act on the case. */ readonly pass: string;
  readonly may: {
    readonly reply: boolean;
    readonly change: boolean;
    readonly withdraw: boolean;
    readonly confirm: boolean;
    readonly rate: boolean;
    readonly erase: boolean;
  };
  readonly erased: boolean;
  /** The other cases of the same submission: one password opens all. */
  readonly linked: readonly { readonly case: CaseRow; readonly pass: string }[];
};

type Refused =
  /** Number and password do not fit together, or there is no such number: told alike. */
  | { readonly tag: 'wrong' }
  /** Too many wrong passwords: the password form waits until then; the link still works. */
  | { readonly tag: 'wait'; readonly until: string }
  /** The page was open for too long: number and password are asked again. */
  | { readonly tag: 'lapsed' };

export type TrackResult = { readonly tag: 'found'; readonly course: Course } | Refused;
export type Identified = { readonly tag: 'found'; readonly case: CaseRow } | Refused;

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
  const at = office.now();
  const names = counters.map(counter => counter.name);
  const counted = await office.store.counts(names, at.toISOString());
  // One that lasts longer was counted before the clock was put back, and begins anew with the next try.
  const isAhead = ({ expiresAt }: Counted, index: number): boolean =>
    Date.parse(expiresAt) > at.getTime() + 2 * (counters[index]?.span ?? 0);
  return heldUntil(
    counters,
    counted.map((one, index) => (isAhead(one, index) ? { ...one, count: 0 } : one)),
    0,
  );
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

/** What an event's data may say of it to the enterprise. */
type Data = Partial<{
  grade: Grade;
  handler: string;
  due: string;
  into: string;
  goods: readonly Goods[];
  why: string;
  paper: string;
  serial: string;
  revoked: string;
  /** That a bad rating was called back about: the record is not for the enterprise. */ result: string;
}>;

/** Events that say how something beside the case goes on. */
const progressing: readonly Kind[] = ['funding', 'lodged', 'donation', 'appointment', 'appointment-changed'];

/** What the sender may read of an event: nothing of what is internal, and only what was written for it. */
const happened = (office: Office, row: CaseRow, event: EventRow): readonly Happened[] => {
  const { kind, at, actor } = event;
  if (!isShown(kind)) return [];
  const data: Data = JSON.parse(event.data);
  const isReadable = isSpoken(kind) && event.sealed !== null && data.result === undefined;
  const text = isReadable ? openText(caseKey(office.keys, row), event) : '';
  const { grade = null, handler = '', due = '', into = '', goods = [], why = '' } = data;
  const { paper = '', serial = '', revoked = '' } = data;
  const progress: Progress | null = progressing.includes(kind) ? JSON.parse(event.data) : null;
  return [{ at, kind, actor, text, grade, handler, due, into, goods, why, paper, serial, revoked, progress }];
};

/** What may be done with a case as it stands. */
const mayDo = (row: CaseRow, events: readonly EventRow[], at: Date): Course['may'] => {
  const isMerged = row.mergedInto !== '';
  const can = (kind: Kind): boolean => !isErased(row) && !isMerged && next(row.state, kind) !== null;
  return {
    // What is added to a case that went into another reaches that one.
    reply: can('replied') || can('supplemented') || (isMerged && !isErased(row)),
    change: can('changed') && events.every(event => event.kind !== 'expired'),
    withdraw: can('withdrawn'),
    confirm: can('unresolved'),
    rate: can('rated') && mayRate(events, at),
    erase: !isErased(row) && next(row.state, 'erased') !== null,
  };
};

/** The course of a case that was shown to be the asker's. */
export const courseOf = async (office: Office, row: CaseRow): Promise<Course> => {
  const at = office.now();
  const [events, together] = await Promise.all([
    office.store.events(row.id),
    row.link === '' ? [] : office.store.linked(row.link),
  ]);
  const passed = (one: CaseRow) => ({ case: one, pass: sealPass(office.keys, one.number, at) });
  return {
    ...passed(row),
    events: events.flatMap(event => happened(office, row, event)),
    may: mayDo(row, events, at),
    erased: isErased(row),
    linked: together.filter(one => one.id !== row.id).map(passed),
  };
};

const byPass = async (office: Office, pass: string): Promise<Identified> => {
  const number = openPass(office.keys, pass, office.now());
  const row = number ? await office.store.caseByNumber(number) : null;
  return row ? { tag: 'found', case: row } : { tag: 'lapsed' };
};

const byToken = async (office: Office, number: string | null, token: string): Promise<Identified> => {
  const row = number ? await office.store.caseByNumber(number) : null;
  const right = same(proofOf(office.keys, row?.id ?? '', 'token', token), row?.tokenHash ?? '');
  return row && right ? { tag: 'found', case: row } : { tag: 'wrong' };
};

/** The case of whoever holds its number and password, its link or a pass. An unknown number answers the same and as slowly. */
export const identify = async (office: Office, query: Query): Promise<Identified> => {
  if ('pass' in query) return byPass(office, query.pass);
  const number = readNumber(query.number);
  if ('token' in query) return byToken(office, number, query.token);
  const counters = countersOf(office, number ?? query.number.slice(0, 40));
  const until = (await mustWait(office, counters)) ?? (await countTry(office, counters, 1));
  if (until) return { tag: 'wait', until };
  const row = number ? await office.store.caseByNumber(number) : null;
  const pin = fold(query.pin).replace(/\s/g, '');
  const right = same(proofOf(office.keys, row?.id ?? '', 'pin', pin), row?.pinHash ?? '');
  if (!row || !right) return { tag: 'wrong' };
  await countTry(office, counters, -1);
  return { tag: 'found', case: row };
};

/** The course of a case for whoever can show that it is theirs. */
export const track = async (office: Office, query: Query): Promise<TrackResult> => {
  const found = await identify(office, query);
  return found.tag === 'found' ? { tag: 'found', course: await courseOf(office, found.case) } : found;
};
