import { longestAnswer } from '#src/cases/act.ts';
import {
  byLeadOrSuperior,
  dispatched,
  type Facts,
  first,
  type Handling,
  inState,
  isAgainst,
  listIn,
  refuse,
  textIn,
  withText,
} from '#src/cases/facts.ts';
import { allHeard, silentIn } from '#src/cases/side-by-side.ts';
import type { Rule } from '#src/i18n/desk-rules.ts';
import { halfDayOf } from '#src/rules/half-day.ts';

/** How often it was returned to its enterprise. */
const returns = ({ events }: Facts): number => events.filter(event => event.kind === 'returned').length;

/** 一次性告知: everything missing at once; a second return needs a superior and the reason. The clock stands from then on. */
export const giveBack: Handling<'return'> = {
  may: facts =>
    first(
      inState(facts, 'received', 'assigned'),
      byLeadOrSuperior(facts),
      dispatched(facts),
      refuse(returns(facts) > 0 && !facts.doer.superior, 'second-return'),
    ),
  plan: (facts, { missing, text }) => {
    const list = listIn(missing);
    if (!list || list.length === 0) return 'missing';
    return withText(text, returns(facts) > 0 ? 'reason-missing' : null, said => ({
      kind: 'returned',
      text: [...list.map((item, index) => `${index + 1}. ${item}`), ...(said ? [said] : [])].join('\n'),
      data: { missing: list.length, handler: facts.row.handler },
    }));
  },
};

/** 答复: it shows on the tracking page, and counts as told. */
export const answerIt: Handling<'answer'> = {
  may: facts =>
    first(
      inState(facts, 'received', 'assigned', 'returned', 'answered'),
      byLeadOrSuperior(facts),
      dispatched(facts),
      allHeard(facts),
    ),
  plan: (facts, { text }) =>
    withText(
      text,
      'text-missing',
      said => ({
        kind: 'answered',
        text: said,
        data: { handler: facts.row.handler, ...silentIn(facts) },
      }),
      longestAnswer,
    ),
};

const timeRule = ({ row, at }: Facts, time: string): Rule | null => {
  const when = Date.parse(time);
  // A minute for clocks that differ.
  const isPast = when <= at.getTime() + 60_000 && when >= Date.parse(row.receivedAt) - 60_000;
  return refuse(!isPast, 'time');
};

/** Tries that count: one a half-day, since the enterprise was last reached. */
const triesAfter = ({ events }: Facts, time: string): number => {
  const since = events.findLastIndex(event => event.kind === 'contacted');
  const earlier = events
    .slice(since + 1)
    .filter(event => event.kind === 'missed')
    .map(event => (JSON.parse(event.data) as { at: string }).at);
  return new Set([...earlier, time].map(one => halfDayOf(new Date(one)))).size;
};

/** 电话告知: when, to whom, what. Tries that failed are recorded too. */
export const contact: Handling<'contact'> = {
  may: facts =>
    first(
      inState(facts, 'received', 'held', 'assigned', 'returned', 'answered', 'closed'),
      refuse(isAgainst(facts), 'against'),
    ),
  plan: (facts, { reached, at: typed, whom, text }) => {
    const rule = timeRule(facts, typed);
    if (rule) return rule;
    const when = new Date(typed).toISOString();
    const name = textIn(whom, reached ? 'whom' : null, 40);
    if ('rule' in name) return name.rule;
    return withText(text, reached ? 'text-missing' : null, said => {
      const record = [name.text, said].filter(part => part !== '').join('：');
      return {
        kind: reached ? 'contacted' : 'missed',
        text: record === '' ? null : record,
        data: { at: when },
        set: reached ? {} : { contactFails: triesAfter(facts, when) },
      };
    });
  },
};
