import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { answer, longestAnswer, renewPin } from '#src/cases/act.ts';
import { fault } from '#src/cases/review.ts';
import { linkOf, receiptOf, send } from '../functions/knock.ts';
import { type Desk, openDesk } from '../office.ts';
import { materials } from '../submissions.ts';

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk();
});
afterAll(() => desk.stop());

const newCase = async (): Promise<string> =>
  linkOf(await receiptOf(await send('materials', materials()))).number;
const rowOf = async (number: string) => {
  const row = await desk.app.office.store.caseByNumber(number);
  if (!row) throw new Error(`no case ${number}`);
  return row;
};

describe('acting on a case', () => {
  test('answers given at once all stand in the chain, each on the one before', async () => {
    const number = await newCase();
    const texts = Array.from({ length: 12 }, (_, n) => `答复${n}`);
    const done = await Promise.all(texts.map(text => answer(desk.app.office, number, text, '李办')));
    expect(done).toEqual(Array(12).fill({ tag: 'done', state: 'answered' }));
    const row = await rowOf(number);
    expect([row.head, row.state, await fault(desk.app.office, row)]).toEqual([13, 'answered', null]);
  });

  test('of new PINs issued at once the last one counts', async () => {
    const number = await newCase();
    const issued = await Promise.all(
      Array.from({ length: 5 }, () => renewPin(desk.app.office, number, '李办')),
    );
    expect(issued.every(one => one.tag === 'done')).toBe(true);
    const events = await desk.app.office.store.events((await rowOf(number)).id);
    expect(events.map(event => event.kind)).toEqual(['received', ...Array(5).fill('pin-renewed')]);
    expect(events.every(event => !event.data.includes('pin') && event.sealed === null)).toBe(true);
  });

  test('a number that is not there is unknown', async () => {
    expect(await answer(desk.app.office, '0', '答复', '李办')).toEqual({ tag: 'unknown' });
    expect(await renewPin(desk.app.office, '0', '李办')).toEqual({ tag: 'unknown' });
  });

  test('what cannot happen in the case’s state says which state that is, and appends nothing', async () => {
    const row = await rowOf(await newCase());
    desk.replace({ caseByNumber: async () => ({ ...row, state: 'withdrawn' }) });
    const result = await answer(desk.app.office, row.number, '答复', '李办');
    desk.restore();
    expect(result).toEqual({ tag: 'impossible', state: 'withdrawn' });
    expect((await rowOf(row.number)).head).toBe(1);
  });

  test('an answer has 1 to 4000 characters', async () => {
    const number = await newCase();
    for (const text of ['', ' \n', '长'.repeat(longestAnswer + 1)])
      expect(() => answer(desk.app.office, number, text, '李办')).toThrow(RangeError);
    expect(await answer(desk.app.office, number, '长'.repeat(longestAnswer), '李办')).toMatchObject({
      tag: 'done',
    });
  });
});
