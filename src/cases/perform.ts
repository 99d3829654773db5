import { carry, newPin, pinPlan, renewOthers } from '#src/cases/act.ts';
import { assist, assistAnswer } from '#src/cases/assist.ts';
import { close, reopen, revisit } from '#src/cases/closing.ts';
import type { Deed, DeedName, DeedResult, Doer } from '#src/cases/deed.ts';
import { accept, assign, complex, decline, fastTrack, note, open, release } from '#src/cases/dispatch.ts';
import { askExtension, decideExtension, press } from '#src/cases/extension.ts';
import type { Facts, Handling } from '#src/cases/facts.ts';
import { merge, unmerge } from '#src/cases/merge.ts';
import type { Office } from '#src/cases/office.ts';
import { clear, inspect, rectify, suspend } from '#src/cases/reopening.ts';
import { isErased } from '#src/cases/seal.ts';
import type { CaseRow } from '#src/cases/store.ts';
import { answerIt, contact, giveBack } from '#src/cases/telling.ts';

/** A new query password is made only once it is sure that it counts. */
const renewPin: Handling<'renew-pin'> = {
  may: facts => (facts.row.state === 'withdrawn' ? 'state' : null),
  plan: ({ office, row }) => pinPlan(office, row, newPin()),
};

const handlings: { readonly [Name in DeedName]: Handling<Name> } = {
  accept,
  decline,
  assign,
  assist,
  'assist-answer': assistAnswer,
  return: giveBack,
  answer: answerIt,
  contact,
  close,
  reopen,
  'ask-extension': askExtension,
  'decide-extension': decideExtension,
  press,
  note,
  merge,
  unmerge,
  release,
  open,
  'renew-pin': renewPin,
  revisit,
  complex,
  clear,
  rectify,
  suspend,
  inspect,
  'fast-track': fastTrack,
};

/** Every deed there is. */
export const deedNames = Object.keys(handlings) as readonly DeedName[];

/** What the rules look at, of a case as it was read. */
export const factsOf = async (office: Office, row: CaseRow, doer: Doer): Promise<Facts> => {
  const [events, parts] = await Promise.all([office.store.events(row.id), office.store.parts(row.id)]);
  return { office, row, events, parts, doer, at: office.now() };
};

/** What may be done with a case as it stands, whatever is written in it. An erased case is only looked at. */
export const possibleOf = (facts: Facts): readonly DeedName[] =>
  isErased(facts.row) ? [] : deedNames.filter(name => handlings[name].may(facts) === null);

/** The same by its number; nothing where there is no such case. */
export const possible = async (office: Office, number: string, doer: Doer): Promise<readonly DeedName[]> => {
  const row = await office.store.caseByNumber(number);
  return row ? possibleOf(await factsOf(office, row, doer)) : [];
};

/** The plan of a deed, or the rule that forbids it. */
const planOf = async <Name extends DeedName>(facts: Facts, deed: Extract<Deed, { deed: Name }>) => {
  const handling = handlings[deed.deed] as unknown as Handling<Name>;
  return handling.may(facts) ?? handling.plan(facts, deed as Parameters<typeof handling.plan>[1]);
};

/**
 * Does what an officer does to a case, where the rules of the work allow it: states, who leads, once, a superior. Who
 * may do what by role is asked before. `head` is that of the page which sent it: where the case has moved since, nothing is done.
 * A rule that forbids it is a code of `src/i18n/desk-rules.ts`.
 */
export const perform = async (
  office: Office,
  number: string,
  head: number,
  deed: Deed,
  doer: Doer,
): Promise<DeedResult> => {
  const row = await office.store.caseByNumber(number);
  if (!row) return { tag: 'unknown' };
  if (row.head !== head) return { tag: 'stale', head: row.head };
  if (isErased(row)) return { tag: 'forbidden', rule: 'erased' };
  const facts = await factsOf(office, row, doer);
  const pin = deed.deed === 'renew-pin' ? newPin() : '';
  const plan = pin ? (renewPin.may(facts) ?? pinPlan(office, row, pin)) : await planOf(facts, deed);
  if (typeof plan === 'string') return { tag: 'forbidden', rule: plan };
  const result = await carry(office, row, doer.login, facts.at, plan);
  if (result.tag === 'done') {
    if (pin) await renewOthers(office, row, doer.login, pin);
    return { tag: 'done', head: row.head + 1, ...(pin && { pin }) };
  }
  if (result.tag === 'unknown') return result;
  if (result.tag !== 'stale') return { tag: 'forbidden', rule: 'state' };
  const now = await office.store.caseByNumber(number);
  return now ? { tag: 'stale', head: now.head } : { tag: 'unknown' };
};
