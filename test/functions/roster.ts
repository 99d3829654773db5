import { writeXlsx } from 'hucre/xlsx';
import { afterAll, beforeAll } from 'vitest';
import rosterImport from '#functions/desk-roster-import.ts';
import { rosterColumns } from '#src/i18n/desk-roster.ts';
import type { Cell } from '#src/rules/sheet.ts';
import { type Desk, openDesk } from '../office.ts';
import { newStaff, type SignedInStaff } from '../staff.ts';
import { hiddenIn } from './desk-knock.ts';
import { textOf } from './knock.ts';

export const firms = ['91220101MA1ABCDE04', '91220101MA2BCDEF1M', '91220101MA3CDEFG27'] as const;

/** Of an office that is opened for a test file: its roster, and how sheets come into it. */
export let desk: Desk;
export let admin: SignedInStaff;
export let dispatcher: SignedInStaff;

/** Opens the office before a file's tests. */
export const withRoster = (): void => {
  beforeAll(async () => {
    desk = await openDesk();
    desk.at('2026-03-20T02:00:00.000Z');
    admin = await newStaff(desk, { role: 'administrator', name: '管理员' });
    dispatcher = await newStaff(desk, { role: 'dispatcher', department: 'economy' });
  });
  afterAll(() => desk.stop());
};

/** Sessions end after an hour: one of the day that it is now. */
export const today = async (who: SignedInStaff): Promise<SignedInStaff> => {
  const row = await desk.app.desk.accounts.find(who.staff.login);
  if (!row) throw new Error(who.staff.login);
  const opened = await desk.app.desk.sessions.start(row, 'full', { agent: 'test' });
  return { ...who, ...opened, cookie: `desk=${opened.token}; __Host-desk=${opened.token}` };
};

export const heads = Object.values(rosterColumns).map(words => words['zh-Hans']);
export type Named = Readonly<Record<string, Cell>>;
export const wang = {
  姓名: '王强',
  部门: '经发局',
  办公电话: '0431-85530623',
  负责片区: '东区',
  开始日期: '2026-03-01',
};
export const li = {
  姓名: '李梅',
  部门: '经发局',
  办公电话: '0431-85530624',
  联系企业: firms[0],
  开始日期: '2026-03-01',
};
export const zhao = {
  姓名: '赵刚',
  部门: '人社局',
  办公电话: '0431-85530625',
  负责片区: '西区、孵化器片区',
  开始日期: '2026/3/1',
};

export const sheetOf = async (rows: readonly Named[], headings: readonly string[] = heads): Promise<File> => {
  const cells = rows.map(row => headings.map(name => row[name] ?? null));
  const bytes = await writeXlsx({ sheets: [{ name: '表', rows: [[...headings], ...cells] }] });
  return new File([new Uint8Array(bytes)], '名册.xlsx');
};

type Parts = Readonly<Record<string, string | File>>;
export const post = async (parts: Parts, who: SignedInStaff = admin): Promise<Response> => {
  const body = new FormData();
  for (const [name, value] of Object.entries({ _csrf: who.csrf, ...parts })) body.append(name, value);
  const headers = { accept: 'text/html', cookie: who.cookie };
  const url = 'http://localhost:4321/desk/roster/import/';
  return rosterImport(new Request(url, { method: 'POST', body, headers }), { ip: '10.0.0.1' });
};
export const check = async (rows: readonly Named[], who = admin) =>
  post({ _act: 'check', _sheet: await sheetOf(rows) }, who);

export const plainOf = (text: string): string =>
  text.replaceAll('&quot;', '"').replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
/** What the button of a preview sends. */
export const sentBy = (html: string): Parts => ({
  _act: 'confirm',
  ...Object.fromEntries(['_content', '_was', '_mark'].map(name => [name, plainOf(hiddenIn(html, name))])),
});
/** Checks and confirms; where it leads. */
export const bringIn = async (rows: readonly Named[], who = admin): Promise<string> => {
  desk.pass(1000);
  const checked = await check(rows, who);
  const html = await checked.text();
  if (checked.status !== 200) throw new Error(textOf(html));
  return (await post(sentBy(html), who)).headers.get('location') ?? '';
};

export const names = async (): Promise<readonly string[]> =>
  (await desk.app.desk.roster.all()).map(one => one.name).sort();
export const clear = async (): Promise<void> => {
  desk.pass(1000);
  const { roster } = desk.app.desk;
  const { version } = await roster.state();
  const gone = await roster.all();
  await roster.apply({ added: [], changed: [], gone, same: 0 }, 'test', version, `clear ${version}`);
};
export const imports = async () =>
  (await desk.app.desk.roster.events()).filter(one => one.kind === 'roster-imported' && one.actor !== 'test');

/** The bad rows of an answer: row, column, what to do. */
export const wrongIn = (html: string): readonly (readonly string[])[] =>
  [...html.matchAll(/<tr><th scope="row">(\d+)<\/th><td>([^<]*)<\/td><td>([^<]*)<\/td><\/tr>/g)].map(
    ([, row = '', column = '', message = '']) => [row, column, plainOf(message)],
  );
