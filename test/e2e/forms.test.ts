import { readFileSync } from 'node:fs';
import { brotliCompressSync } from 'node:zlib';
import AxeBuilder from '@axe-core/playwright';
import type { Browser, BrowserContextOptions, Page, Route } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { AnyForm } from '#src/forms/field.ts';
import { forms } from '#src/forms/index.ts';
import { dayOf } from '#src/rules/day.ts';
import { launch } from '../browser.ts';
import { fullOn } from '../forms/every.ts';
import { changed } from '../forms/sent.ts';
import { type Server, startServer } from '../server.ts';
import { newClerk, receiptNumber } from './clerk.ts';
import { fillForm, type Step, shownFor, stepsOf } from './fill.ts';
import { fillByKeyboard } from './keyboard.ts';

let server: Server;
let browser: Browser;

beforeAll(async () => {
  // One address sends every form several times over: what limits it is tested where it is made.
  [server, browser] = await Promise.all([startServer({ RATE_LIMIT: 'off' }), launch()]);
});
afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

/** Somebody alone with one page; what its scripts complain of fails the test. */
const at = async (
  path: string,
  options: BrowserContextOptions,
  work: (page: Page) => Promise<void>,
  before: (page: Page) => unknown = () => null,
): Promise<void> => {
  const context = await newClerk(browser, { serviceWorkers: 'block', ...options });
  const page = await context.newPage();
  const faults: string[] = [];
  page.on('pageerror', error => faults.push(String(error)));
  page.setDefaultTimeout(30_000);
  try {
    await before(page);
    await page.goto(server.url + path);
    await work(page);
  } finally {
    await context.close();
  }
  expect(faults).toEqual([]);
};

/** The fullest sample of a form, from an enterprise of its own. */
const sampleFor = (form: AnyForm, way: string): Record<string, unknown> => {
  const named = changed(fullOn(form.id, dayOf(new Date())), 'enterprise.name', `${way}${form.id}`);
  return changed(named, 'enterprise.creditCode', undefined);
};

const submit = (page: Page) => page.locator('.form > .button-row > .button').click();
const hasFocus = (page: Page, selector: string): Promise<boolean> =>
  page.locator(selector).evaluate(element => element === document.activeElement);

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
/** What another width and another colour scheme can change. */
const seen = ['color-contrast', 'target-size', 'scrollable-region-focusable', 'link-in-text-block'];

const violations = async (page: Page, rules: readonly string[] = []): Promise<readonly string[]> => {
  const axe = new AxeBuilder({ page }).setLegacyMode().options({ resultTypes: ['violations'] });
  const found = await (rules.length > 0 ? axe.withRules([...rules]) : axe.withTags(tags)).analyze();
  return found.violations.map(({ id, nodes }) => `${id}: ${nodes.map(node => node.html).join(' ')}`);
};

const onPhone = async (page: Page, rules?: readonly string[]): Promise<void> => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.emulateMedia({ colorScheme: 'dark' });
  expect(await violations(page, rules)).toEqual([]);
};
const atDesk = async (page: Page, rules?: readonly string[]): Promise<void> => {
  await page.setViewportSize({ width: 1280, height: 900 });
  await page.emulateMedia({ colorScheme: 'light' });
  expect(await violations(page, rules)).toEqual([]);
};

/** At 320 px with every fold open: how far it goes beyond the window, and what a thumb would miss. */
const reflow = async (page: Page): Promise<readonly string[]> => {
  await page.setViewportSize({ width: 320, height: 640 });
  return page.evaluate(() => {
    for (const fold of document.querySelectorAll('main details')) fold.setAttribute('open', '');
    const root = document.documentElement;
    const over = root.scrollWidth - root.clientWidth;
    const small = (element: HTMLInputElement): boolean => {
      const isBox = element.type === 'checkbox' || element.type === 'radio';
      const { width, height } = ((isBox && element.closest('label')) || element).getBoundingClientRect();
      if (width <= 1) return false;
      return height < (element.matches('a, summary') ? 24 : 44) || width < 24;
    };
    const controls = 'main :is(a, button, input, select, textarea, summary):not([tabindex="-1"])';
    const targets = [...document.querySelectorAll<HTMLInputElement>(controls)];
    const missed = targets.filter(small).map(({ outerHTML }) => outerHTML.slice(0, 120));
    return over > 0 ? [`${over}px too wide`, ...missed] : missed;
  });
};

/** On a phone in the dark, at a desk in the light, and on a narrow phone. */
const clean = async (page: Page): Promise<void> => {
  await onPhone(page);
  await atDesk(page, seen);
  expect(await reflow(page)).toEqual([]);
};

describe.concurrent('by keyboard alone', () => {
  test.each(forms)('$id goes from the top of the page to the receipt', async form => {
    await at(`/forms/${form.id}/`, {}, async page => {
      await page.locator('#device').waitFor();
      expect(await fillByKeyboard(page, stepsOf(form, sampleFor(form, '键盘')))).toEqual([]);
      await receiptNumber(page);
      expect(await hasFocus(page, 'h1')).toBe(true);
    });
  });
});

/** What a page without script shows, in one that can be looked into: nothing runs, and what only such a page has is there. */
const plain = (html: string) => (route: Route) =>
  route.fulfill({
    contentType: 'text/html; charset=utf-8',
    body: html.replaceAll(/<script.*?<\/script>|<\/?noscript>/gs, ''),
  });
