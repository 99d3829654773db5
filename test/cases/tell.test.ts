import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { act, answer } from '#src/cases/act.ts';
import { showNumber } from '#src/cases/number.ts';
import { remind } from '#src/cases/remind.ts';
import { change, erase } from '#src/cases/rewrite.ts';
import { reply, withdraw } from '#src/cases/say.ts';
import type { Kind } from '#src/cases/state.ts';
import { formOf } from '#src/forms/index.ts';
import { everySample } from '../forms/every.ts';
import { answersOf } from '../forms/sent.ts';
import { linkOf, receiptOf, send } from '../functions/knock.ts';
import { type Gateway, gateway } from '../notify/gateways.ts';
import { type Desk, openDesk } from '../office.ts';
import { materials, type Tree } from '../submissions.ts';

let desk: Desk;
let server: Gateway;
beforeEach(async () => {
  server = await gateway(() => ({ body: { errcode: 0 } }));
});
afterEach(async () => {
  await desk.stop();
  await server.stop();
});

const openWith = async (env: Readonly<Record<string, string>>): Promise<void> => {
  desk = await openDesk({ REOPENDESK_URL: 'https://zone.example', ...env });
  // A zone whose notify.yaml offers both.
  Object.assign(desk.app.office.tables, { tell: ['sms', 'mail'] });
  desk.at('2026-11-23T02:00:00.000Z');
};
const all = () =>
  openWith({
    SMS_URL: server.url,
    SMS_KEY: 'k',
    WECOM_URL: server.url,
    DUTY_PHONES: '13900000001,13900000002',
  });

/** Everything that left by the time at which nothing waits any more. */
const sentNow = async (): Promise<readonly Tree[]> => {
  desk.pass(31_000);
  const before = server.got.length;
  await desk.app.outbox.run();
  return server.got.slice(before).map(one => JSON.parse(one.body));
};
const texts = async (): Promise<readonly string[]> =>
  (await sentNow()).map(one =>
    String(one.text && typeof one.text === 'object' ? (one.text as Tree).content : one.text),
  );

const numberOf = async (form: string, sent: Tree): Promise<string> =>
  linkOf(await receiptOf(await send(form, sent))).number;
const asking = (tell: string, set: Tree = {}): Tree =>
  materials({ contact: { name: '王小明', phone: '138 0013 8000', tell, ...set } });
const happen = (number: string, kind: Kind, set = {}) =>
  act(desk.app.office, number, '李办', () => ({ kind, text: '这是内容', set }));

describe('an enterprise that asked for it', () => {
  test.each<[Kind, boolean]>([
    ['answered', true],
    ['returned', true],
    ['extended', true],
    ['closed', true],
    ['accepted', false],
    ['noted', false],
    ['opened', false],
    ['contacted', false],
  ])('of %s by SMS: %s, and never what it says', async (kind, isTold) => {
    await all();
    const number = await numberOf('materials', asking('sms'));
    await happen(number, kind);
    const sent = (await sentNow()).filter(one => 'phone' in one);
    const text = `您的件${showNumber(number)}有新进展，请到https://zone.example/track/查看。`;
    expect(sent).toEqual(isTold ? [{ id: expect.any(String), phone: '13800138000', text }] : []);
  });

  test('fourteen days after the end it is asked whether the matter is solved', async () => {
    await all();
    const number = await numberOf('materials', asking('sms'));
    await happen(number, 'closed');
    await sentNow();
    await happen(number, 'asked');
    expect(await texts()).toEqual([expect.stringContaining(showNumber(number))]);
  });

  test.each(['', 'none'])('asked for nothing (%j): nothing is sent', async tell => {
    await all();
    const number = await numberOf('materials', asking(tell));
    await answer(desk.app.office, number, '答复', '李办');
    expect(await sentNow()).toEqual([]);
  });

  test('corrected where it is told: from then on there', async () => {
    await all();
    const form = formOf('materials');
    if (!form) throw new Error('no form');
    const sent = asking('sms');
    const number = await numberOf('materials', sent);
    const now = answersOf(form, { ...sent, contact: { name: '王小明', phone: '13700000007', tell: 'sms' } });
    await change(desk.app.office, number, form, now, 'enterprise');
    await answer(desk.app.office, number, '答复', '李办');
    expect((await sentNow()).map(one => one.phone)).toEqual(['13700000007']);
  });

  test('the phone and the text lie nowhere in the clear; a case that is erased leaves nothing to send', async () => {
    await all();
    const number = await numberOf('materials', asking('sms', { phone: '13712345678' }));
    await answer(desk.app.office, number, '答复', '李办');
    await withdrawAndErase(number);
    expect(await sentNow()).toEqual([]);
    await desk.app.office.store.scrub({ whole: true });
    for (const name of readdirSync(desk.data).filter(
      one => one !== 'master.key' && !one.includes('attach'),
    )) {
      const bytes = readFileSync(join(desk.data, name));
      for (const canary of ['13712345678', '新进展'])
        expect([name, bytes.includes(canary)]).toEqual([name, false]);
    }
  });

  test('an outbox that still waits is sealed in the file', async () => {
    await all();
    const number = await numberOf('materials', asking('mail', { email: 'canary@example.com' }));
    await answer(desk.app.office, number, '答复', '李办');
    for (const name of readdirSync(desk.data).filter(one => one.startsWith('reopendesk.sqlite')))
      expect([name, readFileSync(join(desk.data, name)).includes('canary@example.com')]).toEqual([
        name,
        false,
      ]);
  });

  const withdrawAndErase = async (number: string): Promise<void> => {
    await withdraw(desk.app.office, number, 'enterprise');
    expect(await erase(desk.app.office, number, 'enterprise')).toMatchObject({ tag: 'done' });
  };
});

