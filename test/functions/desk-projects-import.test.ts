import { readXlsx, writeXlsx } from 'hucre/xlsx';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import projectsImport from '#functions/desk-projects-import.ts';
import { projectColumns } from '#src/i18n/desk-projects-sheet.ts';
import { addProject } from '#src/projects/projects.ts';
import type { ProjectRow } from '#src/projects/store.ts';
import type { Cell } from '#src/rules/sheet.ts';
import { type Desk, openDesk } from '../office.ts';
import { newStaff, type SignedInStaff } from '../staff.ts';
import { newKey } from '../submissions.ts';
import { page, see } from './desk.ts';
import { hiddenIn } from './desk-knock.ts';
import { textOf } from './knock.ts';
import { plainOf, wrongIn } from './roster.ts';

let desk: Desk;
let building: SignedInStaff;
let dispatcher: SignedInStaff;
beforeAll(async () => {
  desk = await openDesk();
  building = await newStaff(desk, { role: 'officer', department: 'construction', name: '孙建设' });
  dispatcher = await newStaff(desk, { role: 'dispatcher', department: 'services' });
});
beforeEach(() => desk.at('2020-03-20T02:00:00.000Z'));
afterAll(() => desk.stop());

const heads = Object.values(projectColumns).map(words => words['zh-Hans']);
type Named = Readonly<Record<string, Cell>>;
let count = 0;
const bridge = (set: Named = {}): Named => ({
  项目名称: `跨河大桥${++count}号`,
  建设单位: '示例路桥公司',
  片区: '东区',
  战线: '建设',
  牵头部门: '建设局',
  总投资: '21亿元',
  计划开工: '2020/4/10',
  ...set,
});
const sheetOf = async (rows: readonly Named[], headings: readonly string[] = heads): Promise<File> => {
  const cells = rows.map(row => headings.map(name => row[name] ?? null));
  const bytes = await writeXlsx({ sheets: [{ name: '项目', rows: [[...headings], ...cells] }] });
  return new File([new Uint8Array(bytes)], '项目.xlsx');
};
type Parts = Readonly<Record<string, string | File>>;
const post = async (parts: Parts, who: SignedInStaff = building): Promise<Response> => {
  const body = new FormData();
  for (const [name, value] of Object.entries({ _csrf: who.csrf, ...parts })) body.append(name, value);
  const headers = { accept: 'text/html', cookie: who.cookie };
  const url = 'http://localhost:4321/desk/projects/sheets/import/';
  return projectsImport(new Request(url, { method: 'POST', body, headers }), { ip: '10.0.0.1' });
};
const check = async (rows: readonly Named[], who = building) =>
  post({ _act: 'check', _sheet: await sheetOf(rows) }, who);
/** What the button of a preview sends. */
const sentBy = (html: string): Parts => ({
  _act: 'confirm',
  ...Object.fromEntries(['_content', '_mark'].map(name => [name, plainOf(hiddenIn(html, name))])),
});
const bringIn = async (rows: readonly Named[], who = building): Promise<string> => {
  const checked = await check(rows, who);
  const html = await checked.text();
  if (checked.status !== 200) throw new Error(textOf(html));
  return (await post(sentBy(html), who)).headers.get('location') ?? '';
};
const all = async (): Promise<readonly ProjectRow[]> => {
  const narrow = { view: 'all', area: '', department: '', today: '2020-03-20' } as const;
  return (await desk.app.projects.store.projects({ ...narrow, after: null, limit: 500 })).rows;
};
const called = async (row: Named): Promise<ProjectRow> => {
  const found = (await all()).filter(one => one.name === row.项目名称);
  if (found.length !== 1 || !found[0]) throw new Error(`${found.length} of ${row.项目名称}`);
  return found[0];
};
const eventsOf = (projectId: string) =>
  desk.app.projects.store.projectEvents({ projectId, before: 99, limit: 50 });

