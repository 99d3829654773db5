import { describe, expect, test } from 'vitest';
import type {
  DecisionRow,
  FindingRow,
  ProblemCursor,
  ProblemPut,
  ProblemRow,
  ProblemStep,
} from '#src/findings/store.ts';
import type { Store } from '#src/store/adapter.ts';

let last = 0;
const newId = (): string => `f${String(++last).padStart(28, '0')}`;

const finding = (set: Partial<FindingRow> = {}): FindingRow => ({
  id: newId(),
  department: 'economy',
  day: '2020-03-20',
  version: 1,
  at: '2020-03-20T08:00:00.000Z',
  actor: 'zhao',
  state: 'problem',
  places: 3,
  said: '{"supplies":[],"lines":[],"turns":[]}',
  ...set,
});

const problem = (set: Partial<ProblemRow> = {}): ProblemRow => ({
  id: `${newId()}.1`,
  version: 1,
  department: 'economy',
  day: '2020-03-20',
  holder: 'economy',
  what: '车间没有测温点',
  enterprise: '示例电子',
  creditCode: '',
  severity: 'minor',
  due: '2020-03-24',
  wanted: 0,
  state: 'open',
  solvedOn: '',
  turnedOn: '2020-03-20',
  caseNumber: '',
  visitId: '',
  ...set,
});

const step = (row: ProblemRow, set: Partial<ProblemStep> = {}): ProblemStep => ({
  problemId: row.id,
  version: row.version,
  at: '2020-03-20T08:00:00.000Z',
  actor: 'zhao',
  day: row.day,
  kind: 'found',
  to: '',
  ...set,
});
const made = (row: ProblemRow): ProblemPut => ({ was: 0, row, steps: [step(row)] });
const moved = (row: ProblemRow, set: Partial<ProblemRow>, kind: ProblemStep['kind']): ProblemPut => {
  const next = { ...row, ...set, version: row.version + 1 };
  return { was: row.version, row: next, steps: [step(next, { kind, day: next.turnedOn })] };
};

const decision = (set: Partial<DecisionRow> = {}): DecisionRow => ({
  id: newId(),
  day: '2020-03-20',
  what: '调三台测温仪',
  department: 'supplies',
  due: '2020-03-23',
  at: '2020-03-20T10:10:00.000Z',
  actor: 'chen',
  state: 'open',
  endedOn: '',
  endedAt: '',
  endedBy: '',
  ...set,
});

