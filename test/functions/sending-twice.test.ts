import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { renewPin } from '#src/cases/act.ts';
import { allCases, type Desk, openDesk } from '../office.ts';
import { consultation, materials, newKey } from '../submissions.ts';
import { linkOf, look, receiptOf, send } from './knock.ts';

let desk: Desk;
beforeEach(async () => {
  desk = await openDesk();
});
afterEach(() => desk.stop());

const minutes = 60_000;
const days = 24 * 60 * minutes;
const problemOf = async (response: Response) => {
  const { type } = (await response.json()) as { type: string };
  return [response.status, type];
};

describe('With an Idempotency-Key', () => {
  test('whoever holds the key gets the same answer again', async () => {
    const [key, body] = [newKey(), materials()];
    const first = await send('materials', body, { key });
    const again = await send('materials', body, { key });
    expect([first.status, again.status]).toEqual([201, 201]);
    const receipt = await receiptOf(first);
    expect(await receiptOf(again)).toEqual(receipt);
    expect(receipt.pin).toMatch(/^\d{6}$/);
    expect(await allCases(desk)).toHaveLength(1);
  });

  test('the same answer for 30 days, across a change of the case; then the key is forgotten', async () => {
    desk.at('2026-03-01T02:00:00.000Z');
    const [key, body] = [newKey(), materials()];
    const receipt = await receiptOf(await send('materials', body, { key }));
    desk.pass(30 * days - 1);
    expect(await receiptOf(await send('materials', body, { key }))).toEqual(receipt);
    desk.pass(1);
    const later = await receiptOf(await send('materials', body, { key }));
    expect(later.number).not.toBe(receipt.number);
    expect(await allCases(desk)).toHaveLength(2);
  });

  test('same key with another payload 422', async () => {
    const key = newKey();
    await receiptOf(await send('materials', materials(), { key }));
    const other = await send('materials', materials(), { key });
    expect(await problemOf(other)).toEqual([422, '/problems/#key-reused']);
    expect(await allCases(desk)).toHaveLength(1);
  });

  test('the same content written otherwise is the same payload', async () => {
    const [key, body] = [newKey(), materials()];
    const receipt = await receiptOf(await send('materials', body, { key }));
    const reversed = Object.fromEntries(Object.entries(body).reverse());
    expect(await receiptOf(await send('materials', reversed, { key }))).toEqual(receipt);
  });

  test('scoped to the form', async () => {
    const key = newKey();
    const one = await receiptOf(await send('materials', materials(), { key }));
    const two = await receiptOf(await send('consultation', consultation(), { key }));
    expect(one.number).not.toBe(two.number);
    expect(await allCases(desk)).toHaveLength(2);
  });

  test('a refused submission does not use it up', async () => {
    const key = newKey();
    const refused = await send('materials', materials({ consent: false }), { key });
    expect(await problemOf(refused)).toEqual([422, '/problems/#refused']);
    await receiptOf(await send('materials', materials(), { key }));
    expect(await allCases(desk)).toHaveLength(1);
  });

  test('100 posts at once under one key are one case, and all get its receipt', async () => {
    const [key, body] = [newKey(), materials()];
    const answers = await Promise.all(Array.from({ length: 100 }, () => send('materials', body, { key })));
    const receipts = await Promise.all(answers.map(receiptOf));
    expect(new Set(receipts.map(one => JSON.stringify(one))).size).toBe(1);
    expect(await allCases(desk)).toHaveLength(1);
  });

  test('of two contents at once under one key, one is stored and the other told', async () => {
    const key = newKey();
    const answers = await Promise.all(
      Array.from({ length: 10 }, () => send('materials', materials(), { key })),
    );
    expect(answers.map(one => one.status).sort()).toEqual([201, ...Array(9).fill(422)]);
    expect(await allCases(desk)).toHaveLength(1);
  });

  test.each(['', ' ', 'short', 'a'.repeat(21), 'a'.repeat(129), `${'a'.repeat(21)} `, `${'a'.repeat(22)}!`])(
    'of at least 128 random bits: %j is refused',
    async key => {
      expect(await problemOf(await send('materials', materials(), { key }))).toEqual([
        400,
        '/problems/#bad-key',
      ]);
      expect(await allCases(desk)).toHaveLength(0);
    },
  );

  test.each(['a'.repeat(22), 'A-_9'.repeat(32), `"${'b'.repeat(40)}"`])('%s will do', async key => {
    await receiptOf(await send('materials', materials(), { key }));
  });

  test('kept as HMAC: the key itself is nowhere in the database', async () => {
    const key = newKey();
    await receiptOf(await send('materials', materials(), { key }));
    for (const file of [desk.file, `${desk.file}-wal`]) expect(readFileSync(file).includes(key)).toBe(false);
  });
});

