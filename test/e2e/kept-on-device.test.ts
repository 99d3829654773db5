import AxeBuilder from '@axe-core/playwright';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launch } from '../browser.ts';
import { type Server, startServer } from '../server.ts';
import {
  casesOf,
  fillNeed,
  fillWho,
  newClerk,
  openForm,
  press,
  receiptNumber,
  settled,
  told,
} from './clerk.ts';

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
const more = '存成文件、记住企业信息、公用电脑';
const name = (page: Page) => page.getByLabel('企业名称');
/** What lies in the browser's storage but for the random salt of a tab. */
const stored = async (page: Page): Promise<string[]> => {
  const all = await page.evaluate(async () => {
    const bases = await indexedDB.databases();
    return [...bases.map(base => base.name ?? ''), ...Object.values({ ...localStorage, ...sessionStorage })];
  });
  return all.filter(text => !/^[0-9a-f]{40}$/.test(text));
};

describe('Nothing is kept unless the person asks', () => {
  test('ASVS 14.3.3: a form that was filled in, left and sent leaves nothing of what was typed on the device', async () => {
    const context = await newClerk(browser);
    const page = await openForm(context, server);
    await fillNeed(page, '不留痕迹厂');
    await page.reload();
    await fillNeed(page, '不留痕迹厂');
    await press(page, '提交');
    await receiptNumber(page);
    expect(await stored(page)).toEqual([]);
    await context.close();
  });

  test('a computer of many people: ticking deletes what is kept, nothing is kept, the browser is asked to note nothing', async () => {
    const context = await newClerk(browser);
    const page = await openForm(context, server);
    await name(page).fill('公用电脑厂');
    await press(page, save);
    expect(await told(page, '已存下来')).toContain('已存下来');
    await page.getByText(more).click();
    await page.evaluate(() => localStorage.setItem('reopendesk.search', '{"recent":["工资发不出来"]}'));
    await page.getByRole('checkbox', { name: '这是公用电脑' }).check();
    await page.locator('[data-told]', { hasText: '全部删掉' }).waitFor();
    expect(await page.evaluate(async () => [localStorage.length, await indexedDB.databases()])).toEqual([
      0,
      [],
    ]);
    await press(page, save);
    expect(await told(page, '公用电脑上不存')).toContain('公用电脑上不存');
    await page.reload();
    expect(await page.locator('form[data-form]').getAttribute('autocomplete')).toBe('off');
    expect(await page.locator('.kept').count()).toBe(0);
    await context.close();
  });
});

describe('A file', () => {
  const phrase = '口令要八个字以上';

  test('takes the whole form to another device; a wrong phrase and another form are told', async () => {
    const context = await newClerk(browser);
    const page = await openForm(context, server);
    await fillNeed(page, '带走厂');
    await press(page, '再加一项');
    await page.getByLabel('规格要求').nth(1).fill('KN95');
    await page.getByText(more).click();
    await page.getByLabel('口令（至少8个字符）').fill('短');
    await press(page, '存成文件');
    expect(await told(page, '口令太短')).toContain('口令太短');
    await page.getByLabel('口令（至少8个字符）').fill(phrase);
    const downloading = page.waitForEvent('download');
    await press(page, '存成文件');
    const download = await downloading;
    expect(download.suggestedFilename()).toBe('带走厂.reopendesk');
    const file = await download.path();
    expect(await stored(page)).toEqual([]);

    const elsewhere = await newClerk(browser);
    const other = await openForm(elsewhere, server, 'consultation');
    const open = async (where: Page, with_: string): Promise<void> => {
      await where.getByLabel('文件', { exact: true }).setInputFiles(file);
      await where.getByLabel('存的时候定的口令').fill(with_);
      await press(where, '打开');
    };
    await other.getByText(more).click();
    await open(other, phrase);
    await other.locator('.said', { hasText: '登记防疫物资需求' }).waitFor();

    const again = await openForm(elsewhere, server);
    await again.getByText(more).click();
    await open(again, '这个口令不对的');
    await again.locator('.said', { hasText: '口令不对' }).waitFor();
    expect(await name(again).inputValue()).toBe('');
    await open(again, phrase);
    await again.locator('.said', { hasText: '已打开：带走厂' }).waitFor();
    expect(await again.getByLabel('规格要求').nth(1).inputValue()).toBe('KN95');

    // Sent from both devices it is one matter: the key comes along in the file.
    await again.locator('button[value="remove:items:1"]').click();
    await press(again, '提交');
    const number = await receiptNumber(again);
    await page.locator('button[value="remove:items:1"]').click();
    await press(page, '提交');
    expect(await receiptNumber(page)).toBe(number);
    expect(casesOf(server, '带走厂')).toBe(1);
    await context.close();
    await elsewhere.close();
  });

  test('is text to copy inside WeChat, where downloads fail and storage may be closed', async () => {
    const userAgent =
      'Mozilla/5.0 (Linux; Android 10; ELE-AL00) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/107.0.5304.141 Mobile Safari/537.36 XWEB/5023 MMWEBSDK/20230202 MicroMessenger/8.0.33.2320 NetType/4G Language/zh_CN ABI/arm64';
    const context = await newClerk(browser, { userAgent });
    await context.addInitScript(() => {
      const closed = (): never => {
        throw new DOMException('', 'SecurityError');
      };
      Object.defineProperty(globalThis, 'localStorage', { get: closed });
      Object.defineProperty(globalThis, 'sessionStorage', { get: closed });
      Object.defineProperty(navigator, 'clipboard', { value: undefined });
    });
    const page = await openForm(context, server);
    await fillWho(page, '微信厂');
    await page.getByText(more).click();
    await page.locator('.said', { hasText: '微信里不能下载文件' }).waitFor();
    expect(await page.getByRole('button', { name: '存成文件', exact: true }).isVisible()).toBe(false);
    await page.getByLabel('口令（至少8个字符）').fill(phrase);
    await press(page, '复制成文字');
    const area = page.getByLabel('加密后的文字，整段复制保存');
    await area.waitFor();
    await page.locator('.said', { hasText: '文字已生成' }).waitFor();
    const text = await area.inputValue();
    await page.reload();
    await page.getByText(more).click();
    await page.getByLabel('或者把文字贴在这里').fill(text);
    await page.getByLabel('存的时候定的口令').fill(phrase);
    await press(page, '打开');
    await page.locator('.said', { hasText: '已打开：微信厂' }).waitFor();
    expect(await page.getByLabel('手机或电话').inputValue()).toBe('13800138000');
    await context.close();
  });
});

