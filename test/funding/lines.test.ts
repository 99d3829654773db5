import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { StepData } from '#src/funding/lines.ts';
import { receiptOf, send } from '../functions/knock.ts';
import { type Desk, openDesk } from '../office.ts';
import type { Tree } from '../submissions.ts';
import { financing } from './world.ts';

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk();
  desk.at('2020-03-20T02:00:00.000Z');
});
afterAll(() => desk.stop());

const day = '2020-03-20';
const newCase = async (set: Tree = {}) => {
  desk.pass(1000);
  const { number } = await receiptOf(await send('financing', financing(300, set)));
  const plain = number.replaceAll('-', '');
  const now = async () => {
    const row = await desk.app.office.store.caseByNumber(plain);
    const found = row && (await desk.app.funding.case(row));
    if (!found) throw new Error(plain);
    return found;
  };
  const step = async (data: Omit<StepData, 'day' | 'bank'> & { bank?: string }, note = '', at?: number) => {
    const result = await desk.app.funding.step(plain, { bank: '示范银行', day, ...data }, note, {
      login: 'li',
      at: at ?? (await now()).at,
    });
    return result.tag === 'refused' ? result.why : result.tag;
  };
  return { number: plain, now, step };
};
const money = async ({ now }: Awaited<ReturnType<typeof newCase>>) => {
  const { row } = await now();
  return [row.stage, row.approved, row.disbursed, row.lapsed];
};

describe('approved is not paid out', () => {
  test('a case goes from bank to bank; what was granted and not used lapses', async () => {
    const one = await newCase();
    expect(await money(one)).toEqual(['registered', 0, 0, 0]);
    expect(await one.step({ step: 'passed' })).toBe('done');
    expect((await one.now()).lines[0]?.passed).toBe(3_000_000);
    expect(await one.step({ step: 'approved', amount: 2_000_000 })).toBe('done');
    expect(await money(one)).toEqual(['approved', 2_000_000, 0, 0]);
    expect(await one.step({ step: 'withdrawn' })).toBe('done');
    expect(await money(one)).toEqual(['withdrawn', 0, 0, 2_000_000]);
    await one.step({ step: 'passed', bank: '农商行' });
    await one.step({ step: 'approval', bank: '农商行' });
    expect(await money(one)).toEqual(['approval', 0, 0, 2_000_000]);
    await one.step({ step: 'approved', bank: '农商行', amount: 1_000_000 });
    await one.step({ step: 'disbursed', bank: '农商行', amount: 400_000 });
    expect(await money(one)).toEqual(['disbursed', 1_000_000, 400_000, 2_000_000]);
  });

  test('no more is paid out than approved; approved is never less than paid out', async () => {
    const one = await newCase();
    await one.step({ step: 'passed' });
    await one.step({ step: 'approved', amount: 1_000_000 });
    expect(await one.step({ step: 'disbursed', amount: 1_000_001 })).toBe('over-approved');
    expect(await one.step({ step: 'disbursed', amount: 600_000 })).toBe('done');
    expect(await one.step({ step: 'disbursed', amount: 400_001 })).toBe('over-approved');
    expect(await one.step({ step: 'approved', amount: 599_999 })).toBe('below-disbursed');
    expect(await one.step({ step: 'approved', amount: 600_000 })).toBe('done');
    expect(await money(one)).toEqual(['disbursed', 600_000, 600_000, 0]);
    expect(await one.step({ step: 'withdrawn' })).toBe('order');
  });

  test('more than was asked, over all banks, needs a note', async () => {
    const one = await newCase();
    for (const bank of ['甲行', '乙行']) await one.step({ step: 'passed', bank });
    expect(await one.step({ step: 'approved', bank: '甲行', amount: 3_000_000 })).toBe('done');
    expect(await one.step({ step: 'approved', bank: '乙行', amount: 1 })).toBe('note');
    expect(await one.step({ step: 'approved', bank: '乙行', amount: 1 }, '企业追加')).toBe('done');
  });
});

describe('what may not be', () => {
  test('no bank without consent; no step out of order; no stale page', async () => {
    const shy = await newCase({ passToBanks: false });
    expect(await shy.step({ step: 'passed' })).toBe('consent');
    const one = await newCase();
    expect(await one.step({ step: 'disbursed', amount: 1 })).toBe('order');
    await one.step({ step: 'passed' });
    const { at } = await one.now();
    expect(await one.step({ step: 'approval' }, '', at)).toBe('done');
    expect(await one.step({ step: 'declined' }, '', at)).toBe('stale');
    expect((await one.now()).row.stage).toBe('approval');
  });

  test('two officers at once: one step is recorded, the other hears that its page is stale', async () => {
    const one = await newCase();
    await one.step({ step: 'passed' });
    const { at } = await one.now();
    const both = await Promise.all([
      one.step({ step: 'approved', amount: 1_000_000 }, '', at),
      one.step({ step: 'declined' }, '', at),
    ]);
    expect(both.toSorted()).toEqual(['done', 'stale']);
  });
});

describe('following', () => {
  test('who said so last follows it; the earliest day comes first, and none is never', async () => {
    const [late, soon, none] = [await newCase(), await newCase(), await newCase()];
    const follow = async (one: typeof late, until: string) =>
      desk.app.funding.follow(one.number, { until, note: '' }, { login: 'li', at: (await one.now()).at });
    await follow(late, '2020-03-25');
    await follow(soon, '2020-03-18');
    const narrow = { stage: '', bank: '', area: '', department: '', dueBy: desk.app.funding.never } as const;
    const { rows } = await desk.app.funding.board({ narrow, after: null, limit: 500 });
    const order = rows.map(row => row.number).filter(one => [late, soon, none].some(it => it.number === one));
    expect(order).toEqual([soon.number, late.number, none.number]);
    const due = await desk.app.funding.board({ narrow: { ...narrow, dueBy: day }, after: null, limit: 500 });
    expect(due.rows.map(row => [row.number, row.follower])).toEqual([[soon.number, 'li']]);
  });
});
