import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readContent } from '#src/commands/content.ts';
import { sayValidity, validityOn } from '#src/rules/validity.ts';
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

const policies = readContent(process.cwd()).policies.entries;
const opened = async (path: string, javaScriptEnabled = true): Promise<Page> => {
  const page = await browser.newPage({ locale: 'zh-CN', javaScriptEnabled });
  await page.goto(server.url + path);
  return page;
};
/** 公告2020年第13号: to 31 May, and from 30 April on to 31 December. */
const extended = '/policies/national/nat-cs-2020-13/';
const state = (page: Page) => page.locator('.state-strip .state').innerText();

describe('another day on a policy page', () => {
  test.each([
    ['2020-02-27', '这一天还没有公开'],
    ['2020-02-28', '还未开始（3月1日起）'],
    ['2020-03-01', '执行中，5月31日截止，还剩91天'],
    ['2020-04-29', '执行中，5月31日截止，还剩32天'],
    ['2020-04-30', '执行中，12月31日截止，还剩245天'],
    ['2020-12-31', '执行中，今天截止'],
    ['2021-01-01', '已到期'],
  ])('%s: %s', async (day, said) => {
    const page = await opened(`${extended}?asof=${day}`);
    expect(await state(page)).toBe(said);
    const [year, month, date] = day.split('-').map(Number);
    expect(await page.locator('.as-of').innerText()).toContain(
      `您在看${year}年${month}月${date}日那天的情况`,
    );
    const ends = await page.locator('[data-end]:visible').allInnerTexts();
    expect(ends.join()).toContain(
      day < '2020-02-28' ? '文件未写' : day < '2020-04-30' ? '2020年5月31日' : '2020年12月31日',
    );
    expect(await page.getByText('在2020年2月27日以后才公开').count()).toBe(day === '2020-02-27' ? 1 : 0);
    await page.close();
  });

  test('leads back, and links keep the day', async () => {
    const page = await opened(`${extended}?asof=2020-05-15`);
    await page.getByRole('link', { name: '惠企政策', exact: true }).first().click();
    await page.waitForURL(/\/policies\/\?asof=2020-05-15/);
    await page.getByRole('link', { name: '回到2020年3月20日' }).click();
    await page.waitForURL(`${server.url}/policies/`);
    expect(await page.getByText('按2020年3月20日的情况显示。').count()).toBe(1);
    await page.close();
  });

  test('a field asks for a day', async () => {
    const page = await opened(extended);
    await page.getByLabel('看别的日子').fill('2020-06-01');
    await page.getByRole('button', { name: '看这一天' }).click();
    await page.waitForURL(/\?asof=2020-06-01/);
    expect(await state(page)).toBe('执行中，12月31日截止，还剩213天');
    await page.close();
  });

  test.each(['2020-02-30', '2020-3-1', 'tomorrow', '', '2020-13-01'])(
    '“%s” is refused in words',
    async day => {
      const page = await opened(`${extended}?asof=${day}`);
      expect(await page.getByRole('alert').innerText()).toContain('网址里的日期不存在');
      expect(await state(page)).toBe('执行中，5月31日截止，还剩72天');
      await page.close();
    },
  );

  test('without a script the page says of which day it speaks, and leads to every month', async () => {
    const page = await opened(`${extended}?asof=2020-05-15`, false);
    expect(await page.getByText('按2020年3月20日的情况显示。').count()).toBe(1);
    await page.getByRole('link', { name: '看别的日子' }).click();
    await page.getByRole('link', { name: '2020年4月', exact: true }).click();
    expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe('2020年4月的政策状态');
    await page.close();
  });
});

test.each(['2020-02-10', '2020-03-20', '2020-07-01', '2021-02-01'])(
  'the list of %s says of every policy what the rules say, and folds what was not public',
  async day => {
    const page = await opened(`/policies/?asof=${day}`);
    const shown = await page.$$eval('.row', rows =>
      rows.map(row => ({
        path: row.querySelector('a')?.pathname,
        said: row.querySelector('.state')?.textContent,
        folded: row.closest('#later') !== null,
      })),
    );
    const expected = policies.map(({ slug, data }) => {
      const validity = validityOn(data, day);
      return {
        path: `/policies/${slug}/`,
        said: sayValidity(validity, day, 'zh-Hans'),
        folded: validity.state === 'unpublished',
      };
    });
    const byPath = (a: { path?: string | undefined }, b: { path?: string | undefined }) =>
      String(a.path).localeCompare(String(b.path));
    expect(shown.sort(byPath)).toEqual(expected.sort(byPath));
    const open = expected.filter(row => !row.folded).length;
    expect(await page.locator('.found').innerText()).toBe(`共${open}份`);
    await page.close();
  },
);

test('the home page shows the day: what ends soon, the risk level, in both languages', async () => {
  const page = await opened('/?asof=2020-06-10');
  await page.locator('#ending').getByText('还剩20天').first().waitFor();
  const links = await page
    .locator('#ending a')
    .evaluateAll(all => all.map(link => link.getAttribute('href')));
  expect(links).toHaveLength(6);
  for (const link of links) expect(link).toMatch(/^\/policies\/.+\?asof=2020-06-10$/);
  await page.goto(`${server.url}/?asof=2020-02-20`);
  expect(await page.locator('.status').innerText()).toContain('中风险');
  await page.goto(`${server.url}/en/?asof=2020-06-10`);
  await page.locator('#ending').getByText('20 days left').first().waitFor();
  expect(await page.locator('.as-of').innerText()).toContain('You are looking at 10 June 2020');
  await page.close();
});

test('where the site speaks of today, an old build is made true on the day it is read', async () => {
  const page = await browser.newPage({ locale: 'zh-CN' });
  await page.route(`${server.url}${extended}`, async route => {
    const response = await route.fetch();
    const body = (await response.text()).replace('class="as-of"', 'class="as-of" data-live');
    await route.fulfill({ response, body });
  });
  // 16:30 in London is past midnight in Shanghai.
  await page.clock.setFixedTime(new Date('2020-12-31T16:30:00Z'));
  await page.goto(server.url + extended);
  expect(await state(page)).toBe('已到期');
  expect(await page.getByText('按2021年1月1日的情况显示。').count()).toBe(1);
  expect(await page.locator('[data-other]').isVisible()).toBe(false);
  await page.close();
});
