import AxeBuilder from '@axe-core/playwright';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launch } from '../browser.ts';
import { everySample } from '../forms/every.ts';
import { type Server, startServer } from '../server.ts';
import { newStaff, type SignedInStaff } from '../staff.ts';
import { newKey } from '../submissions.ts';
import { phone, seat } from './seat.ts';

let server: Server;
let browser: Browser;
beforeAll(async () => {
  [server, browser] = await Promise.all([startServer({ RATE_LIMIT: 'off' }), launch()]);
});
afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

const days = (n: number): string =>
  new Date(Date.now() + (n * 24 + 8) * 3_600_000).toISOString().slice(0, 10);

type Sent = { readonly number: string; readonly pin: string };

const apply = async (): Promise<Sent> => {
  const trip = { plate: '吉A12345', driver: '赵师傅', start: days(0), end: days(5) };
  const answer = await fetch(`${server.url}/api/cases/transport-pass`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'idempotency-key': newKey() },
    body: JSON.stringify({ ...everySample['transport-pass']?.full, ...trip }),
  });
  if (answer.status !== 201) throw new Error(await answer.text());
  return (await answer.json()) as Sent;
};

const press = async (page: Page, name: string, said: string): Promise<void> => {
  await page.getByRole('button', { name, exact: true }).first().click();
  await page.getByRole('status').filter({ hasText: said }).waitFor();
};

const faultsOf = async (page: Page) => {
  const { violations } = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag22aa']).analyze();
  return violations.map(({ id, nodes }) => [id, nodes.map(node => node.html)]);
};

test('a pass is drafted, checked by another, signed, sealed and issued; anybody checks it by its QR code', async () => {
  const sent = await apply();
  const office = { data: server.data };
  const at = (staff: SignedInStaff) => seat(browser, server.url, staff);
  const { page: writer } = await at(
    await newStaff(office, { role: 'officer', department: 'transport', name: '李拟稿' }),
  );
  const second = await newStaff(office, { role: 'officer', department: 'transport' });
  const { page: checker } = await seat(browser, server.url, second, { viewport: phone });
  const { page: boss } = await at(await newStaff(office, { role: 'dispatcher', department: 'economy' }));
  await writer.goto(`${server.url}/desk/cases/${sent.number.replaceAll('-', '')}/`);
  await writer.getByRole('main').getByRole('link', { name: '文书', exact: true }).click();
  await press(writer, '拟车辆通行证', '已记下：拟稿');
  const address = writer.url().replace(/\?.*/, '');
  await checker.goto(address);
  await press(checker, '核稿无误', '已记下：核稿');
  await boss.goto(address);
  await press(boss, '签发', '已记下：签发');
  await writer.goto(address);
  await press(writer, '编号', '已记下：编号');
  await press(writer, '已用印', '已记下：用印');
  await press(writer, '发出', '已记下：发出');
  expect(await faultsOf(writer)).toEqual([]);

  const visitor = { viewport: phone, javaScriptEnabled: false };
  const { page: anybody } = await seat(browser, server.url, null, visitor);
  await anybody.goto(`${server.url}/track/`);
  await anybody.getByLabel('登记编号').fill(sent.number);
  await anybody.getByLabel('查询密码').fill(sent.pin);
  await anybody.getByRole('button', { name: '查一查' }).click();
  await anybody.getByRole('button', { name: /^打开、打印/ }).click();
  const sheet = anybody.getByRole('article');
  await sheet.getByText('吉A12345').waitFor();
  const serial = (await sheet.getByText(/^复工通〔\d+〕\d+号$/).textContent()) ?? '';
  const code = (await sheet.locator('.official-digits').textContent()) ?? '';
  expect(await sheet.getByRole('img', { name: '扫码核对真伪' }).count()).toBe(1);

  const [year, number] = serial.match(/\d+/g) ?? [];
  const scanned = new URLSearchParams({ s: `pass-${year}-${number}`, c: code.replaceAll('-', '') });
  await anybody.goto(`${server.url}/verify/?${scanned}`);
  await anybody.getByRole('status').filter({ hasText: '有效' }).waitFor();
  expect(await anybody.getByRole('main').textContent()).not.toContain('吉A12345');
  await anybody.getByRole('link', { name: '再核对一份' }).click();
  await anybody.getByLabel('编号').fill(serial);
  await anybody.getByLabel('核验码').fill('0000');
  await anybody.getByRole('button', { name: '核对', exact: true }).click();
  await anybody.getByRole('alert').filter({ hasText: '没有核对上' }).waitFor();
});
