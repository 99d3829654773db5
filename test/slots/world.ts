import { DatabaseSync } from 'node:sqlite';
import { expect } from 'vitest';
import appointments from '#functions/appointments.ts';
import trackAppointment from '#functions/track-appointment.ts';
import { type Pairs, page, press } from '../functions/desk.ts';
import type { Receipt } from '../functions/knock.ts';
import { type Desk, openDesk } from '../office.ts';
import { newStaff, type SignedInStaff } from '../staff.ts';
import type { Tree } from '../submissions.ts';
import { miscounted } from './counted.ts';

export type World = {
  readonly desk: Desk;
  readonly dispatcher: SignedInStaff;
  /** Of the department that most tests speak of. */ readonly officer: SignedInStaff;
  readonly stranger: SignedInStaff;
  readonly auditor: SignedInStaff;
};

/** A zone on a Friday whose enterprises may ask to be told by SMS. */
export const openWorld = async (): Promise<World> => {
  const desk = await openDesk();
  desk.at('2020-03-20T02:00:00.000Z');
  Object.assign(desk.app.front, { tables: { ...desk.app.front.tables, tell: ['sms'] } });
  return {
    desk,
    dispatcher: await newStaff(desk, { role: 'dispatcher', department: 'services' }),
    officer: await newStaff(desk, { role: 'officer', department: 'finance' }),
    stranger: await newStaff(desk, { role: 'officer', department: 'law' }),
    auditor: await newStaff(desk, { role: 'auditor' }),
  };
};

let last = 0;
/** A sound appointment of an enterprise of its own. */
export const wish = (slot = '', set: Tree = {}): Tree => ({
  slot,
  topic: 'loan',
  question: '贷款月底到期，想谈续贷',
  enterprise: { name: `湖畔预约${++last}厂`, creditCode: '', area: 'east', line: 'industry' },
  contact: { name: '王小明', phone: '13800138000' },
  consent: true,
  ...set,
});
export const plain = ({ number }: Receipt) => number.replaceAll('-', '');
export const hidden = (html: string, name: string): string =>
  new RegExp(`name="${name}"[^>]*? value="([^"]*)"`).exec(html)?.[1] ?? '';
export const rowOf = async (desk: Desk, receipt: Receipt) => {
  const row = await desk.app.office.store.caseByNumber(plain(receipt));
  if (!row) throw new Error(receipt.number);
  return row;
};
/** No time has more takers than it is for, or others than who has it. */
export const whole = async (desk: Desk): Promise<void> => {
  const db = new DatabaseSync(desk.file);
  const now = desk.app.office.now().toISOString();
  expect(await miscounted(async sql => db.prepare(sql).all(), now)).toEqual([]);
  db.close();
};

/** Whether it was done: a way to sign in is a 303 too. */
export const done = async (pressed: Promise<Response>): Promise<boolean> =>
  ((await pressed).headers.get('location') ?? '').endsWith('?done=done#done');

/** Hours as they are typed into the desk's form. */
export const usual = {
  host: 'finance',
  day: '2020-03-24',
  from: '14:00',
  to: '15:00',
  minutes: '20',
  atOnce: '1',
  office: '局长',
  way: 'counter',
  spot: '示范路1号三楼302',
  bring: '贷款合同',
};

/** Offers hours through the desk's form; where it leads. */
export const offer = async (who: SignedInStaff, set: Pairs = {}): Promise<Response> => {
  const id = hidden(await page(who, '/desk/appointments/hours/'), 'id');
  return press(who, '/desk/appointments/hours/', { id, ...usual, ...set });
};
/** Ids of the times of one day that the public pages offer. */
export const timesOn = async (day: string): Promise<readonly string[]> => {
  const found: string[] = [];
  for (let at = '/appointments/'; at !== ''; ) {
    const html = await (await appointments(new Request(`http://zone.example${at}`))).text();
    found.push(...[...html.matchAll(/name="slot" value="([^"]+)"/g)].map(hit => hit[1] ?? ''));
    at = /rel="next" href="([^"]+)"/.exec(html)?.[1] ?? '';
  }
  expect(new Set(found).size).toBe(found.length);
  return found.filter(id => id.startsWith(day.replaceAll('-', '')));
};
/** Offers hours on a day; the ids of their times. */
export const fresh = async (who: SignedInStaff, day: string, set: Pairs = {}): Promise<readonly string[]> => {
  const before = await timesOn(day);
  expect((await offer(who, { day, ...set })).status).toBe(303);
  return (await timesOn(day)).filter(id => !before.includes(id));
};

export const move = (body: Record<string, unknown>): Promise<Response> =>
  trackAppointment(
    new Request('http://zone.example/api/track/appointment', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    }),
  );
export const movePage = (body: Record<string, string>): Promise<Response> =>
  trackAppointment(
    new Request('http://zone.example/api/track/appointment', {
      method: 'POST',
      headers: { accept: 'text/html' },
      body: new URLSearchParams(body),
    }),
  );
