import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launch } from '../browser.ts';
import { type Server, startServer } from '../server.ts';
import { casesOf, fillNeed, idle, newClerk, openForm, press, receiptNumber, settled, told } from './clerk.ts';

let server: Server;
let browser: Browser;
beforeAll(async () => {
  [server, browser] = await Promise.all([startServer(), launch()]);
});
afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

const save = '存下来，下次再填';
const name = (page: Page) => page.getByLabel('企业名称');
/** Waits until what was typed last is saved: the autosave is at most half a second behind. */
const autosaved = async (page: Page, text: string): Promise<void> => {
  await name(page).fill(text);
  await page.locator('[data-autosaved]').evaluate(place => {
    place.textContent = '';
  });
  await page.locator('[data-autosaved]:not(:empty)').waitFor();
};
const resume = async (page: Page, draft: string): Promise<void> => {
  await press(page, `接着填：${draft}`);
  await page.locator('.said', { hasText: '已打开' }).first().waitFor();
};

describe('A draft', () => {
  test('is there after days with every line, tick and fold; typing on saves it; sending deletes it', async () => {
    const context = await newClerk(browser);
    const page = await openForm(context, server);
    await fillNeed(page, '三行草稿厂');
    await press(page, '再加一项');
    await page.getByLabel('规格要求').nth(1).fill('每桶25升，“食品级”');
    await page.locator('summary', { hasText: '现有库存' }).first().click();
    await page.getByLabel('现有库存').first().fill('12');
    await page.getByRole('radio', { name: '否' }).first().check();
    await press(page, save);
    expect(await told(page, /已存下来：三行草稿厂，保存到\d+月\d+日/)).toMatch(
      /已存下来：三行草稿厂，保存到\d+月\d+日/,
    );
    await autosaved(page, '三行草稿厂（改）');

    await page.reload();
    expect(await page.locator('.kept').innerText()).toMatch(/三行草稿厂[\s\S]*保存到\d+月\d+日/);
    await resume(page, '三行草稿厂');
    expect(await name(page).inputValue()).toBe('三行草稿厂（改）');
    expect(await page.locator('fieldset.line').count()).toBe(2);
    expect(await page.getByLabel('规格要求').nth(1).inputValue()).toBe('每桶25升，“食品级”');
    expect(await page.getByLabel('现有库存').first().isVisible()).toBe(true);
    expect(await page.getByLabel('现有库存').first().inputValue()).toBe('12');
    expect(await page.getByRole('radio', { name: '否' }).first().isChecked()).toBe(true);
    expect(await page.getByRole('checkbox', { name: /我同意/ }).isChecked()).toBe(true);
    await press(page, '删掉第2项');
    await press(page, '提交');
    await receiptNumber(page);
    await page.goto(`${server.url}/forms/`);
    await settled(page);
    expect(await page.locator('.kept').isVisible()).toBe(false);
    await context.close();
  });

  test('may be one of several, is named, renamed and deleted; the list of forms leads to it', async () => {
    const context = await newClerk(browser);
    for (const one of ['甲厂', '乙厂']) {
      const page = await openForm(context, server, 'consultation');
      await name(page).fill(one);
      await press(page, save);
      await told(page);
      await page.close();
    }
    const page = await context.newPage();
    await page.goto(`${server.url}/forms/`);
    const rows = page.locator('.kept li');
    await rows.first().waitFor();
    expect(await rows.count()).toBe(2);
    await press(page, '改名：甲厂');
    await page.keyboard.type('甲厂，问房租');
    await page.keyboard.press('Enter');
    await rows.filter({ hasText: '甲厂，问房租' }).waitFor();
    page.once('dialog', dialog => dialog.accept());
    await press(page, '删掉：乙厂');
    await page.locator('.kept .said', { hasText: '已删掉：乙厂' }).waitFor();
    expect(await rows.count()).toBe(1);
    await press(page, '接着填：甲厂，问房租');
    await page.waitForURL('**/forms/consultation/');
    await page.locator('[data-told]', { hasText: '已打开：甲厂，问房租' }).waitFor();
    expect(await name(page).inputValue()).toBe('甲厂');
    expect(new URL(page.url()).hash).toBe('');
    await context.close();
  });

  test('changed in two tabs becomes two drafts; neither text is lost', async () => {
    const context = await newClerk(browser);
    const one = await openForm(context, server);
    await name(one).fill('两页厂');
    await press(one, save);
    await told(one);
    const two = await openForm(context, server);
    await resume(two, '两页厂');
    await autosaved(two, '两页厂第二页');
    await name(one).fill('两页厂第一页');
    await one.locator('[data-told]', { hasText: '另存为' }).waitFor();
    const three = await openForm(context, server);
    const rows = three.locator('.kept li');
    await rows.first().waitFor();
    const found: string[] = [];
    for (let n = 0; n < 2; n++) {
      const page = await openForm(context, server);
      await page
        .locator('.kept li')
        .nth(n)
        .getByRole('button', { name: /^接着填/ })
        .click();
      await page.locator('.said', { hasText: '已打开' }).first().waitFor();
      found.push(await name(page).inputValue());
    }
    expect(found.sort()).toEqual(['两页厂第一页', '两页厂第二页']);
    expect(await rows.count()).toBe(2);
    await context.close();
  });

  test('is asked about before it takes the place of something typed', async () => {
    const context = await newClerk(browser);
    const page = await openForm(context, server);
    await name(page).fill('先存厂');
    await press(page, save);
    await told(page);
    await page.reload();
    await name(page).fill('还没存厂');
    page.once('dialog', dialog => dialog.dismiss());
    await press(page, '接着填：先存厂');
    await idle(page);
    expect(await name(page).inputValue()).toBe('还没存厂');
    page.once('dialog', dialog => dialog.accept());
    await resume(page, '先存厂');
    expect(await name(page).inputValue()).toBe('先存厂');
    await context.close();
  });

  test('is deleted after 14 days', async () => {
    const context = await newClerk(browser);
    const page = await openForm(context, server);
    await name(page).fill('到期厂');
    await press(page, save);
    await told(page);
    const day = 24 * 60 * 60 * 1000;
    await page.clock.install({ time: Date.now() + 14 * day - 60_000 });
    await page.reload();
    await page.locator('.kept li').waitFor();
    await page.clock.setFixedTime(Date.now() + 14 * day + 60_000);
    await page.reload();
    await page.locator('#device').waitFor();
    await settled(page);
    expect(await page.locator('.kept li').count()).toBe(0);
    await context.close();
  });

  test('that cannot be saved is said at once, with what to do instead', async () => {
    for (const [fault, words] of [
      ['QuotaExceededError', '空间不够'],
      ['InvalidStateError', '无痕模式'],
    ] as const) {
      const context = await newClerk(browser);
      await context.addInitScript(fault => {
        IDBObjectStore.prototype.put = () => {
          throw new DOMException('', fault);
        };
      }, fault);
      const page = await openForm(context, server);
      await name(page).fill('存不上厂');
      await press(page, save);
      expect(await told(page, words)).toContain(words);
      expect(await told(page, '存成文件')).toContain('存成文件');
      expect(await name(page).inputValue()).toBe('存不上厂');
      await context.close();
    }
  });

  test('is not kept at all where the browser gives no encryption', async () => {
    const context = await newClerk(browser);
    // What a page over plain http in the office's network finds.
    await context.addInitScript(() => Object.defineProperty(crypto, 'subtle', { value: undefined }));
    const page = await openForm(context, server);
    await fillNeed(page, '明文厂');
    await press(page, save);
    expect(await told(page, '什么都不存')).toContain('什么都不存');
    expect(await page.evaluate(async () => (await indexedDB.databases()).length)).toBe(0);
    await press(page, '提交');
    await receiptNumber(page);
    expect(casesOf(server, '明文厂')).toBe(1);
    await context.close();
  });

  test('lies there sealed: what was typed is in no file of the browser', async () => {
    const context = await newClerk(browser);
    const page = await openForm(context, server);
    await name(page).fill('密封厂canary');
    await press(page, save);
    await told(page);
    const rows = await page.evaluate(
      () =>
        new Promise<string>((resolve, reject) => {
          const opening = indexedDB.open('reopendesk');
          opening.onerror = () => reject(opening.error);
          opening.onsuccess = () => {
            const all = opening.result.transaction('kept').objectStore('kept').getAll();
            all.onsuccess = () => {
              const [row] = all.result;
              const bytes = new Uint8Array(row.what.data);
              resolve(JSON.stringify(row) + new TextDecoder('latin1').decode(bytes));
            };
          };
        }),
    );
    expect(rows).toContain('"kind":"draft"');
    expect(rows).not.toMatch(/canary|enterprise/);
    const exported = await page.evaluate(
      () =>
        new Promise<string>(resolve => {
          const opening = indexedDB.open('reopendesk');
          opening.onsuccess = () => {
            const key = opening.result.transaction('keys').objectStore('keys').get('device');
            key.onsuccess = () =>
              crypto.subtle.exportKey('raw', key.result).then(
                () => resolve('exported'),
                error => resolve(error.name),
              );
          };
        }),
    );
    expect(exported).toBe('InvalidAccessError');
    await context.close();
  });

  test('is saved and opened by keyboard alone, and the focus goes to the form', async () => {
    const context = await newClerk(browser);
    const page = await openForm(context, server);
    await name(page).fill('键盘厂');
    await page.getByRole('button', { name: '提交', exact: true }).last().focus();
    await page.keyboard.press('Tab');
    if (!(await page.evaluate(() => document.activeElement?.textContent?.includes('存下来'))))
      await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    expect(await told(page, '已存下来')).toContain('已存下来');
    await page.reload();
    const button = page.getByRole('button', { name: '接着填：键盘厂' });
    await button.focus();
    await page.keyboard.press('Enter');
    await page.locator('.said', { hasText: '已打开' }).first().waitFor();
    expect(await page.evaluate(() => document.activeElement?.closest('form') !== null)).toBe(true);
    await context.close();
  });
});
