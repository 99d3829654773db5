import { DatabaseSync } from 'node:sqlite';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import appointments from '#functions/appointments.ts';
import { fault } from '#src/cases/review.ts';
import {
  done,
  fresh,
  hidden,
  move,
  movePage,
  openWorld,
  plain,
  rowOf,
  timesOn,
  usual,
  type World,
  whole,
  wish,
} from '../slots/world.ts';
import { newStaff } from '../staff.ts';
import { page, press, see } from './desk.ts';
import { act, linkOf, lookPage, receiptOf, send, textOf } from './knock.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.desk.stop());

describe('a time is moved or given back', () => {
  test('by its enterprise, in one act; the other time is free again, another takes it', async () => {
    const [first = '', second = ''] = await fresh(world.officer, '2020-04-07');
    const sent = await receiptOf(await send('appointment', wish(first)));
    const choose = await (await movePage({ ...linkOf(sent) })).text();
    expect(choose).toContain(`value="${second}"`);
    const done = await move({ ...linkOf(sent), act: 'move', slot: second });
    expect([done.status, await done.json()]).toMatchObject([200, { appointment: { slot: second } }]);
    expect((await send('appointment', wish(second))).status).toBe(409);
    const other = await receiptOf(await send('appointment', wish(first)));
    expect((await move({ ...linkOf(sent), act: 'move', slot: first })).status).toBe(409);
    const page = await movePage({ ...linkOf(sent), act: 'cancel' });
    expect(textOf(await page.text())).toContain('没有预约');
    expect(await timesOn('2020-04-07')).toContain(second);
    await act('withdraw', linkOf(other));
    expect(await timesOn('2020-04-07')).toContain(first);
    for (const one of [sent, other])
      expect(await fault(world.desk.app.office, await rowOf(world.desk, one))).toBeNull();
    await whole(world.desk);
  });

  test('to no time of another department, and to none that is not there', async () => {
    const [mine = ''] = await fresh(world.officer, '2020-04-08');
    const sent = await receiptOf(await send('appointment', wish(mine)));
    const id = hidden(await page(world.dispatcher, '/desk/appointments/hours/'), 'id');
    await press(world.dispatcher, '/desk/appointments/hours/', {
      id,
      ...usual,
      host: 'law',
      day: '2020-04-09',
    });
    const [theirs = ''] = await timesOn('2020-04-09');
    expect(theirs).not.toBe('');
    expect((await move({ ...linkOf(sent), act: 'move', slot: theirs })).status).toBe(409);
    expect((await move({ ...linkOf(sent), act: 'move', slot: 'soon' })).status).toBe(422);
    expect((await move({ number: sent.number, pin: '000000', act: 'cancel' })).status).toBe(404);
    expect(await timesOn('2020-04-08')).not.toContain(mine);
  });

  test('a correction changes everything but the time', async () => {
    const [first = '', second = ''] = await fresh(world.officer, '2020-04-10');
    const answers = wish(first);
    const sent = await receiptOf(await send('appointment', answers));
    const changed = { ...answers, topic: 'tax' };
    expect((await act('change', { ...linkOf(sent), answers: changed })).status).toBe(200);
    expect(await rowOf(world.desk, sent)).toMatchObject({ handler: 'finance' });
    const moved = await act('change', { ...linkOf(sent), answers: { ...changed, slot: second } });
    expect([moved.status, await moved.text()]).toMatchObject([422, expect.stringContaining('换时间或取消')]);
  });

  test('an hour that is called off: who booked is told, and waits for another, which the officer gives', async () => {
    const [slot = ''] = await fresh(world.officer, '2020-04-14');
    const told = { tell: 'sms', name: '王小明', phone: '13800138000' };
    const sent = await receiptOf(await send('appointment', wish(slot, { contact: told })));
    const hour = slot.slice(14);
    const html = await page(world.officer, `/desk/appointments/hours/${hour}/`);
    expect(textOf(html)).toContain('已约的1家会收到通知');
    const version = hidden(html, 'version');
    const off = { _act: 'call-off', version };
    expect((await press(world.stranger, `/desk/appointments/hours/${hour}/`, off)).status).toBe(403);
    expect(await done(press(world.officer, `/desk/appointments/hours/${hour}/`, off))).toBe(true);
    expect((await press(world.officer, `/desk/appointments/hours/${hour}/`, off)).status).toBe(409);
    expect(textOf(await (await lookPage(linkOf(sent))).text())).toContain('您约的时间办不成');
    expect((await rowOf(world.desk, sent)).due).toBe('2020-03-23T09:00:00.000Z');
    const db = new DatabaseSync(world.desk.file);
    const row = await rowOf(world.desk, sent);
    expect(
      db.prepare("select count(*) as n from outbox where case_id = ? and kind = 'news'").get(row.id),
    ).toEqual({ n: 1 });
    db.close();
    expect(textOf(await page(world.officer, '/desk/appointments/'))).toContain('原来的时间取消了，要另约');
    const at = `/desk/appointments/cases/${plain(sent)}/`;
    const [other = ''] = await fresh(world.officer, '2020-04-15');
    expect(await page(world.officer, at)).toContain(`value="${other}"`);
    expect(await done(press(world.officer, at, { _act: 'move', slot: other }))).toBe(true);
    expect(textOf(await (await lookPage(linkOf(sent))).text())).toContain('2020年4月15日（星期三）14:00');
    expect((await see(world.stranger, at)).status).toBe(404);
    await whole(world.desk);
  });

  test('changed details reach who booked; how to join a meeting is for them alone', async () => {
    const [slot = ''] = await fresh(world.officer, '2020-04-16');
    const sent = await receiptOf(await send('appointment', wish(slot)));
    const hour = slot.slice(14);
    const set = { office: '副局长', way: 'online', spot: '会议号 600 100 200', bring: '' };
    const version = hidden(await page(world.officer, `/desk/appointments/hours/${hour}/`), 'version');
    const form = { _act: 'change', version, ...set };
    expect(await done(press(world.officer, `/desk/appointments/hours/${hour}/`, form))).toBe(true);
    expect((await press(world.officer, `/desk/appointments/hours/${hour}/`, form)).status).toBe(409);
    const tracked = textOf(await (await lookPage(linkOf(sent))).text());
    expect(tracked).toContain('会议号 600 100 200');
    expect(tracked).toContain('地点或办法有变化');
    const open = await (await appointments(new Request('http://zone.example/appointments/'))).text();
    const ics = await (
      await appointments(new Request(`http://zone.example/appointments/calendar.ics?slot=${slot}`))
    ).text();
    expect(open + ics).not.toContain('600 100 200');
    expect(ics.split('\r\n')).toEqual(
      expect.arrayContaining(['DTSTART:20200416T060000Z', 'DTEND:20200416T062000Z', 'SEQUENCE:1']),
    );
    expect(ics.split('\r\n').every(line => Buffer.byteLength(line) <= 75)).toBe(true);
    expect(
      (await appointments(new Request('http://zone.example/appointments/calendar.ics?slot=x'))).status,
    ).toBe(404);
  });

  test('closing, merging and erasing give it back; nothing of a person is left in its tables', async () => {
    const [slot = ''] = await fresh(world.officer, '2020-04-17');
    const sent = await receiptOf(await send('appointment', wish(slot)));
    expect((await act('erase', linkOf(sent))).status).toBe(200);
    expect(await timesOn('2020-04-17')).toContain(slot);
    const row = await rowOf(world.desk, sent);
    expect(await fault(world.desk.app.office, row)).toBeNull();
    expect(textOf(await (await lookPage(linkOf(sent))).text())).not.toContain('换时间或取消');
    await whole(world.desk);
  });
});

