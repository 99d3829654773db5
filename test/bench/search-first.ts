import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import type { Entry } from '#src/search/entry.ts';
import { launch } from '../browser.ts';
import { bundle, serve } from './search-browser.ts';
import { mean, quantile } from './search-own.ts';
import type { Question } from './statutes.ts';

/** How many times each is asked. */
const times = 20;

const pageOf = (ask: string): string => `<!doctype html><html lang="zh"><meta charset="utf-8"><input>
<script type="module">globalThis.ask = async question => { const from = performance.now(); ${ask}; return performance.now() - from; };</script>`;

const ours = pageOf(`
  const { openIndex } = await import('/query.js');
  const index = await openIndex(async path => new Uint8Array(await (await fetch('/index/' + path)).arrayBuffer()));
  const { hits } = await index.search(question);
  if (hits.length === 0) throw new Error('nothing found: ' + question)`);

const theirs = pageOf(`
  const pagefind = await import('/index/pagefind.js');
  await pagefind.options({ baseUrl: '/' });
  const { results } = await pagefind.search(question);
  if (results.length === 0) throw new Error('nothing found: ' + question);
  await results[0].data()`);

/** Pagefind's index with a page a law, as a site would have it. */
const pagefindOf = async (entries: readonly Entry[], folder: string): Promise<void> => {
  const { close, createIndex } = await import('pagefind');
  const { index } = await createIndex({ forceLanguage: 'zh' });
  if (!index) throw new Error('Pagefind made no index.');
  for (const [url, own] of Map.groupBy(entries, entry => entry.page)) {
    const content = own.flatMap(({ headings, text }) => [...headings, text]).join('\n');
    await index.addCustomRecord({ url, content, language: 'zh', meta: { title: own[0]?.title ?? '' } });
  }
  await index.writeFiles({ outputPath: folder });
  await close();
};

type Served = Awaited<ReturnType<typeof serve>>;

/** A page with nothing cached: milliseconds from asking to the first result, code included, and KB of everything, the page and workers included. */
const once = async (
  browser: Browser,
  { origin, sent }: Served,
  question: string,
): Promise<readonly [number, number]> => {
  const before = sent();
  const context = await browser.newContext();
  const tab = await context.newPage();
  await tab.goto(`${origin}/page.html`);
  await tab.waitForFunction('globalThis.ask');
  const taken: number = await tab.evaluate(`ask(${JSON.stringify(question)})`);
  await context.close();
  return [taken, (sent() - before) / 1000];
};

/** Words that both find: the shorter names of laws, the same ones each time. */
const namesOf = (entries: readonly Entry[]): readonly string[] => {
  const names = [...new Set(entries.map(({ title }) => title.replace(/^中华人民共和国/, '')))];
  const short = names.filter(name => name.length >= 3 && name.length <= 6);
  const step = Math.max(1, Math.floor(short.length / times));
  return short.filter((_, i) => i % step === 0).slice(0, times);
};

type Taken = readonly (readonly [milliseconds: number, kilobytes: number])[];

const inWords = (name: string, taken: Taken): string => {
  const milliseconds = taken.map(([one]) => one);
  const kilobytes = taken.map(([, one]) => one);
  return `  ${name}: median ${quantile(milliseconds, 0.5).toFixed(0)} ms, p95 ${quantile(milliseconds, 0.95).toFixed(0)} ms; everything counted ${mean(kilobytes).toFixed(0)} KB`;
};

/** Type to first result with nothing cached: lay questions and names of laws of ours, the names of Pagefind's in turns with ours. */
export const first = async (
  folder: string,
  entries: readonly Entry[],
  questions: readonly Question[],
): Promise<string> => {
  const other = mkdtempSync(join(tmpdir(), 'bench-first-'));
  await pagefindOf(entries, other);
  const own = await serve(folder, { '/page.html': ours, '/query.js': readFileSync(bundle(folder), 'utf8') });
  const peer = await serve(other, { '/page.html': theirs });
  const browser = await launch();
  try {
    const asked = questions.slice(0, times).map(({ text }) => text);
    const lay: (readonly [number, number])[] = [];
    const names: (readonly [number, number])[] = [];
    const pagefind: (readonly [number, number])[] = [];
    const turns = namesOf(entries).map((name, i) => [name, asked[i] ?? name] as const);
    // The first round fills the server's compressed files, as a host has them from the start.
    for (const measured of [false, true]) {
      for (const [name, question] of turns) {
        const taken = [
          await once(browser, own, question),
          await once(browser, own, name),
          await once(browser, peer, name),
        ] as const;
        if (!measured) continue;
        lay.push(taken[0]);
        names.push(taken[1]);
        pagefind.push(taken[2]);
      }
    }
    return [
      '  type to first result, nothing cached, code counted:',
      inWords('ours, lay questions', lay),
      inWords('ours, names of laws', names),
      inWords('Pagefind (a page a law), names of laws', pagefind),
    ].join('\n');
  } finally {
    await browser.close();
    own.close();
    peer.close();
    rmSync(other, { recursive: true, force: true });
  }
};
