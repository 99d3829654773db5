import AxeBuilder from '@axe-core/playwright';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { traditionalAddress } from '#src/traditional/address.ts';
import { launch } from '../browser.ts';
import { type Server, startServer } from '../server.ts';
import { templates } from './templates.ts';

let server: Server;
let browser: Browser;

beforeAll(async () => {
  [server, browser] = await Promise.all([startServer(), launch()]);
});
afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

/** Every template as it is, and those in simplified characters in traditional ones too. */
const pages = Object.entries(templates).flatMap(([name, path]) => {
  const twin = traditionalAddress(path);
  return twin === path
    ? [[name, path] as const]
    : [[name, path] as const, [`${name}, traditional`, twin] as const];
});

describe.each(['light', 'dark'] as const)('in %s', colorScheme => {
  test.each(pages)('axe finds nothing on %s', async (_, path) => {
    const context = await browser.newContext({ viewport: { width: 390, height: 844 }, colorScheme });
    const page = await context.newPage();
    await page.goto(server.url + path);
    await page.waitForLoadState('networkidle');
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(node => node.html).join(' ')}`)).toEqual([]);
    const over = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(over).toBeLessThanOrEqual(0);
    await context.close();
  });
});

test('a refused form has no axe violation either', async () => {
  const context = await browser.newContext({ javaScriptEnabled: true, locale: 'zh-CN' });
  const page = await context.newPage();
  await page.goto(`${server.url}/forms/materials/`);
  await page.getByRole('button', { name: '提交', exact: true }).click();
  await page.locator('.error-summary').waitFor();
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id }) => id)).toEqual([]);
  await context.close();
});
