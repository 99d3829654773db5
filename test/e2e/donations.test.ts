import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launch } from '../browser.ts';
import { type Server, startServer } from '../server.ts';
import { newStaff } from '../staff.ts';
import { looksWell, phone, seat, sizes } from './seat.ts';

let server: Server;
let browser: Browser;
beforeAll(async () => {
  [server, browser] = await Promise.all([startServer({ RATE_LIMIT: 'off' }), launch()]);
});
afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

const name = '金源北方<b>实业</b>有限公司';

/** A clerk offers 10,000 suits on a phone, without a script, and agrees to be named; the number of the case. */
const offer = async (page: Page): Promise<string> => {
  await page.goto(`${server.url}/forms/donation/`);
  expect(await page.getByRole('link', { name: '看捐赠名单' }).getAttribute('href')).toBe('/donations/');
  await page.getByLabel('物资', { exact: true }).first().check();
  await page.getByLabel('物资', { exact: true }).last().selectOption({ label: '防护服' });
  await page.locator('#f-goods-0-quantity').fill('10000');
  await page.locator('#f-goods-0-unit').selectOption({ label: '套' });
  await page.locator('#f-goods-0-value').fill('180000');
  await page.getByLabel('由园区统一安排（非定向）').check();
  await page.locator('#f-enterprise-name').fill(name);
  await page.locator('#f-enterprise-area').selectOption({ index: 1 });
  await page.locator('#f-enterprise-line').selectOption({ index: 1 });
  await page.locator('#f-contact-name').fill('王小明');
  await page.locator('#f-contact-phone').fill('13800138000');
  await page.locator('#f-naming').check();
  await page.locator('#f-consent').check();
  await page.getByRole('button', { name: '提交' }).last().click();
  const shown = await page.locator('.receipt-number').innerText();
  return shown.replaceAll('-', '');
};

const recorded = (page: Page) => page.getByRole('status').filter({ hasText: '已记下' }).waitFor();

test('an officer takes a donation from the offer to the roll, and its name off again', async () => {
  const clerk = await seat(browser, server.url, null, { viewport: phone, javaScriptEnabled: false });
  const number = await offer(clerk.page);
  const staff = await newStaff(server, { role: 'dispatcher', department: 'economy', name: '陈调度' });
  const { context, page } = await seat(browser, server.url, staff, {
    viewport: phone,
    javaScriptEnabled: false,
  });
  await page.goto(`${server.url}/desk/cases/${number}/`);
  await page.getByRole('link', { name: '办理捐赠' }).click();
  await page.getByRole('button', { name: '接受捐赠' }).click();
  await recorded(page);
  await page.getByLabel('实收数量').fill('9998');
  await page.getByLabel('折价依据').selectOption({ label: '发票' });
  await page.getByLabel('谁接收的').fill('仓库周师傅');
  await page.getByRole('button', { name: '记下', exact: true }).first().click();
  await recorded(page);
  await page.getByLabel('放在哪个片区').selectOption({ index: 1 });
  await page.getByRole('button', { name: '收进库存' }).click();
  await recorded(page);
  await page.getByText('入库9998套，已安排0套，已发0套，核销0套').waitFor();
  const readers = clerk.page;
  await readers.goto(`${server.url}/donations/`);
  const row = readers.getByRole('row', { name: /^金源北方<b>实业<\/b>有限公司/ });
  expect(await row.getByRole('cell').first().innerText()).toBe('防护服9998套，折价18万元');
  const paths = ['/desk/donations/', `/desk/donations/${number}/`, '/en/desk/donations/'];
  const open = ['/donations/', '/en/donations/', '/zh-hant/donations/', '/large/donations/'];
  for (const viewport of sizes) {
    const look = await seat(browser, server.url, staff, { viewport });
    await looksWell(look.page, server.url, [...paths, ...open]);
    await look.page.emulateMedia({ colorScheme: 'dark' });
    await looksWell(look.page, server.url, [`/desk/donations/${number}/`, '/donations/']);
    await look.context.close();
  }
  await page.locator('summary', { hasText: '不再公布名称' }).click();
  await page.getByLabel('怎么说的').fill('王总来电话，不要公布');
  await page.locator('details[open]', { hasText: '怎么说的' }).getByRole('button', { name: '记下' }).click();
  await recorded(page);
  await readers.reload();
  expect(await readers.locator('main').innerText()).not.toContain('金源北方');
  await readers.getByRole('row', { name: /^未具名（1笔）/ }).waitFor();
  await readers.getByText('收到1家的捐赠1笔').waitFor();
  const table = await (await fetch(`${server.url}/donations/data.csv`)).text();
  expect(table).toContain('goods,protective-suit,防护服');
  expect(table).not.toContain('金源北方');
  await readers.goto(`${server.url}/statistics/`);
  await readers.getByRole('link', { name: '看捐赠名单' }).click();
  await readers.getByRole('heading', { name: '捐赠名单', level: 1 }).waitFor();
  await context.close();
  await clerk.context.close();
}, 180_000);
