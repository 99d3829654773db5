import { globSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { blocksOf } from '#src/shelves/blocks.ts';
import { launch } from '../browser.ts';
import { onPhone } from './phone.ts';

const { open, close } = onPhone();

describe('the view of a section', () => {
  test('is chosen by the reader, stands in the address and folds the rest with the reason', async () => {
    const page = await open('/guides/entry/');
    const box = page.locator('details', { has: page.locator('#entry-07') });
    await expect.poll(() => box.getAttribute('open')).not.toBeNull();
    await page.getByLabel('主要做什么').selectOption({ label: '软件研发金融' });
    expect(await box.getAttribute('open')).toBeNull();
    expect(await box.locator('summary').innerText()).toBe('生产制造不适用：您选的是软件研发金融');
    expect(new URL(page.url()).search).toBe('?line=tech-finance');
    await page.getByRole('link', { name: '下一节' }).click();
    await page.waitForURL(/\/workplace\/\?line=tech-finance$/);
    expect(await page.getByLabel('主要做什么').inputValue()).toBe('tech-finance');
    await page.getByLabel('主要做什么').selectOption('');
    expect(new URL(page.url()).search).toBe('');
    await close(page);
  });

  test('opens what an address leads into, and takes no choice that is none', async () => {
    const page = await open('/guides/building/?line=industry&risk=nothing#building-05');
    const box = page.locator('details', { has: page.locator('#building-05') });
    expect(await box.getAttribute('open')).not.toBeNull();
    expect(await page.getByLabel('风险等级').inputValue()).toBe('');
    await close(page);
  });

  test('shows everything with its label where there is no JavaScript', async () => {
    const page = await open('/guides/entry/?line=tech-finance', { javaScriptEnabled: false });
    expect(await page.locator('#views').isVisible()).toBe(false);
    expect(await page.locator('#entry-07').isVisible()).toBe(true);
    expect(
      await page
        .locator('details', { has: page.locator('#entry-07') })
        .locator('.tag')
        .first()
        .innerText(),
    ).toBe('生产制造');
    await close(page);
  });
});

test('a rule that changed shows both with their dates', async () => {
  const page = await open('/guides/dormitory/');
  const old = page.locator('#dormitory-01');
  expect(await old.innerText()).toMatch(/不超过6人[\s\S]*2020年4月7日起有新规定[\s\S]*2020年2月21日/);
  await old.getByRole('link', { name: '看新规定' }).click();
  await expect.poll(() => page.locator('#dormitory-03').isVisible()).toBe(true);
  expect(await page.locator('details', { has: page.locator('#dormitory-03') }).innerText()).toMatch(
    /2020年4月7日起的新规定/,
  );
  await close(page);
});

describe('the editions', () => {
  const marked = globSync('content/guides/*.mdx').flatMap(file => blocksOf(readFileSync(file, 'utf8')));
  const of = (edition: 'short' | 'poster') => marked.flatMap(block => block[edition] ?? []).sort();

  test('hold exactly the words that are marked for them, each with its document and date', async () => {
    const page = await open('/guides/short/', { javaScriptEnabled: false });
    const short = await page.locator('.short-line').allTextContents();
    expect(short.map(line => line.trim()).sort()).toEqual(of('short'));
    expect(await page.locator('.fact:not(:has(.basis))').count()).toBe(0);
    await page.goto(new URL('/guides/poster/', page.url()).href);
    const poster = await page
      .locator('.poster dd')
      .evaluateAll(all => all.map(one => one.firstChild?.textContent?.trim() ?? ''));
    // All of them hold on the day and at the risk level of the demonstration.
    expect(poster.sort()).toEqual(of('poster'));
    for (const basis of await page.locator('.poster dd small').allTextContents())
      expect(basis).toMatch(/（2020年\d+月\d+日）/);
    await close(page);
  });

  test('stand on one page of A4 and of A3', async () => {
    const page = await open('/guides/poster/');
    const { pdfPages } = await import('../pdf.ts');
    for (const format of ['A4', 'A3'] as const) {
      const pages = pdfPages(await page.pdf({ format, preferCSSPageSize: false, printBackground: true }));
      expect([format, pages.length]).toEqual([format, 1]);
    }
    await close(page);
  });

  test('the booklet has a number under every page, and its contents name the pages of the chapters', async () => {
    const { printBooklet } = await import('#src/commands/booklet.ts');
    const { pagesOfPlaces } = await import('#src/commands/pdf-pages.ts');
    const { pdfPages } = await import('../pdf.ts');
    const browser = await launch();
    const pdf = await printBooklet('dist', browser);
    await browser.close();
    const pages = pdfPages(pdf);
    const numbers = pages.map(words => words.trim().split('\n')[0]);
    expect(numbers.slice(1)).toEqual(pages.slice(1).map((_, at) => String(at + 2)));
    const places = [...pagesOfPlaces(pdf)].filter(
      ([name]) => name.startsWith('book-') && name !== 'book-contents',
    );
    expect(places.length).toBe(17);
    const contents = pages[1]?.trim().split('\n').slice(1, 18).map(Number);
    expect(contents).toEqual(places.map(([, at]) => at).sort((a, b) => a - b));
  });
});

test('the flowchart and its list say the same, and every link of the list leads to a step', async () => {
  const page = await open('/guides/process/', { javaScriptEnabled: false });
  const drawn = await page.locator('.flow-node').evaluateAll(all => all.map(one => one.textContent?.trim()));
  const listed = await page.locator('.flow-list h3').allInnerTexts();
  expect(drawn.length).toBe(listed.length);
  for (const title of listed) expect(drawn.some(words => words?.startsWith(title))).toBe(true);
  const arrows = await page.locator('.flow-edge').count();
  expect(await page.locator('.flow-next a').count()).toBe(arrows);
  await close(page);
});

test('the English guide leads line by line to the Chinese one, and says nothing in Chinese but the names of documents', async () => {
  const page = await open('/en/guides/', { javaScriptEnabled: false });
  const lines = page.locator('main li > a.short-line');
  expect(await lines.count()).toBeGreaterThan(50);
  await page.locator('main [lang="zh-Hans"]').evaluateAll(all => {
    for (const one of all) one.remove();
  });
  expect(await page.getByRole('main').innerText()).not.toMatch(/\p{Script=Han}/u);
  await lines.first().click();
  expect(new URL(page.url()).pathname + new URL(page.url()).hash).toBe('/guides/prepare/#prepare-01');
  await page.getByRole('link', { name: 'English' }).click();
  expect(new URL(page.url()).pathname).toMatch(/^\/en\//);
  await close(page);
});
