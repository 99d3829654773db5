import { afterAll, beforeAll, expect, test } from 'vitest';
import { chase } from '#src/cases/chase.ts';
import { fault } from '#src/cases/review.ts';
import { type Bureau, deeds, of, openBureau } from './bureau.ts';

let bureau: Bureau;
beforeAll(async () => {
  bureau = await openBureau();
});
afterAll(() => bureau.desk.stop());

const run = () => chase(bureau.office, { soonHours: 4 });

test('a reminder before it is due, 催办 once it is overdue, each once; what waits for its enterprise is left alone', async () => {
  const { number, due } = await bureau.supplies();
  const waiting = await bureau.supplies();
  await bureau.did(waiting.number, deeds.return, of('supplies'));
  expect(await run()).toEqual({ reminded: 0, urged: 0, asked: 0 });
  bureau.desk.at(new Date(Date.parse(due) - 3_600_000).toISOString());
  expect([await run(), await run()]).toMatchObject([{ reminded: 1 }, { reminded: 0 }]);
  expect(await bureau.rowOf(number)).toMatchObject({ pressed: 'reminder' });
  bureau.desk.at(new Date(Date.parse(due) + 1).toISOString());
  const both = await Promise.all([run(), run()]);
  expect(both.reduce((sum, one) => sum + one.urged, 0)).toBeGreaterThan(0);
  expect(await bureau.kindsOf(number)).toEqual(['received', 'reminded', 'pressed']);
  expect(await bureau.kindsOf(waiting.number)).toEqual(['received', 'returned']);
  const row = await bureau.rowOf(number);
  expect([row.pressed, await fault(bureau.office, row)]).toEqual(['urge', null]);
});

test('what is taken up again is chased anew', async () => {
  const { number } = await bureau.supplies();
  const lead = of('supplies');
  await bureau.did(number, { deed: 'press', pressure: 'urge', text: '' }, lead);
  for (const deed of [deeds.answer, deeds.close, deeds.reopen]) await bureau.did(number, deed, lead);
  expect(await bureau.rowOf(number)).toMatchObject({ pressed: '' });
});
