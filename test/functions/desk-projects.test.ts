import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { doProject } from '#src/projects/projects.ts';
import { type Desk, openDesk } from '../office.ts';
import { newStaff, type SignedInStaff } from '../staff.ts';
import { newKey } from '../submissions.ts';
import { page, press, see } from './desk.ts';
import { textOf } from './knock.ts';

let desk: Desk;
let building: SignedInStaff;
let tax: SignedInStaff;
let dispatcher: SignedInStaff;
let auditor: SignedInStaff;
let liaison: SignedInStaff;
const list = '/desk/projects/';
beforeAll(async () => {
  desk = await openDesk();
  building = await newStaff(desk, { role: 'officer', department: 'construction', name: '孙建设' });
  tax = await newStaff(desk, { role: 'officer', department: 'tax' });
  dispatcher = await newStaff(desk, { role: 'dispatcher', department: 'services', name: '陈调度' });
  auditor = await newStaff(desk, { role: 'auditor' });
  liaison = await newStaff(desk, { role: 'liaison', areas: ['east'] });
});
/** The demonstration's day, at ten in Shanghai: a Friday. */
beforeEach(() => desk.at('2020-03-20T02:00:00.000Z'));
afterAll(() => desk.stop());

const typed = (name: string, set: Record<string, string> = {}) => ({
  name,
  unit: '示例建设公司',
  area: 'east',
  line: 'construction',
  department: 'construction',
  investment: '21亿元',
  planned: '2020-04-10',
  _key: newKey(),
  ...set,
});
const idIn = (response: Response): string =>
  /projects\/([\w-]{24})\//.exec(response.headers.get('location') ?? '')?.[1] ?? '';
const add = async (name: string, set: Record<string, string> = {}, who = building): Promise<string> => {
  const response = await press(who, list, typed(name, set));
  if (response.status !== 303) throw new Error(`${response.status} ${textOf(await response.text())}`);
  return idIn(response);
};
const at = (id: string) => `${list}${id}/`;
const rowOf = async (id: string) => {
  const row = await desk.app.projects.store.projectById(id);
  if (!row) throw new Error('no project');
  return row;
};
const does = async (who: SignedInStaff, id: string, fields: Record<string, string>, head?: number) =>
  press(who, at(id), { _head: String(head ?? (await rowOf(id)).version), ...fields });
const codes = () => desk.app.projects.conditions.map(one => one.code);
const meetAll = async (id: string) => {
  for (const code of codes()) expect((await does(building, id, { _mark: `met ${code}` })).status).toBe(303);
};

describe('the list', () => {
  test('holds a project once a press, with its money and counts', async () => {
    const fields = typed('<i>湖畔</i>大道改造');
    const [one, two] = [await press(building, list, fields), await press(building, list, fields)];
    expect([one.status, two.status, idIn(one)]).toEqual([303, 303, idIn(two)]);
    const html = await page(building, list);
    expect(html).toContain('&lt;i&gt;湖畔');
    for (const words of ['21亿元', '准备中 0/6', '4月10日', '示例建设公司'])
      expect(textOf(html)).toContain(words);
    expect(html.match(new RegExp(idIn(one), 'g'))).toHaveLength(1);
    expect(await rowOf(idIn(one))).toMatchObject({ investment: 2_100_000_000, version: 1 });
  });

  test.each([
    ['name', '', '请填写项目名称'],
    ['investment', '很多', '请写总投资'],
    ['investment', '2000亿元', '请写总投资'],
    ['planned', '2030-01-01', '请选计划开工的日期'],
    ['department', 'tax', '请填写牵头部门'],
  ])('wrong %s %j: told, and everything typed stays', async (name, value, said) => {
    const response = await press(building, list, typed('留着的项目', { [name]: value }));
    const html = await response.text();
    expect([response.status, textOf(html)]).toEqual([422, expect.stringContaining(said)]);
    if (name !== 'name') expect(html).toContain('留着的项目');
  });

  test('seen by the office, changed by its lead department or a dispatcher', async () => {
    const id = await add('谁能改');
    for (const who of [building, tax, dispatcher, auditor]) expect((await see(who, at(id))).status).toBe(200);
    expect((await see(liaison, list)).status).toBe(403);
    expect((await see(null, list)).headers.get('location')).toContain('/desk/sign-in/');
    expect((await see(building, at('aaaaaaaaaaaaaaaaaaaaaaaa'))).status).toBe(404);
    for (const who of [tax, auditor])
      expect((await does(who, id, { _mark: `met ${codes()[0]}` })).status).toBe(403);
    expect((await press(auditor, list, typed('审计列的'))).status).toBe(403);
    expect((await does(dispatcher, id, { _mark: `met ${codes()[0]}` })).status).toBe(303);
    expect((await does(building, id, { _mark: `met ${codes()[1]}`, _csrf: 'no' })).status).toBe(403);
    expect((await rowOf(id)).version).toBe(2);
  });

  test('late ones are counted, on top and apart', async () => {
    const id = await add('早该开工的', { planned: '2020-03-10' });
    const html = await page(dispatcher, list);
    expect(/data-row.*?projects\/([\w-]{24})/s.exec(html)?.[1]).toBe(id);
    expect(textOf(html)).toMatch(/到期未开工1个/);
    expect(await page(dispatcher, `${list}?view=late`)).toContain(id);
    expect(await page(dispatcher, `${list}?view=ready`)).not.toContain(id);
    expect(await page(dispatcher, `${list}?department=tax`)).not.toContain(id);
  });
});

