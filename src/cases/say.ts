import { type ActResult, act, type Plan, type Settled } from '#src/cases/act.ts';
import { assign } from '#src/cases/assign.ts';
import type { Office } from '#src/cases/office.ts';
import { openAnswers } from '#src/cases/review.ts';
import { caseKey, openText } from '#src/cases/seal.ts';
import { type Kind, next } from '#src/cases/state.ts';
import type { Append, CaseRow, EventRow } from '#src/cases/store.ts';
import { longestReply, readReply } from '#src/forms/reply.ts';
import type { gradeWords } from '#src/i18n/track.ts';
import { addWorkingDays, isOfficeDay } from '#src/rules/calendar.ts';
import { addDays, dayOf, instant } from '#src/rules/day.ts';

/** How content an enterprise is, in five grades (国办发〔2019〕51号). */
export type Grade = keyof typeof gradeWords;

/** A rating may be changed for a week. */
const ratingLife = 7 * 24 * 3_600_000;

const newestOf = async (office: Office, row: CaseRow): Promise<EventRow | undefined> =>
  (await office.store.events(row.id)).at(-1);

/** Whether the newest event says the same already: a second click or a reload adds nothing. */
const isSaid = async (
  office: Office,
  row: CaseRow,
  actor: string,
  kinds: readonly Kind[],
  text: string | null,
): Promise<boolean> => {
  const newest = await newestOf(office, row);
  if (!newest || newest.actor !== actor || !kinds.includes(newest.kind)) return false;
  return openText(caseKey(office.keys, row), newest) === (text ?? '');
};

/** The due time of a case that waited for its enterprise: later by the office days it waited (等企业补正时停钟). */
const dueAfterWaiting = (office: Office, row: CaseRow, since: string, at: Date): string => {
  const last = dayOf(at);
  let waited = 0;
  for (let day = addDays(dayOf(new Date(since)), 1); day <= last; day = addDays(day, 1))
    if (isOfficeDay(office.calendar, day)) waited += 1;
  if (waited === 0) return row.due;
  const due = addWorkingDays(office.calendar, dayOf(new Date(row.due)), waited);
  return instant(due, office.closing).toISOString();
};

/** A new due time where a case goes back to work: as from today where it was answered, later by its wait where it was returned. */
export const dueOnReturn = async (office: Office, row: CaseRow, at: Date): Promise<Append['set']> => {
  if (row.state === 'returned') {
    const events = await office.store.events(row.id);
    const since = events.findLast(event => event.kind === 'returned')?.at ?? at.toISOString();
    return { due: dueAfterWaiting(office, row, since, at) };
  }
  const form = office.forms.find(one => one.id === row.form);
  if (!form || !['answered', 'closed'].includes(row.state)) return {};
  return { due: assign(office, form, openAnswers(office, form, row), at).due };
};

const textOf = (typed: string): string => {
  const reply = readReply(typed, true);
  if ('refusal' in reply) throw new RangeError(`a reply has 1 to ${longestReply} characters`);
  return reply.text;
};

/** Adds something to a case; one that was returned, answered or closed goes back to work by it. */
export const reply = (office: Office, number: string, typed: string, actor: string): Promise<ActResult> =>
  replied(office, number, textOf(typed), actor);

const replied = async (office: Office, number: string, text: string, actor: string): Promise<ActResult> => {
  const merged = await office.store.caseByNumber(number);
  if (merged?.mergedInto) return replyToMerged(office, merged, text, actor);
  return act(office, number, actor, async (row, at) => {
    if (row.mergedInto !== '') return { tag: 'impossible' };
    if (await isSaid(office, row, actor, ['supplemented', 'replied'], text)) return { tag: 'done' };
    const kind = next(row.state, 'replied') ? 'replied' : 'supplemented';
    return { kind, text, set: await dueOnReturn(office, row, at) };
  });
};

/**
 * Adds something to a case that went into another: it is told there, where its own enterprise reads only that something was added,
 * and kept here, where its sender reads it.
 */
const replyToMerged = async (
  office: Office,
  row: CaseRow,
  text: string,
  actor: string,
): Promise<ActResult> => {
  const into = row.mergedInto;
  const told = await act(office, into, actor, async (target, at) => {
    if (await isSaid(office, target, actor, ['relayed'], text)) return { tag: 'done' };
    return {
      kind: 'relayed',
      text,
      data: { from: row.number },
      set: await dueOnReturn(office, target, at),
    };
  });
  if (told.tag !== 'done') return told;
  return act(office, row.number, actor, async again => {
    if (await isSaid(office, again, actor, ['sent-on'], text)) return { tag: 'done' };
    return { kind: 'sent-on', text, data: { into } };
  });
};

/** Takes a case back. The same may be sent anew at once. */
export const withdraw = (office: Office, number: string, actor: string): Promise<ActResult> =>
  act(office, number, actor, row =>
    row.state === 'withdrawn' ? { tag: 'done' } : { kind: 'withdrawn', forget: 'fingerprints' },
  );

/** Says whether the matter is solved: it is closed, or goes back to work. `text` says what is still missing; '' nothing. */
export const confirm = (
  office: Office,
  number: string,
  { solved, text }: { readonly solved: boolean; readonly text: string },
  actor: string,
): Promise<ActResult> => {
  const kind = solved ? 'confirmed' : 'unresolved';
  const said = text.trim() === '' ? null : textOf(text);
  return act(office, number, actor, async (row, at): Promise<Plan | Settled> => {
    if (row.mergedInto !== '') return { tag: 'impossible' };
    if (await isSaid(office, row, actor, [kind], said)) return { tag: 'done' };
    return { kind, text: said, set: solved ? {} : await dueOnReturn(office, row, at) };
  });
};

/** When a case was first rated; null where it was not. */
const ratedAt = (events: readonly Pick<EventRow, 'kind' | 'at'>[]): string | null =>
  events.find(event => event.kind === 'rated')?.at ?? null;

/** Whether a rating may still be given or changed. */
export const mayRate = (events: readonly Pick<EventRow, 'kind' | 'at'>[], at: Date): boolean => {
  const first = ratedAt(events);
  return first === null || at.getTime() - Date.parse(first) <= ratingLife;
};

/** Rates how a case was handled, once; within a week it may be changed. */
export const rate = (
  office: Office,
  number: string,
  { grade, text }: { readonly grade: Grade; readonly text: string },
  actor: string,
): Promise<ActResult> => {
  const said = text.trim() === '' ? null : textOf(text);
  return act(office, number, actor, async (row, at): Promise<Plan | Settled> => {
    if (row.mergedInto !== '') return { tag: 'impossible' };
    const events = await office.store.events(row.id);
    const data = JSON.stringify({ grade });
    const isSame = events.at(-1)?.data === data && (await isSaid(office, row, actor, ['rated'], said));
    if (isSame) return { tag: 'done' };
    return mayRate(events, at) ? { kind: 'rated', text: said, data: { grade } } : { tag: 'impossible' };
  });
};
