import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import read, { config } from '#functions/notice-read.ts';
import type { MustRead } from '#src/library/notices.ts';
import { samplesB } from '../forms/samples-b.ts';
import { type Desk, openDesk } from '../office.ts';
import { newStaff, type SignedInStaff } from '../staff.ts';
import { materials, type Tree } from '../submissions.ts';
import { page, see } from './desk.ts';
import { act, cookieOf, linkOf, look, type Receipt, receiptOf, send, textOf } from './knock.ts';

let desk: Desk;
let dispatcher: SignedInStaff;
let listed: readonly MustRead[] = [];
let last = 0;
/** A notice of its own for every test. */
let slug = '';

const notice = (set: Partial<MustRead> = {}): MustRead => ({
  notice: slug,
  title: '复工前请看',
  published: '2020-03-18',
  version: 1,
  areas: [],
  lines: [],
  until: '',
  ...set,
});

beforeAll(async () => {
  desk = await openDesk();
  desk.at('2026-03-20T02:00:00.000Z');
  dispatcher = await newStaff(desk, { role: 'dispatcher', department: 'economy', name: '陈调度' });
  Object.assign(desk.app.front, { mustRead: async () => listed });
});
afterAll(() => desk.stop());
beforeEach(() => {
  slug = `notice-${++last}`;
  listed = [notice()];
});

const at = (path = `/notices/${slug}/read/`): string => `http://zone.example${path}`;
const sent = (fields: Record<string, string>, path?: string): Promise<Response> =>
  read(
    new Request(at(path), {
      method: 'POST',
      headers: { accept: 'text/html' },
      body: new URLSearchParams(fields),
    }),
  );
const opened = (cookie = '', path?: string): Promise<Response> =>
  read(new Request(at(path), { headers: { accept: 'text/html', cookie } }));
const asProgram = (body: unknown): Promise<Response> =>
  read(
    new Request(at(), {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    }),
  );
const keysOf = ({ number, pin }: Receipt) => ({ number, pin: pin ?? '' });
const filed = async (set: Tree = {}): Promise<Receipt> => {
  const { least } = samplesB.filing;
  const enterprise = { ...(least.enterprise as Tree), name: `湖畔${++last}厂`, ...(set.enterprise as Tree) };
  return receiptOf(await send('filing', { ...least, ...set, enterprise }));
};
const totals = (set: object = {}) =>
  desk.app.office.store.readTotals({
    notice: slug,
    version: 1,
    areas: '',
    lines: '',
    day: '2026-03-20',
    ...set,
  });

