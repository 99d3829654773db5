import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import appointments from '#functions/appointments.ts';
import {
  fresh,
  hidden,
  offer,
  openWorld,
  rowOf,
  timesOn,
  usual,
  type World,
  whole,
  wish,
} from '../slots/world.ts';
import { newKey } from '../submissions.ts';
import { page, press, see } from './desk.ts';
import { cookieOf, linkOf, look, lookPage, receiptOf, receiptPage, send, submit, textOf } from './knock.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.desk.stop());

describe('hours are offered', () => {
  test('on one day, whole times only, and shown to anybody by day', async () => {
    const times = await fresh(world.officer, '2020-03-24', { to: '15:10' });
    expect(times.map(id => id.slice(0, 13))).toEqual(['20200324T1400', '20200324T1420', '20200324T1440']);
    const html = await (await appointments(new Request('http://zone.example/appointments/'))).text();
    const text = textOf(html);
    for (const words of ['2020年3月24日（星期二）', '财政金融局：局长', '示范路1号三楼302'])
      expect(text).toContain(words);
    expect(text).toContain('请打电话跟我约');
  });

  test('weekly, holidays skipped and named; once, however often the page is sent', async () => {
    const id = hidden(await page(world.officer, '/desk/appointments/hours/'), 'id');
    const sent = { id, ...usual, day: '2020-03-30', until: '2020-04-13' };
    const done = await press(world.officer, '/desk/appointments/hours/', sent);
    // Monday 6 April 2020 is a day off for Qingming.
    expect(done.headers.get('location')).toBe(
      '/desk/appointments/hours/?done=offered&n=2&skipped=2020-04-06#done',
    );
    const again = await press(world.officer, '/desk/appointments/hours/', sent);
    expect(again.headers.get('location')).toContain('done=again');
    const told = textOf(
      await page(world.officer, '/desk/appointments/hours/?done=offered&n=2&skipped=2020-04-06'),
    );
    expect(told).toContain('放出了2天的时间');
    expect(told).toContain('跳过了不上班的：4月6日');
    expect(await timesOn('2020-04-06')).toEqual([]);
    expect((await timesOn('2020-04-13')).length).toBe(3);
  });

  test.each([
    [{ day: '2020-03-19' }, '要选今天或以后'],
    [{ day: '2020-03-20', from: '09:00', to: '11:00' }, '要选今天或以后'],
    [{ from: '15:00', to: '14:00' }, '结束要晚于开始'],
    [{ from: '25:00' }, '结束要晚于开始'],
    [{ minutes: '5' }, '填10到240'],
    [{ minutes: '61' }, '1到32个时间'],
    [{ atOnce: '11' }, '填1到10'],
    [{ until: '2021-03-24' }, '最多26周'],
    [{ day: '2020-03-21' }, '都不是工作日'],
    [{ spot: '' }, '当面谈要写地点'],
    [{ office: '局长13800138000' }, '不要写手机号'],
    [{ host: 'law' }, '请填写哪个部门接待'],
  ] as const)('%j is refused with words beside the field, and what was typed stays', async (set, words) => {
    const response = await offer(world.officer, { day: '2020-03-25', ...set });
    const html = await response.text();
    expect(response.status).toBe(422);
    expect(textOf(html)).toContain(words);
    expect(html).toContain('value="贷款合同"');
    expect(await timesOn('2020-03-25')).toEqual([]);
  });

  test('on a Saturday where it is said so; by no auditor, and by an officer of the own department only', async () => {
    expect((await fresh(world.officer, '2020-03-28', { anyDay: 'on' })).length).toBe(3);
    expect((await see(world.stranger, '/desk/appointments/hours/')).status).toBe(200);
    const id = hidden(await page(world.officer, '/desk/appointments/hours/'), 'id');
    expect((await press(world.auditor, '/desk/appointments/hours/', { id, ...usual })).status).toBe(403);
    expect((await press(world.stranger, '/desk/appointments/hours/', { id, ...usual })).status).toBe(422);
  });
});

