import { type Outcome, outcomes } from '#src/cases/deed.ts';
import {
  byLeadOrSuperior,
  dispatched,
  type Facts,
  first,
  type Handling,
  inState,
  isAgainst,
  refuse,
  withText,
} from '#src/cases/facts.ts';
import { dueOnReturn } from '#src/cases/say.ts';
import type { Rule } from '#src/i18n/desk-rules.ts';

/** Half-days of trying in vain after which an enterprise counts as unreachable (三次联系不上). */
const tries = 3;

/** Why a case cannot be closed so; null where it can. A case on the list (挂账) leaves it only solved. */
const outcomeRule = (facts: Facts, outcome: Outcome): Rule | null => {
  const { row, events } = facts;
  if (outcome === 'duplicate') return 'use-merge';
  if (row.stage === 'unsolved') return refuse(outcome !== 'solved', 'not-settled');
  // Nobody works on a held case yet: its end is told by the page that shows it.
  if (row.state === 'held')
    return refuse(outcome !== 'outside' && outcome !== 'policy' && outcome !== 'withdrawn', 'outcome');
  if (outcome === 'unreachable') return refuse(row.contactFails < tries, 'reachable');
  if (outcome === 'withdrawn')
    return refuse(
      events.every(event => event.kind !== 'contacted'),
      'withdrawn-by-phone',
    );
  if (outcome === 'upward' && row.stage === 'upward') return 'outcome';
  return refuse(row.told !== 1, 'untold');
};

/** The outcomes that a case may be closed with as it stands. */
export const outcomesOf = (facts: Facts): readonly Outcome[] =>
  outcomes.filter(outcome => outcomeRule(facts, outcome) === null);

const closable = (facts: Facts): Rule | null => {
  const { row } = facts;
  if (row.state === 'closed') return refuse(row.stage !== 'unsolved', 'state');
  return inState(facts, 'received', 'held', 'assigned', 'returned', 'answered');
};

/** What stands in the way of every outcome, so that the rule told is the one to mend. */
const noOutcome = (facts: Facts): Rule | null => refuse(outcomesOf(facts).length === 0, 'untold');

/** Outcomes that must be explained to the enterprise: it reads the text. */
const explained: readonly Outcome[] = ['policy', 'outside', 'upward', 'partly'];

/** 办结, only after the enterprise was told. `upward` is followed on and stays open; `partly` stays on the list until it is solved. */
export const close: Handling<'close'> = {
  may: facts => first(closable(facts), byLeadOrSuperior(facts), dispatched(facts), noOutcome(facts)),
  plan: (facts, { outcome, text }) => {
    if (!outcomes.includes(outcome)) return 'outcome';
    const rule = outcomeRule(facts, outcome);
    if (rule) return rule;
    const needsText = explained.includes(outcome) || facts.row.state === 'held';
    return withText(text, needsText ? 'text-missing' : null, said => ({
      kind: outcome === 'upward' ? 'referred' : 'closed',
      text: said === '' ? null : said,
      data: { outcome, handler: facts.row.handler },
      set: { outcome },
    }));
  },
};

/** 重新办理: due anew as from today. */
export const reopen: Handling<'reopen'> = {
  may: facts =>
    first(
      refuse(facts.row.mergedInto !== '', 'merged'),
      inState(facts, 'answered', 'closed'),
      byLeadOrSuperior(facts),
    ),
  plan: async ({ office, row, at }, { text }) => {
    const due = await dueOnReturn(office, row, at);
    return withText(text, 'reason-missing', said => ({
      kind: 'reopened',
      text: said,
      data: { handler: row.handler },
      set: due,
    }));
  },
};

/** Who had the case in hand: they do not call back about a bad rating of it. */
const handled = ({ row, events }: Facts): readonly string[] => [
  row.officer,
  ...events
    .filter(event => ['accepted', 'answered', 'returned', 'closed', 'referred'].includes(event.kind))
    .map(event => event.actor),
];

const results: readonly string[] = ['content', 'redo', 'explained'];

/** 回访 of a bad rating, by somebody other than who handled it: taken up again, or explained. */
export const revisit: Handling<'revisit'> = {
  may: facts =>
    first(
      refuse(isAgainst(facts), 'against'),
      refuse(facts.row.revisit !== 1, 'no-revisit'),
      inState(facts, 'answered', 'closed'),
      refuse(handled(facts).includes(facts.doer.login), 'revisit-handler'),
    ),
  plan: async ({ office, row, at }, { result, text }) => {
    if (!results.includes(result)) return 'result';
    const due = result === 'redo' ? await dueOnReturn(office, row, at) : {};
    return withText(text, 'text-missing', said => ({
      kind: result === 'redo' ? 'reopened' : 'revisited',
      text: said,
      data: { result, handler: row.handler },
      set: { ...due, revisit: 0 },
    }));
  },
};
