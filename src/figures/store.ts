import type { DeskRow, Narrow } from '#src/cases/desk-store.ts';
import type { CaseRow, EventRow } from '#src/cases/store.ts';
import type { Dimension, Measure, Term } from '#src/figures/figure.ts';
import type { Day } from '#src/rules/day.ts';

/**
 * The port to what is counted. A case's tallies follow from the case and its events alone; the sums are kept beside them, by day and by
 * one dimension at a time, by day and by month (a month's `day` is `m2020-03`). Nothing here says anything of a person.
 */

/** One thing that happened to a case on a day. `n` is 1, -1, or an amount; never 0. */
export type Tally = {
  readonly measure: Measure;
  /** The day in Shanghai; it may lie ahead: a case that is not answered becomes overdue by itself. */ readonly day: Day;
  /** What kind of it: an outcome, a grade; ''. */ readonly part: string;
  /** The department that led the case then. */ readonly department: string;
  readonly n: number;
};

/** The dimensions that all tallies of a case have in common. */
export type TalliedCase = {
  readonly caseId: string;
  /** The newest event that was looked at. */ readonly head: number;
  readonly form: string;
  readonly area: string;
  readonly line: string;
  readonly tallies: readonly Tally[];
};

/** A tally as it is kept. */
export type TallyRow = Tally & { readonly caseId: string } & Pick<TalliedCase, 'form' | 'area' | 'line'>;

/** What a case's tallies are made of; nothing sealed. */
export type Countable = Pick<
  CaseRow,
  | 'id'
  | 'form'
  | 'state'
  | 'area'
  | 'line'
  | 'answers'
  | 'handler'
  | 'due'
  | 'receivedAt'
  | 'channel'
  | 'head'
>;
export type CountableEvent = Pick<EventRow, 'caseId' | 'seq' | 'at' | 'kind' | 'data'>;

/** A sum of tallies: of a day, of a month, or of all that was asked for (''). */
export type Sum = {
  readonly day: string;
  readonly measure: Measure;
  /** The sums by a dimension leave the steps of `told` together: they are told apart for the whole zone alone. */
  readonly part: string;
  /** The form, area, department or line; '' in the sums of the whole zone. */ readonly key: string;
  readonly n: number;
};

/** Supplies of one kind: of needs that are still open, and of what is there. In the smallest unit that is counted. */
export type SupplySum = {
  readonly item: string;
  readonly unit: string;
  readonly asked: number;
  /** Needs whose enterprise did not know how much: they are in no sum. */ readonly unknown: number;
  readonly promised: number;
  readonly delivered: number;
  readonly missing: number;
  readonly left: number;
};

/** Where a page of cases ended. */
export type FigureCursor = { readonly day: Day; readonly id: string };

/**
 * The cases behind a figure: those whose tallies of some days come to anything but 0, by the terms and of one part of the zone.
 * `narrow` is the same as of the desk's queue.
 */
export type FigureCases = {
  /** A measure that every one of these cases was counted under by the last day: they come by the day of the last such tally. */
  readonly lead: Measure;
  /** All of the same parts, or all of any. */ readonly terms: readonly Term[];
  readonly from: Day;
  readonly to: Day;
  readonly by: Dimension;
  readonly key: string;
  readonly narrow: Narrow;
  readonly after: FigureCursor | null;
  /** 1 to 500. */ readonly limit: number;
};

/** `n`: what the case adds, which may be more than one, an amount, or less than nothing. */
type FigureCase = DeskRow & { readonly countedOn: Day; readonly n: number };

export type FiguresStore = {
  /**
   * Puts the tallies of cases in place of those that were counted before and adds the difference to the sums, in one transaction; a case that
   * moved on meanwhile is left out and found again. Gives back how many were counted.
   */
  tally(command: { readonly cases: readonly TalliedCase[] }): Promise<number>;
  /** Cases that are not counted as they stand now, with their events in order, by id, at most `limit` after an id. */
  untallied(query: { readonly after: string; readonly limit: number }): Promise<{
    readonly rows: readonly { readonly row: Countable; readonly events: readonly CountableEvent[] }[];
    /** Give this back as `after` to get the following ones; null after the last. */ readonly next:
      | string
      | null;
  }>;
  /** The sums by one dimension of the days from one to another, both included, by day. */
  sums(query: {
    readonly dimension: Dimension;
    readonly from: Day;
    readonly to: Day;
  }): Promise<readonly Sum[]>;
  /** The sums by one dimension of all months before one (`2020-03`), added up; `day` is ''. */
  sumsBefore(query: { readonly dimension: Dimension; readonly month: string }): Promise<readonly Sum[]>;
  /** A page of the cases behind a figure, what was counted last first. */
  figureCases(query: FigureCases): Promise<readonly FigureCase[]>;
  /** The tallies of one case. */
  talliesOf(caseId: string): Promise<readonly TallyRow[]>;
  /** Supplies by item, of all. */
  supplySums(): Promise<readonly SupplySum[]>;
};
