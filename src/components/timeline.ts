import { addDays, type Day } from '#src/rules/day.ts';
import { mondayOf } from '#src/rules/months.ts';
import { type Dates, endsOn, firstDay, knownFrom } from '#src/rules/validity.ts';

/** One week, from its Monday: what began to be in force and what ended in it. */
export type Week<T> = { readonly monday: Day; readonly started: readonly T[]; readonly ended: readonly T[] };

/** When a policy began to be in force, else was issued; partial where only the month was found, null where nothing was. */
export const startOf = (dates: Dates): string | null => dates.effectiveFrom ?? knownFrom(dates);

const never = '9999-12-31';

/** The last day on which it holds for anyone, by all that was announced since; null where no end is written down. */
export const endOf = (dates: Dates): Day | null => {
  const written = endsOn(dates.ends, never).at(-1)?.date ?? null;
  const replaced = dates.supersededBy && addDays(dates.supersededBy.from, -1);
  return [written, replaced].filter(day => day !== null).sort()[0] ?? null;
};

/** Every week from the first in which a policy began to the last in which one ended, empty ones too. */
export const weeksOf = <T>(items: readonly T[], datesOf: (item: T) => Dates): readonly Week<T>[] => {
  const dated = items.map(item => {
    const start = startOf(datesOf(item));
    const end = endOf(datesOf(item));
    return { item, start: start && mondayOf(firstDay(start)), end: end && mondayOf(end) };
  });
  const mondays = dated.flatMap(({ start, end }) => [start, end]).filter(day => day !== null);
  const [first, last] = [[...mondays].sort()[0], [...mondays].sort().at(-1)];
  const weeks: Week<T>[] = [];
  for (let monday = first; monday && last && monday <= last; monday = addDays(monday, 7)) {
    weeks.push({
      monday,
      started: dated.filter(({ start }) => start === monday).map(({ item }) => item),
      ended: dated.filter(({ end }) => end === monday).map(({ item }) => item),
    });
  }
  return weeks;
};
