import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { candidates, featureNames, featuresOf } from '#src/search/features.ts';
import { look } from '#src/search/look.ts';
import { collect } from '#src/search/make/collect.ts';
import { type Answered, learn } from '#src/search/make/learn.ts';
import { type Prepared, prepare } from '#src/search/make/prepare.ts';
import { scan } from '#src/search/scan.ts';
import { memoryFiles } from './memory-files.ts';
import { type Question, readQuestions, readStatutes } from './statutes.ts';

/**
 * `npm run search:fit`: fits the weights of the ranking on the train questions of the benchmark, and writes them into
 * src/search/weights.ts. Each of five parts is asked of an index that has learned from the others. A list-wise logistic regression over the
 * first 300 facts, drawn towards plain BM25F (so that it holds on other content than statutes), never below 0, by gradient descent
 * in full batches: the same figures every time.
 */
const parts = 5;
const looked = 300;
const rounds = 300;
const pace = 0.04;
/** How strongly the weights are drawn towards BM25F, and how sharp the scores are that are compared. */
const pull = 0.003;
const sharpness = 8;

/** BM25F over words, neighbours and characters; headings as text, titles half. */
const plain: Readonly<Record<string, number>> = {
  word: 1,
  part: 1,
  cross: 0.6,
  single: 0.8,
  piece: 1,
  other: 1,
  asked: 0.5,
  learned: 0.5,
  heading: 1,
  title: 0.5,
};

type List = { readonly features: readonly Float32Array[]; readonly right: readonly boolean[] };

const answeredOf = ({ text, rel }: Question): Answered => ({
  question: text,
  ids: rel.map(String),
  asked: true,
});

/** The first facts for each of the questions, from an index that has learned from others. */
const listsOf = async (
  prepared: Prepared,
  questions: readonly Question[],
  others: readonly Question[],
): Promise<List[]> => {
  const { collected, text, lexicon, fold } = prepared;
  const files = memoryFiles(prepared, learn(others.map(answeredOf), collected, text, lexicon, fold));
  const lists: List[] = [];
  for (const question of questions) {
    const { found } = await look(files, question.text);
    const sums = scan(found, files.columns);
    const { chosen } = candidates(sums, files.columns, looked, () => true);
    const wanted = new Set(question.rel.map(String));
    const right = chosen.map(({ fact }) => wanted.has(collected.facts[fact]?.passages[0]?.id ?? ''));
    if (right.includes(true)) lists.push({ features: featuresOf(sums, files.columns, chosen), right });
  }
  return lists;
};

/** A number for each question, the same for those that have an article in common, by however many steps. */
const topics = (questions: readonly Question[]): readonly number[] => {
  const above = new Map<number, number>();
  const root = (article: number): number => {
    const next = above.get(article) ?? article;
    return next === article ? article : root(next);
  };
  for (const { rel } of questions)
    for (const article of rel) above.set(root(article), root(rel[0] ?? article));
  return questions.map(({ rel }) => root(rel[0] ?? 0));
};

/**
 * The parts twice: by turns, where most questions have a neighbour that was learned from; and, every second question, by topic, where
 * none has: what is new must be found too.
 */
const allLists = async (prepared: Prepared, train: readonly Question[]): Promise<List[]> => {
  const topic = topics(train);
  const lists: List[] = [];
  for (let part = 0; part < parts; part++) {
    const inTurn = (_: Question, i: number) => i % parts === part;
    const inTopic = (_: Question, i: number) => (topic[i] ?? 0) % parts === part;
    const others = (mine: typeof inTurn) => train.filter((one, i) => !mine(one, i));
    const second = train.filter((one, i) => inTopic(one, i) && i % 2 === 0);
    lists.push(...(await listsOf(prepared, train.filter(inTurn), others(inTurn))));
    lists.push(...(await listsOf(prepared, second, others(inTopic))));
  }
  return lists;
};

/** The gradient of the list-wise loss: what the scores expect of each feature less what the right facts have. */
const gradient = (lists: readonly List[], weights: Float64Array): Float64Array => {
  const sum = new Float64Array(weights.length);
  for (const { features, right } of lists) {
    const scores = features.map(row => {
      let score = 0;
      for (let i = 0; i < row.length; i++) score += (row[i] ?? 0) * (weights[i] ?? 0);
      return score;
    });
    const top = scores.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY);
    const shares = scores.map(score => Math.exp(score - top));
    const total = shares.reduce((a, b) => a + b, 0);
    const count = right.filter(Boolean).length;
    features.forEach((row, n) => {
      const error = (shares[n] ?? 0) / total - (right[n] ? 1 / count : 0);
      if (Math.abs(error) < 1e-7) return;
      for (let i = 0; i < row.length; i++) sum[i] = (sum[i] ?? 0) + error * (row[i] ?? 0);
    });
  }
  return sum.map(value => value / lists.length);
};

/** Adam (Kingma and Ba 2015), held at 0 from below. */
const fitted = (lists: readonly List[]): Float64Array => {
  const start = Float64Array.from(featureNames, name => (plain[name] ?? 0) * sharpness);
  const weights = start.slice();
  const mean = new Float64Array(start.length);
  const square = new Float64Array(start.length);
  for (let round = 1; round <= rounds; round++) {
    const slope = gradient(lists, weights);
    weights.forEach((weight, i) => {
      const own = (slope[i] ?? 0) + pull * (weight - (start[i] ?? 0));
      mean[i] = 0.9 * (mean[i] ?? 0) + 0.1 * own;
      square[i] = 0.999 * (square[i] ?? 0) + 0.001 * own * own;
      const step =
        (mean[i] ?? 0) / (1 - 0.9 ** round) / (Math.sqrt((square[i] ?? 0) / (1 - 0.999 ** round)) + 1e-8);
      weights[i] = Math.max(0, weight - pace * (1 - round / (rounds + 1)) * step);
    });
  }
  return weights;
};

const train = readQuestions().filter(one => one.split === 'train');
const prepared = prepare(await collect(readStatutes()), { answered: train.map(answeredOf), glossary: [] });
const lists = await allLists(prepared, train);
const weights = fitted(lists);
const path = join(import.meta.dirname, '../../src/search/weights.ts');
const table = featureNames.map(
  (name, i) => `  ${name}: ${Number(((weights[i] ?? 0) / sharpness).toFixed(3))},`,
);
const before = readFileSync(path, 'utf8');
writeFileSync(
  path,
  before.replace(/(= \{\n)[\s\S]*?(\n\};)/, (_, from, to) => `${from}${table.join('\n')}${to}`),
);
console.log(`${lists.length} lists with a right fact among the first ${looked}\n${table.join('\n')}`);
