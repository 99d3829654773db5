import { randomBytes } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import type { DonationNarrow, DonationRow, GoodsRow, RollCursor } from '#src/donations/store.ts';
import type { LotRow } from '#src/ledger/store.ts';
import type { Store } from '#src/store/adapter.ts';
import { answer, at, receipt } from './samples.ts';

let last = 0;
const everything: DonationNarrow = { stage: '', kind: '', department: '' };

const rowOf = (caseId: string, set: Partial<DonationRow> = {}): DonationRow => ({
  caseId,
  stage: 'received',
  kind: 'goods',
  named: 1,
  directed: 0,
  offered: 18_000_000,
  money: 0,
  paid: 0,
  value: 18_000_000,
  receivedOn: '2020-03-20',
  receipt: '',
  ...set,
});

const goodsOf = (caseId: string, set: Partial<GoodsRow> = {}): GoodsRow => ({
  id: `${caseId}.00`,
  caseId,
  line: 0,
  item: 'protective-suit',
  unit: 'set',
  quantity: 10_000,
  value: 18_000_000,
  basis: 'invoice',
  stocked: 0,
  handed: 0,
  ...set,
});

const lotOf = (origin: string, set: Partial<LotRow> = {}): LotRow => ({
  id: `lotd${String(++last).padStart(6, '0')}${randomBytes(4).toString('hex')}`,
  source: 'donated',
  origin,
  item: 'protective-suit',
  unit: 'set',
  spec: '均码',
  quantity: 10_000,
  area: 'east',
  place: '一号库',
  arrivedOn: '2020-03-20',
  expiresOn: '',
  at,
  actor: 'li',
  ...set,
});

