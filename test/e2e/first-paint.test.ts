import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { onPhone } from './phone.ts';

const { open, close } = onPhone();

type Loaded = { readonly name: string; readonly bytes: number };

/** What the page has asked for, with the bytes of each body as they came; nobody has touched it. */
const loadedBy = (page: Page, kind: 'css' | 'js'): Promise<readonly Loaded[]> =>
  page.evaluate(
    end =>
      performance
        .getEntriesByType('resource')
        .filter(one => one instanceof PerformanceResourceTiming && new URL(one.name).pathname.endsWith(end))
        .map(one => ({
          name: new URL(one.name).pathname,
          bytes: (one as PerformanceResourceTiming).encodedBodySize,
        })),
    `.${kind}`,
  );

/** How far the page has moved under the reader's eyes since it was first seen. */
const shiftOf = (page: Page): Promise<number> =>
  page.evaluate(
    () =>
      new Promise<number>(resolve => {
        let sum = 0;
        new PerformanceObserver(list => {
          for (const one of list.getEntries()) sum += (one as PerformanceEntry & { value: number }).value;
        }).observe({ type: 'layout-shift', buffered: true });
        // What was noted before is handed over with the next frame.
        requestAnimationFrame(() => setTimeout(() => resolve(sum)));
      }),
  );

const inPage: readonly string[] = [];
const linked = [expect.stringMatching(/^\/_astro\/Site\./)];

/** Templates by address, with where their style is and the most bytes of JavaScript that may come before a touch. */
const most = [
  ['/', inPage, 4_096],
  ['/guides/prepare/', inPage, 4_096],
  ['/policies/national/nat-cb-2020-8/', inPage, 4_096],
  ['/policies/', inPage, 4_096],
  ['/hotlines/', inPage, 4_096],
  ['/forms/', inPage, 12_288],
  ['/forms/materials/', inPage, 12_288],
  ['/forms/consultation/', inPage, 12_288],
  ['/track/', linked, 4_096],
  ['/en/', inPage, 4_096],
  ['/en/forms/materials/', inPage, 12_288],
  ['/zh-hant/', inPage, 4_096],
] as const;

describe.each(most)('%s', (path, style, bytes) => {
  test('comes with its style and one script, and does not move once it is seen', async () => {
    const page = await open(path);
    const [css, js] = [await loadedBy(page, 'css'), await loadedBy(page, 'js')];
    expect([css.map(one => one.name), js.map(one => one.name)]).toEqual([
      style,
      [expect.stringMatching(/^\/_astro\//)],
    ]);
    expect(js[0]?.bytes).toBeLessThan(bytes);
    expect(await shiftOf(page)).toBeLessThan(0.02);
    await close(page);
  });
});

/** What a script shows, hides or says anew on the first screen. */
const late = [
  '/',
  '/guides/mask/',
  '/guides/checklist/',
  '/policies/',
  '/policies/city/',
  '/policies/national/nat-cb-2020-8/',
  '/hotlines/',
  '/en/hotlines/',
  '/forms/',
  '/forms/materials/',
  '/forms/labour/',
  '/forms/filing/',
  '/forms/donation/',
  '/search/',
  '/size/',
  '/documents/gate-register/',
  '/track/',
  '/large/',
  '/large/hotlines/',
  '/large/policies/national/nat-cb-2020-8/',
  '/large/forms/labour/',
];

test.each(late)('%s does not move when its script comes after it was seen', async path => {
  const page = await open('/offline/', { serviceWorkers: 'block' });
  let pass = () => {};
  const held = new Promise<void>(resolve => {
    pass = resolve;
  });
  await page.route(/\/_astro\/.*\.js$/, async route => {
    await held;
    await route.continue();
  });
  await page.goto(new URL(path, page.url()).href, { waitUntil: 'commit' });
  await page.waitForFunction(() => performance.getEntriesByName('first-contentful-paint').length > 0);
  pass();
  await page.waitForLoadState('networkidle');
  expect(await loadedBy(page, 'js')).not.toEqual([]);
  expect(await shiftOf(page)).toBeLessThan(0.01);
  await close(page);
});

test('what is asked only after another answer is asked of everyone where the script does not come', async () => {
  const page = await open('/offline/', { serviceWorkers: 'block' });
  await page.route(/\/_astro\/.*\.js$/, route => route.abort());
  await page.goto(new URL('/forms/labour/', page.url()).href);
  const field = page.locator('[data-when]').first();
  await field.evaluate(one => Promise.all(one.getAnimations().map(({ finished }) => finished)));
  expect((await field.boundingBox())?.height).toBeGreaterThan(40);
  await close(page);
});

test('what suggests titles comes when somebody is in the question box, and the index with it', async () => {
  const page = await open('/');
  const [script, index] = [
    page.waitForRequest(/\/_astro\/combobox-[^/]*\.js$/),
    page.waitForRequest(/\/search-index\//),
  ];
  await page.getByRole('combobox').focus();
  expect((await (await script).response())?.status()).toBe(200);
  expect((await (await index).response())?.status()).toBe(200);
  await close(page);
});

test('what was typed before the box could suggest anything is answered when it can', async () => {
  const page = await open('/');
  let pass = () => {};
  const held = new Promise<void>(resolve => {
    pass = resolve;
  });
  await page.route(/\/_astro\/combobox-/, async route => {
    await held;
    await route.continue();
  });
  const box = page.getByRole('combobox');
  await box.focus();
  await page.keyboard.type('稳岗');
  expect(await page.getByRole('option').count()).toBe(0);
  pass();
  await page.getByRole('option').first().waitFor();
  expect(await box.inputValue()).toBe('稳岗');
  // The lowest title can be pressed: nothing above it cuts the list off.
  const isOnTop = await page
    .getByRole('option')
    .last()
    .evaluate(one => {
      const { x, y, width, height } = one.getBoundingClientRect();
      return one.contains(document.elementFromPoint(x + width / 2, y + height / 2));
    });
  expect(isOnTop).toBe(true);
  await close(page);
});
