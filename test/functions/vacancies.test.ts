import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import vacancies from '#functions/vacancies.ts';
import feed from '#functions/vacancies-feed.ts';
import { type Desk, openDesk } from '../office.ts';
import { newStaff, type SignedInStaff } from '../staff.ts';
import type { Tree } from '../submissions.ts';
import { labour } from '../vacancies/world.ts';
import { deed, type Pairs, page, press, see } from './desk.ts';
import { act, linkOf, type Receipt, receiptOf, send, textOf } from './knock.ts';

let desk: Desk;
let officer: SignedInStaff;
let dispatcher: SignedInStaff;
let stranger: SignedInStaff;
let auditor: SignedInStaff;
beforeAll(async () => {
  desk = await openDesk();
  desk.at('2026-03-18T02:00:00.000Z');
  officer = await newStaff(desk, { role: 'officer', department: 'labour', name: '周用工' });
  dispatcher = await newStaff(desk, { role: 'dispatcher', department: 'economy' });
  stranger = await newStaff(desk, { role: 'officer', department: 'law' });
  auditor = await newStaff(desk, { role: 'auditor' });
});
afterAll(() => desk.stop());

const plain = ({ number }: Receipt) => number.replaceAll('-', '');
const file = async (set: Tree = {}) => {
  desk.pass(1000);
  const tree = labour(set);
  const receipt = await receiptOf(await send('labour', tree));
  return { receipt, tree, number: plain(receipt) };
};
const at = (path: string, headers: Pairs = {}) =>
  vacancies(new Request(`http://zone.example${path}`, { headers: { accept: 'text/html', ...headers } }));
const list = async (path = '/vacancies/') => (await at(path)).text();

/** The form of a position as its page has it: everything that a browser would send. */
const formOf = (html: string, anchor: string): Record<string, string> => {
  const section = html.split(`id="${anchor}"`)[1]?.split('</section>')[0] ?? '';
  const form = section.split('<form').find(part => part.includes('value="publish"')) ?? '';
  const inputs = [...form.matchAll(/<input [^>]*?name="([^"]+)"[^>]*>/g)].flatMap(([tag, name = '']) => {
    const isBox = /type="checkbox"/.test(tag);
    if (isBox && !/ checked/.test(tag)) return [];
    return [[name, /value="([^"]*)"/.exec(tag)?.[1] ?? '']];
  });
  const selects = [...form.matchAll(/<select [^>]*?name="([^"]+)"[^>]*>(.*?)<\/select>/gs)].map(
    ([, name = '', options = '']) => [name, /value="([^"]*)" selected/.exec(options)?.[1] ?? ''],
  );
  const areas = [...form.matchAll(/<textarea [^>]*?name="([^"]+)"[^>]*>\n?(.*?)<\/textarea>/gs)].map(
    ([, name = '', text = '']) => [name, text],
  );
  const plain = (text = '') =>
    text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&amp;', '&');
  return Object.fromEntries([...inputs, ...selects, ...areas].map(([name, text]) => [name, plain(text)]));
};
const pressOn = async (number: string, anchor: string, pairs: Pairs, who = officer) => {
  const path = `/desk/vacancies/${number}/`;
  return press(who, path, { ...formOf(await page(officer, path), anchor), ...pairs });
};
const publish = async (number: string, anchor: string, set: Pairs = {}) => {
  const response = await pressOn(number, anchor, { _act: 'publish', ...set });
  expect([response.status, response.headers.get('location')]).toEqual([
    303,
    `/desk/vacancies/${number}/?done=out#done`,
  ]);
};
const numbersIn = (html: string) => [...html.matchAll(/id="v(\d{6})"/g)].map(([, number]) => number);

