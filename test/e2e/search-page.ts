import type { Browser, BrowserContextOptions, Locator, Page } from 'playwright-core';
import { launch } from '../browser.ts';
import { type Server, startServer } from '../server.ts';

/** A site with its search and a browser to ask it with. */
export type Desk = {
  readonly server: Server;
  readonly open: (path: string, options?: BrowserContextOptions) => Promise<Page>;
  readonly close: () => Promise<void>;
};

const opener =
  (server: Server, browser: Browser): Desk['open'] =>
  async (path, options = {}) => {
    const viewport = { width: 1280, height: 900 };
    const context = await browser.newContext({ locale: 'zh-CN', viewport, ...options });
    const page = await context.newPage();
    await page.goto(server.url + path);
    return page;
  };

/** Starts both; `open` gives a page of a context of its own. */
export const openDesk = async (): Promise<Desk> => {
  const [server, browser] = await Promise.all([startServer(), launch()]);
  const close = async (): Promise<void> => {
    await browser.close();
    await server.stop();
  };
  return { server, open: opener(server, browser), close };
};

/** The address of a question, with filters as they stand in it. */
export const asked = (question: string, more = ''): string =>
  `/search/#q=${encodeURIComponent(question)}${more}`;

export const hits = (page: Page): Locator => page.locator('.hit');
