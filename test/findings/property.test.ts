import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { FindingsDesk } from '#src/findings/desk.ts';
import type { FindingTyped, LineTyped, TurnTyped } from '#src/findings/said.ts';
import { addDays, type Day, instant } from '#src/rules/day.ts';
import { type Desk, openDesk } from '../office.ts';

const departments = ['economy', 'market', 'construction', 'transport'] as const;
/** All four owe a report every day by half past five. */
const deadline = '17:30';
const first = '2020-03-16';

type Op = {
  readonly who: number;
  /** So many days back from today. */ readonly back: number;
  readonly hour: number;
  readonly fresh: readonly number[];
  /** How each problem that the form shows is said to stand, in turn. */ readonly stands: readonly number[];
  readonly drop: boolean;
  readonly masks: number | null;
  readonly night: boolean;
};

const anyOp: fc.Arbitrary<Op> = fc.record({
  who: fc.nat({ max: departments.length - 1 }),
  back: fc.oneof({ weight: 3, arbitrary: fc.constant(0) }, { weight: 1, arbitrary: fc.nat({ max: 3 }) }),
  hour: fc.integer({ min: 9, max: 21 }),
  fresh: fc.array(fc.nat({ max: 3 }), { maxLength: 3 }),
  stands: fc.array(fc.nat({ max: 5 }), { minLength: 1, maxLength: 5 }),
  drop: fc.nat({ max: 4 }).map(n => n === 0),
  masks: fc.option(fc.nat({ max: 5000 })),
  night: fc.nat({ max: 2 }).map(n => n === 0),
});

const standOf = (n: number, own: string): { readonly stand: string; readonly to: string } => {
  if (n === 0) return { stand: 'solved', to: '' };
  if (n === 1) return { stand: 'handed', to: departments.find(code => code !== own) ?? '' };
  return { stand: 'open', to: '' };
};

/** What a department's newest report of a day said, as the test sent it; told apart from everything that the program keeps. */
type Told = {
  readonly department: string;
  readonly day: Day;
  readonly firstAt: string;
  readonly lines: readonly { readonly id: string; readonly stand: string }[];
  readonly turns: readonly TurnTyped[];
  readonly masks: number | null;
  readonly places: number;
};

const filled = async (
  findings: FindingsDesk,
  op: Op,
  department: string,
  day: Day,
): Promise<FindingTyped> => {
  const { said, found, held } = await findings.draft({ department, day });
  const kept = (said?.lines ?? []).slice(op.drop ? 1 : 0);
  const stand = (at: number) => standOf(op.stands[at % op.stands.length] ?? 2, department);
  const old = kept.map(
    (line, at): LineTyped => ({
      ...line,
      version: found.get(line.id)?.version ?? 0,
      ...(op.stands.length > 2 ? stand(at) : {}),
    }),
  );
  const fresh = op.fresh.map(
    (n, at): LineTyped => ({
      id: '',
      version: 0,
      what: `问题${at}`,
      enterprise: '',
      creditCode: '',
      severity: 'minor',
      due: addDays(day, 3),
      wanted: false,
      ...standOf(n, department),
    }),
  );
  const lines = [...old, ...fresh];
  return {
    state: lines.length === 0 ? 'normal' : 'problem',
    places: String(op.hour),
    supplies: op.masks === null ? [] : [{ item: 'mask-medical', unit: 'piece', quantity: String(op.masks) }],
    lines,
    turns: held.map(({ problem: { id, version } }, at) => ({ id, version, ...stand(at) })),
  };
};

