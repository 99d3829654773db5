import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launch } from '../browser.ts';
import { type Server, startServer } from '../server.ts';
import { casesOf, fillNeed, newClerk, openForm, press, receiptNumber } from './clerk.ts';

let server: Server;
let browser: Browser;
beforeAll(async () => {
  [server, browser] = await Promise.all([startServer(), launch()]);
});
afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

/** What the service worker holds: every path of every cache. */
const heldBy = (page: Page): Promise<string[]> =>
  page.evaluate(async () => {
    const paths: string[] = [];
    for (const name of await caches.keys())
      for (const { url } of await (await caches.open(name)).keys()) paths.push(new URL(url).pathname);
    return paths;
  });

/** Somebody who has read a form's page once, long enough for the short list to be there. */
const visited = async (path: string): Promise<{ readonly context: BrowserContext; readonly page: Page }> => {
  const context = await newClerk(browser);
  const page = await context.newPage();
  await page.goto(server.url + path);
  const lang = path.startsWith('/en/') ? '/en' : '';
  await expect.poll(() => heldBy(page), { timeout: 20_000 }).toContain(`${lang}/hotlines/`);
  return { context, page };
};

describe('Without a network', () => {
  test('after one visit every form, the hotlines and what was read are there, marked as copies with their time', async () => {
    const { context, page } = await visited('/forms/materials/');
    await page.goto(`${server.url}/guides/prepare/`);
    await page.waitForLoadState('networkidle');
    await server.kill();
    try {
      for (const [path, text] of [
        ['/forms/consultation/', '把问题交给工作人员'],
        ['/hotlines/', '12345'],
        ['/guides/prepare/', '复工'],
      ]) {
        await page.goto(server.url + path);
        expect(await page.getByRole('main').innerText()).toContain(text);
        const line = page.getByRole('complementary', { name: '离线副本' });
        expect(await line.innerText()).toMatch(/^离线副本，\d{4}-\d{2}-\d{2} \d{2}:\d{2}存下的/);
      }
      await page.goto(`${server.url}/policies/`);
      expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe('现在没有网络');
      expect(await page.getByRole('link', { name: '办事电话' }).count()).toBeGreaterThan(0);
    } finally {
      await server.restart();
    }
    await page.goto(`${server.url}/hotlines/`);
    expect(await page.getByRole('complementary', { name: '离线副本' }).count()).toBe(0);
    await context.close();
  });

  test('a form opened from its copy can be filled in, waits, and is sent once when the network is back', async () => {
    const { context, page } = await visited('/forms/materials/');
    await server.kill();
    try {
      await page.reload();
      await page.locator('#device').waitFor();
      await fillNeed(page, '离线填表厂');
      await press(page, '提交');
      await press(page, '存在这里，有网时自动发出');
      await page.getByRole('heading', { name: '存好了，等有网再发' }).waitFor();
    } finally {
      await server.restart();
    }
    await page.goto(`${server.url}/forms/`);
    await receiptNumber(page);
    expect(casesOf(server, '离线填表厂')).toBe(1);
    await context.close();
  });

  test('in English too', async () => {
    const { context, page } = await visited('/en/forms/materials/');
    await server.kill();
    try {
      await page.goto(`${server.url}/en/hotlines/`);
      expect(await page.getByRole('complementary', { name: 'Offline copy' }).innerText()).toContain(
        'kept at',
      );
      await page.goto(`${server.url}/en/nothing/`);
      expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe('No network');
    } finally {
      await server.restart();
    }
    await context.close();
  });

  test('nothing of anybody is among the copies: no answer, no receipt, no tracking page', async () => {
    const { context, page } = await visited('/forms/materials/');
    const form = await openForm(context, server);
    await fillNeed(form, '副本里没有厂');
    await press(form, '提交');
    await receiptNumber(form);
    await form.reload();
    await form.locator('.receipt-number').waitFor();
    await form.goto(`${server.url}/track/`);
    await form.goto(`${server.url}/faq/`);
    await expect.poll(() => heldBy(page)).toContain('/faq/');
    const held = await heldBy(page);
    expect(held.filter(path => /^\/(en\/)?(api|forms\/receipt|track|desk|pagefind)\//.test(path))).toEqual(
      [],
    );
    const texts = await page.evaluate(async () => {
      const all: string[] = [];
      for (const name of await caches.keys()) {
        const cache = await caches.open(name);
        for (const one of await cache.keys()) all.push(await ((await cache.match(one))?.text() ?? ''));
      }
      return all.join('\n');
    });
    expect(texts).not.toContain('副本里没有厂');
    await context.close();
  });

  test('a page is never older than the network gives it, and a new worker takes over by itself', async () => {
    const { context, page } = await visited('/forms/materials/');
    await page.evaluate(async () => {
      const cache = await caches.open('pages');
      const stale = new Response('<!doctype html><body>stale', { headers: { 'content-type': 'text/html' } });
      await cache.put('/hotlines/', stale);
    });
    await page.goto(`${server.url}/hotlines/`);
    expect(await page.getByRole('main').innerText()).toContain('12345');
    const kept = () =>
      page.evaluate(async () => (await (await caches.open('pages')).match('/hotlines/'))?.text());
    await expect.poll(kept).toContain('12345');
    const waiting = await page.evaluate(async () => {
      const registration = await navigator.serviceWorker.getRegistration();
      return [registration?.waiting ?? null, registration?.active?.state];
    });
    expect(waiting).toEqual([null, 'activated']);
    await context.close();
  });
});
