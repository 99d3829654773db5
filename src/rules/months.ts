import { addDays, type Day, weekday } from '#src/rules/day.ts';
import { type Dates, firstDay, knownFrom, type State, validityOn } from '#src/rules/validity.ts';

/** A month as `YYYY-MM`. */
export type Month = string;

/** The last day of a month. */
export const lastDay = (month: Month): Day => {
  const [year = 0, number = 1] = month.split('-').map(Number);
  return new Date(Date.UTC(year, number, 0)).toISOString().slice(0, 10);
};

/** The months from one to another, both included. */
export const monthsBetween = (from: Month, to: Month): readonly Month[] => {
  const found: Month[] = [];
  for (let month = from; month <= to; month = addDays(lastDay(month), 1).slice(0, 7)) found.push(month);
  return found;
};

/** Every day on which the state of a policy can change: nothing happens to it between two of these. */
export const turningDays = (dates: Dates): readonly Day[] => {
  const known = knownFrom(dates);
  const { effectiveFrom, ends, validity, checkedOn, supersededBy, spent, suspended } = dates;
  const days = [
    known && firstDay(known),
    effectiveFrom && firstDay(effectiveFrom),
    ...ends.flatMap(end => [end.announced, addDays(end.date, 1)]),
    ...(validity ? [checkedOn, addDays(checkedOn, 1)] : []),
    supersededBy?.from,
    spent?.from,
    suspended?.from,
    suspended?.to && addDays(suspended.to, 1),
  ];
  return [...new Set(days.filter(day => typeof day === 'string'))].sort();
};

/** A day on which the state became another. That it ends soon is no change: it is in force. */
export type Change = { readonly day: Day; readonly from: State; readonly to: State };

const plain = (dates: Dates, day: Day): State => {
  const { state } = validityOn(dates, day);
  return state === 'ending' ? 'in-force' : state;
};

/** The changes of a policy from one day to another, both included, the earliest first. */
export const changesWithin = (dates: Dates, first: Day, last: Day): readonly Change[] =>
  turningDays(dates)
    .filter(day => first <= day && day <= last)
    .flatMap(day => {
      const [from, to] = [plain(dates, addDays(day, -1)), plain(dates, day)];
      return from === to ? [] : [{ day, from, to }];
    });

/** The Monday of the day's week. */
export const mondayOf = (day: Day): Day => addDays(day, 1 - weekday(day));