describe('a sheet of projects', () => {
  test('is first a preview that writes nothing, then put whole; each project has its history', async () => {
    const [one, two] = [bridge(), bridge({ 总投资: 3000, 计划开工: new Date('2020-05-06T00:00:00.000Z') })];
    const before = (await all()).length;
    const html = await (await check([one, two])).text();
    for (const words of [
      '新增 2',
      String(one.项目名称),
      '示例路桥公司 · 建设局 · 东区 · 21亿元 · 2020-04-10',
    ])
      expect(textOf(html)).toContain(words);
    expect((await all()).length).toBe(before);
    const done = await post(sentBy(html));
    expect([done.status, done.headers.get('location')]).toEqual([303, '/desk/projects/?imported=2~0#done']);
    expect(textOf(await page(building, '/desk/projects/?imported=2~0'))).toContain(
      '导入好了：新增2个，改动0个',
    );
    expect(await called(two)).toMatchObject({
      investment: 30_000_000,
      planned: '2020-05-06',
      area: 'east',
      line: 'construction',
      department: 'construction',
      version: 1,
      state: 'preparing',
    });
    const { id } = await called(one);
    expect(await eventsOf(id)).toMatchObject([{ kind: 'added', actor: building.staff.login }]);
  });

  test('says what changes from what to what; what is not in it stays, and so do conditions', async () => {
    const [one, two, three] = [bridge(), bridge(), bridge()];
    await bringIn([one, two, three]);
    const moved = { ...two, 总投资: '20.5亿元', 片区: '西区' };
    const text = textOf(await (await check([one, moved])).text());
    for (const words of ['改动 1', '总投资：21亿元 → 20.5亿元', '片区：东区 → 西区', '表里另有1个不变'])
      expect(text).toContain(words);
    expect(text).not.toContain('移出');
    expect(await bringIn([one, moved])).toContain('imported=0~1');
    const now = await called(two);
    expect(now).toMatchObject({ investment: 2_050_000_000, area: 'west', version: 2 });
    const [event] = await eventsOf(now.id);
    expect(JSON.parse(event?.data ?? '')).toEqual({
      investment: [2_100_000_000, 2_050_000_000],
      area: ['east', 'west'],
    });
    expect((await called(three)).version).toBe(1);
  });

  test('every bad row is named, with its column and what to do, and nothing is imported', async () => {
    const twin = { ...bridge(), 项目名称: '同名的' };
    const before = (await all()).length;
    const rows = [
      { ...bridge(), 项目名称: '=HYPERLINK("http://x")' },
      { ...bridge(), 片区: '北区' },
      { ...bridge(), 总投资: '很多', 计划开工: '2020-02-30' },
      { ...bridge(), 牵头部门: '税务局' },
      twin,
      { ...twin, 建设单位: '另一家' },
      { 项目名称: '只有名字' },
      { ...bridge(), 总投资: '2000亿元' },
    ];
    const answer = await check(rows);
    const html = await answer.text();
    expect([answer.status, html.includes('_mark')]).toEqual([422, false]);
    const at = (row: number) =>
      wrongIn(html)
        .filter(([n]) => n === String(row))
        .map(([, column, message]) => `${column}：${message}`);
    expect(at(2)).toEqual(['项目名称：不要用等号、加号、减号、@开头']);
    expect(at(3)[0]).toMatch(/^片区：没有“北区”。可以写：东区、西区/);
    expect(at(4)).toEqual([
      '总投资：请写总投资，例如 3000万元 或 21亿元，最多1000亿元',
      '计划开工：请选计划开工的日期，前后三年以内',
    ]);
    expect(at(5)).toEqual(['牵头部门：只能导入和修改自己部门牵头的项目']);
    expect(at(6)).toEqual([]);
    expect(at(7)).toEqual(['项目名称：“同名的”写了两行，只留一行']);
    expect(at(8)).toHaveLength(6);
    expect(at(9)).toHaveLength(1);
    expect((await all()).length).toBe(before);
  });

  test('two projects of one name are told apart by who builds, or refused', async () => {
    const one = bridge();
    await bringIn([one]);
    const { name, area, line, department, investment, planned } = await called(one);
    const other = { name, unit: '另一家', area, line, department, investment, planned };
    await addProject(desk.app.projects, other, { key: newKey(), by: 'test' });
    const text = textOf(await (await check([{ ...one, 片区: '西区' }])).text());
    expect(text).toContain('改动 1');
    expect(wrongIn(await (await check([{ ...one, 建设单位: '第三家' }])).text())).toEqual([
      ['2', '项目名称', expect.stringContaining('表格分不清是哪一个')],
    ]);
  });

  test('no file, no sheet, no column, nothing in it, too much: told, nothing done', async () => {
    const told = async (sheet: File | null) =>
      textOf(await (await post({ _act: 'check', ...(sheet && { _sheet: sheet }) })).text());
    expect(await told(null)).toContain('请先选一个 .xlsx 文件');
    expect(await told(new File(['项目'], 'a.csv'))).toContain('这个文件打不开');
    expect(await told(await sheetOf([bridge()], heads.slice(1)))).toContain('没有“项目名称”这一列');
    expect(await told(await sheetOf([]))).toContain('表里没有项目');
    expect(await told(await sheetOf(Array.from({ length: 501 }, () => ({ 片区: '东区' }))))).toContain(
      '最多500行',
    );
  });

  test('confirmed twice, or twice at once, it is done once', async () => {
    const [one, two] = [bridge(), bridge()];
    const parts = sentBy(await (await check([one, two])).text());
    const ways = await Promise.all([post(parts), post(parts), post(parts)]);
    expect(ways.map(way => way.headers.get('location')).sort()).toEqual([
      '/desk/projects/?imported=0~0#done',
      '/desk/projects/?imported=0~0#done',
      '/desk/projects/?imported=2~0#done',
    ]);
    expect(await eventsOf((await called(one)).id)).toHaveLength(1);
    expect(textOf(await page(building, '/desk/projects/?imported=0~0'))).toContain(
      '已经导入过了，没有重复导入',
    );
  });

  test('what was changed since the check is looked at first: the list, the rows, by whom', async () => {
    const one = bridge();
    await bringIn([one]);
    const moved = { ...one, 片区: '西区' };
    const parts = sentBy(await (await check([moved])).text());
    await bringIn([{ ...one, 总投资: '1亿元' }], dispatcher);
    const stale = await post(parts);
    const html = await stale.text();
    expect([stale.status, (await called(one)).area]).toEqual([409, 'east']);
    for (const words of ['检查以后有人改过清单', '总投资：1亿元 → 21亿元'])
      expect(textOf(html)).toContain(words);
    const other = { ...parts, _content: String(parts._content).replace('西区', '孵化器片区') };
    expect((await post(other)).status).toBe(409);
    expect((await post(sentBy(html), dispatcher)).status).toBe(409);
    expect((await post({ ...parts, _content: '[{"row":1}]' })).status).toBe(404);
    expect((await post({ ...parts, _content: 'x' })).status).toBe(404);
    expect((await post(sentBy(html))).headers.get('location')).toContain('imported=0~1');
    expect(await called(one)).toMatchObject({ area: 'west', investment: 2_100_000_000, version: 3 });
  });

  test('of another department only a dispatcher changes; who may not act sees no way to it', async () => {
    const tax = { ...bridge(), 牵头部门: '税务局' };
    await bringIn([tax], dispatcher);
    // A row that changes nothing may stand in anybody's sheet.
    expect(textOf(await (await check([tax, bridge()])).text())).toContain('另有1个不变');
    expect((await check([{ ...tax, 牵头部门: '建设局' }])).status).toBe(422);
    expect((await post({ _act: 'check', _csrf: 'x', _sheet: await sheetOf([tax]) })).status).toBe(403);
    const auditor = await newStaff(desk, { role: 'auditor' });
    expect((await check([bridge()], auditor)).status).toBe(403);
    expect(await page(auditor, '/desk/projects/')).not.toContain('sheets/import');
    expect(await page(building, '/desk/projects/')).toContain('/desk/projects/sheets/import/');
    const liaison = await newStaff(desk, { role: 'liaison', areas: ['east'] });
    for (const path of ['/desk/projects/sheets/import/', '/desk/projects/sheets/projects.xlsx'])
      expect([path, (await see(liaison, path)).status]).toEqual([path, 403]);
  });
});

