import { cpSync, mkdtempSync, readdirSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { writeWorker } from '#src/commands/offline.ts';
import { launch } from '../browser.ts';
import { type Server, startServer } from '../server.ts';
import { newClerk } from './clerk.ts';

/** The program and its built site in a folder of its own, so that another `sw.js` can be put there, as publishing again does. */
const root = process.cwd();
let site = '';
let server: Server;
let browser: Browser;
const publish = (copies: boolean): number => writeWorker(root, join(site, 'dist'), copies);

beforeAll(async () => {
  site = mkdtempSync(join(tmpdir(), 'reopendesk-site-'));
  for (const name of readdirSync(root)) if (name !== 'dist') symlinkSync(join(root, name), join(site, name));
  cpSync(join(root, 'dist'), join(site, 'dist'), {
    recursive: true,
    // Compressed copies of the worker would be served instead of what is published next.
    filter: path => !/sw\.js\.(br|gz)$/.test(path),
  });
  expect(publish(true)).toBeGreaterThan(50);
  [server, browser] = await Promise.all([startServer({}, site), launch()]);
});
afterAll(async () => {
  await browser?.close();
  await server?.stop();
  rmSync(site, { recursive: true, force: true });
});

type Kept = { readonly workers: number; readonly caches: number };
const keptBy = (page: Page): Promise<Kept> =>
  page.evaluate(async () => ({
    workers: (await navigator.serviceWorker.getRegistrations()).length,
    caches: (await caches.keys()).length,
  }));
const none: Kept = { workers: 0, caches: 0 };

test('switched off, the worker takes itself and every copy away, and what is open goes on from the network', async () => {
  const context = await newClerk(browser);
  const page = await context.newPage();
  await page.goto(`${server.url}/forms/materials/`);
  await expect
    .poll(() => page.evaluate(async () => Boolean(await caches.match('/hotlines/'))), { timeout: 20_000 })
    .toBe(true);
  expect(await keptBy(page)).toEqual({ workers: 1, caches: 2 });
  await page.getByLabel('企业名称').fill('没填完的厂');

  expect(publish(false)).toBe(0);
  const other = await context.newPage();
  await other.goto(`${server.url}/guides/`);
  await expect.poll(() => keptBy(other), { timeout: 20_000 }).toEqual(none);
  // The page that was open keeps what was typed, and works on.
  expect(await page.getByLabel('企业名称').inputValue()).toBe('没填完的厂');
  // A form asks for the worker again; it ends as soon as it has come.
  await other.goto(`${server.url}/forms/consultation/`);
  await other.waitForLoadState('networkidle');
  await expect.poll(() => keptBy(other), { timeout: 20_000 }).toEqual(none);
  expect(await other.evaluate(() => navigator.serviceWorker.controller)).toBeNull();

  await server.kill();
  try {
    for (const path of ['/forms/materials/', '/hotlines/', '/guides/'])
      await expect(other.goto(server.url + path)).rejects.toThrow(/ERR_CONNECTION_REFUSED/);
  } finally {
    await server.restart();
  }
  await other.goto(`${server.url}/hotlines/`);
  expect(await other.getByRole('main').innerText()).toContain('12345');

  publish(true);
  // As long as a page is open that had the old worker, the browser hands that one's successor out again.
  await page.close();
  await other.goto(`${server.url}/forms/materials/`);
  await expect.poll(() => keptBy(other), { timeout: 20_000 }).toEqual({ workers: 1, caches: 2 });
  await context.close();
});