describe('an enterprise confirms that it has read a notice', () => {
  test('without JavaScript: sent, led to the confirmation, which its browser alone sees', async () => {
    const form = await (await opened()).text();
    expect(form).toContain(`<form class="form" method="post" action="/notices/${slug}/read/"`);
    expect(textOf(form)).toContain('编号和密码只用来认出是哪家企业');
    const receipt = await filed();
    const answer = await sent(keysOf(receipt));
    expect([answer.status, answer.headers.get('location')]).toEqual([303, `/notices/${slug}/read/`]);
    expect(answer.headers.get('set-cookie')).toMatch(/; Path=\/; Max-Age=900; HttpOnly; SameSite=Lax$/);
    const done = await opened(cookieOf(answer));
    const text = textOf(await done.text());
    expect([done.status, done.headers.get('cache-control')]).toEqual([200, 'no-store']);
    expect(text).toContain('《复工前请看》已由贵企业确认阅读');
    expect(text).toContain('2026年3月20日 10:00');
    expect(text).toContain(receipt.number.slice(-4));
    expect(textOf(await (await opened()).text())).not.toContain('已由贵企业');
    expect(textOf(await (await opened('read=forged')).text())).not.toContain('已由贵企业');
  });

  test('sending twice is the same, by whichever of its cases; another version asks anew', async () => {
    const creditCode = '91350100M000100Y43';
    const enterprise = { creditCode };
    const [one, two] = [
      await filed({ enterprise }),
      await receiptOf(
        await send(
          'materials',
          materials({ enterprise: { name: '湖畔', creditCode, area: 'east', line: 'industry' } }),
        ),
      ),
    ];
    const first = await asProgram(keysOf(one));
    expect([first.status, await first.json()]).toEqual([
      201,
      { notice: slug, version: 1, at: '2026-03-20T02:00:00.000Z', tail: one.number.slice(-4), again: false },
    ]);
    const again = await asProgram(linkOf(two));
    expect(await again.json()).toMatchObject({ at: '2026-03-20T02:00:00.000Z', again: true });
    expect(again.status).toBe(200);
    expect((await totals()).said).toBe(1);
    listed = [notice({ version: 2 })];
    expect((await asProgram(keysOf(one))).status).toBe(201);
    const cookie = cookieOf(await sent(keysOf(one)));
    listed = [notice({ version: 3 })];
    expect(await (await opened(cookie)).text()).toContain('name="pin"');
  });

  test('a wrong password keeps nothing, counts as a try of tracking, and gives the number back', async () => {
    const receipt = await filed();
    const wrong = { number: receipt.number, pin: receipt.pin === '000000' ? '000001' : '000000' };
    const answer = await sent(wrong);
    const html = await answer.text();
    expect([
      answer.status,
      html.includes(`value="${receipt.number}"`),
      html.includes(`value="${wrong.pin}"`),
    ]).toEqual([404, true, false]);
    for (let n = 0; n < 4; n++) expect((await look(wrong)).status).toBe(404);
    const held = await sent(keysOf(receipt));
    expect([held.status, Number(held.headers.get('retry-after')) > 0]).toEqual([429, true]);
    expect((await totals()).said).toBe(0);
  });

  test('what is missing is named beside its field; a program is told by pointer', async () => {
    const answer = await sent({ number: '', pin: '' });
    expect(answer.status).toBe(422);
    expect(textOf(await answer.text())).toMatch(/请填写登记编号.*请填写查询密码/s);
    const told = await asProgram({ number: '1' });
    expect(((await told.json()) as { errors: unknown }).errors).toEqual([
      { pointer: '/pin', message: '请填写查询密码' },
    ]);
  });

  test('a notice that nobody is asked about is not there; one past its day is over', async () => {
    expect((await opened('', '/notices/other/read/')).status).toBe(404);
    const receipt = await filed();
    listed = [notice({ until: '2020-03-19' })];
    const late = await sent(keysOf(receipt));
    expect([late.status, textOf(await late.text()).includes('确认已在2020年3月19日截止')]).toEqual([
      409,
      true,
    ]);
    expect((await asProgram(keysOf(receipt))).status).toBe(409);
    expect((await totals()).said).toBe(0);
    listed = [notice({ until: '2020-03-20' })];
    expect((await sent(keysOf(receipt))).status).toBe(303);
  });

  test('goes with the case that said it, and cannot be said by one that is erased', async () => {
    const receipt = await filed({ enterprise: { creditCode: '' } });
    await sent(keysOf(receipt));
    expect((await totals()).said).toBe(1);
    expect((await act('erase', { ...linkOf(receipt), confirm: true, sure: true })).status).toBe(200);
    expect((await totals()).said).toBe(0);
    const after = await sent(linkOf(receipt));
    expect([after.status, textOf(await after.text()).includes('请用本企业的另一件')]).toEqual([409, true]);
  });

  test('in traditional characters all the way', async () => {
    const path = `/zh-hant/notices/${slug}/read/`;
    expect(config.path).toContain('/zh-hant/notices/:notice/read/');
    expect(await (await opened('', path)).text()).toContain(`action="${path}"`);
    const answer = await sent(keysOf(await filed()), path);
    expect(answer.headers.get('location')).toBe(path);
    expect(await (await opened(cookieOf(answer), path)).text()).toContain('已確認閱讀');
  });
});

