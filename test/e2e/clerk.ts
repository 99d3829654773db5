import { execFileSync } from 'node:child_process';
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { expect } from 'vitest';
import type { Server } from '../server.ts';

/** Somebody with a browser of their own: storage, cache and network apart from everyone else's. */
export const newClerk = (browser: Browser, options: BrowserContextOptions = {}): Promise<BrowserContext> =>
  browser.newContext({ viewport: { width: 390, height: 844 }, locale: 'zh-CN', ...options });

/** The page of a form, its scripts loaded. */
export const openForm = async (
  context: BrowserContext,
  server: Server,
  form = 'materials',
): Promise<Page> => {
  const page = await context.newPage();
  await page.goto(`${server.url}/forms/${form}/`);
  await page.locator('#device').waitFor();
  return page;
};

/** What the device holds has been read, drawn and sent: what is not there now does not come. */
export const settled = (page: Page): Promise<void> =>
  page.locator('#device[aria-busy="false"]').waitFor({ state: 'attached' });

/** Everything that a press set going in the page has run. */
export const idle = (page: Page): Promise<void> =>
  page.evaluate(() => new Promise<void>(done => requestIdleCallback(() => done())));

/** Who asks: what every form has. */
export const fillWho = async (page: Page, name: string, phone = '13800138000'): Promise<void> => {
  await page.getByLabel('企业名称').fill(name);
  await page.getByLabel('所在园区、楼宇或街道').selectOption({ index: 1 });
  await page.getByLabel('主要做什么').selectOption({ index: 1 });
  await page.getByLabel('联系人', { exact: true }).fill('王芳');
  await page.getByLabel('手机或电话').fill(phone);
};

/** A need of one line that the server takes. */
export const fillNeed = async (page: Page, name: string, phone?: string): Promise<void> => {
  await fillWho(page, name, phone);
  await page.getByLabel('物资').selectOption({ label: '医用外科口罩' });
  await page.getByLabel('数量').fill('500');
  await page.getByLabel('单位').selectOption({ label: '只' });
  await page.getByRole('checkbox', { name: /我同意/ }).check();
};

export const press = (page: Page, name: string | RegExp): Promise<void> =>
  page
    .getByRole('button', { name, exact: typeof name === 'string' })
    .first()
    .click();

/** What the page says beside the buttons that save, once it says these words, or anything: what it said before may still stand there. */
export const told = async (page: Page, words: string | RegExp = /./): Promise<string> => {
  const line = page.locator('.said').filter({ hasText: words }).first();
  await line.waitFor();
  return line.innerText();
};

/** How many cases this enterprise has, as an officer sees them. */
export const casesOf = (server: Server, name: string): number =>
  execFileSync(process.execPath, ['src/commands/cases.ts', 'list'], {
    encoding: 'utf8',
    env: { ...process.env, REOPENDESK_DATA: server.data },
  })
    .split('\n')
    .filter(row => row.includes(name)).length;

export const receiptNumber = async (page: Page): Promise<string> => {
  const number = page.locator('.receipt-number').first();
  await number.waitFor();
  const text = await number.innerText();
  expect(text).toMatch(/^\d{5}-\d{4}-\d{4}$/);
  return text;
};
