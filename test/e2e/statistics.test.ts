import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
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

test('a reader without JavaScript comes from the footer to the figures of this zone and of five others', async () => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(`${server.url}/`);
  await page.getByRole('contentinfo').getByRole('link', { name: '统计', exact: true }).click();
  await page.getByRole('heading', { level: 1, name: '统计' }).waitFor();
  await page.getByText('还没有可以公布的数').waitFor();
  await page.getByRole('main').getByRole('link', { name: '别的区公布的数字' }).click();
  await page.getByRole('heading', { level: 1, name: '五个区公布的数字' }).waitFor();
  const changchun = page.locator('#changchun-gx');
  await changchun.getByText('相加不等于合计').waitFor();
  await changchun.getByRole('img', { name: /^复工企业（家）/ }).waitFor();
  await page.getByRole('cell', { name: '31,478' }).first().waitFor();
  await context.close();
});

test('the open data is as the description of the API says', async () => {
  const description = JSON.parse(readFileSync('dist/openapi.json', 'utf8'));
  const ajv = new Ajv2020({ strict: false });
  formats.default(ajv);
  const fits = ajv.compile(description.components.schemas.Statistics);
  const answer = await fetch(`${server.url}/statistics/data.json`);
  expect(answer.status).toBe(200);
  expect([fits(await answer.json()), fits.errors]).toEqual([true, null]);
  expect(description.paths['/statistics/data.csv'].get.responses['200']).toBeDefined();
});