describe('the sheets to download', () => {
  const read = async (name: string) => {
    const answer = await see(building, `/desk/projects/sheets/${name}`);
    expect([answer.status, answer.headers.get('cache-control')]).toEqual([200, 'no-store']);
    return new Uint8Array(await answer.arrayBuffer());
  };

  test('the empty one has every column and says what goes where; the list read again changes nothing', async () => {
    const [empty, guide] = (await readXlsx(await read('template.xlsx'))).sheets;
    expect(empty?.rows).toEqual([heads.map(head => `${head}*`)]);
    expect(JSON.stringify(guide?.rows)).toContain('东区、西区、孵化器片区');
    const odd = {
      name: '=1+1',
      unit: '@单位',
      area: 'east',
      line: 'construction',
      department: 'construction',
      investment: 123_456_789,
      planned: '2020-04-10',
    };
    await bringIn([bridge({ 总投资: '123456789元' })]);
    const full = await read('projects.xlsx');
    const again = await post(
      { _act: 'check', _sheet: new File([new Uint8Array(full)], 'p.xlsx') },
      dispatcher,
    );
    expect(textOf(await again.text())).toContain('没有要改的');
    await addProject(desk.app.projects, odd, { key: newKey(), by: 'test' });
    const cells = ((await readXlsx(await read('projects.xlsx'))).sheets[0]?.rows ?? []).flat();
    expect(cells).toContain("'=1+1");
    expect(cells.filter(cell => typeof cell === 'string' && /^[=+\-@\t\r]/.test(cell))).toEqual([]);
    expect((await see(building, '/desk/projects/sheets/other.xlsx')).status).toBe(404);
  });
});
