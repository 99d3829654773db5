import { isOfficeDay } from '#src/rules/calendar.ts';
import { type Day, dayOf, instant } from '#src/rules/day.ts';
import type { Arrived, World } from './life.ts';
import { dayAt } from './wave.ts';

type Walk = {
  readonly world: World;
  /** Sets the clock of the room that works then. */ readonly set: (at: number) => void;
  /** When on each day, `15:10`. */ readonly time: string;
  /** Every day, or those on which the office is open. */ readonly days: 'every' | 'office';
};

/** The days of the story but the first, each when its time has come: nobody else does anything until the next is asked for. */
export async function* daysOf({ world, set, time, days }: Walk): AsyncGenerator<{
  readonly day: Day;
  readonly at: number;
  /** As `dayAt` counts it. */ readonly index: number;
}> {
  for (let index = 1; index < world.span.days; index += 1) {
    const day = dayAt(world.span, index);
    if (days === 'office' && !isOfficeDay(world.opening.calendar, day)) continue;
    const at = instant(day, time).getTime();
    await world.clock.alone(at);
    set(at);
    yield { day, at, index };
  }
}

/** What came in before a day and was not given out yet, the oldest first. */
export const arrivalsOf = (
  world: World,
  isWanted: (one: Arrived) => boolean,
): ((day: Day) => readonly Arrived[]) => {
  const known = new Set<string>();
  return day => {
    const fresh = world.arrived
      .filter(one => isWanted(one) && !known.has(one.number) && dayOf(new Date(one.at)) < day)
      .sort((a, b) => a.at - b.at);
    for (const one of fresh) known.add(one.number);
    return fresh;
  };
};
