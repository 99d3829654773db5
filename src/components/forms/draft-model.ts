/** Names and values as the form would post them, in its order; empty ones too, since they say how many lines there are. */
export type Entries = readonly (readonly [name: string, value: string])[];

/** A form that was not sent yet. */
export type Draft = {
  readonly form: string;
  /** The form's title, for lists on other pages. */ readonly title: string;
  readonly name: string;
  readonly entries: Entries;
  /** Makes the Idempotency-Key with the content: a draft sent twice, from two tabs or two devices, is one case. */
  readonly salt: string;
};

/** Something kept on the device; `rev` counts its saves, `until` is when it is deleted (milliseconds). */
export type Held<T> = {
  readonly id: string;
  readonly rev: number;
  readonly until: number;
  readonly what: T;
};
/** Which of them a page holds, and which of its saves the page has seen. */
export type Mine = { readonly id: string; readonly rev: number };
export type Kept<T> = { readonly tag: 'kept' | 'copied'; readonly held: Held<T> } | { readonly tag: 'gone' };

const day = 24 * 60 * 60 * 1000;
export const draftDays = 14;
export const profileDays = 90;
/** As long as the server knows an Idempotency-Key: what waits longer could be registered twice. */
export const outboxDays = 30;

export const untilAfter = (days: number, now: number): number => now + days * day;

/** Whether its time is over: it is then neither shown nor written to. */
export const isOver = (held: { readonly until: number }, now: number): boolean => held.until <= now;

/**
 * One save. It takes the place of what the page has seen, and of nothing else: where another page saved since, it becomes a copy
 * under `fresh`; where the draft was sent or deleted meanwhile nothing is written and the page is told (`gone`).
 */
export const keep = <T>(
  there: Held<T> | undefined,
  mine: Mine | null,
  what: T,
  at: { readonly now: number; readonly days: number; readonly fresh: string },
): Kept<T> => {
  const until = untilAfter(at.days, at.now);
  const anew = { id: at.fresh, rev: 1, until, what };
  if (mine === null) return { tag: 'kept', held: anew };
  if (there === undefined || isOver(there, at.now)) return { tag: 'gone' };
  if (there.rev !== mine.rev) return { tag: 'copied', held: anew };
  return { tag: 'kept', held: { id: there.id, rev: there.rev + 1, until, what } };
};

/** What somebody typed under this name; '' where nothing was. */
export const typedIn = (entries: Entries, name: string): string =>
  entries.find(([given]) => given === name)?.[1] ?? '';

/** A draft's name until the person gives another: the enterprise, or the time. */
export const nameOf = (entries: Entries, time: string): string =>
  typedIn(entries, 'enterprise.name').trim().slice(0, 40) || time;

/** The enterprise and the contact: what every form asks the same way. */
export const blockOf = (entries: Entries): Entries =>
  entries.filter(([name, value]) => /^(enterprise|contact)\./.test(name) && value !== '');

/** How many lines of this name the entries hold; a form shows at least one. */
export const linesIn = (entries: Entries, name: string): number =>
  entries.reduce((most, [given]) => {
    const index = given.startsWith(`${name}.`) ? Number.parseInt(given.slice(name.length + 1), 10) : -1;
    return Math.max(most, index + 1 || 1);
  }, 1);

export const isEntries = (value: unknown): value is Entries =>
  Array.isArray(value) &&
  value.every(one => Array.isArray(one) && one.length === 2 && one.every(part => typeof part === 'string'));

/** A draft as it was stored or came in a file; null when it is none. */
export const readDraft = (value: unknown): Draft | null => {
  if (typeof value !== 'object' || value === null) return null;
  const { form, title, name, entries, salt } = value as Record<string, unknown>;
  if (typeof form !== 'string' || typeof title !== 'string' || typeof name !== 'string') return null;
  if (typeof salt !== 'string' || !/^[0-9a-f]{40}$/.test(salt) || !isEntries(entries)) return null;
  return { form, title, name, entries, salt };
};
