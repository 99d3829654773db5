import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import remind from '#functions/remind.ts';
import { fileReport, lineOf } from '../findings/fill.ts';
import { type Desk, openDesk } from '../office.ts';
import { newStaff, type SignedInStaff } from '../staff.ts';
import { type Pairs, page, press, see } from './desk.ts';
import { textOf } from './knock.ts';

let desk: Desk;
let dispatcher: SignedInStaff;
let transport: SignedInStaff;
let auditor: SignedInStaff;
/** A Friday; the meeting is at six in the evening. */
const day = '2020-03-20';
const at = (time: string, on = day) => desk.at(new Date(`${on}T${time}:00+08:00`).toISOString());
const seats = async (): Promise<void> => {
  dispatcher = await newStaff(desk, { role: 'dispatcher', department: 'services', name: '陈调度' });
  transport = await newStaff(desk, { role: 'officer', department: 'transport', name: '周交通' });
  auditor = await newStaff(desk, { role: 'auditor' });
};
beforeAll(async () => {
  desk = await openDesk();
  at('18:05');
  await seats();
});
beforeEach(() => at('18:05'));
afterAll(() => desk.stop());

const idIn = (html: string): string =>
  /name="_act" value="decide"><input type="hidden" name="id" value="(\w+)"/.exec(html)?.[1] ?? '';
const decision = (set: Pairs = {}): Pairs => ({
  _act: 'decide',
  what: '恢复发热门诊班车',
  department: 'transport',
  due: '2020-03-23',
  ...set,
});
const brief = (on = day): string => `/desk/brief/?day=${on}`;

test('is made of what is there: reports, who is missing, problems, what is to be decided', async () => {
  at('16:30');
  await fileReport(desk.app, 'economy', day, {
    lines: [
      lineOf(day, { what: '<b>缺轴承</b>', enterprise: '示例电子', severity: 'urgent', wanted: true }),
      lineOf(day, { what: '食堂没有分餐', due: day }),
    ],
  });
  await fileReport(desk.app, 'market', day);
  at('17:45');
  await fileReport(desk.app, 'health', day);
  at('18:05');
  const html = await page(dispatcher, '/desk/brief/');
  const text = textOf(html);
  for (const words of [
    '2020年3月20日碰头会简报',
    '18:00开会；上次是2020年3月19日。截至18:05。',
    '应报7个，按时2个，迟报1个，未报4个；无异常2个。查到2个问题，解决0个。',
    '未报：建设局、交通组、物资保障组、人社局。',
    '共2个，最急、最久的在前',
    '经发局 · 今天查到 · 3月23日前',
  ])
    expect(text).toContain(words);
  expect(html).toContain('&lt;b&gt;缺轴承');
  expect(text).toMatch(/没解决的问题.*缺轴承.*食堂没有分餐.*请会上定的.*缺轴承/s);
  expect(text.slice(text.indexOf('请会上定的'), text.indexOf('紧缺物资'))).not.toContain('食堂');
  const message = /<textarea id="message"[^>]*>([^<]*)</.exec(html)?.[1] ?? '';
  expect(message).toContain('未报：建设局、交通组');
  expect(message).not.toMatch(/示例电子|轴承/);
});

test('links lead where the reader may go', async () => {
  const wide = await page(dispatcher, brief());
  for (const place of [
    '/desk/findings/?day=2020-03-20',
    '/desk/?view=overdue',
    '/desk/held/',
    '/desk/findings/problems/',
  ])
    expect(wide).toContain(`href="${place}`);
  const main = (html: string): string => html.slice(html.indexOf('class="brief"'));
  const narrow = main(await page(transport, brief()));
  expect(narrow).not.toMatch(/view=overdue|\/desk\/held\/|findings\/problems\/\w+\.1/);
  expect(textOf(narrow)).toContain('缺轴承');
  const liaison = await newStaff(desk, { role: 'liaison', areas: ['east'] });
  expect((await see(liaison, brief())).status).toBe(403);
});

