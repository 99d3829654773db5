import type { Day } from '#src/rules/day.ts';
import type { EntryKind } from './entry.ts';

export type SearchOptions = {
  /** How many hits at most; 10 unless told. */
  readonly top?: number;
  /** Only these kinds. */
  readonly kinds?: readonly EntryKind[];
  /** Only passages that have, of every code named, one of its values: `{ region: ['xiamen', 'national'] }`. A passage without that code is left out. */
  readonly filters?: Readonly<Record<string, readonly string[]>>;
  /** Codes to prefer, not to demand: the reader's region and audience. */
  readonly prefer?: Readonly<Record<string, readonly string[]>>;
  /** The reader's day: what was not yet published is left out, what has ended comes later. Without it the day plays no part. */
  readonly asOf?: Day;
  /** Leave out what does not hold on `asOf`. */
  readonly inForceOnly?: boolean;
  /** `newest`: by the day from which it holds, newest first, among the hits that answer; `relevance` unless told. */
  readonly sort?: 'relevance' | 'newest';
};

/** One answer: a fact (kind and id are unique among the hits) and its best passage. */
export type Hit = {
  readonly kind: EntryKind;
  readonly id: string;
  /** The page, with the anchor where there is one. */
  readonly url: string;
  readonly page: string;
  readonly title: string;
  readonly headings: readonly string[];
  readonly passage: string;
  /** Where words of the question stand in `passage`: [start, end) in UTF-16 units, in order, apart from each other. */
  readonly marks: readonly (readonly [number, number])[];
  readonly score: number;
  readonly from: Day | null;
  readonly to: Day | null;
};

export type Answer = {
  readonly hits: readonly Hit[];
  /** How many facts match at all, shown or not. */
  readonly total: number;
  /** What else was searched for, in official words, for "also searched for". */
  readonly expanded: readonly string[];
  /** False where nothing fits well: offer the hotline and the consultation form. */
  readonly confident: boolean;
  /** The words the question was read as, simplified and folded; for highlighting on the page that the hit links to. */
  readonly words: readonly string[];
};

export type Suggestion = { readonly title: string; readonly page: string; readonly kind: EntryKind };

export type SearchIndex = {
  readonly search: (question: string, options?: SearchOptions) => Promise<Answer>;
  /** Titles that hold what was typed so far (also as pinyin), best first. */
  readonly suggest: (typed: string, top?: number) => Promise<readonly Suggestion[]>;
  /** Kinds and codes that occur, for building filters: `{ kind: [...], region: [...] }`. */
  readonly facets: Readonly<Record<string, readonly string[]>>;
};
