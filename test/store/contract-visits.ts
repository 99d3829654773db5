import { describe, expect, test } from 'vitest';
import type { VisitRow } from '#src/cases/visit-store.ts';
import type { Store } from '#src/store/adapter.ts';
import { at, receipt } from './samples.ts';

let last = 0;
const visit = (set: Partial<VisitRow> = {}): VisitRow => ({
  id: `v${String(++last).padStart(23, '0')}`,
  caseId: '',
  purpose: 'visit',
  enterprise: '湖畔精密机械有限公司',
  creditCode: '91320594MA1ABCDE0X',
  firm: 'firm-1',
  area: 'lakeside',
  department: 'health',
  officer: '',
  due: '2020-03-23T09:00:00.000Z',
  plannedBy: 'zhao',
  plannedAt: at,
  keepUntil: '2021-03-23',
  state: 'planned',
  visitedAt: '',
  recordedBy: '',
  recordedAt: '',
  results: '{}',
  faults: 0,
  sealed: null,
  recordKey: '',
  recordPayload: '',
  ...set,
});
const made = (set: Partial<VisitRow> = {}) => ({
  state: 'done' as const,
  visitedAt: '2020-03-22T02:00:00.000Z',
  recordedBy: 'qian',
  recordedAt: '2020-03-22T02:10:00.000Z',
  results: '{"entry":"fix"}',
  faults: 1,
  sealed: new Uint8Array([1, 2, 3]),
  recordKey: 'k1',
  recordPayload: 'p1',
  ...set,
});

