import type { Position } from '#src/cases/deed.ts';
import {
  byLeadOrSuperior,
  dispatched,
  type Facts,
  first,
  type Handling,
  inState,
  isAgainst,
  isDayFrom,
  isDepartment,
  refuse,
  withText,
} from '#src/cases/facts.ts';
import { askedPart, assistDue, isReview } from '#src/cases/parts.ts';
import type { Rule } from '#src/i18n/desk-rules.ts';
import { dayOf, instant } from '#src/rules/day.ts';

const departmentsRule = (facts: Facts, departments: readonly string[]): Rule | null => {
  const { row, parts } = facts;
  const isAsked = (code: string): boolean =>
    parts.some(part => part.department === code && part.state === 'asked');
  const isWrong = (code: string): boolean =>
    !isDepartment(facts, code) || code === row.handler || isAsked(code);
  const isTwice = new Set(departments).size < departments.length;
  if (departments.length === 0 || departments.length > 10 || isTwice || departments.some(isWrong))
    return 'assist-departments';
  return refuse(row.against !== '' && departments.includes(row.against), 'against');
};

/** The instant by which they answer: of the day that was chosen, or the usual one. Null where the day is not before the lead's. */
const dueOf = ({ office, row, at }: Facts, day: string): string | null => {
  if (day === '') return assistDue(office, row.due, at);
  if (!isDayFrom(day, dayOf(at))) return null;
  const due = instant(day, office.closing).toISOString();
  const isLate = row.due <= at.toISOString();
  return due < row.due || isLate ? due : null;
};

/** 协办: other departments answer the lead, before the lead's own time; each has its own position and date. */
export const assist: Handling<'assist'> = {
  may: facts => first(inState(facts, 'received', 'assigned'), byLeadOrSuperior(facts), dispatched(facts)),
  plan: (facts, { departments, ask, due: day }) => {
    const rule = departmentsRule(facts, departments);
    if (rule) return rule;
    const due = dueOf(facts, day);
    if (due === null) return 'assist-due';
    const { row, at } = facts;
    return withText(ask, 'text-missing', text => ({
      kind: 'assisted',
      text,
      data: { departments, due },
      parts: departments.map(department => askedPart(row.id, department, due, at)),
    }));
  },
};

const mine = ({ parts, doer }: Facts) =>
  parts.find(part => part.department === doer.department && part.state === 'asked');

/** What a part may say: of a review whether the enterprise may open, else whether it is done. */
export const positionsOf = ({ row }: Pick<Facts, 'row'>): readonly Position[] =>
  isReview(row) ? ['agree', 'rectify', 'object'] : ['agree', 'object', 'done', 'cannot'];

/** What an assisting department says to the lead. */
export const assistAnswer: Handling<'assist-answer'> = {
  may: facts =>
    first(
      inState(facts, 'received', 'assigned', 'returned', 'answered'),
      refuse(!mine(facts) || isAgainst(facts), 'no-part'),
    ),
  plan: (facts, { position, text }) => {
    const part = mine(facts);
    if (!part) return 'no-part';
    if (!positionsOf(facts).includes(position)) return 'position';
    const { doer, at } = facts;
    const answered = {
      ...part,
      state: 'answered',
      position,
      officer: doer.login,
      at: at.toISOString(),
    } as const;
    return withText(text, position === 'agree' || position === 'done' ? null : 'text-missing', said => ({
      kind: 'assist-answered',
      text: said === '' ? null : said,
      data: { department: doer.department, position },
      parts: [answered],
    }));
  },
};