test('a decision is written down once, stands open in the next brief until it is done, and then as done', async () => {
  const id = idIn(await page(dispatcher, brief()));
  const sent = await Promise.all([1, 2].map(() => press(dispatcher, brief(), decision({ id }))));
  expect(sent.map(one => one.status)).toEqual([303, 303]);
  const saved = textOf(await page(dispatcher, sent[0]?.headers.get('location') ?? ''));
  expect(saved.match(/恢复发热门诊班车/g)?.length).toBeGreaterThan(0);
  expect(await desk.app.findings.store.decisionsOf({ day, after: '', limit: 9 })).toHaveLength(1);
  expect((await press(transport, brief(), decision({ id }))).status).toBe(403);
  expect((await press(auditor, brief(), decision({ id }))).status).toBe(403);
  at('09:00', '2020-03-24');
  await seats();
  const next = await page(transport, '/desk/brief/');
  expect(textOf(next)).toMatch(/以前定的事.*恢复发热门诊班车.*3月20日定 · 交通组 · 3月23日前.*过期1天/s);
  expect((await press(auditor, '/desk/brief/', { _act: 'done', decision: id })).status).toBe(403);
  const done = [1, 2].map(() => press(transport, '/desk/brief/', { _act: 'done', decision: id }));
  expect((await Promise.all(done)).map(one => one.status).sort()).toEqual([303, 303]);
  expect((await press(dispatcher, '/desk/brief/', { _act: 'dropped', decision: id })).status).toBe(409);
  expect(textOf(await page(dispatcher, '/desk/brief/'))).toContain('3月24日周交通报告办完');
  // On the evening of the 23rd nobody knew yet; on the 25th nobody asks any more.
  expect(textOf(await page(dispatcher, brief('2020-03-23')))).toMatch(/恢复发热门诊班车/);
  expect(textOf(await page(dispatcher, brief('2020-03-23')))).not.toContain('报告办完');
  at('09:00', '2020-03-25');
  await seats();
  expect(textOf(await page(dispatcher, '/desk/brief/'))).toContain('以前定的都办完了');
});

test.each([
  [{ what: '' }, '请填写定了什么'],
  [{ department: '' }, '请填写谁来办'],
  [{ due: '2020-03-19' }, '请选哪天前办完'],
  [{ due: '2022-03-19' }, '请选哪天前办完'],
])('%j: told, nothing is written down, and everything typed stays', async (set, said) => {
  await seats();
  const id = idIn(await page(dispatcher, brief()));
  const before = await desk.app.findings.store.decisionsOf({ day, after: '', limit: 9 });
  const sent = await press(dispatcher, brief(), decision({ what: '留着这句话', id, ...set }));
  const html = await sent.text();
  expect([sent.status, textOf(html)]).toEqual([422, expect.stringContaining(said)]);
  if (!('what' in set)) expect(html).toContain('留着这句话');
  expect(await desk.app.findings.store.decisionsOf({ day, after: '', limit: 9 })).toEqual(before);
});

test('of a meeting that is past no count of cases is made up', async () => {
  await seats();
  const text = textOf(await page(dispatcher, brief('2020-03-18')));
  expect(text).toContain('过去的会只能看日报和定下的事');
  expect(text).not.toContain('已超时');
  expect((await see(dispatcher, brief('x'))).status).toBe(200);
});

test('a department whose report is not there is told once, from an hour before its time is over', async () => {
  const told = async (): Promise<number> => {
    const body = await (await remind(new Request('http://localhost/'), { ip: '10.0.0.1' })).json();
    return (body as { readonly findings: number }).findings;
  };
  at('16:20', '2020-03-26');
  // Those due at five.
  await fileReport(desk.app, 'supplies', '2020-03-26');
  const contacts = (code: string) => desk.app.office.contacts.of(code).length;
  expect(await told()).toBe(contacts('labour'));
  await fileReport(desk.app, 'economy', '2020-03-26');
  at('17:40', '2020-03-26');
  const late = ['market', 'construction', 'transport', 'health'].reduce(
    (sum, code) => sum + contacts(code),
    0,
  );
  expect(await told()).toBe(late);
  expect(await told()).toBe(0);
});
