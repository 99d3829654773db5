import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import AxeBuilder from '@axe-core/playwright';
import { describe, expect, test } from 'vitest';
import { onPhone } from './phone.ts';

const { open, close } = onPhone();

/** What the HTML of a built page asks for before anybody presses anything: bytes of its scripts and of what they import, by brotli. */
const weigh = (path: string): { readonly js: number; readonly requests: number } => {
  const html = readFileSync(join('dist', path, 'index.html'), 'utf8');
  const named = (pattern: RegExp) => [...html.matchAll(pattern)].map(([, name = '']) => name);
  const scripts = named(/<script[^>]*src="([^"]+)"/g);
  const imported = scripts.flatMap(name =>
    [
      ...readFileSync(join('dist', name), 'utf8').matchAll(
        /import\s*(?:[^"'()]*from\s*)?["'](\.\/[^"']+)["']/g,
      ),
    ].map(([, file = '']) => `/_astro/${file.slice(2)}`),
  );
  const js = [...new Set([...scripts, ...imported])];
  const others = named(/<link[^>]*rel="(?:stylesheet|icon)"[^>]*href="((?!data:)[^"]+)"/g);
  const size = (name: string) => brotliCompressSync(readFileSync(join('dist', name))).length;
  return { js: js.reduce((sum, name) => sum + size(name), 0), requests: 1 + scripts.length + others.length };
};

const own = [
  '/guides/',
  '/guides/short/',
  '/guides/poster/',
  '/guides/booklet/',
  '/guides/checklist/',
  '/guides/process/',
  '/guides/workplace/',
  '/documents/',
  '/documents/gate-register/',
];

describe.each(own)('%s', path => {
  test.each(['light', 'dark'] as const)(
    'has nothing that axe finds, in %s, and reflows at 320 px',
    async colorScheme => {
      const page = await open(path, { viewport: { width: 320, height: 640 }, colorScheme });
      const { violations } = await new AxeBuilder({ page }).analyze();
      expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(node => node.html).join(' ')}`)).toEqual(
        [],
      );
      const over = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect(over).toBeLessThanOrEqual(0);
      await close(page);
    },
  );
});

test('every one comes in 4 requests, with under 4 KB of JavaScript', () => {
  const heavy = own.filter(path => {
    const { js, requests } = weigh(path);
    return js >= 4 * 1024 || requests > 4;
  });
  expect(heavy).toEqual([]);
});
