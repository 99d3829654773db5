import { randomBytes } from 'node:crypto';
import { eventMac } from '#src/cases/chain.ts';
import { follow } from '#src/cases/follow.ts';
import type { Office } from '#src/cases/office.ts';
import { frees } from '#src/cases/places.ts';
import { caseKey, isErased, sealText } from '#src/cases/seal.ts';
import { proofOf, sixDigits } from '#src/cases/secrets.ts';
import { type Kind, next, type State } from '#src/cases/state.ts';
import type { Append, CaseRow } from '#src/cases/store.ts';
import { tell } from '#src/cases/tell.ts';
import { unlistOf } from '#src/cases/unlist.ts';

export type ActResult =
  | { readonly tag: 'done'; readonly state: State }
  | { readonly tag: 'unknown' }
  /** The event cannot happen in the case's state, or its information was erased. */
  | { readonly tag: 'impossible'; readonly state: State }
  /** A file that was attached is gone; nothing was stored. */
  | { readonly tag: 'upload-missing'; readonly hash: string };

/** What an act makes of a case as it stands. */
export type Plan = Pick<
  Append,
  'content' | 'destroyKey' | 'blanked' | 'forget' | 'uploads' | 'parts' | 'lookups' | 'visit' | 'faq'
> & {
  readonly kind: Kind;
  readonly text?: string | null;
  /** Codes and dates, kept in the clear. */ readonly data?: object;
  readonly set?: Append['set'];
};

/** Nothing to add: the same was said a moment ago (a second click, a reload), or it cannot be. */
export type Settled = { readonly tag: 'done' | 'impossible' };

type Planner = (row: CaseRow, at: Date) => Plan | Settled | Promise<Plan | Settled>;

const appendOf = (
  office: Office,
  row: CaseRow,
  actor: string,
  at: Date,
  plan: Plan,
  state: State,
): Append => {
  const { kind, text = null, data = {}, set: _, ...rest } = plan;
  const seq = row.head + 1;
  const sealed = text === null ? null : sealText(caseKey(office.keys, row), row.id, seq, text);
  // A due time that no other data tells is kept too: figures are made of events alone.
  const by = plan.set?.due !== undefined && !('due' in data) ? { dueBy: plan.set.due } : {};
  const json = JSON.stringify({ ...data, ...by });
  const event = { caseId: row.id, seq, at: at.toISOString(), kind, actor, data: json, sealed };
  const mac = eventMac(office.keys, row.headMac, event);
  const set = follow(row, plan, state, event.at);
  const after = { ...row, ...plan.content, ...set };
  const notices = plan.destroyKey ? [] : tell(office, row, after, kind, at);
  const unlist = unlistOf(office.forms, row, plan, state);
  const over = { ...(unlist && { unlist }), ...(frees(office, row, kind) && { frees: true as const }) };
  return { caseId: row.id, head: row.head, event: { ...event, mac }, state, set, notices, ...over, ...rest };
};

/**
 * The command that appends one event to a case as it was read, for whoever stores it together with something else; null where the
 * event cannot happen, or the case was erased.
 */
export const prepare = (
  office: Office,
  row: CaseRow,
  actor: string,
  at: Date,
  plan: Plan,
): { readonly command: Append; readonly state: State } | null => {
  const state = next(row.state, plan.kind);
  // What was made public of a case outlives it, and is taken down even after it was erased.
  const isOver = isErased(row) && plan.kind !== 'unpublished';
  return state && !isOver ? { command: appendOf(office, row, actor, at, plan, state), state } : null;
};

/** Appends one event to a case as it was read; stale where somebody else was faster. */
export const carry = async (
  office: Office,
  row: CaseRow,
  actor: string,
  at: Date,
  plan: Plan,
): Promise<ActResult | { readonly tag: 'stale' }> => {
  const prepared = prepare(office, row, actor, at, plan);
  if (!prepared) return { tag: 'impossible', state: row.state };
  const { command, state } = prepared;
  const outcome = await office.store.append(command);
  if (outcome.tag === 'stored' && command.notices?.length) office.contacts.wake();
  return outcome.tag === 'stored' ? { tag: 'done', state } : outcome;
};

/** Appends one event to a case. When somebody else was faster, reads again and decides anew. */
export const act = async (
  office: Office,
  number: string,
  actor: string,
  planner: Planner,
): Promise<ActResult> => {
  for (;;) {
    const row = await office.store.caseByNumber(number);
    if (!row) return { tag: 'unknown' };
    const at = office.now();
    const plan = await planner(row, at);
    if ('tag' in plan) return { tag: plan.tag, state: row.state };
    const result = await carry(office, row, actor, at, plan);
    if (result.tag !== 'stale') return result;
  }
};

/** The longest answer, in characters: three pages. */
export const longestAnswer = 4000;

/** Gives the enterprise an answer; it shows on the tracking page. A second answer adds to the first. */
export const answer = (office: Office, number: string, text: string, actor: string): Promise<ActResult> => {
  if (text.trim() === '' || text.length > longestAnswer)
    throw new RangeError(`an answer has 1 to ${longestAnswer} characters`);
  return act(office, number, actor, () => ({ kind: 'answered', text: text.trim() }));
};

/** A new query password; cases of one submission keep one. */
export const newPin = (): string => sixDigits(randomBytes(6));

/** What puts a new query password in place of the old one. */
export const pinPlan = (office: Office, row: CaseRow, pin: string): Plan => ({
  kind: 'pin-renewed',
  set: { pinHash: proofOf(office.keys, row.id, 'pin', pin) },
});

/** Gives the other cases of a submission the same new password. */
export const renewOthers = async (
  office: Office,
  row: CaseRow,
  actor: string,
  pin: string,
): Promise<void> => {
  const linked = row.link === '' ? [] : await office.store.linked(row.link);
  for (const { id, number } of linked)
    if (id !== row.id) await act(office, number, actor, one => pinPlan(office, one, pin));
};

/**
 * Issues a new query password, after the officer called back the stored phone; cases of one submission keep one password.
 * The old one stops working; the link does not. Tells how it went with the case that was named.
 */
export const renewPin = async (
  office: Office,
  number: string,
  actor: string,
): Promise<ActResult & { readonly pin?: string }> => {
  const pin = newPin();
  const result = await act(office, number, actor, row => pinPlan(office, row, pin));
  const row = result.tag === 'done' ? await office.store.caseByNumber(number) : null;
  if (!row) return result;
  await renewOthers(office, row, actor, pin);
  return { ...result, pin };
};
