import { isOfficeDay } from '#src/rules/calendar.ts';
import { type Day, instant } from '#src/rules/day.ts';
import type { Chance } from './chance.ts';
import type { Firm } from './firms.ts';
import type { Scene } from './scene.ts';
import { dayAt } from './wave.ts';

/** A daily return to come; `day` is the day it speaks of. */
type Return = { readonly name: string; readonly firm: Firm; readonly at: number; readonly day: Day };

/** One enterprise in so many is careless. How often a return is forgotten, by whom, and how much more often on a day off. */
const careless = 0.08;
const forgotten = { seldom: 0.035, often: 0.4, offDay: 2 };
/** Of those that come: after the time on the same evening, and only on the next morning. */
const inTheEvening = 0.05;
const nextMorning = 0.03;

const momentOf = (day: Day, chance: Chance): number => {
  const minute = chance.is(nextMorning)
    ? 24 * 60 + chance.whole(8 * 60, 10 * 60)
    : chance.is(inTheEvening)
      ? chance.whole(17 * 60 + 1, 20 * 60)
      : Math.round(8 * 60 + 9 * 60 * Math.sqrt(chance.unit()));
  return instant(day).getTime() + minute * 60_000 + chance.whole(0, 59_999);
};

/** The returns of one day: of every enterprise that is open, but for who forgot it and for what has not come so far. */
const returnsOn = (
  { span, calendar, chance }: Scene,
  open: readonly (readonly [number, Firm])[],
  index: number,
): readonly Return[] => {
  const day = dayAt(span, index);
  const more = isOfficeDay(calendar, day) ? 1 : forgotten.offDay;
  return open.flatMap(([place, firm]) => {
    const name = `daily-return/${index}/${place}`;
    const isCareless = chance.of(`careless/${place}`).is(careless);
    const own = chance.of(name);
    const isForgotten = own.is(more * (isCareless ? forgotten.often : forgotten.seldom));
    const at = momentOf(day, own);
    return isForgotten || at >= span.end ? [] : [{ name, firm, day, at }];
  });
};

/**
 * So many daily returns of enterprises that have filed, the last days first: on each day nearly everybody who is open reports, until there
 * are as many as were asked for; on the first of these days, when the duty was new, fewer did. Fewer in all where there are not as many days.
 */
export const returnsOf = (scene: Scene, filed: readonly Firm[], count: number): readonly Return[] => {
  const found: Return[] = [];
  for (let index = scene.span.days - 1; index >= 0 && found.length < count; index -= 1) {
    const open = [...filed.entries()].filter(([, firm]) => firm.opens <= index);
    const own = returnsOn(scene, open, index);
    const room = count - found.length;
    found.push(...(own.length <= room ? own : scene.chance.of(`first/${index}`).some(own, room)));
  }
  return found;
};
