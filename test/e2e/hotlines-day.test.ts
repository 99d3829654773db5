import type { BrowserContextOptions, Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { onPhone } from './phone.ts';

const { openAt, close } = onPhone();

const standing = (page: Page, id: string) =>
  page
    .locator('.hotline')
    .filter({ has: page.locator(`#${id}`) })
    .locator('.standing');

describe('another day', () => {
  const at = (path: string, time = '10:00', options: BrowserContextOptions = {}) =>
    openAt(path, `2026-11-20T${time}:00+08:00`, options);
  const shown = (page: Page, id: string) =>
    page.locator(`.hotline[data-line="${id}"], .hotline:has(h3[id="${id}"])`).isVisible();

  test('says in the banner and beside the hours which, at this time of that day, by its holidays and duty', async () => {
    for (const [day, weekday, said] of [
      ['2020-01-23', '周四', '现在可以打，到17:00'],
      ['2020-02-01', '周六', '今天休息，周一 8:30 起'],
      ['2020-04-26', '周日', '现在可以打，到17:00'],
      ['2020-05-01', '周五', '今天休息，周三 8:30 起'],
    ]) {
      const page = await at(`/hotlines/?asof=${day}`);
      const [year, month, date] = day?.split('-').map(Number) ?? [];
      expect(await page.locator('.as-of').innerText()).toContain(
        `您在看${year}年${month}月${date}日那天的情况`,
      );
      expect(await page.locator('.moment').innerText()).toBe(
        `按那天北京时间${month}月${date}日（${weekday}）10:00 算，不是现在。`,
      );
      expect([day, await standing(page, 'changchun-gx-office').innerText()]).toEqual([day, said]);
      await page.clock.runFor(8 * 3_600_000);
      expect(await page.locator('.moment').innerText()).toContain('18:00');
      expect(await standing(page, 'changchun-gx-office').innerText()).not.toContain('现在可以打');
      await close(page);
    }
  });

  test('has the numbers and services of that day; the others say from when they are there', async () => {
    const early = await at('/hotlines/?asof=2020-02-12');
    expect(await shown(early, '12366')).toBe(true);
    const later = early.locator('details[data-part="later"]');
    expect(await later.locator('summary').innerText()).toBe('2020年2月12日以后才有的电话和渠道');
    await later.locator('summary').click();
    expect(await later.innerText()).toMatch(/2020年2月13日起[\s\S]*国家政务服务平台/);
    expect(await early.getByRole('heading', { name: '全国统一心理援助热线' }).count()).toBe(0);
    await close(early);

    const late = await at('/hotlines/?asof=2026-01-10#12356');
    expect(await shown(late, '12356')).toBe(true);
    expect(await late.locator('details[data-part="later"]').isVisible()).toBe(false);
    const box = await late.locator('.hotline[data-line="12356"]').boundingBox();
    expect(box && box.y >= 0 && box.y < 844).toBe(true);
    await close(late);
  });

  test('leaves out a part of the list with nothing in it, and its link', async () => {
    const parts = async (day: string) => {
      const page = await at(`/hotlines/?asof=${day}`);
      const [empty, chips] = await Promise.all([
        page.$$eval('[data-part]:not([hidden])', all =>
          all.filter(one => one.querySelector('li:not([hidden])') === null).map(one => one.outerHTML),
        ),
        page.$$eval('.chips li:not([hidden]) a', all =>
          all
            .map(one => one.getAttribute('href') ?? '')
            .filter(href => document.querySelector(href)?.closest('[hidden]')),
        ),
      ]);
      await close(page);
      return [...empty, ...chips];
    };
    for (const day of ['2019-01-01', '2020-03-20', '2026-01-10']) expect(await parts(day)).toEqual([]);
  });

  test('is kept by the links, shown on the page of a number with its week, and left again', async () => {
    const page = await at('/hotlines/?asof=2020-04-30');
    await page.getByText('本区各单位').click();
    await page.getByRole('link', { name: '税务局', exact: true }).click();
    await page.waitForURL('**/hotlines/zone-office-tax/?asof=2020-04-30');
    const rows = await page.locator('.week tbody tr').allInnerTexts();
    expect(rows.slice(0, 2)).toEqual(['4月30日 周四\t8:30–12:00、13:00–17:00', '5月1日 周五\t休息']);
    await page.getByRole('link', { name: '回到2020年3月20日' }).click();
    await page.waitForURL(url => url.search === '');
    expect(await page.locator('.as-of [data-other]').isVisible()).toBe(false);
    await page.getByLabel('看别的日子').fill('2020-02-03');
    await page.getByRole('button', { name: '看这一天' }).click();
    await page.waitForURL(/\?asof=2020-02-03/);
    await close(page);
  });

  test('before a number was there its page says so, and not that somebody picks up', async () => {
    const page = await at('/hotlines/12356/?asof=2020-03-20');
    expect(await page.getByText('这个号码2025年5月1日起才有').isVisible()).toBe(true);
    await page.goto(page.url().replace('2020-03-20', '2026-01-10'));
    expect(await page.getByText('2025年5月1日起才有').isVisible()).toBe(false);
    await close(page);
  });

  test('an office takes what the routing table of that day says', async () => {
    const takes = async (day: string) => {
      const page = await at(`/hotlines/zone-office-tax/?asof=${day}`);
      const count = await page.getByText('受理：').filter({ visible: true }).count();
      await close(page);
      return count;
    };
    expect([await takes('2020-01-19'), await takes('2020-01-20')]).toEqual([0, 1]);
  });

  test.each(['2020-02-30', 'tomorrow', ''])(
    '“%s” is refused in words, and the hours are those of now',
    async day => {
      const page = await at(`/hotlines/?asof=${day}`);
      expect(await page.getByRole('alert').innerText()).toContain('网址里的日期不存在');
      expect(await page.locator('.moment').innerText()).toContain('11月20日（周五）10:00 算，每分钟更新');
      await close(page);
    },
  );

  test('in English, and in traditional characters', async () => {
    const page = await at('/en/hotlines/?asof=2020-02-01');
    expect(await page.locator('.as-of').innerText()).toContain('You are looking at 1 February 2020');
    expect(await standing(page, 'changchun-gx-office').innerText()).toBe('Closed today, opens Monday 8:30');
    await page.goto(page.url().replace('/en/', '/zh-hant/'));
    expect(await page.locator('.as-of').innerText()).toContain('2020年2月1日那天的情況');
    await close(page);
  });
});
