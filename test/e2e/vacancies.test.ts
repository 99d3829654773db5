import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launch } from '../browser.ts';
import { type Server, startServer } from '../server.ts';
import { newStaff } from '../staff.ts';
import { press } from './clerk.ts';
import { desk, looksWell, phone, type Size, seat } from './seat.ts';

let server: Server;
let browser: Browser;
beforeAll(async () => {
  [server, browser] = await Promise.all([startServer({ RATE_LIMIT: 'off' }), launch()]);
});
afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

/** Fills the form in as an enterprise does; gives back the number of its case. */
const register = async (page: Page, name: string): Promise<string> => {
  await page.goto(`${server.url}/forms/labour/`);
  await page.getByRole('checkbox', { name: '缺人手，要招人' }).check();
  await page.getByLabel('岗位', { exact: true }).fill('焊工');
  await page.getByLabel('要几个人').fill('5');
  await page.getByLabel('技能要求').fill('有焊工证');
  await page.getByLabel('月薪最低').fill('5000');
  await page.getByLabel('月薪最高').fill('8000');
  await page.getByRole('textbox', { name: '企业名称' }).fill(name);
  await page.getByLabel('所在园区、楼宇或街道').selectOption({ index: 1 });
  await page.getByLabel('主要做什么').selectOption({ index: 1 });
  await page.getByLabel('联系人', { exact: true }).fill('王小明');
  await page.getByLabel('手机或电话').fill('13800138000');
  await page.getByRole('checkbox', { name: /审核后可以公开/ }).check();
  await page.getByRole('checkbox', { name: /我同意/ }).check();
  await press(page, '提交');
  const shown = page.getByText(/^\d{5}-\d{4}-\d{4}$/).first();
  await shown.waitFor();
  return (await shown.innerText()).replaceAll('-', '');
};

const isListed = async (page: Page, name: string): Promise<boolean> => {
  await page.goto(`${server.url}/vacancies/?q=${encodeURIComponent('焊工')}&nothing=${Math.random()}`);
  return (await page.getByRole('main').getByText(name).count()) > 0;
};

const journey = async (viewport: Size, javaScriptEnabled: boolean): Promise<void> => {
  const name = `湖畔焊接${viewport.width}厂${javaScriptEnabled ? '甲' : '乙'}`;
  const enterprise = await seat(browser, server.url, null, { viewport });
  const seeker = await seat(browser, server.url, null, { viewport, javaScriptEnabled });
  const staff = await newStaff(
    { data: server.data },
    { role: 'officer', department: 'labour', name: '周用工' },
  );
  const officer = await seat(browser, server.url, staff, { viewport, javaScriptEnabled });
  const number = await register(enterprise.page, name);
  expect(await isListed(seeker.page, name)).toBe(false);

  const { page } = officer;
  await page.goto(`${server.url}/desk/cases/${number}/`);
  await page.getByRole('link', { name: '审核岗位' }).click();
  await page.getByLabel('技能要求').fill('只要男的');
  await press(page, '公开这个岗位');
  await page.getByRole('alert').getByText('招人不能限制性别').waitFor();
  await page.getByLabel('技能要求').fill('有焊工证，会氩弧焊');
  await press(page, '公开这个岗位');
  await page.getByRole('status').getByText('已公开').waitFor();

  expect(await isListed(seeker.page, name)).toBe(true);
  const main = seeker.page.getByRole('main');
  await main.getByText('招5人').first().waitFor();
  expect(await main.getByRole('link', { name: '0000-0000013' }).first().getAttribute('href')).toBe(
    'tel:0000-0000013',
  );
  expect(await main.getByText(/王小明|13800138000/).count()).toBe(0);
  const copy = main.getByRole('button', { name: '复制文字发群里' }).first();
  expect(await copy.isVisible()).toBe(javaScriptEnabled);
  if (javaScriptEnabled) {
    await seeker.context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin: server.url });
    await copy.click();
    await main.getByRole('status').getByText('已复制').waitFor();
    const text = await seeker.page.evaluate(() => navigator.clipboard.readText());
    expect(text).toMatch(/^【招工】.+\n焊工 · 招5人 · 5000–8000元\/月\n/);
    expect(text).toMatch(/报编号\d{6}\nhttp\S+\/vacancies\/#v\d{6}$/);
  }

  await page.getByLabel('一共招到几人').fill('2');
  await press(page, '登记');
  await page.getByRole('status').getByText('已保存').waitFor();
  expect(await isListed(seeker.page, name)).toBe(true);
  await main.getByText('还招3人，共5人').first().waitFor();
  await page.getByLabel('一共招到几人').fill('5');
  await press(page, '登记');
  await page.getByRole('status').getByText('已不公开').waitFor();
  expect(await isListed(seeker.page, name)).toBe(false);
  await Promise.all([enterprise, seeker, officer].map(({ context }) => context.close()));
};

test('from the form to the public list and to filled, on a desk', () => journey(desk, true), 60_000);

test('the same on a phone without scripts', () => journey(phone, false), 60_000);

test.each([phone, desk])(
  'nothing is wider than the window and axe finds nothing: $width',
  async viewport => {
    const visitor = await seat(browser, server.url, null, { viewport });
    const number = await register(visitor.page, `湖畔检具${viewport.width}厂`);
    const staff = await newStaff({ data: server.data }, { role: 'officer', department: 'labour' });
    const { page } = await seat(browser, server.url, staff, { viewport });
    const review = `/desk/vacancies/${number}/`;
    await looksWell(page, server.url, ['/desk/vacancies/', review]);
    await press(page, '公开这个岗位');
    await page.getByRole('status').getByText('已公开').waitFor();
    await looksWell(page, server.url, [
      review,
      '/desk/vacancies/?view=open',
      '/desk/vacancies/?view=past',
      '/en/desk/vacancies/?view=open',
    ]);
    await looksWell(visitor.page, server.url, [
      '/vacancies/',
      '/en/vacancies/',
      '/large/vacancies/',
      '/zh-hant/vacancies/',
      '/vacancies/lend/',
      '/vacancies/?q=nothing',
    ]);
  },
  180_000,
);