/** Donations: what follows from cases, the register's pages and sums, the roll, and what of it goes into stock. */
export const donating = (store: () => Store): void => {
  const filed = async (
    set: Partial<DonationRow> = {},
    goods: readonly Partial<GoodsRow>[] = [],
    of: { readonly handler?: string; readonly enterprise?: string; readonly creditCode?: string } = {},
  ) => {
    const sent = receipt({ case: { form: 'donation', handler: `g${++last}`, ...of } });
    await store().receive(sent);
    const { id } = sent.case;
    const lines = goods.map((one, line) => goodsOf(id, { id: `${id}.0${line}`, line, ...one }));
    expect(await store().keepDonation({ caseId: id, head: 1, row: rowOf(id, set), goods: lines })).toBe(true);
    return { id, row: sent.case, goods: lines };
  };
  /** The whole roll, page by page. */
  const roll = async (limit: number) => {
    const rows: Awaited<ReturnType<Store['rollPage']>>['rows'][number][] = [];
    let after: RollCursor | null = null;
    do {
      const page: Awaited<ReturnType<Store['rollPage']>> = await store().rollPage({ after, limit });
      rows.push(...page.rows);
      after = page.next;
    } while (after);
    return rows;
  };
  const sumsOf = async (named: number) =>
    (await store().rollSums()).find(one => one.named === named) ?? { named, gifts: 0, donors: 0, money: 0 };

  describe('donations of cases', () => {
    test('a case of the form is behind until its donation is kept, and again when it moves on', async () => {
      const sent = receipt({ case: { form: 'donation' } });
      await store().receive(sent);
      const { id } = sent.case;
      expect(await store().donationsBehind(500)).toContain(id);
      const kept = { caseId: id, row: rowOf(id), goods: [goodsOf(id)] };
      expect(await store().keepDonation({ ...kept, head: 2 })).toBe(false);
      expect(await store().donationOf(id)).toBeNull();
      expect(await store().keepDonation({ ...kept, head: 1 })).toBe(true);
      expect(await store().keepDonation({ ...kept, head: 1 })).toBe(true);
      expect(await store().donationsBehind(500)).not.toContain(id);
      expect([await store().donationOf(id), await store().donationGoods(id)]).toEqual([kept.row, kept.goods]);
      await store().append(answer(id, 1));
      expect(await store().donationsBehind(500)).toContain(id);
      const more = rowOf(id, { kind: 'money', money: 1_000_000_000_000, paid: 999_999_999_999, value: 0 });
      await store().keepDonation({ caseId: id, head: 2, row: more, goods: [] });
      expect([await store().donationOf(id), await store().donationGoods(id)]).toEqual([more, []]);
    });

    test('cases of other forms are never behind', async () => {
      const sent = receipt();
      await store().receive(sent);
      expect(await store().donationsBehind(500)).not.toContain(sent.case.id);
    });

    test('no more goes on than came, whatever a program does', async () => {
      const sent = receipt({ case: { form: 'donation' } });
      await store().receive(sent);
      const { id } = sent.case;
      const keep = (row: Partial<DonationRow>, goods: Partial<GoodsRow>) =>
        store().keepDonation({ caseId: id, head: 1, row: rowOf(id, row), goods: [goodsOf(id, goods)] });
      await expect(keep({ money: 5, paid: 6 }, {})).rejects.toThrow();
      await expect(keep({}, { stocked: 9_999, handed: 2 })).rejects.toThrow();
      expect(await store().donationOf(id)).toBeNull();
      expect(await store().donationsBehind(500)).toContain(id);
    });

    test('pages hold each once, the newest on top; sums are of the same donations', async () => {
      const handler = `g${++last}`;
      const ids: string[] = [];
      for (let n = 0; n < 5; n += 1) {
        const set = { money: 100 * n, stage: n % 2 === 0 ? 'received' : 'allocated' } as const;
        ids.push((await filed({ ...set, kind: 'money', value: n }, [], { handler })).id);
      }
      const narrow = { ...everything, department: handler };
      const seen: string[] = [];
      let before: string | null = null;
      do {
        const page: Awaited<ReturnType<Store['donationPage']>> = await store().donationPage({
          narrow,
          before,
          limit: 2,
        });
        seen.push(...page.rows.map(one => one.caseId));
        before = page.next;
      } while (before);
      expect(seen).toEqual(ids.toReversed());
      expect(await store().donationSums(narrow)).toEqual([
        { stage: 'allocated', count: 2, offered: 36_000_000, money: 400, value: 4 },
        { stage: 'received', count: 3, offered: 54_000_000, money: 600, value: 6 },
      ]);
      const some = await store().donationPage({
        narrow: { ...narrow, stage: 'allocated' },
        before: null,
        limit: 9,
      });
      expect(some.rows).toHaveLength(2);
      expect(
        (await store().donationPage({ narrow: { ...narrow, kind: 'goods' }, before: null, limit: 9 })).rows,
      ).toEqual([]);
    });
  });

  describe('the roll', () => {
    test('who may be named stands there with the goods, who gave last on top; all others only in the sums', async () => {
      const was = { named: await sumsOf(1), unnamed: await sumsOf(0) };
      const [a, b] = [`甲厂${randomBytes(6).toString('hex')}`, `乙厂${randomBytes(6).toString('hex')}`];
      const lines = [
        { item: 'protective-suit' },
        { item: 'mask-medical', unit: 'piece', basis: 'none', value: 0 },
      ] as const;
      const first = await filed({ receivedOn: '2020-03-18' }, lines, { enterprise: a, creditCode: '' });
      await filed({ receivedOn: '2020-03-19', money: 250, value: 0 }, [], { enterprise: a, creditCode: '' });
      await filed({ named: 0, money: 77, value: 0 }, [], { enterprise: b, creditCode: '' });
      await filed({ receivedOn: '', stage: 'accepted', value: 0 }, [], { enterprise: b, creditCode: '' });
      const rows = await roll(1);
      expect(rows.map(one => one.receivedOn)).toEqual(
        rows
          .map(one => one.receivedOn)
          .toSorted()
          .toReversed(),
      );
      const mine = rows.filter(one => one.enterprise === a);
      expect(mine.map(one => [one.receivedOn, one.money, one.goods.length])).toEqual([
        ['2020-03-19', 250, 0],
        ['2020-03-18', 0, 2],
      ]);
      expect(mine[1]?.goods).toEqual(first.goods);
      expect(rows.filter(one => one.enterprise === b)).toEqual([]);
      const now = { named: await sumsOf(1), unnamed: await sumsOf(0) };
      const more = (name: 'named' | 'unnamed') =>
        (['gifts', 'donors', 'money'] as const).map(by => now[name][by] - was[name][by]);
      expect([more('named'), more('unnamed')]).toEqual([
        [2, 1, 250],
        [1, 1, 77],
      ]);
    });

    test('a case that moved on names nobody until it is looked at again', async () => {
      const name = `丙厂${randomBytes(6).toString('hex')}`;
      const { id } = await filed({ money: 5, value: 0 }, [{ item: 'goggles', unit: 'pair' }], {
        enterprise: name,
      });
      const listed = async () => (await roll(100)).some(one => one.enterprise === name);
      const goods = async () =>
        (await store().rollGoods()).filter(one => one.item === 'goggles').map(one => one.named);
      expect([await listed(), await goods()]).toEqual([true, [1]]);
      await store().append(answer(id, 1));
      expect([await listed(), await goods()]).toEqual([false, [0]]);
    });
  });

  describe('into stock', () => {
    const booked = (row: { readonly id: string }, head: number, lots: readonly LotRow[]) =>
      store().bookLots({ lots, appends: [answer(row.id, head)] });

    test('lots and the event of their case: all of it, once, found by the number of the case', async () => {
      const { id, row } = await filed({}, [{}]);
      const lots = [lotOf(row.number), lotOf(row.number, { item: 'mask-medical', unit: 'piece' })];
      expect(await booked(row, 1, lots)).toEqual({ tag: 'stored' });
      expect((await store().events(id)).length).toBe(2);
      expect(await store().lotsOfOrigin(row.number, 9)).toEqual(
        lots.toReversed().map(lot => ({ ...lot, committed: 0, delivered: 0, lost: 0 })),
      );
      for (const { id: lotId } of lots)
        expect(
          (await store().movements({ lotId, before: Number.MAX_SAFE_INTEGER, limit: 9 })).map(
            one => one.kind,
          ),
        ).toEqual(['received']);
      expect(await booked(row, 2, lots)).toEqual({ tag: 'again' });
      expect((await store().events(id)).length).toBe(2);
    });

    test('a case that moved on leaves no lot behind', async () => {
      const { row } = await filed({}, [{}]);
      await store().append(answer(row.id, 1));
      expect(await booked(row, 1, [lotOf(row.number)])).toEqual({ tag: 'stale' });
      expect(await store().lotsOfOrigin(row.number, 9)).toEqual([]);
    });

    test('of two at once one is stored', async () => {
      const { row } = await filed({}, [{}]);
      const results = await Promise.all([
        booked(row, 1, [lotOf(row.number)]),
        booked(row, 1, [lotOf(row.number)]),
      ]);
      expect(results.map(one => one.tag).toSorted()).toEqual(['stale', 'stored']);
      expect(await store().lotsOfOrigin(row.number, 9)).toHaveLength(1);
    });
  });
};
