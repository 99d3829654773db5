import fc from 'fast-check';
import { expect, test } from 'vitest';
import { act } from '#src/cases/act.ts';
import { erase } from '#src/cases/rewrite.ts';
import type { CaseRow, EventRow } from '#src/cases/store.ts';
import { ranks } from '#src/firms/store.ts';
import { addDays, dayOf, instant } from '#src/rules/day.ts';
import { type Bureau, openBureau } from '../cases/bureau.ts';
import { samplesB } from '../forms/samples-b.ts';

/** An office of its own for every run. */
let bureau: Bureau;

/** Real codes, so that the forms take them. */
const codes = ['91220101MA1ABCDE04', '91220101MA2BCDEF1M', '91220101MA3CDEFG27'];
const first = '2026-02-01';

type Op =
  | {
      readonly op: 'file';
      readonly code: number;
      readonly applied: boolean;
      readonly ahead: number;
      readonly held: boolean;
    }
  | { readonly op: 'clear'; readonly at: number; readonly ahead: number }
  | { readonly op: 'suspended' | 'withdrawn' | 'released'; readonly at: number }
  | { readonly op: 'erased'; readonly at: number }
  | { readonly op: 'report'; readonly code: number; readonly present: number; readonly hour: number }
  | { readonly op: 'look' }
  | { readonly op: 'night' };

const at = fc.nat({ max: 20 });
const ahead = fc.nat({ max: 3 });
const code = fc.nat({ max: codes.length });
const anyOp: fc.Arbitrary<Op> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      op: fc.constant('file' as const),
      code,
      applied: fc.boolean(),
      ahead,
      held: fc.nat({ max: 5 }).map(n => n === 0),
    }),
  },
  { weight: 3, arbitrary: fc.record({ op: fc.constant('clear' as const), at, ahead }) },
  {
    weight: 3,
    arbitrary: fc.record({
      op: fc.constantFrom('suspended' as const, 'withdrawn' as const, 'released' as const),
      at,
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      op: fc.constant('report' as const),
      code,
      present: fc.nat({ max: 90 }),
      hour: fc.integer({ min: 8, max: 20 }),
    }),
  },
  { weight: 1, arbitrary: fc.record({ op: fc.constant('erased' as const), at }) },
  { weight: 2, arbitrary: fc.record({ op: fc.constant('look' as const) }) },
  { weight: 4, arbitrary: fc.record({ op: fc.constant('night' as const) }) },
);

type Filed = {
  readonly number: string;
  readonly firm: string;
  readonly planned: string;
  readonly applied: boolean;
};
type Said = { readonly number: string; readonly firm: string; readonly day: string; readonly at: string };
type World = { day: string; readonly filings: Filed[]; readonly reports: Said[] };

const enterprise = (name: string, creditCode: string) => ({
  name,
  creditCode,
  area: 'east',
  line: 'industry',
});
const clockAt = (day: string, hour: number) =>
  bureau.desk.at(instant(day, `${String(hour).padStart(2, '0')}:00`).toISOString());

const filing = async (world: World, op: Extract<Op, { op: 'file' }>): Promise<void> => {
  const { office } = bureau;
  const planned = addDays(world.day, op.ahead - 1);
  const creditCode = codes[op.code] ?? '';
  // Where the risk is low being filed is enough; before that an application.
  Object.assign(office, { ruleDay: () => (op.applied ? '2020-03-01' : '2020-03-20') });
  const tree = { ...samplesB.filing.least, reopening: planned, enterprise: enterprise('同名厂', creditCode) };
  const row = await bureau.file('filing', tree, op.held ? ['rate'] : []);
  const firm = creditCode === '' ? row.id : creditCode;
  world.filings.push({ number: row.number, firm, planned, applied: op.applied });
};

const reporting = async (world: World, op: Extract<Op, { op: 'report' }>): Promise<void> => {
  clockAt(world.day, op.hour);
  const { office } = bureau;
  Object.assign(office, { ruleDay: () => world.day });
  const creditCode = codes[op.code] ?? '';
  const firm = creditCode;
  // Once a day: the second one is only told so.
  if (world.reports.some(one => one.firm === firm && one.day === world.day)) return;
  const tree = {
    ...samplesB['daily-return'].least,
    present: op.present,
    enterprise: enterprise('同名厂', creditCode),
  };
  const row = await bureau.file('daily-return', tree);
  world.reports.push({ number: row.number, firm, day: world.day, at: row.receivedAt });
};

