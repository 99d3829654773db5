import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { erase } from '#src/cases/rewrite.ts';
import { samplesB } from '../forms/samples-b.ts';
import { type Desk, openDesk } from '../office.ts';
import { newStaff, type SignedInStaff } from '../staff.ts';
import { newKey } from '../submissions.ts';
import { deed, page, press, see } from './desk.ts';
import { receiptOf, send, textOf } from './knock.ts';

let desk: Desk;
let health: SignedInStaff;
let street: SignedInStaff;
let dispatcher: SignedInStaff;
let liaison: SignedInStaff;
let auditor: SignedInStaff;
/** A Friday at ten in Shanghai. */
const morning = '2026-03-20T02:00:00.000Z';
beforeAll(async () => {
  desk = await openDesk();
  health = await newStaff(desk, { role: 'officer', department: 'health', name: '钱防疫' });
  street = await newStaff(desk, { role: 'officer', department: 'east-office', name: '孙街道' });
  dispatcher = await newStaff(desk, { role: 'dispatcher', department: 'economy', name: '陈调度' });
  liaison = await newStaff(desk, { role: 'liaison', areas: ['west'], name: '李联络' });
  auditor = await newStaff(desk, { role: 'auditor', name: '审计' });
});
beforeEach(() => desk.at(morning));
afterAll(() => desk.stop());

const planned = (name: string, set: Record<string, string> = {}) => ({
  enterprise: name,
  creditCode: '',
  area: 'east',
  department: 'health',
  due: '2026-03-23',
  _key: newKey(),
  ...set,
});
const idIn = (response: Response): string =>
  /done=([\w-]{24})/.exec(response.headers.get('location') ?? '')?.[1] ?? '';
const plan = async (who: SignedInStaff, name: string, set: Record<string, string> = {}): Promise<string> => {
  const response = await press(who, '/desk/visits/', planned(name, set));
  if (response.status !== 303) throw new Error(`${response.status} ${await response.text()}`);
  return idIn(response);
};
const at = (id: string) => `/desk/visits/${id}/`;
const record = (set: Record<string, string> = {}) => ({
  at: '2026-03-20T09:30',
  'results.entry': 'ok',
  'results.canteen': 'fix',
  note: '食堂面对面坐，已当场说明',
  _key: newKey(),
  ...set,
});
const visitOf = (id: string) => desk.app.office.store.visitById(id);
/** Sends as the page's script does. */
const script = { accept: 'application/json' };

describe('the plan of visits', () => {
  test('holds what is planned, soonest first, once a press, with a word that says so', async () => {
    const fields = planned('先去的厂', { due: '2026-03-21', mine: 'on' });
    const [one, two] = [
      await press(health, '/desk/visits/', fields),
      await press(health, '/desk/visits/', fields),
    ];
    expect([one.status, idIn(one)]).toEqual([303, idIn(two)]);
    await plan(health, '后去的厂');
    const html = await page(health, `/desk/visits/?done=${idIn(one)}`);
    expect(textOf(html)).toContain('已排进计划：先去的厂');
    expect(html.match(/<a href="\/desk\/visits\/[\w-]{24}\/">/g)).toHaveLength(2);
    expect(html.indexOf('>先去的厂<')).toBeLessThan(html.indexOf('>后去的厂<'));
    expect(textOf(html)).toContain('钱防疫');
  });

  test.each([
    ['enterprise', { enterprise: '' }, '请填写企业名称'],
    ['creditCode', { creditCode: '91320000' }, '统一社会信用代码不对'],
    ['area', { area: 'nowhere' }, '请填写片区'],
    ['due', { due: '2026-03-19' }, '请选哪天以前去'],
    ['due', { due: '2026-06-01' }, '请选哪天以前去'],
  ])('wrong %s: told, and everything typed stays', async (name, set, words) => {
    const again = await press(health, '/desk/visits/', planned('<i>留着</i>', { creditCode: '', ...set }));
    const html = await again.text();
    expect([name, again.status, textOf(html)]).toEqual([name, 422, expect.stringContaining(words)]);
    if (name !== 'enterprise') expect(html).toContain('&lt;i&gt;留着');
  });

  test('somebody plans for their own department or areas; an auditor and others not at all', async () => {
    expect((await press(health, '/desk/visits/', planned('别家的', { department: 'tax' }))).status).toBe(422);
    expect((await press(liaison, '/desk/visits/', planned('东区的', { area: 'east' }))).status).toBe(422);
    expect(await plan(liaison, '西区的厂', { area: 'west' })).toHaveLength(24);
    expect(await plan(dispatcher, '都能派的厂', { department: 'tax' })).toHaveLength(24);
    expect(textOf(await page(auditor, '/desk/visits/'))).not.toContain('排进计划');
    const viewer = await newStaff(desk, { role: 'viewer' });
    expect((await see(viewer, '/desk/visits/')).status).toBe(403);
    expect((await see(null, '/desk/visits/')).headers.get('location')).toContain('/desk/sign-in/');
  });

  test('each sees their own: by department, by area, or all', async () => {
    const [own, west] = [await plan(health, '防疫组的厂'), await plan(liaison, '西区的店', { area: 'west' })];
    const seen = async (who: SignedInStaff, id: string) =>
      [(await page(who, '/desk/visits/')).includes(id), (await see(who, at(id))).status] as const;
    expect(await seen(street, own)).toEqual([false, 404]);
    expect(await seen(liaison, own)).toEqual([false, 404]);
    expect(await seen(liaison, west)).toEqual([true, 200]);
    expect(await seen(dispatcher, own)).toEqual([true, 200]);
    expect(await seen(auditor, own)).toEqual([true, 200]);
    expect((await press(auditor, at(own), record())).status).toBe(404);
    expect(await page(dispatcher, '/desk/visits/?department=tax')).not.toContain(own);
    expect((await see(health, '/desk/visits/aaaaaaaaaaaaaaaaaaaaaaaa/')).status).toBe(404);
  });

  test('what was taken off the plan is off the list', async () => {
    const id = await plan(health, '不去的厂');
    const dropped = await press(health, at(id), { _act: 'drop' });
    expect(idIn(dropped)).toBe(id);
    expect(textOf(await page(health, `/desk/visits/?done=${id}`))).toContain('已从计划里去掉：不去的厂');
    expect(await page(health, '/desk/visits/')).not.toContain(`/visits/${id}/`);
    expect(textOf(await page(health, at(id)))).toContain('已从计划里去掉（钱防疫');
  });
});

