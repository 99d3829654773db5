import type { Words } from '#src/i18n/words.ts';
import { type Calendar, subtractWorkingDays } from '#src/rules/calendar.ts';
import type { Day } from '#src/rules/day.ts';

/** What a project must have before it starts, from a day to a day; `lead`: so many office days before the planned start. */
export type Condition = {
  readonly code: string;
  readonly name: Words;
  readonly lead: number;
  readonly from: Day;
  readonly to: Day | null;
};

/** A condition of one project: by when it must be met so that the start can be kept, and whether it is late. */
export type Milestone = {
  readonly condition: Condition;
  readonly latest: Day;
  readonly isMet: boolean;
  readonly isLate: boolean;
};

/** The conditions that count on a day. */
export const conditionsOn = (table: readonly Condition[], day: Day): readonly Condition[] =>
  table.filter(({ from, to }) => from <= day && (to === null || to >= day));

/** The way back from the planned start (倒排工期): the latest day of each condition, the first to be met on top. */
export const backward = (
  calendar: Calendar,
  conditions: readonly Condition[],
  planned: Day,
  met: (code: string) => boolean,
  today: Day,
): readonly Milestone[] =>
  conditions
    .map(condition => {
      const latest = subtractWorkingDays(calendar, planned, condition.lead);
      const isMet = met(condition.code);
      return { condition, latest, isMet, isLate: !isMet && latest < today };
    })
    .sort((a, b) => (a.latest === b.latest ? 0 : a.latest < b.latest ? -1 : 1));
