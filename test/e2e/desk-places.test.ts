import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launch } from '../browser.ts';
import { type Server, startServer } from '../server.ts';
import { newStaff, type SignedInStaff } from '../staff.ts';
import { goTo, looksWell, phone, seat } from './seat.ts';

let server: Server;
let browser: Browser;
let dispatcher: SignedInStaff;
beforeAll(async () => {
  [server, browser] = await Promise.all([startServer(), launch()]);
  dispatcher = await newStaff(server, { role: 'dispatcher', department: 'economy', name: '陈调度' });
});
afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

describe('Somebody with many places', () => {
  test('has the daily ones in a row, and all of them in a menu under heads', async () => {
    const { context, page } = await seat(browser, server.url, dispatcher);
    await page.goto(`${server.url}/desk/projects/`);
    const row = page.locator('.desk-row > ul a');
    expect(await row.allInnerTexts()).toEqual([
      '待办',
      '查找',
      '代录',
      '走访',
      '核实',
      '台账',
      '数据',
      '项目',
    ]);
    expect(await row.last().getAttribute('aria-current')).toBe('page');
    const menu = page.locator('.desk-places');
    await menu.locator('summary').click();
    expect(await menu.getByRole('heading').allInnerTexts()).toEqual(['办件', '现场', '台账文书', '管理']);
    expect(await menu.getByRole('link').count()).toBe(16);
    await context.close();
  });

  test('opens the menu by keyboard, and leaves it by Escape or by a press beside it', async () => {
    const { context, page } = await seat(browser, server.url, dispatcher);
    await page.goto(`${server.url}/desk/`);
    const menu = page.locator('.desk-places');
    await menu.locator('summary').focus();
    await page.keyboard.press('Enter');
    await menu.getByRole('link', { name: '督查' }).waitFor();
    await page.keyboard.press('Escape');
    await menu.getByRole('link', { name: '督查' }).waitFor({ state: 'hidden' });
    expect(await menu.locator('summary').evaluate(one => one === document.activeElement)).toBe(true);
    await page.keyboard.press('Enter');
    await menu.getByRole('link', { name: '督查' }).waitFor();
    await page.locator('.desk-foot').click();
    await menu.getByRole('link', { name: '督查' }).waitFor({ state: 'hidden' });
    await context.close();
  });

  test('on a phone has three and where they are, and the menu without JavaScript', async () => {
    const quiet = { viewport: phone, javaScriptEnabled: false };
    const { context, page } = await seat(browser, server.url, dispatcher, quiet);
    await page.goto(`${server.url}/desk/`);
    await goTo(page, '预约');
    await page.waitForURL('**/desk/appointments/');
    const row = page.locator('.desk-row > ul a').filter({ visible: true });
    expect(await row.allInnerTexts()).toEqual(['待办', '查找', '代录', '预约']);
    await context.close();
  });

  test('the open menu has no axe violation and fits a phone', async () => {
    const { context, page } = await seat(browser, server.url, dispatcher, { viewport: phone });
    await page.addInitScript(() =>
      addEventListener('DOMContentLoaded', () =>
        document.querySelector('.desk-places')?.setAttribute('open', ''),
      ),
    );
    await looksWell(page, server.url, ['/desk/', '/en/desk/findings/']);
    await context.close();
  });
});

test('somebody with few places has them all in the row', async () => {
  const liaison = await newStaff(server, { role: 'liaison', areas: ['east'], name: '李联络' });
  const { context, page } = await seat(browser, server.url, liaison);
  await page.goto(`${server.url}/desk/`);
  expect(await page.locator('.desk-row > ul a').count()).toBe(8);
  await context.close();
});
