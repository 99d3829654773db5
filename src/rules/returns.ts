import { type Calendar, isOfficeDay } from '#src/rules/calendar.ts';
import { type Day, instant } from '#src/rules/day.ts';
import { holds } from '#src/rules/routing.ts';

/** A dated row of content/rules/returns.yaml: who owes a daily return, on which days, by when. */
export type ReturnRule = {
  readonly from: Day;
  readonly to: Day | null;
  /** Null for every line. */ readonly lines: readonly string[] | null;
  /** Every day, or only days on which the zone's office is open. */ readonly days: 'every' | 'office';
  /** `17:00` */ readonly deadline: string;
  readonly source: string;
};

/** Who owes a return of a day: lines by code, and the instant after which it is late. Nobody where no row holds. */
export type Owed = { readonly lines: readonly string[]; readonly deadline: Date };

/** What is owed for a day, by the row that holds on it; null where nobody owes anything. */
export const owedOn = (
  table: readonly ReturnRule[],
  calendar: Calendar,
  allLines: readonly string[],
  day: Day,
): Owed | null => {
  const rule = table.find(row => holds(row, day));
  if (!rule || (rule.days === 'office' && !isOfficeDay(calendar, day))) return null;
  return { lines: rule.lines ?? allLines, deadline: instant(day, rule.deadline) };
};

/** Two rows that hold on one day, numbered from 1 as they stand in the file, and the first such day. */
export const returnClashes = (
  table: readonly ReturnRule[],
): readonly { readonly rows: readonly [number, number]; readonly day: Day }[] =>
  table.flatMap((row, index) =>
    table.slice(index + 1).flatMap((other, after) => {
      const day = [row.from, other.from].sort()[1] ?? row.from;
      const isBoth = holds(row, day) && holds(other, day);
      return isBoth ? [{ rows: [index + 1, index + after + 2] as const, day }] : [];
    }),
  );
