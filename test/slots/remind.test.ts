import { DatabaseSync } from 'node:sqlite';
import { afterAll, beforeAll, expect, test } from 'vitest';
import remind from '#functions/remind.ts';
import { letterIn } from '#src/cases/tell.ts';
import { linkOf, receiptOf, send } from '../functions/knock.ts';
import { fresh, move, openWorld, type World, wish } from './world.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.desk.stop());

const told = { tell: 'sms', name: '王小明', phone: '13800138000' };

/** How many were told by one run of the scheduled function. */
const run = async (): Promise<unknown> => {
  const response = await remind(new Request('http://zone.example/', { method: 'POST' }));
  return (await response.json()).appointments;
};

/** The letters of reminders, as they go out. */
const letters = async (): Promise<readonly string[]> => {
  const db = new DatabaseSync(world.desk.file);
  const rows = db
    .prepare("select id, case_id as caseId, sealed from outbox where id like 'appointment.%' order by id")
    .all() as unknown as Parameters<typeof letterIn>[1][];
  db.close();
  const all = await Promise.all(rows.map(row => letterIn(world.desk.app.office, row)));
  return all.map(letter => `${letter?.to}: ${letter?.text}`);
};

test('who wants to be told is told of the time a day before, once; who asked for nothing, or cancelled, is not', async () => {
  world.desk.at('2020-03-20T02:00:00.000Z');
  const [first = '', second = '', third = ''] = await fresh(world.officer, '2020-03-24');
  const sent = await receiptOf(await send('appointment', wish(first, { contact: told })));
  const gone = await receiptOf(await send('appointment', wish(second, { contact: told })));
  await receiptOf(await send('appointment', wish(third)));
  expect((await move({ ...linkOf(gone), act: 'cancel' })).status).toBe(200);

  // 14:00 on the 24th in Shanghai is 06:00 in UTC.
  world.desk.at('2020-03-23T05:59:00.000Z');
  expect(await run()).toBe(0);
  world.desk.at('2020-03-23T06:00:00.000Z');
  expect(await run()).toBe(1);
  expect(await run()).toBe(0);
  expect(await letters()).toEqual([
    `13800138000: 您的件${sent.number}约在2020年3月24日14:00。去哪里、带什么，请看${world.desk.app.office.contacts.site}/track/。来不了请在那里取消，让给别人。`,
  ]);
});

test('who booked or moved within half a day knows it; another time is told of again', async () => {
  world.desk.at('2020-03-20T02:00:00.000Z');
  const [first = ''] = await fresh(world.officer, '2020-03-26');
  const [later = '', last = ''] = await fresh(world.officer, '2020-03-30');
  const sent = await receiptOf(await send('appointment', wish(first, { contact: told })));
  const before = (await letters()).length;
  world.desk.at('2020-03-25T06:00:00.000Z');
  expect(await run()).toBe(1);
  expect((await move({ ...linkOf(sent), act: 'move', slot: later })).status).toBe(200);
  world.desk.at('2020-03-29T06:00:00.000Z');
  expect(await run()).toBe(1);
  const near = await receiptOf(await send('appointment', wish(last, { contact: told })));
  expect(near.number).not.toBe(sent.number);
  expect(await run()).toBe(0);
  expect((await letters()).length).toBe(before + 2);
});
