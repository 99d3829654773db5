import type { Answer, Hit, SearchIndex, SearchOptions, Suggestion } from './answer.ts';
import type { Passage } from './documents.ts';
import { entryKinds } from './entry.ts';
import { type FetchBytes, type Files, openFiles } from './files.ts';
import type { Fold } from './fold.ts';
import { look } from './look.ts';
import { marksOf } from './marks.ts';
import { byValue, namedIn, type Ranked, rank } from './rank.ts';

export type { Answer, FetchBytes, Hit, SearchIndex, SearchOptions, Suggestion };

/** How many hits may answer when they are put in another order. */
const answering = 50;

/** The passage that holds most of the words, and of equals the earlier. */
const bestOf = (passages: readonly Passage[], fold: Fold, words: readonly string[]): Passage | undefined => {
  let [best, most] = [passages[0], -1];
  for (const passage of passages) {
    const folded = fold([...passage.headings, passage.text].join('\n'));
    const held = words.filter(word => folded.includes(word)).reduce((sum, word) => sum + word.length ** 2, 0);
    if (held <= most) continue;
    best = passage;
    most = held;
  }
  return best;
};

const hitOf = async (files: Files, fact: number, score: number, words: readonly string[]): Promise<Hit[]> => {
  const passage = bestOf(await files.passages(fact), files.fold, words);
  const of = files.head.classes[files.columns.classOf[fact] ?? 0];
  if (!passage || !of) return [];
  const { anchor, page, title, headings, text } = passage;
  return [
    {
      kind: of.kind,
      id: passage.id,
      url: anchor ? `${page}#${anchor}` : page,
      page,
      title,
      headings,
      passage: text,
      marks: marksOf(files.fold(text), words),
      score,
      from: of.from,
      to: of.to,
    },
  ];
};

const newestFirst = ({ head, columns }: Files, ranked: readonly Ranked[]): readonly Ranked[] => {
  const day = ({ fact }: Ranked) => head.classes[columns.classOf[fact] ?? 0]?.from ?? '';
  return ranked.slice(0, answering).sort((a, b) => day(b).localeCompare(day(a)) || byValue(a, b));
};

const searchIn = async (files: Files, question: string, options: SearchOptions): Promise<Answer> => {
  const { top = 10, sort = 'relevance' } = options;
  const [looked, names] = await Promise.all([look(files, question), namedIn(files, question)]);
  const { ranked, total, confident } = rank(files, question, looked, names, options);
  const ordered = sort === 'newest' ? newestFirst(files, ranked) : ranked;
  const words = [...looked.analysis.words.map(word => word.text), ...looked.expanded.map(files.fold)];
  const long = words.filter(word => word.length > 1);
  const marked = long.length > 0 ? long : words;
  const hits = await Promise.all(
    ordered.slice(0, top).map(({ fact, value }) => hitOf(files, fact, value, marked)),
  );
  return { hits: hits.flat(), total, expanded: looked.expanded, confident, words: [...new Set(words)] };
};

const facetsOf = ({ head }: Files): SearchIndex['facets'] => {
  const found = new Map<string, Set<string>>();
  for (const { kind, filters } of head.classes) {
    for (const [code, values] of [...Object.entries(filters), ['kind', [kind]] as const]) {
      const known = found.get(code) ?? new Set();
      found.set(code, known);
      for (const value of values) known.add(value);
    }
  }
  return Object.fromEntries([...found].map(([code, values]) => [code, [...values].sort()]));
};

/** Titles that hold what was typed, those that begin with it first; letters also as pinyin. */
const suggestIn = async (files: Files, typed: string, top: number): Promise<readonly Suggestion[]> => {
  const wanted = files.fold(typed.trim());
  if (wanted === '') return [];
  const letters = wanted.replace(/[\s']/g, '');
  const spelled = /^[a-z]{2,}$/.test(letters) ? (await files.sound()).spelled(letters) : null;
  const found = (await files.titles()).flatMap(([kind, page, title]) => {
    const folded = files.fold(title);
    const at = Math.max(folded.indexOf(wanted), spelled ? folded.indexOf(spelled) : -1);
    return at < 0 ? [] : [{ at, suggestion: { kind: entryKinds[kind] ?? 'policy', page, title } }];
  });
  return found
    .sort((a, b) => Number(a.at > 0) - Number(b.at > 0))
    .slice(0, top)
    .map(({ suggestion }) => suggestion);
};

/** Opens an index written by `writeIndex`; fetches its head and lexicon once, everything else when a question needs it. */
export const openIndex = async (fetchBytes: FetchBytes): Promise<SearchIndex> => {
  const files = await openFiles(fetchBytes);
  return {
    search: (question, options = {}) => searchIn(files, question, options),
    suggest: (typed, top = 8) => suggestIn(files, typed, top),
    facets: facetsOf(files),
  };
};
