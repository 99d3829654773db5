import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { Entry } from '#src/search/entry.ts';

/** Where the benchmark lies unless told: beside the project. */
export const benchFolder =
  process.env.SEARCH_BENCH ?? join(import.meta.dirname, '../../../shared/search-bench');

type Article = {
  readonly id: number;
  readonly law_id: number;
  readonly law: string;
  readonly title: string;
  readonly article: string;
  readonly heading: readonly string[];
  readonly text: string;
};

/** A question and the articles that answer it. */
export type Question = {
  readonly qid: number | string;
  readonly split: string;
  readonly text: string;
  readonly rel: readonly number[];
};

const linesOf = <T>(path: string): T[] => {
  const bytes = readFileSync(path);
  const text = (path.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8');
  return text
    .split('\n')
    .filter(Boolean)
    .map(line => JSON.parse(line) as T);
};

const entryOf = ({ id, law_id, law, title, article, heading, text }: Article, copy: string): Entry => ({
  kind: 'statute',
  id: `${id}${copy}`,
  page: `/statutes/${law_id}${copy}/`,
  anchor: `a${id}`,
  title,
  headings: heading,
  text,
  facts: [law, article],
  filters: {},
  from: null,
  to: null,
  published: null,
});

/** The articles as entries, at most `most`; beyond what there are they come again under other ids. */
export const readStatutes = (
  path = join(benchFolder, 'articles.jsonl.gz'),
  most = Number.POSITIVE_INFINITY,
): Entry[] => {
  const articles = linesOf<Article>(path);
  const once = articles.slice(0, most).map(article => entryOf(article, ''));
  if (most <= articles.length || most === Number.POSITIVE_INFINITY) return once;
  return [...once, ...articles.slice(0, most - articles.length).map(article => entryOf(article, 'b'))];
};

export const readQuestions = (path = join(benchFolder, 'questions.jsonl')): Question[] =>
  linesOf<Question>(path);
