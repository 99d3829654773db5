import type { Entry } from './entry.ts';
import type { GlossaryFile } from './glossary.ts';

/** Changes when an older reader could not read the files any more. */
export const version = 1;

/** `index.json`: what a reader loads first. */
export type Head = {
  readonly version: number;
  readonly facts: number;
  /** How many shared files of terms there are. */
  readonly shards: number;
  readonly classes: readonly Pick<Entry, 'kind' | 'filters' | 'from' | 'to' | 'published'>[];
  /** The first fact of each file of passages, as steps from the one before. */
  readonly sheets: readonly number[];
};

/** `lexicon.json`: the words, the characters to fold, and the terms that have a file of their own. */
export type LexiconFile = {
  /** Words by class, and which of them have a file of their own: `packWords`. */
  readonly words: string;
  readonly traditional: string;
  /** The other terms that have a file of their own, parted by blanks. */
  readonly large: string;
  readonly glossary: GlossaryFile;
};

/** `titles.json`, for suggestions and short questions: what stands where; one row a page, in the pages' order. */
export type TitlesFile = readonly (readonly [kind: number, url: string, title: string])[];
