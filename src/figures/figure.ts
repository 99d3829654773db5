import type { Words } from '#src/i18n/words.ts';
import type { Day } from '#src/rules/day.ts';

/** What happened to a case on a day, as a code. Everything that is ever counted is a sum of these: see `tally.ts`. */
export const measures = [
  'received',
  'held',
  'moved',
  'told',
  'finished',
  'overdue',
  'returned',
  'declined',
  'closed',
  'unclosed',
  'reopened',
  'unsolved',
  'upward',
  'rated',
  'verdict',
  'asked-money',
  'asked-beds',
] as const;
export type Measure = (typeof measures)[number];

/** What a figure may be taken apart by; '' is the whole zone. */
export const dimensions = ['', 'form', 'area', 'department', 'line'] as const;
export type Dimension = (typeof dimensions)[number];

/** A measure with its sign; `parts` counts those alone (a form of ending, a grade), without it all of them count. */
export type Term = {
  readonly measure: Measure;
  readonly parts?: readonly string[];
  readonly minus?: true;
};

/**
 * How a figure follows from what happened. `sum`: on the day itself. `level`: as it stands at the end of the day, the sum of every change up to
 * it. `ratio`: two levels, the first a part of the second. `quantile`: so large a share of the cases of the last `days` days took no longer
 * than the value, in working hours.
 */
export type Formula =
  | { readonly kind: 'sum' | 'level'; readonly of: readonly Term[]; readonly scale?: number }
  | { readonly kind: 'ratio'; readonly of: readonly Term[]; readonly among: readonly Term[] }
  | { readonly kind: 'quantile'; readonly of: Measure; readonly share: number; readonly days: number };

/** A figure: what it is called, how it is counted, what is not counted. All of them stand in `definitions.ts` and nowhere else. */
export type FigureDefinition = {
  /** A code in kebab case that never changes its meaning. */ readonly id: string;
  readonly name: Words;
  /** The unit of the value; a ratio is a share from 0 to 1 that is shown in per cent. */ readonly unit: Words;
  /** How it is counted, for a reader. */ readonly counted: Words;
  readonly notCounted: Words;
  readonly formula: Formula;
  /** Whether the public may read it; the others are the desk's own. */ readonly public: boolean;
  /** What it may be taken apart by; empty where parts would not add up to the whole or say nothing. */
  readonly by: readonly Exclude<Dimension, ''>[];
};

/** One part of a figure: of a form, an area, a department or a line. A department's `name` is the zone's own. */
export type ReadingPart = {
  readonly key: string;
  readonly name: Words;
  readonly value: number | null;
  readonly numerator?: number;
  readonly denominator?: number;
};

/** What a figure comes to at the end of a day. */
export type Reading = {
  readonly figure: FigureDefinition;
  /** The day that it speaks of. */ readonly asOf: Day;
  /** Null where there is nothing to divide by or nothing was measured: shown as “—”, never as 0. */ readonly value:
    | number
    | null;
  /** Of a ratio: both of its numbers, always. Of a quantile: how many cases were measured, as the denominator. */
  readonly numerator?: number;
  readonly denominator?: number;
  readonly unit: Words;
  /** Taken apart, where that was asked for: every key of which something was counted. Parts of a sum or a level add up to it. */
  readonly parts?: readonly ReadingPart[];
};

/** A figure on a day beside the day before and the same day of the week before. */
export type Trend = {
  readonly now: Reading;
  readonly yesterday: Reading;
  readonly lastWeek: Reading;
};

/** A figure day by day, for a chart. */
export type Point = Pick<Reading, 'asOf' | 'value' | 'numerator' | 'denominator'>;

/** Where at the desk what a number counts is listed: a page, `figures/open/`, and what narrows it to that. */
export type Lead = { readonly at: string; readonly query: Readonly<Record<string, string>> };

/** A part of the daily report that another room hands in: plain cells, a number where it is a number, null where nobody knows. */
export type ReportSection = {
  readonly title: Words;
  readonly columns: readonly Words[];
  readonly rows: readonly (readonly (string | number | Words | null)[])[];
  /** Where each cell leads, row by row as in `rows`; null for nowhere, and what is left out leads nowhere. */
  readonly leads?: readonly (readonly (Lead | null)[])[];
  /** What is counted and what is not; as of when. */ readonly note: Words;
};
