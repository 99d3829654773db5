import AxeBuilder from '@axe-core/playwright';
import { writeXlsx } from 'hucre/xlsx';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launch } from '../browser.ts';
import { type Server, startServer } from '../server.ts';
import { newStaff } from '../staff.ts';
import { materials, newKey } from '../submissions.ts';

let server: Server;
let browser: Browser;
beforeAll(async () => {
  [server, browser] = await Promise.all([startServer({ RATE_LIMIT: 'off' }), launch()]);
});
afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

const heads = [
  '姓名*',
  '登录名',
  '部门*',
  '办公电话*',
  '负责片区',
  '联系企业',
  '开始日期*',
  '结束日期',
  '不在岗从',
  '不在岗到',
  '代班人',
];
const sheet = async (phone: string) => {
  const wang = ['王强', '', '经发局', phone, '东区', '', '2020-01-01'];
  const li = ['李梅', '', '人社局', '0431-85530624', '西区、孵化器片区', '', '2020-01-01'];
  const away = ['', '2020-02-01', '2099-12-31', '王强'];
  const rows = [heads, wang, [...li, ...away]];
  const bytes = await writeXlsx({ sheets: [{ name: '联络员', rows }] });
  return {
    name: '联络员.xlsx',
    mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    buffer: Buffer.from(bytes),
  };
};

/** No violation, in the dark too where asked, and nothing wider than the window. */
const sound = async (page: Page, dark: 'dark' | 'light' = 'light'): Promise<void> => {
  for (const colorScheme of new Set(['light', dark] as const)) {
    await page.emulateMedia({ colorScheme });
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map(({ id, nodes }) => `${id} ${nodes[0]?.html.slice(0, 120)}`)).toEqual([]);
  }
  await page.emulateMedia({ colorScheme: 'light' });
  const over = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(over).toBeLessThanOrEqual(0);
};

const check = async (page: Page, phone: string): Promise<void> => {
  await page.getByLabel('填好的表格').setInputFiles(await sheet(phone));
  await page.getByRole('button', { name: '检查表格' }).click();
};

/** Leaves the roster empty again for whoever comes next. */
const empty = async (page: Page): Promise<void> => {
  for (const name of ['李梅', '王强']) {
    await page.goto(`${server.url}/desk/roster/`);
    await page.getByRole('link', { name, exact: true }).click();
    await page.locator('summary').filter({ hasText: '移出名册' }).click();
    await page.getByRole('button', { name: '移出名册' }).click();
    await page.getByRole('status').filter({ hasText: '已移出名册' }).waitFor();
  }
};

describe.each([
  ['a phone, without scripts', { width: 390, height: 844 }, false],
  ['a phone', { width: 390, height: 844 }, true],
  ['a desk', { width: 1280, height: 860 }, true],
] as const)('on %s', (_, viewport, javaScriptEnabled) => {
  test('a sheet with a bad row is corrected, looked at, imported; the enterprise reads whom to call', async () => {
    const admin = await newStaff(server, { role: 'administrator', name: '管理员' });
    const context = await browser.newContext({
      viewport,
      javaScriptEnabled,
      locale: 'zh-CN',
      reducedMotion: 'reduce',
    });
    await context.addCookies([{ name: 'desk', value: admin.token, url: server.url }]);
    const page = await context.newPage();
    const looked = (dark?: 'dark') => (javaScriptEnabled ? sound(page, dark) : undefined);

    await page.goto(`${server.url}/desk/roster/`);
    await page.getByText('名册还是空的').waitFor();
    await looked();
    await page.getByRole('link', { name: '用表格导入' }).click();
    await looked();
    await check(page, '13800138000');
    const alert = page.getByRole('alert');
    await alert.getByRole('heading', { name: '有1处要改' }).waitFor();
    expect(await alert.getByRole('row').nth(1).innerText()).toMatch(
      /2\s+办公电话\s+这是手机号。请写办公电话/,
    );
    await looked();

    await check(page, '0431-85530623');
    await page.getByRole('heading', { name: '导入以后会这样改' }).waitFor();
    expect(await page.getByRole('heading', { name: '新增 2' }).count()).toBe(1);
    await looked('dark');
    await page.getByRole('button', { name: '确认导入' }).click();
    await page.getByRole('status').filter({ hasText: '导入好了：新增2，改动0，移出0' }).waitFor();
    expect(await page.getByText('2020年2月1日至2099年12月31日不在岗，王强代班').count()).toBe(1);
    await looked('dark');

    await page.getByRole('link', { name: '李梅', exact: true }).click();
    await page.getByRole('heading', { name: '李梅', level: 1 }).waitFor();
    await looked();

    const enterprise = { name: `名册${newKey()}厂`, area: 'west', line: 'industry' };
    const sent = await fetch(`${server.url}/api/cases/materials`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(materials({ enterprise })),
    });
    const { number, pin } = (await sent.json()) as { number: string; pin: string };
    await page.goto(`${server.url}/track/`);
    await page.getByRole('heading', { name: '我的联络员是谁' }).waitFor();
    expect(await page.getByRole('link', { name: '0000-0000024' }).count()).toBe(1);
    await looked();
    await page.getByLabel('登记编号').fill(number);
    await page.getByLabel('查询密码').fill(pin);
    await page.getByRole('button', { name: '查一查' }).click();
    const mine = page.locator('.liaison');
    await mine.getByText('代李梅的班').waitFor();
    expect(await mine.getByRole('link', { name: '0431-85530623' }).getAttribute('href')).toBe(
      'tel:043185530623',
    );
    await looked();
    await empty(page);
    await context.close();
  });
});
