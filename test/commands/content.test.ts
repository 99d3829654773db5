import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
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
  [
    'wrong-translation',
    'content/guides/en.yaml',
    1,
    '第1项 id',
    '没有这一节指南：nowhere',
    '写 content/guides 里的文件名',
  ],
  ['wrong-access', policy, 17, 'access', '“auto”', '只能写：automatic（免申即享）'],
  ['wrong-level', policy, 8, 'level', '和所在文件夹 national 不一样', 'level: national'],
  ['broken-yaml', policy, 8, '（格式）', '这一行读不懂', '检查括号和引号'],
  ['wide-colon', policy, 2, '（格式）', 'title：示范文件', '半角冒号'],
  ['no-front-matter', 'content/notices/open.md', 1, '（整个文件）', '开头没有栏目', '第一行写 ---'],
  [
    'unknown-addressee',
    'content/notices/open.md',
    6,
    'areas',
    '没有这个代码 nowhere',
    '只能写：east、west、incubator',
  ],
  ['idle-version', 'content/notices/open.md', 5, 'version', '', '加上 mustRead: true'],
  [
    'dangling-policy',
    'content/faq/faq-01.md',
    4,
    'policies 第1项',
    '没有这份政策：national/demo-2020-7',
    '是不是“national/demo-2020-6”？',
  ],
  [
    'dangling-amends',
    policy,
    22,
    'amends 第1项 id',
    '没有这份政策：demo-2020-5',
    'content/policies 里有：national/demo-2020-6',
  ],
  [
    'declared-differs',
    policy,
    15,
    'validity',
    '声明的是 lapsed，按日期推算到2026-11-22却是“执行中，2027年6月30日截止',
    '核对 effectiveFrom',
  ],
  ['dangling-link', policy, 26, '（正文）', '没有这个热线：12346', '是不是“12345”？'],
  ['unknown-source', 'content/guides/prepare.mdx', 10, '（正文）', '没有这个出处：G7', '是不是“G6”？'],
  ['loose-number', 'content/guides/prepare.mdx', 12, '（正文）', '数字 8 没有依据', '写进 <Fact sources='],
  ['check-twice', 'content/guides/prepare.mdx', 12, '（正文）', '<Check id="7"> 编号不能用', '1 到 500'],
  ['dangling-form', 'content/guides/prepare.mdx', 12, '（正文）', '没有这张表单：mask', '现有的表单'],
  [
    'dangling-step',
    'content/guides/process.yaml',
    11,
    '第1项 next 第1项 to',
    '没有这个步骤：redy',
    '是不是“ready”？',
  ],
  [
    'unexplained-gap',
    'content/figures/demo.yaml',
    17,
    'tables 第1项 total',
    '各行加起来是 285，合计是 286，差 1，没有说明',
    '写 gap: { of: 1, why: … }',
  ],
  [
    'summed-stages',
    'content/figures/demo.yaml',
    17,
    'tables 第1项 total',
    '各行不能相加，却写了合计',
    'total、gap 写 null',
  ],
  [
    'wrong-share',
    'content/figures/demo.yaml',
    14,
    'rates 第1项 published',
    '原文是 95.00%，按分子分母算是 94.64%',
    '照原文核对',
  ],
  ['twice', 'content/hotlines/directory.yaml', 15, '第2项 id', '12345 写了两次', '每项的 id 只用一次'],
  [
    'unknown-area',
    'content/suppliers/directory.yaml',
    5,
    '第1项 areas',
    '没有这个片区 nowhere',
    '只能写：east、west、incubator',
  ],
  [
    'wrong-hours',
    'content/hotlines/directory.yaml',
    10,
    '第1项 shifts 第1项 from',
    '“8:30”',
    '时间写成 08:30',
  ],
  ['wrong-phone', 'content/hotlines/directory.yaml', 6, '第1项 numbers 第1项', '“12345678”', "写成 '12366'"],
  ['stray', 'content/policies/demo.mdx', null, '（整个文件）', '不会上网页', '政策放 policies/级别/'],
  [
    'turned-dates',
    'content/rules/key-enterprises.yaml',
    null,
    '（整个文件）',
    '第1行：to（2020-02-01）',
    '改日期',
  ],
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

const guide = 'content/guides/prepare.mdx';
const hotlines = 'content/hotlines/directory.yaml';
const calendar = 'content/calendar/2026.yaml';

/** What an editor may slip into a right file: the words there, those that he writes, and the one problem that he is told. */
const slips: [string, string, string, number | null, string, string][] = [
  [policy, '- 有问题', '- 面积<500平方米的，有问题', 26, '正文里有 <，', '不到500'],
  [policy, '- 有问题', '- 见{附件}，有问题', 26, '正文里有 {，', '括号用（）'],
  [policy, '- 有问题', '- <Short>有问题</Short>', 26, '没有 <Short> 这个标记', '删掉'],
  [guide, '主要负责人', '<Kurz>主要负责人</Kurz>', 10, '没有 <Kurz> 这个标记', 'Fact、Short、Poster'],
  [
    guide,
    '主要负责人',
    '<Short>主要负责人',
    10,
    '<Short> 还没有写 </Short>，先写了 </Fact>',
    '后开的标记先关',
  ],
  [guide, '责任人。</Fact>', '责任人。', 10, '<Fact> 后面没有 </Fact>', '后面写 </Fact>'],
  [guide, '责任人。</Fact>', '责任人。</Fact></Fact>', 10, '</Fact> 前面没有 <Fact>', '删掉它'],
  [policy, "issued: '", "issued:'", 10, '这一行读不懂：issued:', '冒号加一个空格'],
  [policy, 'region: 全国', '   region: 全国', 9, '这一行读不懂：region', '空格多了'],
  [policy, "checkedOn: '2026-11-22'\n---", "checkedOn: '2026-11-22'", 1, '少了第二条 ---', '另起一行写 ---'],
  [policy, '示范文件', '\uFFFD\uFFFD文件', 1, '编码不对', 'UTF-8'],
  [hotlines, 'operator: 地方', 'operator：地方', 3, '这一行读不懂：operator：', '半角冒号'],
  [calendar, "to: '2026-01-03'", "to: '2025-12-31'", 4, '现在写的是', '最后一天早于第一天；from 写第一天'],
  [calendar, "from: '2026-02-15'", "from: '2026-01-03'", 3, '现在写的是', '有两段放假重叠；每天只写在一段里'],
  [calendar, "'2026-01-04'", "'2026-01-05'", 11, '现在写的是', '这里有一天不是；照放假通知核对日期'],
  [calendar, "'2026-01-04'", "'2026-02-14'", 11, '现在写的是', '有一天写了两次；删掉一个'],
];

test.each(slips)('%s: %j written as %j is told once', (file, right, slip, line, wrong, fix) => {
  const root = siteWith(null);
  const text = readFileSync(join(root, file), 'utf8');
  expect(text).toContain(right);
  writeFileSync(
    join(root, file),
    text.replace(right, () => slip),
  );
  expect(checkContent(root)).toEqual([
    {
      file,
      line,
      field: expect.any(String),
      wrong: expect.stringContaining(wrong),
      fix: expect.stringContaining(fix),
    },
  ]);
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
