import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { fault } from '#src/cases/review.ts';
import { erase } from '#src/cases/rewrite.ts';
import { writeSiteIndex } from '#src/commands/search-index.ts';
import { openLibrary } from '#src/library/library.ts';
import { type Desk, openDesk } from '../office.ts';
import { newStaff, type SignedInStaff } from '../staff.ts';
import { consultation, materials, type Tree } from '../submissions.ts';
import { deed, headIn, type Pairs, page, press, see } from './desk.ts';
import { receiptOf, send, textOf } from './knock.ts';

let desk: Desk;
let officer: SignedInStaff;
let dispatcher: SignedInStaff;
/** Where a site stands whose index is the content's. */
const built = mkdtempSync(join(tmpdir(), 'library-'));
beforeAll(async () => {
  desk = await openDesk();
  desk.at('2026-03-20T02:00:00.000Z');
  officer = await newStaff(desk, { role: 'officer', department: 'law', name: '李办' });
  dispatcher = await newStaff(desk, { role: 'dispatcher', department: 'economy', name: '陈调度' });
  await writeSiteIndex(process.cwd(), join(built, 'dist/search-index/one'), null);
  Object.assign(desk.app.front, openLibrary(built));
});
afterAll(async () => {
  await desk.stop();
  rmSync(built, { recursive: true });
});

const { name, ...enterprise } = consultation().enterprise as Record<string, string>;
const secrets = ['远山特种铸造有限公司', '欧阳秋水', '13912345678', enterprise.creditCode ?? ''] as const;
const [firm, person, mobile] = secrets;

const filed = async (set: Tree = {}): Promise<string> => {
  const { number } = await receiptOf(
    await send(
      'consultation',
      consultation({
        question: `我是${firm}的${person}，电话139 1234 5678。合同到期交不了货，要不要赔？员工也回不来。`,
        enterprise: { ...enterprise, name: firm },
        contact: { name: person, phone: mobile },
        ...set,
      }),
    ),
  );
  return number.replaceAll('-', '');
};
const text =
  '欧阳经理您好：受疫情影响不能履行的，可以依法部分或全部免责。\n- 先发函通知对方\n- 打12348问律师';
const answered = async (set: Tree = {}, words = text): Promise<string> => {
  const number = await filed(set);
  await deed(officer, number, 'accept');
  await deed(officer, number, 'answer', { text: words });
  return number;
};
const at = (number: string): string => `/desk/cases/${number}/faq/`;
const post = async (number: string, fields: Pairs, who = officer): Promise<Response> => {
  const head = headIn(await page(who, at(number)));
  return press(who, at(number), { _head: String(head), ...fields });
};
const sound = {
  _act: 'publish',
  question: '合同到期交不了货要赔吗？',
  category: 'service',
  answer: '受疫情影响不能履行的，可以依法部分或全部免责。\n- 先发函通知对方',
};
const rowOf = async (number: string) => {
  const row = await desk.app.office.store.caseByNumber(number);
  if (!row) throw new Error(number);
  return row;
};
const kinds = async (number: string) =>
  (await desk.app.office.store.events((await rowOf(number)).id)).map(event => event.kind);
const entries = async (number: string) => desk.app.office.store.faqOfCase((await rowOf(number)).id);
/** What stands in a field of a page. */
const inField = (html: string, id: string): string =>
  new RegExp(`id="${id}"[^>]*>\\n?([^<]*)</textarea>`).exec(html)?.[1] ?? '';

