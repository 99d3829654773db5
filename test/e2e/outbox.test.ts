import AxeBuilder from '@axe-core/playwright';
import type { Browser, Page, Request } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launch } from '../browser.ts';
import { type Server, startServer } from '../server.ts';
import { casesOf, fillNeed, idle, newClerk, openForm, press, receiptNumber, settled, told } from './clerk.ts';

let server: Server;
let browser: Browser;
beforeAll(async () => {
  [server, browser] = await Promise.all([startServer({ RATE_LIMIT: 'off' }), launch()]);
});
afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

const post = '**/api/cases/*';
const cut = (page: Page): Promise<void> => page.context().setOffline(true);
const mend = (page: Page): Promise<void> => page.context().setOffline(false);
const waitHere = '存在这里，有网时自动发出';

/** Fills in a form without a network and puts it into the outbox. */
const postpone = async (page: Page, name: string, phone?: string): Promise<void> => {
  await fillNeed(page, name, phone);
  await cut(page);
  await press(page, '提交');
  await press(page, waitHere);
  await page.getByRole('heading', { name: '存好了，等有网再发' }).waitFor();
};

/** Sends it to the server as the browser would, and loses the answer on the way back. */
const takenAndLost = (request: Request): Promise<unknown> =>
  fetch(request.url(), {
    method: 'POST',
    headers: {
      'content-type': 'application/x-www-form-urlencoded',
      accept: 'application/json',
      'idempotency-key': request.headers()['idempotency-key'] ?? '',
    },
    body: request.postData() ?? '',
  });

/** The server takes the first post in, and its answer never arrives; gives back how many posts there were. */
const loseFirstAnswer = async (page: Page): Promise<() => number> => {
  let lost = 0;
  await page.route(post, async route => {
    lost += 1;
    if (lost > 1) return route.continue();
    await takenAndLost(route.request());
    return route.abort();
  });
  return () => lost;
};

