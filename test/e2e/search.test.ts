import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { asked, type Desk, hits, openDesk } from './search-page.ts';

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk();
});
afterAll(() => desk?.close());

const open: Desk['open'] = (path, options) => desk.open(path, options);
const question = '稳岗返还怎么申请';

describe('by keyboard alone', () => {
  test('a question is asked on the home page, a title chosen with the arrows, and left again', async () => {
    const page = await open('/');
    await page.keyboard.press('Tab');
    const box = page.getByRole('combobox');
    await box.focus();
    await page.keyboard.type('稳岗');
    await page.getByRole('option').first().waitFor();
    expect(await box.getAttribute('aria-expanded')).toBe('true');
    await page.keyboard.press('ArrowDown');
    const chosen = page.getByRole('option', { selected: true });
    expect(await chosen.count()).toBe(1);
    expect(await box.getAttribute('aria-activedescendant')).toBe(await chosen.getAttribute('id'));
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('Escape');
    expect(await box.getAttribute('aria-expanded')).toBe('false');
    expect(await box.inputValue()).toBe('稳岗');
    await page.keyboard.type('返还');
    await page.getByRole('option').first().waitFor();
    await page.keyboard.press('ArrowDown');
    const target = await page.getByRole('option', { selected: true }).getAttribute('data-url');
    await Promise.all([page.waitForURL(url => url.pathname !== '/'), page.keyboard.press('Enter')]);
    expect(decodeURI(page.url())).toContain(decodeURI(target ?? 'nothing'));
    await page.context().close();
  });

  test('enter without a chosen title asks the question, and the answer is told to a screen reader', async () => {
    const page = await open('/');
    await page.getByRole('combobox').focus();
    await page.keyboard.type(question);
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/search\/#q=/);
    await hits(page).first().waitFor();
    const status = page.locator('#outcome');
    expect(await status.getAttribute('role')).toBe('status');
    expect(await status.innerText()).toContain(question);
    await page.context().close();
  });
});

describe('the address', () => {
  test('holds question, filters and order; back and forward walk through them', async () => {
    const page = await open(asked('复工'));
    await hits(page).first().waitFor();
    await page.locator('#sift-name').click();
    await page.getByLabel('类型').selectOption('policy');
    await page.waitForURL(/kind=policy/);
    await page.getByLabel('地区').selectOption('福建');
    await page.getByLabel('排序').selectOption('newest');
    await page.waitForURL(/sort=newest/);
    const shared = page.url();
    await page.goBack();
    await page.waitForURL(url => !url.hash.includes('sort'));
    expect(await page.getByLabel('排序').inputValue()).toBe('');
    const other = await open(shared.slice(desk.server.url.length));
    await hits(other).first().waitFor();
    expect(await other.locator('#q').inputValue()).toBe('复工');
    expect(await other.locator('.hit-kind .tag').allInnerTexts()).not.toContain('电话');
    await page.context().close();
    await other.context().close();
  });

  test('never tells a server what was asked', async () => {
    const page = await open('/');
    const sent: string[] = [];
    page.on('request', request => sent.push(decodeURIComponent(request.url()) + (request.postData() ?? '')));
    await page.getByRole('combobox').fill('我的秘密难处');
    await page.getByRole('button', { name: '查一查' }).click();
    await page.waitForURL(/\/search\/#q=/);
    await page.waitForLoadState('networkidle');
    expect(sent.length).toBeGreaterThan(3);
    expect(sent.filter(one => one.includes('秘密'))).toEqual([]);
    await page.context().close();
  });

  test('with `?q=`, as a form without a script sends it, is answered and moved behind #', async () => {
    const page = await open(`/search/?q=${encodeURIComponent(question)}`);
    await hits(page).first().waitFor();
    expect(page.url()).toContain('#q=');
    expect(page.url()).not.toContain('?q=');
    await page.context().close();
  });
});

describe('filters', () => {
  test('leave only what they say, and what was published after the day is not there', async () => {
    const page = await open(asked('社保 减免', '&kind=policy&level=national'));
    await hits(page).first().waitFor();
    const links = await page
      .locator('.hit-title a')
      .evaluateAll(all => all.map(one => one.getAttribute('href')));
    expect(links.length).toBeGreaterThan(2);
    expect(links.filter(href => !href?.startsWith('/policies/national/'))).toEqual([]);
    expect(links.some(href => href?.includes('nat-rsbf-2020-49'))).toBe(false);
    await page.goto(desk.server.url + asked('社保 减免', '&kind=policy&level=national&day=2020-07-01'));
    await page.locator('a[href*="nat-rsbf-2020-49"]').first().waitFor();
    await page.context().close();
  });
});

test('a hit leads to its passage, which shows itself on arrival', async () => {
  const page = await open(asked('键盘鼠标用什么擦'));
  const hit = page.locator('.hit a[href*="workplace-07"]').first();
  await hit.waitFor();
  expect(await hit.getAttribute('href')).toContain(':~:text=');
  await hit.click();
  await page.waitForURL(/guides\/workplace/);
  const passage = page.locator('#workplace-07');
  await passage.waitFor();
  const [top, height] = await page.evaluate(() => [
    document.querySelector('#workplace-07')?.getBoundingClientRect().top ?? -1,
    innerHeight,
  ]);
  expect(top).toBeGreaterThanOrEqual(0);
  expect(top).toBeLessThan(height ?? 0);
  await page.context().close();
});

describe('a question without a good answer', () => {
  test('says so, is kept on the device and becomes a consultation at one tap', async () => {
    const page = await open(asked('量子纠缠'));
    await page.getByText('没有找到合适的答案').waitFor();
    await page.goto(`${desk.server.url}/search/`);
    const kept = page.locator('#open');
    await kept.getByText('量子纠缠').waitFor();
    await kept.getByRole('link', { name: '交给工作人员' }).click();
    await page.waitForURL(/\/forms\/consultation\//);
    expect(await page.locator('textarea[name="question"]').inputValue()).toBe('量子纠缠');
    await page.goto(`${desk.server.url}/search/`);
    await page.getByText('最近查过').waitFor();
    expect(await kept.isVisible()).toBe(false);
    await page.context().close();
  });

  test('what was searched is forgotten on request, and not kept at all when switched off', async () => {
    const page = await open(asked(question));
    await hits(page).first().waitFor();
    await page.goto(`${desk.server.url}/search/`);
    await page.locator('#recent').getByText(question).waitFor();
    await page.getByRole('button', { name: '清空' }).click();
    expect(await page.locator('#recent').isVisible()).toBe(false);
    await page.getByLabel('在这台设备上记住查过的问题').uncheck();
    await page.goto(desk.server.url + asked('口罩'));
    await hits(page).first().waitFor();
    await page.goto(`${desk.server.url}/search/`);
    await page.getByLabel('在这台设备上记住查过的问题').waitFor();
    expect(await page.locator('#recent').isVisible()).toBe(false);
    await page.context().close();
  });
});

test('when the index cannot be loaded the page says so and tries again on request', async () => {
  const page = await open('/');
  await page.route('**/search-index/**', route => route.abort());
  await page.goto(desk.server.url + asked(question));
  const again = page.getByRole('button', { name: '再试一次' });
  await again.waitFor();
  await page.unroute('**/search-index/**');
  await again.click();
  await hits(page).first().waitFor();
  await page.context().close();
});
