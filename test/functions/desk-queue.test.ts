import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { perform } from '#src/cases/perform.ts';
import { type Desk, openDesk } from '../office.ts';
import { newStaff, type SignedInStaff } from '../staff.ts';
import { consultation, materials } from '../submissions.ts';
import { page, press, see } from './desk.ts';
import { receiptOf, send, textOf } from './knock.ts';

let desk: Desk;
let officer: SignedInStaff;
let dispatcher: SignedInStaff;
beforeAll(async () => {
  desk = await openDesk({ RATE_LIMIT: 'off' });
  desk.at('2026-03-20T02:00:00.000Z');
  officer = await newStaff(desk, { role: 'officer', department: 'supplies' });
  dispatcher = await newStaff(desk, { role: 'dispatcher', department: 'economy' });
});
afterAll(() => desk.stop());

const filed = async (form: string, tree: object): Promise<string> =>
  (await receiptOf(await send(form, tree))).number.replaceAll('-', '');
const row = async (number: string) => {
  const found = await desk.app.office.store.caseByNumber(number);
  if (!found) throw new Error(number);
  return found;
};
const numbersIn = (html: string): readonly string[] => [
  ...new Set([...html.matchAll(/\/desk\/cases\/(\d{13})\//g)].map(match => match[1] ?? '')),
];
const nextIn = (html: string): string =>
  (/rel="next" href="([^"]+)"/.exec(html)?.[1] ?? '').replaceAll('&amp;', '&');

describe('the queue', () => {
  test('is paged by key: every case once, whatever comes in between', async () => {
    const all: string[] = [];
    for (let n = 0; n < 60; n++) all.push(await filed('materials', materials()));
    const first = await page(officer, '/desk/?view=to-accept');
    expect(numbersIn(first)).toHaveLength(50);
    await filed('materials', materials());
    const second = await page(officer, nextIn(first));
    const seen = [...numbersIn(first), ...numbersIn(second)];
    expect(new Set(seen).size).toBe(seen.length);
    expect(all.filter(number => !seen.includes(number))).toEqual([]);
    expect(nextIn(second)).toBe('');
    expect(second).toContain('回到第一页');
  });

  test('shows an officer the cases of their department alone, whatever the address asks for', async () => {
    const theirs = await filed('consultation', consultation());
    for (const path of [
      '?view=all&department=law',
      '?view=held',
      '?view=complaints&after=x',
      '?view=constructor',
    ])
      expect(numbersIn(await page(officer, `/desk/${path}`))).not.toContain(theirs);
    expect(numbersIn(await page(dispatcher, '/desk/?view=all&department=law'))).toEqual([theirs]);
    expect(await page(officer, '/desk/')).not.toContain('name="department"><option value="">全部');
  });

  test('a liaison officer has the cases of their areas', async () => {
    const west = await filed(
      'materials',
      materials({ enterprise: { name: '西区一厂', area: 'west', line: 'industry' } }),
    );
    const liaison = await newStaff(desk, { role: 'liaison', areas: ['west'] });
    expect(numbersIn(await page(liaison, '/desk/?view=all'))).toEqual([west]);
    const idle = await newStaff(desk, { role: 'liaison', areas: [] });
    expect(textOf(await page(idle, '/desk/?view=all'))).toContain('还没有收到件');
  });

  test('late is said in words, of acceptance and of the whole', async () => {
    desk.at('2026-03-24T02:00:00.000Z');
    const later = await newStaff(desk, { role: 'officer', department: 'supplies' });
    expect(textOf(await page(later, '/desk/?view=to-accept'))).toContain('超时未签收');
    desk.at('2026-03-28T02:00:00.000Z');
    const last = await newStaff(desk, { role: 'officer', department: 'supplies' });
    expect(await page(last, '/desk/?view=overdue')).toContain('<strong class="late">已超时');
    desk.at('2026-03-20T02:00:00.000Z');
  });

  test('an empty view says what to do, and one that is filtered how to widen it', async () => {
    expect(textOf(await page(officer, '/desk/?view=mine'))).toContain('去“待签收”领一件');
    const html = await page(officer, '/desk/?view=to-accept&form=financing');
    expect(textOf(html)).toContain('放宽条件，或清除筛选');
  });

  test('views are kept under a name for whoever saved them, twenty at most', async () => {
    const query = 'view=to-accept&form=materials&evil=<script>';
    const saved = await press(officer, '/desk/views/', { name: '<b>口罩</b>', query });
    expect([saved.status, saved.headers.get('location')]).toEqual([
      303,
      '/desk/?view=to-accept&form=materials',
    ]);
    const html = await page(officer, '/desk/');
    expect(html).toContain('&lt;b&gt;口罩&lt;/b&gt;');
    expect(await page(dispatcher, '/desk/')).not.toContain('口罩&lt;');
    const id = /name="drop" value="([^"]+)"/.exec(html)?.[1] ?? '';
    await press(dispatcher, '/desk/views/', { drop: id });
    expect(await page(officer, '/desk/')).toContain('口罩');
    await press(officer, '/desk/views/', { drop: id });
    expect(await page(officer, '/desk/')).not.toContain('口罩&lt;');
    for (let n = 0; n < 20; n++) await press(officer, '/desk/views/', { name: `第${n}`, query });
    const full = await press(officer, '/desk/views/', { name: '多了', query });
    expect([full.status, textOf(await full.text())]).toEqual([422, expect.stringContaining('最多存20个')]);
  });
});

