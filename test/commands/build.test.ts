import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';

const home = join(import.meta.dirname, '../..');
mkdirSync(join(home, 'test/.tmp'), { recursive: true });
const root = mkdtempSync(join(home, 'test/.tmp/build-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

const build = (...args: string[]) =>
  spawnSync(process.execPath, [join(home, 'src/commands/build.ts'), ...args], {
    cwd: root,
    encoding: 'utf8',
  });

test('wrong content stops the build with one block that names file, field and fix, and without a stack', () => {
  for (const path of ['zone.yaml', 'rules', 'calendar', 'catalogue']) {
    cpSync(join(home, 'content', path), join(root, 'content', path), { recursive: true });
  }
  cpSync(join(home, 'test/fixtures/content/good'), root, { recursive: true });
  cpSync(join(home, 'test/fixtures/content/missing-issuer'), root, { recursive: true });
  const { status, stdout, stderr } = build();
  expect(status).toBe(1);
  expect(stdout).toBe('');
  expect(stderr.trim()).toBe(
    [
      '内容有 1 处要改，改好以后再建站。',
      '',
      '文件：content/policies/national/demo-2020-6.mdx',
      '栏目：issuers',
      '哪里不对：少了这个栏目',
      '应当怎么写：写成列表，例如 [甲, 乙]',
    ].join('\n'),
  );
  expect(existsSync(join(root, 'dist'))).toBe(false);
});

test('an unknown option is refused in one line', () => {
  const { status, stderr } = build('--fast');
  expect(status).toBe(1);
  expect(stderr.trim().split('\n')).toHaveLength(1);
  expect(stderr).toContain('--best');
});
