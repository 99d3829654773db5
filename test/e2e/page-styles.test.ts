import { readdirSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { onPhone } from './phone.ts';

const { open, close } = onPhone();
const sheet = `/_astro/${readdirSync('dist/_astro').find(name => /^Site\..*\.css$/.test(name))}`;

/** How every element stands and looks, in one line each. */
const looks = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() =>
    [...document.body.querySelectorAll('*')].map(element => {
      const { x, y, width, height } = element.getBoundingClientRect();
      const style = getComputedStyle(element);
      const values = [...style].map(name => `${name}:${style.getPropertyValue(name)}`);
      return `${element.tagName}.${element.className} ${[x, y, width, height].join(' ')} ${values.join(';')}`;
    }),
  );

/** The whole style sheet in place of the part that the page brought. */
const linkWhole = (page: Page): Promise<void> =>
  page.evaluate(
    href =>
      new Promise<void>((resolve, reject) => {
        const link = Object.assign(document.createElement('link'), { rel: 'stylesheet', href });
        link.onload = () => resolve();
        link.onerror = () => reject(new Error(`no ${href}`));
        document.querySelector('style')?.replaceWith(link);
      }),
    sheet,
  );

/** Pages of every kind that brings its own part, in each language somewhere. */
const paths = [
  '/',
  '/en/',
  '/guides/',
  '/guides/mask/',
  '/guides/checklist/',
  '/en/guides/',
  '/zh-hant/policies/',
  '/policies/timeline/',
  '/policies/national/nat-cb-2020-8/',
  '/hotlines/',
  '/en/hotlines/',
  '/forms/',
  '/forms/materials/',
  '/zh-hant/forms/consultation/',
  '/forms/several/',
  '/forms/materials/bulk/',
  '/en/forms/labour/',
  '/notices/',
  '/faq/',
  '/practices/',
];

const settings = [
  { viewport: { width: 390, height: 844 }, colorScheme: 'light', media: 'screen' },
  { viewport: { width: 1280, height: 900 }, colorScheme: 'dark', media: 'screen' },
  { viewport: { width: 794, height: 1123 }, colorScheme: 'light', media: 'print' },
] as const;

describe.each(paths)('%s', path => {
  test.each(settings)(
    'looks with its part of the style sheet as with all of it: $viewport.width, $media',
    async ({ media, ...device }) => {
      const page = await open(path, { ...device, reducedMotion: 'reduce' });
      await page.emulateMedia({ media });
      expect(await page.locator('style').count()).toBe(1);
      const own = await looks(page);
      await linkWhole(page);
      const whole = await looks(page);
      expect(own.length).toBeGreaterThan(50);
      expect(own.filter((look, n) => look !== whole[n])).toEqual([]);
      await close(page);
    },
  );
});
