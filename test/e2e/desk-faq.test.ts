import { readFile } from 'node:fs/promises';
import AxeBuilder from '@axe-core/playwright';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launch } from '../browser.ts';
import { type Server, startServer } from '../server.ts';
import { newStaff } from '../staff.ts';
import { consultation, newKey } from '../submissions.ts';

let server: Server;
let browser: Browser;
beforeAll(async () => {
  [server, browser] = await Promise.all([startServer({ RATE_LIMIT: 'off' }), launch()]);
});
afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

const firm = '远山特种铸造有限公司';
const person = '欧阳秋水';

/** Sends a question as a program does; its number. */
const ask = async (): Promise<string> => {
  const tree = consultation({
    question: `我是${firm}的${person}，电话139 1234 5678。疫情期间合同交不了货，要不要赔钱？`,
    contact: { name: person, phone: '13912345678' },
  });
  const body = JSON.stringify({ ...tree, enterprise: { ...(tree.enterprise as object), name: firm } });
  const headers = { 'content-type': 'application/json', 'idempotency-key': newKey() };
  const answer = await fetch(`${server.url}/api/cases/consultation`, { method: 'POST', headers, body });
  const sent = (await answer.json()) as { number: string };
  if (answer.status !== 201) throw new Error(JSON.stringify(sent));
  return sent.number.replaceAll('-', '');
};

/** No violation, and nothing wider than the window. */
const sound = async (page: Page): Promise<void> => {
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => `${id} ${nodes[0]?.html.slice(0, 160)}`)).toEqual([]);
  const over = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(over).toBeLessThanOrEqual(0);
};

/** Tab until a control has the focus. */
const tabTo = async (page: Page, selector: string): Promise<void> => {
  for (let n = 0; n < 80; n += 1) {
    await page.keyboard.press('Tab');
    if (await page.evaluate(wanted => document.activeElement?.matches(wanted) === true, selector)) return;
  }
  throw new Error(`Tab never came to ${selector}`);
};

/** A key that leads to another page, and that page. */
const go = async (page: Page, key = 'Enter'): Promise<void> => {
  await Promise.all([page.waitForEvent('load'), page.keyboard.press(key)]);
};

/** Looks something up beside an answer, and stands on the first thing that was found. */
const lookUp = async (page: Page, field: string, words: string, hit: string): Promise<void> => {
  await tabTo(page, field);
  await page.keyboard.type(words);
  await go(page);
  await tabTo(page, hit);
};

test.each([
  ['a phone', { width: 390, height: 844 }, true],
  ['a desk', { width: 1280, height: 860 }, true],
  ['a desk without JavaScript', { width: 1280, height: 860 }, false],
] as const)(
  'on %s, by keyboard: an officer answers with a policy, publishes the answer, takes it down',
  async (_, viewport, javaScriptEnabled) => {
    const number = await ask();
    const staff = await newStaff(server, { role: 'officer', department: 'law', name: '李办' });
    const context = await browser.newContext({ viewport, javaScriptEnabled, locale: 'zh-CN' });
    await context.addCookies([{ name: 'desk', value: staff.token, url: server.url }]);
    const page = await context.newPage();
    const look = javaScriptEnabled ? sound : async () => {};

    await page.goto(`${server.url}/desk/cases/${number}/`);
    await tabTo(page, '#deed-answer > summary');
    await page.keyboard.press('Enter');
    await lookUp(page, '#d-answer-find', '合同 不可抗力', '.cited button');
    await look(page);
    await go(page);
    expect(await page.locator('#d-answer-text').inputValue()).toMatch(/要点见 http:.*\/policies\//);
    await tabTo(page, '#d-answer-text');
    await page.keyboard.press('Control+Home');
    await page.keyboard.type('欧阳经理您好，受疫情影响不能履行的，可以依法免责。\n');
    await tabTo(page, '#deed-answer .button');
    await go(page);
    await page.getByText('已记下：答复').waitFor();

    await tabTo(page, '.to-faq a');
    await look(page);
    await go(page);
    await page.getByRole('heading', { name: '发布为常见问题', level: 1 }).waitFor();
    expect(await page.locator('mark').allInnerTexts()).toEqual([firm, person, '139 1234 5678', '欧阳经理']);
    expect(await page.getByLabel('问题', { exact: true }).inputValue()).toBe(
      '疫情期间合同交不了货，要不要赔钱？',
    );
    expect(await page.getByRole('checkbox', { checked: true }).count()).toBe(1);
    await look(page);
    await tabTo(page, '#faq-answer');
    await page.keyboard.press('Control+Home');
    await page.keyboard.type(`${person}问的。`);
    await lookUp(page, '#faq-find', '延期交货 证明', '.faq-hits input');
    await page.keyboard.press('Space');
    await tabTo(page, 'button[value="publish"]');
    // The topic is still missing: the browser says so, and nothing is sent.
    await page.keyboard.press('Enter');
    expect(await page.locator('#faq-category').evaluate(one => one === document.activeElement)).toBe(true);
    await page.locator('#faq-category').selectOption('service');
    await tabTo(page, 'button[value="publish"]');
    await go(page);
    await page.getByRole('link', { name: '答案里还有联系人，请删掉或改写' }).waitFor();
    expect(await page.getByRole('checkbox', { checked: true }).count()).toBe(2);
    await look(page);
    await tabTo(page, '#faq-answer');
    const answer = await page.locator('#faq-answer').inputValue();
    await page.locator('#faq-answer').fill(answer.replace(`${person}问的。`, ''));
    await tabTo(page, 'button[value="preview"]');
    await go(page);
    await page.getByRole('heading', { name: '网站上会是这样' }).waitFor();
    await look(page);
    await tabTo(page, 'button[value="publish"]');
    await go(page);
    await page.getByRole('status').filter({ hasText: '已发布' }).waitFor();
    await look(page);

    const waiting = page.waitForEvent('download');
    await page.getByRole('link', { name: '下载文件' }).click();
    const file = await readFile((await (await waiting).path()) ?? '', 'utf8');
    expect(file).toContain('question: "疫情期间合同交不了货，要不要赔钱？"\ncategory: service\n');
    for (const secret of [firm, person, '5678']) expect(file).not.toContain(secret);
    await tabTo(page, 'button[value="withdraw"]');
    await go(page);
    await page.getByRole('status').filter({ hasText: '已撤下' }).waitFor();
    await look(page);
    await context.close();
  },
);
