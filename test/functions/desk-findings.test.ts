import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type Desk, openDesk } from '../office.ts';
import { newStaff, type SignedInStaff } from '../staff.ts';
import { type Pairs, page, press, see } from './desk.ts';
import { textOf } from './knock.ts';

let desk: Desk;
let economy: SignedInStaff;
let market: SignedInStaff;
let dispatcher: SignedInStaff;
let auditor: SignedInStaff;
beforeAll(async () => {
  desk = await openDesk();
  economy = await newStaff(desk, { role: 'officer', department: 'economy', name: '赵经发' });
  market = await newStaff(desk, { role: 'officer', department: 'market', name: '钱市场' });
  dispatcher = await newStaff(desk, { role: 'dispatcher', department: 'services', name: '陈调度' });
  auditor = await newStaff(desk, { role: 'auditor', name: '李审计' });
});
afterAll(() => desk.stop());

const day = '2020-03-20';
/** A Friday at half past three in Shanghai: nobody is late yet. */
beforeEach(() => desk.at(`${day}T07:30:00.000Z`));

const form = (department: string, on = day) => `/desk/finding/file/?department=${department}&day=${on}`;
const report = (department: string, on = day) => `/desk/finding/?department=${department}&day=${on}`;
const store = () => desk.app.findings.store;

/** Everything that a page would send, as it stands in it. */
const pairsIn = (html: string): Record<string, string> => {
  const main = html.slice(
    html.indexOf('class="finding-form"'),
    html.indexOf('</form>', html.indexOf('class="finding-form"')),
  );
  const inputs = [
    ...main.matchAll(/<input (?!type="(?:checkbox|radio)")[^>]*?name="([\w.]+)" value="([^"]*)"/g),
  ].map(([, name = '', value = '']) => [name, value] as const);
  const areas = [...main.matchAll(/<textarea [^>]*name="([\w.]+)"[^>]*>\n?([^<]*)</g)].map(
    ([, name = '', value = '']) => [name, value.trim()] as const,
  );
  const selects = [...main.matchAll(/<select [^>]*name="([\w.]+)"[^>]*>(.*?)<\/select>/gs)].map(
    ([, name = '', inside = '']) => [name, /value="([^"]*)" selected/.exec(inside)?.[1] ?? ''] as const,
  );
  const radio = /name="state" value="(\w+)"[^>]*checked/.exec(main)?.[1] ?? '';
  return Object.fromEntries(
    [...inputs, ...areas, ...selects, ['state', radio]].filter(([name]) => name !== '_csrf'),
  );
};

const fill = async (who: SignedInStaff, department: string, set: Pairs = {}, on = day): Promise<Pairs> => ({
  ...pairsIn(await page(who, form(department, on))),
  places: '6',
  ...set,
});
const send = (who: SignedInStaff, pairs: Pairs) => press(who, '/desk/finding/file/', pairs);

const line = (set: Pairs = {}, at = 0): Pairs =>
  Object.fromEntries(
    Object.entries({
      what: '车间没有测温点',
      enterprise: '示例电子',
      severity: 'serious',
      due: '2020-03-24',
      stand: 'open',
      ...set,
    }).map(([name, value]) => [`lines.${at}.${name}`, value]),
  );

/** One department's report with one problem; gives back the problem's id. */
const filed = async (who: SignedInStaff, department: string, set: Pairs = {}, on = day): Promise<string> => {
  const sent = await send(who, await fill(who, department, { state: 'problem', ...line(), ...set }, on));
  if (sent.status !== 303) throw new Error(`${sent.status} ${textOf(await sent.text())}`);
  const newest = await store().newestFinding({ department, day: on });
  return newest ? (desk.app.findings.saidIn(newest).lines[0]?.id ?? '') : '';
};

