import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { headersFile, headersIn, securityHeaders } from '#src/headers.ts';

const toml = readFileSync(join(import.meta.dirname, '../netlify.toml'), 'utf8');

/** The values of each `[[headers]]` block by its path. Our file is plain enough to be read by lines. */
const blocks = new Map(
  toml
    .split('[[headers]]')
    .slice(1)
    .map(block => {
      const pairs = [...block.matchAll(/^([\w-]+) = "(.*)"$/gm)].map(([, name = '', value = '']) => [
        name,
        value,
      ]);
      const { for: path = '', ...values } = Object.fromEntries(pairs) as Record<string, string>;
      return [path, values] as const;
    }),
);

test('the headers of every page are those of the file that the build writes, on a machine of its own too', () => {
  expect([...blocks.keys()]).toEqual(['/_astro/*', '/search-index/*']);
  expect(headersFile([])).toMatch(/^\/\*\n(?: {2}[\w-]+: [^\n]+\n)+$/);
  expect(headersIn(headersFile([]))).toEqual(securityHeaders);
  const { 'content-security-policy': policy } = headersIn(headersFile(['sha256-a', 'sha256-b']));
  expect(policy).toContain("; style-src 'self' 'sha256-a' 'sha256-b'; ");
});

test.each(['/_astro/*', '/search-index/*'])('%s has a hash in its name and is kept for ever', path => {
  expect(blocks.get(path)).toEqual({ 'cache-control': 'public, max-age=31536000, immutable' });
});

test('functions find the files that they read', () => {
  expect(toml).toContain(
    'included_files = ["content/**/*.yaml", "dist/_shell/*", "dist/search-index/**", "dist/notices/must-read.json"]',
  );
  expect(toml).toMatch(/^publish = "dist"$/m);
});
