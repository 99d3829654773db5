import AxeBuilder from '@axe-core/playwright';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launch } from '../browser.ts';
import { everySample } from '../forms/every.ts';
import { type Server, startServer } from '../server.ts';
import { newStaff } from '../staff.ts';
import { desk, phone, type Size, seat, sizes } from './seat.ts';

let server: Server;
let browser: Browser;
beforeAll(async () => {
  [server, browser] = await Promise.all([startServer({ RATE_LIMIT: 'off' }), launch()]);
});
afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

/** Somebody new of the desk, at a window of their own. */
const newSeat = async (who: Parameters<typeof newStaff>[1], viewport: Size = desk) => {
  const staff = await newStaff(server, who);
  return { staff, ...(await seat(browser, server.url, staff, { viewport })) };
};

/** Sends a form as a program; the numbers it was given. */
const send = async (form: string, tree: unknown): Promise<readonly string[]> => {
  const answer = await fetch(`${server.url}/api/cases/${form}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(tree),
  });
  const body = await answer.json();
  if (answer.status !== 201) throw new Error(JSON.stringify(body));
  const { number, linked } = body as { number: string; linked?: { number: string }[] };
  return (linked ?? [{ number }]).map(one => one.number);
};

const full = (form: string): Record<string, unknown> => everySample[form]?.full ?? {};

const axe = async (page: Page): Promise<readonly string[]> =>
  (await new AxeBuilder({ page }).analyze()).violations.map(
    ({ id, nodes }) => `${id} ${nodes[0]?.html.slice(0, 120)}`,
  );

/** Presses keys one after the other. */
const keys = async (page: Page, ...names: readonly string[]): Promise<void> => {
  for (const name of names) await page.keyboard.press(name);
};

/** j until the row that begins so has the focus; then Enter. */
const goTo = async (page: Page, name: string): Promise<void> => {
  for (let n = 0; n < 40; n += 1) {
    await page.keyboard.press('j');
    const at = await page.evaluate(() => document.activeElement?.textContent?.trim() ?? '');
    if (at === name) return page.keyboard.press('Enter');
  }
  throw new Error(`j never came to ${name}`);
};

/** Tab until a control of this name has the focus. */
const tabTo = async (page: Page, selector: string): Promise<void> => {
  for (let n = 0; n < 40; n += 1) {
    await page.keyboard.press('Tab');
    if (await page.evaluate(wanted => document.activeElement?.matches(wanted) === true, selector)) return;
  }
  throw new Error(`Tab never came to ${selector}`);
};

/** Opens a fold by its name, where it is not open already. */
const unfold = async (page: Page, deed: string, name: string): Promise<void> => {
  if (await page.locator(`#deed-${deed}[open]`).count()) {
    await page.locator(`#deed-${deed} > summary`).focus();
    return;
  }
  await goTo(page, name);
};

/** What was recorded, as the page says it. */
const recorded = (page: Page, words: string): Promise<void> =>
  page
    .getByRole('status')
    .filter({ hasText: `已记下：${words}` })
    .waitFor();

describe('by keyboard alone', () => {
  test('an officer works five cases of different forms from the queue to closing', async () => {
    const forms = ['utilities', 'lodging', 'materials', 'consultation', 'supply-chain'];
    const names = forms.map(form => `键盘${form}厂`);
    for (const [index, form] of forms.entries()) {
      const tree = full(form);
      const enterprise = { ...(tree.enterprise as object), name: names[index] };
      await send(form, { ...tree, enterprise });
    }
    // One who decides has every department's cases: five forms go to five of them.
    const { context, page } = await newSeat({ role: 'dispatcher', department: 'economy' });
    await page.goto(`${server.url}/desk/?view=to-accept`);
    for (const name of names) {
      await goTo(page, name);
      await page.getByRole('heading', { name, level: 1 }).waitFor();
      await unfold(page, 'answer', '答复');
      await tabTo(page, '#d-answer-text');
      await page.keyboard.type('已联系办理单位，明天上门');
      await tabTo(page, '#deed-answer .button');
      await page.keyboard.press('Enter');
      await recorded(page, '答复');
      await unfold(page, 'close', '办结');
      await tabTo(page, '#d-close-outcome');
      await keys(page, 'ArrowDown');
      await tabTo(page, '#deed-close .button');
      await page.keyboard.press('Enter');
      await recorded(page, '办结');
      await keys(page, 'u');
      await page.waitForURL(/\/desk\/$/);
    }
    expect(await page.getByText('没有等着签收的件').count()).toBe(1);
    await page.goto(`${server.url}/desk/?view=closed`);
    expect(await page.locator('tr[data-row]').count()).toBe(5);
    await context.close();
  });

  test('keys are shown, can be switched off, and are no keys while one types', async () => {
    await send('materials', full('materials'));
    const { context, page } = await newSeat({ role: 'officer', department: 'supplies' });
    await page.goto(`${server.url}/desk/?view=to-accept`);
    await keys(page, 'Shift+?');
    const dialog = page.getByRole('dialog', { name: '快捷键' });
    await dialog.waitFor();
    expect(await axe(page)).toEqual([]);
    await dialog.getByRole('button', { name: '关掉' }).click();
    await dialog.getByText('已关掉').waitFor();
    await keys(page, 'Escape', 'j');
    expect(await page.evaluate(() => document.activeElement?.closest('[data-row]'))).toBeNull();
    await page.getByRole('button', { name: /快捷键/ }).click();
    await dialog.getByRole('button', { name: '打开' }).click();
    await keys(page, 'Escape', 'j', 'x');
    expect(await page.locator('tr[data-row] input').first().isChecked()).toBe(true);
    await page.locator('#b-reason').focus();
    await page.keyboard.type('j?/u');
    expect(await page.locator('#b-reason').inputValue()).toBe('j?/u');
    await page.locator('h1').click();
    await keys(page, '/');
    await page.waitForURL(/\/desk\/find\/$/);
    await context.close();
  });
});