describe('an answered question', () => {
  test('is offered for the common questions once it is answered, and not before', async () => {
    const number = await filed();
    const link = `href="${at(number)}"`;
    expect(await page(officer, `/desk/cases/${number}/`)).not.toContain(link);
    expect(textOf(await page(officer, at(number)))).toContain('现在不能发布');
    await deed(officer, number, 'accept');
    await deed(officer, number, 'answer', { text });
    expect(await page(officer, `/desk/cases/${number}/`)).toContain(link);
  });

  test('stands there with everything that says who asked marked, listed and replaced', async () => {
    const html = await page(officer, at(await answered()));
    for (const marked of [firm, person, '139 1234 5678', '欧阳经理'])
      expect(html).toContain(`<mark>${marked}</mark>`);
    expect(textOf(html)).toContain('企业名称“远山特种铸造有限公司”，1处');
    expect(inField(html, 'faq-question')).toBe('合同到期交不了货，要不要赔？');
    expect(inField(html, 'faq-answer')).toMatch(/^受疫情影响不能履行的/);
    expect(inField(html, 'faq-answer')).toContain('打12348问律师');
    for (const secret of secrets) {
      expect(inField(html, 'faq-question')).not.toContain(secret);
      expect(inField(html, 'faq-answer')).not.toContain(secret);
    }
  });

  test('is looked up for, ticked, previewed and published; what was typed stays at every step', async () => {
    const number = await answered();
    const typed = { question: '赔不赔<b>？', category: 'service', answer: '可以免责\n- 先发函' };
    const found = await (await post(number, { ...typed, _act: 'find', find: '社保减免' })).text();
    const [, value = ''] = /name="links\.0" value="(\/policies\/[^"]+)"/.exec(found) ?? [];
    expect(value).not.toBe('');
    expect(inField(found, 'faq-question')).toBe('赔不赔&lt;b&gt;？');
    const preview = await (await post(number, { ...typed, _act: 'preview', 'links.0': value })).text();
    expect(preview).toContain('<h3>赔不赔&lt;b&gt;？</h3><p>可以免责</p><ul><li>先发函</li></ul>');
    expect(preview).toContain(`name="links.0" value="${value}" checked`);
    expect(await kinds(number)).toEqual(['received', 'accepted', 'answered']);
    const published = await post(number, { ...sound, 'links.0': value });
    expect([published.status, published.headers.get('location')]).toEqual([
      303,
      `${at(number)}?done=publish#done`,
    ]);
    const [entry] = await entries(number);
    const [path = ''] = value.split(' ');
    expect(entry).toMatchObject({
      state: 'published',
      question: sound.question,
      department: 'law',
      publishedBy: officer.staff.login,
    });
    expect(JSON.parse(entry?.links ?? '')).toEqual([{ path, title: expect.any(String) }]);
    expect(await kinds(number)).toEqual(['received', 'accepted', 'answered', 'published']);
    expect(await fault(desk.app.office, await rowOf(number))).toBeNull();
    const shown = textOf(await page(officer, `${at(number)}?done=publish`));
    for (const words of ['已发布', '李办', sound.question]) expect(shown).toContain(words);
    const course = textOf(await page(officer, `/desk/cases/${number}/`));
    expect(course).toContain(`把答复发布为常见问题（${entry?.slug}）`);
    expect(course).toContain('已发布为常见问题，看看');
  });

  test.each([
    ['企业名称', { answer: `由${firm}提出` }],
    ['企业名称', { question: '远山 特种铸造 有限公司 要赔吗' }],
    ['联系人', { answer: '欧阳 秋水问的' }],
    ['电话', { answer: '打１３９-１２３４-５６７８' }],
    ['信用代码', { answer: `代码${(enterprise.creditCode ?? '').toLowerCase()}` }],
  ])('is not published while it holds: %s', async (kind, set) => {
    const number = await answered();
    const refused = await post(number, { ...sound, ...set });
    const html = await refused.text();
    expect(refused.status).toBe(422);
    expect(textOf(html)).toContain(`里还有${kind}，请删掉或改写`);
    for (const [field, typed] of Object.entries({ ...sound, ...set }))
      if (field === 'question' || field === 'answer') expect(inField(html, `faq-${field}`)).toBe(typed);
    expect(await entries(number)).toEqual([]);
    expect(await kinds(number)).not.toContain('published');
  });

  test('lacks nothing: question, topic and answer are asked for together', async () => {
    const number = await answered();
    const refused = await post(number, { _act: 'publish', question: '', answer: ' ', category: 'nothing' });
    const html = await refused.text();
    expect(refused.status).toBe(422);
    expect(html.match(/<a href="#faq-/g)).toHaveLength(3);
    const links = Array.from({ length: 13 }, (_, n) => [`links.${n}`, `/guides/g${n}/ 指南`]);
    const many = await post(number, { ...sound, ...Object.fromEntries(links) });
    expect([many.status, textOf(await many.text())]).toEqual([422, expect.stringContaining('最多选12个')]);
    const foreign = await post(number, { ...sound, 'links.0': '//evil.example/ 网站' });
    expect(foreign.status).toBe(422);
    expect(await entries(number)).toEqual([]);
  });

  test('pressed twice is published once, and taken down once', async () => {
    const number = await answered();
    const { head } = await rowOf(number);
    const twice = async (fields: Pairs, shown: number) =>
      Promise.all(
        [1, 2].map(
          async () => (await press(officer, at(number), { ...fields, _head: String(shown) })).status,
        ),
      );
    expect(await twice(sound, head)).toEqual([303, 303]);
    expect(await twice({ _act: 'withdraw' }, head + 1)).toEqual([303, 303]);
    expect(await entries(number)).toHaveLength(1);
    expect((await kinds(number)).slice(3)).toEqual(['published', 'unpublished']);
  });

  test('outlives what is erased of its case, and can still be taken down', async () => {
    const number = await answered();
    await post(number, sound);
    await erase(desk.app.office, number, 'enterprise');
    expect(await page(officer, `/desk/cases/${number}/`)).toContain('已发布为常见问题，看看');
    expect(textOf(await page(officer, at(number)))).toContain(sound.question);
    expect((await post(number, { _act: 'withdraw' })).status).toBe(303);
    expect((await entries(number)).map(one => one.state)).toEqual(['withdrawn']);
    expect(await fault(desk.app.office, await rowOf(number))).toBeNull();
    const again = { ...sound, _head: String((await rowOf(number)).head) };
    expect((await press(officer, at(number), again)).status).toBe(422);
  });

  test('is published once; taken down it can be published anew', async () => {
    const number = await answered();
    await post(number, sound);
    const other = { ...sound, answer: '别的答案', _head: String((await rowOf(number)).head) };
    const refused = await press(officer, at(number), other);
    expect([refused.status, textOf(await refused.text())]).toEqual([
      422,
      expect.stringContaining('先撤下再发布'),
    ]);
    expect((await post(number, { _act: 'withdraw' })).status).toBe(303);
    expect(textOf(await page(officer, `${at(number)}?done=withdraw`))).toContain('已撤下');
    expect((await post(number, { ...sound, question: '改好的问题' })).status).toBe(303);
    expect((await entries(number)).map(one => [one.state, one.question]).sort()).toEqual([
      ['published', '改好的问题'],
      ['withdrawn', sound.question],
    ]);
    expect((await kinds(number)).slice(3)).toEqual(['published', 'unpublished', 'published']);
  });

  test('where somebody was faster nothing is published, and what was typed stays', async () => {
    const number = await answered();
    const { head } = await rowOf(number);
    await deed(dispatcher, number, 'note', { text: '先等等' });
    const stale = await press(officer, at(number), { ...sound, _head: String(head) });
    const html = await stale.text();
    expect([stale.status, inField(html, 'faq-answer')]).toEqual([409, sound.answer]);
    expect(await entries(number)).toEqual([]);
    const again = await press(officer, at(number), { ...sound, _head: String(headIn(html)) });
    expect(again.status).toBe(303);
  });

  test('pages that the answer names are ticked when it is published, and named by their path', async () => {
    const path = '/policies/national/nat-rsbf-2020-11/';
    const number = await answered({}, `可以减免，要点见 http://localhost:4321${path}`);
    const html = await page(officer, at(number));
    expect(html).toMatch(new RegExp(`name="links.0" value="${path} [^"]{6,}" checked`));
    expect(inField(html, 'faq-answer')).toBe(`可以减免，要点见 ${path}`);
  });

  test('gives its content file, for whoever may publish alone', async () => {
    const number = await answered();
    await post(number, sound);
    const [entry] = await entries(number);
    const path = `${at(number)}?file=${entry?.slug}`;
    const file = await see(officer, path);
    expect(file.headers.get('content-disposition')).toBe(`attachment; filename="${entry?.slug}.md"`);
    expect(await file.text()).toContain(`question: "${sound.question}"\ncategory: service\n`);
    expect((await see(officer, `${at(number)}?file=../../x`)).status).toBe(404);
    const stranger = await newStaff(desk, { role: 'officer', department: 'labour' });
    const auditor = await newStaff(desk, { role: 'auditor' });
    for (const who of [stranger, auditor]) {
      expect((await see(who, path)).status).toBe(404);
      expect((await see(who, at(number))).status).toBe(404);
      expect((await press(who, at(number), { ...sound, _head: '3' })).status).toBe(404);
    }
    expect((await press({ ...officer, csrf: 'x' }, at(number), sound)).status).toBe(403);
  });
});

