import type { Fold } from '../fold.ts';
import { runsOf } from '../grams.ts';
import { type Lexicon, segment } from '../lexicon.ts';
import { highest, type Postings } from '../postings.ts';
import type { Collected, Fact } from './collect.ts';
import { gather, type Lists } from './gather.ts';
import { type Sides, translate } from './translate.ts';

/** A question that people asked and the passages (ids) that answer it: the FAQ, answered consultations that are published. */
export type Answered = {
  readonly question: string;
  readonly ids: readonly string[];
  /** True where readers asked it, so that how often a passage answers says something; editors' questions say nothing of that. */
  readonly asked?: boolean;
};

export type Learned = {
  /** The terms for which there may be something. */
  readonly terms: ReadonlySet<string>;
  /** Facts by the words of questions that they answered. */
  readonly asked: (term: string) => Postings | undefined;
  /** Facts by words of questions that their own words stand for; worked out when it is asked for. */
  readonly learned: (term: string) => Postings | undefined;
  /** How many questions each passage answered. */
  readonly answers: Float64Array;
};

/** Words of answers for a word of questions, and passages kept for it. */
const meanings = 16;
const mostLearned = 800;
/** How strong a passage's words must bring up a word, against how common it is in questions, to count at all. */
const least = 0.35;

/** The words of a text by our own segmenter; letters and digits as they stand. */
const wordsIn = (folded: string, lexicon: Lexicon): string[] =>
  runsOf(folded).flatMap(({ text, han, at }) =>
    han ? segment(lexicon, text, at).map(word => word.text) : [text],
  );

/** What one asked word leads to: passages whose words are likely to bring it up, by the gain over its usual chance. */
const reach = (
  sources: readonly (readonly [word: string, chance: number])[],
  usual: number,
  text: Lists,
  sums: Float64Array,
): Postings => {
  const touched: number[] = [];
  for (const [word, chance] of sources) {
    const number = text.numbers.get(word);
    if (number === undefined) continue;
    const { ids, shares } = text.impacts(number);
    for (let i = 0; i < ids.length; i++) {
      const id = ids[i] ?? 0;
      if (sums[id] === 0) touched.push(id);
      sums[id] = (sums[id] ?? 0) + (chance * (shares[i] ?? 0)) / 255;
    }
  }
  const gains: (readonly [id: number, gain: number])[] = [];
  for (const id of touched) {
    const gain = Math.log1p((sums[id] ?? 0) / (usual * 4));
    if (gain >= least) gains.push([id, gain]);
    sums[id] = 0;
  }
  gains.sort((a, b) => b[1] - a[1] || a[0] - b[0]);
  const kept = gains.slice(0, mostLearned).sort((a, b) => a[0] - b[0]);
  return {
    all: gains.length,
    ids: Int32Array.from(kept, ([id]) => id),
    levels: Uint8Array.from(kept, ([, gain]) => Math.max(1, Math.min(highest, Math.round(gain * 4)))),
  };
};

const askedLists = (asked: ReadonlyMap<number, readonly string[]>, count: number): Lists => {
  const total = [...asked.values()].reduce((sum, words) => sum + words.length, 0);
  const gathering = gather(Math.max(1, total / Math.max(1, asked.size)));
  for (let i = 0; i < count; i++) {
    const words = asked.get(i) ?? [];
    gathering.add(words);
    gathering.next(words.length);
  }
  return gathering.done();
};

const wholeOf = (fact: Fact | undefined): string =>
  (fact?.passages ?? []).map(({ title, headings, text }) => [title, ...headings, text].join('\n')).join('\n');

/** Learns from answered questions; ids that no fact has are passed over. */
export const learn = (
  answered: readonly Answered[],
  { facts }: Collected,
  text: Lists,
  lexicon: Lexicon,
  fold: Fold,
): Learned => {
  const byId = new Map<string, number[]>();
  facts.forEach(({ passages }, i) => {
    const id = passages[0]?.id ?? '';
    const list = byId.get(id);
    if (list) list.push(i);
    else byId.set(id, [i]);
  });
  const asked = new Map<number, string[]>();
  const answers = new Float64Array(facts.length);
  const pairs: Sides[] = [];
  const usual = new Map<string, number>();
  for (const { question, ids, asked: byReaders = false } of answered) {
    const words = wordsIn(fold(question), lexicon);
    for (const word of new Set(words)) usual.set(word, (usual.get(word) ?? 0) + 1 / answered.length);
    for (const i of ids.flatMap(id => byId.get(id) ?? [])) {
      if (byReaders) answers[i] = (answers[i] ?? 0) + 1;
      const list = asked.get(i) ?? [];
      asked.set(i, list);
      list.push(...words);
      pairs.push({ asked: words, answer: wordsIn(fold(wholeOf(facts[i])), lexicon) });
    }
  }
  const lists = askedLists(asked, facts.length);
  const sums = new Float64Array(facts.length);
  const translations = translate(pairs, meanings);
  return {
    terms: new Set([...lists.terms, ...translations.keys()]),
    asked: term => {
      const number = lists.numbers.get(term);
      return number === undefined ? undefined : lists.postings(number, mostLearned);
    },
    learned: term => {
      const sources = translations.get(term);
      const found = sources && reach(sources, usual.get(term) ?? 1, text, sums);
      return found && found.ids.length > 0 ? found : undefined;
    },
    answers,
  };
};
