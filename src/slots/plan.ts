import { type Calendar, isWorkingDay } from '#src/rules/calendar.ts';
import { addDays, type Day, instant, isDay } from '#src/rules/day.ts';
import { placeId } from '#src/rules/place.ts';
import type { HourDetails, HourRow, PlaceRow } from '#src/slots/store.ts';

/** What an office offers: one span, or the same span every week until a day. Times of day are of Shanghai, `14:00`. */
export type Offer = HourDetails & {
  /** Of the page that was sent: sent twice it counts once. */ readonly id: string;
  readonly host: string;
  readonly day: Day;
  readonly from: string;
  readonly to: string;
  /** How long one place is. */ readonly minutes: number;
  readonly atOnce: number;
  /** The last day of a weekly series; '' for one day. */ readonly until: Day;
  /** Also on days that are no legal working days. */ readonly anyDay: boolean;
};

/** The bounds of an offer. */
const bounds = { minutes: [10, 240], atOnce: [1, 10], places: 32, weeks: 26, ahead: 180 } as const;

/** What is wrong with an offer, by its field, as a code. */
export type Fault = 'day' | 'span' | 'minutes' | 'atOnce' | 'until' | 'places' | 'none';

export type Planned = {
  readonly hours: readonly HourRow[];
  readonly places: readonly PlaceRow[];
  /** Days of the series that are no working days: nothing is offered on them. */ readonly skipped: readonly Day[];
};

const isTime = (text: string): boolean => /^([01]\d|2[0-3]):[0-5]\d$/.test(text);

const minutesOf = (time: string): number => {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return hours * 60 + minutes;
};

const timeAt = (minutes: number): string =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;

const within = (value: number, [least, most]: readonly [number, number]): boolean =>
  Number.isInteger(value) && value >= least && value <= most;

/** The days of an offer, in order. */
const daysOf = ({ day, until }: Offer): readonly Day[] => {
  const days = [day];
  for (let at = addDays(day, 7); until !== '' && at <= until; at = addDays(at, 7)) days.push(at);
  return days;
};

const faultsOf = (offer: Offer, now: Date, today: Day): readonly Fault[] => {
  const { day, from, to, minutes, atOnce, until } = offer;
  const isSpan = isTime(from) && isTime(to) && from < to;
  const isDayRight = isDay(day) && day >= today && day <= addDays(today, bounds.ahead);
  const isUntilRight =
    until === '' || (isDay(until) && until > day && until <= addDays(day, bounds.weeks * 7));
  const count = Math.floor((minutesOf(to) - minutesOf(from)) / minutes);
  const isMinutes = within(minutes, bounds.minutes);
  const isOver = isDayRight && isSpan && instant(day, from) <= now;
  return [
    ...(isDayRight && !isOver ? [] : (['day'] as const)),
    ...(isSpan ? [] : (['span'] as const)),
    ...(isMinutes ? [] : (['minutes'] as const)),
    ...(within(atOnce, bounds.atOnce) ? [] : (['atOnce'] as const)),
    ...(isUntilRight ? [] : (['until'] as const)),
    ...(isSpan && isMinutes && (count < 1 || count > bounds.places) ? (['places'] as const) : []),
  ];
};

/** The places of an hour: one after the other, as many as fit whole. */
const placesOf = (hour: HourRow, { from, to, minutes, atOnce }: Offer): readonly PlaceRow[] => {
  const [first, last] = [minutesOf(from), minutesOf(to)];
  return Array.from({ length: Math.floor((last - first) / minutes) }, (_, index) => {
    const begins = timeAt(first + index * minutes);
    const startsAt = instant(hour.day, begins);
    return {
      id: placeId(hour.day, begins, hour.id),
      hourId: hour.id,
      startsAt: startsAt.toISOString(),
      endsAt: new Date(startsAt.getTime() + minutes * 60_000).toISOString(),
      capacity: atOnce,
      taken: 0,
      state: 'open',
    };
  });
};

/**
 * The hours and places of an offer, a day each, on legal working days unless it says any day; or what is wrong with it. Bounded: places of
 * 10 to 240 minutes for 1 to 10 at once, at most 32 an hour and 26 weeks, beginning within 180 days.
 */
export const plan = (
  offer: Offer,
  { calendar, now, today, actor }: { calendar: Calendar; now: Date; today: Day; actor: string },
): Planned | { readonly faults: readonly Fault[] } => {
  const faults = faultsOf(offer, now, today);
  if (faults.length > 0) return { faults };
  const days = daysOf(offer);
  const isOffered = (day: Day) => offer.anyDay || isWorkingDay(calendar, day, today);
  const { id, host, office, topics, way, spot, bring, from, to, minutes, atOnce } = offer;
  const hours = days.filter(isOffered).map(
    (day, index): HourRow => ({
      id: `${id}-${String(index).padStart(2, '0')}`,
      host,
      office,
      topics,
      way,
      spot,
      bring,
      day,
      startsAt: instant(day, from).toISOString(),
      endsAt: instant(day, to).toISOString(),
      minutes,
      atOnce,
      state: 'open',
      version: 0,
      at: now.toISOString(),
      actor,
    }),
  );
  if (hours.length === 0) return { faults: ['none'] };
  const places = hours.flatMap(hour => placesOf(hour, offer));
  return { hours, places, skipped: days.filter(day => !isOffered(day)) };
};