describe('达标一个，开工一个', () => {
  test('latest days are counted back; a start waits for every condition; who and when stand there', async () => {
    const id = await add('按条件开工');
    const html = textOf(await page(building, at(id)));
    // Seven office days before Friday, 10 April, over Qingming.
    for (const words of ['3月31日', '还没有', '条件都具备了才能开工']) expect(html).toContain(words);
    const early = await does(building, id, { _act: 'start', started: '2020-03-20' });
    expect([early.status, textOf(await early.text())]).toEqual([422, expect.stringContaining('不能开工')]);
    await meetAll(id);
    expect(await rowOf(id)).toMatchObject({ state: 'ready' });
    expect(textOf(await page(building, at(id)))).toContain('孙建设');
    const future = await does(building, id, { _act: 'start', started: '2020-03-21' });
    expect([future.status, textOf(await future.text())]).toEqual([
      422,
      expect.stringContaining('不能晚于今天'),
    ]);
    expect((await does(building, id, { _act: 'start', started: '2020-03-20' })).status).toBe(303);
    expect(await rowOf(id)).toMatchObject({ state: 'started', started: '2020-03-20' });
    expect((await does(building, id, { _mark: `unmet ${codes()[0]}` })).status).toBe(422);
  });

  test('a confirmation taken back makes it unready again', async () => {
    const id = await add('撤销的');
    await meetAll(id);
    await does(building, id, { _mark: `unmet ${codes()[2]}` });
    expect(await rowOf(id)).toMatchObject({ state: 'preparing' });
    expect((await does(building, id, { _act: 'start', started: '2020-03-20' })).status).toBe(422);
  });

  test('stopped with a reason, resumed to where it was', async () => {
    const id = await add('停过的');
    expect((await does(building, id, { _act: 'stop', reason: 'because' })).status).toBe(422);
    expect((await does(building, id, { _act: 'stop', reason: 'materials' })).status).toBe(303);
    expect(textOf(await page(building, at(id)))).toContain('停工 (材料没到)');
    expect((await does(building, id, { _act: 'resume' })).status).toBe(303);
    expect(await rowOf(id)).toMatchObject({ state: 'preparing', reason: '' });
    const text = textOf(await page(building, at(id)));
    for (const words of ['列入清单', '停工：材料没到', '恢复']) expect(text).toContain(words);
  });
});

describe('two who change one project', () => {
  test('a page that is behind changes nothing and says so; the same press again is one', async () => {
    const id = await add('两个人改');
    const [first = '', second = ''] = codes();
    expect((await does(building, id, { _mark: `met ${first}` }, 1)).status).toBe(303);
    expect((await does(building, id, { _mark: `met ${first}` }, 1)).status).toBe(303);
    const stale = await does(dispatcher, id, { _mark: `met ${second}` }, 1);
    expect([stale.status, textOf(await stale.text())]).toEqual([
      409,
      expect.stringContaining('刚才有人改过'),
    ]);
    expect(await rowOf(id)).toMatchObject({ version: 2 });
    const change = { ...typed('改了名字'), _act: 'change' };
    expect((await does(building, id, change)).status).toBe(303);
    expect(await rowOf(id)).toMatchObject({ name: '改了名字', version: 3 });
    expect(textOf(await page(building, at(id)))).toContain('改了项目名称');
    expect((await does(building, id, change)).status).toBe(303);
    expect((await rowOf(id)).version).toBe(3);
  });

  test('sixteen at once: one is done, fifteen are told that they were behind', async () => {
    const id = await add('十六个人');
    const [code = ''] = codes();
    const results = await Promise.all(
      Array.from({ length: 16 }, (_, n) =>
        doProject(desk.app.projects, id, { act: 'met', code }, { was: 1, by: `officer-${n}` }),
      ),
    );
    expect(results.filter(result => result.tag === 'done')).toHaveLength(1);
    expect(results.filter(result => result.tag === 'stale')).toHaveLength(15);
    const events = await desk.app.projects.store.projectEvents({ projectId: id, before: 99, limit: 50 });
    expect(events).toHaveLength(2);
  });
});
