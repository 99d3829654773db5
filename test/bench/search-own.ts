import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import { type FetchBytes, openIndex } from '#src/search/query.ts';
import type { Question } from './statutes.ts';

/** What a file takes on the wire: as `npm run build` compresses it. */
export const servedSize = (folder: string): ((path: string) => number) => {
  const sizes = new Map<string, number>();
  return path => {
    const known = sizes.get(path);
    if (known !== undefined) return known;
    const bytes = readFileSync(join(folder, path));
    const params = { [constants.BROTLI_PARAM_QUALITY]: 9 };
    const packed = bytes.length > 1024 ? brotliCompressSync(bytes, { params }).length : bytes.length;
    const size = Math.min(bytes.length, packed);
    sizes.set(path, size);
    return size;
  };
};

/** Loaded once, by the first question. */
export const onceFiles = ['index.json', 'lexicon.json', 'facts.bin'];

export const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);

/** The value below which `share` of them lie. */
export const quantile = (values: readonly number[], share: number): number =>
  [...values].sort((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * share))] ?? 0;

/** A ranking of ids for each question, best first. */
export type Run = ReadonlyMap<Question['qid'], readonly string[]>;

/** The figures of the benchmark's evaluate.mjs, over those questions of which `keep` holds. */
export const measure = (questions: readonly Question[], run: Run) => {
  const rows = questions.map(({ qid, rel }) => {
    const wanted = new Set(rel.map(String));
    const ranked = run.get(qid) ?? [];
    const first = ranked.slice(0, 10).findIndex(id => wanted.has(id));
    const recall = (k: number) => ranked.slice(0, k).filter(id => wanted.has(id)).length / rel.length;
    return {
      mrr: first < 0 ? 0 : 1 / (first + 1),
      r10: recall(10),
      r100: recall(100),
      none: ranked.length === 0 ? 1 : 0,
    };
  });
  const over = (name: 'mrr' | 'r10' | 'r100' | 'none') => mean(rows.map(row => row[name])).toFixed(4);
  return `MRR@10 ${over('mrr')}  R@10 ${over('r10')}  R@100 ${over('r100')}  zero ${over('none')}  n=${questions.length}`;
};

/** Answers every question through the code of the page; 100 hits each. */
export const runOwn = async (folder: string, questions: readonly Question[]): Promise<Run> => {
  const index = await openIndex(async path => readFileSync(join(folder, path)));
  const run = new Map<Question['qid'], string[]>();
  for (const { qid, text } of questions) {
    const { hits } = await index.search(text, { top: 100 });
    run.set(
      qid,
      hits.map(hit => hit.id),
    );
  }
  return run;
};

/** How many questions a reader has asked before the one that counts as warm. */
const session = 10;

type Cost = { readonly bytes: number; readonly requests: number };

/** Bytes and requests of ten hits: by a reader who never asked before, and by one who asked the ten questions before. */
export const costs = async (folder: string, questions: readonly Question[]) => {
  const size = servedSize(folder);
  const fetched: string[][] = [];
  let current: string[] = [];
  const fetchBytes: FetchBytes = async path => {
    if (!onceFiles.includes(path)) current.push(path);
    return readFileSync(join(folder, path));
  };
  for (const { text } of questions) {
    const index = await openIndex(fetchBytes);
    current = [];
    await index.search(text, { top: 10 });
    fetched.push([...new Set(current)]);
  }
  const cost = (paths: readonly string[]): Cost => ({
    bytes: paths.reduce((sum, path) => sum + size(path), 0),
    requests: paths.length,
  });
  const cold = fetched.map(cost);
  const warm = fetched.slice(session).map((paths, i) => {
    const before = new Set(fetched.slice(i, i + session).flat());
    return cost(paths.filter(path => !before.has(path)));
  });
  return { cold, warm, once: onceFiles.map(path => [path, size(path)] as const) };
};

const spread = (values: readonly number[], unit: string, scale = 1): string =>
  `mean ${(mean(values) / scale).toFixed(1)}${unit}, median ${(quantile(values, 0.5) / scale).toFixed(1)}${unit}, p95 ${(quantile(values, 0.95) / scale).toFixed(1)}${unit}`;

export const inWords = (name: string, all: readonly Cost[]): string =>
  `${name}: ${spread(
    all.map(one => one.bytes),
    ' KB',
    1000,
  )}; requests ${spread(
    all.map(one => one.requests),
    '',
  )}`;

/** Milliseconds of each question when all its files are at hand. */
export const times = async (folder: string, questions: readonly Question[]): Promise<readonly number[]> => {
  const index = await openIndex(async path => readFileSync(join(folder, path)));
  const taken: number[] = [];
  for (const { text } of questions) {
    await index.search(text, { top: 10 });
    const from = performance.now();
    await index.search(text, { top: 10 });
    taken.push(performance.now() - from);
  }
  return taken;
};

export const timesInWords = (taken: readonly number[]): string => spread(taken, ' ms');