test('a dispatcher splits a submission of three needs among three departments', async () => {
  const tree = full('several');
  const [first] = tree.needs as Record<string, unknown>[];
  const other = (what: string) => ({ ...first, kind: 'other', what });
  const needs = [other('缺口罩'), other('招不到焊工'), other('要贷款')];
  const enterprise = { ...(tree.enterprise as object), name: '三件事制造厂' };
  const numbers = await send('several', { ...tree, needs, enterprise });
  expect(numbers).toHaveLength(3);
  const { context, page } = await newSeat({ role: 'dispatcher', department: 'economy', name: '陈调度' });
  const departments = ['supplies', 'labour', 'finance'] as const;
  for (const [index, shown] of numbers.entries()) {
    const number = shown.replaceAll('-', '');
    await page.goto(`${server.url}/desk/cases/${number}/`);
    for (const beside of numbers.filter(one => one !== shown))
      expect(await page.locator('aside').getByRole('link', { name: beside }).count()).toBe(1);
    await page.locator('#deed-assign > summary').click();
    await page.locator('#d-assign-department').selectOption(departments[index] ?? '');
    await page.locator('#d-assign-reason').fill('按事项分开办');
    await page.locator('#deed-assign .button').click();
    await recorded(page, '转办、交办');
  }
  for (const [index, department] of departments.entries()) {
    const officer = await newSeat({ role: 'officer', department }, phone);
    await officer.page.goto(`${server.url}/desk/?view=to-accept`);
    const row = officer.page.locator('tr[data-row]').filter({ hasText: '三件事制造厂' });
    expect(await row.count()).toBe(1);
    expect(await row.locator('.number').innerText()).toBe(numbers[index]);
    await officer.context.close();
  }
  await context.close();
});

describe.each(sizes)('at $width px', viewport => {
  test('no page of the desk is wider than the window, and axe finds nothing, light and dark', async () => {
    const [shown = ''] = await send('consultation', {
      ...full('consultation'),
      enterprise: { ...(full('consultation').enterprise as object), name: `宽度${viewport.width}厂` },
    });
    const { context, page } = await newSeat({ role: 'dispatcher', department: 'economy' }, viewport);
    const paths = [
      '/desk/?view=all',
      '/desk/?view=unsolved',
      `/desk/cases/${shown.replaceAll('-', '')}/`,
      '/desk/held/',
      '/desk/rounds/?view=all',
      '/desk/rounds/91000000DEMP00001L/',
      '/desk/projects/',
      '/desk/find/',
      '/desk/enter/',
      '/desk/enter/materials/',
      '/en/desk/?view=all',
    ];
    for (const path of paths) {
      await page.goto(server.url + path);
      const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      expect([path, over, await axe(page)]).toEqual([path, 0, []]);
    }
    await page.emulateMedia({ colorScheme: 'dark' });
    for (const path of paths.slice(0, 3)) {
      await page.goto(server.url + path);
      expect([path, await axe(page)]).toEqual([path, []]);
    }
    const auditor = await newSeat({ role: 'auditor' }, viewport);
    await auditor.page.goto(`${server.url}/desk/status/`);
    const over = await auditor.page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect([over, await axe(auditor.page)]).toEqual([0, []]);
    await auditor.context.close();
    await context.close();
  });
});

test('a screen of the desk brings less than 5 KB of script', async () => {
  const { context, page } = await newSeat({ role: 'officer', department: 'supplies' });
  let bytes = 0;
  page.on('response', async response => {
    if (response.request().resourceType() === 'script')
      bytes += Number(response.headers()['content-length'] ?? 0);
  });
  await page.goto(`${server.url}/desk/`, { waitUntil: 'networkidle' });
  expect(bytes).toBeGreaterThan(0);
  expect(bytes).toBeLessThan(5 * 1024);
  await context.close();
});
