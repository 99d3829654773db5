import { complaintOf } from '#src/cases/complaint.ts';
import type { Office } from '#src/cases/office.ts';
import type { CaseRow } from '#src/cases/store.ts';
import { type Answers, type AnyForm, routingKey } from '#src/forms/field.ts';
import { whoWords } from '#src/i18n/who.ts';
import { type Decision, decide } from '#src/rules/decide.ts';

/** What is kept of the decision beside handler and due: the day and mode of the tables, the reason told, the rows that matched. */
const traceOf = ({ day, mode, handler, alsoTo, reason, reviewBy, guide, trace }: Decision): string =>
  JSON.stringify({ day, mode, handler, alsoTo, reason, reviewBy, guide, trace });

/** A complaint about the very department that takes complaints goes to the one above it, which answers alone. */
const above = (
  decision: Decision,
  against: string,
  superiors: Readonly<Record<string, string>>,
): Decision => {
  const superior = against === decision.handler ? superiors[against] : undefined;
  return superior === undefined
    ? decision
    : { ...decision, handler: superior, alsoTo: [], reason: whoWords.above };
};

/** Who takes a submission, why, and until when: by the same rows that told the sender. */
export const assign = (
  office: Office,
  form: AnyForm,
  answers: Answers,
  at: Date,
): Pick<CaseRow, 'handler' | 'routing' | 'due'> => {
  const { area, line, creditCode } = answers.enterprise;
  const question = { form: form.id, key: routingKey(form, answers), area, line, creditCode };
  const decided = decide(office.rules, question, office.ruleDay(), at);
  const decision = above(decided, complaintOf(office, form, answers).against, office.rules.superiors ?? {});
  return { handler: decision.handler, routing: traceOf(decision), due: decision.due.toISOString() };
};
