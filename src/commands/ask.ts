import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { builtIndex, fromFolder } from '#src/library/built.ts';
import { isDay } from '#src/rules/day.ts';
import { type Answer, type Hit, openIndex } from '#src/search/query.ts';

/**
 * `npm run ask -- "工资发不出来怎么办"`: the site's search in the terminal, over the built index and with the page's own code.
 * `--json` one array of `{ url, kind, id, title, passage, score }`; `--top N` so many (10 unless told); `--asof DATE` as a reader of that day.
 */
const options = { json: { type: 'boolean' }, top: { type: 'string' }, asof: { type: 'string' } } as const;

/** Stops with words for whoever asked, and without a stack. */
class Stop extends Error {}

type Asked = {
  readonly question: string;
  readonly json: boolean;
  readonly top: number;
  readonly asOf: string | null;
};

const usage = '用法：npm run ask -- "问题" [--json] [--top 10] [--asof 2020-03-20]';

const asked = (): Asked => {
  try {
    const { values, positionals } = parseArgs({ options, allowPositionals: true });
    const question = positionals.join(' ').trim();
    const top = Number(values.top ?? '10');
    if (question === '') throw new Stop(usage);
    if (!Number.isInteger(top) || top < 1) throw new Stop('--top 后面写一个正整数');
    if (values.asof !== undefined && !isDay(values.asof))
      throw new Stop('--asof 后面写日期，例如 2020-03-20');
    return { question, json: values.json ?? false, top, asOf: values.asof ?? null };
  } catch (error) {
    throw error instanceof Stop ? error : new Stop(usage);
  }
};

const inJson = ({ url, kind, id, title, passage, score }: Hit) => ({ url, kind, id, title, passage, score });

const inLines = ({ hits, expanded, confident, total }: Answer): string =>
  [
    `${total} 条${confident ? '' : '，没有很合适的答案'}`,
    ...(expanded.length > 0 ? [`同时查了：${expanded.join('、')}`] : []),
    ...hits.map(({ title, url, passage, score }, at) =>
      ['', `${at + 1}. ${title}（${score.toFixed(2)}）`, `   ${decodeURI(url)}`, `   ${passage}`].join('\n'),
    ),
  ].join('\n');

const run = async (): Promise<string> => {
  const { question, json, top, asOf } = asked();
  const folder = builtIndex(join(process.cwd(), 'dist'));
  if (folder === null) throw new Stop('还没有索引：先运行 npm run build');
  const index = await openIndex(fromFolder(folder));
  const answer = await index.search(question, { top, ...(asOf ? { asOf } : {}) });
  return json ? JSON.stringify(answer.hits.map(inJson), null, 1) : inLines(answer);
};

try {
  console.log(await run());
} catch (error) {
  if (!(error instanceof Stop)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
