import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { securityHeaders } from '#src/http/headers.ts';

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

test('every page carries the same headers as on a machine of its own', () => {
  expect(blocks.get('/*')).toEqual({ ...securityHeaders });
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
