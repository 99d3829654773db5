import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import { Secret, TOTP } from 'otpauth';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { launch } from '../browser.ts';
import { type Server, startServer } from '../server.ts';
import { newStaff } from '../staff.ts';

let server: Server;
let browser: Browser;
/** Passkeys are tied to a name: the same server under its other one. */
let site: string;

beforeAll(async () => {
  [server, browser] = await Promise.all([startServer(), launch()]);
  site = server.url.replace('127.0.0.1', 'localhost');
});
afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

const password = '复工 雨伞 台灯 电梯间 九月';
const codeOf = (secret: string, ahead = 0) =>
  new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: Date.now() + ahead });

/** Browsers that run no scripts. */
const scriptless = new WeakSet<BrowserContext>();

/** No violation, and nothing wider than the window; looked at by a script, so only where scripts run. */
const sound = async (page: Page): Promise<void> => {
  if (scriptless.has(page.context())) return;
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(node => node.html).join(' ')}`)).toEqual([]);
  const over = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(over).toBeLessThanOrEqual(0);
};

const signIn = async (page: Page, login: string): Promise<void> => {
  await page.goto(`${site}/desk/sign-in/`);
  await page.getByLabel('登录名').fill(login);
  await page.getByLabel('密码').fill(password);
  await page.getByRole('button', { name: '登录', exact: true }).click();
};

/** Through the invitation to an app; gives back its key. */
const comeIn = async (page: Page, path: string): Promise<string> => {
  await page.goto(site + path);
  await sound(page);
  await page.getByLabel('新密码').fill(password);
  await page.getByLabel('再输一遍').fill(password);
  await page.getByRole('button', { name: '下一步' }).click();
  await page.getByRole('heading', { name: '设置第二步验证' }).waitFor();
  await sound(page);
  return (await page.locator('.secret').innerText()).replaceAll(' ', '');
};

const invite = async (name: string): Promise<string> => {
  const admin = await newStaff(server, { role: 'administrator' });
  const context = await browser.newContext({ locale: 'zh-CN' });
  await context.addCookies([{ name: 'desk', value: admin.token, url: site, httpOnly: true }]);
  const page = await context.newPage();
  await page.goto(`${site}/desk/staff/`);
  await page.getByLabel('姓名').fill('李四');
  await page.getByLabel('登录名').fill(name);
  await page.getByLabel('角色').selectOption('officer');
  await page.getByLabel('部门').selectOption({ index: 1 });
  await page.getByRole('button', { name: '添加' }).click();
  const link = await page.locator('.invite').innerText();
  await context.close();
  return new URL(link).pathname + new URL(link).search;
};

describe.each([
  ['a phone', { width: 390, height: 844 }, true],
  ['a desk', { width: 1280, height: 900 }, true],
  ['a browser without JavaScript', { width: 1280, height: 900 }, false],
] as const)('on %s', (name, viewport, javaScriptEnabled) => {
  let context: BrowserContext;
  beforeAll(async () => {
    context = await browser.newContext({ viewport, javaScriptEnabled, locale: 'zh-CN' });
    if (!javaScriptEnabled) scriptless.add(context);
  });
  afterAll(() => context.close());

  test('from the invitation to the desk, out, and in again', async () => {
    const login = `li.${name.length}`;
    const page = await context.newPage();
    const secret = await comeIn(page, await invite(login));
    await page.getByLabel('应用里显示的6位数字').fill('000000');
    await page.getByRole('button', { name: '完成设置' }).click();
    await page.getByText('数字不对').waitFor();
    await page.getByLabel('应用里显示的6位数字').fill(codeOf(secret));
    await page.getByRole('button', { name: '完成设置' }).click();
    await page.getByRole('heading', { name: '请记下恢复码' }).waitFor();
    expect(await page.locator('.codes li').count()).toBe(10);
    await sound(page);
    const recovery = await page.locator('.codes code').first().innerText();
    await page.goto(`${site}/desk/me/`);
    await page.getByRole('heading', { name: '我的账号' }).waitFor();
    await sound(page);
    await page.getByRole('button', { name: '退出', exact: true }).click();
    await page.waitForURL('**/desk/sign-in/');
    await sound(page);
    await signIn(page, login);
    await page.getByRole('heading', { name: '第二步验证' }).waitFor();
    await sound(page);
    await page.getByLabel('验证码').fill(recovery);
    await page.getByRole('button', { name: '验证', exact: true }).click();
    await page.waitForURL('**/desk/');
    await page.close();
  });
});

/** A browser on a device that can hold passkeys, and whose owner always says yes. */
const deviceWithPasskeys = async () => {
  const context = await browser.newContext({ locale: 'zh-CN' });
  const page = await context.newPage();
  const devtools = await context.newCDPSession(page);
  await devtools.send('WebAuthn.enable');
  await devtools.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
  return { context, page };
};

test('a passkey is added, and signs in', async () => {
  const { context, page } = await deviceWithPasskeys();
  const secret = await comeIn(page, await invite('key.holder'));
  await page.getByLabel('应用里显示的6位数字').fill(codeOf(secret));
  await page.getByRole('button', { name: '完成设置' }).click();
  await page.getByRole('heading', { name: '请记下恢复码' }).waitFor();
  await page.goto(`${site}/desk/me/`);
  await page.getByLabel('给它起个名字').fill('我的手机');
  await page.getByRole('button', { name: '添加通行密钥' }).click();
  await page.locator('.things').getByText('我的手机').waitFor();
  await page.getByRole('button', { name: '退出', exact: true }).click();
  await page.waitForURL('**/desk/sign-in/');
  await signIn(page, 'key.holder');
  await page.getByRole('button', { name: '用通行密钥' }).click();
  await page.waitForURL('**/desk/');
  await page.goto(`${site}/desk/me/`);
  await page.getByText('最近使用').first().waitFor();
  await context.close();
});

test('somebody without any second factor may choose a passkey instead of an app', async () => {
  const { context, page } = await deviceWithPasskeys();
  await comeIn(page, await invite('key.only'));
  await page.getByRole('button', { name: '用通行密钥' }).click();
  await page.waitForURL('**/desk/me/');
  await page.getByText('您没有恢复码').waitFor();
  await context.close();
});

test('the first administrator comes in by the file in the data folder', async () => {
  const other = await startServer();
  // It answers a moment before it has written the file.
  const path = await vi.waitFor(() => readFileSync(join(other.data, 'first-admin'), 'utf8').trim(), 10_000);
  expect(other.log()).not.toContain(path.split('=')[1]);
  const page = await browser.newPage({ locale: 'en-GB' });
  await page.goto(`${other.url}/en${path}`);
  await page.getByText('Your login is: admin').waitFor();
  await page.close();
  await other.stop();
});
