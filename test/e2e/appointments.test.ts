import AxeBuilder from '@axe-core/playwright';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launch } from '../browser.ts';
import { type Server, startServer } from '../server.ts';
import { newStaff, type SignedInStaff } from '../staff.ts';
import { newKey } from '../submissions.ts';
import { fillWho } from './clerk.ts';
import { looksWell, phone, seat, sizes } from './seat.ts';

let server: Server;
let browser: Browser;
let officer: SignedInStaff;
beforeAll(async () => {
  [server, browser] = await Promise.all([startServer({ RATE_LIMIT: 'off' }), launch()]);
  officer = await newStaff({ data: server.data }, { role: 'officer', department: 'finance', name: '李科长' });
});
afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

/** A day soon that is a working day of any year without a table. */
const soon = (): string => {
  for (let ahead = 2; ; ahead += 1) {
    const at = new Date(Date.now() + (ahead * 24 + 8) * 3_600_000);
    if (at.getUTCDay() > 0 && at.getUTCDay() < 6) return at.toISOString().slice(0, 10);
  }
};

/** What a page shows, looked at in a window with JavaScript: axe needs some, and some owners here have none. */
const sound = async (shown: Page): Promise<void> => {
  const body = await shown.content();
  const { context, page } = await seat(browser, server.url, null, { viewport: phone });
  await page.route(shown.url(), route => route.fulfill({ contentType: 'text/html; charset=utf-8', body }));
  await page.goto(shown.url());
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => `${id} ${nodes[0]?.html.slice(0, 160)}`)).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBe(0);
  await context.close();
};

const offer = async (page: Page, from: string, to: string): Promise<void> => {
  await page.goto(`${server.url}/desk/appointments/hours/`);
  await page.locator('summary', { hasText: '放出时间' }).click();
  await page.getByLabel('哪一天', { exact: true }).fill(soon());
  await page.getByLabel('几点开始').fill(from);
  await page.getByLabel('几点结束').fill(to);
  await page.getByLabel('谁接待').fill('局长');
  await page.getByLabel('地点，或者怎么进会议').fill('示范路1号三楼302');
  await page.getByLabel('请企业带什么').fill('贷款合同');
  await page.getByRole('button', { name: '放出', exact: true }).click();
  await page.getByRole('status').filter({ hasText: '放出了1天的时间' }).waitFor();
};

/** An owner without JavaScript on a phone, at the form with the time filled in. */
const choosing = async (time: string, javaScriptEnabled = false): Promise<Page> => {
  const { page } = await seat(browser, server.url, null, { viewport: phone, javaScriptEnabled });
  await page.goto(`${server.url}/appointments/`);
  await page
    .getByRole('button', { name: `约${time}` })
    .first()
    .click();
  await page.getByRole('radio', { name: time }).waitFor();
  return page;
};

const fill = async (page: Page, name: string): Promise<void> => {
  await page.getByLabel('哪方面的事').selectOption('loan');
  await page.getByLabel('想问什么').fill(`${name}的贷款月底到期`);
  await fillWho(page, name);
  await page.getByRole('checkbox', { name: /我同意/ }).check();
};
const submit = (page: Page) => page.getByRole('button', { name: '提交', exact: true }).last().click();

test('hours are offered, booked without JavaScript at 390 px, refused kindly to the second, given back, free again', async () => {
  const { page: desk } = await seat(browser, server.url, officer);
  await offer(desk, '14:00', '15:00');
  const [first, second] = [await choosing('14:00'), await choosing('14:00')];
  await sound(first);
  await fill(first, '湖畔机械厂');
  await submit(first);
  await first.getByRole('heading', { name: '您约的时间' }).waitFor();
  await first.getByText('示范路1号三楼302').waitFor();
  await sound(first);
  const number = (await first.locator('.receipt-number').innerText()).trim();
  const pin = (await first.locator('.receipt-pin').innerText()).trim();

  await fill(second, '湖畔食品厂');
  await submit(second);
  const summary = second.getByRole('alert');
  await summary.filter({ hasText: '这个时间刚被约走了。还空着的：' }).waitFor();
  await sound(second);
  expect(await second.getByLabel('想问什么').inputValue()).toBe('湖畔食品厂的贷款月底到期');
  expect(await second.getByRole('radio', { name: '14:00' }).count()).toBe(0);
  await second.getByRole('radio', { name: '14:20' }).check();
  await submit(second);
  await second.getByRole('heading', { name: '您约的时间' }).waitFor();

  await first.goto(`${server.url}/track/`);
  await first.getByLabel('登记编号').fill(number);
  await first.getByLabel('查询密码').fill(pin);
  await first.getByRole('button', { name: '查', exact: false }).first().click();
  await first.getByRole('button', { name: '换时间或取消' }).click();
  await first.getByRole('radio', { name: '14:40' }).waitFor();
  await sound(first);
  await first.getByRole('button', { name: '取消预约' }).click();
  await first.getByText('没有预约。').waitFor();
  await sound(first);
  const third = await choosing('14:00');
  expect(await third.getByRole('radio', { name: '14:00' }).isChecked()).toBe(true);

  await desk.goto(`${server.url}/desk/appointments/`);
  await desk.getByRole('link', { name: '湖畔食品厂' }).waitFor();
  for (const viewport of sizes) {
    const { page } = await seat(browser, server.url, officer, { viewport });
    await looksWell(page, server.url, ['/desk/appointments/', '/desk/appointments/hours/']);
    await looksWell(page, server.url, ['/appointments/', '/en/appointments/', '/large/appointments/']);
  }
}, 240_000);

test('with JavaScript: the time is gone, the form offers the others, and the receipt says which one it is', async () => {
  const { page: desk } = await seat(browser, server.url, officer);
  await offer(desk, '16:00', '17:00');
  const page = await choosing('16:00', true);
  const slot = await page.getByRole('radio', { name: '16:00' }).inputValue();
  const rival = await fetch(`${server.url}/api/cases/appointment`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'idempotency-key': newKey() },
    body: JSON.stringify({
      ...{ slot, topic: 'loan', question: '想谈续贷', consent: true },
      enterprise: { name: '湖畔纸业厂', area: 'east', line: 'industry' },
      contact: { name: '王芳', phone: '13800138000' },
    }),
  });
  expect(rival.status).toBe(201);
  await fill(page, '湖畔家具厂');
  await submit(page);
  await page.getByRole('alert').filter({ hasText: '这个时间刚被约走了' }).waitFor();
  await page.getByRole('radio', { name: '16:20' }).check();
  await sound(page);
  await submit(page);
  const booked = page.locator('[data-appointment]');
  await booked.getByText('16:20到16:40').waitFor();
  const file = await fetch(new URL((await booked.getByRole('link').getAttribute('href')) ?? '', server.url));
  expect([file.status, file.headers.get('content-type')]).toEqual([200, 'text/calendar; charset=utf-8']);
});
