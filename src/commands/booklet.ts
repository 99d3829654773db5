import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { extname, join, relative } from 'node:path';
import { parseArgs } from 'node:util';
import { type Browser, chromium, type Page } from 'playwright-core';
import { compress } from '#src/commands/compress.ts';
import { pageCount, pagesOfPlaces } from '#src/commands/pdf-pages.ts';
import { editionWords } from '#src/i18n/guide.ts';

/**
 * `npm run booklet [-- --browser=/usr/bin/chromium]`: prints the booklet page of a built site into dist/downloads/booklet.pdf and puts the
 * link to it on that page. It is printed twice: Chromium does not count pages of targets, so the first copy tells the numbers of the contents.
 */
const usual = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];
const types: Record<string, string> = {
  '.css': 'text/css',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.svg': 'image/svg+xml',
};
const origin = 'http://booklet.invalid';
const link = '/downloads/booklet.pdf';
const place = '<p class="button-row" data-pdf></p>';

/** The files of `dist` under an address that no network has: nothing is asked of anybody. */
const openIn = async (page: Page, dist: string, path: string): Promise<void> => {
  await page.route('**/*', route => {
    const { pathname } = new URL(route.request().url());
    const file = join(dist, pathname.endsWith('/') ? `${pathname}index.html` : pathname);
    if (!existsSync(file)) return route.fulfill({ status: 404 });
    return route.fulfill({
      body: readFileSync(file),
      contentType: types[extname(file)] ?? 'application/octet-stream',
    });
  });
  await page.goto(origin + path);
};

const paper = { preferCSSPageSize: true, printBackground: true, tagged: true, outline: true } as const;

/** The booklet of a built site as a PDF, with the pages in its contents. */
export const printBooklet = async (dist: string, browser: Browser): Promise<Buffer> => {
  const page = await browser.newPage();
  await openIn(page, dist, '/guides/booklet/');
  const pages = Object.fromEntries(pagesOfPlaces(await page.pdf(paper)));
  await page.evaluate(numbers => {
    for (const spot of document.querySelectorAll<HTMLElement>('[data-page]'))
      spot.textContent = String(numbers[spot.dataset.page ?? ''] ?? '');
  }, pages);
  return page.pdf(paper);
};

/** With a browser of the machine's own. */
const printWith = async (dist: string, executablePath: string): Promise<Buffer> => {
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'], env: { LANG: 'C.UTF-8' } });
  try {
    return await printBooklet(dist, browser);
  } finally {
    await browser.close();
  }
};

/** Puts the link to the file on the booklet's page, once. */
const offer = async (dist: string): Promise<void> => {
  const folder = join(dist, 'guides/booklet');
  const file = join(folder, 'index.html');
  const html = readFileSync(file, 'utf8');
  const anchor = `<a class="button-quiet" href="${link}">${editionWords.pdf['zh-Hans']}</a>`;
  writeFileSync(file, html.replace(place, place.replace('></p>', `>${anchor}</p>`)));
  if (existsSync(`${file}.br`)) await compress(folder, 9);
};

const main = async (): Promise<void> => {
  const root = process.cwd();
  const dist = join(root, 'dist');
  const { browser } = parseArgs({ options: { browser: { type: 'string' } } }).values;
  const found = [browser, ...usual].find(path => path !== undefined && existsSync(path));
  if (!existsSync(join(dist, 'guides/booklet/index.html')))
    throw new Error('还没有建站：先运行 npm run build');
  if (!found) throw new Error('没有找到 Chromium 或 Chrome：加上 -- --browser=浏览器的路径');
  const file = join(dist, link);
  rmSync(file, { force: true });
  const pdf = await printWith(dist, found);
  mkdirSync(join(dist, 'downloads'), { recursive: true });
  writeFileSync(file, pdf);
  await offer(dist);
  console.log(`${relative(root, file)}：${pageCount(pdf)} 页，${(pdf.length / 1e6).toFixed(1)} MB`);
};

if (import.meta.main) {
  await main().catch((error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  });
}
