import AxeBuilder from '@axe-core/playwright';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launch } from '../browser.ts';
import { type Server, startServer } from '../server.ts';

let server: Server;
let browser: Browser;
beforeAll(async () => {
  [server, browser] = await Promise.all([startServer(), launch()]);
});
afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

const at = async (path: string, width: number, javaScriptEnabled: boolean, dark = false) => {
  const context = await browser.newContext({
    viewport: { width, height: 844 },
    colorScheme: dark ? 'dark' : 'light',
    javaScriptEnabled,
    locale: 'zh-CN',
  });
  const page = await context.newPage();
  await page.goto(server.url + path);
  return { context, page };
};

/** Text that is smaller than 24 px, and what is pressed that is lower than 60. */
const tooSmall = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() => {
    const seen = [...document.querySelectorAll<HTMLElement>('body *')].filter(
      one => one.getClientRects().length > 0 && !one.closest('svg, .visually-hidden'),
    );
    const texts = seen.filter(
      one =>
        [...one.childNodes].some(node => node.nodeType === 3 && (node.textContent ?? '').trim() !== '') &&
        Number.parseFloat(getComputedStyle(one).fontSize) < 24,
    );
    const pressed =
      'button,summary,select,.tool,.nav a,.doors a,.button,.button-quiet,.field input:not([type=radio],[type=checkbox])';
    const low = seen.filter(one => one.matches(pressed) && one.getBoundingClientRect().height < 59.5);
    return [...texts, ...low].map(one => one.outerHTML.slice(0, 90));
  });

describe.each([
  ['home', '/large/'],
  ['guide', '/large/guides/prepare/'],
  ['policy', '/large/policies/national/nat-rsbf-2020-11/'],
  ['form', '/large/forms/materials/'],
  ['hotlines', '/large/hotlines/'],
  ['statistics', '/large/statistics/'],
  ['statistics of other zones', '/large/statistics/zones/'],
  ['what the figures mean', '/large/statistics/dictionary/'],
])('%s in large type', (_, path) => {
  test.each([
    [390, true],
    [1280, false],
  ] as const)(
    'at %i px: axe with contrast AAA, 24 px and 60 px, no folds, nothing beside the screen',
    async (width, dark) => {
      const { context, page } = await at(path, width, true, dark);
      await page.waitForLoadState('networkidle');
      const rules = { 'color-contrast-enhanced': { enabled: true } };
      const { violations } = await new AxeBuilder({ page }).options({ rules }).analyze();
      expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(node => node.html).join(' ')}`)).toEqual(
        [],
      );
      expect(await tooSmall(page)).toEqual([]);
      expect(await page.locator('details:not([open])').count()).toBe(0);
      const over = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect(over).toBeLessThanOrEqual(0);
      await context.close();
    },
  );
});

test('without JavaScript: into large type, a question sent, the receipt, another language, and back', async () => {
  const { context, page } = await at('/forms/consultation/', 390, false);
  await page.getByRole('link', { name: '大字版' }).click();
  expect(new URL(page.url()).pathname).toBe('/large/forms/consultation/');
  expect(await page.locator('[data-read-aloud]').isVisible()).toBe(false);
  await page.getByLabel('哪方面的问题').selectOption({ label: '税费' });
  await page.getByLabel('您的问题').fill('小规模纳税人三月怎么报税？');
  await page.getByLabel('企业名称').fill('湖畔会计服务部');
  await page.getByLabel('所在园区、楼宇或街道').selectOption({ index: 1 });
  await page.getByLabel('主要做什么').selectOption({ index: 1 });
  await page.getByLabel('联系人', { exact: true }).fill('王芳');
  await page.getByLabel('手机或电话').fill('13800138000');
  await page.getByRole('checkbox', { name: /我同意/ }).check();
  await page.getByRole('button', { name: '提交', exact: true }).click();
  await page.locator('.receipt').waitFor();
  expect(new URL(page.url()).pathname).toBe('/large/forms/receipt/');
  expect(await page.locator('.receipt a[href^="/large/track/#"]').count()).toBe(1);
  await page.getByRole('link', { name: '繁體' }).click();
  await page.waitForURL('**/zh-hant/large/**');
  await page.getByRole('link', { name: '標準版' }).click();
  await page.waitForURL(url => !url.pathname.includes('/large/'));
  expect(new URL(page.url()).pathname.startsWith('/zh-hant/')).toBe(true);
  await context.close();
});

test('the statistics go to large type and back, page by page, in each language', async () => {
  const { context, page } = await at('/statistics/', 390, false);
  await page.getByRole('link', { name: '大字版' }).click();
  await page.waitForURL('**/large/statistics/');
  expect(await page.locator('link[rel=stylesheet]').count()).toBe(2);
  await page.getByRole('link', { name: '数据字典' }).first().click();
  await page.waitForURL('**/large/statistics/dictionary/');
  await page.getByRole('link', { name: '标准版' }).click();
  await page.waitForURL(`${server.url}/statistics/dictionary/`);
  await page.getByRole('link', { name: 'English' }).click();
  await page.waitForURL('**/en/statistics/dictionary/');
  await page.getByRole('link', { name: 'Large type' }).click();
  await page.waitForURL('**/en/large/statistics/dictionary/');
  await page.getByRole('link', { name: '繁體' }).click();
  await page.waitForURL('**/zh-hant/**');
  const data = await page.request.get(`${server.url}/statistics/data.csv`);
  expect(data.status()).toBe(200);
  await context.close();
});

test('with JavaScript the page is read out piece by piece, paused and ended', async () => {
  const context = await browser.newContext({ locale: 'zh-CN' });
  const page = await context.newPage();
  // A machine without a loudspeaker has no voices: what is spoken is noted, and goes on when the test says so.
  await page.addInitScript(() => {
    const queue: SpeechSynthesisUtterance[] = [];
    const log: string[] = [];
    const voice = {
      speak: (said: SpeechSynthesisUtterance) => {
        queue.push(said);
        log.push(`${said.lang} ${said.text}`);
        said.dispatchEvent(new Event('start'));
      },
      cancel: () => log.push('cancel'),
      pause: () => log.push('pause'),
      resume: () => log.push('resume'),
    };
    Object.defineProperty(window, 'speechSynthesis', { value: voice });
    Object.assign(window, { spoken: log, next: () => queue.shift()?.dispatchEvent(new Event('end')) });
  });
  await page.goto(`${server.url}/large/guides/prepare/`);
  const title = await page.locator('h1').innerText();
  expect(await page.getByRole('button', { name: '停止' }).count()).toBe(0);
  await page.getByRole('button', { name: '朗读这一页' }).click();
  expect(await page.locator('h1.spoken').count()).toBe(1);
  await page.evaluate('next()');
  expect(await page.locator('h1.spoken').count()).toBe(0);
  expect(await page.locator('.spoken').count()).toBe(1);
  await page.getByRole('button', { name: '暂停' }).click();
  await page.getByRole('button', { name: '接着读' }).click();
  await page.getByRole('button', { name: '停止' }).click();
  expect(await page.locator('.spoken').count()).toBe(0);
  const log = (await page.evaluate('spoken')) as readonly string[];
  expect([log[0], log.slice(-3)]).toEqual([`zh-CN ${title}`, ['pause', 'resume', 'cancel']]);
  await context.close();
});
