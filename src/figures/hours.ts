import { type Calendar, isOfficeDay } from '#src/rules/calendar.ts';
import { addDays, type Day, dayOf, instant } from '#src/rules/day.ts';

/** When the office works on a day of its calendar: `08:30` to `12:00`, `13:00` to `17:00`. */
export type Opening = {
  readonly calendar: Calendar;
  readonly spans: readonly { readonly from: string; readonly to: string }[];
};

/** The office's hours without its lunch. */
export const spansOf = ({
  from,
  to,
  lunch,
}: {
  readonly from: string;
  readonly to: string;
  readonly lunch: { readonly from: string; readonly to: string } | null;
}): Opening['spans'] =>
  lunch
    ? [
        { from, to: lunch.from },
        { from: lunch.to, to },
      ]
    : [{ from, to }];

const hour = 3_600_000;
/** The longest that is told apart, in hours; what took longer counts as this. */
const longestHours = 1000;

/** Fine for the first week, coarser later: a median is read off these steps. */
const stepOf = (hours: number): number => {
  if (hours <= 48) return 1;
  return hours <= 240 ? 8 : 40;
};

/** The step of a duration in working hours as text that sorts: `0005` is more than 4 and at most 5 hours. */
export const hoursPart = (milliseconds: number): string => {
  const hours = Math.max(1, Math.ceil(milliseconds / hour));
  const step = stepOf(hours);
  return String(Math.min(longestHours, Math.ceil(hours / step) * step)).padStart(4, '0');
};

type Span = readonly [number, number];

/** Measures open time between instants, in milliseconds. Days are looked up once: a recount asks for the same ones again and again. */
export const workingTime = ({ calendar, spans }: Opening): ((since: Date, until: Date) => number) => {
  const days = new Map<Day, readonly Span[]>();
  const spansOn = (day: Day): readonly Span[] => {
    const known = days.get(day);
    if (known) return known;
    const at = (time: string): number => instant(day, time).getTime();
    const open = isOfficeDay(calendar, day) ? spans.map(({ from, to }): Span => [at(from), at(to)]) : [];
    days.set(day, open);
    return open;
  };
  return (since, until) => {
    const [start, end] = [since.getTime(), until.getTime()];
    const last = dayOf(until);
    let sum = 0;
    for (let day = dayOf(since); day <= last && sum < longestHours * hour; day = addDays(day, 1))
      for (const [from, to] of spansOn(day)) sum += Math.max(0, Math.min(end, to) - Math.max(start, from));
    return sum;
  };
};
