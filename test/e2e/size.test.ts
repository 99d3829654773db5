import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launch } from '../browser.ts';
import { type Server, startServer } from '../server.ts';
import { newClerk } from './clerk.ts';

let server: Server;
let browser: Browser;
beforeAll(async () => {
  [server, browser] = await Promise.all([startServer(), launch()]);
});
afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

describe('How large an enterprise counts', () => {
  test('is worked out on the device, with what is unknown left open, and nothing is sent', async () => {
    const context = await newClerk(browser);
    const page = await context.newPage();
    await page.goto(`${server.url}/size/`);
    const sent: string[] = [];
    // The page's own files come as they would without anything typed.
    page.on('request', request => {
      if (request.method() !== 'GET' || request.url().includes('?')) sent.push(request.url());
    });
    const told = page.locator('[data-size-told]');
    expect(await told.innerText()).toBe('');
    await page.getByLabel('从业人员').fill('２５０');
    expect(await told.innerText()).toContain('工业，可能是小型或微型企业。');
    await page.getByLabel('营业收入').fill('1，800');
    expect(await told.innerText()).toContain('工业，是小型企业。');
    await page.getByLabel('行业').selectOption('construction');
    expect(await page.getByLabel('从业人员').isVisible()).toBe(false);
    await page.getByLabel('资产总额').fill('很多');
    expect(await told.innerText()).toBe('请填数字，不填表示不知道');
    expect(sent).toEqual([]);
    await context.close();
  });

  test('without a script the thresholds of all 16 industries are there', async () => {
    const context = await newClerk(browser, { javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto(`${server.url}/en/size/`);
    await page.getByText('The thresholds').click();
    expect(await page.locator('.size-table dt').count()).toBe(16);
    expect(await page.locator('form[data-size]').isVisible()).toBe(false);
    await context.close();
  });
});
