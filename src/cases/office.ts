import type { Contacts } from '#src/cases/contacts.ts';
import type { Keys } from '#src/cases/keys.ts';
import type { CaseStore } from '#src/cases/store.ts';
import type { AnyForm, Tables } from '#src/forms/field.ts';
import type { Words } from '#src/i18n/words.ts';
import type { Calendar } from '#src/rules/calendar.ts';
import type { Day } from '#src/rules/day.ts';
import type { Rules } from '#src/rules/decide.ts';

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
  /** The dated tables that decide who takes a case and by when. */
  readonly rules: Rules;
  readonly calendar: Calendar;
  /** When the office closes, `17:00`: a case is due at closing time of its day. */
  readonly closing: string;
  /** Deletes the files that came with a case. */
  readonly forgetFiles: (caseId: string) => Promise<void>;
  /** A department's name by its code. */
  readonly departments: Readonly<Record<string, Words>>;
  /** The login of who looks after an enterprise today (指导员); '' for nobody. Asked where a routing row says that somebody guides. */
  readonly guideOf?: (of: { readonly area: string; readonly creditCode: string }) => Promise<string>;
  /** The department that is there at a bookable time; '' where there is no such time. Asked for forms that ask for one. */
  readonly hostOf?: (placeId: string) => Promise<string>;
  /** Who is told by which channels. */
  readonly contacts: Contacts;
};
