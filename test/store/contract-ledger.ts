import { describe, expect, test } from 'vitest';
import type { LotRow, NeedRow } from '#src/ledger/store.ts';
import type { Store } from '#src/store/adapter.ts';
import { unconserved } from '../ledger/conserved.ts';
import type { Place } from './place.ts';
import { answer, at, receipt } from './samples.ts';

let last = 0;
const lotRow = (set: Partial<LotRow> = {}): LotRow => ({
  id: `lot${String(++last).padStart(6, '0')}`,
  source: 'bought',
  origin: '',
  item: 'mask-medical',
  unit: 'piece',
  spec: '一次性使用',
  quantity: 1000,
  area: 'east',
  place: '一号库',
  arrivedOn: '2020-03-19',
  expiresOn: '',
  at,
  actor: 'li',
  ...set,
});

const needRow = (caseId: string, set: Partial<NeedRow> = {}): NeedRow => ({
  id: `${caseId}.mask-medical.piece.1`,
  caseId,
  item: 'mask-medical',
  unit: 'piece',
  asked: 500,
  neededBy: '2020-03-25',
  runsOutOn: '',
  criticalOn: '2020-03-25',
  substitute: 0,
  reopened: 1,
  receivedAt: at,
  state: 'open',
  ...set,
});

/** The ledger: what is needed, what is there, what was promised of it. */
export const ledgering = (store: () => Store, place: () => Place): void => {
  const filed = async (set: Partial<NeedRow> = {}, handler = `d${++last}`) => {
    const sent = receipt({ case: { form: 'materials', handler } });
    await store().receive(sent);
    const need = needRow(sent.case.id, set);
    expect(await store().keepNeeds({ caseId: sent.case.id, head: 1, needs: [need] })).toBe(true);
    return { need, row: sent.case };
  };
  const lotOf = async (set: Partial<LotRow> = {}) => {
    const lot = lotRow(set);
    await store().addLot(lot);
    return lot;
  };
  let batches = 0;
  const promise = (lotId: string, needId: string, quantity: number, batch = `batch${++batches}`) =>
    store().allocate({
      batch,
      lines: [{ id: `${batch}.000`, lotId, needId, quantity }],
      at,
      actor: 'li',
      appends: [],
    });
  const act = (kind: 'cancelled' | 'delivered' | 'returned', allocationId: string, quantity: number) =>
    store().settle({ acts: [{ kind, allocationId, quantity }], at, actor: 'li', appends: [] });

  describe('lines of a case', () => {
    test('a case of the form is behind until its lines are kept, and again when it moves on', async () => {
      const sent = receipt({ case: { form: 'materials' } });
      await store().receive(sent);
      const { id } = sent.case;
      expect(await store().behind(500)).toContain(id);
      expect(await store().keepNeeds({ caseId: id, head: 2, needs: [needRow(id)] })).toBe(false);
      expect(await store().needsOf(id)).toEqual([]);
      const [one, other] = [needRow(id), needRow(id, { id: `${id}.gloves.pair.1`, item: 'gloves' })];
      await store().keepNeeds({ caseId: id, head: 1, needs: [one, other] });
      await store().keepNeeds({ caseId: id, head: 1, needs: [one, other] });
      expect((await store().needsOf(id)).map(need => [need.id, need.asked, need.number])).toEqual(
        [
          [other.id, 500, sent.case.number],
          [one.id, 500, sent.case.number],
        ].sort(),
      );
      expect(await store().behind(500)).not.toContain(id);
      await store().append(answer(id, 1));
      expect(await store().behind(500)).toContain(id);
      await store().keepNeeds({ caseId: id, head: 2, needs: [{ ...one, asked: 800 }] });
      const states = (await store().needsOf(id)).map(need => [need.item, need.asked, need.state]);
      expect(states.sort()).toEqual([
        ['gloves', 500, 'ended'],
        ['mask-medical', 800, 'open'],
      ]);
    });

    test('cases of other forms are never behind', async () => {
      const sent = receipt();
      await store().receive(sent);
      expect(await store().behind(500)).not.toContain(sent.case.id);
    });

    test('pages hold each once, those that were critical first on top; what is met is in the list of all', async () => {
      const department = `d${++last}`;
      const days = ['2020-03-25', '2020-03-22', '2020-03-25', '2020-03-23', '2020-03-21'];
      const made = await Promise.all(days.map(criticalOn => filed({ criticalOn }, department)));
      const lot = await lotOf();
      const met = made[3]?.need.id ?? '';
      await promise(lot.id, met, 500);
      const walk = async (which: 'unmet' | 'open' | 'all') => {
        const ids: string[] = [];
        const narrow = { item: '', area: '', department };
        for (let after: Awaited<ReturnType<Store['needs']>>['next'] = null; ; ) {
          const page = await store().needs({ which, narrow, after, limit: 2 });
          ids.push(...page.rows.map(row => row.id));
          if (page.next === null) return ids;
          after = page.next;
        }
      };
      const wanted = made
        .map(({ need }) => need)
        .sort((a, b) => (`${a.criticalOn} ${a.id}` < `${b.criticalOn} ${b.id}` ? -1 : 1))
        .map(({ id }) => id);
      expect(await walk('all')).toEqual(wanted);
      expect(await walk('unmet')).toEqual(wanted.filter(id => id !== met));
      expect(await walk('open')).toEqual(wanted);
      await place().sql(`update need_lines set state = 'ended' where id = '${met}' returning id`);
      expect(await walk('open')).toEqual(wanted.filter(id => id !== met));
    });
  });

  describe('promises', () => {
    test('a lot is booked once, however often it is sent', async () => {
      const lot = lotRow();
      expect([await store().addLot(lot), await store().addLot(lot)]).toEqual([true, false]);
      expect(await store().lot(lot.id)).toEqual({ ...lot, committed: 0, delivered: 0, lost: 0 });
      const moved = await store().movements({ lotId: lot.id, before: 1e9, limit: 10 });
      expect(moved.map(({ kind, quantity }) => [kind, quantity])).toEqual([['received', 1000]]);
    });

    test('never more than the lot has, than the need misses, or twice for one confirmation', async () => {
      const lot = await lotOf({ quantity: 600 });
      const [a, b] = [await filed(), await filed()];
      expect(await promise(lot.id, a.need.id, 501)).toEqual({ tag: 'short', id: a.need.id });
      expect(await promise(lot.id, a.need.id, 400, 'once')).toEqual({ tag: 'stored' });
      expect(await promise(lot.id, a.need.id, 400, 'once')).toEqual({ tag: 'again' });
      expect(await promise(lot.id, b.need.id, 201)).toEqual({ tag: 'short', id: lot.id });
      expect(await promise(lot.id, a.need.id, 101)).toEqual({ tag: 'short', id: a.need.id });
      expect(await promise(lot.id, 'nobody', 1)).toEqual({ tag: 'short', id: 'nobody' });
      expect(await store().lot(lot.id)).toMatchObject({ committed: 400, delivered: 0 });
      expect(await store().need(b.need.id)).toMatchObject({ committed: 0 });
    });

    test('several lines are promised together or not at all', async () => {
      const lot = await lotOf({ quantity: 700 });
      const [a, b] = [await filed(), await filed()];
      const line = (id: string, needId: string, quantity: number) => ({
        id,
        lotId: lot.id,
        needId,
        quantity,
      });
      const send = (batch: string, quantity: number) =>
        store().allocate({
          batch,
          lines: [line(`${batch}.0`, a.need.id, 400), line(`${batch}.1`, b.need.id, quantity)],
          at,
          actor: 'li',
          appends: [],
        });
      expect(await send('both-a', 301)).toEqual({ tag: 'short', id: lot.id });
      expect(await store().allocationsOf({ lot: lot.id })).toEqual([]);
      expect(await send('both-b', 300)).toEqual({ tag: 'stored' });
      expect((await store().allocationsOf({ batch: 'both-b' })).map(one => one.quantity)).toEqual([400, 300]);
    });

    test('a need that is not open gets nothing; one of unknown size gets what there is', async () => {
      const lot = await lotOf({ quantity: 600 });
      const ended = await filed({ state: 'ended' });
      const unknown = await filed({ asked: null });
      expect(await promise(lot.id, ended.need.id, 1)).toEqual({ tag: 'short', id: ended.need.id });
      expect(await promise(lot.id, unknown.need.id, 600)).toEqual({ tag: 'stored' });
    });

    test('cancelled, delivered, returned: each within what is open, and what comes back is free again', async () => {
      const lot = await lotOf({ quantity: 500 });
      const { need } = await filed();
      await promise(lot.id, need.id, 500, 'life');
      const id = 'life.000';
      expect(await act('returned', id, 1)).toEqual({ tag: 'short', id });
      expect(await act('delivered', id, 300)).toEqual({ tag: 'stored' });
      expect(await act('cancelled', id, 201)).toEqual({ tag: 'short', id });
      expect(await act('cancelled', id, 200)).toEqual({ tag: 'stored' });
      expect(await act('delivered', id, 1)).toEqual({ tag: 'short', id });
      expect(await act('returned', id, 100)).toEqual({ tag: 'stored' });
      expect(await store().lot(lot.id)).toMatchObject({ committed: 0, delivered: 200, lost: 0 });
      expect(await store().need(need.id)).toMatchObject({ committed: 0, delivered: 200 });
      const off = { lotId: lot.id, reason: 'damaged', at, actor: 'li' } as const;
      expect(await store().writeOff({ ...off, quantity: 301 })).toEqual({ tag: 'short', id: lot.id });
      expect(await store().writeOff({ ...off, quantity: 300 })).toEqual({ tag: 'stored' });
      expect((await store().freeLots({ unit: 'piece', limit: 500 })).map(one => one.id)).not.toContain(
        lot.id,
      );
    });

    test('one allocation twice in one act, or one that is not there, is refused', async () => {
      const lot = await lotOf();
      const { need } = await filed();
      await promise(lot.id, need.id, 100, 'twice');
      const one = { kind: 'delivered', allocationId: 'twice.000', quantity: 60 } as const;
      const sent = { acts: [one, one], at, actor: 'li', appends: [] };
      expect(await store().settle(sent)).toEqual({ tag: 'short', id: 'twice.000' });
      expect(await act('delivered', 'nothing', 1)).toEqual({ tag: 'short', id: 'nothing' });
    });

    test('events come with it; where a case moved on, neither is stored', async () => {
      const lot = await lotOf();
      const { need, row } = await filed();
      const line = { id: 'told.000', lotId: lot.id, needId: need.id, quantity: 100 };
      const command = { batch: 'told', lines: [line], at, actor: 'li' };
      const late = { ...command, appends: [answer(row.id, 7)] };
      expect(await store().allocate(late)).toEqual({ tag: 'stale' });
      expect(await store().lot(lot.id)).toMatchObject({ committed: 0 });
      expect(await store().allocate({ ...command, appends: [answer(row.id, 1)] })).toEqual({ tag: 'stored' });
      expect((await store().events(row.id)).map(event => event.seq)).toEqual([1, 2]);
    });

    test('why a need stays unmet is noted with its event, on an open need alone', async () => {
      const { need, row } = await filed();
      const sent = { needId: need.id, reason: 'no-stock', at, appends: [answer(row.id, 1)] } as const;
      expect(await store().noteUnmet(sent)).toEqual({ tag: 'stored' });
      expect(await store().noteUnmet(sent)).toEqual({ tag: 'stale' });
      expect(await store().need(need.id)).toMatchObject({ reason: 'no-stock', reasonAt: at });
      expect(await store().noteUnmet({ ...sent, needId: 'nobody' })).toEqual({ tag: 'short', id: 'nobody' });
    });

    test('asked for at once by many, they do not come to more than there is', async () => {
      const lot = await lotOf({ quantity: 1000 });
      const made = await Promise.all(Array.from({ length: 20 }, () => filed({ asked: 90 })));
      const results = await Promise.all(made.map(({ need }) => promise(lot.id, need.id, 90)));
      expect(results.filter(result => result.tag === 'stored')).toHaveLength(11);
      expect(await store().lot(lot.id)).toMatchObject({ committed: 990 });
    });

    test('all figures are the sums of movements, which have no gaps', async () => {
      expect(await unconserved(place().sql)).toEqual([]);
    });
  });
};
