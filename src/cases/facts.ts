import type { Plan } from '#src/cases/act.ts';
import type { Deed, DeedName, Doer } from '#src/cases/deed.ts';
import type { PartRow } from '#src/cases/desk-store.ts';
import type { Office } from '#src/cases/office.ts';
import type { State } from '#src/cases/state.ts';
import type { CaseRow, EventRow } from '#src/cases/store.ts';
import type { Rule } from '#src/i18n/desk-rules.ts';
import { isDay } from '#src/rules/day.ts';
import { isPlain, length, tidy } from '#src/rules/text.ts';

/** Everything a rule of the work looks at. */
export type Facts = {
  readonly office: Office;
  readonly row: CaseRow;
  readonly events: readonly EventRow[];
  readonly parts: readonly PartRow[];
  readonly doer: Doer;
  readonly at: Date;
};

export type DeedOf<Name extends DeedName> = Extract<Deed, { readonly deed: Name }>;

/** A deed: who may do it when, whatever is written in it; and what it makes of the case, or the rule that it breaks. */
export type Handling<Name extends DeedName> = {
  readonly may: (facts: Facts) => Rule | null;
  readonly plan: (facts: Facts, deed: DeedOf<Name>) => Plan | Rule | Promise<Plan | Rule>;
};

/** The first rule that is broken; null where none is. */
export const first = (...rules: readonly (Rule | null)[]): Rule | null =>
  rules.find(rule => rule !== null) ?? null;

export const refuse = (when: boolean, rule: Rule): Rule | null => (when ? rule : null);

export const inState = ({ row }: Facts, ...states: readonly State[]): Rule | null =>
  refuse(!states.includes(row.state), 'state');

export const isLead = ({ row, doer }: Facts): boolean =>
  doer.department !== '' && doer.department === row.handler;

/** Whom a complaint is about has no hand in it. */
export const isAgainst = ({ row, doer }: Facts): boolean =>
  row.against !== '' && doer.department === row.against;

export const byLead = (facts: Facts): Rule | null => refuse(!isLead(facts) || isAgainst(facts), 'lead');

export const byLeadOrSuperior = (facts: Facts): Rule | null =>
  refuse(isAgainst(facts) || !(isLead(facts) || facts.doer.superior), 'lead-or-superior');

export const bySuperior = (facts: Facts): Rule | null =>
  refuse(isAgainst(facts) || !facts.doer.superior, 'superior');

/** While nobody leads, a superior alone goes on with it. */
export const dispatched = ({ row, doer }: Facts): Rule | null =>
  refuse(row.stage === 'declined' && !doer.superior, 'with-dispatcher');

/** The longest reason and note, in characters; answers may be longer. */
const longestText = 1000;

/** A typed text as it is kept, or what is wrong with it. `missing`: the rule where there is none; null where it may be left out. */
export const textIn = (
  typed: string,
  missing: Rule | null,
  max: number = longestText,
): { readonly text: string } | { readonly rule: Rule } => {
  const text = tidy(typed, true);
  if (text === '' && missing) return { rule: missing };
  if (!isPlain(text)) return { rule: 'text-plain' };
  return length(text) > max ? { rule: 'text-long' } : { text };
};

/** A plan made of a text, where the text is in order. */
export const withText = (
  typed: string,
  missing: Rule | null,
  plan: (text: string) => Plan | Rule,
  max?: number,
): Plan | Rule => {
  const read = textIn(typed, missing, max);
  return 'rule' in read ? read.rule : plan(read.text);
};

/** A list of short texts, one a line, without empty ones; null where there are too many or one is too long. */
export const listIn = (items: readonly string[]): readonly string[] | null => {
  const texts = items.map(item => tidy(item, false)).filter(item => item !== '');
  return texts.length <= 20 && texts.every(item => isPlain(item) && length(item) <= 200) ? texts : null;
};

export const isDayFrom = (day: string, from: string): boolean => isDay(day) && day >= from;

export const isDepartment = ({ office }: Facts, code: string): boolean =>
  Object.hasOwn(office.departments, code);

/** The data of the newest event of a kind; null where there is none. */
export const newestData = <T>(events: readonly EventRow[], kind: EventRow['kind']): T | null => {
  const event = events.findLast(one => one.kind === kind);
  return event ? (JSON.parse(event.data) as T) : null;
};
