import type { Calendar } from '#src/rules/calendar.ts';
import { addDays, type Day, daysBetween, weekday } from '#src/rules/day.ts';
import { type Shift, shiftsOn } from '#src/rules/hours.ts';
import { numberOf } from './card.ts';
import type { Line } from './lines.ts';

const names = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'] as const;

type Opening = Readonly<Record<string, string | readonly string[]>>;

/** `23:59` closes a day that goes on to midnight: schema.org has no 24:00. */
const closing = (to: string): string => (to === '24:00' ? '23:59' : to);

const weekly = ({ days, from, to }: Shift): Opening => ({
  '@type': 'OpeningHoursSpecification',
  dayOfWeek: days === 'every' ? names : days === 'rest' ? names.slice(5) : names.slice(0, 5),
  opens: from,
  closes: closing(to),
});

const key = (shifts: readonly Shift[]): string => shifts.map(({ from, to }) => `${from}-${to}`).join();

/** The days from `day` on, of so many, whose hours are not those of their weekday: holidays and 调休. */
export const exceptions = (
  shifts: readonly Shift[],
  calendar: Calendar,
  day: Day,
  days: number,
): readonly { readonly day: Day; readonly shifts: readonly Shift[] }[] => {
  const usual: Calendar = { years: {}, duty: [] };
  return Array.from({ length: days }, (_, n) => addDays(day, n)).flatMap(one => {
    const now = shiftsOn(shifts, calendar, one, day);
    return key(now) === key(shiftsOn(shifts, usual, one)) ? [] : [{ day: one, shifts: now }];
  });
};

const special = (day: Day, from: string, to: string): Opening => ({
  '@type': 'OpeningHoursSpecification',
  dayOfWeek: names[weekday(day) - 1] ?? '',
  opens: from,
  closes: closing(to),
  validFrom: day,
  validThrough: day,
});

/** Closed all day is opening and closing at the same time: schema.org, openingHoursSpecification. */
const openings = (shifts: readonly Shift[], calendar: Calendar, day: Day): readonly Opening[] => [
  ...shifts.map(weekly),
  ...exceptions(shifts, calendar, day, daysBetween(day, `${Number(day.slice(0, 4)) + 1}-01-01`)).flatMap(
    found =>
      found.shifts.length === 0
        ? [special(found.day, '00:00', '00:00')]
        : found.shifts.map(({ from, to }) => special(found.day, from, to)),
  ),
];

/**
 * A number as schema.org understands it: whoever runs it, with a ContactPoint for each number and the fax, hours where they are known, with
 * the holidays and 调休 from the day to the end of its year.
 */
export const contactPoints = (line: Line, calendar: Calendar, day: Day) => {
  const hours = line.shifts.length > 0 ? { hoursAvailable: openings(line.shifts, calendar, day) } : {};
  const usual = { '@type': 'ContactPoint', contactType: line.name['zh-Hans'], availableLanguage: 'zh' };
  return {
    '@context': 'https://schema.org',
    '@type': 'Organization',
    name: line.operator['zh-Hans'],
    contactPoint: line.numbers.map((dial, at) => ({
      ...usual,
      telephone: `${numberOf(dial)}${dial.extension && `;ext=${dial.extension}`}`,
      ...(at === 0 && line.fax ? { faxNumber: numberOf(line.fax) } : {}),
      areaServed: line.region,
      ...hours,
    })),
  };
};