describe('a report', () => {
  test('is stored once a press, shown as sent, and counted', async () => {
    const pairs = await fill(economy, 'economy', {
      state: 'problem',
      ...line({ what: '<i>消毒</i>记录没有写' }),
      'supplies.0.goods': 'mask-medical.piece',
      'supplies.0.quantity': '3000',
      'supplies.1.goods': 'goggles.pair',
      'supplies.1.quantity': '0',
    });
    const sent = await Promise.all([send(economy, pairs), send(economy, pairs)]);
    expect(sent.map(one => one.status)).toEqual([303, 303]);
    const html = await page(economy, sent[0]?.headers.get('location') ?? '');
    expect(html).toContain('&lt;i&gt;消毒');
    const text = textOf(html);
    for (const words of ['已上报。', '第1版，赵经发', '医用外科口罩', '3000只', '0副', '较重', '示例电子'])
      expect(text).toContain(words);
    const all = textOf(await page(dispatcher, `/desk/findings/?day=${day}`));
    expect(all).toContain('应报7个部门，按时1个，迟报0个，未报0个，还没到时间6个');
    expect(all).toContain('当天查到1个问题，解决0个');
    // Those that have not reported have not said that there was nothing.
    expect(all.match(/还没到时间 17:[03]0前 — — — 0/g)).toHaveLength(6);
    expect(await store().findingVersions({ department: 'economy', day, before: 99, limit: 9 })).toHaveLength(
      1,
    );
  });

  test('a correction is a new version, and the old one stays readable; a page of before is told so', async () => {
    const old = await fill(economy, 'economy', { state: 'problem' });
    expect(old['lines.0.what']).toContain('消毒');
    const corrected = await send(economy, {
      ...old,
      'lines.0.what': '消毒记录补写了一半',
      'lines.0.stand': 'solved',
    });
    expect(corrected.status).toBe(303);
    const stale = await send(economy, { ...old, id: `${old.id?.slice(0, -4)}abcd` });
    expect([stale.status, textOf(await stale.text())]).toEqual([
      409,
      expect.stringContaining('刚才有人改过'),
    ]);
    expect(textOf(await page(economy, report('economy')))).toMatch(/第2版.*消毒记录补写了一半.*解决了/s);
    const first = textOf(await page(economy, `${report('economy')}&version=1`));
    expect(first).toContain('这是以前的版本');
    expect(first).toContain('记录没有写');
    expect((await see(economy, `${report('economy')}&version=3`)).status).toBe(404);
    const { id = '' } =
      desk.app.findings.saidIn({
        said: (await store().newestFinding({ department: 'economy', day }))?.said ?? '',
      }).lines[0] ?? {};
    const course = textOf(await page(economy, `/desk/findings/problems/${id}/`));
    expect(course).toMatch(/报告解决了.*改了写法.*查到/s);
  });

  test.each([
    [{ state: '' }, '请选今天有没有问题'],
    [{ state: 'normal', ...line() }, '不能选“无异常”'],
    [{ state: 'problem' }, '请至少写一个问题'],
    [{ state: 'normal', places: '许多' }, '请写今天查了几处'],
    [{ state: 'problem', ...line({ what: '联系13800138000' }) }, '请删掉电话号码'],
    [{ state: 'problem', ...line({ creditCode: '123' }) }, '信用代码不对'],
    [{ state: 'problem', ...line({ severity: '' }) }, '请选严重程度'],
    [{ state: 'problem', ...line({ due: '2020-03-19' }) }, '请选哪天前解决'],
    [{ state: 'problem', ...line({ due: '2020-09-01' }) }, '请选哪天前解决'],
    [{ state: 'problem', ...line({ stand: 'to:market' }) }, '请选转给哪个部门'],
    [{ state: 'problem', ...line({ stand: 'to:nobody' }) }, '请选转给哪个部门'],
    [{ state: 'normal', 'supplies.0.goods': 'mask-medical.set', 'supplies.0.quantity': '3' }, '不按这个单位'],
    [{ state: 'normal', 'supplies.0.goods': 'mask-medical.piece', 'supplies.0.quantity': '' }, '请写数字'],
    [
      {
        state: 'normal',
        'supplies.0.goods': 'mask-medical.piece',
        'supplies.0.quantity': '3',
        'supplies.1.goods': 'mask-medical.piece',
        'supplies.1.quantity': '4',
      },
      '请合成一行',
    ],
  ] as const)('%j: told, nothing is stored, and everything typed stays', async (set, said) => {
    const sent = await send(market, await fill(market, 'market', { 'lines.0.enterprise': '', ...set }));
    const html = await sent.text();
    expect([sent.status, textOf(html)]).toEqual([422, expect.stringContaining(said)]);
    for (const value of Object.values(set))
      if (value.length > 6 && !/^to:|\.set$/.test(value)) expect(html).toContain(value);
    expect(await store().newestFinding({ department: 'market', day })).toBeNull();
  });

  test('of its own department alone; a dispatcher files for any, an auditor reads, nobody ahead or long after', async () => {
    expect((await see(economy, form('market'))).status).toBe(403);
    expect((await send(economy, { ...(await fill(market, 'market')), state: 'normal' })).status).toBe(403);
    expect((await see(economy, report('market'))).status).toBe(404);
    for (const on of ['2020-03-21', '2020-03-12', '2020-02-31', 'x'])
      expect([on, (await see(economy, form('economy', on))).status]).toEqual([on, 404]);
    const normal = await fill(dispatcher, 'transport', { state: 'normal', places: '0' });
    expect((await send(dispatcher, { ...normal, day: '2020-03-21' })).status).toBe(422);
    expect((await send(dispatcher, normal)).status).toBe(303);
    expect(textOf(await page(auditor, report('transport')))).toContain('没有查到问题（无异常）');
    expect((await see(auditor, form('transport'))).status).toBe(403);
    expect((await send(auditor, normal)).status).toBe(403);
    const own = textOf(await page(economy, '/desk/findings/'));
    expect(own).toContain('经发局');
    expect(own).not.toMatch(/市场监管局|应报7个/);
  });

  test('more lines are added without storing anything', async () => {
    const sent = await send(market, { ...(await fill(market, 'market', line())), _act: 'more-lines' });
    const html = await sent.text();
    expect(sent.status).toBe(200);
    expect(html).toContain('name="lines.3.what"');
    expect(html).toContain('车间没有测温点');
  });
});

