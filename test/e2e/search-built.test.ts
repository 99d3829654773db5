import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import AxeBuilder from '@axe-core/playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { siteEntries } from '#src/commands/search-entries.ts';
import { asked, type Desk, hits, openDesk } from './search-page.ts';

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk();
});
afterAll(() => desk?.close());

const open: Desk['open'] = (path, options) => desk.open(path, options);
const question = '稳岗返还怎么申请';

describe('without JavaScript', () => {
  test('the box leads to a page with buttons that open answers built beforehand', async () => {
    const page = await open('/', { javaScriptEnabled: false });
    await page.locator('#q').fill('工资');
    await page.getByRole('button', { name: '查一查' }).click();
    await page.waitForURL(/\/search\/\?q=/);
    await page.getByRole('button', { name: '企业复工前要准备什么？' }).click();
    await page.waitForURL(/\/search\/asked\/faq-01\//);
    expect(await page.locator('main').innerText()).toContain('复工方案');
    await page.context().close();
  });

  test('every title stands under its initial and its topic', async () => {
    const page = await open('/search/letters/', { javaScriptEnabled: false });
    const letter = page.locator('section', { has: page.locator('#g') });
    expect(await letter.innerText()).toMatch(/公积金可以不交吗/);
    await page.goto(`${desk.server.url}/search/topics/`);
    const topic = page.locator('section', { has: page.locator('#finance') });
    expect(await topic.innerText()).toMatch(/贷款到期还不上怎么办/);
    await page.context().close();
  });
});

describe.each(['light', 'dark'] as const)('in %s', colorScheme => {
  test.each([
    ['an answer', asked('工资发不出来怎么办')],
    ['no good answer', asked('量子纠缠')],
    ['no question', '/search/'],
    ['the English page', `/en/search/#q=${encodeURIComponent('口罩')}`],
    ['letters', '/search/letters/'],
    ['topics', '/search/topics/'],
    ['asked', '/search/asked/'],
    ['one asked', '/search/asked/faq-18/'],
  ])('axe finds nothing on %s, and nothing is wider than a phone', async (_, path) => {
    const page = await open(path, { viewport: { width: 390, height: 844 }, colorScheme });
    await page.waitForLoadState('networkidle');
    if (path.includes('#q=')) {
      await hits(page).first().waitFor();
      await page.locator('#sift-name').click();
      await page.locator('#q').fill('稳岗');
      await page.getByRole('option').first().waitFor();
    }
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
    const over = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(over).toBeLessThanOrEqual(0);
    await page.context().close();
  });
});

test('every passage has its place on a built page', () => {
  const htmlOf = new Map<string, string>();
  const html = (page: string): string => {
    const file = join('dist', page, 'index.html');
    const known = htmlOf.get(page) ?? (existsSync(file) ? readFileSync(file, 'utf8') : '');
    htmlOf.set(page, known);
    return known;
  };
  const lost = siteEntries(process.cwd())
    // A notice of a later day than the site's has no page yet.
    .filter(({ kind, page }) => kind !== 'notice' || html(page) !== '')
    .filter(({ page, anchor }) => !html(page) || (anchor !== '' && !html(page).includes(` id="${anchor}"`)));
  expect(lost.map(({ page, anchor }) => `${page}#${anchor}`)).toEqual([]);
});

test('the terminal answers from the same files as the page, in the same order', async () => {
  const words = ['--import', './src/node.mjs', 'src/commands/ask.ts', question, '--json', '--top', '5'];
  const options = { encoding: 'utf8' } as const;
  const said: unknown = JSON.parse(
    execFileSync(process.execPath, [...words, '--asof', '2020-03-20'], options),
  );
  const answers = said as readonly Record<string, unknown>[];
  expect(answers).toHaveLength(5);
  expect(Object.keys(answers[0] ?? {})).toEqual(
    expect.arrayContaining(['url', 'kind', 'id', 'passage', 'score']),
  );
  const page = await open(asked(question));
  await hits(page).first().waitFor();
  const shown = await hits(page).evaluateAll(all => all.map(one => one.getAttribute('data-id')));
  const ids = answers.map(answer => answer.id);
  expect(shown.filter(id => ids.includes(id))).toEqual(ids);
  await page.context().close();
});

describe('over the wire', () => {
  const scripts = (path: string): number => {
    const html = readFileSync(join('dist', path, 'index.html'), 'utf8');
    const seen = new Set<string>();
    const add = (file: string): void => {
      if (seen.has(file)) return;
      seen.add(file);
      const code = readFileSync(join('dist', file), 'utf8');
      for (const match of code.matchAll(/(?:from|import)\s*"\.\/([^"]+\.js)"/g)) add(`_astro/${match[1]}`);
    };
    for (const match of html.matchAll(/<script[^>]*src="\/([^"]+)"/g)) add(match[1] ?? '');
    const sizes = [...seen].map(file => brotliCompressSync(readFileSync(join('dist', file))).length);
    return sizes.reduce((sum, size) => sum + size, 0);
  };

  test('all JavaScript of the search page is under 20 KB, that of the home page under 16 KB', () => {
    expect(scripts('search')).toBeLessThan(20 * 1024);
    expect(scripts('')).toBeLessThan(16 * 1024);
  });

  test('a first question costs at most 100 KB of index, the next at most 40 KB', async () => {
    const page = await open('/search/');
    const sizes: Promise<number>[] = [];
    page.on('requestfinished', request => {
      if (request.url().includes('/search-index/'))
        sizes.push(request.sizes().then(size => size.responseBodySize));
    });
    const loaded = async (of: string): Promise<number> => {
      await page.goto(desk.server.url + asked(of));
      await page.locator('#outcome', { hasText: of }).waitFor();
      await hits(page).first().waitFor();
      await page.waitForLoadState('networkidle');
      const all = await Promise.all(sizes.splice(0));
      return all.reduce((sum, size) => sum + size, 0);
    };
    const cold = await loaded('工资发不出来怎么办');
    const warm = await loaded('贷款到期还不上怎么办');
    console.log(`index: ${cold} bytes cold, ${warm} warm`);
    expect(cold).toBeGreaterThan(0);
    expect(cold).toBeLessThan(100 * 1024);
    expect(warm).toBeLessThan(40 * 1024);
    await page.context().close();
  });
});