/** Visits: planned once, settled once, listed, counted. */
export const visiting = (store: () => Store): void => {
  const put = async (set: Partial<VisitRow> = {}): Promise<VisitRow> => {
    const row = visit(set);
    await store().putVisit(row);
    return row;
  };

  describe('visits', () => {
    test('are planned once an id, however often and from wherever at once', async () => {
      const row = visit();
      const put = await Promise.all(Array.from({ length: 8 }, () => store().putVisit(row)));
      expect(put.filter(Boolean)).toHaveLength(1);
      expect(await store().visitById(row.id)).toEqual(row);
      expect(await store().visitById('nowhere')).toBeNull();
    });

    test('are settled once: who is later is told how it stands', async () => {
      const { id } = await put();
      const tries = ['a', 'b', 'c', 'd'].map(recordKey =>
        store().settleVisit({ id, ...made({ recordKey }) }),
      );
      const results = await Promise.all(tries);
      expect(results.filter(result => result.tag === 'stored')).toHaveLength(1);
      const row = await store().visitById(id);
      expect(row).toMatchObject({ ...made(), recordKey: expect.stringMatching(/^[abcd]$/) });
      for (const result of results) if (result.tag === 'settled') expect(result.visit).toEqual(row);
      expect(await store().settleVisit({ id: 'nowhere', ...made() })).toEqual({
        tag: 'settled',
        visit: null,
      });
    });

    test('stand in pages: planned soonest first, made newest first, each once, narrowed', async () => {
      const days = ['2020-04-03', '2020-04-01', '2020-04-02', '2020-04-01'];
      const rows: VisitRow[] = [];
      for (const day of days) rows.push(await put({ department: 'paging', due: `${day}T09:00:00.000Z` }));
      await put({ department: 'paging', area: 'other', due: '2020-04-02T09:00:00.000Z' });
      const ask = { department: 'paging', areas: ',lakeside,', limit: 3 };
      const first = await store().visitsPage({ ...ask, state: 'planned', after: null });
      expect(first.map(row => row.due.slice(0, 10))).toEqual(['2020-04-01', '2020-04-01', '2020-04-02']);
      const end = first.at(-1);
      const after = { key: end?.due ?? '', id: end?.id ?? '' };
      const second = await store().visitsPage({ ...ask, state: 'planned', after });
      expect([...first, ...second].map(row => row.id).sort()).toEqual(rows.map(row => row.id).sort());
      for (const [index, row] of rows.entries())
        await store().settleVisit({
          id: row.id,
          ...made({ visitedAt: `2020-04-0${index + 1}T02:00:00.000Z` }),
        });
      const newest = await store().visitsPage({ ...ask, state: 'done', after: null });
      expect(newest.map(row => row.visitedAt.slice(0, 10))).toEqual([
        '2020-04-04',
        '2020-04-03',
        '2020-04-02',
      ]);
      const key = newest.at(-1);
      const rest = await store().visitsPage({
        ...ask,
        state: 'done',
        after: { key: key?.visitedAt ?? '', id: key?.id ?? '' },
      });
      expect(rest.map(row => row.visitedAt.slice(0, 10))).toEqual(['2020-04-01']);
      expect(await store().visitsPage({ ...ask, areas: ',,', state: 'done', after: null })).toEqual([]);
      await expect(
        (async () => store().visitsPage({ ...ask, limit: 0, state: 'done', after: null }))(),
      ).rejects.toThrow(RangeError);
    });

    test('are counted apart from enterprises, in a span, without those taken off the plan', async () => {
      const go = async (firm: string, visitedAt: string, set: Partial<VisitRow> = {}) => {
        const row = await put({ department: 'counting', firm, due: '2020-05-05T09:00:00.000Z', ...set });
        if (visitedAt !== '') await store().settleVisit({ id: row.id, ...made({ visitedAt }) });
        return row;
      };
      await go('f1', '2020-05-04T02:00:00.000Z');
      await go('f1', '2020-05-05T02:00:00.000Z');
      await go('f2', '2020-05-05T03:00:00.000Z', { creditCode: '' });
      await go('f3', '2020-05-09T03:00:00.000Z');
      await go('f4', '');
      const dropped = await go('f5', '');
      await store().settleVisit({ id: dropped.id, ...made({ state: 'dropped', visitedAt: '' }) });
      const span = { from: '2020-05-04T16:00:00.000Z', before: '2020-05-05T16:00:00.000Z' };
      const narrow = { department: 'counting', areas: '' };
      expect(await store().visitTotals({ ...narrow, ...span })).toEqual({
        planned: 5,
        met: 4,
        visits: 2,
        firms: 2,
        unnumbered: 1,
      });
      expect(await store().visitTotals({ ...narrow, from: '', before: '9999' })).toMatchObject({
        visits: 4,
        firms: 3,
      });
      expect(await store().visitTotals({ ...narrow, areas: ',,', from: '', before: '9999' })).toEqual({
        planned: 0,
        met: 0,
        visits: 0,
        firms: 0,
        unnumbered: 0,
      });
    });

    test('a check is planned with its event or not at all, and blanked with its case', async () => {
      const command = receipt();
      await store().receive(command);
      const { case: row, event } = command;
      const check = visit({ caseId: row.id, purpose: 'check' });
      const append = (head: number, more: object) =>
        store().append({
          caseId: row.id,
          head,
          event: { ...event, seq: head + 1, kind: 'check-planned' },
          state: 'received',
          set: {},
          ...more,
        });
      expect(await append(7, { visit: check })).toEqual({ tag: 'stale' });
      expect(await store().visitsOfCase(row.id)).toEqual([]);
      expect(await append(1, { visit: check })).toEqual({ tag: 'stored' });
      expect(await store().visitsOfCase(row.id)).toEqual([check]);
      expect(await store().visitsOfCase('')).toEqual([]);
      await store().settleVisit({ id: check.id, ...made() });
      expect(await append(2, { destroyKey: true, forget: 'all' })).toEqual({ tag: 'stored' });
      expect(await store().visitsOfCase(row.id)).toMatchObject([
        { enterprise: '', creditCode: '', sealed: null, firm: 'firm-1', faults: 1 },
      ]);
    });

    test('name, code and note go when their day has come; the count stays', async () => {
      const old = await put({ department: 'keeping', keepUntil: '2020-06-01' });
      await store().settleVisit({ id: old.id, ...made() });
      const young = await put({ department: 'keeping', keepUntil: '2020-06-02' });
      await store().sweep({ at: '2020-06-01T19:00:00.000Z' });
      expect(await store().visitById(old.id)).toMatchObject({ enterprise: '', creditCode: '', sealed: null });
      expect(await store().visitById(young.id)).toEqual(young);
      const totals = await store().visitTotals({
        department: 'keeping',
        areas: '',
        from: '',
        before: '9999',
      });
      expect([totals.visits, totals.firms]).toEqual([1, 1]);
    });
  });
};
