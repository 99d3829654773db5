import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launch } from '../browser.ts';
import { type Server, startServer } from '../server.ts';
import { fillWho, newClerk, openForm, press } from './clerk.ts';

let server: Server;
let browser: Browser;
beforeAll(async () => {
  [server, browser] = await Promise.all([startServer(), launch()]);
});
afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

/** The names that a press of the button would send. */
const sent = (page: Page): Promise<string[]> =>
  page
    .locator('form[data-form]')
    .evaluate(form =>
      [...new FormData(form as HTMLFormElement).keys()].filter(name => !name.startsWith('_')),
    );
const line = (page: Page, index: number) => page.locator('fieldset.line').nth(index);

describe('A field that depends on another', () => {
  test('is asked when a radio says so, keeps what was typed while it is not, and is sent only while it is', async () => {
    const context = await newClerk(browser);
    const page = await openForm(context, server, 'lodging');
    const origin = page.getByLabel('从哪里来');
    expect(await origin.isVisible()).toBe(false);
    await page.getByRole('radio', { name: '否' }).first().check();
    await origin.fill('黄冈市黄州区');
    expect(await sent(page)).toContain('stay.origin');
    await page.getByRole('radio', { name: '是' }).first().check();
    expect(await origin.isVisible()).toBe(false);
    expect(await page.getByText('有人发热：先不填表，马上打120').isVisible()).toBe(true);
    expect((await sent(page)).filter(name => name.startsWith('stay.'))).toEqual([]);
    await page.getByRole('radio', { name: '否' }).first().check();
    expect(await origin.inputValue()).toBe('黄冈市黄州区');
    await context.close();
  });

  test('may be lines, asked by a box; the keyboard passes over what is hidden', async () => {
    const context = await newClerk(browser);
    const page = await openForm(context, server, 'labour');
    const lend = page.getByRole('checkbox', { name: '有富余人员，可以借出' });
    await lend.focus();
    await page.keyboard.press('Tab');
    const next = () => page.evaluate(() => document.activeElement?.getAttribute('name') ?? '');
    expect(await next()).not.toMatch(/positions|_act/);
    await page.getByRole('checkbox', { name: '缺人手，要招人' }).check();
    await page.getByLabel('岗位', { exact: true }).fill('缝纫工');
    await lend.focus();
    await page.keyboard.press('Tab');
    expect(await next()).toBe('positions.0.title');
    await context.close();
  });

  test('stands in its own line, also after a line was added and one removed', async () => {
    const context = await newClerk(browser);
    const page = await openForm(context, server, 'supply-offer');
    const other = (index: number) => line(page, index).getByLabel('其他标准');
    const tick = (index: number, name: string) =>
      line(page, index).getByRole('checkbox', { name, exact: true });
    await tick(0, '其他').check();
    await tick(0, 'GB 2626').check();
    await other(0).fill('EN 149');
    await press(page, '再加一项');
    expect(await other(1).isVisible()).toBe(false);
    expect(await tick(1, 'GB 2626').isChecked()).toBe(false);
    await tick(1, '其他').check();
    await other(1).fill('GB/T 32610');
    await tick(0, '其他').uncheck();
    expect([await other(0).isVisible(), await other(1).isVisible()]).toEqual([false, true]);
    await press(page, '删掉第1项');
    expect(await other(0).inputValue()).toBe('GB/T 32610');
    expect(await other(0).isVisible()).toBe(true);
    const body = await page
      .locator('form[data-form]')
      .evaluate(form => [...new FormData(form as HTMLFormElement)].map(pair => pair.join('=')));
    expect(body).toContain('offers.0.standards.other=on');
    expect(body).toContain('offers.0.otherStandard=GB/T 32610');
    await context.close();
  });

  test('stays as it is when the post is refused, and is among the errors only while it is asked', async () => {
    const context = await newClerk(browser);
    const page = await openForm(context, server, 'lodging');
    await fillWho(page, '退回厂');
    await page.getByRole('radio', { name: '否' }).first().check();
    await press(page, '提交');
    await page.locator('.error-summary').waitFor();
    expect(await page.locator('.error-summary').innerText()).toContain('从哪里来');
    expect(await page.getByLabel('从哪里来').isVisible()).toBe(true);
    await context.close();
  });

  test('is shown with the reason where there is no script', async () => {
    const context = await newClerk(browser, { javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto(`${server.url}/forms/lodging/`);
    expect(await page.getByLabel('从哪里来').isVisible()).toBe(true);
    expect(await page.locator('#device').isVisible()).toBe(false);
    await context.close();
  });
});

describe('Added lines', () => {
  test('come empty with their choices in place; those of the other lines keep what was chosen', async () => {
    const context = await newClerk(browser);
    const page = await openForm(context, server, 'labour');
    await page.getByRole('checkbox', { name: '缺人手，要招人' }).check();
    await line(page, 0).locator('summary').first().click();
    await line(page, 0).getByRole('radio', { name: '是' }).first().check();
    await line(page, 0).getByRole('checkbox', { name: '包吃' }).check();
    await press(page, '再加一项');
    const values = (index: number) =>
      line(page, index)
        .locator('input[type="radio"], input[type="checkbox"]')
        .evaluateAll(inputs => inputs.map(input => (input as HTMLInputElement).value));
    expect(await values(1)).toEqual(await values(0));
    expect(await line(page, 0).getByRole('radio', { name: '是' }).first().isChecked()).toBe(true);
    expect(await line(page, 0).getByRole('checkbox', { name: '包吃' }).isChecked()).toBe(true);
    const marked = await line(page, 1)
      .locator('input:checked')
      .evaluateAll(inputs => inputs.map(input => (input as HTMLInputElement).value));
    expect(marked.filter(value => value !== '')).toEqual([]);
    await context.close();
  });
});

describe('A question', () => {
  test('has an outline by its topic, put in at a press, and nothing typed is lost by it', async () => {
    const context = await newClerk(browser);
    const page = await openForm(context, server, 'consultation');
    await page.getByLabel('哪方面的问题').selectOption({ label: '社保用工' });
    await page.getByText('可以这样写').click();
    const outlines = page.locator('details.templates li:visible');
    expect(await outlines.count()).toBe(1);
    await page.getByLabel('您的问题').fill('我想问一下');
    await press(page, /^照着样子写/);
    const text = await page.getByLabel('您的问题').inputValue();
    expect(text).toMatch(/^我想问一下\n.+：\n/);
    await press(page, /^照着样子写/);
    expect(await page.getByLabel('您的问题').inputValue()).toBe(text);
    await context.close();
  });

  test('is shown published answers like it when it is left, without being held up', async () => {
    const context = await newClerk(browser);
    const page = await openForm(context, server, 'consultation');
    await page.getByLabel('您的问题').fill('口罩买不到怎么办，社保能缓缴吗');
    await page.keyboard.press('Tab');
    await page.locator('.similar a').first().waitFor();
    expect(await page.locator('.similar').getAttribute('aria-live')).toBe('polite');
    expect(await page.locator('.similar').innerText()).toContain('可能已有答案');
    await context.close();
  });
});
