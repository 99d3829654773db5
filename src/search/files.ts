import { type Columns, readColumns } from './columns.ts';
import { type Passage, readSheet, sheetPath } from './documents.ts';
import type { ExactFile } from './exact.ts';
import { createFold, type Fold } from './fold.ts';
import type { GlossaryFile } from './glossary.ts';
import type { Head, LexiconFile, TitlesFile } from './head.ts';
import { version } from './head.ts';
import { createLexicon, type Lexicon } from './lexicon.ts';
import { type Block, readShard, shardOf } from './shard.ts';
import { createSound, type Sound } from './sound.ts';

/** Reads one file of the index by its path inside the index's folder: fetch in the browser, readFile in Node. Rejects where it is missing. */
export type FetchBytes = (path: string) => Promise<Uint8Array>;

/** The files of an index, each fetched once. */
export type Files = {
  readonly head: Head;
  readonly columns: Columns;
  readonly lexicon: Lexicon;
  readonly fold: Fold;
  readonly block: (term: string) => Promise<Block | undefined>;
  readonly passages: (fact: number) => Promise<readonly Passage[]>;
  readonly glossary: GlossaryFile;
  readonly titles: () => Promise<TitlesFile>;
  readonly exact: () => Promise<ExactFile>;
  readonly sound: () => Promise<Sound>;
};

/** Files kept in memory: those used longest ago go first. */
const mostKept = 400;

const keeping = (fetchBytes: FetchBytes): FetchBytes => {
  const kept = new Map<string, Promise<Uint8Array>>();
  return path => {
    const known = kept.get(path);
    kept.delete(path);
    const file = known ?? fetchBytes(path);
    kept.set(path, file);
    // A failed fetch may succeed next time.
    if (!known) file.catch(() => kept.delete(path));
    for (const [oldest] of kept) {
      if (kept.size <= mostKept) break;
      kept.delete(oldest);
    }
    return file;
  };
};

/** Written by the build of the same version: the shapes are its own. */
const parse = <T>(bytes: Uint8Array): T => JSON.parse(new TextDecoder().decode(bytes)) as T;

/** Fetches something once; a failed fetch may succeed next time. */
const once = <T>(load: () => Promise<T>): (() => Promise<T>) => {
  let held: Promise<T> | undefined;
  return () => {
    held ??= load().catch(error => {
      held = undefined;
      throw error;
    });
    return held;
  };
};

/** The last of ascending numbers that is not over `wanted`: its place. */
const placeOf = (ascending: readonly number[], wanted: number): number => {
  let [from, to] = [0, ascending.length - 1];
  while (from < to) {
    const middle = Math.ceil((from + to) / 2);
    if ((ascending[middle] ?? 0) <= wanted) from = middle;
    else to = middle - 1;
  }
  return from;
};

/** Fetches head, lexicon and columns; everything else when it is asked for. */
export const openFiles = async (fetchBytes: FetchBytes): Promise<Files> => {
  const [head, words, columns] = await Promise.all([
    fetchBytes('index.json').then(parse<Head>),
    fetchBytes('lexicon.json').then(parse<LexiconFile>),
    fetchBytes('facts.bin').then(readColumns),
  ]);
  if (head.version !== version) throw new Error(`The index is of version ${head.version}, not ${version}.`);
  const lexicon = createLexicon(words.words);
  const large = new Set(words.large.split(' '));
  const isLarge = (term: string) => large.has(term) || lexicon.isLarge(term);
  const fetchKept = keeping(fetchBytes);
  let sum = 0;
  const starts = head.sheets.map(step => {
    sum += step;
    return sum;
  });
  return {
    head,
    columns,
    lexicon,
    glossary: words.glossary,
    fold: createFold(words.traditional),
    block: async term => readShard(await fetchKept(shardOf(term, head.shards, isLarge)), term),
    passages: async fact => {
      const sheet = placeOf(starts, fact);
      return readSheet(await fetchKept(sheetPath(sheet)))(fact - (starts[sheet] ?? 0));
    },
    titles: once(() => fetchBytes('titles.json').then(parse<TitlesFile>)),
    exact: once(() => fetchBytes('exact.json').then(parse<ExactFile>)),
    sound: once(async () => {
      const syllables = parse<string>(await fetchBytes('syllables.json'));
      return createSound(syllables, lexicon);
    }),
  };
};
