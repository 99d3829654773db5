import type { Words } from '#src/i18n/words.ts';
import { addDays, type Day } from '#src/rules/day.ts';

/** What a form tells the routing table: its routing key (a topic, an item's kind) and the enterprise's place and line. */
export type Facts = {
  readonly form: string;
  readonly key: string;
  readonly area: string;
  readonly line: string;
};

/** One dated row. The first row of a form that holds on the day and matches decides; the last row of a form matches everything. */
export type Route = {
  readonly form: string;
  readonly from: Day;
  /** Last day on which the row holds; null while it still does. */
  readonly to: Day | null;
  readonly keys: readonly string[] | null;
  readonly lines: readonly string[] | null;
  readonly areas: readonly string[] | null;
  readonly handler: string;
  readonly reason: Words;
  /** Working days until the answer is due, counted from the day after receipt. */
  readonly workingDays: number;
};

const holds = (route: Route, day: Day): boolean =>
  route.from <= day && (route.to === null || day <= route.to);

const matches = (route: Route, facts: Facts): boolean =>
  route.form === facts.form &&
  (route.keys?.includes(facts.key) ?? true) &&
  (route.lines?.includes(facts.line) ?? true) &&
  (route.areas?.includes(facts.area) ?? true);

/** Who takes a submission on a day, why, and in how many working days. Throws where the table has a gap: `gaps` finds those at build. */
export const route = (table: readonly Route[], facts: Facts, day: Day): Route => {
  const found = table.find(row => holds(row, day) && matches(row, facts));
  if (!found) throw new Error(`content/rules/routing.yaml: no row for ${facts.form} on ${day}`);
  return found;
};

/** Forms that have no catch-all row on some day between `from` and `to`; empty when the table is total. */
export const gaps = (table: readonly Route[], forms: readonly string[], from: Day, to: Day): string[] => {
  const edges = [from, ...table.flatMap(row => [row.from, ...(row.to ? [addDays(row.to, 1)] : [])])];
  const days = [...new Set(edges)].filter(day => from <= day && day <= to);
  const total = (row: Route) => row.keys === null && row.lines === null && row.areas === null;
  return forms.flatMap(form =>
    days
      .filter(day => !table.some(row => row.form === form && total(row) && holds(row, day)))
      .map(day => `${form} ${day}`),
  );
};

/** The rows that may decide about a form on a day: one handler when the form names no key, several when a topic decides. */
export const candidates = (table: readonly Route[], form: string, day: Day): readonly Route[] =>
  table.filter(row => row.form === form && holds(row, day));