describe('the record', () => {
  test('is posted plainly: item by item, with a note that the database cannot read', async () => {
    const id = await plan(health, '记录厂');
    const form = await page(health, at(id));
    expect(form).toContain('name="results.entry"');
    expect(form).toContain('value="2026-03-20T10:00"');
    expect(form).toContain('/guides/canteen/');
    const done = await press(health, at(id), record());
    expect([done.status, done.headers.get('location')]).toEqual([303, `${at(id)}?done=1#done`]);
    const row = await visitOf(id);
    expect(row).toMatchObject({ state: 'done', faults: 1, visitedAt: '2026-03-20T01:30:00.000Z' });
    expect(JSON.parse(row?.results ?? '')).toEqual({ entry: 'ok', canteen: 'fix' });
    expect(Buffer.from(row?.sealed ?? []).toString('utf8')).not.toContain('食堂');
    const html = await page(health, `${at(id)}?done=1`);
    for (const words of ['已记下：记录厂', '要整改', '食堂面对面坐，已当场说明', '钱防疫'])
      expect(textOf(html)).toContain(words);
    expect(textOf(await page(health, '/desk/visits/?view=done'))).toContain('1项要整改');
  });

  test('sent again under its key it is the same; with other words it is refused; somebody else’s is told', async () => {
    const id = await plan(health, '再发厂');
    const fields = record();
    const first = await press(health, at(id), fields, script);
    expect([first.status, await first.json()]).toMatchObject([200, { tag: 'recorded', id }]);
    const before = await visitOf(id);
    expect((await press(health, at(id), fields, script)).status).toBe(200);
    const other = await press(health, at(id), { ...fields, note: '改了' }, script);
    expect([other.status, (await other.json()) as object]).toMatchObject([
      422,
      { type: '/problems/#key-reused' },
    ]);
    desk.pass(60_000);
    const taken = await press(dispatcher, at(id), record({ note: '我也去了' }), script);
    expect([taken.status, (await taken.json()) as object]).toMatchObject([
      409,
      { type: '/problems/#visit-taken', detail: expect.stringContaining('钱防疫') },
    ]);
    const paged = await press(dispatcher, at(id), record());
    expect([paged.status, textOf(await paged.text())]).toEqual([
      409,
      expect.stringContaining('已经有人记过了'),
    ]);
    expect(await visitOf(id)).toEqual(before);
  });

  test.each([
    [{ at: '' }, '时间不对'],
    [{ at: '2026-03-21T09:00' }, '时间不对'],
    [{ at: '2026-02-01T09:00' }, '时间不对'],
    [{ 'results.entry': 'perhaps' }, '每一项都要选'],
    [{ note: '长'.repeat(1001) }, '最多1000个字'],
    [{ 'results.entry': '', 'results.canteen': '', note: ' ' }, '请选一项，或写几个字'],
  ])('%o is refused, and everything stays', async (set, words) => {
    const id = await plan(health, '没记上厂');
    const again = await press(health, at(id), record(set));
    const html = await again.text();
    expect([again.status, textOf(html)]).toEqual([422, expect.stringContaining(words)]);
    if (!('results.canteen' in set)) expect(html).toMatch(/name="results.canteen" value="fix"[^>]* checked/);
    const json = await press(health, at(id), record(set), script);
    expect([json.status, JSON.stringify(await json.json())]).toEqual([422, expect.stringContaining(words)]);
    expect((await visitOf(id))?.state).toBe('planned');
  });

  test('needs the session’s token and a page of this site', async () => {
    const id = await plan(health, '伪造厂');
    expect((await press(health, at(id), record({ _csrf: '' }))).status).toBe(403);
    expect((await press(health, at(id), record(), { origin: 'https://evil.example' })).status).toBe(403);
    expect((await press(health, at(id), record({ _key: 'short' }), script)).status).toBe(400);
    expect((await press(null, at(id), record(), script)).status).toBe(401);
    expect((await visitOf(id))?.state).toBe('planned');
  });
});

