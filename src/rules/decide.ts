import type { Words } from '#src/i18n/words.ts';
import type { Calendar } from '#src/rules/calendar.ts';
import type { Day } from '#src/rules/day.ts';
import { deadline, type Hours } from '#src/rules/deadline.ts';
import { type Level, levelOn, type Mode, type ModeRow, modeOf } from '#src/rules/modes.ts';
import {
  departmentOf,
  isKeyEnterprise,
  type KeyEnterprise,
  type Offices,
  type Route,
  route,
} from '#src/rules/routing.ts';

/** The zone's dated tables that decide about a submission. */
export type Rules = {
  readonly routing: readonly Route[];
  readonly modes: readonly ModeRow[];
  readonly keyEnterprises: readonly KeyEnterprise[];
  readonly offices: Offices;
  readonly risk: readonly { readonly from: Day; readonly level: Level }[];
  readonly calendar: Calendar;
  readonly hours: Hours;
  /** Who takes a complaint about a department that would take it itself. */ readonly superiors?: Offices;
};

/** What is asked about a submission: everything the tables decide by. */
export type Question = {
  readonly form: string;
  readonly key: string;
  readonly area: string;
  readonly line: string;
  readonly creditCode: string;
};

/** Who takes a submission, with whom, why, and until when; and by which rows, so that it can be told years later. */
export type Decision = {
  /** The day of the tables. */
  readonly day: Day;
  readonly mode: Mode;
  readonly handler: string;
  readonly alsoTo: readonly string[];
  readonly reason: Words;
  readonly due: Date;
  /** By when the departments beside give their positions on a review; absent where there is none. */
  readonly reviewBy?: Date;
  /** A liaison officer guides it; absent where none does. */
  readonly guide?: true;
  readonly trace: {
    readonly risk: Level;
    readonly mode: Pick<ModeRow, 'from' | 'to' | 'risk' | 'reason' | 'answer'>;
    readonly row: Pick<Route, 'from' | 'to' | 'keys' | 'lines' | 'areas' | 'keyEnterprise' | 'handler'>;
    /** What met the row's conditions. */
    readonly facts: Pick<Question, 'key' | 'area' | 'line'> & { readonly keyEnterprise: boolean };
  };
};
/** Departments at work beside the handler, where an answer or a review is due: what else is only filed goes to nobody beside. */
const beside = (
  row: Route,
  isAwaited: boolean,
  handler: string,
  area: string,
  offices: Offices,
): readonly string[] =>
  isAwaited
    ? row.alsoTo
        .map(code => departmentOf(code, area, offices) ?? code)
        .filter((code, index, codes) => code !== handler && codes.indexOf(code) === index)
    : [];

/**
 * What the form means on the day. Where it is closed, as it last was open, at this level if it ever was: the door refuses new
 * submissions, while a case that came before may still be changed.
 */
const openMode = (modes: readonly ModeRow[], form: string, risk: Level, day: Day) => {
  const past = modes
    .filter(row => row.form === form && row.from <= day)
    .sort((a, b) => b.from.localeCompare(a.from));
  const rows = [modeOf(modes, form, risk, day), ...past.filter(row => row.risk?.includes(risk)), ...past];
  for (const { answer, ...row } of rows) if (answer !== null) return { ...row, answer };
  throw new Error(`content/rules/modes.yaml: ${form} was never open before ${day}`);
};

/** Decides about a submission that comes at `at`, by the tables of `day`. Throws where a table has a gap, which the build refuses. */
export const decide = (rules: Rules, question: Question, day: Day, at: Date): Decision => {
  const { form, key, area, line } = question;
  const risk = levelOn(rules.risk, day);
  const open = openMode(rules.modes, form, risk, day);
  const keyEnterprise = isKeyEnterprise(rules.keyEnterprises, question.creditCode, day);
  const facts = { key, area, line, keyEnterprise };
  const found = route(rules.routing, { form, ...facts }, day);
  const { alsoTo: _, form: __, reason, guide = false, ...row } = found;
  const handler = departmentOf(found.handler, area, rules.offices) ?? found.handler;
  const { mode, answer, review = null, from, to, risk: levels, reason: why } = open;
  const isAwaited = mode === 'application' || review !== null;
  return {
    day,
    mode,
    handler,
    alsoTo: beside(found, isAwaited, handler, area, rules.offices),
    reason,
    due: deadline(answer, rules.calendar, rules.hours, at),
    ...(review && { reviewBy: deadline(review, rules.calendar, rules.hours, at) }),
    ...(guide && { guide }),
    trace: { risk, mode: { from, to, risk: levels, reason: why, answer }, row, facts },
  };
};
