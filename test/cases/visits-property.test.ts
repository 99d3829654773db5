import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { VisitRow } from '#src/cases/visit-store.ts';
import { drop, plan, type Recorded, record } from '#src/cases/visits.ts';
import { type Bureau, morning, openBureau } from './bureau.ts';

let bureau: Bureau;
beforeAll(async () => {
  bureau = await openBureau();
  bureau.desk.at(morning);
});
afterAll(() => bureau.desk.stop());

const people = ['zhao', 'qian'] as const;
/** What people do: plan under a key, write down under a key, take off the plan; again and again, and at once. */
type Step =
  | { readonly do: 'plan'; readonly by: number; readonly key: number }
  | {
      readonly do: 'record';
      readonly of: number;
      readonly by: number;
      readonly key: number;
      readonly says: number;
    }
  | { readonly do: 'drop'; readonly of: number };

const small = (max: number) => fc.integer({ min: 0, max });
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 3, arbitrary: fc.record({ do: fc.constant('plan' as const), by: small(1), key: small(2) }) },
  {
    weight: 6,
    arbitrary: fc.record({
      do: fc.constant('record' as const),
      of: small(5),
      by: small(1),
      key: small(2),
      says: small(1),
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('drop' as const), of: small(5) }) },
);

/** What must be: a visit for each press of a button, settled by the first who came. */
type Model = {
  readonly visits: string[];
  readonly settled: Map<string, { by: string; key: string; says: number }>;
};

let runs = 0;

test('one visit per intent, and one record of it, whatever is sent twice and at once', async () => {
  const { office } = bureau;
  const planOf = (department: string, key: string, by: string) =>
    plan(
      office,
      {
        caseId: '',
        purpose: 'visit',
        enterprise: `厂${key}`,
        creditCode: '',
        area: 'east',
        department,
        officer: '',
        due: '2026-03-20',
      },
      { key, by },
    );
  const narrow = (run: string) => ({ department: run, areas: '' });
  const listed = async (run: string): Promise<readonly VisitRow[]> => {
    const pages = await Promise.all(
      (['planned', 'done'] as const).map(state =>
        office.store.visitsPage({ ...narrow(run), state, after: null, limit: 500 }),
      ),
    );
    return pages.flat();
  };

  /** Does a step and says what its sender must hear. */
  const walk = async (model: Model, run: string, now: Step): Promise<void> => {
    if (now.do === 'plan') {
      const result = await planOf(run, `${run}-${now.key}`, people[now.by] ?? '');
      if (result.tag !== 'planned') throw new Error(JSON.stringify(result));
      if (!model.visits.includes(result.visit.id)) model.visits.push(result.visit.id);
      return;
    }
    const id = model.visits[now.of % Math.max(1, model.visits.length)];
    if (id === undefined) return;
    if (now.do === 'drop') {
      await drop(office, id, 'zhao');
      if (!model.settled.has(id)) model.settled.set(id, { by: 'zhao', key: '', says: -1 });
      return;
    }
    const by = people[now.by] ?? '';
    const key = `record ${now.key}`;
    const said = { at: morning, results: {}, note: `看到${now.says}` };
    const sent = { key, by, items: ['entry'] };
    const results = await Promise.all([record(office, id, said, sent), record(office, id, said, sent)]);
    const first = model.settled.get(id) ?? { by, key, says: now.says };
    model.settled.set(id, first);
    const isSame: Recorded['tag'] = first.says === now.says ? 'recorded' : 'key-reused';
    for (const { tag } of results) expect(tag).toBe(first.key === key ? isSame : 'taken');
  };

  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 25 }), async steps => {
      // A department of its own for each run, where only its visits are.
      runs += 1;
      const run = ['economy', 'labour', 'finance', 'tax', 'market', 'law'][runs % 6] ?? 'law';
      const before = new Set((await listed(run)).map(row => row.id));
      const model: Model = { visits: [], settled: new Map() };
      for (const now of steps)
        await walk(model, run, now.do === 'plan' ? { ...now, key: now.key + runs * 10 } : now);
      const rows = (await listed(run)).filter(row => !before.has(row.id));
      const dropped = [...model.settled.values()].filter(one => one.says === -1).length;
      expect(rows).toHaveLength(model.visits.length - dropped);
      const intents = new Set(steps.flatMap(one => (one.do === 'plan' ? [`${one.by} ${one.key}`] : [])));
      expect(model.visits).toHaveLength(intents.size);
      for (const row of rows) {
        const settled = model.settled.get(row.id);
        expect([row.state, row.recordedBy]).toEqual([settled ? 'done' : 'planned', settled?.by ?? '']);
      }
    }),
    { numRuns: 120 },
  );
}, 60_000);