describe('vacancies', () => {
  test('from the form to the public list and to filled, without anything of the contact or the case', async () => {
    const { number, tree } = await file();
    const { name } = tree.enterprise as { name: string };
    expect(textOf(await page(officer, '/desk/vacancies/'))).toContain('3个待审核，共3个');
    expect(await page(officer, `/desk/cases/${number}/`)).toContain(`/desk/vacancies/${number}/`);
    expect(await list()).not.toContain(name);
    await publish(number, 'hire-0', { title: '氩弧焊工', until: '2026-04-01' });
    const html = await list();
    const text = textOf(html);
    for (const said of [
      '氩弧焊工',
      '招5人',
      '5000–8000元/月',
      name,
      '东区',
      '包住',
      '缴社保',
      '2026年4月1日',
    ])
      expect(text).toContain(said);
    expect(text).toContain('共1个岗位，还招5人');
    const [public1 = ''] = numbersIn(html);
    expect(text).toContain(`应聘打 0000-0000013 ，报编号${public1}`);
    for (const secret of ['13800138000', '王小明', number, desk.app.front.showNumber(number)])
      expect(html).not.toContain(secret);
    await publish(number, 'lend-0');
    expect(textOf(await list('/vacancies/lend/'))).toContain('可借6人');
    expect(textOf(await list())).not.toContain('叉车');
    const fill = (filled: string) => pressOn(number, 'hire-0', { _act: 'fill', filled });
    expect((await fill('3')).status).toBe(303);
    expect(textOf(await list())).toContain('还招2人，共5人');
    const over = await fill('6');
    expect([over.status, textOf(await over.text())]).toEqual([422, expect.stringContaining('0到5')]);
    expect((await fill('5')).headers.get('location')).toContain('done=off');
    expect(numbersIn(await list())).not.toContain(public1);
    const record = textOf(await page(officer, `/desk/vacancies/${number}/`));
    for (const said of ['已招满', '周用工 公开岗位1', '登记岗位1招到3人', '登记岗位1招到2人'])
      expect(record).toContain(said);
    expect(textOf(await page(officer, '/desk/vacancies/?view=past'))).toContain('已招满');
    expect(textOf(await page(officer, '/desk/vacancies/?view=open'))).toContain('可借出的员工');
  });

  test('pressed twice it is published once; a page that was drawn before another’s change does nothing', async () => {
    const { number } = await file();
    const path = `/desk/vacancies/${number}/`;
    const form = { ...formOf(await page(officer, path), 'hire-1'), _act: 'publish' };
    const [one, two] = await Promise.all([press(officer, path, form), press(officer, path, form)]);
    expect([one.status, two.status]).toEqual([303, 303]);
    const row = await desk.app.office.store.caseByNumber(number);
    expect(await desk.app.vacancies.events(row?.id ?? '')).toHaveLength(1);
    expect((await press(dispatcher, path, { ...form, _csrf: dispatcher.csrf, headcount: '9' })).status).toBe(
      409,
    );
    expect(await desk.app.vacancies.events(row?.id ?? '')).toHaveLength(1);
  });

  test('without permission nothing is published, and the page says whom to ask; taken back, it is gone at once', async () => {
    const without = await file({ publish: false });
    const told = await page(officer, `/desk/vacancies/${without.number}/`);
    expect(textOf(told)).toContain('请打电话问联系人');
    expect(told).not.toContain('value="publish"');
    const { number, receipt, tree } = await file();
    const form = formOf(await page(officer, `/desk/vacancies/${number}/`), 'hire-0');
    const row = await desk.app.office.store.caseByNumber(without.number);
    const { positions } = row ? await desk.app.vacancies.review(row) : { positions: [] };
    const mark = positions[0]?.position.mark ?? '';
    const forged = await press(officer, `/desk/vacancies/${without.number}/`, {
      ...form,
      _mark: mark,
      _act: 'publish',
    });
    expect(forged.status).toBe(422);
    await publish(number, 'hire-0');
    const before = numbersIn(await list());
    const taken = await act('change', { ...linkOf(receipt), answers: { ...tree, publish: false } });
    expect(taken.status).toBe(200);
    expect(numbersIn(await list())).toHaveLength(before.length - 1);
    expect(textOf(await page(officer, `/desk/vacancies/${number}/`))).toContain('企业不再同意公开');
  });

  test('what the enterprise corrects is reviewed again; what is closed goes off', async () => {
    const { number, receipt, tree } = await file();
    await publish(number, 'hire-0');
    const changed = { ...tree, positions: [{ title: '钳工', headcount: 1 }] };
    expect((await act('change', { ...linkOf(receipt), answers: changed })).status).toBe(200);
    expect(textOf(await list())).not.toContain('焊工');
    const html = await page(officer, `/desk/vacancies/${number}/`);
    expect(textOf(html)).toContain('企业改了内容，请再审核');
    expect(formOf(html, 'hire-0').title).toBe('钳工');
    await publish(number, 'hire-0');
    expect(textOf(await list())).toContain('钳工');
    await deed(officer, number, 'accept', { officer: '' });
    await deed(officer, number, 'answer', { text: '已经帮您招到' });
    const closed = await deed(officer, number, 'close', { outcome: 'solved', text: '' });
    expect(closed.status).toBe(303);
    expect(textOf(await list())).not.toContain('钳工');
  });

  test('restrictions and personal data are refused with what to write instead; what was typed stays', async () => {
    const { number } = await file();
    const wrong = await pressOn(number, 'hire-0', { _act: 'publish', skills: '只要男的，电话13900139000' });
    const html = await wrong.text();
    expect(wrong.status).toBe(422);
    expect(textOf(html)).toContain('招人不能限制性别、年龄、籍贯');
    expect(html).toContain('只要男的，电话13900139000');
    const phone = await pressOn(number, 'hire-0', { _act: 'publish', skills: '加微信hanjie88' });
    expect(textOf(await phone.text())).toContain('谁都看得到，请删掉');
    expect(await list()).not.toContain('13900139000');
    const looked = await pressOn(number, 'hire-0', { _act: 'preview', title: '高级焊工' });
    expect([looked.status, textOf(await looked.text())]).toEqual([200, expect.stringContaining('高级焊工')]);
    expect(textOf(await list())).not.toContain('高级焊工');
  });

  test('left out stays out, and keeps none of the enterprise’s words in the clear', async () => {
    const { number } = await file();
    expect((await pressOn(number, 'hire-0', { _act: 'leave-out' })).status).toBe(303);
    const row = await desk.app.office.store.caseByNumber(number);
    const [kept] = row ? (await desk.app.vacancies.review(row)).positions : [];
    expect(kept?.vacancy).toMatchObject({ ended: 'left-out', title: '', skills: '', publishedAt: '' });
    expect(textOf(await page(officer, '/desk/vacancies/'))).toContain('2个待审核，共3个');
  });

  test('hostile text is escaped everywhere, in the data for programs too', async () => {
    const title = '</script><img src=x onerror=alert(1)>';
    const { number } = await file({
      positions: [{ title, headcount: 1, payFrom: 4000, employment: 'full-time' }],
    });
    await publish(number, 'hire-0');
    for (const html of [
      await list(),
      await list('/en/vacancies/'),
      await list('/zh-hant/vacancies/'),
      await page(officer, `/desk/vacancies/${number}/`),
    ]) {
      expect(html).not.toContain('<img src=x');
      expect(html).toContain('&lt;img src=x');
    }
    const [, data = ''] =
      /<script type="application\/ld\+json">(.*?)<\/script>/.exec(
        await list(`/vacancies/?q=${encodeURIComponent('img src')}`),
      ) ?? [];
    expect(JSON.parse(data)).toMatchObject({ '@type': 'JobPosting', title, employmentType: 'FULL_TIME' });
    await pressOn(number, 'hire-0', { _act: 'withdraw' });
    expect(await list()).not.toContain('img src=x');
  });

  test('filters, words that find nothing, pages, and made-up addresses', async () => {
    const positions = Array.from({ length: 23 }, (_, n) => ({ title: `质检员${n}`, headcount: 1 }));
    const { number } = await file({ want: ['hire'], positions });
    for (const n of positions.keys())
      await publish(number, `hire-${n}`, { 'board.lodging': n < 2 ? 'on' : '' });
    const q = encodeURIComponent('质检员');
    const first = await list(`/vacancies/?q=${q}`);
    expect(textOf(first)).toContain('共23个岗位，还招23人');
    const next = /rel="next" href="([^"]+)"/.exec(first)?.[1]?.replaceAll('&amp;', '&') ?? '';
    const second = await list(next);
    expect(new Set([...numbersIn(first), ...numbersIn(second)]).size).toBe(23);
    expect(textOf(await list(`/vacancies/?q=${q}&area=west`))).toContain('没有这样的岗位');
    for (const query of ['?after=%00~1', '?area=%27', '?sort=x&lodging=y', `?q=${'长'.repeat(500)}`])
      expect((await at(`/vacancies/${query}`)).status).toBe(200);
    const [one = ''] = numbersIn(first);
    expect(numbersIn(await list(`/vacancies/?q=${one}`))).toEqual([one]);
  });

  test('anybody may keep it for a minute; the feed has the same rows and nothing of the case', async () => {
    const first = await at('/vacancies/');
    const etag = first.headers.get('etag') ?? '';
    expect(first.headers.get('cache-control')).toBe('public, max-age=60');
    expect((await at('/vacancies/', { 'if-none-match': etag })).status).toBe(304);
    const response = await feed(new Request('http://zone.example/vacancies/feed.json?kind=hire'));
    const { items } = (await response.json()) as { items: { id: string; _vacancy: object }[] };
    expect(items.length).toBeGreaterThan(20);
    expect(numbersIn(await first.text()).every(number => items.some(({ id }) => id === number))).toBe(true);
    const [{ _vacancy: row } = { _vacancy: {} }] = items;
    expect(Object.keys(row)).not.toEqual(expect.arrayContaining(['caseId']));
    for (const name of ['id', 'caseId', 'version', 'state']) expect(row).not.toHaveProperty(name);
  });

  test('who may not, may not; an auditor looks', async () => {
    const { number } = await file();
    const path = `/desk/vacancies/${number}/`;
    expect((await see(stranger, path)).status).toBe(404);
    expect(await page(auditor, path)).not.toContain('<form method="post" action="/desk/vacancies/');
    const form = { ...formOf(await page(officer, path), 'hire-0'), _act: 'publish' };
    expect((await press(auditor, path, { ...form, _csrf: auditor.csrf })).status).toBe(403);
    expect((await press(officer, path, { ...form, _csrf: 'x' })).status).toBe(403);
    expect((await press(officer, path, { ...form, _csrf: officer.csrf, _kind: 'x' })).status).toBe(400);
    const liaison = await newStaff(desk, { role: 'liaison', areas: ['east'] });
    expect((await see(liaison, '/desk/vacancies/')).status).toBe(403);
  });
});
