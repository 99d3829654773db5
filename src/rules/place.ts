import { type Day, instant, isDay } from '#src/rules/day.ts';

/** A time of an office's hours that can be booked: its id says when it begins in Shanghai, so that whoever holds one can tell. */
const shape = /^(\d{4})(\d{2})(\d{2})T([01]\d|2[0-3])([0-5]\d)-([0-9a-z]{9}[0-9a-f]{20}-\d{2})$/;

/** The same for the description of the API; '' stands for no time. */
export const placePattern = '^(\\d{8}T\\d{4}-[0-9a-z]{9}[0-9a-f]{20}-\\d{2})?$';

export type PlaceParts = {
  readonly day: Day;
  /** `14:30`. */ readonly time: string;
  /** Id of the hours that it is part of. */ readonly hour: string;
};

/** The parts of an id; null for what is none: another shape, or a day that does not exist. */
export const placeIn = (id: string): PlaceParts | null => {
  const [, year, month, date, hours, minutes, hour = ''] = shape.exec(id) ?? [];
  const day = `${year}-${month}-${date}`;
  return hour !== '' && isDay(day) ? { day, time: `${hours}:${minutes}`, hour } : null;
};

/** The id of a place. Ids sort as their times do. */
export const placeId = (day: Day, time: string, hour: string): string =>
  `${day.replaceAll('-', '')}T${time.replace(':', '')}-${hour}`;

/** When a place begins, ISO 8601 in UTC; '' for what is none. */
export const placeStart = (id: string): string => {
  const parts = placeIn(id);
  return parts ? instant(parts.day, parts.time).toISOString() : '';
};