const standsStill = async (page: Page): Promise<void> => {
  await atDesk(page);
  expect(await reflow(page)).toEqual([]);
};

describe.concurrent('without JavaScript', () => {
  test.each(forms)('$id refuses a wrong phone with everything in place, then takes it in', async form => {
    const wrong = stepsOf(form, changed(sampleFor(form, '无脚本'), 'contact.phone', '12345'));
    await at(`/forms/${form.id}/`, { javaScriptEnabled: false }, async page => {
      await fillForm(page, wrong, { script: false });
      const [refused] = await Promise.all([
        page.waitForResponse(response => response.request().method() === 'POST'),
        submit(page),
      ]);
      expect(refused.status()).toBe(422);
      expect(await page.locator('.error-summary a').allInnerTexts()).toHaveLength(1);
      expect(await page.locator('#f-contact-phone-error').innerText()).toContain('手机');
      expect(await shownFor(page, wrong)).toEqual(wrong);
      const answered = await page.content();
      await at('/refused/', {}, standsStill, still => still.route('**/refused/', plain(answered)));
      await page.locator('[name="contact.phone"]').fill('13800138000');
      await submit(page);
      await receiptNumber(page);
      expect(new URL(page.url()).pathname).toBe('/forms/receipt/');
    });
  });
});

/** What WeChat says it is on a phone of 2018, and what a browser that old lacks. */
const wechat =
  'Mozilla/5.0 (Linux; Android 9; V1816A) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/86.0.4240.99 XWEB/4343 MMWEBSDK/20220903 Mobile Safari/537.36 MMWEBID/4512 MicroMessenger/8.0.28.2240(0x28001C57) WeChat/arm64 Weixin NetType/4G Language/zh_CN ABI/arm64';

const grewOld = (): void => {
  const lacks: readonly (readonly [object, readonly string[]])[] = [
    [Array.prototype, ['at', 'findLast', 'findLastIndex', 'toSorted', 'toReversed', 'toSpliced', 'with']],
    [String.prototype, ['at', 'isWellFormed', 'toWellFormed']],
    [Object, ['hasOwn', 'groupBy']],
    [Array, ['fromAsync']],
    [AbortSignal, ['timeout', 'any']],
    [globalThis, ['structuredClone']],
    [Crypto.prototype, ['randomUUID']],
    [Navigator.prototype, ['clipboard', 'serviceWorker']],
  ];
  for (const [holder, names] of lacks) for (const name of names) Reflect.deleteProperty(holder, name);
};

describe.concurrent('in WeChat', () => {
  test.each(forms)('$id is filled in and sent', async form => {
    const options = { userAgent: wechat, isMobile: true, hasTouch: true };
    const work = async (page: Page): Promise<void> => {
      await page.locator('#device').waitFor();
      await fillForm(page, stepsOf(form, sampleFor(form, '微信')));
      await submit(page);
      await receiptNumber(page);
    };
    await at(`/forms/${form.id}/`, options, work, page => page.addInitScript(grewOld));
  });
});

const sizes = new Map<string, number>();
const sizeOf = (path: string): number => {
  const size = sizes.get(path) ?? brotliCompressSync(readFileSync(`dist${decodeURIComponent(path)}`)).length;
  sizes.set(path, size);
  return size;
};
/** Bytes of the scripts that a page loaded by itself, as brotli sends them. */
const weightOf = (scripts: ReadonlySet<string>): number =>
  [...scripts].reduce((sum, path) => sum + sizeOf(path), 0);

describe.concurrent('to look at', () => {
  test.each(forms)('$id is clean fresh and with errors, and loads under 20 KB of scripts', async form => {
    const scripts = new Set<string>();
    const count = (page: Page) =>
      page.on('request', one => one.resourceType() === 'script' && scripts.add(new URL(one.url()).pathname));
    const work = async (page: Page): Promise<void> => {
      await page.waitForLoadState('networkidle');
      expect(scripts.size).toBeGreaterThan(0);
      expect(weightOf(scripts)).toBeLessThan(20 * 1024);
      await atDesk(page, seen);
      await onPhone(page);
      await submit(page);
      await page.locator('.error-summary').waitFor();
      expect(await hasFocus(page, '.error-summary')).toBe(true);
      await onPhone(page);
      expect(await reflow(page)).toEqual([]);
    };
    await at(`/forms/${form.id}/`, {}, work, count);
  });

  test.each([
    '/forms/',
    '/en/forms/',
    ...forms.filter(form => form.bulk).map(form => `/forms/${form.id}/bulk/`),
  ])('%s is clean and fits a narrow phone', async path => {
    await at(path, {}, clean);
  });

  test('the receipt of several needs and the page of its case are clean and fit a narrow phone', async () => {
    const form = forms.find(one => one.apart !== undefined);
    const steps: readonly Step[] = form ? stepsOf(form, sampleFor(form, '回执')) : [];
    await at(`/forms/${form?.id}/`, {}, async page => {
      await fillForm(page, steps);
      await submit(page);
      const number = await receiptNumber(page);
      expect(await page.locator('[data-several] li').count()).toBe(2);
      await clean(page);
      await page.getByRole('link', { name: '查办理进度' }).last().click();
      await page.locator('.timeline').waitFor();
      expect(await page.getByRole('main').innerText()).toContain(number);
      await clean(page);
    });
  });
});
