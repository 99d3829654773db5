import {
  byLeadOrSuperior,
  type Facts,
  first,
  type Handling,
  inState,
  refuse,
  withText,
} from '#src/cases/facts.ts';
import { readNumber } from '#src/cases/number.ts';
import { dueOnReturn } from '#src/cases/say.ts';
import { isErased } from '#src/cases/seal.ts';
import type { CaseRow } from '#src/cases/store.ts';
import type { Rule } from '#src/i18n/desk-rules.ts';

/** Whether one case may go into another; a case without a credit code is never the same enterprise by its name alone. */
const intoRule = ({ row, doer }: Facts, into: CaseRow, reason: string): Rule | null => {
  const isKnown = row.creditCode !== '' && into.creditCode !== '';
  return first(
    refuse(into.id === row.id, 'merge-itself'),
    refuse(into.mergedInto !== '' || into.state === 'withdrawn' || isErased(into), 'merge-into'),
    refuse(into.against !== '' && into.against === doer.department, 'merge-into'),
    refuse(into.complaint !== row.complaint, 'merge-complaint'),
    refuse(isKnown && row.creditCode !== into.creditCode, 'merge-other'),
    refuse(!isKnown && reason.trim() === '', 'merge-reason'),
  );
};

/** 并单: it is closed as a duplicate; its enterprise sees where it went, and what it adds reaches the other. */
export const merge: Handling<'merge'> = {
  may: facts =>
    first(
      refuse(facts.row.mergedInto !== '', 'merged'),
      inState(facts, 'received', 'held', 'assigned', 'returned', 'answered'),
      byLeadOrSuperior(facts),
    ),
  plan: async (facts, { into, reason }) => {
    const { office, row } = facts;
    const number = readNumber(into);
    const target = number ? await office.store.caseByNumber(number) : null;
    if (!target) return 'merge-into';
    const rule = intoRule(facts, target, reason);
    if (rule) return rule;
    // What went into this one would have to be looked for in two steps.
    if ((await office.store.mergedInto(row.number)).length > 0) return 'merge-into';
    return withText(reason, null, text => ({
      kind: 'merged',
      text: text === '' ? null : text,
      data: { into: target.number },
      set: { mergedInto: target.number, outcome: 'duplicate' },
    }));
  },
};

/** It was another matter after all: its department has it to accept again, due anew. */
export const unmerge: Handling<'unmerge'> = {
  may: facts => first(refuse(facts.row.mergedInto === '', 'not-merged'), byLeadOrSuperior(facts)),
  plan: async ({ office, row, at }, { reason }) => {
    const due = await dueOnReturn(office, row, at);
    return withText(reason, 'reason-missing', text => ({
      kind: 'unmerged',
      text,
      data: { from: row.mergedInto, handler: row.handler },
      set: due,
    }));
  },
};
