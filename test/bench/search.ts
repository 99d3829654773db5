import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { brotliCompressSync, constants } from 'node:zlib';
import { inBrowser } from './search-browser.ts';
import { type Built, buildApart, folderSize } from './search-build.ts';
import { chart, type ScaleRow } from './search-chart.ts';
import { first } from './search-first.ts';
import { costs, inWords, measure, quantile, type Run, runOwn, times, timesInWords } from './search-own.ts';
import { pagefind } from './search-pagefind.ts';
import { miniSearch, wordBm25 } from './search-peers.ts';
import { drawn } from './search-sample.ts';
import { benchFolder, type Question, readQuestions, readStatutes } from './statutes.ts';

/**
 * `npm run bench:search`: the statutes of the benchmark as an index of ours, lay questions through the code of the page; beside it
 * word BM25, MiniSearch and Pagefind in the same run. `--articles FILE --questions FILE --split NAME --run OUT.tsv` for any other corpus of that
 * shape: what has another split is learned from. `--own` leaves the peers out, `--quick` the browser too; `--scale` prints size by number of
 * passages instead and draws docs/scale-search.svg.
 */
const { values } = parseArgs({
  options: {
    articles: { type: 'string', default: join(benchFolder, 'articles.jsonl.gz') },
    questions: { type: 'string', default: join(benchFolder, 'questions.jsonl') },
    split: { type: 'string', default: 'dev' },
    run: { type: 'string', default: join(tmpdir(), 'search-run.tsv') },
    own: { type: 'boolean', default: false },
    quick: { type: 'boolean', default: false },
    scale: { type: 'boolean', default: false },
    keep: { type: 'string' },
  },
});

const { articles, questions: file, split } = values;
const all = readQuestions(file);
const questions = all.filter(one => split === 'all' || one.split === split);
const seen = new Set(split === 'all' ? [] : all.filter(one => one.split !== split).flatMap(one => one.rel));
const unseen = questions.filter(({ rel }) => !rel.some(id => seen.has(id)));

const rows = (name: string, run: Run): void => {
  console.log(`${name}\n  all     ${measure(questions, run)}\n  unseen  ${measure(unseen, run)}`);
};
const buildInWords = (built: Built): string =>
  `${built.passages} passages, ${built.terms} terms, ${built.files} files, ${(built.bytes / 1e6).toFixed(1)} MB; built in ${built.seconds.toFixed(1)} s, ${built.megabytes.toFixed(0)} MB at most`;

const writeRun = (run: Run): void => {
  const lines = questions.map(({ qid }: Question) => `${qid}\t${(run.get(qid) ?? []).join(',')}\n`);
  writeFileSync(values.run, lines.join(''));
  console.log(`run file: ${values.run}`);
};

const own = async (folder: string): Promise<void> => {
  console.log(
    `ours: ${buildInWords(await buildApart({ folder, articles, questions: file, split, most: null }))}`,
  );
  const run = await runOwn(folder, questions);
  rows('ours', run);
  writeRun(run);
  const { cold, warm, once } = await costs(folder, questions);
  const loaded = once.map(([path, size]) => `${path} ${(size / 1000).toFixed(1)} KB`).join(', ');
  console.log(
    `  once: ${loaded}, together ${(once.reduce((sum, [, size]) => sum + size, 0) / 1000).toFixed(1)} KB`,
  );
  console.log(`  ${inWords('a question, cold', cold)}\n  ${inWords('a question, after ten others', warm)}`);
  console.log(`  Node, files at hand: ${timesInWords(await times(folder, questions))}`);
  console.log(await drawn(folder, readStatutes(articles)));
  if (values.quick) return;
  console.log(await inBrowser(folder, questions));
  console.log(await first(folder, readStatutes(articles), questions));
};

const peers = async (): Promise<void> => {
  const entries = readStatutes(articles);
  rows('word BM25', wordBm25(entries, questions));
  const mini = miniSearch(entries, questions);
  rows('MiniSearch, bigrams', mini.run);
  const params = { [constants.BROTLI_PARAM_QUALITY]: 5 };
  const size = brotliCompressSync(mini.index, { params }).length;
  console.log(`  reader loads ${(size / 1e6).toFixed(1)} MB, Node ${timesInWords(mini.taken)}`);
  const found = await pagefind(entries, questions);
  rows('Pagefind, as typed', found.run);
  console.log(
    `  built in ${found.seconds.toFixed(1)} s, ${found.files} files; a question ${quantile(found.taken, 0.5).toFixed(0)} ms median`,
  );
};

const scaleRow = async (folder: string, most: number): Promise<ScaleRow> => {
  const built = await buildApart({ folder, articles, questions: file, split, most });
  const { cold, warm, once } = await costs(folder, questions);
  const kilobytes = (list: readonly { readonly bytes: number }[]) =>
    quantile(
      list.map(one => one.bytes),
      0.5,
    ) / 1000;
  return {
    passages: built.passages,
    files: built.files,
    megabytes: folderSize(folder) / 1e6,
    seconds: built.seconds,
    peak: built.megabytes,
    once: once.reduce((sum, [, size]) => sum + size, 0) / 1000,
    cold: kilobytes(cold),
    warm: kilobytes(warm),
  };
};

/** The corpus twice makes the last row. */
const scale = async (root: string): Promise<void> => {
  console.log('passages  files  MB written  build s  peak MB  once KB  cold KB (median)  warm KB (median)');
  const rows: ScaleRow[] = [];
  for (const most of [1500, 15_000, 59_143, 118_000]) {
    const folder = join(root, String(most));
    const row = await scaleRow(folder, most);
    rows.push(row);
    console.log(
      Object.values(row)
        .map(value => Number(value.toFixed(1)))
        .join('  '),
    );
    rmSync(folder, { recursive: true });
  }
  writeFileSync(join(import.meta.dirname, '../../docs/scale-search.svg'), chart(rows));
};

const root = values.keep ?? mkdtempSync(join(tmpdir(), 'bench-search-'));
try {
  const cpu = /model name\s*:\s*(.+)/.exec(readFileSync('/proc/cpuinfo', 'utf8'))?.[1] ?? '';
  console.log(`${cpu}, Node ${process.version}`);
  if (values.scale) await scale(root);
  else await own(join(root, 'index'));
  if (!values.scale && !values.own && !values.quick) await peers();
} finally {
  if (!values.keep) rmSync(root, { recursive: true, force: true });
}
