import type { Words } from '#src/i18n/words.ts';
import type { Day } from '#src/rules/day.ts';
import type { Answer } from '#src/rules/deadline.ts';
import { holds } from '#src/rules/routing.ts';
import { turns } from '#src/rules/routing-check.ts';

/** What a form's answer means on a day: being filed is enough (报送); an answer is due (申请); it is closed. */
export const modes = ['filed', 'application', 'closed'] as const;
export type Mode = (typeof modes)[number];

/** The zone's risk level; unknown before the first one was announced. */
export const levels = ['low', 'medium', 'high', 'unknown'] as const;
export type Level = (typeof levels)[number];

/** One dated row: for the levels named (null for all of them), what the form means, why, and by when it is answered. */
export type ModeRow = {
  readonly form: string;
  readonly from: Day;
  readonly to: Day | null;
  readonly risk: readonly Level[] | null;
  readonly mode: Mode;
  readonly reason: Words;
  /** Null where the form is closed. */
  readonly answer: Answer | null;
  /**
   * Reviewed side by side (并联): the departments beside the handler give their positions by then, also where being filed is enough
   * (当日16:00前收到的复工材料当日复核). Null or absent: nobody beside reviews what is only filed.
   */
  readonly review?: Extract<Answer, { readonly sameDayBy: string }> | null;
};

type Scope = Pick<ModeRow, 'form' | 'from' | 'to' | 'risk'>;

const applies = (row: Scope, form: string, level: Level, day: Day): boolean =>
  row.form === form && holds(row, day) && (row.risk?.includes(level) ?? true);

/** What a form means on a day in a zone of this risk level. Throws where the table has a gap: `modeFaults` finds those at build. */
export const modeOf = <R extends Scope>(table: readonly R[], form: string, level: Level, day: Day): R => {
  const found = table.find(row => applies(row, form, level, day));
  if (!found) throw new Error(`content/rules/modes.yaml: no row for ${form}, risk ${level}, on ${day}`);
  return found;
};

/** The row that held on a day: the newest not after it, whatever their order; null before the first. */
export const newest = <R extends { readonly from: Day }>(rows: readonly R[], day: Day): R | null =>
  rows
    .filter(row => row.from <= day)
    .sort((a, b) => a.from.localeCompare(b.from))
    .pop() ?? null;

/** The risk level that held on a day. */
export const levelOn = (risk: readonly { readonly from: Day; readonly level: Level }[], day: Day): Level =>
  newest(risk, day)?.level ?? 'unknown';

/** A form, level and day for which not exactly one row counts; `rows` are numbered from 1 as they stand in the file. */
export type ModeFault = {
  readonly form: string;
  readonly level: Level;
  readonly day: Day;
  readonly rows: readonly number[];
};

/** Gaps (no rows) and overlaps (several) of the table between two days, the first day of each; empty when it says one thing always. */
export const modeFaults = (
  table: readonly Scope[],
  forms: readonly string[],
  from: Day,
  to: Day,
): readonly ModeFault[] =>
  forms.flatMap(form =>
    turns(
      table.filter(row => row.form === form),
      from,
      to,
    ).flatMap(day =>
      levels.flatMap(level => {
        const rows = table.flatMap((row, index) => (applies(row, form, level, day) ? [index + 1] : []));
        return rows.length === 1 ? [] : [{ form, level, day, rows }];
      }),
    ),
  );
