import { execFileSync } from 'node:child_process';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
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

/** What an officer types: `npm run cases -- …` without npm. */
const cases = (...words: readonly string[]): string =>
  execFileSync(process.execPath, ['src/commands/cases.ts', ...words], {
    encoding: 'utf8',
    env: { ...process.env, REOPENDESK_DATA: server.data },
  });

type Line = { readonly item: string; readonly quantity: string; readonly unit: string };
const lines: readonly Line[] = [
  { item: '医用外科口罩', quantity: '5000', unit: '只' },
  { item: '酒精', quantity: '２００', unit: '公斤' },
  { item: '额温枪', quantity: '', unit: '支' },
];

const who = async (page: Page, name: string): Promise<void> => {
  await page.getByLabel('企业名称').fill(name);
  await page.getByLabel('所在园区、楼宇或街道').selectOption({ index: 1 });
  await page.getByLabel('主要做什么').selectOption({ index: 1 });
  await page.getByLabel('联系人', { exact: true }).fill('王芳');
};

const line = (page: Page, index: number) => page.locator('fieldset.line').nth(index);

const fillLine = async (page: Page, index: number, { item, quantity, unit }: Line): Promise<void> => {
  const box = line(page, index);
  await box.getByLabel('物资').selectOption({ label: item });
  await box.getByLabel('数量').fill(quantity);
  await box.getByLabel('单位').selectOption({ label: unit });
};

const receiptOf = async (page: Page): Promise<{ readonly number: string; readonly pin: string }> => {
  await page.locator('.receipt').waitFor();
  const number = await page.locator('.receipt-number').innerText();
  const pin = await page.locator('.receipt-pin').innerText();
  expect(number).toMatch(/^\d{5}-\d{4}-\d{4}$/);
  expect(pin).toMatch(/^\d{6}$/);
  return { number, pin };
};

const track = async (page: Page, number: string, pin: string): Promise<void> => {
  await page.goto(`${server.url}/track/`);
  await page.getByLabel('登记编号').fill(number);
  await page.getByLabel('查询密码').fill(pin);
  await page.getByRole('button', { name: '查一查' }).click();
  await page.locator('.timeline').waitFor();
};

/** What each open page complained of: script errors, console errors, requests that left the site. */
const watched = new WeakMap<Page, string[]>();

/** No page may be wider than the window: a phone has no use for a sideways scroll bar. */
const fits = async (page: Page): Promise<void> => {
  const over = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(over, page.url()).toBeLessThanOrEqual(0);
};