describe('a check after opening', () => {
  const filedCase = async () => {
    const { number } = await receiptOf(await send('filing', samplesB.filing.least));
    const row = await desk.app.office.store.caseByNumber(number.replaceAll('-', ''));
    if (!row) throw new Error('no filing');
    return row;
  };

  test('comes from the case, wants every item, and stands in the case', async () => {
    const { number, id: caseId } = await filedCase();
    const lead = await newStaff(desk, { role: 'officer', department: 'east-office' });
    await deed(lead, number, 'inspect', { department: 'health', due: '2026-03-25' });
    const [visit] = await desk.app.office.store.visitsOfCase(caseId);
    const id = visit?.id ?? '';
    expect(textOf(await page(health, at(id)))).toContain('抽查要每一项都选');
    expect((await press(health, at(id), record())).status).toBe(422);
    const all = Object.fromEntries(desk.app.front.siteCheck.map(item => [`results.${item.id}`, 'ok']));
    const fields = record({ ...all, 'results.stock': 'fix' });
    await Promise.all([press(health, at(id), fields), press(health, at(id), fields)]);
    await press(health, at(id), fields);
    const events = await desk.app.office.store.events(caseId);
    expect(events.filter(event => event.kind === 'checked').map(event => JSON.parse(event.data))).toEqual([
      { visit: id, faults: 1 },
    ]);
    const shown = textOf(await page(lead, `/desk/cases/${number}/`));
    for (const words of ['现场查看', '1项要整改', '现场检查：发现1个问题', '安排疫情防控组抽查'])
      expect(shown).toContain(words);
  });

  test('positions stand side by side, with reason and time, and who is still to speak', async () => {
    const { number } = await filedCase();
    const lead = await newStaff(desk, { role: 'officer', department: 'east-office' });
    const bureau = await newStaff(desk, { role: 'officer', department: 'economy', name: '周经发' });
    expect(textOf(await page(lead, `/desk/cases/${number}/`))).toContain('还差2个单位的意见');
    await deed(bureau, number, 'assist-answer', { position: 'rectify', text: '口罩只够一天' });
    const one = await page(lead, `/desk/cases/${number}/`);
    expect(textOf(one)).toContain('还差1个单位的意见');
    expect(one).toMatch(
      /class="position against"><h3>经发局<\/h3><p class="position-said">需整改<\/p><p>口罩只够一天/,
    );
    expect(one).toMatch(/class="position open"><h3>疫情防控组/);
    expect(one).not.toContain('id="deed-clear"');
    desk.pass(6.5 * 3_600_000);
    const boss = await newStaff(desk, { role: 'dispatcher', department: 'economy' });
    const late = await page(boss, `/desk/cases/${number}/`);
    expect(late).toMatch(/class="position silent"><h3>疫情防控组<\/h3><p class="position-said">过了时限/);
    expect(late).toContain('id="deed-clear"');
    await deed(boss, number, 'clear', { from: '2026-03-20', text: '' });
    expect(textOf(await page(boss, `/desk/cases/${number}/`))).toContain(
      '发复工告知（疫情防控组到时限没有回意见）',
    );
  });

  test('with the enterprise’s information goes what its visits hold of it', async () => {
    const { number, id: caseId } = await filedCase();
    const lead = await newStaff(desk, { role: 'officer', department: 'east-office' });
    await deed(lead, number, 'inspect', { department: 'health', due: '2026-03-25' });
    await erase(desk.app.office, number, 'enterprise');
    expect(await desk.app.office.store.visitsOfCase(caseId)).toMatchObject([
      { enterprise: '', creditCode: '', sealed: null, firm: expect.stringMatching(/.{40}/) },
    ]);
  });
});

test('visits and enterprises are two figures', async () => {
  const tax = await newStaff(desk, { role: 'officer', department: 'tax' });
  const code = '91350100M000100Y43';
  const go = async (name: string, creditCode: string) => {
    const id = await plan(tax, name, { department: 'tax', creditCode, due: '2026-03-20' });
    await press(tax, at(id), record({ at: '2026-03-20T09:00' }));
  };
  await go('甲厂', code);
  await go('甲厂（改名）', code);
  await go('乙店', '');
  await go('乙店', '');
  await plan(tax, '丙厂', { department: 'tax', due: '2026-03-20' });
  const html = await page(tax, '/desk/visits/');
  // Four visits to two enterprises, four of five planned ones made.
  expect(html).toMatch(/<th scope="row">今天<\/th><td>4<\/td><td>2<\/td><td>4\/5<\/td>/);
  expect(textOf(html)).toContain('累计有1户');
});
