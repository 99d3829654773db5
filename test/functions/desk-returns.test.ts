import { readXlsx } from 'hucre/xlsx';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Deed, Doer } from '#src/cases/deed.ts';
import { perform } from '#src/cases/perform.ts';
import { erase } from '#src/cases/rewrite.ts';
import { dayOf } from '#src/rules/day.ts';
import { samplesB } from '../forms/samples-b.ts';
import { type Desk, openDesk } from '../office.ts';
import { newStaff, type SignedInStaff } from '../staff.ts';
import type { Tree } from '../submissions.ts';
import { type Pairs, page, press, see } from './desk.ts';
import { hiddenIn } from './desk-knock.ts';
import { receiptOf, send, textOf } from './knock.ts';
import { codes, enterprise, lead, listed } from './returns-read.ts';

let desk: Desk;
let dispatcher: SignedInStaff;
let street: SignedInStaff;
let health: SignedInStaff;
let law: SignedInStaff;
let liaison: SignedInStaff;
let auditor: SignedInStaff;
const day = '2026-03-18';
const at = (time: string, on = day) => desk.at(new Date(`${on}T${time}:00+08:00`).toISOString());
/** Sessions end after an hour: one of the time that it is now. */
const awake = async (who: SignedInStaff): Promise<SignedInStaff> => {
  const row = await desk.app.desk.accounts.find(who.staff.login);
  if (!row) throw new Error(who.staff.login);
  const opened = await desk.app.desk.sessions.start(row, 'full', { agent: 'test' });
  return { ...who, ...opened, cookie: `desk=${opened.token}; __Host-desk=${opened.token}` };
};
const open = async (path: string, who = dispatcher) => page(await awake(who), path);
const superior: Doer = { login: 'boss', department: 'economy', superior: true };

beforeAll(async () => {
  desk = await openDesk();
  at('09:00');
  // No demonstration's day: rules speak of the day that it is.
  Object.assign(desk.app.office, { ruleDay: () => dayOf(desk.app.office.now()) });
  dispatcher = await newStaff(desk, { role: 'dispatcher', department: 'economy', name: '陈调度' });
  street = await newStaff(desk, { role: 'officer', department: 'east-office', name: '孙街道' });
  health = await newStaff(desk, { role: 'officer', department: 'health' });
  law = await newStaff(desk, { role: 'officer', department: 'law' });
  liaison = await newStaff(desk, { role: 'liaison', areas: ['west'] });
  auditor = await newStaff(desk, { role: 'auditor' });
});
beforeEach(() => at('09:30'));
afterAll(() => desk.stop());