test('needs and complaints are never common questions', async () => {
  const need = await receiptOf(await send('materials', materials()));
  const supplies = await newStaff(desk, { role: 'officer', department: 'supplies' });
  const number = need.number.replaceAll('-', '');
  await deed(supplies, number, 'answer', { text: '明天来领' });
  expect(await page(supplies, `/desk/cases/${number}/`)).not.toContain(at(number));
  const refused = await press(supplies, at(number), { ...sound, _head: String((await rowOf(number)).head) });
  expect([refused.status, textOf(await refused.text())]).toEqual([
    422,
    expect.stringContaining('只有咨询的答复'),
  ]);
});

test('a complaint is never one, however it was answered', async () => {
  const sent = await receiptOf(
    await send('other', {
      kind: 'complaint',
      matter: '在路口乱收保证金',
      against: '某单位',
      enterprise: { name: '投诉人的厂', area: 'east', line: 'industry' },
      contact: { name: person, phone: mobile },
      consent: true,
    }),
  );
  const number = sent.number.replaceAll('-', '');
  await deed(dispatcher, number, 'answer', { text: '已经查处' });
  expect((await rowOf(number)).state).toBe('answered');
  expect(await page(dispatcher, `/desk/cases/${number}/`)).not.toContain(at(number));
  expect(textOf(await page(dispatcher, at(number)))).toContain('投诉不能');
  const refused = await press(dispatcher, at(number), {
    ...sound,
    _head: String((await rowOf(number)).head),
  });
  expect([refused.status, await entries(number)]).toEqual([422, []]);
});
