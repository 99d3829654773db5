import { execFile } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { checkContent } from '#src/commands/content.ts';

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'reopendesk-editor-'));
  cpSync('content', join(root, 'content'), { recursive: true });
  symlinkSync(resolve('node_modules'), join(root, 'node_modules'));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

type Ended = { readonly code: number; readonly said: string };

/** Types the lines at the command's questions. */
const typed = (args: readonly string[], lines: readonly string[]): Promise<Ended> =>
  new Promise(done => {
    const command = ['--import', resolve('src/node.mjs'), resolve('src/commands/content-new.ts'), ...args];
    const child = execFile(process.execPath, command, { cwd: root }, (error, stdout, stderr) =>
      done({ code: Number(error?.code ?? 0), said: stdout + stderr }),
    );
    child.stdin?.end(lines.map(line => `${line}\n`).join(''));
  });

const read = (file: string): string => readFileSync(join(root, file), 'utf8');

describe('npm run content -- new', () => {
  test('faq: what was typed wrong is asked again, and the file is in order', async () => {
    const ended = await typed(
      ['new', 'faq'],
      [
        '',
        '水费能缓缴吗？',
        '99',
        '水电气',
        '能，三个月。',
        '- 打热线',
        '- 报户号',
        '.',
        '2',
        'Faq 1',
        '',
        'n',
      ],
    );
    expect(ended).toEqual({ code: 0, said: expect.stringContaining('写好了：content/faq/') });
    expect(ended.said.match(/这样不行/g)).toHaveLength(3);
    const [, file = ''] = /写好了：(\S+)/.exec(ended.said) ?? [];
    expect(read(file)).toContain('question: 水费能缓缴吗？\ncategory: utilities\n');
    expect(read(file)).toContain('能，三个月。\n\n- 打热线\n- 报户号\n');
    expect(checkContent(root)).toEqual([]);
  });

  test('hotline: one more in the directory, the others as they were', async () => {
    const before = read('content/hotlines/directory.yaml');
    const numbers = '0431-85530000、0431-85530001转8';
    const lines = ['市供水热线', '市自来水公司', '9', '', 'abc', numbers, '停水、水费缓缴', '', '1', 'n'];
    expect((await typed(['new', 'hotline'], lines)).code).toBe(0);
    const after = read('content/hotlines/directory.yaml');
    expect(after.startsWith(before.trimEnd())).toBe(true);
    expect(after.slice(before.trimEnd().length)).toContain('- 0431-85530001转8\n');
    expect(checkContent(root)).toEqual([]);
  });

  test('policy: what is not known is null, dates are text, the five headings are there', async () => {
    const facts = [
      '关于缓缴水费的通知',
      '小微企业水费可缓缴三个月',
      '文件',
      '供水〔2020〕3号',
      '市水务局、市财政局',
    ];
    const where = [
      '市级',
      '吉林省长春市',
      '2020-03-01',
      '2020-02-29',
      '',
      '2020-03',
      '2020-02-01',
      '2020-06-30',
    ];
    const what = ['7、贷款融资', '小微企业', '3', '', 'www.example', '', '2'];
    const body = [
      '缓缴三个月',
      '.',
      '小微企业',
      '.',
      '打电话申请',
      '.',
      '6月30日',
      '.',
      '',
      '.',
      '市水务局',
      '.',
    ];
    const ended = await typed(['new', 'policy'], [...facts, ...where, ...what, ...body, 'water-fees', 'n']);
    expect(ended).toEqual({ code: 0, said: expect.stringContaining('/policies/city/water-fees/') });
    expect(ended.said).toContain('2020-02-29 早于前面写的 2020-03-01');
    expect(ended.said).toContain('2020-02-01 早于前面写的 2020-03-01');
    const file = read('content/policies/city/water-fees.mdx');
    for (const line of [
      'published: null',
      "issued: '2020-03-01'",
      'effectiveFrom: 2020-03',
      'source: null',
      '- utilities',
      '## 找谁咨询\n\n- 市水务局',
    ])
      expect(file.replaceAll("'2020-03'", '2020-03')).toContain(line);
    expect(checkContent(root)).toEqual([]);
  });

  test('notice: of the day of the site unless told otherwise; broken off half-way nothing is written', async () => {
    const lines = ['窗口周末开门', '', '周六、周日窗口有人。', '.', 'weekend', 'n'];
    const broken = await typed(['new', 'notice'], lines.slice(0, 3));
    expect(broken).toEqual({ code: 2, said: expect.stringContaining('什么都没有改') });
    expect(existsSync(join(root, 'content/notices/weekend.md'))).toBe(false);
    expect((await typed(['new', 'notice'], lines)).code).toBe(0);
    expect(read('content/notices/weekend.md')).toContain("published: '2020-03-20'\n");
    const later = await typed(['new', 'notice'], ['以后', '2020-04-01', '四月开。', '.', 'april', 'n']);
    expect(later.said).toContain('网站现在按2020-03-20的情况显示，这条2020-04-01才公布');
    const again = await typed(['new', 'notice'], [...lines.slice(0, 5), 'weekend-2', 'n']);
    expect(again.said).toContain('weekend 已经有了');
  });

  test('a link that leads nowhere is told, and the file is not left behind', async () => {
    const lines = ['窗口', '', '见[办法](/policies/national/nothing/)', '.', 'nowhere', 'n'];
    const ended = await typed(['new', 'notice'], lines);
    expect(ended).toEqual({ code: 2, said: expect.stringContaining('文件没有写') });
    // Nothing that was typed is lost.
    expect(ended.said).toContain('title: 窗口');
    expect(existsSync(join(root, 'content/notices/nowhere.md'))).toBe(false);
  });

  test.each([[[]], [['new']], [['new', 'page']], [['check', 'it']]])('%j is told how', async args => {
    expect(await typed(args, [])).toEqual({ code: 2, said: expect.stringContaining('用法：') });
  });
});

describe('npm run content -- check', () => {
  test('tells every mistake of every file at once', async () => {
    expect(await typed(['check'], [])).toEqual({ code: 0, said: '内容没有问题。\n' });
    rmSync(join(root, 'content/glossary.yaml'));
    rmSync(join(root, 'content/faq/faq-01.md'));
    const ended = await typed(['check'], []);
    expect(ended.code).toBe(1);
    expect(ended.said).toContain('content/glossary.yaml');
  });
});