describe('on the day', () => {
  test('the enterprise moves it until two hours before; then whether they came is recorded', async () => {
    const [slot = '', other = ''] = await fresh(world.officer, '2020-04-20');
    const sent = await receiptOf(await send('appointment', wish(slot)));
    world.desk.at('2020-04-20T04:00:01.000Z');
    const today = await newStaff(world.desk, { role: 'officer', department: 'finance' });
    expect((await move({ ...linkOf(sent), act: 'move', slot: other })).status).toBe(409);
    expect(textOf(await (await lookPage(linkOf(sent))).text())).toContain('离开始不到2小时');
    const at = `/desk/appointments/cases/${plain(sent)}/`;
    expect((await press(today, at, { _act: 'done' })).status).toBe(409);
    // Less than an hour before, the page gives it to nobody; an officer still may.
    world.desk.at('2020-04-20T05:30:00.000Z');
    expect((await send('appointment', wish(other))).status).toBe(409);
    const waits = await receiptOf(await send('appointment', wish('')));
    const theirs = `/desk/appointments/cases/${plain(waits)}/`;
    const offered = await world.desk.app.slots.move(plain(waits), other, { actor: 'li', isOfficer: true });
    expect(offered).toEqual({ tag: 'done' });
    world.desk.at('2020-04-20T06:30:00.000Z');
    const later = await newStaff(world.desk, { role: 'officer', department: 'finance' });
    expect(await done(press(later, at, { _act: 'missed' }))).toBe(true);
    expect(await done(press(later, at, { _act: 'done' }))).toBe(true);
    expect(await done(press(later, theirs, { _act: 'missed' }))).toBe(true);
    const board = textOf(await page(later, '/desk/appointments/'));
    expect(board).toContain('来过了');
    expect(board).toContain('没有来');
    expect(textOf(await (await lookPage(linkOf(waits))).text())).toContain('到时没有见到您');
  });
});
