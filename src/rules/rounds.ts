import type { Words } from '#src/i18n/words.ts';
import { addWorkingDays, type Calendar } from '#src/rules/calendar.ts';
import type { Day } from '#src/rules/day.ts';

/** A list of enterprises that somebody keeps asking after (重点保障名单、一对一联系): every so many office days. */
export type Tier = { readonly code: string; readonly name: Words; readonly every: number };

/** An enterprise on a list, from a day to a day; `to` null while it stays. */
export type Member = {
  readonly creditCode: string;
  readonly name: string;
  /** The code of its list. */ readonly tier: string;
  readonly area: string;
  /** The department that looks after it (一企一策). */ readonly department: string;
  readonly from: Day;
  readonly to: Day | null;
};

export type Lists = { readonly tiers: readonly Tier[]; readonly members: readonly Member[] };

/** Who is on a list on a day. An enterprise on no list is on none. */
export const membersOn = ({ members }: Lists, day: Day): readonly Member[] =>
  members.filter(({ from, to }) => from <= day && (to === null || to >= day));

/** Where an enterprise's round stands: never asked after, late, due today, or later. */
export type Standing = { readonly state: 'never' | 'late' | 'today' | 'later'; readonly due: Day | '' };

/**
 * When somebody is to ask after an enterprise next: `every` office days after the last contact (一日一调度 is every 1). `last` is the day
 * of the last contact; '' where there was none, which is due at once.
 */
export const roundOf = (calendar: Calendar, every: number, last: Day | '', today: Day): Standing => {
  if (last === '') return { state: 'never', due: '' };
  const due = addWorkingDays(calendar, last, every);
  if (due < today) return { state: 'late', due };
  return { state: due === today ? 'today' : 'later', due };
};

/** Whether somebody is to do something today. */
export const isWanted = ({ state }: Standing): boolean => state !== 'later';