describe('several at once', () => {
  const choose = (numbers: readonly string[], more: Record<string, string>) => ({
    ...Object.fromEntries(numbers.map(number => [`n.${number}`, 'on'])),
    ...more,
  });
  const hiddenIn = (html: string): Record<string, string> =>
    Object.fromEntries(
      [...html.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/g)].map(match => [
        match[1],
        match[2],
      ]),
    );
  const assign = { act: 'assign', department: 'health', reason: '归疫情防控组' };

  test('are previewed, done, recorded one by one, and undone by a new record', async () => {
    const [one, two] = [await filed('materials', materials()), await filed('materials', materials())];
    const closed = await filed('materials', materials());
    const { office } = desk.app;
    const doer = { login: 'x', department: 'supplies', superior: true };
    await perform(office, closed, 1, { deed: 'answer', text: '好' }, doer);
    await perform(office, closed, 2, { deed: 'close', outcome: 'solved', text: '' }, doer);
    const preview = await (await press(dispatcher, '/desk/bulk/', choose([one, two, closed], assign))).text();
    expect(textOf(preview)).toContain('由物资保障组转给疫情防控组');
    expect(textOf(preview)).toContain('不能做 1');
    expect((await row(one)).handler).toBe('supplies');
    await perform(office, two, 1, { deed: 'note', text: '先到一步' }, doer);
    const form = hiddenIn(preview);
    const result = await (await press(dispatcher, '/desk/bulk/', { ...form, _csrf: dispatcher.csrf })).text();
    expect(textOf(result)).toContain('转办：做了1件，没做1件');
    expect(textOf(result)).toContain('刚才有人动过，没有覆盖');
    expect([(await row(one)).handler, (await row(two)).handler]).toEqual(['health', 'supplies']);
    const undo = hiddenIn(result);
    const undone = await press(dispatcher, '/desk/bulk/', { ...undo, _csrf: dispatcher.csrf });
    expect(textOf(await undone.text())).toContain('做了1件，没做0件');
    expect((await row(one)).handler).toBe('supplies');
    const events = await office.store.events((await row(one)).id);
    expect(events.map(event => event.kind)).toEqual(['received', 'forwarded', 'forwarded']);
  });

  test('reach no case that is not theirs, and do nothing that their role may not', async () => {
    const law = await filed('consultation', consultation());
    const own = await filed('materials', materials());
    const urge = { act: 'press', pressure: 'urge', reason: '请抓紧' };
    const html = await (await press(officer, '/desk/bulk/', choose([law, own], urge))).text();
    expect(numbersIn(html)).toEqual([own]);
    expect(textOf(html)).toContain('您的岗位不能做这一步');
    const sure = { ...urge, _sure: 'yes', [`n.${law}`]: '1', [`n.${own}`]: '1' };
    await press(officer, '/desk/bulk/', sure);
    expect([(await row(law)).head, (await row(own)).head]).toEqual([1, 1]);
  });

  test('what is missing is asked for with the choice kept; nothing chosen is said so', async () => {
    const one = await filed('materials', materials());
    for (const [fields, told] of [
      [{ ...assign, department: 'nowhere' }, '请选转给哪个部门'],
      [{ ...assign, reason: '' }, '请写理由'],
      [{ act: 'press', pressure: 'constructor' }, '请选力度'],
    ] as const) {
      const again = await press(dispatcher, '/desk/bulk/', choose([one], fields));
      const html = await again.text();
      expect([again.status, textOf(html)]).toEqual([422, expect.stringContaining(told)]);
      expect(html).toContain(`name="n.${one}"`);
    }
    const none = await press(dispatcher, '/desk/bulk/', assign);
    expect([none.status, textOf(await none.text())]).toEqual([
      422,
      expect.stringContaining('没有选中任何一件'),
    ]);
  });
});

describe('every door of the desk, for every role (ASVS 8.2.1)', () => {
  const doors = ['/desk/', '/desk/held/', '/desk/find/', '/desk/enter/', '/desk/enter/materials/'] as const;
  const posts = ['/desk/bulk/', '/desk/views/', '/desk/find/', '/desk/enter/materials/'] as const;

  test.each([
    ['administrator', [200, 200, 403, 403, 403], [403, 422, 403, 403]],
    ['dispatcher', [200, 200, 200, 200, 200], [422, 422, 422, 422]],
    ['officer', [200, 403, 200, 200, 200], [422, 422, 422, 422]],
    ['liaison', [200, 403, 403, 200, 200], [403, 422, 403, 422]],
    ['auditor', [200, 200, 200, 403, 403], [403, 422, 422, 403]],
    ['viewer', [403, 403, 403, 403, 403], [403, 403, 403, 403]],
  ] as const)('%s', async (role, gets, sends) => {
    const who = await newStaff(desk, { role, department: role === 'officer' ? 'supplies' : '' });
    const seen = await Promise.all(doors.map(async path => (await see(who, path)).status));
    expect(seen).toEqual(gets);
    const sent = await Promise.all(posts.map(async path => (await press(who, path, {})).status));
    expect(sent).toEqual(sends);
    const forged = await Promise.all(
      posts.map(async path => (await press(who, path, { _csrf: 'x' })).status),
    );
    expect(forged).toEqual([403, 403, 403, 403]);
  });

  test('nobody is shown anything but the way to sign in, and no answer is kept by anybody', async () => {
    for (const path of [...doors, '/desk/cases/6032012345678/']) {
      const answer = await see(null, path);
      expect([path, answer.status, answer.headers.get('cache-control')]).toEqual([path, 303, 'no-store']);
      expect(answer.headers.get('location')).toContain('/desk/sign-in/?back=');
    }
    const answer = await see(officer, '/desk/');
    expect(answer.headers.get('cache-control')).toBe('no-store');
    expect(answer.headers.get('cross-origin-resource-policy')).toBe('same-origin');
  });
});
