import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, expect, test } from 'vitest';
import sweep, { config } from '#functions/sweep.ts';
import { allCases, type Desk, openDesk } from '../office.ts';
import { materials } from '../submissions.ts';
import { linkOf, look, receiptOf, send } from './knock.ts';

let desk: Desk;
beforeEach(async () => {
  desk = await openDesk();
  desk.at('2026-03-20T02:00:00.000Z');
});
afterEach(() => desk.stop());

const run = async () => {
  const answer = await sweep(new Request('http://zone.example/.netlify/functions/sweep', { method: 'POST' }));
  return (await answer.json()) as { deleted: number };
};
const rowsOf = (table: string): number => {
  const db = new DatabaseSync(desk.file, { readOnly: true });
  const row = db.prepare(`select count(*) as n from ${table}`).get();
  db.close();
  return Number(row?.n);
};

test('keys after 30 days, fingerprints after ten minutes, counters after their time; cases never', async () => {
  const receipt = await receiptOf(await send('materials', materials(), { key: null, ip: '198.51.100.7' }));
  await look({ number: receipt.number, pin: 'wrong' });
  expect(await run()).toEqual({ deleted: 0 });
  desk.pass(24 * 3_600_000);
  expect(await run()).toEqual({ deleted: 5 });
  expect([rowsOf('idempotency_keys'), rowsOf('fingerprints'), rowsOf('counters')]).toEqual([1, 0, 0]);
  desk.pass(29 * 24 * 3_600_000);
  expect(await run()).toEqual({ deleted: 1 });
  expect(await allCases(desk)).toHaveLength(1);
  expect((await look(linkOf(receipt))).status).toBe(200);
});

test('it runs by a schedule and has no address', () => {
  expect(config).toEqual({ schedule: expect.any(String) });
});
