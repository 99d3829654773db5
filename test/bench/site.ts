import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { writeSiteIndex } from '#src/commands/search-index.ts';
import { fromFolder } from '#src/library/built.ts';
import { type Hit, openIndex } from '#src/search/query.ts';

/**
 * `npm run bench:site -- --questions FILE`: the site's own questions, judged, through the code of the page. Builds the index of
 * `content/` into a folder of its own. hit@k: share of questions with an answer (grade 2) among the first k facts; nDCG@10 with
 * gains 3 and 1. No day is given: policies of June and July 2020 count like all others.
 */
type Question = {
  readonly qid: string;
  readonly kind: string;
  readonly text: string;
  readonly relevant: readonly { readonly type: string; readonly id: string; readonly grade: number }[];
};
type Scored = Question & {
  readonly found: readonly string[];
  readonly hit5: number;
  readonly hit1: number;
  readonly ndcg: number;
};

const usual = '../shared/search-bench/site-questions.jsonl';
const { values } = parseArgs({
  options: { questions: { type: 'string', default: usual } },
});

const gain = (grade: number): number => (grade === 2 ? 3 : grade);
const gained = (grades: readonly number[]): number =>
  grades.reduce((sum, grade, rank) => sum + gain(grade) / Math.log2(rank + 2), 0);

const score = (question: Question, hits: readonly Hit[]): Scored => {
  const grades = new Map(question.relevant.map(({ type, id, grade }) => [`${type} ${id}`, grade]));
  const found = hits.map(({ kind, id }) => `${kind} ${id}`);
  const got = found.map(fact => grades.get(fact) ?? 0);
  const best = [...grades.values()].sort((a, b) => b - a).slice(0, 10);
  return {
    ...question,
    found,
    hit5: got.slice(0, 5).includes(2) ? 1 : 0,
    hit1: got[0] === 2 ? 1 : 0,
    ndcg: gained(got) / gained(best),
  };
};

const mean = (numbers: readonly number[]): string =>
  (numbers.reduce((sum, number) => sum + number, 0) / numbers.length).toFixed(3);

const row = (name: string, all: readonly Scored[]): string =>
  [
    name.padEnd(10),
    String(all.length).padStart(3),
    mean(all.map(one => one.hit5)),
    mean(all.map(one => one.hit1)),
    mean(all.map(one => one.ndcg)),
  ].join('  ');

const questions: readonly Question[] = readFileSync(values.questions, 'utf8')
  .split('\n')
  .filter(line => line.trim() !== '')
  .map(line => JSON.parse(line));

const folder = mkdtempSync(join(tmpdir(), 'search-index-'));
try {
  const report = await writeSiteIndex(process.cwd(), folder, null);
  const index = await openIndex(fromFolder(folder));
  const scored: Scored[] = [];
  let slowest = 0;
  for (const question of questions) {
    const from = performance.now();
    const { hits } = await index.search(question.text, { top: 10 });
    slowest = Math.max(slowest, performance.now() - from);
    scored.push(score(question, hits));
  }
  console.log(`${report.passages} passages, ${(report.bytes / 1024).toFixed(0)} KB in ${report.files} files`);
  console.log(`slowest question ${slowest.toFixed(1)} ms\n`);
  console.log('kind          n  hit@5  hit@1  nDCG@10');
  console.log(row('all', scored));
  for (const kind of new Set(questions.map(question => question.kind))) {
    console.log(
      row(
        kind,
        scored.filter(one => one.kind === kind),
      ),
    );
  }
  const misses = scored.filter(one => one.hit5 === 0);
  console.log(`\n${misses.length} misses (no answer among the first five)`);
  for (const { qid, text, relevant, found } of misses) {
    const wanted = relevant.filter(({ grade }) => grade === 2).map(({ type, id }) => `${type} ${id}`);
    console.log(`${qid} ${text}\n   wanted ${wanted.join(', ')}\n   found  ${found.slice(0, 5).join(', ')}`);
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
