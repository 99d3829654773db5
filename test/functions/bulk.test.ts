import { writeXlsx } from 'hucre/xlsx';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import bulk from '#functions/bulk.ts';
import { formOf } from '#src/forms/index.ts';
import { type Cell, sheetColumns } from '#src/forms/sheet.ts';
import { allCases, type Desk, openDesk } from '../office.ts';
import { look, textOf } from './knock.ts';

let desk: Desk;
beforeEach(async () => {
  desk = await openDesk();
});
afterEach(() => desk.stop());

const form = formOf('daily-return');
if (!form) throw new Error('no daily return');
const headings = sheetColumns(form).map(column => column.heading['zh-Hans']);
const row = (values: Record<string, Cell>): Cell[] => headings.map(name => values[name] ?? null);
const firm = (name: string, more: Record<string, Cell> = {}): Cell[] =>
  row({
    企业名称: name,
    '所在园区、楼宇或街道': 'east',
    主要做什么: '生产制造',
    今天有没有异常: '无异常',
    到岗: 80,
    发热: 0,
    ...more,
  });
const sheet = async (...rows: Cell[][]): Promise<File> => {
  const bytes = await writeXlsx({ sheets: [{ name: '表', rows: [headings, ...rows] }] });
  return new File([new Uint8Array(bytes)], '日报.xlsx');
};

type Parts = Record<string, string | File>;
const post = (parts: Parts, page = false, path = 'daily-return'): Promise<Response> => {
  const body = new FormData();
  const common = { 'contact.name': '王小明', 'contact.phone': '13800138000', consent: 'on' };
  for (const [name, value] of Object.entries({ ...common, ...parts })) body.append(name, value);
  const headers = { accept: page ? 'text/html' : 'application/json' };
  return bulk(new Request(`http://zone.example/api/bulk/${path}`, { method: 'POST', body, headers }), {
    ip: '198.51.100.7',
  });
};

describe('A dry run', () => {
  test('tells how many and stores nothing', async () => {
    const answer = await post({ _sheet: await sheet(firm('甲厂'), firm('乙厂')), _act: 'check' });
    expect([answer.status, await answer.json()]).toEqual([200, { rows: 2, entries: 2, problems: [] }]);
    expect(await allCases(desk)).toEqual([]);
  });

  test('names row, column and what to change; nothing of the sheet is stored, sound rows neither', async () => {
    const wrong = await sheet(firm('甲厂'), firm('乙厂', { 到岗: '八十' }), firm('', { 发热: -1 }));
    const answer = await post({ _sheet: wrong, _act: 'send' });
    const { problems } = (await answer.json()) as {
      problems: { row: number; column: string; message: string }[];
    };
    expect(answer.status).toBe(422);
    expect(problems.map(({ row: at, column }) => [at, column])).toEqual([
      [3, '到岗'],
      [4, '发热'],
      [4, '企业名称'],
    ]);
    expect(await allCases(desk)).toEqual([]);
  });

  test('what is asked once is told once, beside its field', async () => {
    const rows = await sheet(firm('甲厂'), firm('乙厂'));
    const answer = await post({ _sheet: rows, _act: 'check', consent: '' });
    expect(await answer.json()).toMatchObject({
      problems: [{ row: null, message: expect.stringContaining('同意') }],
    });
    const page = await (await post({ _sheet: rows, _act: 'check', 'contact.phone': '1' }, true)).text();
    expect(page).toContain('aria-invalid="true"');
  });

  test.each([
    ['no file', {}],
    ['a file that is no spreadsheet', { _sheet: new File(['PK no sheet'], '表.xlsx') }],
    ['content that was made up', { _content: '[{"enterprise":1}]' }],
    ['content that is no list', { _content: '{}' }],
  ] satisfies [string, Parts][])('%s is refused in words', async (_, parts) => {
    const answer = await post({ ...parts, _act: 'send' });
    const { problems } = (await answer.json()) as { problems: { message: string }[] };
    expect(answer.status).toBe(422);
    expect(problems.length).toBeGreaterThan(0);
    expect(await allCases(desk)).toEqual([]);
  });

  test('a form without a sheet is no address here', async () => {
    expect((await post({ _act: 'check' }, false, 'consultation')).status).toBe(404);
  });
});

describe('Sending a sheet', () => {
  test('every row becomes a case of its own, whose number and password open it', async () => {
    const answer = await post({ _sheet: await sheet(firm('甲厂'), firm('乙厂')), _act: 'send' });
    const { receipts } = (await answer.json()) as {
      receipts: { enterprise: string; number: string; pin: string }[];
    };
    expect(receipts.map(one => one.enterprise)).toEqual(['甲厂', '乙厂']);
    expect(await allCases(desk)).toHaveLength(2);
    for (const { number, pin } of receipts) expect((await look({ number, pin })).status).toBe(200);
  });

  test('a firm that reported this day already is told so and not doubled', async () => {
    await post({ _sheet: await sheet(firm('甲厂')), _act: 'send' });
    const answer = await post({
      _sheet: await sheet(firm('甲厂', { 到岗: 81 }), firm('乙厂')),
      _act: 'send',
    });
    expect(await answer.json()).toMatchObject({
      receipts: [
        { enterprise: '甲厂', state: 'already', number: '' },
        { enterprise: '乙厂', state: 'received' },
      ],
    });
    expect(await allCases(desk)).toHaveLength(2);
  });

  test('without JavaScript: a check gives the button that sends, and pressing it twice stores once', async () => {
    const page = await (
      await post({ _sheet: await sheet(firm('甲厂'), firm('<b>乙厂')), _act: 'check' }, true)
    ).text();
    expect(textOf(page)).toContain('2行都没有问题，会登记成2份。现在还没有提交。');
    const value = (name: string) =>
      (new RegExp(`name="${name}" value="([^"]*)"`).exec(page)?.[1] ?? '')
        .replaceAll('&quot;', '"')
        .replaceAll('&lt;', '<')
        .replaceAll('&gt;', '>');
    const back = { _content: value('_content'), _key: value('_key'), _act: 'send' };
    const done = await (await post(back, true)).text();
    const again = await (await post(back, true)).text();
    expect(textOf(done)).toContain('2份已登记');
    expect(done).toContain('&lt;b&gt;乙厂');
    expect(again).toBe(done);
    expect(await allCases(desk)).toHaveLength(2);
  });
});
