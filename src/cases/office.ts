import type { Keys } from '#src/cases/keys.ts';
import type { CaseStore } from '#src/cases/store.ts';
import type { AnyForm, Tables } from '#src/forms/field.ts';
import type { Words } from '#src/i18n/words.ts';
import type { Calendar } from '#src/rules/calendar.ts';
import type { Day } from '#src/rules/day.ts';
import type { Route } from '#src/rules/routing.ts';

/** Everything the work on cases needs, handed in: the store, the keys, a clock, and the zone's tables. */
export type Office = {
  readonly store: CaseStore;
  readonly keys: Keys;
  /** Cases run on the real clock. */
  readonly now: () => Date;
  /** The day of the dated rule tables: the demonstration's day, or today. */
  readonly ruleDay: () => Day;
  readonly forms: readonly AnyForm[];
  readonly tables: Tables;
  readonly routing: readonly Route[];
  readonly calendar: Calendar;
  /** When the office closes, `17:00`: a case is due at closing time of its day. */
  readonly closing: string;
  /** A department's name by its code. */
  readonly departments: Readonly<Record<string, Words>>;
};
