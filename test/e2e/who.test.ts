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

const open = async (form: string, javaScriptEnabled = true): Promise<Page> => {
  const page = await browser.newPage({ javaScriptEnabled, viewport: { width: 390, height: 800 } });
  await page.goto(`${server.url}/forms/${form}/`);
  return page;
};

/** What stands beside the button; with a script, once it says something else than `before`. */
const told = async (page: Page, before = ''): Promise<string> => {
  const place = page.locator('.who > p');
  if (before) await expect.poll(() => place.innerText()).not.toBe(before);
  return place.innerText();
};

describe('before it is sent the form says', () => {
  test('who gets it, why and by when, and the receipt says the same', async () => {
    const page = await open('consultation');
    const before = await told(page);
    expect(before).not.toMatch(/由.*办理/);
    await page.getByLabel('哪方面的问题').selectOption({ label: '税费' });
    const sentence = await told(page, before);
    await page.getByLabel('您的问题').fill('小规模纳税人三月怎么报税？');
    await page.getByLabel('企业名称').fill('湖畔会计服务部');
    await page.getByLabel('所在园区、楼宇或街道').selectOption({ index: 1 });
    await page.getByLabel('主要做什么').selectOption({ index: 1 });
    await page.getByLabel('联系人', { exact: true }).fill('王芳');
    await page.getByLabel('手机或电话').fill('13800138000');
    await page.getByRole('checkbox', { name: /我同意/ }).check();
    await page.getByRole('button', { name: '提交', exact: true }).click();
    await page.locator('.receipt').waitFor();
    const receipt = await page.getByRole('main').innerText();
    const [, handler, reason] = /由(.+?)办理：(.+?)。/.exec(sentence) ?? [];
    const due = /现在提交，(.+?)前答复/.exec(sentence)?.[1];
    for (const part of [handler, reason, due]) expect(receipt).toContain(part ?? 'nothing was told');
    await page.close();
  });

  test('the town below 3亿 and the bureau from there on, for the area chosen', async () => {
    const page = await open('filing');
    await page.getByLabel('所在园区、楼宇或街道').selectOption('west');
    await page.getByLabel('主要做什么').selectOption('industry');
    const output = page.getByRole('group', { name: /3亿元/ });
    const before = await told(page);
    await output.getByLabel('否').check();
    const below = await told(page, before);
    expect(below).toMatch(/^由西区街道办办理：上年产值不到3亿元/);
    await output.getByLabel('是', { exact: true }).check();
    expect(await told(page, below)).toMatch(/^由经发局办理：上年产值3亿元及以上/);
    await page.close();
  });

  test('each need its own department, also in a line that was added', async () => {
    const page = await open('several');
    const before = await told(page);
    await page.locator('[name="needs.0.kind"]').selectOption('labour');
    const first = await told(page, before);
    expect(first).toMatch(/^第1项由人社局办理/);
    await page.getByRole('button', { name: '再加一项' }).click();
    const added = await told(page, first);
    await page.locator('[name="needs.1.kind"]').selectOption('financing');
    expect(await told(page, added)).toMatch(/第1项由人社局办理.*第2项由财政金融局办理/);
    await page.close();
  });

  test('the whole list where there is no script', async () => {
    const page = await open('consultation', false);
    expect(await told(page)).toContain('转给对应部门');
    await page.getByText('谁来办').click();
    expect(await page.locator('.who-list li').allInnerTexts()).toContain('财政金融局：贷款；房租');
    await page.close();
  });
});
