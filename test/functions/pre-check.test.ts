import { afterAll, beforeAll, expect, test } from 'vitest';
import { samples } from '../forms/samples.ts';
import { allCases, type Desk, openDesk } from '../office.ts';
import { newStaff } from '../staff.ts';
import { see } from './desk.ts';
import { receiptOf, send } from './knock.ts';

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk();
});
afterAll(() => desk.stop());

test('several matters are one case: one lead, the others beside it, all of whom see it', async () => {
  const { least } = samples['pre-check'];
  const sent = { ...least, matters: ['mandate', 'funds', 'notice'] };
  await receiptOf(await send('pre-check', sent));
  const [row, ...others] = await allCases(desk);
  if (!row) throw new Error('no case');
  expect(others).toEqual([]);
  expect([row.handler, row.link]).toEqual(['construction', '']);
  const parts = await desk.app.office.store.parts(row.id);
  expect(parts.map(part => part.department)).toEqual(['east-office', 'finance']);
  const status = async (department: string) =>
    (await see(await newStaff(desk, { role: 'officer', department }), `/desk/cases/${row.number}/`)).status;
  expect([await status('construction'), await status('finance'), await status('tax')]).toEqual([
    200, 200, 404,
  ]);
  // What was sealed is not in the clear.
  expect(row.answers).not.toContain('湖畔大道');
});

test('estimates alone go to the finance bureau first', async () => {
  const { least } = samples['pre-check'];
  await receiptOf(await send('pre-check', { ...least, matters: ['funds'] }));
  const rows = await allCases(desk);
  expect(rows.map(row => row.handler).sort()).toEqual(['construction', 'finance']);
});
