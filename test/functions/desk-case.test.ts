import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { perform } from '#src/cases/perform.ts';
import { samples } from '../forms/samples.ts';
import { type Desk, openDesk } from '../office.ts';
import { newStaff, type SignedInStaff } from '../staff.ts';
import { materials } from '../submissions.ts';
import { deed, headIn, page, press, see } from './desk.ts';
import { receiptOf, send, textOf } from './knock.ts';

let desk: Desk;
let officer: SignedInStaff;
let dispatcher: SignedInStaff;
let other: SignedInStaff;
beforeAll(async () => {
  desk = await openDesk();
  desk.at('2026-03-20T02:00:00.000Z');
  officer = await newStaff(desk, { role: 'officer', department: 'supplies', name: '李办' });
  dispatcher = await newStaff(desk, { role: 'dispatcher', department: 'economy', name: '陈调度' });
  other = await newStaff(desk, { role: 'officer', department: 'labour', name: '旁人' });
});
afterAll(() => desk.stop());

const filed = async (note = '急需'): Promise<string> => {
  const { number } = await receiptOf(await send('materials', materials({ note })));
  return number.replaceAll('-', '');
};
const kinds = async (number: string) => {
  const row = await desk.app.office.store.caseByNumber(number);
  return (await desk.app.office.store.events(row?.id ?? '')).map(event => event.kind);
};