describe('a time is booked', () => {
  test('with the case, which goes to who is there and is due that day; receipt and tracking say so', async () => {
    const [slot = ''] = await fresh(world.officer, '2020-04-01');
    const answer = await submit('appointment', wish(slot, { topic: 'law' }));
    expect(answer.status).toBe(303);
    const receipt = textOf(await (await receiptPage(cookieOf(answer))).text());
    expect(receipt).toContain('2020年4月1日（星期三）14:00到14:20');
    expect(receipt).toContain('示范路1号三楼302');
    expect(receipt).toContain('贷款合同');
    const sent = await receiptOf(await send('appointment', wish((await timesOn('2020-04-01'))[0])));
    expect(sent).toMatchObject({ appointment: { state: 'booked', way: 'counter' } });
    expect(sent.reason).toContain('财政金融局的时间');
    const row = await rowOf(world.desk, sent);
    expect([row.handler, row.due]).toEqual(['finance', '2020-04-01T09:00:00.000Z']);
    const tracked = textOf(await (await lookPage(linkOf(sent))).text());
    expect(tracked).toContain('您约的时间');
    expect(tracked).toContain('换时间或取消');
    expect(await (await look(linkOf(sent))).json()).toMatchObject({ appointment: { state: 'booked' } });
    await whole(world.desk);
  });

  test('by one only: the next keeps what was typed, reads what else is free, and takes it', async () => {
    const [first = '', second = ''] = await fresh(world.officer, '2020-04-02');
    await receiptOf(await send('appointment', wish(first)));
    const late = wish(first, { question: '第二家也想这个时间' });
    const refused = await submit('appointment', late);
    const html = await refused.text();
    expect(refused.status).toBe(409);
    const text = textOf(html);
    expect(text).toContain('这个时间刚被约走了。还空着的：');
    expect(text).toContain('第二家也想这个时间');
    expect(html).toContain(`value="${second}"`);
    expect(html).not.toContain(`value="${first}"`);
    const key = newKey();
    const told = await send('appointment', late, { key });
    expect([told.status, await told.json()]).toMatchObject([
      409,
      { type: '/problems/#place-taken', errors: [{ pointer: '/slot' }] },
    ]);
    // The key of what was refused is still good.
    const taken = await receiptOf(await send('appointment', { ...late, slot: second }, { key }));
    const again = await receiptOf(await send('appointment', { ...late, slot: second }, { key }));
    expect(again.number).toBe(taken.number);
    await whole(world.desk);
  });

  test('of 30 enterprises at once for three times, three have one and each of the others is told', async () => {
    const times = await fresh(world.officer, '2020-04-03');
    const answers = await Promise.all(
      Array.from({ length: 30 }, (_, index) =>
        send('appointment', wish(times[index % 3]), { ip: `10.0.0.${index}` }),
      ),
    );
    const statuses = answers.map(answer => answer.status);
    expect(statuses.filter(status => status === 201)).toHaveLength(3);
    expect(statuses.filter(status => status === 409)).toHaveLength(27);
    expect(await timesOn('2020-04-03')).toEqual([]);
    await whole(world.desk);
  });

  test('or none: nobody is turned away, and the desk has it on its list of those who wait', async () => {
    const sent = await receiptOf(await send('appointment', wish('')));
    expect(await rowOf(world.desk, sent)).toMatchObject({
      handler: 'finance',
      due: '2020-03-23T09:00:00.000Z',
    });
    const board = textOf(await page(world.officer, '/desk/appointments/'));
    expect(board).toContain('没选时间，等电话');
    expect(board).toContain(sent.number);
    expect(textOf(await page(world.stranger, '/desk/appointments/'))).not.toContain(sent.number);
  });

  test('an id that is none is refused as a field; one of no hour is gone', async () => {
    expect((await send('appointment', wish('tomorrow'))).status).toBe(422);
    const none = '20200401T0900-0k7x2m9aa0123456789abcdef0123-00';
    expect((await send('appointment', wish(none))).status).toBe(409);
  });

  test('the page of times leads to the form with the time filled in, without a script', async () => {
    const [slot = ''] = await timesOn('2020-04-01');
    const form = await submit('appointment', [
      ['_act', 'show'],
      ['slot', slot],
    ]);
    const html = await form.text();
    expect(form.status).toBe(200);
    expect(html).toMatch(new RegExp(`value="${slot}"[^>]* checked`));
    expect(textOf(html)).toContain('任何时间都可以，请打电话跟我约');
  });
});
