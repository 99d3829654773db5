import type { EntryKind } from './entry.ts';

/** What is set by rule, not fitted: in the units of the fitted score. */
export const rules = {
  /** The question names the fact: its document number, its phone number. */
  named: 100,
  /** A short question stands in the title as it was typed. */
  titled: 0.3,
  /** It has ended on the reader's day; it does not hold yet. */
  ended: -0.5,
  ahead: -0.3,
  /** It holds in one place only, which the reader neither names nor has chosen. */
  elsewhere: -0.1,
  /** It is meant for the reader's region or audience. */
  preferred: 0.5,
  /**
   * What the first hit must reach to be offered without doubt: set on every second question of the site's benchmark; of the others 23 of
   * the 27 that are answered rightly reach it, of lay questions about other fields of law one in four.
   */
  confident: 0.6,
} as const;

/** Who asks wants to know before to do: what informs comes before what only has the words too. */
export const byKind: Readonly<Partial<Record<EntryKind, number>>> = {
  form: -0.2,
  notice: -0.2,
  practice: -0.2,
  supplier: -0.2,
  document: -0.2,
};
