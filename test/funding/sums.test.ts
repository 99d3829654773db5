import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { fault } from '#src/cases/review.ts';
import type { EventRow } from '#src/cases/store.ts';
import { type Step, steps } from '#src/funding/lines.ts';
import { act, linkOf, type Receipt, receiptOf, send } from '../functions/knock.ts';
import { type Desk, openDesk } from '../office.ts';
import { financing } from './world.ts';

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk();
  desk.at('2020-03-20T02:00:00.000Z');
});
afterAll(() => desk.stop());

const banks = ['示范银行', '农商行', '村镇银行'];
const cases = 4;
type Op =
  | {
      readonly op: 'step';
      readonly of: number;
      readonly any: Step | null;
      readonly nth: number;
      readonly bank: number;
      readonly amount: number;
    }
  | { readonly op: 'withdraw'; readonly of: number };
const of = fc.nat({ max: cases - 1 });
const anyOp: fc.Arbitrary<Op> = fc.oneof(
  {
    weight: 12,
    arbitrary: fc.record({
      op: fc.constant('step' as const),
      of,
      /** Now and then a step that may not be; else one of those that may. */
      any: fc.constantFrom(null, null, null, ...steps),
      nth: fc.nat({ max: 9 }),
      bank: fc.nat({ max: banks.length - 1 }),
      amount: fc.integer({ min: 1, max: 5_000_000 }),
    }),
  },
  { weight: 1, arbitrary: fc.record({ op: fc.constant('withdraw' as const), of }) },
);

type Told = { readonly step: Step; readonly bank: string; readonly amount?: number };
type Bank = { at: Step | ''; granted: number; paid: number; gone: number };

/** What a case's events come to, told in the plainest way: replayed one by one, apart from the program's own tables. */
const replayed = (events: readonly EventRow[]) => {
  const all: Record<string, Bank> = {};
  for (const { kind, data } of events) {
    if (kind === 'withdrawn')
      for (const bank of Object.values(all))
        if (['passed', 'approval', 'approved'].includes(bank.at)) {
          bank.gone += bank.granted;
          bank.granted = 0;
          bank.at = 'withdrawn';
        }
    if (kind !== 'funding') continue;
    const { step, bank: name, amount = 0 } = JSON.parse(data) as Told;
    const bank = all[name] ?? { at: '', granted: 0, paid: 0, gone: 0 };
    all[name] = bank;
    if (step === 'approved') bank.granted = amount;
    if (step === 'disbursed') bank.paid += amount;
    if (step === 'declined' || step === 'withdrawn') {
      bank.gone += bank.granted;
      bank.granted = 0;
    }
    const staysPaid = step === 'approved' && bank.at === 'disbursed';
    if (step !== 'sent' && !staysPaid) bank.at = step;
  }
  const list = Object.values(all);
  const sum = (by: 'granted' | 'paid' | 'gone') => list.reduce((total, bank) => total + bank[by], 0);
  return { list, approved: sum('granted'), disbursed: sum('paid'), lapsed: sum('gone') };
};

const furthest = (list: readonly Bank[], isWithdrawn: boolean): string => {
  const has = (at: Step) => list.some(bank => bank.at === at);
  if (has('disbursed')) return 'disbursed';
  if (isWithdrawn) return 'withdrawn';
  for (const at of ['approved', 'approval', 'passed', 'declined', 'withdrawn'] as const)
    if (has(at)) return at;
  return 'registered';
};

const expected = async (receipts: readonly Receipt[]) => {
  const { store } = desk.app.office;
  const all = new Map<
    string,
    { count: number; asked: number; approved: number; disbursed: number; lapsed: number }
  >();
  for (const { number } of receipts) {
    const row = await store.caseByNumber(number.replaceAll('-', ''));
    if (!row) throw new Error(number);
    expect(await fault(desk.app.office, row)).toBeNull();
    const { list, ...money } = replayed(await store.events(row.id));
    for (const bank of list) expect(bank.paid).toBeLessThanOrEqual(bank.granted);
    const stage = furthest(list, row.state === 'withdrawn');
    const one = all.get(stage) ?? { count: 0, asked: 0, approved: 0, disbursed: 0, lapsed: 0 };
    all.set(stage, {
      count: one.count + 1,
      asked: one.asked + Math.round(JSON.parse(row.answers).amount * 10_000),
      approved: one.approved + money.approved,
      disbursed: one.disbursed + money.disbursed,
      lapsed: one.lapsed + money.lapsed,
    });
  }
  return all;
};

const doing = async (receipts: readonly Receipt[], op: Op): Promise<boolean> => {
  const receipt = receipts[op.of];
  if (!receipt) return false;
  const number = receipt.number.replaceAll('-', '');
  desk.pass(1000);
  if (op.op === 'withdraw') return (await act('withdraw', linkOf(receipt))).status === 200;
  const row = await desk.app.office.store.caseByNumber(number);
  const found = row && (await desk.app.funding.case(row));
  const at = found?.at ?? 0;
  const may = found?.lines.find(line => line.bank === banks[op.bank])?.steps ?? ['passed'];
  const step = op.any ?? may[op.nth % may.length] ?? 'passed';
  const { amount } = op;
  const data = { step, bank: banks[op.bank] ?? '', day: '2020-03-20', amount };
  const result = await desk.app.funding.step(number, data, '说明', { login: 'li', at });
  return result.tag === 'done';
};

test('stages add up to what is registered, in cases and in money, whatever happens to them', async () => {
  let before = await desk.app.funding.sums();
  let stored = 0;
  const whole = fc.asyncProperty(
    fc.array(fc.integer({ min: 1, max: 999_999 }), { minLength: cases, maxLength: cases }),
    fc.array(anyOp, { minLength: 10, maxLength: 40 }),
    async (amounts, ops) => {
      const receipts: Receipt[] = [];
      for (const amount of amounts)
        receipts.push(await receiptOf(await send('financing', financing(amount / 100))));
      for (const op of ops) if (await doing(receipts, op)) stored += 1;
      const now = await desk.app.funding.sums();
      const mine = await expected(receipts);
      for (const stage of desk.app.funding.stages) {
        const [was, is] = [before, now].map(sums => sums.stages.find(one => one.stage === stage));
        const more = mine.get(stage);
        for (const by of ['count', 'asked', 'approved', 'disbursed', 'lapsed'] as const)
          expect([stage, by, (is?.[by] ?? 0) - (was?.[by] ?? 0)]).toEqual([stage, by, more?.[by] ?? 0]);
      }
      expect(now.total.count - before.total.count).toBe(cases);
      const asked = amounts.reduce((sum, amount) => sum + amount * 100, 0);
      expect(now.total.asked - before.total.asked).toBe(asked);
      before = now;
    },
  );
  await fc.assert(whole, { numRuns: 12 });
  expect(stored).toBeGreaterThan(80);
}, 120_000);
