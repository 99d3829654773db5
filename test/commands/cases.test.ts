import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { linkOf, look, type Receipt, receiptOf, send } from '../functions/knock.ts';
import { type Desk, openDesk } from '../office.ts';
import { consultation, materials } from '../submissions.ts';

const root = join(import.meta.dirname, '../..');
let desk: Desk;
let need: Receipt;
let question: Receipt;

/** Runs the command on the data folder that the functions have open, as an officer beside the running server does. */
const run = (...args: string[]) => {
  const { PATH = '', HOME = '' } = process.env;
  const env = { PATH, HOME, REOPENDESK_DATA: desk.data };
  const { status, stdout, stderr } = spawnSync(process.execPath, ['src/commands/cases.ts', ...args], {
    cwd: root,
    env,
    encoding: 'utf8',
  });
  return { status, stdout, stderr };
};

beforeAll(async () => {
  desk = await openDesk();
  const line = (set: object) => ({ item: 'alcohol', quantity: 5, unit: 'kg', ...set });
  const needed = materials({
    enterprise: { name: '=HYPERLINK("http://x")', area: 'east', line: 'industry' },
    contact: { name: '@王小明', phone: '+86 138 0013 8000', role: '+经理' },
    items: [line({ spec: '-75%', quantity: 5 }), line({ quantity: null })],
    note: '说"急"，\n两行',
  });
  need = await receiptOf(await send('materials', needed));
  desk.pass(5);
  const asked = consultation({ contact: { name: '李四', phone: '0431-87019189 转 8012' } });
  question = await receiptOf(await send('consultation', asked));
});
afterAll(() => desk.stop());

describe('npm run cases -- list, show', () => {
  test('list: one line a case, oldest first', () => {
    const { status, stdout, stderr } = run('list');
    expect([status, stderr]).toEqual([0, '']);
    const lines = stdout.trimEnd().split('\n');
    expect(lines.map(line => line.split('  ').slice(0, 4))).toEqual([
      [need.number, 'materials', 'received', 'supplies'],
      [question.number, 'consultation', 'received', 'law'],
    ]);
    expect(lines[0]).toContain('=HYPERLINK("http://x")');
  });

  test('show: what was sent, the number to dial, the course, and whether the chain is whole', () => {
    const { status, stdout } = run('show', question.number);
    expect(status).toBe(0);
    expect(stdout).toContain('  您的问题：合同到期交不了货，要不要赔？');
    expect(stdout).toContain('  联系人：李四');
    expect(stdout).toContain('  拨打：0431-87019189 转 8012');
    expect(stdout).toMatch(/\n {2}\d{4}-.*Z {2}received {2}enterprise/);
    expect(stdout).toContain('  事件链：完整');
  });

  test('the number as it is read out, with or without dashes', () => {
    const { number } = linkOf(question);
    const spaced = `${number.slice(0, 5)} ${number.slice(5)}`;
    for (const typed of [number, question.number, spaced]) expect(run('show', typed).status).toBe(0);
  });
});

describe('npm run cases -- answer, new-pin', () => {
  test('an answer is seen by the enterprise when it follows its case; a second adds to it', async () => {
    const { status, stdout } = run('answer', question.number, '可以协商延期。', '--as', '李办');
    expect([status, stdout]).toEqual([0, `已答复 ${question.number}\n`]);
    run('answer', question.number, '--', '-先发函。');
    const course = (await (await look(linkOf(question))).json()) as {
      state: string;
      answers: { text: string }[];
    };
    expect(course.state).toBe('answered');
    expect(course.answers.map(one => one.text)).toEqual(['可以协商延期。', '-先发函。']);
    const shown = run('show', question.number).stdout;
    expect(shown).toContain('answered  李办  可以协商延期。');
    expect(shown).toContain('answered  office  -先发函。');
    expect(shown).toContain('事件链：完整');
  });

  test('new-pin: the new one works, the old stops, the link stays', async () => {
    const { status, stdout } = run('new-pin', need.number);
    const pin = /新查询密码：(\d{6})$/.exec(stdout.trim())?.[1];
    expect([status, pin]).toEqual([0, expect.any(String)]);
    expect((await look({ number: need.number, pin })).status).toBe(200);
    expect((await look({ number: need.number, pin: need.pin })).status).toBe(404);
    expect((await look(linkOf(need))).status).toBe(200);
  });
});