describe('Query password (PIN)', () => {
  test('six digits, of the case and the key: another case or key has another', async () => {
    const [key, body] = [newKey(), materials()];
    const pins = new Set<string>();
    for (let n = 0; n < 20; n++) {
      const { pin } = await receiptOf(await send('materials', { ...body, note: String(n) }));
      expect(pin).toMatch(/^\d{6}$/);
      pins.add(pin ?? '');
    }
    expect(pins.size).toBeGreaterThan(15);
    const one = await receiptOf(await send('materials', body, { key }));
    const two = await receiptOf(await send('consultation', consultation(), { key }));
    expect([one.pin, linkOf(one).token]).not.toEqual([two.pin, linkOf(two).token]);
  });

  test('ASVS 14.2.1: the tracking link carries number and a 128-bit token behind #', async () => {
    const receipt = await receiptOf(await send('materials', materials()));
    expect(receipt.track).toMatch(/^\/track\/#\d{13}\.[A-Za-z0-9_-]{22}$/);
    expect(Buffer.from(linkOf(receipt).token, 'base64url')).toHaveLength(16);
    expect(linkOf(receipt).number).toBe(receipt.number.replaceAll('-', ''));
  });

  test('a lost PIN: an officer issues a new one; the old stops, the link works, and a replay has none to show', async () => {
    const [key, body] = [newKey(), materials()];
    const receipt = await receiptOf(await send('materials', body, { key }));
    const { number } = linkOf(receipt);
    const renewed = await renewPin(desk.app.office, number, '李办');
    expect(renewed).toMatchObject({ tag: 'done', state: 'received', pin: expect.stringMatching(/^\d{6}$/) });
    expect((await look({ number, pin: receipt.pin })).status).toBe(404);
    expect((await look({ number, pin: renewed.pin })).status).toBe(200);
    expect((await look(linkOf(receipt))).status).toBe(200);
    expect(await receiptOf(await send('materials', body, { key }))).toEqual({ ...receipt, pin: null });
  });
});

describe('Without a key, as JSON', () => {
  test('an identical post within ten minutes is told that it was received, and nothing else', async () => {
    desk.at('2026-03-20T02:00:00.000Z');
    const body = materials();
    const receipt = await receiptOf(await send('materials', body, { key: null }));
    desk.pass(10 * minutes - 1);
    const again = await send('materials', body, { key: null });
    expect(again.headers.get('set-cookie')).toBeNull();
    const text = await again.text();
    expect([again.status, JSON.parse(text).type]).toEqual([409, '/problems/#already-received']);
    for (const secret of [receipt.number, linkOf(receipt).number, linkOf(receipt).token])
      expect(text).not.toContain(secret);
    expect(await allCases(desk)).toHaveLength(1);
  });

  test('after ten minutes it is a new case', async () => {
    desk.at('2026-03-20T02:00:00.000Z');
    const body = materials();
    await receiptOf(await send('materials', body, { key: null }));
    desk.pass(10 * minutes);
    await receiptOf(await send('materials', body, { key: null }));
    expect(await allCases(desk)).toHaveLength(2);
  });

  test('one that differs in a single letter is another, and so is the same under a key', async () => {
    const body = materials({ note: '急' });
    await receiptOf(await send('materials', body, { key: null }));
    await receiptOf(await send('materials', { ...body, note: '急。' }, { key: null }));
    await receiptOf(await send('materials', body));
    expect(await allCases(desk)).toHaveLength(3);
  });

  test('50 identical posts at once are one case', async () => {
    const body = materials();
    const answers = await Promise.all(
      Array.from({ length: 50 }, () => send('materials', body, { key: null })),
    );
    expect(answers.map(one => one.status).sort()).toEqual([201, ...Array(49).fill(409)]);
    expect(await allCases(desk)).toHaveLength(1);
  });
});