/** What departments report every day, problems over the days, what meetings decided. */
export const findingOut = (store: () => Store): void => {
  const file = (row: FindingRow, problems: readonly ProblemPut[] = [], masks: readonly number[] = []) =>
    store().fileFinding({
      finding: row,
      supplies: masks.map((quantity, at) => ({
        findingId: row.id,
        item: at === 0 ? 'mask-medical' : 'goggles',
        unit: at === 0 ? 'piece' : 'pair',
        quantity,
      })),
      problems,
    });

  describe('findings', () => {
    test('a page that is sent twice is one version; of two that correct the same, one is stale', async () => {
      const day = '2020-02-01';
      const first = finding({ day });
      const sent = await Promise.all(Array.from({ length: 6 }, () => file(first, [], [12])));
      expect(sent.toSorted()).toEqual(['again', 'again', 'again', 'again', 'again', 'stored']);
      const rivals = Array.from({ length: 6 }, (_, at) => finding({ day, version: 2, actor: `o${at}` }));
      const corrected = await Promise.all(rivals.map(row => file(row, [], [5])));
      expect(corrected.filter(result => result === 'stored')).toHaveLength(1);
      expect(corrected.filter(result => result === 'stale')).toHaveLength(5);
      const won = rivals[corrected.indexOf('stored')];
      expect(await store().newestFinding({ department: 'economy', day })).toEqual({
        ...won,
        filedAt: first.at,
      });
      expect(await store().findingById(first.id)).toEqual(first);
      const versions = { department: 'economy', day, before: 9, limit: 5 };
      expect((await store().findingVersions(versions)).map(row => row.version)).toEqual([2, 1]);
      expect(await store().findingVersions({ ...versions, before: 2 })).toEqual([first]);
      expect(await store().newestFinding({ department: 'tax', day })).toBeNull();
      await expect((async () => store().findingVersions({ ...versions, limit: 501 }))()).rejects.toThrow(
        RangeError,
      );
    });

    test('supplies are added up from newest versions alone, with how many said so', async () => {
      const day = '2020-02-02';
      await file(finding({ day }), [], [9_000, 4]);
      await file(finding({ day, version: 2 }), [], [7_000_000_000]);
      await file(finding({ day, department: 'market', state: 'normal' }), [], [0, 6]);
      await file(finding({ day: '2020-02-03' }), [], [1]);
      expect(await store().onHand({ day, department: '' })).toEqual([
        { item: 'goggles', unit: 'pair', quantity: 6, by: 1 },
        { item: 'mask-medical', unit: 'piece', quantity: 7_000_000_000, by: 2 },
      ]);
      expect(await store().onHand({ day, department: 'market' })).toHaveLength(2);
      expect(await store().onHand({ day: '2020-02-04', department: '' })).toEqual([]);
      expect((await store().findingsOn(day)).map(row => [row.department, row.version])).toEqual([
        ['economy', 2],
        ['market', 1],
      ]);
    });

    test('a report about a problem that moved on stores nothing', async () => {
      const day = '2020-02-05';
      const row = problem({ day, turnedOn: day });
      expect(await file(finding({ day }), [made(row)])).toBe('stored');
      const next = '2020-02-06';
      const solved = moved(row, { state: 'solved', solvedOn: next, turnedOn: next }, 'solved');
      const fresh = problem({ day: next });
      const both = await Promise.all([
        file(finding({ day: next }), [solved, made(fresh)]),
        file(finding({ day: next, department: 'market' }), [moved(row, { holder: 'tax' }, 'handed')]),
      ]);
      expect(both.toSorted()).toEqual(['stale', 'stored']);
      const stored = both[0] === 'stored';
      expect(await store().problemById(fresh.id)).toEqual(stored ? fresh : null);
      expect(await store().problemById(row.id)).toMatchObject(
        stored ? { state: 'solved', version: 2 } : { holder: 'tax', version: 2 },
      );
      const steps = { problemId: row.id, before: 99, limit: 10 };
      expect((await store().problemSteps(steps)).map(one => one.version)).toEqual([2, 1]);
      expect(await store().problemSteps({ ...steps, before: 2 })).toHaveLength(1);
      const now = await store().problemById(row.id);
      const tied = now && moved(now, { caseNumber: '2032000000017' }, 'linked');
      expect(tied && (await store().turnProblem(tied))).toBe('stored');
      expect(tied && (await store().turnProblem(tied))).toBe('stale');
      expect(await store().problemById(row.id)).toMatchObject({ caseNumber: '2032000000017', version: 3 });
    });

    test('open ones stand by severity and age, solved ones the newest first; each once in pages', async () => {
      const holder = 'paging';
      const put = async (what: string, set: Partial<ProblemRow>) => {
        const row = problem({ holder, what, ...set });
        await file(finding({ day: row.day, department: `d-${row.id}` }), [made(row)]);
        return row;
      };
      await put('new minor', { day: '2020-02-20', department: holder });
      await put('old minor', { day: '2020-02-10', wanted: 1 });
      await put('urgent', { day: '2020-02-18', severity: 'urgent', wanted: 1 });
      await put('serious', { day: '2020-02-19', severity: 'serious' });
      await put('solved first', { day: '2020-02-11', state: 'solved', solvedOn: '2020-02-12' });
      await put('solved last', { day: '2020-02-11', state: 'solved', solvedOn: '2020-02-19' });
      await put('withdrawn', { state: 'withdrawn' });
      const page = async (view: 'open' | 'wanted' | 'solved', limit = 2): Promise<readonly string[]> => {
        const names: string[] = [];
        let after: ProblemCursor | null = null;
        do {
          const found: Awaited<ReturnType<Store['problems']>> = await store().problems({
            view,
            department: holder,
            after,
            limit,
          });
          names.push(...found.rows.map(row => row.what));
          after = found.next;
        } while (after !== null);
        return names;
      };
      expect(await page('open')).toEqual(['urgent', 'serious', 'old minor', 'new minor']);
      expect(await page('wanted', 1)).toEqual(['urgent', 'old minor']);
      expect(await page('solved', 1)).toEqual(['solved last', 'solved first']);
      await put('handed today', { day: '2020-02-20', department: 'tax' });
      await put('handed tomorrow', { day: '2020-02-21', department: 'tax', state: 'withdrawn' });
      const held = { holder, before: '2020-02-20', limit: 10 };
      expect((await store().problemsHeld(held)).map(row => row.what)).toEqual([
        'urgent',
        'serious',
        'old minor',
        'handed today',
      ]);
      await expect((async () => store().problemsHeld({ ...held, limit: 0 }))()).rejects.toThrow(RangeError);
    });

    test('what is open at the end of a day is what was open before, and found, less what was solved', async () => {
      const department = 'counting';
      const [one, two, three] = ['2020-02-21', '2020-02-22', '2020-02-23'] as const;
      const rows = [
        problem({ department, day: one }),
        problem({ department, day: one, state: 'solved', solvedOn: two }),
        problem({ department, day: two, state: 'solved', solvedOn: two }),
        problem({ department, day: two, state: 'withdrawn' }),
        problem({ department, day: three }),
      ];
      for (const row of rows) await file(finding({ day: row.day, department: `d-${row.id}` }), [made(row)]);
      const count = async (day: string) =>
        (await store().problemCounts(day)).find(found => found.department === department);
      expect(await Promise.all([one, two, three].map(count))).toEqual([
        { department, found: 2, solved: 0, open: 2 },
        { department, found: 1, solved: 2, open: 1 },
        { department, found: 1, solved: 0, open: 2 },
      ]);
      expect(await count('2020-02-20')).toBeUndefined();
    });

    test('a decision is written down once, and ended once; until then it stands in the next briefs', async () => {
      const row = decision({ day: '2020-01-02', due: '2020-01-06' });
      const later = decision({ day: '2020-01-02', due: '2020-01-03' });
      const dropped = decision({ day: '2020-01-02', due: '2020-01-04' });
      const sent = await Promise.all(Array.from({ length: 5 }, () => store().decide(row)));
      expect(sent.filter(Boolean)).toHaveLength(1);
      expect([await store().decide(later), await store().decide(dropped)]).toEqual([true, true]);
      const end = { endedOn: '2020-01-03', endedAt: '2020-01-03T09:00:00.000Z', endedBy: 'zhao' };
      const ended = await Promise.all([
        store().endDecision({ id: row.id, state: 'done', ...end }),
        store().endDecision({ id: row.id, state: 'dropped', ...end, endedBy: 'chen' }),
      ]);
      expect(ended.toSorted()).toEqual([false, true]);
      expect(await store().endDecision({ id: dropped.id, state: 'dropped', ...end })).toBe(true);
      expect(await store().endDecision({ id: newId(), state: 'done', ...end })).toBe(false);
      const open = async (day: string) =>
        (await store().decisionsOpen({ day, after: null, limit: 9 })).map(found => found.id);
      const isDone = ended[0];
      // What was done on the day itself stands in its brief, as done.
      expect(await open('2020-01-03')).toEqual(isDone ? [later.id, row.id] : [later.id]);
      expect(await open('2020-01-04')).toEqual([later.id]);
      expect(await open('2020-01-02')).toEqual([]);
      const of = { day: '2020-01-02', after: '', limit: 2 };
      expect((await store().decisionsOf(of)).map(found => found.id)).toEqual([row.id, later.id]);
      expect(await store().decisionsOf({ ...of, after: later.id })).toMatchObject([{ state: 'dropped' }]);
      const after = { due: later.due, id: later.id };
      expect(await store().decisionsOpen({ day: '2020-01-04', after, limit: 9 })).toEqual([]);
      expect(await store().decisionById(later.id)).toEqual(later);
      expect(await store().decisionById('nothing')).toBeNull();
    });
  });
};
