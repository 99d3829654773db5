import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { queue, queueCounts } from '#src/cases/queue.ts';
import { courseOf } from '#src/cases/track.ts';
import { type Bureau, boss, deeds, morning, of, openBureau } from './bureau.ts';

let bureau: Bureau;
beforeAll(async () => {
  bureau = await openBureau();
});
beforeEach(() => bureau.desk.at(morning));
afterAll(() => bureau.desk.stop());

const supplies = of('supplies');
const into = deeds['fast-track'];
const out = { ...into, fast: false } as const;

test('by a superior alone, with a reason, and back; each an event, and the due time stays', async () => {
  const { number, due } = await bureau.supplies();
  expect(await bureau.refused(number, into, supplies)).toBe('superior');
  expect(await bureau.refused(number, { ...into, reason: ' ' }, boss)).toBe('reason-missing');
  expect(await bureau.refused(number, out, boss)).toBe('fast-same');
  expect(await bureau.did(number, into, boss)).toMatchObject({ fast: 1, due, urgent: 0, state: 'received' });
  expect(await bureau.refused(number, into, boss)).toBe('fast-same');
  expect(await bureau.did(number, out, boss)).toMatchObject({ fast: 0, due });
  expect((await bureau.kindsOf(number)).slice(-2)).toEqual(['fast-tracked', 'fast-ended']);
  await bureau.did(number, deeds.accept, supplies);
  await bureau.did(number, deeds.answer, supplies);
  expect(await bureau.refused(number, into, boss)).toBe('state');
});

test('first among those due at one time, and never before one that is due earlier; pages hold each once', async () => {
  const earlier = await bureau.law();
  const same = [await bureau.supplies(), await bureau.supplies(), await bureau.supplies()];
  const [, , third] = same;
  if (!third) throw new Error('no third case');
  await bureau.did(third.number, into, boss);
  // Equals stand by their ids, which of one instant are in no order of arrival.
  const others = same.filter(row => row !== third).sort((a, b) => (a.id < b.id ? -1 : 1));
  const known = [earlier, third, ...others].map(row => row.number);
  for (const watch of [{}, { codes: ['91350100M000100Y43'], areas: ['east', 'west', 'incubator'] }]) {
    const seen: string[] = [];
    let after: string | null = null;
    do {
      const page: Awaited<ReturnType<typeof queue>> = await queue(bureau.office, {
        ...watch,
        view: 'to-accept',
        after,
        limit: 2,
      });
      seen.push(...page.rows.map(row => row.number));
      after = page.next;
    } while (after !== null);
    const mine = seen.filter(number => known.includes(number));
    expect(mine).toEqual(known);
  }
});

test('a view of its own with its count, as long as it is open', async () => {
  const { number } = await bureau.supplies();
  const numbers = async (watch: object) =>
    (await queue(bureau.office, { ...watch, view: 'fast', limit: 100 })).rows.map(row => row.number);
  const before = (await queueCounts(bureau.office, {})).fast;
  expect(await numbers({})).not.toContain(number);
  await bureau.did(number, into, boss);
  expect(await numbers({})).toContain(number);
  expect(await numbers({ department: 'supplies' })).toContain(number);
  expect(await numbers({ department: 'law' })).toEqual([]);
  expect(await numbers({ areas: ['east'], codes: ['91000000DEMP00001L'] })).toContain(number);
  expect((await queueCounts(bureau.office, {})).fast).toBe(before + 1);
  await bureau.did(number, deeds.accept, supplies);
  await bureau.did(number, deeds.answer, supplies);
  await bureau.did(number, deeds.close, supplies);
  expect(await numbers({})).not.toContain(number);
  expect((await queueCounts(bureau.office, {})).fast).toBe(before);
});

test('the enterprise reads that it is there, never why', async () => {
  const row = await bureau.supplies();
  await bureau.did(row.number, { ...into, reason: '分管领导电话定的' }, boss);
  const { events } = await courseOf(bureau.office, await bureau.rowOf(row.number));
  expect(events.map(event => event.kind)).toContain('fast-tracked');
  expect(JSON.stringify(events)).not.toContain('分管领导');
});
