import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { addDays, dayOf } from '#src/rules/day.ts';
import { launch } from '../browser.ts';
import { send } from '../functions/knock.ts';
import { openDesk } from '../office.ts';
import { type Server, startServer } from '../server.ts';
import { newStaff } from '../staff.ts';
import { materials } from '../submissions.ts';
import { looksWell, seat, sizes } from './seat.ts';

let server: Server;
let browser: Browser;
beforeAll(async () => {
  [server, browser] = await Promise.all([startServer({ RATE_LIMIT: 'off' }), launch()]);
});
afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

type Sent = { readonly number: string; readonly pin: string };

/** Sends a need for masks of an enterprise of this name. */
const need = async (name: string, set: object): Promise<Sent> => {
  const tree = materials({
    items: [{ item: 'mask-medical', spec: '医用外科', quantity: 100, unit: 'piece', ...set }],
    reopened: true,
  });
  const answer = await send('materials', { ...tree, enterprise: { ...(tree.enterprise as object), name } });
  if (answer.status !== 201) throw new Error(await answer.text());
  return (await answer.json()) as Sent;
};

const names = Array.from({ length: 20 }, (_, n) => `缺口罩${String(n + 1).padStart(2, '0')}厂`);

/** Twenty needs of yesterday, in the server's store: what is published speaks of days that are over. The later ones run out first. */
const needsOfYesterday = async (): Promise<ReadonlyMap<string, Sent>> => {
  const { app, at } = await openDesk({ RATE_LIMIT: 'off' }, server.data);
  at(new Date(Date.now() - 24 * 3_600_000).toISOString());
  const sent = new Map<string, Sent>();
  for (const [n, name] of names.entries())
    sent.set(name, await need(name, { stock: 400 - n * 20, dailyUse: 20, neededBy: '2030-01-01' }));
  await app.office.store.close();
  return sent;
};

/** A row of a table by its first cell, in the section of a heading. */
const rowOf = (page: Page, title: string, first: string): Promise<string[]> =>
  page
    .locator('section', { has: page.getByRole('heading', { name: title, exact: true }) })
    .getByRole('row', { name: new RegExp(`^${first}`) })
    .first()
    .getByRole('cell')
    .allInnerTexts();

/** The head's report of today and of yesterday, and what is published, say what the ledger says. */
const saysTheSame = async (): Promise<void> => {
  const head = await newStaff(server, { role: 'viewer', department: 'economy', name: '周主任' });
  const { context, page } = await seat(browser, server.url, head);
  await page.goto(`${server.url}/desk/daily/`);
  expect(await rowOf(page, '物资', '医用外科口罩')).toEqual(['2000只', '1300只', '700只', '0只', '200只']);
  await page.goto(`${server.url}/desk/daily/?day=${addDays(dayOf(new Date()), -1)}`);
  expect((await rowOf(page, '按事项', '登记防疫物资需求'))[0]).toBe('20');
  await page.goto(`${server.url}/statistics/`);
  const published = await page
    .getByRole('row', { name: /^登记防疫物资需求/ })
    .first()
    .getByRole('cell')
    .allInnerTexts();
  expect(published.slice(0, 2)).toEqual(['20', '0']);
  await context.close();
};

/** Books a lot through its form and opens it. */
const book = async (page: Page): Promise<void> => {
  await page.goto(`${server.url}/desk/ledger/`);
  await page.getByRole('link', { name: '库存', exact: true }).click();
  await page.locator('#add > summary').click();
  await page.getByLabel('物资', { exact: true }).selectOption({ label: '医用外科口罩' });
  await page.getByLabel('品名和规格').fill('医用外科，50只一盒');
  await page.getByLabel('数量').fill('1500');
  await page.getByLabel('单位').selectOption({ label: '只' });
  await page.getByLabel('从哪里来').selectOption({ label: '上级调拨' });
  await page.getByLabel('放在哪个片区').selectOption({ index: 1 });
  await page.getByRole('button', { name: '登记入库' }).click();
  await page.getByRole('status').filter({ hasText: '已记下' }).waitFor();
  await page.getByRole('link', { name: /医用外科口罩/ }).click();
};

/** What an enterprise reads of its case. */
const courseOf = async ({ number, pin }: Sent): Promise<readonly string[]> => {
  const answer = await fetch(`${server.url}/api/track`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'accept-language': 'zh-CN' },
    body: JSON.stringify({ number, pin }),
  });
  const { events } = (await answer.json()) as { events: { text: string }[] };
  return events.map(event => event.text);
};

test('a dispatcher divides 1500 masks among 20 needs of 100, cancels two, and every page, the daily report and the statistics say the same', async () => {
  const sent = await needsOfYesterday();
  const staff = await newStaff(server, { role: 'dispatcher', department: 'economy', name: '陈调度' });
  const { context, page } = await seat(browser, server.url, staff, { javaScriptEnabled: false });
  await book(page);
  const lot = new URL(page.url()).pathname;
  await page.getByRole('link', { name: '安排给企业' }).click();
  const turns = page.locator('.turn');
  expect(await turns.locator('.need-what > a').allInnerTexts()).toEqual(names.toReversed());
  const amounts = await turns
    .locator('input:not([type=hidden])')
    .evaluateAll(all => all.map(one => one.getAttribute('value')));
  expect(amounts).toEqual([...Array.from({ length: 15 }, () => '100'), '', '', '', '', '']);
  await page.getByRole('button', { name: '先看会怎样' }).click();
  await page.getByText('安排后这一批还剩0只').waitFor();
  await page.getByRole('button', { name: '确认，安排给15家' }).click();
  await page.getByRole('heading', { name: '已安排1500只，共15家' }).waitFor();
  const batch = new URL(page.url());
  for (const name of [names[19], names[10]]) {
    const row = page.locator('.allocation').filter({ hasText: name ?? '' });
    await row.getByRole('button', { name: /撤销/ }).click();
    await page.getByRole('status').filter({ hasText: '已记下' }).waitFor();
  }
  await page.getByRole('heading', { name: '已安排1300只，共13家' }).waitFor();
  await page.goto(server.url + lot);
  await page.getByText('剩200只').first().waitFor();
  await page.getByText('共1500只，待领1300只，已发0只，核销0只').waitFor();
  await page.goto(`${server.url}/desk/ledger/`);
  const missing = [names[19], names[10], ...names.slice(0, 5).toReversed()];
  expect(await page.locator('.need .need-what > a').allInnerTexts()).toEqual(missing);
  expect(await courseOf(sent.get(names[18] ?? '') ?? { number: '', pin: '' })).toContain(
    '已安排医用外科口罩100只，请等工作人员通知领取',
  );
  const cancelled = await courseOf(sent.get(names[19] ?? '') ?? { number: '', pin: '' });
  expect(cancelled.at(-1)).toBe('取消了安排：医用外科口罩100只');
  await saysTheSame();
  const first = await page.locator('.need .need-what > a').first().getAttribute('href');
  await context.close();
  const paths = [
    '/desk/ledger/',
    '/desk/ledger/?which=all',
    '/desk/ledger/lots/',
    lot,
    first ?? '',
    `/desk/ledger/allocate/?lot=${lot.split('/')[4]}`,
    batch.pathname + batch.search,
    '/en/desk/ledger/',
  ];
  for (const viewport of sizes) {
    const wide = await seat(browser, server.url, staff, { viewport });
    await looksWell(wide.page, server.url, paths);
    await wide.page.emulateMedia({ colorScheme: 'dark' });
    await looksWell(wide.page, server.url, paths.slice(3, 6));
    await wide.context.close();
  }
}, 180_000);
