import { type Calendar, isOfficeDay } from '#src/rules/calendar.ts';
import { addDays, type Day, dayOf, daysBetween, instant } from '#src/rules/day.ts';
import type { Chance } from './chance.ts';

/** The days that a story is told of: from the first to the one on which it ends, in the midst of which it may end. */
export type Span = { readonly from: Day; readonly end: number; readonly days: number };

/** From 3 February to 20 March 2020: so long was the spring of which this site's policies are. */
const days = 47;

/** The story whose last moment is `end`. */
export const spanTo = (end: number): Span => ({ from: addDays(dayOf(new Date(end)), 1 - days), end, days });

export const dayAt = ({ from }: Span, index: number): Day => addDays(from, index);
export const indexOf = ({ from }: Span, at: number): number => daysBetween(from, dayOf(new Date(at)));

/** A wave: how high it stands on a day, its peak and how broad it is about it; `floor` is there on every day. */
type Wave = { readonly peak: number; readonly broad: number; readonly floor: number };

const usual: Wave = { peak: 18, broad: 14, floor: 0.2 };
const waves: Readonly<Record<string, Wave>> = {
  materials: { peak: 9, broad: 8, floor: 0.08 },
  donation: { peak: 6, broad: 8, floor: 0.05 },
  'supply-offer': { peak: 12, broad: 8, floor: 0.1 },
  'transport-pass': { peak: 10, broad: 9, floor: 0.08 },
  lodging: { peak: 13, broad: 8, floor: 0.06 },
  transport: { peak: 15, broad: 8, floor: 0.05 },
  'transport-subsidy': { peak: 33, broad: 12, floor: 0.02 },
  financing: { peak: 24, broad: 15, floor: 0.15 },
  labour: { peak: 22, broad: 13, floor: 0.15 },
  event: { peak: 30, broad: 12, floor: 0.05 },
};

/** How much of a form comes on a day of the story. At weekends less than half. */
export const weightOn = (calendar: Calendar, form: string, span: Span, index: number): number => {
  const { peak, broad, floor } = waves[form] ?? usual;
  const height = Math.exp(-(((index - peak) / broad) ** 2)) + floor;
  return height * (isOfficeDay(calendar, dayAt(span, index)) ? 1 : 0.4);
};

const hours: readonly (readonly [number, number])[] = [
  [7, 2],
  [8, 7],
  [9, 14],
  [10, 14],
  [11, 10],
  [12, 5],
  [13, 7],
  [14, 12],
  [15, 12],
  [16, 9],
  [17, 4],
  [18, 2],
  [19, 2],
  [20, 1],
];

/** A moment of a day on which people write, before `end`; null where the day has not come so far. */
export const momentOn = (span: Span, index: number, chance: Chance): number | null => {
  const midnight = instant(dayAt(span, index)).getTime();
  for (let turn = 0; turn < 12; turn += 1) {
    const at = midnight + chance.weighed(hours) * 3_600_000 + chance.whole(0, 3_599_999);
    if (at < span.end) return at;
  }
  return null;
};
