import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { checkContent, inWords } from '#src/commands/content.ts';

const home = join(import.meta.dirname, '../..');
const fixtures = join(home, 'test/fixtures/content');
const made: string[] = [];

/** A right `content/` (the zone's own tables are ours), with the files of one mistake laid over it. */
const siteWith = (mistake: string | null): string => {
  mkdirSync(join(home, 'test/.tmp'), { recursive: true });
  const root = mkdtempSync(join(home, 'test/.tmp/content-'));
  made.push(root);
  for (const path of ['zone.yaml', 'rules', 'calendar', 'catalogue']) {
    cpSync(join(home, 'content', path), join(root, 'content', path), { recursive: true });
  }
  for (const layer of ['good', mistake]) {
    if (layer) cpSync(join(fixtures, layer), root, { recursive: true });
  }
  return root;
};

afterEach(() => {
  for (const root of made.splice(0)) rmSync(root, { recursive: true, force: true });
});

test('right content has no problems', () => {
  expect(checkContent(siteWith(null))).toEqual([]);
});

const policy = 'content/policies/national/demo-2020-6.mdx';
type Expected = [
  mistake: string,
  file: string,
  line: number | null,
  field: string,
  wrong: string,
  fix: string,
];
const mistakes: Expected[] = [
  ['bad-date', policy, 10, 'issued', '“2020-02-30”', '写成 2020-03-20；只知道月份写 2020-03'],
  [
    'unquoted-date',
    policy,
    11,
    'published',
    '没有加引号的日期 2020-03-03',
    "写成带引号的日期，例如 '2020-03-20'",
  ],
  ['unknown-field', policy, 10, 'regoin', '没有这个栏目', '是不是“region”？'],
  ['missing-issuer', policy, null, 'issuers', '少了这个栏目', '写成列表，例如 [甲, 乙]'],
  ['missing-date', policy, null, 'applyBy', '少了这个栏目', '没有就写 null'],
  ['bad-number', policy, 5, 'number', '“国办发明电2020-6”', '发文字号写成“国办发明电〔2020〕6号”'],
  ['wrong-access', policy, 17, 'access', '“auto”', '只能写：automatic（免申即享）'],
  ['wrong-level', policy, 8, 'level', '和所在文件夹 national 不一样', 'level: national'],
  ['broken-yaml', policy, 8, '（格式）', '这一行读不懂', '检查括号和引号'],
  ['wide-colon', policy, 2, '（格式）', 'title：示范文件', '半角冒号'],
  ['no-front-matter', 'content/notices/open.md', 1, '（整个文件）', '开头没有栏目', '第一行写 ---'],
  [
    'dangling-policy',
    'content/faq/faq-01.md',
    4,
    'policies 第1项',
    '没有这份政策：national/demo-2020-7',
    '是不是“national/demo-2020-6”？',
  ],
  ['dangling-link', policy, 26, '（正文）', '没有这个热线：12346', '是不是“12345”？'],
  ['unknown-source', 'content/guides/prepare.mdx', 10, '（正文）', '没有这个出处：G7', '是不是“G6”？'],
  ['twice', 'content/hotlines/directory.yaml', 15, '第2项 id', '12345 写了两次', '每项的 id 只用一次'],
  ['stray', 'content/policies/demo.mdx', null, '（整个文件）', '不会上网页', '政策放 policies/级别/'],
  ['wrong-department', 'content/rules/routing.yaml', null, '（整个文件）', '没有这个部门', '照着同一张表'],
];

test.each(mistakes)('%s', (mistake, file, line, field, wrong, fix) => {
  const problems = checkContent(siteWith(mistake));
  expect(problems).toEqual([
    { file, line, field, wrong: expect.stringContaining(wrong), fix: expect.stringContaining(fix) },
  ]);
  const words = inWords(problems);
  for (const part of [`文件：${file}`, `栏目：${field}`, '哪里不对：', '应当怎么写：'])
    expect(words).toContain(part);
  // A validator's or a parser's own English is never shown.
  expect(words).not.toMatch(/invalid|expected|received|required|unrecognized|must be|undefined|error/i);
});

test('every mistake of the fixtures is asked about', () => {
  const asked = mistakes.map(([mistake]) => mistake);
  expect(
    readdirSync(fixtures)
      .filter(name => name !== 'good')
      .sort(),
  ).toEqual([...asked].sort());
});

test('mistakes of several files stand in one block', () => {
  const root = siteWith('bad-date');
  cpSync(join(fixtures, 'dangling-policy'), root, { recursive: true });
  expect(inWords(checkContent(root))).toMatch(/^内容有 2 处要改[\s\S]*demo-2020-6\.mdx[\s\S]*faq-01\.md/);
});