const tell = async (desk: Desk, told: Map<string, Told>, op: Op, today: Day): Promise<void> => {
  const { findings } = desk.app;
  const [department, day] = [departments[op.who] ?? 'economy', addDays(today, -op.back)];
  desk.at(instant(today, `${String(op.hour).padStart(2, '0')}:10`).toISOString());
  if (day < first) return;
  const typed = await filled(findings, op, department, day);
  const before = await findings.store.newestFinding({ department, day });
  const id = findings.draftId();
  const filing = { id, department, day, was: before?.version ?? 0, typed, login: 'test' };
  const [result, twin] = [await findings.file(filing), await findings.file(filing)];
  expect(twin.tag).toBe(result.tag);
  if (result.tag !== 'done') return expect(result.tag).toBe('refused');
  const key = `${department} ${day}`;
  told.set(key, {
    department,
    day,
    firstAt: told.get(key)?.firstAt ?? desk.app.office.now().toISOString(),
    lines: typed.lines.map(({ id: known, stand }, at) => ({ id: known || `${id}.${at + 1}`, stand })),
    turns: typed.turns,
    masks: op.masks,
    places: op.hour,
  });
};

/** On which day a problem was said to be solved, by the last reports that said anything new of it; '' for never. That it still is open is nothing new. */
const solvedOn = (reports: readonly Told[], id: string): Day => {
  const said = reports.flatMap(({ day, lines, turns }) =>
    [...lines, ...turns.filter(turn => turn.stand !== 'open')]
      .filter(one => one.id === id)
      .map(one => ({ day, stand: one.stand })),
  );
  const last =
    said
      .map(one => one.day)
      .sort()
      .at(-1) ?? '';
  return said.some(one => one.day === last && one.stand === 'solved') ? last : '';
};

/** The same figures, counted report by report from what was sent. */
const recount = (told: ReadonlyMap<string, Told>, day: Day, now: string) => {
  const reports = [...told.values()];
  const end = instant(day, deadline).toISOString();
  const problems = reports
    .filter(one => one.day <= day)
    .flatMap(({ department, day: on, lines }) =>
      lines.map(({ id }) => ({ department, on, solved: solvedOn(reports, id) })),
    );
  const of = reports.filter(one => one.day === day);
  const masks = of.flatMap(one => (one.masks === null ? [] : [one.masks]));
  return {
    filed: of.filter(one => one.firstAt <= end).length,
    late: of.filter(one => one.firstAt > end).length,
    missing: now > end ? departments.length - of.length : 0,
    normal: of.filter(one => one.lines.length === 0).length,
    places: of.reduce((sum, one) => sum + one.places, 0),
    found: problems.filter(one => one.on === day).length,
    solved: problems.filter(one => one.solved === day).length,
    open: problems.filter(one => one.solved === '' || one.solved > day).length,
    masks: masks.length === 0 ? null : { by: masks.length, quantity: masks.reduce((a, b) => a + b, 0) },
  };
};

/** What the program says of a day, of these departments. */
const counted = async ({ findings }: Desk['app'], day: Day) => {
  const { lines, onHand, normal, places, found, solved, open } = await findings.day(day);
  const ours = lines.filter(line => departments.some(code => code === line.department));
  const ranked = (standing: string): number => ours.filter(line => line.standing === standing).length;
  const [masks] = onHand;
  return {
    filed: ranked('filed'),
    late: ranked('late'),
    missing: ranked('missing'),
    normal,
    places,
    found,
    solved,
    open,
    masks: masks ? { by: masks.by, quantity: masks.quantity } : null,
  };
};

test('every figure of a day is what was sent, counted one by one', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(anyOp, { minLength: 4, maxLength: 30 }), async ops => {
      const desk = await openDesk();
      const told = new Map<string, Told>();
      let today = first;
      try {
        for (const op of ops) {
          await tell(desk, told, op, today);
          if (op.night) today = addDays(today, 1);
        }
        desk.at(instant(today, '21:30').toISOString());
        const now = desk.app.office.now().toISOString();
        let before = 0;
        for (let day = first; day <= today; day = addDays(day, 1)) {
          const said = await counted(desk.app, day);
          expect([day, said]).toEqual([day, recount(told, day, now)]);
          expect(said.open).toBe(before + said.found - said.solved);
          before = said.open;
        }
      } finally {
        await desk.stop();
      }
    }),
    { numRuns: 10 },
  );
}, 240_000);
