import { describe, expect, test } from 'vitest';
import type { ProjectEventRow, ProjectRow, ProjectStore } from '#src/projects/store.ts';
import type { Store } from '#src/store/adapter.ts';

let last = 0;
const project = (set: Partial<ProjectRow> = {}): ProjectRow => ({
  id: `p${String(++last).padStart(23, '0')}`,
  version: 1,
  name: '湖畔大道快速化改造',
  unit: '示例建设公司',
  area: 'east',
  line: 'construction',
  department: 'construction',
  // More than 32 bits hold: 126.82亿元.
  investment: 12_682_000_000,
  conditions: '{}',
  planned: '2020-03-20',
  started: '',
  state: 'preparing',
  reason: '',
  changedAt: '2020-03-18T02:00:00.000Z',
  ...set,
});
const event = (row: ProjectRow, set: Partial<ProjectEventRow> = {}): ProjectEventRow => ({
  projectId: row.id,
  version: row.version,
  at: row.changedAt,
  actor: 'zhao',
  kind: 'added',
  data: '{}',
  ...set,
});

/** Projects: put once, changed by whoever saw the newest, listed, counted. */
export const projecting = (store: () => Store): void => {
  const put = async (set: Partial<ProjectRow> = {}): Promise<ProjectRow> => {
    const row = project(set);
    expect(await store().putProject({ was: 0, project: row, event: event(row) })).toBe('stored');
    return row;
  };
  const narrow = { view: 'all', area: '', department: '', today: '2020-03-18' } as const;
  const page = async (query: Partial<Parameters<ProjectStore['projects']>[0]>) =>
    store().projects({ ...narrow, after: null, limit: 50, ...query });

  describe('projects', () => {
    test('several are put together or not at all, however many send the same', async () => {
      const [old, other] = [await put(), await put()];
      const changed = (row: ProjectRow, name: string) => {
        const next = { ...row, name, version: 2 };
        return { was: 1, project: next, event: event(next, { kind: 'changed' }) };
      };
      const fresh = project();
      const add = { was: 0, project: fresh, event: event(fresh) };
      const puts = [add, changed(old, '一起改'), changed(other, '一起改')];
      const done = await Promise.all([1, 2, 3, 4].map(() => store().putProjects({ puts })));
      expect([...done].sort()).toEqual(['stale', 'stale', 'stale', 'stored']);
      expect((await store().projectById(other.id))?.name).toBe('一起改');
      expect(await store().projectEvents({ projectId: old.id, before: 9, limit: 9 })).toHaveLength(2);
      const lost = project();
      const late = [{ was: 0, project: lost, event: event(lost) }, changed(old, '迟了')];
      expect(await store().putProjects({ puts: late })).toBe('stale');
      expect(await store().projectById(lost.id)).toBeNull();
      expect((await store().projectById(old.id))?.name).toBe('一起改');
      expect(await store().putProjects({ puts: [] })).toBe('stored');
    });

    test('two who change the same ones at once in another order: one of them does, and neither waits for ever', async () => {
      const rows = await Promise.all(Array.from({ length: 12 }, () => put()));
      const puts = (name: string, list: readonly ProjectRow[]) =>
        list.map(row => {
          const next = { ...row, name, version: 2 };
          return { was: 1, project: next, event: event(next, { kind: 'changed', actor: name }) };
        });
      const done = await Promise.all([
        store().putProjects({ puts: puts('甲', rows) }),
        store().putProjects({ puts: puts('乙', [...rows].reverse()) }),
      ]);
      expect([...done].sort()).toEqual(['stale', 'stored']);
      const names = await Promise.all(rows.map(async row => (await store().projectById(row.id))?.name));
      expect(new Set(names)).toEqual(new Set([done[0] === 'stored' ? '甲' : '乙']));
    });

    test('are put once an id, and changed only as they were read, with every change written down', async () => {
      const row = project();
      const added = await Promise.all(
        Array.from({ length: 6 }, () => store().putProject({ was: 0, project: row, event: event(row) })),
      );
      expect(added.filter(result => result === 'stored')).toHaveLength(1);
      expect(await store().projectById(row.id)).toEqual(row);
      const next = { ...row, version: 2, state: 'ready' as const };
      const changed = await Promise.all(
        ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'].map(actor =>
          store().putProject({
            was: 1,
            project: { ...next, name: actor },
            event: event(next, { actor, kind: 'met' }),
          }),
        ),
      );
      expect(changed.filter(result => result === 'stored')).toHaveLength(1);
      const events = await store().projectEvents({ projectId: row.id, before: 9, limit: 10 });
      expect(events.map(one => one.version)).toEqual([2, 1]);
      expect(await store().projectById(row.id)).toMatchObject({ version: 2, name: events[0]?.actor });
      expect(await store().projectEvents({ projectId: row.id, before: 2, limit: 10 })).toHaveLength(1);
      expect(await store().projectById('nowhere')).toBeNull();
    });

    test('late ones stand on top, then stopped ones, then those that go on; each once in pages', async () => {
      const department = 'paging';
      const make = (name: string, set: Partial<ProjectRow>) => put({ department, name, ...set });
      await make('started', { state: 'started', planned: '2020-03-01', started: '2020-03-02' });
      await make('later', { planned: '2020-05-01' });
      await make('ready', { state: 'ready', planned: '2020-03-10' });
      await make('late', { planned: '2020-03-01' });
      await make('stopped', { state: 'stopped', planned: '2020-01-01', reason: 'money' });
      const names: string[] = [];
      let after: Parameters<ProjectStore['projects']>[0]['after'] = null;
      do {
        const found: Awaited<ReturnType<ProjectStore['projects']>> = await page({
          department,
          after,
          limit: 2,
        });
        names.push(...found.rows.map(row => row.name));
        after = found.next;
      } while (after !== null);
      expect(names).toEqual(['late', 'ready', 'later', 'stopped', 'started']);
      const of = async (view: 'late' | 'ready' | 'started' | 'stopped' | 'preparing') =>
        (await page({ department, view })).rows.map(row => row.name);
      expect([await of('late'), await of('ready'), await of('started')]).toEqual([
        ['late', 'ready'],
        ['ready'],
        ['started'],
      ]);
      expect(await page({ department, area: 'west' })).toEqual({ rows: [], next: null });
      expect(await store().projectTotals({ department, area: '', today: narrow.today })).toEqual({
        all: 5,
        ready: 1,
        started: 1,
        stopped: 1,
        late: 2,
        investment: 5 * 12_682_000_000,
        startedInvestment: 12_682_000_000,
      });
      expect(
        await store().projectTotals({ department: 'nobody', area: '', today: narrow.today }),
      ).toMatchObject({
        all: 0,
        investment: 0,
      });
      await expect((async () => page({ limit: 501 }))()).rejects.toThrow(RangeError);
    });

    test('a project costs something: the table refuses what does not', async () => {
      const row = project({ investment: 0 });
      await expect(store().putProject({ was: 0, project: row, event: event(row) })).rejects.toThrow();
      expect(await store().projectById(row.id)).toBeNull();
    });
  });
};
