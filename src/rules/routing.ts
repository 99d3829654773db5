import type { Words } from '#src/i18n/words.ts';
import type { Day } from '#src/rules/day.ts';

/**
 * What the routing table decides by: the value of the form's routing field (a topic, an item), the enterprise's place and line, and
 * whether it is on the list of key enterprises. Null is not known yet, on a page before anything was chosen; '' is left open.
 */
export type Facts = {
  readonly form: string;
  readonly key: string | null;
  readonly area: string | null;
  readonly line: string | null;
  readonly keyEnterprise: boolean | null;
};

/** When a row holds and for whom; null is no condition. */
export type Conditions = {
  readonly form: string;
  readonly from: Day;
  /** Last day on which the row holds; null while it still does. */
  readonly to: Day | null;
  readonly keys: readonly string[] | null;
  readonly lines: readonly string[] | null;
  readonly areas: readonly string[] | null;
  readonly keyEnterprise: boolean | null;
};

/** One dated row. The first row of a form that holds on the day and matches decides; the last row of a form matches everything. */
export type Route = Conditions & {
  /** A department, or `areaOffice`. */
  readonly handler: string;
  /** Departments that work at the same time; the handler alone answers (并联). */
  readonly alsoTo: readonly string[];
  /** Whether the liaison officer of the enterprise or its area guides it from the first moment (指导员). */
  readonly guide?: boolean | undefined;
  readonly reason: Words;
};

/** In place of a department: the office of the enterprise's own area. */
export const areaOffice = 'area-office';

/** Offices by area: the department that works for it. */
export type Offices = Readonly<Record<string, string>>;

/** A row of the dated list of key enterprises. */
export type KeyEnterprise = { readonly creditCode: string; readonly from: Day; readonly to: Day | null };

/** Whether a dated row holds on a day; both ends included. */
export const holds = (row: { readonly from: Day; readonly to: Day | null }, day: Day): boolean =>
  row.from <= day && (row.to === null || day <= row.to);

/** Whether an enterprise is on the list on a day. Without a credit code it is not. */
export const isKeyEnterprise = (list: readonly KeyEnterprise[], creditCode: string, day: Day): boolean =>
  list.some(row => row.creditCode === creditCode && holds(row, day));

/** Whether a condition is met; null while the fact is not known. */
const met = (wanted: readonly unknown[] | null, fact: unknown): boolean | null => {
  if (wanted === null) return true;
  return fact === null ? null : wanted.includes(fact);
};

const allMet = (row: Conditions, facts: Facts): boolean | null => {
  const each = [
    met(row.keys, facts.key),
    met(row.lines, facts.line),
    met(row.areas, facts.area),
    met(row.keyEnterprise === null ? null : [row.keyEnterprise], facts.keyEnterprise),
  ];
  if (each.includes(false)) return false;
  return each.includes(null) ? null : true;
};

/** The rows that may decide on a day, by what is known: one when enough is known, several while an open fact decides; none in a gap. */
export const candidates = <R extends Conditions>(
  table: readonly R[],
  facts: Facts,
  day: Day,
): readonly R[] => {
  const found: R[] = [];
  for (const row of table) {
    const fits = row.form === facts.form && holds(row, day) && allMet(row, facts);
    if (fits !== false) found.push(row);
    if (fits === true) break;
  }
  return found;
};

/** The row that decides about a submission, of which everything is known. Throws where the table has a gap: `gaps` finds those at build. */
export const route = <R extends Conditions>(
  table: readonly R[],
  facts: { readonly [K in keyof Facts]: NonNullable<Facts[K]> },
  day: Day,
): R => {
  const found = candidates(table, facts, day)[0];
  if (!found) throw new Error(`content/rules/routing.yaml: no row for ${facts.form} on ${day}`);
  return found;
};

/** The department a row's handler stands for in an area; null while the area is not known. */
export const departmentOf = (handler: string, area: string | null, offices: Offices): string | null =>
  handler === areaOffice ? (offices[area ?? ''] ?? null) : handler;
