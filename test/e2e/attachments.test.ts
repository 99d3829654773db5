import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { bigPdf, canary, photo } from '../attachments/samples.ts';
import { launch } from '../browser.ts';
import { type Server, startServer } from '../server.ts';
import { newClerk, openForm, press, receiptNumber, told } from './clerk.ts';

let server: Server;
let browser: Browser;
let folder: string;
const megabyte = 1024 * 1024;
const big = bigPdf(3.5 * megabyte);

beforeAll(async () => {
  [server, browser] = await Promise.all([startServer(), launch()]);
  folder = mkdtempSync(join(tmpdir(), 'clerk-'));
  writeFileSync(join(folder, '承诺书.jpg'), photo.jpg());
  writeFileSync(join(folder, '申请表.pdf'), big);
  writeFileSync(join(folder, '方案.pdf'), 'MZ is no PDF');
});
afterAll(async () => {
  await browser?.close();
  await server?.stop();
  rmSync(folder, { recursive: true, force: true });
});

/** The form, the fold of its files open. */
const openFiling = async (context: BrowserContext): Promise<Page> => {
  const page = await openForm(context, server, 'filing');
  await page
    .locator('details', { has: page.locator('#f-application') })
    .locator('summary')
    .click();
  return page;
};
const file = (name: string): string => join(folder, name);
const input = (page: Page) => page.locator('#f-application');
const toldOf = (page: Page) => input(page).locator('~ .files-told[role="status"]');
const heardIn = (page: Page) => input(page).locator('~ [data-heard][role="status"]');
const row = (page: Page, name: string) => page.locator('.file', { hasText: name });
const kept = (page: Page, name: string) => page.locator('.file', { hasText: `${name} 已收下` });
/** The list of the field, however its boxes break the line. */
const said = async (page: Page, name: string): Promise<string> =>
  (await row(page, name).innerText()).replace(/\s+/g, ' ');

/** A report of reopening that the server takes. */
const fillFiling = async (page: Page, name: string): Promise<void> => {
  await page.locator('[name="filer"][value="self"]').check();
  await page.locator('[name="reopening"]').fill('2030-03-23');
  await page.locator('[name="staff.total"]').fill('80');
  await page.locator('[name="staff.returning"]').fill('50');
  await page.locator('[name="responsible.name"]').fill('李四');
  await page.locator('[name="responsible.phone"]').fill('13900139000');
  await page.locator('[name="enterprise.name"]').fill(name);
  await page.locator('[name="enterprise.area"]').selectOption({ index: 1 });
  await page.locator('[name="enterprise.line"]').selectOption({ index: 1 });
  await page.locator('[name="contact.name"]').fill('王芳');
  await page.locator('[name="contact.phone"]').fill('13800138000');
  for (const tick of ['safetyCheck', 'commitment', 'consent']) await page.locator(`[name="${tick}"]`).check();
};

/** What an officer writes out of a case: `npm run cases -- files …`. */
const filesOf = (number: string): readonly { readonly name: string; readonly bytes: Buffer }[] => {
  const to = mkdtempSync(join(tmpdir(), 'officer-'));
  execFileSync(process.execPath, ['src/commands/cases.ts', 'files', number, '--to', to], {
    env: { ...process.env, REOPENDESK_DATA: server.data },
  });
  const files = readdirSync(to).map(name => ({ name, bytes: readFileSync(join(to, name)) }));
  rmSync(to, { recursive: true });
  return files;
};

