import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openApp, use } from '#src/app.ts';
import { config } from '#src/config.ts';
import { pdf } from '../attachments/samples.ts';
import { launch } from '../browser.ts';
import { fileAt } from '../firms/file.ts';
import { samplesB } from '../forms/samples-b.ts';
import { newPage, sendFile } from '../functions/upload-knock.ts';
import { type Server, startServer } from '../server.ts';
import { newStaff } from '../staff.ts';
import { goTo, looksWell, seat, sizes } from './seat.ts';

let server: Server;
let browser: Browser;
beforeAll(async () => {
  [server, browser] = await Promise.all([startServer({ RATE_LIMIT: 'off' }), launch()]);
  await fill();
});
afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

const codes = ['91220101MA1ABCDE04', '91220101MA2BCDEF1M', '91220101MA3CDEFG27', '91350100M000100Y43'];
const names = ['湖畔精密机械厂', '东区示范轴承厂', '甲镇食品有限公司', '西区冷链物流公司'];
const areas = ['east', 'east', 'east', 'west'];
const enterprise = (n: number) => ({
  ...samplesB.filing.least.enterprise,
  name: names[n] ?? '',
  creditCode: codes[n] ?? '',
  area: areas[n] ?? 'east',
  line: n === 3 ? 'commerce' : 'industry',
});

/** Four enterprises at work since 18 March, of which two have reported on the 20th; three applications of February. */
const fill = async (): Promise<void> => {
  const app = await openApp(config({ REOPENDESK_DATA: server.data, LOG_LEVEL: 'silent' }), {
    migrate: false,
  });
  const filing = samplesB.filing.least;
  for (const n of names.keys())
    await fileAt(
      app,
      'filing',
      { ...filing, reopening: '2020-03-18', enterprise: enterprise(n) },
      {
        at: '2020-03-18T01:00:00.000Z',
        day: '2020-03-18',
      },
    );
  const said = { ...samplesB['daily-return'].least, present: 46, maskDays: 5 };
  const problem = {
    ...said,
    state: 'problem',
    present: 12,
    fever: 1,
    problems: '一人发热，已送医',
    maskDays: 2,
  };
  for (const [n, tree, at] of [
    [0, said, '08:20'],
    [1, problem, '09:40'],
  ] as const)
    await fileAt(
      app,
      'daily-return',
      { ...tree, enterprise: enterprise(n) },
      {
        at: `2020-03-20T${at}:00.000Z`,
        day: '2020-03-20',
      },
    );
  const ready = {
    ...filing,
    reopening: '2020-03-01',
    stock: { masks: 900, thermometers: 3, disinfectant: 20 },
    isolation: true,
  };
  const waiting = [
    ['远方电子公司', { staff: { total: 80, returning: 60, local: 30 } }, true],
    ['本地五金厂', { staff: { total: 40, returning: 30, local: 39 } }, true],
    ['缺物资的厂', { isolation: false, stock: { masks: 0, thermometers: 2, disinfectant: 5 } }, false],
  ] as const;
  const at = '2020-02-20T02:00:00.000Z';
  use(app);
  Object.assign(app.office, { now: () => new Date(at) });
  for (const [name, set, hasPlan] of waiting) {
    const plan = hasPlan ? [(await sendFile(newPage(), pdf(), { field: 'prevention' })).id] : [];
    const tree = {
      ...ready,
      ...set,
      prevention: plan,
      enterprise: { ...enterprise(0), name, creditCode: '' },
    };
    await fileAt(app, 'filing', tree, { at, day: '2020-02-20' });
  }
  await app.office.store.close();
};

test('whose return is missing is chased without JavaScript, and the page says by whom', async () => {
  const staff = await newStaff(server, { role: 'dispatcher', department: 'economy', name: '陈调度' });
  const { context, page } = await seat(browser, server.url, staff, { javaScriptEnabled: false });
  await page.goto(`${server.url}/desk/`);
  await goTo(page, '零报告');
  await page.getByLabel('日期').fill('2020-03-20');
  await page.getByRole('button', { name: '查看' }).click();
  await page.getByText('3月20日：应报4家，按时1家，迟报1家，未报2家。').waitFor();
  expect(await page.locator('.return-row .need-what > a').allInnerTexts()).toEqual([
    '甲镇食品有限公司',
    '西区冷链物流公司',
    '东区示范轴承厂',
    '湖畔精密机械厂',
  ]);
  await page.getByLabel('选西区冷链物流公司').check();
  await page.getByLabel('怎么催的').selectOption({ label: '打了电话' });
  await page.getByRole('button', { name: '下一步：核对' }).click();
  await page.getByRole('heading', { name: '登记催报：1家' }).waitFor();
  await page.getByRole('button', { name: '登记这1家' }).click();
  await page.getByRole('status').filter({ hasText: '已登记催报1家' }).waitFor();
  const row = page.locator('.return-row').filter({ hasText: '西区冷链物流公司' });
  await row.getByText(/陈调度催过：打了电话/).waitFor();
  await page.getByRole('link', { name: '复工次序' }).click();
  await page.getByRole('heading', { name: /不达条件，不得开工/ }).waitFor();
  const links = (list: string) => page.locator(`${list} .need-what > a`).allInnerTexts();
  expect(await links('.order-list')).toEqual(['本地五金厂', '远方电子公司']);
  await page.getByText('排在下一家前面，因为：本地员工多').waitFor();
  expect(await links('.order-lacking')).toEqual(['缺物资的厂']);
  await page.getByText('缺：口罩、隔离间、防控方案').waitFor();
  await context.close();
  const day = 'day=2020-03-20';
  const paths = [
    `/desk/returns/?${day}`,
    `/desk/returns/?${day}&which=beside`,
    '/desk/order/',
    `/en/desk/returns/?${day}`,
  ];
  for (const viewport of sizes) {
    const wide = await seat(browser, server.url, staff, { viewport });
    await looksWell(wide.page, server.url, paths);
    await wide.page.emulateMedia({ colorScheme: 'dark' });
    await looksWell(wide.page, server.url, paths.slice(0, 3));
    await wide.context.close();
  }
}, 180_000);
