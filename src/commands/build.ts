import { globSync, mkdirSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { parseArgs } from 'node:util';
import type { AstroInlineConfig } from 'astro';
import { compress } from '#src/commands/compress.ts';
import { checkContent, inWords } from '#src/commands/content.ts';
import { writeLarge } from '#src/commands/large.ts';
import { writeWorker } from '#src/commands/offline.ts';
import { writePageStyles } from '#src/commands/page-styles.ts';
import { buildSearch } from '#src/commands/search-index.ts';
import { linkProblems, linksInWords } from '#src/commands/site-links.ts';
import { writeSitemap } from '#src/commands/sitemap.ts';
import { writeTraditional } from '#src/commands/traditional.ts';
import { config } from '#src/config.ts';
import { readZone } from '#src/zone/zone.ts';

/**
 * `npm run build`: content checked, pages, shells, search index, compressed copies; the stamp comes last, so that a build which
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

/**
 * Astro keeps the entries that it has read, and looks at the text of content.config.ts alone to know whether their schema still is
 * the same: after a change of a shelf it would hand out entries without the new fields.
 */
const shelvesChanged = (): boolean => {
  const kept = statSync(join(root, 'node_modules/.astro/data-store.json'), { throwIfNoEntry: false });
  const shelves = globSync('src/shelves/*.ts', { cwd: root }).map(file => statSync(join(root, file)).mtimeMs);
  return kept !== undefined && Math.max(...shelves) > kept.mtimeMs;
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
  const { siteUrl: site } = config();
  const force = shelvesChanged();
  await build({ root, site, force, logLevel: 'warn', vite: { build: { rolldownOptions } } });
  return `${globSync('**/*.html', { cwd: dist }).length} 页`;
};

/** `dist/shell/<lang>/index.html` becomes `dist/_shell/<lang>.html`: functions put their answers into it. */
const shells = (): string => {
  const built = globSync('shell/*/index.html', { cwd: dist });
  mkdirSync(join(dist, '_shell'), { recursive: true });
  for (const path of built) {
    const name = path.split(sep)[1];
    renameSync(join(dist, path), join(dist, '_shell', `${name}.html`));
  }
  rmSync(join(dist, 'shell'), { recursive: true, force: true });
  return `${built.length} 个`;
};

const links = (): string => {
  const words = linksInWords(linkProblems(dist));
  if (words !== '') throw new Stop(words);
  return '';
};

const search = async (): Promise<string> => {
  const { passages, files, bytes } = await buildSearch(root, dist);
  return `${passages} 段，${files} 个文件，${(bytes / 1e3).toFixed(0)} KB`;
};

const styles = (): string => {
  const sizes = writePageStyles(dist).map(bytes => (bytes / 1e3).toFixed(0));
  return `${sizes.length} 类网页各带 ${sizes.join('、')} KB`;
};

const worker = (): string => {
  const { offlineCopies } = readZone(root);
  const files = writeWorker(root, dist, offlineCopies);
  return offlineCopies ? `${files} 个文件` : '已关，手机上的副本会清掉';
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
  await timed('大字版', () => `${writeLarge(dist, new URL(config().siteUrl))} 页`);
  await timed('繁体网页', () => `${writeTraditional(dist)} 页`);
  await timed('站内链接', links);
  await timed('站点地图', () => `${writeSitemap(dist, new URL(config().siteUrl))} 页`);
  await timed('站内搜索', search);
  await timed('页内样式', styles);
  await timed('离线副本', worker);
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