const happen = async (world: World, op: Op): Promise<void> => {
  const { office, desk } = bureau;
  clockAt(world.day, 10);
  if (op.op === 'file') return filing(world, op);
  if (op.op === 'report') return reporting(world, op);
  if (op.op === 'look') return void (await desk.app.firms.catchUp());
  if (op.op === 'night') {
    world.day = addDays(world.day, 1);
    return;
  }
  const one = world.filings[op.at % Math.max(1, world.filings.length)];
  if (!one) return;
  if (op.op === 'erased') {
    // What nobody had counted before it was deleted cannot be told from another any more.
    await desk.app.firms.catchUp();
    await erase(office, one.number, 'enterprise');
    return;
  }
  const data = op.op === 'clear' ? { from: addDays(world.day, op.ahead) } : {};
  await act(office, one.number, 'lead', () => ({ kind: op.op === 'clear' ? 'cleared' : op.op, data }));
};

type Known = Filed & { readonly row: CaseRow; readonly events: readonly EventRow[] };
const later = (a: string, b: string): string => (a > b ? a : b);
const days = (event: EventRow): string => dayOf(new Date(event.at));

/** The plainest reading: may this enterprise be at work on this day, and by which filing? */
const openBy = (filings: readonly Known[], day: string): Known | null => {
  const clearings = filings.flatMap(one =>
    one.events
      .filter(event => event.kind === 'cleared')
      .map(event => ({ at: event.at, from: later(JSON.parse(event.data).from, one.planned) })),
  );
  for (const one of filings)
    for (const event of one.events) {
      if (event.kind !== 'suspended' || days(event) > day) continue;
      if (!clearings.some(clearing => clearing.at > event.at && clearing.from <= day)) return null;
    }
  const open = filings.filter(({ events, planned, applied, row }) => {
    const gone = events.find(
      event => event.kind === 'withdrawn' || (event.kind === 'erased' && row.state === 'withdrawn'),
    );
    if (gone && days(gone) <= day) return false;
    const cleared = events.some(
      event => event.kind === 'cleared' && later(JSON.parse(event.data).from, planned) <= day,
    );
    const came = events.find(event => event.kind === 'received' || event.kind === 'released');
    return cleared || (!applied && came !== undefined && later(days(came), planned) <= day);
  });
  return open.toSorted((a, b) => (a.row.id < b.row.id ? 1 : -1))[0] ?? null;
};

const compare = async (world: World): Promise<void> => {
  const { office, desk } = bureau;
  const known: Known[] = [];
  for (const one of world.filings) {
    const row = await office.store.caseByNumber(one.number);
    if (row) known.push({ ...one, row, events: await office.store.events(row.id) });
  }
  const firms = [...new Set(known.map(one => one.firm))];
  for (let day = first; day <= addDays(world.day, 3); day = addDays(day, 1)) {
    const open = firms.flatMap(
      firm =>
        openBy(
          known.filter(one => one.firm === firm),
          day,
        ) ?? [],
    );
    const found = await desk.app.firms.firmsOn(day);
    expect([day, found.firms, found.staff, found.unknown]).toEqual([day, open.length, 50 * open.length, 0]);
    const due = open.filter(one => one.row.enterprise !== '');
    const came = due.map(one => world.reports.find(said => said.firm === one.firm && said.day === day));
    const returns = await desk.app.firms.returnsOn(day);
    const nameless = world.reports.some(said => said.firm === '' && said.day === day);
    const wanted = due.map((one, index) => {
      const said = came[index];
      if (said) return said.at > instant(day, '17:00').toISOString() ? 'late' : 'filed';
      return one.row.creditCode === '' && nameless ? 'namesake' : 'missing';
    });
    const counted = Object.fromEntries(ranks.map(rank => [rank, wanted.filter(one => one === rank).length]));
    expect([day, returns.due, returns.ranks]).toEqual([day, due.length, counted]);
    expect(returns.present.by).toBe(returns.ranks.late + returns.ranks.filed);
    const all = world.reports.filter(said => said.day === day).length;
    expect(returns.beside).toBe(all - returns.present.by);
  }
};

test('whatever is filed, taken back, cleared, suspended, erased and reported in any order: every day is what the cases say', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(anyOp, { minLength: 4, maxLength: 26 }), async ops => {
      bureau = await openBureau();
      const world: World = { day: first, filings: [], reports: [] };
      try {
        for (const op of ops) await happen(world, op);
        await compare(world);
      } finally {
        await bureau.desk.stop();
      }
    }),
    { numRuns: 10 },
  );
}, 120_000);
