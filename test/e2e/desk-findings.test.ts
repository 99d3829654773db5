import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { addDays, type Day, dayOf } from '#src/rules/day.ts';
import { meetingBefore } from '#src/rules/findings.ts';
import { readZone } from '#src/zone/zone.ts';
import { launch } from '../browser.ts';
import { type Server, startServer } from '../server.ts';
import { newStaff } from '../staff.ts';
import { goTo, looksWell, phone, seat, sizes } from './seat.ts';

let server: Server;
let browser: Browser;
beforeAll(async () => {
  [server, browser] = await Promise.all([startServer({ RATE_LIMIT: 'off' }), launch()]);
});
afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

/** The last day on which a meeting was held: every department of the table owed a report, and its time is over. */
const lastMeeting = (): Day => {
  const { findings, calendar } = readZone();
  const day = meetingBefore(findings, calendar, dayOf(new Date()))?.day;
  if (day === undefined) throw new Error('no meeting within a month');
  return day;
};

const officer = async (department: string, name: string): Promise<Page> => {
  const staff = await newStaff(server, { role: 'officer', department, name });
  return (await seat(browser, server.url, staff, { viewport: phone })).page;
};

/** Opens the form of the day from the page of the day, as an officer finds it. */
const openForm = async (page: Page, day: Day): Promise<void> => {
  await page.goto(`${server.url}/desk/findings/?day=${day}`);
  await page.getByRole('link', { name: /^填日报/ }).click();
  await page.getByRole('button', { name: '上报' }).last().waitFor();
};

test('two departments report, the others are missing; the brief says so, and a decision stands in the next one', async () => {
  const day = lastMeeting();
  const economy = await officer('economy', '赵经发');
  await openForm(economy, day);
  await economy.getByLabel('有问题').check();
  await economy.getByLabel('今天查了几处').fill('6');
  const line = economy.getByRole('group', { name: '问题1' });
  await line.getByLabel('是什么问题').fill('车间入口没有测温点');
  await line.getByLabel('哪家企业').fill('示例电子');
  await line.getByLabel('严重程度').selectOption({ label: '紧急' });
  await line.getByLabel('哪天前解决').fill(addDays(day, 1));
  await line.getByLabel('现在怎么样').selectOption({ label: '转给市场监管局' });
  const supply = economy.getByRole('group', { name: '物资1' });
  await supply.getByLabel('物资').selectOption({ label: '医用外科口罩（只）' });
  await supply.getByLabel('现有多少').fill('3000');
  await economy.getByRole('button', { name: '上报' }).last().click();
  await economy.getByRole('status').filter({ hasText: '已上报' }).waitFor();

  const market = await officer('market', '钱市场');
  await openForm(market, day);
  await market.getByLabel('无异常').check();
  await market.getByLabel('今天查了几处').fill('4');
  await market.getByRole('button', { name: '上报' }).last().click();
  await market.getByText('没有查到问题（无异常）').waitFor();
  // What was handed over stands in the next report of whoever has it now.
  await market.goto(`${server.url}/desk/findings/problems/`);
  await market.getByRole('link', { name: '车间入口没有测温点' }).click();
  await market.getByText(/转给市场监管局/).waitFor();

  const dispatcher = await newStaff(server, { role: 'dispatcher', department: 'services', name: '陈调度' });
  const { page } = await seat(browser, server.url, dispatcher, { viewport: phone });
  await page.goto(`${server.url}/desk/`);
  await goTo(page, '督查');
  await page.getByRole('link', { name: '碰头会简报' }).click();
  await page.getByLabel('日期').fill(day);
  await page.getByRole('button', { name: '查看' }).click();
  const reports = page.getByRole('region', { name: '各部门日报' });
  await reports.getByText(/应报7个，按时0个，迟报2个，未报5个；无异常1个。查到1个问题/).waitFor();
  expect(await reports.locator('.brief-missing').last().innerText()).toBe(
    '未报：建设局、交通组、疫情防控组、物资保障组、人社局。',
  );
  await page.getByText('登记定下的事').click();
  await page.getByLabel('定了什么').fill('给示例电子装一台测温门');
  await page.getByLabel('谁来办').selectOption({ label: '市场监管局' });
  await page.getByLabel('哪天前办完').fill(addDays(day, 2));
  await page.getByRole('button', { name: '登记', exact: true }).click();
  await page.getByRole('status').filter({ hasText: '已登记' }).waitFor();
  await page.goto(`${server.url}/desk/brief/`);
  const earlier = page.getByRole('region', { name: '以前定的事' });
  await earlier.getByText('给示例电子装一台测温门').waitFor();
  await page.getByRole('region', { name: '没解决的问题' }).getByText('紧急 · 车间入口没有测温点').waitFor();
  const paper = (await page.pdf({ format: 'A4' })).toString('latin1');
  expect(paper.match(/\/Type\s*\/Page\b/g)).toHaveLength(1);

  await market.goto(`${server.url}/desk/brief/`);
  await market.getByRole('button', { name: '办完了：给示例电子装一台测温门' }).click();
  await market.getByRole('status').filter({ hasText: '已保存' }).waitFor();
  await page.reload();
  await earlier.getByText(/钱市场报告办完/).waitFor();

  const paths = [
    `/desk/findings/?day=${day}`,
    `/desk/finding/file/?department=economy&day=${day}`,
    `/desk/finding/?department=economy&day=${day}`,
    '/desk/findings/problems/',
    '/desk/brief/',
    `/en/desk/brief/?day=${day}`,
  ];
  for (const viewport of sizes) {
    const wide = await seat(browser, server.url, dispatcher, { viewport });
    await looksWell(wide.page, server.url, paths);
    await wide.page.emulateMedia({ colorScheme: 'dark' });
    await looksWell(wide.page, server.url, paths.slice(0, 5));
    await wide.context.close();
  }
}, 240_000);
