import AxeBuilder from '@axe-core/playwright';
import { writeXlsx } from 'hucre/xlsx';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launch } from '../browser.ts';
import { type Server, startServer } from '../server.ts';
import { newStaff } from '../staff.ts';

let server: Server;
let browser: Browser;
beforeAll(async () => {
  [server, browser] = await Promise.all([startServer({ RATE_LIMIT: 'off' }), launch()]);
});
afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

const heads = ['项目名称*', '建设单位*', '片区*', '战线*', '牵头部门*', '总投资*', '计划开工*'];
const sheet = async (name: string, area: string) => {
  const row = [name, '示例路桥公司', area, '建设', '建设局', '21亿元', '2020-04-10'];
  const bytes = await writeXlsx({ sheets: [{ name: '项目', rows: [heads, row] }] });
  return {
    name: '项目.xlsx',
    mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    buffer: Buffer.from(bytes),
  };
};

/** No violation, light and dark, and nothing wider than the window. */
const sound = async (page: Page): Promise<void> => {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map(({ id, nodes }) => `${id} ${nodes[0]?.html.slice(0, 120)}`)).toEqual([]);
  }
  const over = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(over).toBeLessThanOrEqual(0);
};

const check = async (page: Page, name: string, area: string): Promise<void> => {
  await page.getByLabel('填好的表格').setInputFiles(await sheet(name, area));
  await page.getByRole('button', { name: '检查表格' }).click();
};

describe.each([
  ['a phone, without scripts', { width: 390, height: 844 }, false],
  ['a phone', { width: 390, height: 844 }, true],
  ['a desk', { width: 1280, height: 860 }, true],
] as const)('on %s', (where, viewport, javaScriptEnabled) => {
  test('a sheet of projects with a bad row is corrected, looked at, imported', async () => {
    const officer = await newStaff(server, { role: 'officer', department: 'construction', name: '孙建设' });
    const context = await browser.newContext({
      viewport,
      javaScriptEnabled,
      locale: 'zh-CN',
      reducedMotion: 'reduce',
    });
    await context.addCookies([{ name: 'desk', value: officer.token, url: server.url }]);
    const page = await context.newPage();
    const looked = () => (javaScriptEnabled ? sound(page) : undefined);
    const name = `跨河大桥（${where}）`;

    await page.goto(`${server.url}/desk/projects/`);
    await page.getByRole('link', { name: '用表格导入' }).click();
    await looked();
    await check(page, name, '北区');
    const alert = page.getByRole('alert');
    await alert.getByRole('heading', { name: '有1处要改' }).waitFor();
    expect(await alert.getByRole('row').nth(1).innerText()).toMatch(/2\s+片区\s+没有“北区”/);
    await looked();

    await check(page, name, '东区');
    await page.getByRole('heading', { name: '新增 1' }).waitFor();
    expect(await page.getByText('示例路桥公司 · 建设局 · 东区 · 21亿元').count()).toBe(1);
    await looked();
    await page.getByRole('button', { name: '确认导入' }).click();
    await page.getByRole('status').filter({ hasText: '导入好了：新增1个，改动0个' }).waitFor();
    await page.getByRole('link', { name, exact: true }).click();
    await page.getByRole('heading', { name, level: 1 }).waitFor();
    expect(await page.getByText('列入清单').count()).toBe(1);
    await context.close();
  });
});