describe('officers', () => {
  const daily = (fever: number): Tree => ({ ...(everySample['daily-return']?.least ?? {}), fever });

  test('fever: those on duty at once, each by SMS, and the bot; nobody of it is named', async () => {
    await all();
    const number = await numberOf('daily-return', daily(1));
    await desk.app.outbox.run();
    const sent = server.got.map(one => JSON.parse(one.body));
    expect(sent.map(one => one.phone ?? 'bot').toSorted()).toEqual(['13900000001', '13900000002', 'bot']);
    for (const { body } of server.got) {
      expect(body).toContain(showNumber(number));
      expect(body).toContain('急件');
      for (const name of ['王小明', '13800138000', '示范口罩厂']) expect(body).not.toContain(name);
    }
  });

  test('no fever: nobody is told of a new case by itself', async () => {
    await all();
    await numberOf('daily-return', daily(0));
    await numberOf('materials', materials());
    expect(await sentNow()).toEqual([]);
  });

  test('a case that is passed on, one that comes back, one that is pressed: its department, together', async () => {
    await all();
    const number = await numberOf('materials', materials());
    await happen(number, 'forwarded', { handler: 'labour' });
    desk.pass(1000);
    await happen(number, 'returned');
    desk.pass(1000);
    await reply(desk.app.office, number, '补充好了', 'enterprise');
    desk.pass(1000);
    await happen(number, 'pressed');
    const [text, ...others] = await texts();
    expect(others).toEqual([]);
    const lines = text?.split('\n') ?? [];
    expect(lines.map(line => line.split('：')[0])).toEqual(['人社局', '人社局', '人社局']);
    expect(lines.every(line => line.includes(showNumber(number)))).toBe(true);
    expect(lines[0]).toContain('转来一件');
    expect(lines[1]).toContain('有回复');
    expect(lines[2]).toContain('催办');
  });

  test('the body that is complained of is not told', async () => {
    await all();
    const number = await numberOf('materials', materials());
    await happen(number, 'forwarded', { handler: 'labour', against: 'labour' });
    expect(await sentNow()).toEqual([]);
  });

  test('with nothing set up all is in the log, of whom and what nothing', async () => {
    await openWith({});
    const file = join(desk.data, 'outbox.log');
    expect(desk.app.outbox.channels).toEqual(['log']);
    await numberOf('daily-return', daily(2));
    const number = await numberOf('materials', asking('sms'));
    await answer(desk.app.office, number, '答复', '李办');
    expect(existsSync(file)).toBe(false);
    await desk.app.outbox.run();
    const lines = readFileSync(file, 'utf8')
      .trim()
      .split('\n')
      .map(line => JSON.parse(line));
    // Sent side by side: which is written first is nobody's promise.
    expect(lines.map(line => line.kind).sort()).toEqual(['news', 'urgent']);
    expect(readFileSync(file, 'utf8')).not.toMatch(/138|王小明|示范口罩厂/);
  });
});

describe('reminding', () => {
  const reminded = () => remind(desk.app.office, desk.app.zone.notify);

  test('before and after a case is due, once each, however often it runs', async () => {
    await all();
    const number = await numberOf('materials', materials());
    const row = await desk.app.office.store.caseByNumber(number);
    expect(await reminded()).toMatchObject({ soon: 0, overdue: 0 });
    desk.at(new Date(Date.parse(row?.due ?? '') - 3 * 3_600_000).toISOString());
    expect(await Promise.all([reminded(), reminded()])).toContainEqual({ soon: 1, overdue: 0, digest: 0 });
    expect(await texts()).toEqual([expect.stringMatching(/^物资保障组：.*到期。$/)]);
    desk.pass(3 * 3_600_000);
    expect(await reminded()).toMatchObject({ soon: 0, overdue: 1 });
    desk.pass(3_600_000);
    expect(await reminded()).toMatchObject({ soon: 0, overdue: 0 });
    expect(await texts()).toEqual([expect.stringContaining('已超时')]);
  });

  test('one that is answered is not reminded of', async () => {
    await all();
    const number = await numberOf('materials', materials());
    const row = await desk.app.office.store.caseByNumber(number);
    await answer(desk.app.office, number, '答复', '李办');
    desk.at(new Date(Date.parse(row?.due ?? '') + 1000).toISOString());
    expect(await reminded()).toMatchObject({ overdue: 0 });
  });

  test.each([
    ['2026-11-23T00:31:00.000Z', 'a Monday at 8:31', 2],
    ['2026-11-23T08:32:00.000Z', 'at 16:32', 2],
    ['2026-11-23T02:32:00.000Z', 'at 10:32', 0],
    ['2026-11-22T00:32:00.000Z', 'a Sunday', 0],
  ])('%s, %s: %i departments are told what they have', async (at, _, count) => {
    await all();
    desk.at('2026-11-20T02:00:00.000Z');
    await numberOf('materials', materials());
    await numberOf('materials', materials());
    await numberOf('consultation', everySample.consultation?.full ?? {});
    desk.at(at);
    const [first, second] = [await reminded(), await reminded()];
    expect([first.digest, second.digest]).toEqual([count, 0]);
    const sent = (await texts())
      .join('\n')
      .split('\n')
      .filter(line => line.includes('待签收'));
    expect(sent.length).toBe(count);
    if (count > 0) expect(sent.join('\n')).toMatch(/物资保障组：待签收2件，在办0件，/);
  });
});
