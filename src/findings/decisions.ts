import type { DecisionRule } from '#src/i18n/desk-brief.ts';
import { addDays, type Day, dayOf, isDay } from '#src/rules/day.ts';
import { isPlain, length, tidy } from '#src/rules/text.ts';
import type { Findings } from './room.ts';

/** What a meeting decided, as it was filled in. */
export type DecisionTyped = { readonly what: string; readonly department: string; readonly due: string };

export type Decided =
  | { readonly tag: 'done' }
  | { readonly tag: 'refused'; readonly wrong: Readonly<Record<string, DecisionRule>> };

/** So many days ahead a decision may be due, and so many days back a meeting's decisions may be written down. */
const farthest = 366;
const daysBack = 7;

const wrongIn = (
  { office }: Findings,
  day: Day,
  { what, department, due }: DecisionTyped,
): Readonly<Record<string, DecisionRule>> => {
  const today = dayOf(office.now());
  const isOpen = day <= today && day >= addDays(today, -daysBack);
  const isDue = isDay(due) && due >= day && due <= addDays(day, farthest);
  return {
    ...(isOpen ? {} : { what: 'day' as const }),
    ...(what !== '' && length(what) <= 200 && isPlain(what) ? {} : { what: 'what' as const }),
    ...(Object.hasOwn(office.departments, department) ? {} : { department: 'department' as const }),
    ...(isDue ? {} : { due: 'due' as const }),
  };
};

/** Writes down what the meeting of a day decided: what, who, by when. The same page again is one. */
export const decide = async (
  room: Findings,
  { id, day, typed, login }: { id: string; day: Day; typed: DecisionTyped; login: string },
): Promise<Decided> => {
  const clean = { ...typed, what: tidy(typed.what, false) };
  const wrong = wrongIn(room, day, clean);
  if (Object.keys(wrong).length > 0) return { tag: 'refused', wrong };
  await room.store.decide({
    ...clean,
    id,
    day,
    at: room.office.now().toISOString(),
    actor: login,
    state: 'open',
    endedOn: '',
    endedAt: '',
    endedBy: '',
  });
  return { tag: 'done' };
};

/** Tells that a decision was carried out, or drops one. False where it is not open any more. */
export const endDecision = (
  { office, store }: Findings,
  id: string,
  { state, login }: { readonly state: 'done' | 'dropped'; readonly login: string },
): Promise<boolean> => {
  const now = office.now();
  return store.endDecision({ id, state, endedOn: dayOf(now), endedAt: now.toISOString(), endedBy: login });
};
