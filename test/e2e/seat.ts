import AxeBuilder from '@axe-core/playwright';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { expect } from 'vitest';
import type { SignedInStaff } from '../staff.ts';

/** The windows that every page is looked at in: of a phone and of a desk. */
export const sizes = [
  { width: 390, height: 844 },
  { width: 1280, height: 860 },
] as const;
export type Size = (typeof sizes)[number];
export const [phone, desk] = sizes;

export type Seat = { readonly context: BrowserContext; readonly page: Page };

/** A window of somebody who is signed in at the desk of `url`; without a name, of anybody. */
export const seat = async (
  browser: Browser,
  url: string,
  staff: SignedInStaff | null,
  { viewport = desk, javaScriptEnabled = true }: { viewport?: Size; javaScriptEnabled?: boolean } = {},
): Promise<Seat> => {
  const context = await browser.newContext({ viewport, locale: 'zh-CN', javaScriptEnabled });
  if (staff) await context.addCookies([{ name: 'desk', value: staff.token, url }]);
  return { context, page: await context.newPage() };
};

/** To a place of the desk, by the menu that has them all. */
export const goTo = async (page: Page, place: string): Promise<void> => {
  await page.locator('.desk-places summary').click();
  await page.locator('.desk-places').getByRole('link', { name: place, exact: true }).click();
};

/** No page is wider than its window, and axe finds nothing. */
export const looksWell = async (page: Page, url: string, paths: readonly string[]): Promise<void> => {
  for (const path of paths) {
    await page.goto(url + path);
    const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    const found = (await new AxeBuilder({ page }).analyze()).violations;
    expect([path, over, found.map(({ id, nodes }) => `${id} ${nodes[0]?.html.slice(0, 160)}`)]).toEqual([
      path,
      0,
      [],
    ]);
  }
};
