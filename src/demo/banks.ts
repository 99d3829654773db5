import type { FundingDesk } from '#src/funding/desk.ts';
import { isOfficeDay } from '#src/rules/calendar.ts';
import { type Day, instant } from '#src/rules/day.ts';
import type { Chance } from './chance.ts';
import { arrivalsOf, daysOf } from './days.ts';
import type { World } from './life.ts';
import { dayAt } from './wave.ts';

/** Banks of the demonstration, which do not exist. */
const banks: readonly string[] = ['示范银行园区支行', '示例农商行', '演示城商行', '样板村镇银行'];

type Step = Parameters<FundingDesk['step']>[1]['step'];

/** What a bank does with a case, and on which day of the story. */
type Dealing = {
  readonly number: string;
  readonly bank: string;
  /** Of every ten thousand yuan asked so many are granted. */ readonly asked: number;
  readonly steps: readonly { readonly step: Step; readonly index: number; readonly amount?: number }[];
};

type Money = {
  readonly world: World;
  readonly funding: FundingDesk;
  readonly set: (at: number) => void;
  readonly chance: Chance;
};

const myriad = 10_000;

/** Looked at, approved or declined, paid out at once or in two parts: or nothing has come of it yet. */
const dealingOf = (number: string, asked: number, from: number, chance: Chance): Dealing => {
  const looked = from + chance.whole(1, 3);
  const decided = looked + chance.whole(2, 8);
  const paid = decided + chance.whole(1, 7);
  const granted = Math.max(1, Math.round((asked / myriad) * (0.5 + 0.5 * chance.unit()))) * myriad;
  const approved = Math.min(asked, granted);
  const half = Math.round(approved / 2 / myriad) * myriad;
  const end = chance.weighed([
    ['paid', 46],
    ['approved', 14],
    ['declined', 22],
    ['open', 18],
  ] as const);
  const steps: Dealing['steps'] = [
    { step: 'approval' as const, index: looked },
    ...(end === 'declined' ? [{ step: 'declined' as const, index: decided }] : []),
    ...(end === 'paid' || end === 'approved'
      ? [{ step: 'approved' as const, index: decided, amount: approved }]
      : []),
    ...(end === 'paid' && half > 0 && chance.is(0.3)
      ? [
          { step: 'disbursed' as const, index: paid, amount: half },
          { step: 'disbursed' as const, index: paid + 6, amount: approved - half },
        ]
      : end === 'paid'
        ? [{ step: 'disbursed' as const, index: paid, amount: approved }]
        : []),
  ].filter(one => one.amount === undefined || one.amount > 0);
  return { number, bank: chance.pick(banks), asked, steps };
};

const taken = async (
  { world, funding }: Money,
  dealing: Dealing,
  step: Dealing['steps'][number],
  day: Day,
  login: string,
): Promise<void> => {
  const row = await world.at(instant(day, '15:10').getTime()).store.caseByNumber(dealing.number);
  const found = row && row.mergedInto === '' && row.state !== 'withdrawn' ? await funding.case(row) : null;
  if (!found) return;
  const { step: kind, amount } = step;
  const data = { step: kind, bank: dealing.bank, day, ...(amount !== undefined && { amount }) };
  const done = await funding.step(dealing.number, data, '', { login, at: found.at });
  if (done.tag !== 'done')
    throw new Error(`演示数据：${dealing.number} 的融资记不上${kind}：${JSON.stringify(done)}`);
  world.did(`funding-${kind}`);
};

/** On every office day new requests go to the banks, and the banks say how it stands with the others. */
export const banksOf = (money: Money) => async (): Promise<void> => {
  const { world, funding, set, chance } = money;
  const dealings: Dealing[] = [];
  // What agreed to banks learning of it.
  const arrivals = arrivalsOf(world, one => one.form === 'financing' && one.answers.passToBanks === true);
  const login = world.crew.officer('finance', 0).login || 'dispatcher-1';
  for await (const { day, index } of daysOf({ world, set, time: '15:10', days: 'office' })) {
    const since = lastOffice(world, index);
    // Each is another case: they may go together.
    await Promise.all(
      dealings.map(async dealing => {
        const due = dealing.steps.filter(step => step.index <= index && step.index > since);
        for (const step of due) await taken(money, dealing, step, day, login);
      }),
    );
    for (const { number, answers, name } of arrivals(day)) {
      const own = chance.of(name);
      if (own.is(0.1)) continue;
      const dealing = dealingOf(number, Math.round(Number(answers.amount) * myriad), index, own);
      const given = await funding.handOver(
        { bank: dealing.bank, numbers: [number] },
        { login, may: async row => row.mergedInto === '' },
      );
      if (given.length > 0) {
        dealings.push(dealing);
        world.did('funding-passed');
      }
    }
  }
};

/** The office day before one, as the number of its day. */
const lastOffice = (world: World, index: number): number => {
  let before = index - 1;
  while (before > 0 && !isOfficeDay(world.opening.calendar, dayAt(world.span, before))) before -= 1;
  return before;
};
