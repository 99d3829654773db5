import type { Browser, BrowserContext, Page } from 'playwright-core';
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

const open = async (
  path: string,
  javaScriptEnabled = true,
): Promise<{ context: BrowserContext; page: Page }> => {
  const viewport = { width: 390, height: 844 };
  const context = await browser.newContext({ viewport, javaScriptEnabled, locale: 'zh-TW' });
  const page = await context.newPage();
  await page.goto(server.url + path);
  return { context, page };
};

const fill = async (page: Page): Promise<void> => {
  await page.getByLabel('哪方面的問題').selectOption({ label: '稅費' });
  await page.getByLabel('您的問題').fill('小规模纳税人三月怎么报税？');
  await page.getByLabel('企業名稱').fill('湖畔会计服务部');
  await page.getByLabel('所在園區、樓宇或街道').selectOption({ index: 1 });
  await page.getByLabel('主要做什麼').selectOption({ index: 1 });
  await page.getByLabel('聯繫人', { exact: true }).fill('王芳');
  await page.getByLabel('手機或電話').fill('13800138000');
};

describe.each([true, false])('in traditional characters, scripts: %s', scripts => {
  test('a question is sent and followed, and one stays in them', async () => {
    const { context, page } = await open('/zh-hant/forms/consultation/', scripts);
    await fill(page);
    await page.getByRole('checkbox', { name: /我同意/ }).check();
    await page.getByRole('button', { name: '提交', exact: true }).click();
    await page.locator('.receipt').waitFor();
    const receipt = await page.getByRole('main').innerText();
    expect(receipt).toMatch(/登記編號/);
    expect(receipt).not.toMatch(/登记编号|查询密码/);
    const track = page.locator('a[href^="/zh-hant/track/#"]').first();
    const href = await track.getAttribute('href');
    expect(href).toMatch(/^\/zh-hant\/track\/#\d+\./);
    if (scripts) {
      await track.click();
      await page.getByText('已收到').first().waitFor();
      expect(await page.getByRole('main').innerText()).not.toMatch(/登记编号|办理/);
    }
    await context.close();
  });
});

test('every page has its twin, and back', async () => {
  const { context, page } = await open('/policies/');
  await page.getByRole('link', { name: '繁體' }).click();
  expect(new URL(page.url()).pathname).toBe('/zh-hant/policies/');
  expect(await page.evaluate(() => document.documentElement.lang)).toBe('zh-Hant');
  await page.getByRole('link', { name: '简体' }).click();
  expect(new URL(page.url()).pathname).toBe('/policies/');
  await context.close();
});

test('a question in traditional characters finds the same, and leads to pages in them', async () => {
  const first = async (path: string, question: string) => {
    const { context, page } = await open(`${path}#q=${encodeURIComponent(question)}`);
    const hit = page.locator('.hit').first();
    await hit.waitFor();
    const found = [
      await hit.getAttribute('data-id'),
      await hit.locator('a').first().getAttribute('href'),
    ] as const;
    await context.close();
    return found;
  };
  const [simplified, traditional] = await Promise.all([
    first('/search/', '工资发不出来怎么办'),
    first('/zh-hant/search/', '工資發不出來怎麼辦'),
  ]);
  expect(traditional[0]).toBe(simplified[0]);
  expect(traditional[1]).toMatch(/^\/zh-hant\//);
});

test('a place chosen there has what holds everywhere as well', async () => {
  const found = async (path: string): Promise<readonly (string | null)[]> => {
    const { context, page } = await open(`${path}#q=${encodeURIComponent('贷款')}&region=福建`);
    await page.locator('.hit').first().waitFor();
    const ids = await page.locator('.hit').evaluateAll(all => all.map(hit => hit.getAttribute('data-id')));
    await context.close();
    return ids;
  };
  const [simplified, traditional] = [await found('/search/'), await found('/zh-hant/search/')];
  expect(simplified.filter(id => id?.startsWith('nat-'))).not.toEqual([]);
  expect(traditional).toEqual(simplified);
});
