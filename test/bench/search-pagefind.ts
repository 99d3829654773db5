import { globSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Entry } from '#src/search/entry.ts';
import { launch } from '../browser.ts';
import { serve } from './search-browser.ts';
import type { Run } from './search-own.ts';
import type { Question } from './statutes.ts';

const page = `<!doctype html><html lang="zh"><meta charset="utf-8"><script type="module">
const pagefind = await import('/index/pagefind.js');
await pagefind.options({ baseUrl: '/' });
globalThis.ask = async (question, most) => {
  const from = performance.now();
  const { results } = await pagefind.search(question);
  const found = await Promise.all(results.slice(0, most).map(result => result.data()));
  return { ids: found.map(one => one.meta.id), taken: performance.now() - from };
};
</script>`;

/** Pagefind as it comes, a page an article, questions as they are typed, in Chromium. */
export const pagefind = async (entries: readonly Entry[], questions: readonly Question[]) => {
  const { close: closePagefind, createIndex } = await import('pagefind');
  const folder = mkdtempSync(join(tmpdir(), 'bench-pagefind-'));
  const started = performance.now();
  const { index } = await createIndex({ forceLanguage: 'zh' });
  if (!index) throw new Error('Pagefind made no index.');
  for (const { id, page: url, title, headings, text } of entries) {
    const content = [...headings, text].join('\n');
    await index.addCustomRecord({ url: `${url}${id}/`, content, language: 'zh', meta: { title, id } });
  }
  await index.writeFiles({ outputPath: folder });
  await closePagefind();
  const seconds = (performance.now() - started) / 1000;
  const { origin, close } = await serve(folder, { '/page.html': page });
  const browser = await launch();
  try {
    const tab = await browser.newPage();
    await tab.goto(`${origin}/page.html`);
    await tab.waitForFunction('globalThis.ask', undefined, { timeout: 60_000 });
    const run = new Map<Question['qid'], string[]>();
    const taken: number[] = [];
    for (const { qid, text } of questions) {
      const found: { ids: string[]; taken: number } = await tab.evaluate(`ask(${JSON.stringify(text)}, 100)`);
      run.set(qid, found.ids);
      taken.push(found.taken);
    }
    const made: Run = run;
    return { run: made, taken, seconds, files: globSync('**/*', { cwd: folder }).length };
  } finally {
    await browser.close();
    close();
    rmSync(folder, { recursive: true, force: true });
  }
};