describe('a problem', () => {
  const at = (id: string) => `/desk/findings/problems/${id}/`;

  test('stays open over the days: handed on, solved by whoever has it, closed by reference', async () => {
    const id = await filed(market, 'market', line({ stand: 'to:construction', severity: 'urgent' }));
    expect(textOf(await page(market, at(id)))).toMatch(/转给建设局.*查到/s);
    expect((await see(economy, at(id))).status).toBe(404);
    desk.at('2020-03-21T07:00:00.000Z');
    const officer = (department: string, name: string) =>
      newStaff(desk, { role: 'officer', department, name });
    const construction = await officer('construction', '孙建设');
    const later = await officer('market', '钱市场');
    const next = await page(construction, form('construction', '2020-03-21'));
    expect(textOf(next)).toContain('车间没有测温点');
    expect(textOf(await page(later, form('market', '2020-03-21')))).not.toContain('车间没有测温点');
    const pairs = await fill(
      construction,
      'construction',
      { state: 'normal', 'turns.0.stand': 'solved' },
      '2020-03-21',
    );
    expect(pairs['turns.0.id']).toBe(id);
    expect((await send(construction, pairs)).status).toBe(303);
    expect(textOf(await page(later, at(id)))).toMatch(/3月21日解决.*孙建设，报告解决了/s);
    // The report of the day before cannot take back what a later one said.
    const late = await send(later, { ...(await fill(later, 'market')), 'lines.0.stand': 'open' });
    expect([late.status, textOf(await late.text())]).toEqual([
      422,
      expect.stringContaining('请改后来的那一份'),
    ]);
    // A correction of the later one can.
    const back = await fill(construction, 'construction', { 'turns.0.stand': 'open' }, '2020-03-21');
    expect((await send(construction, back)).status).toBe(303);
    expect(await store().problemById(id)).toMatchObject({
      state: 'open',
      solvedOn: '',
      holder: 'construction',
    });
    const list = textOf(await page(await newStaff(desk, { role: 'dispatcher' }), '/desk/findings/problems/'));
    expect(list).toMatch(/紧急.*现在由建设局办.*已经1天/s);
  });

  test('is taken over on the day it was handed on; who handed it on can then not take it back', async () => {
    const id = await filed(dispatcher, 'transport', line({ what: '班车没有消毒', stand: 'to:health' }));
    const health = await newStaff(desk, { role: 'officer', department: 'health' });
    const pairs = await fill(health, 'health', { state: 'normal', 'turns.0.stand': 'solved' });
    expect(pairs['turns.0.id']).toBe(id);
    expect((await send(health, pairs)).status).toBe(303);
    for (const stand of ['open', 'to:tax']) {
      const back = await fill(dispatcher, 'transport', { 'lines.0.stand': stand });
      const sent = await send(dispatcher, back);
      expect([sent.status, textOf(await sent.text())]).toEqual([
        422,
        expect.stringContaining('由别的部门在办'),
      ]);
    }
    expect(await store().problemById(id)).toMatchObject({ state: 'solved', solvedOn: day, holder: 'health' });
  });

  test('becomes a case by the form for a caller, the words written in, and is tied to it', async () => {
    const id = await filed(dispatcher, 'health', line({ what: '食堂没有分餐' }));
    const enter = `/desk/enter/other/?problem=${id}`;
    const html = await page(dispatcher, enter);
    expect(html).toContain('食堂没有分餐');
    expect(html).toContain('value="示例电子"');
    expect(await page(economy, enter)).not.toContain('食堂没有分餐');
    const key = /name="_key" value="([^"]+)"/.exec(html)?.[1] ?? '';
    const sent = await press(dispatcher, enter, {
      _key: key,
      _channel: 'phone',
      _who: '王主任',
      _consent: 'phone',
      kind: 'difficulty',
      matter: '食堂没有分餐',
      'enterprise.name': '示例电子',
      'enterprise.area': 'east',
      'enterprise.line': 'industry',
      'contact.name': '王芳',
      'contact.phone': '13800138000',
    });
    const receipt = await sent.text();
    expect([sent.status, textOf(receipt)]).toEqual([200, expect.stringContaining('登记编号')]);
    const row = await store().problemById(id);
    expect(row?.caseNumber).toMatch(/^\d{13}$/);
    expect(await page(dispatcher, at(id))).toContain(`/desk/cases/${row?.caseNumber}/`);
  });

  test('is linked to a case that is theirs to see, and to none else', async () => {
    const id = await filed(dispatcher, 'supplies', line({ what: '仓库没有台账' }));
    const wrong = await press(dispatcher, at(id), { _act: 'case', number: '20320-0000-0000' });
    expect([wrong.status, textOf(await wrong.text())]).toEqual([
      422,
      expect.stringContaining('没有这个编号'),
    ]);
    expect((await press(auditor, at(id), { _act: 'case', number: '1' })).status).toBe(403);
    expect((await see(dispatcher, at('nothing'))).status).toBe(404);
  });
});

test('the daily report leads to what each department reported', async () => {
  await filed(market, 'market', {}, '2020-03-19');
  const html = await page(auditor, '/desk/daily/?day=2020-03-19');
  const hrefs = [...html.slice(html.indexOf('<main')).matchAll(/href="(\/desk\/findings?\/[^"]*)"/g)].map(
    ([, href = '']) => href.replaceAll('&amp;', '&'),
  );
  expect(new Set(hrefs)).toEqual(new Set([report('market', '2020-03-19'), '/desk/findings/?day=2020-03-19']));
  expect(textOf(await page(auditor, report('market', '2020-03-19')))).toContain('车间没有测温点');
});
