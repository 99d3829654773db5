import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll } from 'vitest';
import { launch } from '../browser.ts';
import { type Server, startServer } from '../server.ts';

/** A server and a browser for a file of tests: opens a page of the built site on a phone, and closes it with its context. */
export const onPhone = () => {
  let server: Server;
  let browser: Browser;
  beforeAll(async () => {
    [server, browser] = await Promise.all([startServer(), launch()]);
  });
  afterAll(async () => {
    await browser?.close();
    await server?.stop();
  });
  const open = async (path: string, options: BrowserContextOptions = {}): Promise<Page> => {
    const viewport = { width: 390, height: 844 };
    const context = await browser.newContext({ viewport, locale: 'zh-CN', ...options });
    const page = await context.newPage();
    await page.goto(new URL(path, server.url).href);
    await page.waitForLoadState('networkidle');
    return page;
  };
  /** The same at a moment, on a device that stands in another zone than Beijing. */
  const openAt = async (path: string, moment: string, options: BrowserContextOptions = {}): Promise<Page> => {
    const page = await open('/', { timezoneId: 'America/New_York', ...options });
    await page.clock.install({ time: new Date(moment) });
    await page.goto(new URL(path, page.url()).href);
    return page;
  };
  return { open, openAt, close: (page: Page) => page.context().close() };
};
