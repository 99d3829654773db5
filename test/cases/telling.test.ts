import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { reply } from '#src/cases/say.ts';
import { type Bureau, boss, deeds, morning, of, openBureau } from './bureau.ts';

let bureau: Bureau;
beforeAll(async () => {
  bureau = await openBureau();
});
beforeEach(() => bureau.desk.at(morning));
afterAll(() => bureau.desk.stop());

const supplies = of('supplies');
const accepted = async () => bureau.did((await bureau.supplies()).number, deeds.accept, supplies);

describe('一次性告知', () => {
  test('everything missing is listed at once', async () => {
    const { number } = await accepted();
    for (const missing of [[], [' '], Array(21).fill('材料'), ['长'.repeat(201)]])
      expect(await bureau.refused(number, { ...deeds.return, missing }, supplies)).toBe('missing');
    expect(await bureau.did(number, deeds.return, supplies)).toMatchObject({ stage: 'waiting', told: 0 });
  });

  test('a second return needs a superior and the reason', async () => {
    const { number } = await accepted();
    await bureau.did(number, deeds.return, supplies);
    await reply(bureau.office, number, '都补了', 'enterprise');
    expect(await bureau.refused(number, deeds.return, supplies)).toBe('second-return');
    expect(await bureau.refused(number, deeds.return, boss)).toBe('reason-missing');
    await bureau.did(number, { ...deeds.return, text: '执照看不清' }, boss);
  });

  test('the clock stands while the enterprise is asked, and for nothing else', async () => {
    const { number, due } = await accepted();
    expect(due).toBe('2026-03-23T09:00:00.000Z');
    await bureau.did(number, deeds.return, supplies);
    expect((await bureau.rowOf(number)).waitingSince).toBe(morning);
    bureau.desk.at('2026-03-20T02:00:00.000Z');
    await reply(bureau.office, number, '补了', 'enterprise');
    const row = await bureau.rowOf(number);
    expect(row).toMatchObject({ due: '2026-03-25T09:00:00.000Z', waitingSince: '', stage: 'doing' });
    bureau.desk.at('2026-03-24T02:00:00.000Z');
    await bureau.did(number, deeds.assign, supplies);
    await bureau.did(number, deeds.accept, of('labour'));
    expect(await bureau.rowOf(number)).toMatchObject({ due: '2026-03-25T09:00:00.000Z' });
  });

  test('who returns or answers a case has accepted it', async () => {
    const { number } = await bureau.supplies();
    await bureau.did(number, deeds.return, supplies);
    expect(await bureau.rowOf(number)).toMatchObject({ acceptedAt: morning, holder: 'supplies' });
  });
});

describe('告知', () => {
  test('by phone: when, to whom, what', async () => {
    const { number } = await accepted();
    const told = (set: object) => ({ ...deeds.contact, at: morning, ...set });
    expect(await bureau.refused(number, told({ whom: '' }), supplies)).toBe('whom');
    expect(await bureau.refused(number, told({ text: '' }), supplies)).toBe('text-missing');
    for (const at of ['2026-03-18T02:02:00.000Z', '2026-03-17T02:00:00.000Z', 'soon'])
      expect(await bureau.refused(number, told({ at }), supplies)).toBe('time');
    const row = await bureau.did(number, told({}), supplies);
    expect(row).toMatchObject({ told: 1, state: 'assigned' });
    const [event] = (await bureau.office.store.events(row.id)).slice(-1);
    expect(event).toMatchObject({ kind: 'contacted', data: JSON.stringify({ at: morning }) });
  });

  test('what the enterprise says afterwards is to be answered anew', async () => {
    const { number } = await accepted();
    await bureau.did(number, deeds.answer, supplies);
    expect(await bureau.rowOf(number)).toMatchObject({ told: 1, answeredAt: morning });
    await reply(bureau.office, number, '还有一个问题', 'enterprise');
    expect(await bureau.rowOf(number)).toMatchObject({ told: 0, state: 'assigned' });
  });
});

describe('三次联系不上', () => {
  const missed = (at: string) => ({ ...deeds.contact, reached: false, whom: '', text: '', at });
  const tries = ['2026-03-18T02:00:00.000Z', '2026-03-18T03:00:00.000Z', '2026-03-18T06:00:00.000Z'];

  test('tries count once a half-day; the third makes it unreachable; being reached begins anew', async () => {
    const { number } = await accepted();
    const close = { ...deeds.close, outcome: 'unreachable' } as const;
    for (const [index, at] of tries.entries()) {
      bureau.desk.at(at);
      expect(await bureau.did(number, missed(at), supplies)).toMatchObject({
        contactFails: [1, 1, 2][index],
      });
    }
    // The rule that stands in the way of every outcome is told.
    expect(await bureau.refused(number, close, supplies)).toBe('untold');
    bureau.desk.at('2026-03-19T02:00:00.000Z');
    const third = await bureau.did(number, missed('2026-03-19T02:00:00.000Z'), supplies);
    expect(third.contactFails).toBe(3);
    expect(await bureau.did(number, close, supplies)).toMatchObject({
      stage: 'closed',
      outcome: 'unreachable',
    });
  });

  test('reached after all, the tries are over', async () => {
    const { number } = await accepted();
    await bureau.did(number, missed(morning), supplies);
    await bureau.did(number, deeds.contact, supplies);
    expect(await bureau.rowOf(number)).toMatchObject({ contactFails: 0, told: 1 });
    const close = { ...deeds.close, outcome: 'unreachable' } as const;
    expect(await bureau.refused(number, close, supplies)).toBe('reachable');
  });
});
