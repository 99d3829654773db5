import { longestAnswer } from '#src/cases/act.ts';
import {
  byLeadOrSuperior,
  bySuperior,
  dispatched,
  type Facts,
  first,
  type Handling,
  inState,
  isDayFrom,
  isDepartment,
  listIn,
  refuse,
  withText,
} from '#src/cases/facts.ts';
import { isReview } from '#src/cases/parts.ts';
import { allHeard, faultsFound, isAgainstOpening, isAtWork, silentIn } from '#src/cases/side-by-side.ts';
import { plannedVisit } from '#src/cases/visit-plan.ts';
import type { Rule } from '#src/i18n/desk-rules.ts';
import { addDays, dayInWords, dayOf, instant } from '#src/rules/day.ts';

/** How far ahead a day of these acts may lie, in days. */
const furthest = 30;

const ofReview = ({ row }: Facts): Rule | null =>
  first(refuse(!isReview(row), 'not-review'), refuse(row.mergedInto !== '', 'merged'));

const isSoon = (facts: Facts, day: string): boolean => {
  const today = dayOf(facts.at);
  return isDayFrom(day, today) && day <= addDays(today, furthest);
};

const closingOf = ({ office }: Facts, day: string): string => instant(day, office.closing).toISOString();

/** 不达条件一律不得开工: over a department's objection, or a check that found faults, a superior alone lets an enterprise open. */
const objected = ({ parts, events, doer }: Facts): Rule | null =>
  refuse(!doer.superior && (parts.some(isAgainstOpening) || faultsFound(events) > 0), 'review-objected');

const lines = (...texts: readonly string[]): string => texts.filter(text => text !== '').join('\n');

/** 复工告知, the one answer to a filing. It ends a rectification and a suspension too. */
export const clear: Handling<'clear'> = {
  may: facts =>
    first(
      inState(facts, 'received', 'assigned', 'answered'),
      ofReview(facts),
      byLeadOrSuperior(facts),
      dispatched(facts),
      allHeard(facts),
      objected(facts),
    ),
  plan: (facts, { from, text }) => {
    if (!isSoon(facts, from)) return 'clear-from';
    const plan = (said: string) => ({
      kind: 'cleared' as const,
      text: lines(`${dayInWords(from)}起可以开工，请继续落实防控措施。`, said),
      data: { handler: facts.row.handler, from, ...silentIn(facts) },
    });
    return withText(text, null, plan, longestAnswer);
  },
};

/** What stops meanwhile is said in so many words: nothing stops silently. */
const meanwhile = (facts: Facts): string =>
  isAtWork(facts) ? '整改期间可以继续开工。' : '改好并收到复工告知以后再开工。';

/** 限期整改: told all at once; the case goes on with its lead and is due on that day, when it is looked at again. */
export const rectify: Handling<'rectify'> = {
  may: facts =>
    first(
      inState(facts, 'received', 'assigned', 'answered', 'closed'),
      ofReview(facts),
      byLeadOrSuperior(facts),
      dispatched(facts),
      facts.row.state === 'closed' ? null : allHeard(facts),
    ),
  plan: (facts, { items, until, text }) => {
    const list = listIn(items);
    if (!list || list.length === 0) return 'missing';
    if (!isSoon(facts, until)) return 'rectify-until';
    const due = closingOf(facts, until);
    return withText(text, null, said => ({
      kind: 'rectifying',
      text: lines(
        ...list.map((item, index) => `${index + 1}. ${item}`),
        `请在${dayInWords(until)}前改好，在这里补充说明。${meanwhile(facts)}`,
        said,
      ),
      data: { handler: facts.row.handler, items: list.length, due, ...silentIn(facts) },
      set: { due },
    }));
  },
};

/** A suspension needs a ground on record: an objection, a rectification that was asked for, a check that found faults. */
const grounds = ({ parts, events }: Facts): Rule | null => {
  const isAsked = events.some(event => event.kind === 'rectifying');
  return refuse(!(parts.some(isAgainstOpening) || isAsked || faultsFound(events) > 0), 'suspend-ground');
};

/** 暂停开工, decided by a superior; the case is due on the day by which it is looked at again. */
export const suspend: Handling<'suspend'> = {
  may: facts =>
    first(
      inState(facts, 'received', 'assigned', 'answered', 'closed'),
      ofReview(facts),
      bySuperior(facts),
      refuse(!isAtWork(facts), 'not-at-work'),
      grounds(facts),
    ),
  plan: (facts, { reason, until }) => {
    if (!isSoon(facts, until)) return 'suspend-until';
    const due = closingOf(facts, until);
    return withText(reason, 'reason-missing', said => ({
      kind: 'suspended',
      text: lines(said, `我们在${dayInWords(until)}前复查，符合条件就发复工告知，收到以后再开工。`),
      data: { handler: facts.row.handler, due },
      set: { due },
    }));
  },
};

/** 抽查在开工之后: a check of the site becomes due. The enterprise is not told: one that is announced is none. */
export const inspect: Handling<'inspect'> = {
  may: facts =>
    first(
      inState(facts, 'received', 'assigned', 'answered', 'closed'),
      ofReview(facts),
      byLeadOrSuperior(facts),
      refuse(!isAtWork(facts), 'not-at-work'),
    ),
  plan: (facts, { department, due }) => {
    if (!isDepartment(facts, department)) return 'department';
    if (!isSoon(facts, due)) return 'check-due';
    const { office, row, doer, at } = facts;
    const { id: caseId, enterprise, creditCode, area } = row;
    const plan = { caseId, enterprise, creditCode, area, department, due, officer: '' };
    const visit = plannedVisit(
      office,
      { ...plan, purpose: 'check' },
      { key: `${caseId} ${row.head}`, by: doer.login, at },
    );
    return { kind: 'check-planned', data: { department, until: due, visit: visit.id }, visit };
  },
};
