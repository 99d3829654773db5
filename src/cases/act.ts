import { randomBytes } from 'node:crypto';
import { eventMac } from '#src/cases/chain.ts';
import type { Office } from '#src/cases/office.ts';
import { caseKey, sealText } from '#src/cases/seal.ts';
import { proofOf, sixDigits } from '#src/cases/secrets.ts';
import { type Kind, next, type State } from '#src/cases/state.ts';
import type { Append, CaseRow } from '#src/cases/store.ts';

export type ActResult =
  | { readonly tag: 'done'; readonly state: State }
  | { readonly tag: 'unknown' }
  /** The event cannot happen in the case's state. */
  | { readonly tag: 'impossible'; readonly state: State };

type Act = {
  readonly kind: Kind;
  readonly actor: string;
  readonly text: string | null;
  readonly set: (row: CaseRow) => Append['set'];
};

/** Appends one event to a case. When somebody else was faster, reads again and decides anew. */
const act = async (office: Office, number: string, { kind, actor, text, set }: Act): Promise<ActResult> => {
  for (;;) {
    const row = await office.store.caseByNumber(number);
    if (!row) return { tag: 'unknown' };
    const state = next(row.state, kind);
    if (!state) return { tag: 'impossible', state: row.state };
    const seq = row.head + 1;
    const sealed = text === null ? null : sealText(caseKey(office.keys, row), row.id, seq, text);
    const event = { caseId: row.id, seq, at: office.now().toISOString(), kind, actor, data: '{}', sealed };
    const mac = eventMac(office.keys, row.headMac, event);
    const outcome = await office.store.append({
      caseId: row.id,
      head: row.head,
      event: { ...event, mac },
      state,
      set: set(row),
    });
    if (outcome.tag === 'stored') return { tag: 'done', state };
    if (outcome.tag === 'unknown') return { tag: 'unknown' };
  }
};

/** The longest answer, in characters: three pages. */
export const longestAnswer = 4000;

/** Gives the enterprise an answer; it shows on the tracking page. A second answer adds to the first. */
export const answer = (office: Office, number: string, text: string, actor: string): Promise<ActResult> => {
  if (text.trim() === '' || text.length > longestAnswer)
    throw new RangeError(`an answer has 1 to ${longestAnswer} characters`);
  return act(office, number, { kind: 'answered', actor, text: text.trim(), set: () => ({}) });
};

/** Issues a new query password, after the officer called back the stored phone. The old one stops working; the link does not. */
export const renewPin = async (
  office: Office,
  number: string,
  actor: string,
): Promise<ActResult & { readonly pin?: string }> => {
  const pin = sixDigits(randomBytes(6));
  const result = await act(office, number, {
    kind: 'pin-renewed',
    actor,
    text: null,
    set: row => ({ pinHash: proofOf(office.keys, row.id, 'pin', pin) }),
  });
  return result.tag === 'done' ? { ...result, pin } : result;
};