describe('npm run cases -- export', () => {
  /** Cells of a CSV by RFC 4180. */
  const parse = (text: string): string[][] =>
    text
      .trimEnd()
      .split(/\n(?=(?:[^"]*"[^"]*")*[^"]*$)/)
      .map(row =>
        [...row.matchAll(/("(?:[^"]|"")*"|[^,]*)(?:,|$)/g)]
          .slice(0, -1)
          .map(([, cell = '']) => (cell.startsWith('"') ? cell.slice(1, -1).replaceAll('""', '"') : cell)),
      );

  test('with a BOM for Excel, headings, and one row a line', () => {
    const { status, stdout } = run('export', 'materials');
    expect([status, stdout.charCodeAt(0)]).toEqual([0, 0xfeff]);
    const [head = [], ...rows] = parse(stdout.slice(1));
    expect(head.slice(0, 6)).toEqual(['登记编号', '收到时间', '状态', '承办', '到期', '企业名称']);
    expect(rows).toHaveLength(2);
    for (const row of rows) expect([row[0], row.length]).toEqual([need.number, head.length]);
    const column = (name: string) => rows.map(row => row[head.indexOf(name)]);
    expect(column('数量')).toEqual(['5', '']);
    expect(column('规格要求')).toEqual(["'-75%", '']);
    expect(column('补充说明')).toEqual(['说"急"，\n两行', '说"急"，\n两行']);
    expect(column('物资')).toEqual(['酒精', '酒精']);
  });

  test('ASVS 1.2.10: no cell is a formula', () => {
    const rows = [
      ...parse(run('export', 'materials').stdout.slice(1)),
      ...parse(run('export', 'consultation').stdout),
    ];
    for (const cell of rows.flat()) expect(cell).not.toMatch(/^[=+\-@\t\r\n]/);
    const cells = rows.flat();
    expect(cells).toEqual(
      expect.arrayContaining(['\'=HYPERLINK("http://x")', "'@王小明", "'+经理", "'+86 138 0013 8000"]),
    );
  });

  test('only the form that was named; an empty one has its headings', () => {
    expect(
      parse(run('export', 'consultation').stdout.slice(1))
        .slice(1)
        .map(row => row[0]),
    ).toEqual([question.number]);
  });
});

describe('a mistake: exit 2 and a line that helps', () => {
  test.each([
    [[], '用法：'],
    [['frob'], '用法：'],
    [['show'], '编号不对：（没有写）。编号是13位数字'],
    [['show', '123'], '编号不对：123。'],
    [['show', '6032000000000'], '6032000000000'],
    [['answer', 'NUMBER'], '请在编号后面写答复，1到4000个字，用引号括起来。'],
    [['answer', 'NUMBER', '   '], '请在编号后面写答复'],
    [['answer', 'NUMBER', '长'.repeat(4001)], '请在编号后面写答复'],
    [['answer', 'NUMBER', '很', '多', '字'], '用引号括起来'],
    [['answer', 'NUMBER', '-短横线开头'], '用法：'],
    [['export'], '没有这张表：（没有写）'],
    [['export', 'nothing'], '没有这张表：nothing'],
    [['list', '--frob'], '用法：'],
    [['list', '--as'], '用法：'],
  ])('%j', (args, told) => {
    const { status, stdout, stderr } = run(...args.map(arg => (arg === 'NUMBER' ? need.number : arg)));
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr).toContain(told);
    expect(stderr).not.toMatch(/\bat .*:\d+|TypeError|node:/);
  });

  test('a mistake changes nothing and makes no data folder', () => {
    const data = join(mkdtempSync(join(tmpdir(), 'reopendesk-')), 'none');
    const { PATH = '', HOME = '' } = process.env;
    const env = { PATH, HOME, REOPENDESK_DATA: data };
    const ended = spawnSync(process.execPath, ['src/commands/cases.ts'], {
      cwd: root,
      env,
      encoding: 'utf8',
    });
    expect(ended.status).toBe(2);
    expect(existsSync(data)).toBe(false);
    rmSync(join(data, '..'), { recursive: true });
    expect(run('show', need.number).stdout).toContain('事件链：完整');
  });
});