describe.each([390, 1280])('a clerk at %i px', width => {
  test('attaches a photo and a PDF, sees them taken in, sends the form; an officer gets both', async () => {
    const context = await newClerk(browser, { viewport: { width, height: 844 } });
    const page = await openFiling(context);
    await input(page).setInputFiles([file('承诺书.jpg'), file('申请表.pdf')]);
    await kept(page, '承诺书.jpg').waitFor();
    await kept(page, '申请表.pdf').waitFor();
    expect(await said(page, '申请表.pdf')).toBe('申请表.pdf 已收下，未做病毒扫描 去掉');
    expect(await heardIn(page).innerText()).toContain('已收下');
    const box = await row(page, '申请表.pdf').getByRole('button', { name: '去掉 申请表.pdf' }).boundingBox();
    expect(Math.min(box?.height ?? 0, box?.width ?? 0)).toBeGreaterThanOrEqual(44);
    const { violations } = await new AxeBuilder({ page }).include('form').analyze();
    expect(violations.map(({ id }) => id)).toEqual([]);
    const over = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(over).toBeLessThanOrEqual(0);
    await fillFiling(page, `附件厂${width}`);
    await press(page, '提交');
    const files = filesOf(await receiptNumber(page));
    expect(files.map(one => one.name).sort()).toEqual(['1-承诺书.jpg', '2-申请表.pdf']);
    expect(files.find(one => one.name.endsWith('pdf'))?.bytes.equals(big.subarray(0, -1))).toBe(true);
    const picture = files.find(one => one.name.endsWith('jpg'))?.bytes ?? Buffer.alloc(0);
    expect(picture.includes(canary)).toBe(false);
    // It is still a picture, turned as it was taken.
    const size = await page.evaluate(async text => {
      const bytes = Uint8Array.from(atob(text), sign => sign.charCodeAt(0));
      const bitmap = await createImageBitmap(new Blob([bytes]));
      return [bitmap.width, bitmap.height];
    }, picture.toString('base64'));
    expect(size).toEqual([64, 96]);
    await context.close();
  });
});

describe('On a weak network', () => {
  test('a slice that is lost is sent again, and the progress shown', async () => {
    const context = await newClerk(browser);
    const page = await openFiling(context);
    let lost = 0;
    let sent = 0;
    let goOn = (): void => {};
    const seen = new Promise<void>(resolve => {
      goOn = resolve;
    });
    await page.route('**/api/uploads/*', async route => {
      if (route.request().method() !== 'PUT') return route.continue();
      if (lost < 2) {
        lost += 1;
        return route.abort();
      }
      sent += 1;
      // The second slice waits until somebody has looked: part of the file is there, part is not.
      if (sent === 2) await seen;
      return route.continue();
    });
    await input(page).setInputFiles(file('申请表.pdf'));
    await row(page, '网络不好，1秒后接着传').waitFor();
    await page.locator('.file progress').waitFor();
    goOn();
    await kept(page, '申请表.pdf').waitFor();
    expect(lost).toBe(2);
    await context.close();
  });

  test('the form waits for its files', async () => {
    const context = await newClerk(browser);
    const page = await openFiling(context);
    let release = (): void => {};
    const held = new Promise<void>(resolve => {
      release = resolve;
    });
    await page.route('**/api/uploads/*', async route => {
      await held;
      return route.continue();
    });
    let posted = 0;
    page.on('request', request => {
      if (request.url().includes('/api/cases/')) posted += 1;
    });
    await input(page).setInputFiles(file('申请表.pdf'));
    await row(page, '已传0%').waitFor();
    await press(page, '提交');
    await toldOf(page).filter({ hasText: '还有文件没传完' }).waitFor();
    expect(posted).toBe(0);
    release();
    await kept(page, '申请表.pdf').waitFor();
    await context.close();
  });

  test('after a reload the same file goes on where it was', async () => {
    const context = await newClerk(browser);
    const page = await openFiling(context);
    const sent: string[] = [];
    let blocked = true;
    await page.route('**/api/uploads/*', async route => {
      const range = route.request().headers()['content-range'];
      if (route.request().method() !== 'PUT') return route.continue();
      if (blocked && sent.length === 2) return route.abort();
      sent.push(String(range));
      return route.continue();
    });
    await input(page).setInputFiles(file('申请表.pdf'));
    await row(page, '网络不好').waitFor();
    await page.reload();
    await row(page, '上次没传完，重新选这个文件就接着传').waitFor();
    blocked = false;
    await input(page).setInputFiles(file('申请表.pdf'));
    await kept(page, '申请表.pdf').waitFor();
    expect(await page.locator('.file').count()).toBe(1);
    expect(sent.map(range => Number(/\d+/.exec(range)?.[0]) / megabyte)).toEqual([0, 1, 2, 3]);
    // Kept files are there after another reload, and go with the form.
    await page.reload();
    await kept(page, '申请表.pdf').waitFor();
    await fillFiling(page, '重载厂');
    await press(page, '提交');
    expect(filesOf(await receiptNumber(page))).toHaveLength(1);
    await context.close();
  });

  test('the server killed between two slices and started again: nothing is lost', async () => {
    const context = await newClerk(browser);
    const page = await openFiling(context);
    let count = 0;
    await page.route('**/api/uploads/*', async route => {
      if (route.request().method() === 'PUT') count += 1;
      if (count === 3) {
        count += 1;
        await server.kill('SIGKILL');
        void server.restart();
      }
      return route.continue();
    });
    await input(page).setInputFiles(file('申请表.pdf'));
    await kept(page, '申请表.pdf').waitFor({ timeout: 60_000 });
    await context.close();
  });
});

