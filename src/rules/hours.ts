import { type Calendar, isOfficeDay, isWorkingDay } from '#src/rules/calendar.ts';
import { addDays, type Day, dayOf, instant } from '#src/rules/day.ts';

/**
 * A span in which somebody picks up: on which days, from when to when in Shanghai, `HH:MM`. `24:00` is the end of the day; a night
 * ends on the next day and has `to` before `from`; a lunch break is the gap between two shifts. `working` and `rest` go by the legal
 * calendar with its 调休, `office` adds the zone's duty days.
 */
export type Shift = {
  readonly days: 'every' | 'working' | 'rest' | 'office';
  readonly from: string;
  readonly to: string;
};

/** What a caller meets at an instant. `early`, `pause`, `off` and `closed` say why nobody is there; `opens` null: not within six weeks. */
export type Standing =
  | { readonly tag: 'unknown' }
  | { readonly tag: 'open' /** Null: nobody ever leaves. */; readonly until: Date | null }
  | { readonly tag: 'early' | 'pause' | 'off' | 'closed'; readonly opens: Date }
  | { readonly tag: 'shut' };

type Span = { readonly from: number; readonly to: number };

/** How far ahead is looked: longer than any holiday with what lies around it. */
const ahead = 42;

/** A gap within a day that is no longer is a break; after a longer one, people have gone home. */
const longestPause = 3 * 3_600_000;

const holds = ({ days }: Shift, calendar: Calendar, day: Day, asOf: Day): boolean => {
  if (days === 'every') return true;
  if (days === 'office') return isOfficeDay(calendar, day, asOf);
  return isWorkingDay(calendar, day, asOf) === (days === 'working');
};

const isNight = ({ from, to }: Shift): boolean => to <= from;

/** The shifts that begin on a day, as known on the day `asOf`, earliest first. */
export const shiftsOn = (
  shifts: readonly Shift[],
  calendar: Calendar,
  day: Day,
  asOf: Day = day,
): readonly Shift[] =>
  shifts.filter(shift => holds(shift, calendar, day, asOf)).sort((a, b) => (a.from < b.from ? -1 : 1));

const spansOn = (shifts: readonly Shift[], calendar: Calendar, day: Day, asOf: Day): readonly Span[] =>
  shiftsOn(shifts, calendar, day, asOf).map(shift => ({
    from: instant(day, shift.from).getTime(),
    to: instant(isNight(shift) ? addDays(day, 1) : day, shift.to).getTime(),
  }));

const isAlways = ({ days, from, to }: Shift): boolean =>
  days === 'every' && from === '00:00' && to === '24:00';

/** What lies around an instant: the end of the last span before it, the end of the spans it lies in, the next beginning. */
type Around = { last: number; end: number; next: number | null };

const around = (shifts: readonly Shift[], calendar: Calendar, now: number, today: Day): Around => {
  const found: Around = { last: Number.NEGATIVE_INFINITY, end: now, next: null };
  for (let n = -1; n <= ahead; n += 1) {
    for (const { from, to } of spansOn(shifts, calendar, addDays(today, n), today)) {
      if (to <= now) found.last = Math.max(found.last, to);
      // A span that takes over without a gap keeps the line open.
      else if (from <= found.end) found.end = Math.max(found.end, to);
      else return { ...found, next: from };
    }
  }
  return found;
};

/**
 * Whether somebody picks up at the instant, until when or from when. Reads the calendar as it was known on that day; the device's own
 * zone plays no part. No shifts: unknown.
 */
export const standingAt = (shifts: readonly Shift[], calendar: Calendar, at: Date): Standing => {
  if (shifts.length === 0) return { tag: 'unknown' };
  if (shifts.some(isAlways)) return { tag: 'open', until: null };
  const [today, now] = [dayOf(at), at.getTime()];
  const { last, end, next } = around(shifts, calendar, now, today);
  if (end > now) return { tag: 'open', until: next === null ? null : new Date(end) };
  if (next === null) return { tag: 'shut' };
  const opens = new Date(next);
  const wasOpen = last > instant(today).getTime();
  if (dayOf(opens) !== today) return { tag: wasOpen ? 'closed' : 'off', opens };
  if (!wasOpen) return { tag: 'early', opens };
  return { tag: next - last <= longestPause ? 'pause' : 'closed', opens };
};

/** `e0000-2400,w0830-1200`: shifts in a line short enough for an attribute; '' where none is known. */
export const packShifts = (shifts: readonly Shift[]): string =>
  shifts.map(({ days, from, to }) => `${days[0]}${from}-${to}`.replaceAll(':', '')).join();

const kinds = { e: 'every', w: 'working', r: 'rest', o: 'office' } as const;
const isKind = (letter: string): letter is keyof typeof kinds => letter in kinds;

/** The shifts of a packed line. What `packShifts` did not write is left out. */
export const unpackShifts = (packed: string): readonly Shift[] =>
  packed.split(',').flatMap(text => {
    const [, letter = '', h = '', m = '', toH = '', toM = ''] =
      /^(\w)(\d\d)(\d\d)-(\d\d)(\d\d)$/.exec(text) ?? [];
    return isKind(letter) ? [{ days: kinds[letter], from: `${h}:${m}`, to: `${toH}:${toM}` }] : [];
  });

/** `8:30`: a time as it is said. */
export const clock = (time: string): string => time.replace(/^0(?=\d)/, '');
