import { globSync, mkdirSync, readFileSync, renameSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { parseArgs } from 'node:util';
import type { AstroInlineConfig } from 'astro';
import { compress } from '#src/commands/compress.ts';
import { checkContent, inWords } from '#src/commands/content.ts';

/**
 * `npm run build`: content checked, pages, word search, shells, compressed copies; the stamp comes last, so that a build which
 * stopped half-way counts as none. `--best` compresses as small as brotli can; `--plain` leaves compression to the host.
 */
const root = process.cwd();
const dist = join(root, 'dist');

/** Stops the build with words for whoever started it, and without a stack. */
class Stop extends Error {}

const content = (): string => {
  const problems = checkContent(root);
  if (problems.length > 0) throw new Stop(inWords(problems));
  return '';
};

type RolldownOptions = NonNullable<NonNullable<AstroInlineConfig['vite']>['build']>['rolldownOptions'] & {};

const pages = async (): Promise<string> => {
  process.env.ASTRO_TELEMETRY_DISABLED = '1';
  const { build } = await import('astro');
  const rolldownOptions: RolldownOptions = {
    // Astro marks every .mdx entry with a directive that its bundler does not know, and the bundler says so once an entry.
    onLog: (level, log, usual) => {
      if (log.code !== 'MODULE_LEVEL_DIRECTIVE') usual(level, log);
    },
  };
  await build({ root, logLevel: 'warn', vite: { build: { rolldownOptions } } });
  return `${globSync('**/*.html', { cwd: dist }).length} 页`;
};

/** `dist/shell/<lang>/index.html` becomes `dist/_shell/<lang>.html`: functions put their answers into it. */
const shells = (): string => {
  const built = globSync('shell/*/index.html', { cwd: dist });
  mkdirSync(join(dist, '_shell'), { recursive: true });
  for (const path of built) {
    const lang = path.split(sep)[1];
    renameSync(join(dist, path), join(dist, '_shell', `${lang}.html`));
  }
  rmSync(join(dist, 'shell'), { recursive: true, force: true });
  return `${built.length} 种语言`;
};

/** Pagefind indexes each language of `<html lang>` apart; only pages that mark their words are read. */
const words = async (): Promise<string> => {
  const marked = (path: string) => readFileSync(join(dist, path), 'utf8').includes('data-pagefind-body');
  if (!globSync('**/*.html', { cwd: dist }).some(marked)) return '没有要索引的页面';
  const pagefind = await import('pagefind');
  try {
    const { index, errors } = await pagefind.createIndex({});
    if (!index) throw new Stop(`站内搜索建不成：${errors.join('；')}`);
    const added = await index.addDirectory({ path: dist });
    const wrote = await index.writeFiles({ outputPath: join(dist, 'pagefind') });
    const wrong = [...added.errors, ...wrote.errors];
    if (wrong.length > 0) throw new Stop(`站内搜索建不成：${wrong.join('；')}`);
    return `${added.page_count} 页`;
  } finally {
    await pagefind.close();
  }
};

const copies = async (quality: number): Promise<string> => {
  const { files, bytes } = await compress(dist, quality);
  return `${files} 个文件，${(bytes / 1e6).toFixed(1)} MB，brotli ${quality}`;
};

const stamp = (started: Date): void => {
  const path = join(dist, '.built');
  writeFileSync(path, `${started.toISOString()}\n`);
  // A file changed while the build ran is newer than the stamp: the next start builds again.
  utimesSync(path, started, started);
};

const timed = async (name: string, step: () => string | Promise<string>): Promise<void> => {
  const from = performance.now();
  const said = await step();
  const seconds = ((performance.now() - from) / 1000).toFixed(1);
  console.log(`${name}：${seconds} 秒${said ? `（${said}）` : ''}`);
};

const build = async (quality: number | null): Promise<void> => {
  const started = new Date();
  await timed('检查内容', content);
  await timed('生成网页', pages);
  await timed('页面外壳', shells);
  await timed('站内搜索', words);
  if (quality !== null) await timed('压缩', () => copies(quality));
  stamp(started);
  const seconds = ((Date.now() - started.getTime()) / 1000).toFixed(1);
  console.log(`网站建好了：${relative(root, dist)}/，共 ${seconds} 秒`);
};

const options = { best: { type: 'boolean' }, plain: { type: 'boolean' } } as const;

/** Measured on 1,869 pages of 5 MB: level 9 takes 0.4 CPU seconds, level 11 takes 3.6 and is 7 % smaller. */
const qualityOf = (): number | null => {
  try {
    const { best, plain } = parseArgs({ options }).values;
    if (plain) return null;
    return best ? 11 : 9;
  } catch {
    throw new Stop('npm run build 只认两个参数：--best（压到最小，慢一些）、--plain（不压缩）');
  }
};

try {
  await build(qualityOf());
} catch (error) {
  if (!(error instanceof Stop)) throw error;
  console.error(`\n${error.message}`);
  process.exitCode = 1;
}
