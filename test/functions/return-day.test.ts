import { afterEach, beforeEach, expect, test } from 'vitest';
import { everySample } from '../forms/every.ts';
import { allCases, type Desk, openDesk } from '../office.ts';
import { newStaff } from '../staff.ts';
import type { Tree } from '../submissions.ts';
import { page } from './desk.ts';
import { receiptOf, send, textOf } from './knock.ts';

// The zone is a demonstration: its content speaks of 20 March 2020, whatever the clock says.
let desk: Desk;
beforeEach(async () => {
  desk = await openDesk();
  desk.at('2026-03-18T02:00:00.000Z');
});
afterEach(() => desk.stop());

const enterprise = (form: string, name: string): Tree => ({
  ...(everySample[form]?.least.enterprise as Tree),
  name,
  creditCode: '91220101MA1ABCDE04',
});
const daily = (set: Tree = {}): Tree => ({
  ...everySample['daily-return']?.least,
  enterprise: enterprise('daily-return', '甲厂'),
  ...set,
});

test('on a demonstration form, receipt, desk and daily report mean one day by today: that of the clock', async () => {
  expect(desk.app.front.today()).toBe('2020-03-20');
  const filing = {
    ...everySample.filing?.least,
    enterprise: enterprise('filing', '甲厂'),
    reopening: '2026-03-18',
  };
  await receiptOf(await send('filing', filing));
  const receipt = await receiptOf(await send('daily-return', daily({ present: 40, day: '' })));
  const row = (await allCases(desk)).find(one => one.form === 'daily-return');
  expect(JSON.parse(row?.answers ?? '')).toMatchObject({ day: '2026-03-18' });
  expect(receipt.number.startsWith('60318')).toBe(true);

  const { figures, firms } = desk.app;
  expect([figures.today(), firms.today()]).toEqual(['2026-03-18', '2026-03-18']);
  const found = await firms.returnsOn(firms.today());
  expect([found.due, found.ranks.filed, found.ranks.missing, found.present.sum]).toEqual([1, 1, 0, 40]);
  const staff = await newStaff(desk, { role: 'dispatcher', department: 'economy' });
  expect(textOf(await page(staff, '/desk/returns/'))).toContain('甲厂');
  const report = await figures.report(figures.today());
  const rows = report.sections.flatMap(section => section.rows);
  const industry = rows.find(cells => JSON.stringify(cells[0]).includes('工业') && cells.length > 9);
  // At work, staff, unknown, due, in time, late, missing.
  expect(industry?.slice(4, 8)).toEqual([1, 1, 0, 0]);

  const again = await send('daily-return', daily({ present: 41, day: '2026-03-18' }));
  expect(again.status).toBe(409);
});

test('the day of the demonstration itself is six years ago: too far back, and the days that may be made up for are said', async () => {
  for (const [day, said] of [
    ['2020-03-20', '2026-03-11'],
    ['2026-03-19', '2026-03-18'],
  ] as const) {
    const refused = await send('daily-return', daily({ day }), { lang: 'en' });
    expect([refused.status, await refused.text()]).toEqual([422, expect.stringContaining(said)]);
  }
  expect((await send('daily-return', daily({ day: '2026-03-11' }))).status).toBe(201);
});
