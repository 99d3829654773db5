import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, beforeEach, expect, test } from 'vitest';
import { breaches } from './house.ts';

mkdirSync(join(import.meta.dirname, '.tmp'), { recursive: true });
const root = mkdtempSync(join(import.meta.dirname, '.tmp/house-'));
const put = (path: string, text: string) => {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
};
const found = () => breaches(root).map(({ file, line, wrong }) => `${file}:${line} ${wrong}`);

beforeEach(() => {
  rmSync(root, { recursive: true, force: true });
  put('package-lock.json', '{\n "packages": {}\n}\n');
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

test('a file over 300 lines', () => {
  put('src/rules/long.ts', '// line\n'.repeat(301));
  put('src/rules/whole.ts', '// line\n'.repeat(300));
  put('src/styles/long.css', '/* line */\n'.repeat(301));
  put('content/faq/long.md', 'line\n'.repeat(400));
  expect(found()).toEqual(['src/rules/long.ts:301 301 lines', 'src/styles/long.css:301 301 lines']);
});

test('a function over 25 lines', () => {
  put('functions/wide.ts', '// line\n'.repeat(26));
  put('functions/door.ts', '// line\n'.repeat(25));
  expect(found()).toEqual(['functions/wide.ts:26 26 lines']);
});

test('any in code, in front matter and in a script, not in words', () => {
  put('src/rules/loose.ts', '// any of them\nexport const x = 1 as any;\nexport const any = 2;\n');
  put(
    'src/components/Loose.astro',
    '---\nconst x: any = 1;\n---\n<p>any</p>\n<script>\nlet y: any;\n</script>\n',
  );
  expect(found()).toEqual([
    'src/components/Loose.astro:2 any',
    'src/components/Loose.astro:6 any',
    'src/rules/loose.ts:2 any',
  ]);
});

test('the environment is read in one file; setting it for a tool is not reading', () => {
  put('src/config.ts', 'export const port = process.env.PORT;\n');
  put(
    'src/http/limits.ts',
    "import { env } from 'node:process';\nexport const x = [process.env['X'], env.Y];\n",
  );
  put('src/commands/build.ts', "process.env.ASTRO_TELEMETRY_DISABLED = '1';\n");
  put('test/store.ts', 'export const url = process.env.TEST_DATABASE_URL;\n');
  expect(found()).toEqual([
    'src/http/limits.ts:1 reads process.env',
    'src/http/limits.ts:2 reads process.env',
  ]);
});

test('an import without its extension', () => {
  put(
    'src/rules/bare.ts',
    "import { x } from './day';\nexport * from '../i18n/words.ts';\nimport '#src/x.ts';\n",
  );
  expect(found()).toEqual(['src/rules/bare.ts:1 import without extension']);
});

test('names', () => {
  for (const path of [
    'src/rules/openingHours.ts',
    'src/components/risk-level.astro',
    'src/Views/form.ts',
    'content/policies/national/nat_1.mdx',
  ]) {
    put(path, '');
  }
  for (const path of [
    'src/rules/opening-hours.test-data.ts',
    'src/components/RiskLevel.astro',
    'src/pages/policies/[level]/[...slug].astro',
    'src/pages/404.astro',
    'content/policies/national/nat-1.mdx',
  ]) {
    put(path, '');
  }
  expect(found()).toEqual([
    'content/policies/national/nat_1.mdx:1 name',
    'src/Views/form.ts:1 name',
    'src/components/risk-level.astro:1 name',
    'src/rules/openingHours.ts:1 name',
  ]);
});

test('a lockfile with an address', () => {
  put('package-lock.json', '{\n "packages": {\n  "resolved": "https://registry.example/x.tgz"\n }\n}\n');
  expect(found()).toEqual(['package-lock.json:3 has an address']);
});