describe('a case at the desk', () => {
  test('goes from its queue to closing, each step recorded', async () => {
    const number = await filed();
    expect(textOf(await page(officer, '/desk/?view=to-accept'))).toContain('待签收');
    expect(await page(officer, '/desk/?view=to-accept')).toContain(`/desk/cases/${number}/`);
    const accepted = await deed(officer, number, 'accept');
    expect([accepted.status, accepted.headers.get('location')]).toEqual([
      303,
      `/desk/cases/${number}/?done=accept#done`,
    ]);
    expect((await deed(officer, number, 'answer', { text: '请来领取' })).status).toBe(303);
    expect((await deed(officer, number, 'close', { outcome: 'solved', text: '' })).status).toBe(303);
    expect(await kinds(number)).toEqual(['received', 'accepted', 'answered', 'closed']);
    const shown = textOf(await page(officer, `/desk/cases/${number}/?done=close`));
    for (const words of ['已记下：办结', '李办', '请来领取', '办结：已解决']) expect(shown).toContain(words);
  });

  test('ASVS 8.2.3: masks personal fields until they are opened for a reason, which is an event', async () => {
    const number = await filed();
    const masked = await page(officer, `/desk/cases/${number}/`);
    expect(masked).not.toContain('13800138000');
    const none = await deed(officer, number, 'open', { reason: '' });
    expect([none.status, await none.text()]).toEqual([422, expect.stringContaining('请填写为什么要看')]);
    const opened = await (await deed(officer, number, 'open', { reason: '回电核实' })).text();
    expect(opened).toContain('13800138000');
    expect(await kinds(number)).toEqual(['received', 'opened']);
    const auditor = await newStaff(desk, { role: 'auditor' });
    expect(textOf(await page(auditor, `/desk/cases/${number}/`))).toContain('回电核实');
    expect(await page(officer, `/desk/cases/${number}/`)).not.toContain('13800138000');
  });

  test('two officers: the second sees the first, and never overwrites silently', async () => {
    const number = await filed();
    const before = headIn(await page(officer, `/desk/cases/${number}/`));
    const watching = textOf(await page(dispatcher, `/desk/cases/${number}/`));
    expect(watching).toContain('李办也在看这一件');
    expect(textOf(await page(officer, `/desk/cases/${number}/`))).toContain('陈调度也在看这一件');
    await deed(dispatcher, number, 'note', { text: '先等等' });
    const stale = await deed(officer, number, 'answer', { text: '写了很久的答复<b>' }, before);
    const html = await stale.text();
    expect(stale.status).toBe(409);
    expect(textOf(html)).toContain('刚才有人先动了这一件');
    expect(textOf(html)).toContain('陈调度，今天 10:00：内部备注');
    expect(html).toContain('写了很久的答复&lt;b&gt;</textarea>');
    expect(await kinds(number)).toEqual(['received', 'noted']);
    const again = headIn(html);
    expect((await deed(officer, number, 'answer', { text: '写了很久的答复' }, again)).status).toBe(303);
    desk.pass(3 * 60_000);
    expect(textOf(await page(officer, `/desk/cases/${number}/`))).not.toContain('也在看');
  });

  test('what a rule of the work forbids is said in words, and what was typed stays', async () => {
    const number = await filed();
    const head = headIn(await page(officer, `/desk/cases/${number}/`));
    const early = await deed(officer, number, 'close', { outcome: 'solved', text: '不应丢' }, head);
    const html = await early.text();
    expect([early.status, textOf(html)]).toEqual([422, expect.stringContaining('还没有告诉企业')]);
    expect(await kinds(number)).toEqual(['received']);
  });

  test('a new password is shown once, and follows a call back', async () => {
    const number = await filed();
    const unsure = await deed(officer, number, 'renew-pin');
    expect(unsure.status).toBe(422);
    const renewed = await deed(officer, number, 'renew-pin', { called: 'on' });
    const html = await renewed.text();
    expect([renewed.status, renewed.headers.get('cache-control')]).toEqual([200, 'no-store']);
    expect(html).toMatch(/receipt-pin">\d{6}</);
    expect(await page(officer, `/desk/cases/${number}/`)).not.toContain('receipt-pin');
  });

  test('a ready answer is put in by choosing, without a script, behind what was typed', async () => {
    const number = await filed();
    const fields = { _act: 'template', template: 'masks', text: '张总您好。' };
    const response = await deed(officer, number, 'answer', fields);
    const html = await response.text();
    expect(response.status).toBe(200);
    expect(html).toContain('张总您好。\n您好。您要的物资已经登记');
    expect(html).toContain('http://localhost:4321/policies/national/nat-lflkf-2020-33/');
    expect(await kinds(number)).toEqual(['received']);
  });

  test('ASVS 8.2.2: a department officer is told that a case of another is not there, at every door of it', async () => {
    const number = await filed();
    for (const path of [
      `/desk/cases/${number}/`,
      `/desk/cases/${number}/files/1`,
      '/desk/cases/1/',
      '/desk/cases/x/',
    ])
      expect([path, (await see(other, path)).status]).toEqual([path, 404]);
    for (const name of ['note', 'answer', 'open', 'merge'])
      expect((await deed(other, number, name, { text: 'x', reason: 'x', into: number }, 1)).status).toBe(404);
    expect(await kinds(number)).toEqual(['received']);
    const mine = await receiptOf(await send('labour', samples.labour.full));
    const own = mine.number.replaceAll('-', '');
    const into = await deed(other, own, 'merge', { into: number, reason: '同一件' });
    expect([into.status, textOf(await into.text())]).toEqual([422, expect.stringContaining('没有这一件')]);
  });

  test('what is sent without the token of the session, or from another site, does nothing (ASVS 3.5.1)', async () => {
    const number = await filed();
    const path = `/desk/cases/${number}/`;
    const fields = { _deed: 'note', _head: '1', text: '伪造' };
    expect((await press(officer, path, { ...fields, _csrf: 'x' })).status).toBe(403);
    expect((await press(officer, path, fields, { 'sec-fetch-site': 'cross-site' })).status).toBe(403);
    expect((await press(officer, path, fields, { origin: 'https://evil.example' })).status).toBe(403);
    const nobody = await press(null, path, fields);
    expect([nobody.status, nobody.headers.get('location')]).toEqual([303, '/desk/sign-in/']);
    expect(await kinds(number)).toEqual(['received']);
  });

  test('a role that may not do a deed is refused, whatever the page sends (ASVS 8.2.1)', async () => {
    const number = await filed();
    const auditor = await newStaff(desk, { role: 'auditor' });
    for (const [name, fields] of [
      ['accept', {}],
      ['answer', { text: 'x' }],
      ['note', { text: 'x' }],
      ['press', { pressure: 'urge', text: 'x' }],
    ] as const)
      expect([name, (await deed(auditor, number, name, fields)).status]).toEqual([name, 403]);
    expect(await kinds(number)).toEqual(['received']);
    expect(await page(auditor, `/desk/cases/${number}/`)).not.toContain('value="accept"');
  });

  test('an unknown deed, a wrong code or a broken head does nothing', async () => {
    const number = await filed();
    const path = `/desk/cases/${number}/`;
    await press(officer, path, { _deed: 'constructor', _head: '1' });
    await press(officer, path, { _deed: 'note', _head: 'x', text: 'y' });
    const wrong = await deed(officer, number, 'decline', { reason: 'x', suggest: 'nowhere' });
    expect([wrong.status, await kinds(number)]).toEqual([422, ['received']]);
  });
});

test('ASVS 1.2.1: text of enterprises and officers is shown as text, wherever it stands', async () => {
  const hostile = '<img src=x onerror=alert(1)>"\'';
  const { number: shown } = await receiptOf(
    await send('materials', {
      ...materials({ note: hostile }),
      enterprise: { name: hostile, area: 'east', line: 'industry' },
      contact: { name: hostile, phone: '13800138000' },
    }),
  );
  const number = shown.replaceAll('-', '');
  const { office } = desk.app;
  const doer = { login: 'x', department: 'supplies', superior: true };
  await perform(office, number, 1, { deed: 'note', text: hostile }, doer);
  await perform(office, number, 2, { deed: 'answer', text: hostile }, doer);
  await perform(office, number, 3, { deed: 'assist', departments: ['labour'], ask: hostile, due: '' }, doer);
  const pages = [
    await page(officer, `/desk/cases/${number}/`),
    await (await deed(officer, number, 'open', { reason: hostile })).text(),
    await page(officer, '/desk/?view=all'),
    await (await press(officer, '/desk/find/', { by: 'enterprise', value: hostile })).text(),
    await (await deed(officer, number, 'note', { text: hostile }, 1)).text(),
    await (
      await press(dispatcher, '/desk/bulk/', {
        act: 'press',
        pressure: 'urge',
        reason: hostile,
        [`n.${number}`]: 'on',
      })
    ).text(),
  ];
  for (const html of pages) {
    expect(html).not.toContain('<img');
    expect(html).toContain('&lt;img src=x onerror=alert(1)&gt;');
  }
});
