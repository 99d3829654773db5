import { type Calendar, isOfficeDay } from '#src/rules/calendar.ts';
import { addDays, dayOf, instant } from '#src/rules/day.ts';

const minute = 60_000;

/** When the office works: its calendar and its hours, `08:30` to `17:00`. */
export type Opening = { readonly calendar: Calendar; readonly from: string; readonly to: string };

/** The open spans from a time on, in milliseconds, one an office day. */
function* spans({ calendar, from, to }: Opening, at: number): Generator<readonly [number, number]> {
  for (let day = dayOf(new Date(at)); ; day = addDays(day, 1)) {
    const [opens, closes] = [instant(day, from).getTime(), instant(day, to).getTime()];
    if (closes > at && isOfficeDay(calendar, day)) yield [Math.max(at, opens), closes];
  }
}

/** The time after so many minutes of office hours. */
export const officeAfter = (opening: Opening, at: number, minutes: number): number => {
  let left = Math.max(0, minutes) * minute;
  for (const [opens, closes] of spans(opening, at)) {
    if (opens + left < closes) return Math.round(opens + left);
    left -= closes - opens;
  }
  return at;
};

/** Minutes of office hours between two times; 0 where the second is not later. */
export const officeMinutes = (opening: Opening, at: number, until: number): number => {
  let sum = 0;
  for (const [opens, closes] of spans(opening, at)) {
    if (opens >= until) return sum / minute;
    sum += Math.min(closes, until) - opens;
  }
  return sum / minute;
};