describe('The enterprise is asked once', () => {
  test('on request it is remembered when something was sent, and fills another form at a press', async () => {
    const context = await newClerk(browser);
    const page = await openForm(context, server);
    await page.getByText(more).click();
    await page.getByRole('checkbox', { name: /记住企业和联系人/ }).check();
    await page.locator('[data-told]', { hasText: '保存到' }).waitFor();
    await fillNeed(page, '记住厂');
    await press(page, '提交');
    await receiptNumber(page);

    const other = await openForm(context, server, 'consultation');
    expect(await name(other).inputValue()).toBe('');
    await other.getByLabel('联系人', { exact: true }).fill('李强');
    await press(other, '填上“记住厂”的企业和联系人');
    expect(await name(other).inputValue()).toBe('记住厂');
    expect(await other.getByLabel('手机或电话').inputValue()).toBe('13800138000');
    // What somebody typed already stays.
    expect(await other.getByLabel('联系人', { exact: true }).inputValue()).toBe('李强');
    await other.getByText(more).click();
    await other.getByRole('checkbox', { name: /记住企业和联系人/ }).uncheck();
    await other.locator('.said', { hasText: '已删掉' }).first().waitFor();
    await other.reload();
    await settled(other);
    expect(await other.getByRole('button', { name: /^填上/ }).count()).toBe(0);
    await context.close();
  });

  test('from a receipt the way to another form takes it along, once', async () => {
    const context = await newClerk(browser);
    const page = await openForm(context, server);
    await fillNeed(page, '接着办厂');
    await press(page, '提交');
    await receiptNumber(page);
    await press(page, '再填一张，企业信息不用重填');
    await page.waitForURL('**/forms/');
    await page.locator('a[href="/forms/consultation/"]').first().click();
    await page.locator('[data-told]', { hasText: '已带过来' }).waitFor();
    expect(await name(page).inputValue()).toBe('接着办厂');
    await page.reload();
    await page.locator('#device').waitFor();
    const fresh = await openForm(context, server, 'consultation');
    await settled(fresh);
    expect(await name(fresh).inputValue()).toBe('');
    await context.close();
  });
});

test.each(['light', 'dark'] as const)(
  'what is kept has no axe violation and fits a phone, in %s',
  async colorScheme => {
    const context = await newClerk(browser, { colorScheme });
    const first = await openForm(context, server);
    await name(first).fill('一家名字特别特别特别长的企业'.repeat(3));
    await press(first, save);
    await told(first);
    const page = await openForm(context, server);
    await page.locator('.kept li').waitFor();
    await page.getByText(more).click();
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(node => node.html).join(' ')}`)).toEqual([]);
    const over = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(over).toBeLessThanOrEqual(0);
    await context.close();
  },
);