describe('The outbox', () => {
  test('keeps a form filled in without a network where everyone sees it, and sends it once when there is one', async () => {
    const context = await newClerk(browser);
    const page = await openForm(context, server);
    await postpone(page, '断网等待厂');
    expect(await page.getByRole('main').innerText()).toContain('还没有登记');
    expect(await page.locator('.kept').innerText()).toMatch(/断网等待厂[\s\S]*等有网，保存到\d+月\d+日/);
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('H1');
    await press(page, '现在发：断网等待厂');
    expect(await told(page, '还是没有发出去')).toContain('还是没有发出去');
    expect(casesOf(server, '断网等待厂')).toBe(0);
    await mend(page);
    const number = await receiptNumber(page);
    expect(await page.locator('.receipt-pin').innerText()).toMatch(/^\d{6}$/);
    expect(casesOf(server, '断网等待厂')).toBe(1);

    // The receipt stays until the person has noted it, on every page of forms.
    await page.goto(`${server.url}/forms/`);
    expect(await receiptNumber(page)).toBe(number);
    await press(page, `我记下了：${number}`);
    await page.locator('.receipt-number').waitFor({ state: 'detached' });
    await page.reload();
    await settled(page);
    expect(await page.locator('.kept li').count()).toBe(0);
    expect(casesOf(server, '断网等待厂')).toBe(1);
    await context.close();
  });

  test('sends on the next visit, from any form, and from two tabs at once it is one case with one receipt', async () => {
    const context = await newClerk(browser);
    const page = await openForm(context, server);
    await postpone(page, '两页同发厂');
    await page.close();
    await context.setOffline(false);
    const posts: Request[] = [];
    context.on('request', request => {
      // A suspect one is asked for proof of work and comes again with it: still the same post.
      if (request.headers()['x-altcha'] === 'able') posts.push(request);
    });
    const tabs = await Promise.all([openForm(context, server, 'consultation'), openForm(context, server)]);
    await Promise.any(tabs.map(tab => receiptNumber(tab)));
    await Promise.all(tabs.map(tab => tab.reload()));
    const numbers = await Promise.all(tabs.map(tab => receiptNumber(tab)));
    expect(new Set(numbers).size).toBe(1);
    for (const tab of tabs) expect(await tab.locator('.kept li').count()).toBe(1);
    expect(posts).toHaveLength(1);
    expect(casesOf(server, '两页同发厂')).toBe(1);
    await context.close();
  });

  test('is one case where the server took it in and only the answer was lost', async () => {
    const context = await newClerk(browser);
    const page = await openForm(context, server);
    await fillNeed(page, '回执丢失厂');
    const posts = await loseFirstAnswer(page);
    await press(page, '提交');
    await press(page, waitHere);
    await press(page, '现在发：回执丢失厂');
    await receiptNumber(page);
    expect(posts()).toBeGreaterThan(1);
    expect(casesOf(server, '回执丢失厂')).toBe(1);
    await context.close();
  });

  test('gives what the server refuses back to the form with its errors; corrected, it is sent and gone', async () => {
    const context = await newClerk(browser);
    const page = await openForm(context, server);
    await postpone(page, '退回改正厂', '12345');
    await mend(page);
    await page.locator('.kept', { hasText: '没有收下' }).waitFor();
    expect(casesOf(server, '退回改正厂')).toBe(0);
    await press(page, '打开改一改：退回改正厂');
    await page.waitForURL('**/forms/materials/');
    await page.locator('.error-summary').waitFor();
    expect(await page.locator('.error-summary').innerText()).toContain('手机或电话');
    expect(await page.getByLabel('企业名称').inputValue()).toBe('退回改正厂');
    await page.getByLabel('手机或电话').fill('13800138000');
    await press(page, '提交');
    await receiptNumber(page);
    await page.goto(`${server.url}/forms/`);
    await settled(page);
    expect(await page.locator('.kept li').count()).toBe(0);
    expect(casesOf(server, '退回改正厂')).toBe(1);
    await context.close();
  });

  test('is not offered on a computer of many people, nor where nothing can be encrypted', async () => {
    for (const script of [
      () => sessionStorage.setItem('shared-computer', 'yes'),
      () => Object.defineProperty(crypto, 'subtle', { value: undefined }),
    ]) {
      const context = await newClerk(browser);
      await context.addInitScript(script);
      const page = await openForm(context, server);
      await fillNeed(page, '不留厂');
      await cut(page);
      await press(page, '提交');
      await page.locator('.error-summary').waitFor();
      await idle(page);
      expect(await page.getByRole('button', { name: waitHere }).count()).toBe(0);
      await context.close();
    }
  });

  test('deletes one that the person no longer wants, after asking', async () => {
    const context = await newClerk(browser);
    const page = await openForm(context, server);
    await postpone(page, '不发了厂');
    page.once('dialog', dialog => dialog.accept());
    await press(page, '删掉：不发了厂');
    await page.locator('.kept .said', { hasText: '已删掉' }).waitFor();
    await mend(page);
    await page.reload();
    await settled(page);
    expect(casesOf(server, '不发了厂')).toBe(0);
    await context.close();
  });

  test('has no axe violation while it waits, and fits a phone', async () => {
    const context = await newClerk(browser);
    const page = await openForm(context, server);
    await postpone(page, '一家名字特别特别长的企业');
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(node => node.html).join(' ')}`)).toEqual([]);
    const over = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(over).toBeLessThanOrEqual(0);
    await context.close();
  });
});

describe('Sending twice is one case', () => {
  test('on a double click', async () => {
    const context = await newClerk(browser);
    const page = await openForm(context, server);
    await fillNeed(page, '双击厂');
    await page.getByRole('button', { name: '提交', exact: true }).last().dblclick();
    await receiptNumber(page);
    expect(casesOf(server, '双击厂')).toBe(1);
    await context.close();
  });

  test('after a lost answer and a reload, when the same is typed again', async () => {
    const context = await newClerk(browser);
    const page = await openForm(context, server);
    await loseFirstAnswer(page);
    await fillNeed(page, '刷新重填厂');
    await press(page, '提交');
    await page.locator('.error-summary').waitFor();
    await page.reload();
    await page.locator('#device').waitFor();
    await fillNeed(page, '刷新重填厂');
    await press(page, '提交');
    await receiptNumber(page);
    expect(casesOf(server, '刷新重填厂')).toBe(1);
    await context.close();
  });

  test('after the back button, when the answer was lost', async () => {
    const context = await newClerk(browser);
    const page = await openForm(context, server);
    await loseFirstAnswer(page);
    await fillNeed(page, '后退厂');
    await press(page, '提交');
    await page.locator('.error-summary').waitFor();
    await page.goto(`${server.url}/hotlines/`);
    await page.goBack();
    await page.locator('#device').waitFor();
    if ((await page.getByLabel('企业名称').inputValue()) !== '后退厂') await fillNeed(page, '后退厂');
    await press(page, '提交');
    await receiptNumber(page);
    expect(casesOf(server, '后退厂')).toBe(1);
    // Back from the receipt is not back to the filled-in form.
    await page.goBack();
    await page.goForward();
    await receiptNumber(page);
    expect(casesOf(server, '后退厂')).toBe(1);
    await context.close();
  });

  test('from two tabs that opened the same draft', async () => {
    const context = await newClerk(browser);
    const page = await openForm(context, server);
    await fillNeed(page, '两页草稿厂');
    await press(page, '存下来，下次再填');
    await told(page);
    const other = await openForm(context, server);
    await press(other, '接着填：两页草稿厂');
    await other.locator('.said', { hasText: '已打开' }).first().waitFor();
    await Promise.all([press(page, '提交'), press(other, '提交')]);
    expect(await receiptNumber(page)).toBe(await receiptNumber(other));
    expect(casesOf(server, '两页草稿厂')).toBe(1);
    await context.close();
  });

  test('while the same typed anew after a receipt is a new one', async () => {
    const context = await newClerk(browser);
    const page = await openForm(context, server);
    await fillNeed(page, '又一件厂');
    await press(page, '提交');
    const first = await receiptNumber(page);
    await page.goto(`${server.url}/forms/materials/`);
    await fillNeed(page, '又一件厂');
    await press(page, '提交');
    expect(await receiptNumber(page)).not.toBe(first);
    expect(casesOf(server, '又一件厂')).toBe(2);
    await context.close();
  });
});