describe('What does not fit', () => {
  test('a file that is refused says why beside it and in the status; it can be taken away', async () => {
    const context = await newClerk(browser);
    const page = await openFiling(context);
    await input(page).setInputFiles(file('方案.pdf'));
    const refused = page.locator('.file-refused', { hasText: '“方案.pdf”只收 PDF、OFD' });
    await refused.waitFor();
    expect(await heardIn(page).innerText()).toContain('“方案.pdf”只收');
    await page.getByRole('button', { name: '去掉 方案.pdf' }).click();
    expect(await page.locator('.file').count()).toBe(0);
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('f-application');
    await context.close();
  });

  test('more files than the field takes are left out, and it is said', async () => {
    const context = await newClerk(browser);
    const page = await openFiling(context);
    await input(page).setInputFiles(Array.from({ length: 4 }, () => file('承诺书.jpg')));
    await toldOf(page).filter({ hasText: '最多3个文件' }).waitFor();
    await expect.poll(() => kept(page, '承诺书.jpg').count()).toBe(3);
    expect(await page.locator('.file').count()).toBe(3);
    expect(await toldOf(page).innerText()).toBe('最多3个文件，多的没有加进来');
    await context.close();
  });

  test('by keyboard alone a file is taken away, and the focus stays in the list', async () => {
    const context = await newClerk(browser);
    const page = await openFiling(context);
    await input(page).setInputFiles([file('承诺书.jpg'), file('申请表.pdf')]);
    await kept(page, '申请表.pdf').waitFor();
    await input(page).focus();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await expect.poll(() => page.locator('.file').count()).toBe(1);
    expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toBe(
      '去掉 申请表.pdf',
    );
    expect(await page.locator('input[type="hidden"][name^="application."]').count()).toBe(1);
    await context.close();
  });
});

test('a draft keeps its files', async () => {
  const context = await newClerk(browser);
  const page = await openFiling(context);
  await page.locator('[name="enterprise.name"]').fill('草稿附件厂');
  await input(page).setInputFiles(file('承诺书.jpg'));
  await kept(page, '承诺书.jpg').waitFor();
  await press(page, '存下来，下次再填');
  expect(await told(page, '草稿附件厂')).toContain('草稿附件厂');
  // Another tab has the draft, not what this tab remembers.
  const other = await openForm(context, server, 'filing');
  await press(other, /接着填/);
  await kept(other, '承诺书.jpg').waitFor();
  expect(await other.locator('input[type="hidden"][name^="application."]').count()).toBe(1);
  await context.close();
});

test('without JavaScript: chosen, kept over a refusal, taken away, sent', async () => {
  const context = await newClerk(browser, { javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(`${server.url}/forms/filing/`);
  await input(page).setInputFiles([file('承诺书.jpg'), file('方案.pdf')]);
  await fillFiling(page, '无脚本附件厂');
  await page.locator('button.button').click();
  await page.locator('.error-summary').waitFor();
  expect(await page.locator('.error-summary').innerText()).toContain('“方案.pdf”只收 PDF');
  expect(await said(page, '承诺书.jpg')).toContain('承诺书.jpg 已收下，未做病毒扫描');
  await page.getByRole('button', { name: '去掉 承诺书.jpg' }).click();
  expect(await page.locator('.file').count()).toBe(0);
  await input(page).setInputFiles(file('申请表.pdf'));
  await page.locator('button.button').click();
  const files = filesOf(await receiptNumber(page));
  expect(files.map(one => one.name)).toEqual(['1-申请表.pdf']);
  await context.close();
});
