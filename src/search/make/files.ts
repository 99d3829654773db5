import { type Columns, countStep, writeColumns } from '../columns.ts';
import { sheetPath, sheetStarts, writeSheet } from '../documents.ts';
import { entryKinds } from '../entry.ts';
import { type ExactFile, isExact } from '../exact.ts';
import { type Head, type LexiconFile, type TitlesFile, version } from '../head.ts';
import type { Lexicon } from '../lexicon.ts';
import { type Block, shardOf, writeBlock, writeShard } from '../shard.ts';
import { syllables } from '../tables/syllables.ts';
import type { Collected } from './collect.ts';
import type { Lists } from './gather.ts';
import type { Learned } from './learn.ts';
import { packWords } from './pack.ts';
import type { Meaning, Prepared } from './prepare.ts';

export type { Meaning };

/** Passages kept for a term, best first; beyond that a term says little. */
const mostText = 3000;
const mostOther = 2000;
/** Of single characters, which say less and are loaded more. */
const mostSingle = 600;
/** A block of more bytes has a file of its own, so that nobody loads it for the sake of a neighbour. */
const largeBlock = 700;
/** What a shared file of terms should hold. */
const shardBytes = 1000;

type File = readonly [path: string, content: Uint8Array];

const json = (path: string, value: Head | LexiconFile | TitlesFile | ExactFile | string): File => [
  path,
  new TextEncoder().encode(JSON.stringify(value)),
];

const listOf = (lists: Lists, term: string, most: number) => {
  const number = lists.numbers.get(term);
  return number === undefined ? undefined : lists.postings(number, most);
};

/** What a term leads to. */
export const blockOf = (
  { text, headings, titles }: Prepared,
  { asked, learned }: Learned,
  term: string,
): Block => {
  const lists = {
    text: listOf(text, term, term.length === 1 ? mostSingle : mostText),
    headings: listOf(headings, term, mostOther),
    title: listOf(titles, term, mostOther),
    asked: asked(term),
    learned: learned(term),
  };
  return Object.fromEntries(Object.entries(lists).filter(([, list]) => list !== undefined));
};

/** Every term with its block. */
const blocksOf = function* (prepared: Prepared, learned: Learned): Generator<readonly [string, Uint8Array]> {
  const { text, headings, titles } = prepared;
  const terms = new Set([...text.terms, ...headings.terms, ...titles.terms, ...learned.terms]);
  for (const term of terms) yield [term, writeBlock(blockOf(prepared, learned, term))];
};

const termFiles = function* (blocks: readonly (readonly [string, Uint8Array])[], large: ReadonlySet<string>) {
  let bytes = 0;
  for (const [term, block] of blocks) if (!large.has(term)) bytes += block.length + term.length * 3 + 2;
  const count = Math.max(1, Math.ceil(bytes / shardBytes));
  const files = new Map<string, (readonly [string, Uint8Array])[]>();
  // A file that no term falls into is asked for too.
  for (let i = 0; i < count; i++) files.set(`terms/${i}.bin`, []);
  for (const pair of blocks) {
    const path = shardOf(pair[0], count, term => large.has(term));
    const file = files.get(path);
    if (file) file.push(pair);
    else files.set(path, [pair]);
  }
  for (const [path, content] of files) yield [path, writeShard(content)] as const;
  return count;
};

/** What is known of every fact. */
export const columnsOf = ({ collected: { facts }, cites }: Prepared, { answers }: Learned): Columns => {
  return {
    pageOf: Int32Array.from(facts, ({ page }) => page),
    sectionOf: Int32Array.from(facts, ({ section }) => section),
    classOf: Int32Array.from(facts, ({ group }) => group),
    cited: Uint8Array.from(cites.facts, countStep),
    answers: Uint8Array.from(answers, countStep),
    pagesCited: Uint8Array.from(cites.pages, countStep),
  };
};

/** The characters that words of the lexicon hold, by how they are read. */
const syllablesFor = ({ words }: Lexicon): string => {
  const held = new Set(words().flatMap(word => [...word]));
  return syllables
    .split(' ')
    .flatMap(row => {
      const syllable = /^[a-z]+/.exec(row)?.[0] ?? '';
      const own = [...row.slice(syllable.length)].filter(character => held.has(character));
      return own.length > 0 ? [`${syllable}${own.join('')}`] : [];
    })
    .join(' ');
};

const exactOf = ({ facts }: Collected): ExactFile =>
  facts.flatMap(({ passages }, i) => {
    const short = passages.flatMap(({ id, facts: own }) => [id, ...own]).filter(isExact);
    return [...new Set(short)].map(text => [i, text] as const);
  });

/** All files of the index. */
export const filesOf = function* (
  prepared: Prepared,
  learned: Learned,
  glossary: readonly Meaning[],
): Generator<File> {
  const { collected, traditional, classes, lexicon } = prepared;
  const blocks = [...blocksOf(prepared, learned)];
  const large = new Set(blocks.filter(([, block]) => block.length > largeBlock).map(([term]) => term));
  const shards = yield* termFiles(blocks, large);
  yield ['facts.bin', writeColumns(columnsOf(prepared, learned))];
  yield json('lexicon.json', {
    words: packWords(classes, large),
    traditional,
    large: [...large]
      .filter(term => lexicon.cost(term) === undefined)
      .sort()
      .join(' '),
    glossary: glossary.map(({ lay, official }) => [lay, official]),
  });
  yield json('syllables.json', syllablesFor(lexicon));
  yield json('exact.json', exactOf(collected));
  yield json(
    'titles.json',
    collected.pages.map(
      ({ kind, page, anchor, title }) =>
        [entryKinds.indexOf(kind), anchor ? `${page}#${anchor}` : page, title] as const,
    ),
  );
  const sizes = collected.facts.map(({ passages }) =>
    passages.reduce((sum, { text }) => sum + text.length, 0),
  );
  const starts = sheetStarts(sizes);
  for (const [number, start] of starts.entries()) {
    yield [
      sheetPath(number),
      writeSheet(collected.facts.slice(start, starts[number + 1]).map(fact => fact.passages)),
    ];
  }
  yield json('index.json', {
    version,
    facts: collected.facts.length,
    shards,
    classes: collected.classes,
    sheets: starts.map((start, i) => start - (starts[i - 1] ?? 0)),
  });
};
