import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { allCases, type Desk, openDesk } from '../office.ts';
import { materials, pairsOf } from '../submissions.ts';
import { cookieOf, linkOf, look, lookPage, receiptOf, receiptPage, send, submit, textOf } from './knock.ts';

let desk: Desk;
beforeEach(async () => {
  desk = await openDesk();
  desk.at('2026-03-20T02:00:00.000Z');
});
afterEach(() => desk.stop());

const minute = 60_000;
/** Sends so many submissions from an address and gives back the last answer. */
const flood = async (times: number, ip: string | ((n: number) => string)): Promise<Response> => {
  const all = Array.from({ length: times }, (_, n) =>
    send('materials', materials(), { ip: typeof ip === 'string' ? ip : ip(n) }),
  );
  const answers = await Promise.all(all);
  const last = answers.at(-1);
  if (!last) throw new Error('nothing was sent');
  return last;
};
const statusFrom = async (ip: string) => (await send('materials', materials(), { ip })).status;

describe('Soft limit: held', () => {
  test('ASVS 2.4.1: the 21st submission a minute from an address is held, stored, and gets a receipt', async () => {
    expect((await receiptOf(await flood(20, '198.51.100.7'))).held).toBe(false);
    const receipt = await receiptOf(await flood(1, '198.51.100.7'));
    expect(receipt).toMatchObject({
      held: true,
      pin: expect.stringMatching(/^\d{6}$/),
      handler: '物资保障组',
    });
    const row = await desk.app.office.store.caseByNumber(linkOf(receipt).number);
    expect(row).toMatchObject({ state: 'held', heldFor: '["rate"]' });
    expect(await allCases(desk)).toHaveLength(21);
  });

  test('it reads 核实中, never suspicious', async () => {
    await flood(20, '198.51.100.7');
    const answer = await submit('materials', materials(), { ip: '198.51.100.7' });
    const html = await (await receiptPage(cookieOf(answer))).text();
    expect(html).toMatch(/<title>已收到，核实中[ <]/);
    const receipt = await receiptOf(await flood(1, '198.51.100.7'));
    expect(await (await look(linkOf(receipt))).json()).toMatchObject({ state: 'held' });
    const { number, token } = linkOf(receipt);
    const page = textOf(await (await lookPage({ number, token })).text());
    expect(page).toContain('现在 核实中');
    for (const text of [textOf(html), page]) expect(text).not.toMatch(/可疑|垃圾|spam/i);
  });

  test('a minute later the address is welcome again', async () => {
    await flood(21, '198.51.100.7');
    desk.pass(minute);
    expect((await receiptOf(await flood(1, '198.51.100.7'))).held).toBe(false);
  });

  test('ASVS 2.4.2: what looks like a machine’s post is held and still gets a receipt', async () => {
    const pairs = [...pairsOf(materials()), ['_homepage', 'http://spam.example']] as [string, string][];
    const answer = await submit('materials', pairs);
    expect(answer.status).toBe(303);
    const [row] = await allCases(desk);
    expect(row).toMatchObject({ state: 'held', heldFor: '["trap"]' });
    expect((await submit('materials', [...pairsOf(materials()), ['_homepage', '']])).status).toBe(303);
    expect((await allCases(desk)).map(one => one.state).sort()).toEqual(['held', 'received']);
  });

  test('a credit code’s rate is only a reason, never the verdict', async () => {
    const answer = await flood(130, n => `203.0.113.${n}`);
    expect((await receiptOf(answer)).held).toBe(false);
    const rows = await allCases(desk);
    expect(new Set(rows.map(row => row.creditCode)).size).toBe(1);
    expect(rows.every(row => row.state === 'received')).toBe(true);
  });
});

describe('Hard limit: 120 a minute an address', () => {
  test('the 121st is answered 429 with Retry-After, and nothing of it is stored', async () => {
    expect((await flood(120, '198.51.100.7')).status).toBe(201);
    desk.pass(15_000);
    const answer = await flood(1, '198.51.100.7');
    expect([answer.status, answer.headers.get('retry-after')]).toEqual([429, '45']);
    expect(await answer.json()).toMatchObject({
      type: '/problems/#too-many',
      detail: expect.stringContaining('45秒'),
    });
    expect(await allCases(desk)).toHaveLength(120);
    desk.pass(45_000);
    expect(await statusFrom('198.51.100.7')).toBe(201);
  });

  test('the form keeps its input', async () => {
    await flood(120, '198.51.100.7');
    const page = await submit('materials', materials({ note: '急用说明' }), { ip: '198.51.100.7' });
    const html = await page.text();
    expect([page.status, page.headers.get('retry-after')]).toEqual([429, '60']);
    expect(html).toContain('急用说明</textarea>');
    expect(html).toContain('name="items.0.quantity" value="5000"');
    expect(textOf(html)).toContain('请60秒后再试，填的内容不会丢');
  });

  test('another address waits for nobody', async () => {
    await flood(121, '198.51.100.7');
    expect(await statusFrom('198.51.100.8')).toBe(201);
  });

  test('IPv6 by /64', async () => {
    await flood(121, n => `2001:db8:1:2:${n.toString(16)}::1`);
    for (const same of ['2001:db8:1:2::', '2001:DB8:1:2:ffff:ffff:ffff:ffff', '2001:0db8:0001:0002::7%eth0'])
      expect([same, await statusFrom(same)]).toEqual([same, 429]);
    for (const other of ['2001:db8:1:3::1', '2001:db8::1:2:0:1', '2001:db8:1:20::1', '::1:2:3'])
      expect([other, await statusFrom(other)]).toEqual([other, 201]);
  });

  test('an IPv4 address written as IPv6 is the same address', async () => {
    await flood(121, '198.51.100.7');
    expect(await statusFrom('::ffff:198.51.100.7')).toBe(429);
    expect(await statusFrom('::ffff:198.51.100.8')).toBe(201);
  });

  test('where the host does not tell the address, nobody is refused for it', async () => {
    expect((await flood(130, '')).status).toBe(201);
  });

  test('the address itself is not stored', async () => {
    await flood(3, '198.51.100.77');
    for (const file of [desk.file, `${desk.file}-wal`])
      expect(readFileSync(file).includes('198.51.100.77')).toBe(false);
  });
});

test('RATE_LIMIT=off counts nothing', async () => {
  await desk.stop();
  desk = await openDesk({ RATE_LIMIT: 'off' });
  const receipt = await receiptOf(await flood(130, '198.51.100.7'));
  expect(receipt.held).toBe(false);
});
