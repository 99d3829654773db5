import { addDays, type Day, weekday } from '#src/rules/day.ts';

/** One year's legal calendar: holidays (both ends included), weekend working days (调休), later changes, the zone's own duty days. */
export type Year = {
  readonly off: readonly { readonly name: string; readonly from: Day; readonly to: Day }[];
  readonly work: readonly Day[];
  readonly extra: readonly {
    readonly announced: Day;
    readonly off: readonly { readonly name: string; readonly from: Day; readonly to: Day }[];
    readonly notWork: readonly Day[];
  }[];
};

/** Years by number, and the days on which the zone's office is open besides. */
export type Calendar = { readonly years: Readonly<Record<string, Year>>; readonly duty: readonly Day[] };

/**
 * Whether the day is a legal working day as known on the day `asOf`. A year without a table counts Monday to Friday.
 * Duty days of the zone are not legal working days; see `isOfficeDay`.
 */
export const isWorkingDay = (calendar: Calendar, day: Day, asOf: Day = day): boolean => {
  const year = calendar.years[day.slice(0, 4)];
  const usual = weekday(day) <= 5;
  if (!year) return usual;
  const changes = year.extra.filter(change => change.announced <= asOf);
  const off = [...year.off, ...changes.flatMap(change => change.off)];
  if (off.some(span => span.from <= day && day <= span.to)) return false;
  if (changes.some(change => change.notWork.includes(day))) return false;
  return usual || year.work.includes(day);
};

/** Whether someone of the zone's office is at work on the day. */
export const isOfficeDay = (calendar: Calendar, day: Day, asOf: Day = day): boolean =>
  calendar.duty.includes(day) || isWorkingDay(calendar, day, asOf);

/** The day `n` office days before `day`; day 0 is the day itself. */
export const subtractWorkingDays = (calendar: Calendar, day: Day, n: number): Day => {
  let at = day;
  for (let left = n; left > 0; ) {
    at = addDays(at, -1);
    if (isOfficeDay(calendar, at)) left -= 1;
  }
  return at;
};

/** The day `n` office days after `day`; day 0 is the day itself, counting starts on the next day (自收到次日起算). */
export const addWorkingDays = (calendar: Calendar, day: Day, n: number): Day => {
  let at = day;
  for (let left = n; left > 0; ) {
    at = addDays(at, 1);
    if (isOfficeDay(calendar, at)) left -= 1;
  }
  return at;
};
