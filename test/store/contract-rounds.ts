import { describe, expect, test } from 'vitest';
import type { RoundRow } from '#src/cases/round-store.ts';
import type { Store } from '#src/store/adapter.ts';
import { receipt } from './samples.ts';

let last = 0;
const contact = (creditCode: string, set: Partial<RoundRow> = {}): RoundRow => ({
  id: `r${String(++last).padStart(23, '0')}`,
  creditCode,
  tier: 'assured',
  at: '2020-03-20T02:00:00.000Z',
  actor: 'zhao',
  caseId: '',
  sealed: new Uint8Array([1, 2, 3]),
  keepUntil: '2021-03-20',
  ...set,
});

/** Rounds: contacts once each, the newest of every enterprise, what goes when. */
export const rounding = (store: () => Store): void => {
  const lastOf = async (creditCode: string) =>
    (await store().roundLasts({ after: '', limit: 500 })).find(row => row.creditCode === creditCode);
  const of = (creditCode: string) => store().roundsOf({ creditCode, before: null, limit: 10 });

  describe('rounds', () => {
    test('a contact is kept once, however often and from wherever it is sent', async () => {
      const row = contact('ONCE');
      const put = await Promise.all(Array.from({ length: 8 }, () => store().putRound(row)));
      expect(put.filter(Boolean)).toHaveLength(1);
      expect(await of('ONCE')).toEqual([row]);
    });

    test('the newest stays the newest, in whatever order they come', async () => {
      const times = ['03', '09', '01', '07', '05'].map(hour => `2020-03-20T${hour}:00:00.000Z`);
      await Promise.all(
        times.map((at, n) => store().putRound(contact('ORDER', { at, actor: `officer-${n}` }))),
      );
      expect(await lastOf('ORDER')).toEqual({
        creditCode: 'ORDER',
        at: '2020-03-20T09:00:00.000Z',
        actor: 'officer-1',
      });
    });

    test('pages of contacts, newest first, each once; pages of the newest by enterprise', async () => {
      const at = '2020-03-21T02:00:00.000Z';
      for (const time of [at, at, '2020-03-21T03:00:00.000Z'])
        await store().putRound(contact('PAGED', { at: time }));
      const first = await store().roundsOf({ creditCode: 'PAGED', before: null, limit: 2 });
      const end = first.at(-1);
      const before = { at: end?.at ?? '', id: end?.id ?? '' };
      const rest = await store().roundsOf({ creditCode: 'PAGED', before, limit: 2 });
      expect(new Set([...first, ...rest].map(row => row.id)).size).toBe(3);
      expect(first[0]?.at).toBe('2020-03-21T03:00:00.000Z');
      expect(await store().roundLasts({ after: 'PAGEC', limit: 1 })).toMatchObject([{ creditCode: 'PAGED' }]);
      await expect((async () => store().roundLasts({ after: '', limit: 0 }))()).rejects.toThrow(RangeError);
    });

    test('visits that were made count by enterprise, the newest with who made it', async () => {
      const visit = (id: string, visitedAt: string, recordedBy: string, creditCode = 'VISITED') =>
        store().putVisit({
          id: id.padEnd(24, '-'),
          caseId: '',
          purpose: 'visit',
          enterprise: '厂',
          creditCode,
          firm: 'f',
          area: 'east',
          department: 'health',
          officer: '',
          due: '2020-03-20T15:59:00.000Z',
          plannedBy: 'zhao',
          plannedAt: visitedAt,
          keepUntil: '2021-03-20',
          state: 'done',
          visitedAt,
          recordedBy,
          recordedAt: visitedAt,
          results: '{}',
          faults: 0,
          sealed: null,
          recordKey: '',
          recordPayload: '',
        });
      await visit('round-visit-1', '2020-03-19T02:00:00.000Z', 'zzz');
      await visit('round-visit-2', '2020-03-20T02:00:00.000Z', 'aaa');
      await visit('round-visit-3', '2020-03-20T03:00:00.000Z', 'bbb', '');
      const since = async (at: string) =>
        (await store().visitedSince({ since: at, after: 'VISITE', limit: 500 })).filter(
          row => row.creditCode === 'VISITED',
        );
      expect(await since('2020-03-01')).toEqual([
        { creditCode: 'VISITED', at: '2020-03-20T02:00:00.000Z', actor: 'aaa' },
      ]);
      expect(await since('2020-03-21')).toEqual([]);
    });

    test('a note goes with its case, the contact with its day', async () => {
      const command = receipt();
      await store().receive(command);
      const { case: row, event } = command;
      await store().putRound(contact('CASED', { caseId: row.id }));
      await store().putRound(contact('CASED'));
      await store().append({
        caseId: row.id,
        head: 1,
        event: { ...event, seq: 2, kind: 'erased' },
        state: 'withdrawn',
        set: {},
        destroyKey: true,
        forget: 'all',
      });
      expect((await of('CASED')).map(one => one.sealed === null).sort()).toEqual([false, true]);
      await store().putRound(contact('KEPT', { keepUntil: '2020-06-01', at: '2020-03-19T02:00:00.000Z' }));
      await store().putRound(contact('KEPT', { keepUntil: '2020-06-02' }));
      await store().sweep({ at: '2020-06-01T19:00:00.000Z' });
      expect(await of('KEPT')).toHaveLength(1);
      expect(await lastOf('KEPT')).toBeDefined();
      await store().sweep({ at: '2020-06-02T19:00:00.000Z' });
      expect([await of('KEPT'), await lastOf('KEPT')]).toEqual([[], undefined]);
    });
  });
};