describe('/desk/notices/', () => {
  test('says how many of how many, whom it leaves out, and who has not yet', async () => {
    const area = 'incubator';
    listed = [notice({ areas: [area], until: '2020-03-31' })];
    const [one, two] = [
      await filed({ enterprise: { creditCode: '', name: '甲厂', area } }),
      await filed({ enterprise: { creditCode: '', name: '乙厂<b>', area } }),
    ];
    await desk.app.firms.catchUp();
    const before = await totals({ areas: `,${area},`, day: '2026-03-20' });
    await sent(keysOf(one));
    await sent(keysOf(await filed({ enterprise: { creditCode: '', area: 'west' } })));
    const list = textOf(await page(dispatcher, '/desk/notices/'));
    expect(before.open.addressed).toBeGreaterThanOrEqual(2);
    expect(list).toContain(`已复工的${before.open.addressed}家，1家已确认`);
    expect(list).toContain(`报过复工的${before.filed.addressed}家，1家已确认`);
    expect(list).toContain('另有1家也确认了');
    expect(list).toMatch(
      /已复工 2026年3月20日这天可以开工的企业.*报过复工 报过复工信息.*已确认 其中确认过这一版/s,
    );
    const html = await page(dispatcher, `/desk/notices/${slug}/`);
    expect(html).toContain('乙厂&lt;b&gt;');
    expect(html).not.toContain('>甲厂<');
    expect(html).toContain(`/desk/cases/${two.number.replaceAll('-', '')}/`);
    expect(html).toContain(`/notices/${slug}/\n请在2020年3月31日前打开通知`);
  });

  test('a liaison officer sees the own areas alone; an officer none of it', async () => {
    const [east, west] = [
      await newStaff(desk, { role: 'liaison', areas: ['east'] }),
      await newStaff(desk, { role: 'liaison', areas: [] }),
    ];
    await filed({ enterprise: { creditCode: '', name: '东厂', area: 'east' } });
    await filed({ enterprise: { creditCode: '', name: '西厂', area: 'west' } });
    const html = await page(east, `/desk/notices/${slug}/`);
    expect([html.includes('>东厂<'), html.includes('>西厂<')]).toEqual([true, false]);
    expect(textOf(html)).toContain('只数您负责的片区');
    expect(textOf(await page(west, `/desk/notices/${slug}/`))).toContain('发送范围里还没有复工的企业');
    const officer = await newStaff(desk, { role: 'officer', department: 'law' });
    expect((await see(officer, '/desk/notices/')).status).toBe(403);
    expect((await see(null, '/desk/notices/')).status).toBe(303);
    expect((await see(dispatcher, '/desk/notices/none/')).status).toBe(404);
  });

  test('many notices and many enterprises come a page at a time', async () => {
    listed = Array.from({ length: 23 }, (_, n) => notice({ notice: `${slug}-${n}` }));
    const first = await page(dispatcher, '/desk/notices/');
    expect([first.match(/class="notice-row"/g)?.length, first.includes(`after=${slug}-19`)]).toEqual([
      20,
      true,
    ]);
    const rest = await page(dispatcher, `/desk/notices/?after=${slug}-19`);
    expect([rest.match(/class="notice-row"/g)?.length, rest.includes('rel="next"')]).toEqual([3, false]);
    for (let n = 0; n < 51; n++) await filed({ enterprise: { creditCode: '', area: 'east' } });
    const path = `/desk/notices/${slug}-0/`;
    const html = await page(dispatcher, path);
    expect(html.match(/class="notice-firm"/g)).toHaveLength(50);
    const next = /rel="next" href="([^"]+)"/.exec(html)?.[1] ?? '';
    expect((await page(dispatcher, next)).match(/class="notice-firm"/g)?.length).toBeGreaterThan(0);
  });
});