const file = async (who: Tree, set: Tree = {}): Promise<string> => {
  desk.pass(1000);
  const tree = { ...samplesB.filing.least, reopening: day, enterprise: who, ...set };
  const { number } = await receiptOf(await send('filing', tree));
  return number.replaceAll('-', '');
};
const report = async (who: Tree, set: Tree = {}): Promise<string> => {
  desk.pass(1000);
  const tree = { ...samplesB['daily-return'].least, enterprise: who, ...set };
  const { number } = await receiptOf(await send('daily-return', tree));
  return number.replaceAll('-', '');
};
const did = async (number: string, deed: Deed): Promise<void> => {
  const { office } = desk.app;
  const row = await office.store.caseByNumber(number);
  const lead = { login: 'lead', department: row?.handler ?? '', superior: false };
  const doer = deed.deed === 'accept' ? lead : superior;
  const result = await perform(office, number, row?.head ?? 0, deed, doer);
  expect(result.tag).toBe('done');
};
const list = (query = '', who = dispatcher) => open(`/desk/returns/?day=${day}${query}`, who);
describe('the returns of a day', () => {
  const [first, late, silent] = [
    enterprise('按时厂', codes[0]),
    enterprise('迟报厂', codes[1]),
    enterprise('没报厂', codes[2], 'west', 'commerce'),
  ];

  test('before the deadline nobody is missing; after it who sent nothing is, and no figure counts them as 0', async () => {
    for (const who of [first, late, silent]) await file(who);
    await report(first, { present: 40, fever: 0, absent: 2, maskDays: 2.5 });
    expect(lead(await list())).toBe('3月18日：应报3家，已报1家，还没报2家，17:00截止。');
    expect(listed(await list())).toContain('还没报');
    at('17:30');
    await report(late, { present: 5, state: 'problem', fever: 0, problems: '停水' });
    const html = await list();
    expect(lead(html)).toBe('3月18日：应报3家，按时1家，迟报1家，未报1家。');
    const text = textOf(html);
    for (const told of [
      '无异常1家应报3家，2家填了',
      '有异常1家',
      '到岗45人应报3家，2家填了',
      '缺勤2人应报3家，1家填了',
      '隔离观察没有人填应报3家，0家填了',
      '口罩不够3天1家应报3家，1家填了',
    ])
      expect(text.replaceAll(' ', '')).toContain(told);
    const rows = listed(html);
    expect(rows.indexOf('没报厂')).toBeLessThan(rows.indexOf('迟报厂'));
    expect(rows.indexOf('迟报厂')).toBeLessThan(rows.indexOf('按时厂'));
    expect(listed(await list('&which=missing'))).toMatch(/没报厂/);
    expect(listed(await list('&which=missing'))).not.toMatch(/按时厂|迟报厂/);
    expect(listed(await list('&which=problem'))).toMatch(/迟报厂.*停|迟报厂/);
    expect(listed(await list('&area=west'))).not.toMatch(/按时厂/);
    const english = await open(`/en/desk/returns/?day=${day}`);
    expect(lead(english)).toBe('2026-03-18: 3 due, 1 in time, 1 late, 1 missing.');
  });

  test('the daily report has a line for each line of the zone and their sum; nobody’s figures are empty', async () => {
    at('18:00');
    const { columns, rows, note } = await desk.app.firms.section(day);
    const cells = (zh: string) =>
      rows.find(row => (row[0] as { 'zh-Hans': string })['zh-Hans'] === zh)?.slice(1);
    expect(rows.every(row => row.length === columns.length)).toBe(true);
    expect(cells('工业')).toEqual([2, 100, 0, 2, 1, 1, 0, 0, 1, 45, 0]);
    expect(cells('商贸流通')).toEqual([1, 50, 0, 1, 0, 0, 1, 0, 0, null, null]);
    expect(cells('建设')).toEqual([0, 0, 0, 0, 0, 0, 0, 0, 0, null, null]);
    expect(cells('合计')).toEqual([3, 150, 0, 3, 1, 1, 1, 0, 1, 45, 0]);
    expect(note['zh-Hans']).toContain('截至2026-03-18');
  });

  test('every number of the section leads to the enterprises that it counts', async () => {
    at('18:00');
    const { rows, leads = [] } = await desk.app.firms.section(day);
    const industry = rows.findIndex(row => (row[0] as { en: string }).en.startsWith('Industry'));
    expect(leads.map(row => row.length)).toEqual(rows.map(row => row.length));
    for (const index of [industry, rows.length - 1])
      for (const [column, lead] of (leads[index] ?? []).entries()) {
        if (!lead) continue;
        const html = await open(`/desk/${lead.at}?${new URLSearchParams(lead.query)}`);
        const items = [...html.matchAll(/<li[^>]*data-row/g)].length;
        const isSum = column === 2 || column === 10;
        const n = Number(rows[index]?.[column] ?? 0);
        // Staff is of those who said how many, who was present of those who reported.
        const listed = isSum
          ? Number(rows[index]?.[column === 2 ? 1 : 5]) + (column === 10 ? Number(rows[index]?.[6]) : 0)
          : n;
        expect([index, column, lead, items]).toEqual([index, column, lead, listed]);
        if (lead.at === 'firms/') expect(html).toContain(`<p class="lead">${n}`);
      }
  });

  test('enterprises at work are seen by who looks after them, their staff as filed', async () => {
    at('18:00');
    const text = textOf(await open(`/desk/firms/?day=${day}&line=industry`));
    expect(text).toContain('按时厂');
    expect(text).toContain('50人');
    expect(text).not.toContain('可能比数字少');
    const own = await open(`/desk/firms/?day=${day}`, liaison);
    expect([[...own.matchAll(/data-row/g)].length, textOf(own).includes('可能比数字少')]).toEqual([1, true]);
    const none = await open(`/desk/firms/?day=${day}`, law);
    expect(none).toContain('没有这样的企业');
    const viewer = await newStaff(desk, { role: 'viewer' });
    expect((await see(viewer, '/desk/firms/')).status).toBe(403);
    expect(await open(`/en/desk/firms/?day=${day}&staff=unknown`)).toContain(
      'Enterprises with unknown staff',
    );
  });

  test('the sheet has every row, what was not said stays empty', async () => {
    at('18:00');
    const response = await see(await awake(dispatcher), `/desk/returns/returns.xlsx?day=${day}`);
    expect(response.headers.get('cache-control')).toBe('no-store');
    const { sheets } = await readXlsx(new Uint8Array(await response.arrayBuffer()));
    const rows = sheets[0]?.rows ?? [];
    const of = (name: string) => rows.find(row => row[0] === name)?.slice(4, 9);
    expect(rows).toHaveLength(4);
    expect(of('没报厂')?.[0]).toBe('未报');
    expect(
      of('没报厂')
        ?.slice(3)
        .every(cell => cell === null || cell === '' || cell === undefined),
    ).toBe(true);
    expect(of('按时厂')).toMatchObject(['按时', expect.stringMatching(/^2026-03-18 09:/), '无异常', 40, 2]);
  });

  test('everybody sees those that they look after; who has no part in it none, or no page', async () => {
    at('18:00');
    expect(lead(await list('', street))).toContain('应报2家');
    expect(lead(await list('', health))).toContain('应报3家');
    expect(lead(await list('', liaison))).toContain('应报1家');
    expect(lead(await list('', auditor))).toContain('应报3家');
    expect(lead(await list('', law))).toContain('应报0家');
    expect((await see(null, '/desk/returns/')).status).toBe(303);
    const viewer = await newStaff(desk, { role: 'viewer' });
    const admin = await newStaff(desk, { role: 'administrator' });
    for (const who of [viewer, admin]) expect((await see(who, '/desk/returns/')).status).toBe(403);
  });

  test('a chase is looked at first, recorded once with who and how, and only of those that still are missing', async () => {
    at('18:00');
    const html = await list();
    const draft = hiddenIn(html, 'draft');
    const firmOf = (text: string, name: string) =>
      new RegExp(`选${name}</span><input type="checkbox" name="f\\.\\d+" value="([^"]+)"`).exec(text)?.[1] ??
      '';
    const firm = firmOf(html, '没报厂');
    expect(firm).not.toBe('');
    expect(firmOf(html, '按时厂')).toBe('');
    // One that has reported meanwhile, as an old page would send it.
    const narrow = { areas: '', codes: '', department: '' };
    const filter = { area: '', line: '', ranks: ',4,', said: '', firms: '' } as const;
    const { rows } = await desk.app.firms.duePage({ day, narrow, filter, after: null, limit: 1 });
    const [done] = rows;
    const chase = async (pairs: Pairs, who = dispatcher) =>
      press(await awake(who), '/desk/returns/', {
        day,
        draft,
        way: 'phone',
        area: '',
        line: '',
        which: '',
        ...pairs,
      });
    const nobody = await chase({});
    expect([nobody.status, textOf(await nobody.text())]).toEqual([
      422,
      expect.stringContaining('还没有选企业'),
    ]);
    const preview = await (await chase({ 'f.0': firm, 'f.1': done?.firm ?? '' })).text();
    expect(textOf(preview)).toContain('登记催报：1家');
    expect(textOf(preview)).toContain('现在已经报了，不登记');
    expect(listed(await list())).not.toContain('催过');
    const sure = { 'f.0': firm, 'f.1': done?.firm ?? '', _sure: 'yes' };
    expect((await chase(sure)).headers.get('location')).toContain('done=1');
    expect((await chase(sure)).headers.get('location')).toContain('done=0');
    expect(listed(await list())).toContain('3月18日 18:00 陈调度催过：打了电话');
    // Of an area that is not theirs nothing is recorded.
    expect(
      (await chase({ ...sure, draft: `${draft.slice(0, 28)}f` }, street)).headers.get('location'),
    ).toContain('done=0');
    expect((await chase(sure, auditor)).status).toBe(403);
    expect(
      (await press({ ...(await awake(dispatcher)), csrf: 'x' }, '/desk/returns/', { day, draft })).status,
    ).toBe(403);
  });

  test('without a credit code the same name is looked at by somebody, and no figure takes it for the same', async () => {
    at('10:00', '2026-03-19');
    const nameless = enterprise('无码小店');
    await file(nameless);
    await report(nameless, { present: 3 });
    at('18:00', '2026-03-19');
    const html = await open('/desk/returns/?day=2026-03-19&area=east');
    expect(listed(html)).toMatch(/无码小店.*没有信用代码.*同名待核对/);
    expect(textOf(html)).toContain('另有1份日报不在应报里');
    const beside = await open('/desk/returns/?day=2026-03-19&which=beside');
    expect(listed(beside)).toContain('无码小店');
  });

  test('who is told to stop owes nothing from that day, who takes the filing back neither; the days before stay', async () => {
    at('09:00', '2026-03-20');
    const number = await file(enterprise('要停的厂', codes[3]));
    expect(
      (await desk.app.firms.firmsOn('2026-03-20')).parts.find(part => part.line === 'industry')?.firms,
    ).toBe(4);
    await did(number, { deed: 'accept', officer: '', later: [], laterBy: '' });
    at('10:00', '2026-03-22');
    for (const department of ['economy', 'health']) {
      const row = await desk.app.office.store.caseByNumber(number);
      const doer = { login: department, department, superior: false };
      await perform(
        desk.app.office,
        number,
        row?.head ?? 0,
        { deed: 'assist-answer', position: 'object', text: '不行' },
        doer,
      );
    }
    await did(number, { deed: 'suspend', reason: '没有测温', until: '2026-03-24' });
    const has = async (on: string) => (await desk.app.firms.firmsOn(on)).firms;
    expect([await has('2026-03-21'), await has('2026-03-22')]).toEqual([5, 4]);
    // A new filing does not let it open again.
    await file(enterprise('要停的厂', codes[3]), { reopening: '2026-03-22' });
    expect(await has('2026-03-22')).toBe(4);
    await did(number, { deed: 'clear', from: '2026-03-24', text: '' });
    expect([await has('2026-03-23'), await has('2026-03-24')]).toEqual([4, 5]);
  });

  test('what is erased keeps its days and loses its name', async () => {
    at('09:00', '2026-04-01');
    const number = await file(enterprise('要删的厂', '', 'incubator', 'public'), { reopening: '2026-04-01' });
    await did(number, { deed: 'accept', officer: '', later: [], laterBy: '' });
    await desk.app.firms.catchUp();
    at('09:00', '2026-04-03');
    await erase(desk.app.office, number, 'enterprise');
    const found = await desk.app.firms.firmsOn('2026-04-02');
    expect(found.parts.find(part => part.area === 'incubator')).toMatchObject({ firms: 1, staff: 50 });
    const html = await open('/desk/returns/?day=2026-04-02&area=incubator');
    expect(html).not.toContain('要删的厂');
    expect((await desk.app.firms.firmsOn('2026-04-03')).parts.some(part => part.area === 'incubator')).toBe(
      false,
    );
  });
});