describe.each([390, 1280])('a clerk at %i px', width => {
  const open = async (options: { readonly javaScriptEnabled?: boolean } = {}): Promise<Page> => {
    const context = await browser.newContext({
      viewport: { width, height: 844 },
      locale: 'zh-CN',
      ...options,
    });
    const page = await context.newPage();
    const faults: string[] = [];
    page.on('pageerror', error => faults.push(String(error)));
    // A 422 or a lost connection is part of some journeys; scripts that fail or are blocked are part of none.
    page.on('console', message => {
      if (message.type() === 'error' && !message.text().startsWith('Failed to load resource'))
        faults.push(message.text());
    });
    page.on(
      'request',
      request => request.url().startsWith(server.url) || faults.push(`left the site: ${request.url()}`),
    );
    watched.set(page, faults);
    return page;
  };
  const close = async (page: Page): Promise<void> => {
    await page.context().close();
    expect(watched.get(page)).toEqual([]);
  };

  test('reads a section of the guide, from the home page to a passage by its anchor', async () => {
    const page = await open();
    await page.goto(server.url);
    await fits(page);
    await page
      .getByRole('link', { name: /看复工\s*指南/ })
      .first()
      .click();
    await page
      .getByRole('link', { name: /复工前/ })
      .first()
      .click();
    await page.goto(`${server.url}/guides/prepare/#prepare-14`);
    const passage = page.locator('#prepare-14');
    await passage.waitFor();
    expect(await passage.innerText()).not.toBe('');
    expect(await page.getByText('依据').count()).toBeGreaterThan(0);
    await fits(page);
    await close(page);
  });

  test('opens a policy from the list and sees its state, five questions and official number', async () => {
    const page = await open();
    await page.goto(`${server.url}/policies/`);
    await fits(page);
    await page.goto(`${server.url}/policies/national/nat-rsbf-2020-11/`);
    for (const name of ['能得到什么', '谁能享受', '怎么申请', '什么时候截止', '找谁咨询']) {
      expect(await page.getByRole('heading', { name, exact: true }).count(), name).toBe(1);
    }
    const text = await page.getByRole('main').innerText();
    expect(text).toContain('人社部发〔2020〕11号');
    expect(text).toContain('执行中');
    await fits(page);
    await close(page);
  });

  test('sends a need of three lines after one mistake, gets a receipt, tracks it, and reads the answer', async () => {
    const page = await open();
    await page.goto(`${server.url}/forms/materials/`);
    await who(page, `三行企业${width}`);
    await page.getByLabel('手机或电话').fill('12345');
    await fillLine(page, 0, lines[0] as Line);
    for (const [index, one] of lines.slice(1).entries()) {
      await page.getByRole('button', { name: '再加一项' }).click();
      expect(
        await line(page, index + 1)
          .getByLabel('物资')
          .inputValue(),
      ).toBe('');
      await fillLine(page, index + 1, one);
    }
    await page.getByRole('checkbox').check();
    await fits(page);
    await page.getByRole('button', { name: '提交', exact: true }).click();
    const summary = page.locator('.error-summary');
    await summary.waitFor();
    expect(await summary.evaluate(element => element === document.activeElement)).toBe(true);
    await summary.getByRole('link', { name: /手机或电话/ }).click();
    expect(await page.getByLabel('手机或电话').evaluate(element => element === document.activeElement)).toBe(
      true,
    );
    await page.keyboard.press('Control+A');
    await page.keyboard.type('+86 138-0013-8000');
    await page.getByRole('button', { name: '提交', exact: true }).click();
    const { number, pin } = await receiptOf(page);
    await fits(page);

    await track(page, number, pin);
    expect(await page.getByRole('main').innerText()).toContain('酒精');
    expect(await page.getByRole('main').innerText()).not.toContain('王芳');
    cases('answer', number, '口罩5000只已备好，明天上午到东区服务点领取。\n请带公章。');
    await track(page, number, pin);
    const main = await page.getByRole('main').innerText();
    expect(main).toContain('已答复');
    expect(main).toContain('口罩5000只已备好，明天上午到东区服务点领取。');
    expect(cases('show', number)).toContain('200');
    await fits(page);
    await close(page);
  });

  test('sends the same without JavaScript, with a mistake first, and nothing typed is lost', async () => {
    const page = await open({ javaScriptEnabled: false });
    await page.goto(`${server.url}/forms/materials/`);
    await who(page, `无脚本企业${width}`);
    await page.getByLabel('手机或电话').fill('0431-87019189转8012');
    await fillLine(page, 0, lines[0] as Line);
    for (const [index, one] of lines.slice(1).entries()) {
      await page.getByRole('button', { name: '再加一项' }).click();
      await page.waitForLoadState();
      expect(await page.getByLabel('企业名称').inputValue()).toBe(`无脚本企业${width}`);
      await fillLine(page, index + 1, one);
    }
    await page.getByText('还可以写：').last().click();
    await page.getByLabel('补充说明').fill('<b>急</b>，第一批先要口罩');
    await page.getByRole('button', { name: '提交', exact: true }).last().click();
    await page.locator('.error-summary').waitFor();
    expect(await page.getByLabel('补充说明').inputValue()).toBe('<b>急</b>，第一批先要口罩');
    expect(await line(page, 1).getByLabel('数量').inputValue()).toBe('２００');
    expect(await line(page, 2).getByLabel('物资').locator('option:checked').innerText()).toBe('额温枪');
    await page.getByRole('checkbox').check();
    await page.getByRole('button', { name: '提交', exact: true }).last().click();
    const { number, pin } = await receiptOf(page);
    expect(new URL(page.url()).pathname).toBe('/forms/receipt/');
    await page.reload();
    expect((await receiptOf(page)).number).toBe(number);
    await track(page, number, pin);
    expect(await page.getByRole('main').innerText()).toContain('医用外科口罩');
    await close(page);
  });

  test('asks the search box, opens what it finds, and is handed to an officer where it finds nothing', async () => {
    const page = await open();
    await page.goto(server.url);
    await page.getByRole('combobox').fill('稳岗返还');
    await page.getByRole('button', { name: '查一查' }).click();
    const found = page.getByRole('listitem').filter({ has: page.locator('mark') });
    await found.first().waitFor();
    expect(await found.first().innerText()).toContain('稳岗');
    await fits(page);
    await found.first().getByRole('link').first().click();
    await page.waitForURL(url => !url.pathname.startsWith('/search'));
    expect(await page.getByRole('main').innerText()).toContain('稳岗');
    await page.goto(`${server.url}/search/?q=qwxzv`);
    await page.getByRole('link', { name: /把问题交给工作人员/ }).click();
    await page.waitForURL('**/forms/consultation/**', { waitUntil: 'load' });
    expect(await page.getByLabel('您的问题').inputValue()).toBe('qwxzv');
    await close(page);
  });

  test('follows the link of the receipt without typing anything; the token leaves the address bar', async () => {
    const page = await open();
    await page.goto(`${server.url}/forms/consultation/?question=${encodeURIComponent('工资发不出来怎么办')}`);
    expect(await page.getByLabel('您的问题').inputValue()).toBe('工资发不出来怎么办');
    await who(page, `咨询企业${width}`);
    await page.getByLabel('手机或电话').fill('13800138000');
    await page.getByLabel('哪方面的问题').selectOption({ label: '社保用工' });
    await page.getByRole('checkbox').check();
    await page.getByRole('button', { name: '提交', exact: true }).click();
    const { number } = await receiptOf(page);
    await page.getByRole('link', { name: '查办理进度' }).last().click();
    await page.locator('.timeline').waitFor();
    expect(await page.getByRole('main').innerText()).toContain(number);
    expect(new URL(page.url()).hash).toBe('');
    await close(page);
  });

  test('keeps what was typed when the network fails, and the retry is one case', async () => {
    const page = await open();
    await page.goto(`${server.url}/forms/consultation/`);
    await who(page, `断网企业${width}`);
    await page.getByLabel('手机或电话').fill('13800138000');
    await page.getByLabel('哪方面的问题').selectOption({ label: '税费' });
    await page.getByLabel('您的问题').fill('小规模纳税人三月怎么报税？');
    await page.getByRole('checkbox').check();
    let lost = 0;
    // The server takes it in, and the answer is lost on the way back.
    await page.route('**/api/cases/consultation*', async route => {
      lost += 1;
      if (lost > 1) return route.continue();
      const request = route.request();
      await fetch(request.url(), {
        method: 'POST',
        headers: {
          'content-type': 'application/x-www-form-urlencoded',
          accept: 'application/json',
          'idempotency-key': request.headers()['idempotency-key'] ?? '',
        },
        body: request.postData() ?? '',
      });
      return route.abort();
    });
    await page.getByRole('button', { name: '提交', exact: true }).click();
    await page.locator('.error-summary').waitFor();
    expect(await page.getByLabel('您的问题').inputValue()).toBe('小规模纳税人三月怎么报税？');
    await page.getByRole('button', { name: '提交', exact: true }).click();
    await receiptOf(page);
    expect(
      cases('list')
        .split('\n')
        .filter(row => row.includes(`断网企业${width}`)),
    ).toHaveLength(1);
    await close(page);
  });
});
