import { DatabaseSync } from 'node:sqlite';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { fault } from '#src/cases/review.ts';
import { change, erase } from '#src/cases/rewrite.ts';
import { reply, withdraw } from '#src/cases/say.ts';
import { courseOf } from '#src/cases/track.ts';
import { formOf } from '#src/forms/index.ts';
import { read } from '#src/forms/read.ts';
import type { NeedLine } from '#src/ledger/store.ts';
import { type Bureau, boss, deeds, openBureau } from '../cases/bureau.ts';
import { everySample } from '../forms/every.ts';
import { materials, type Tree } from '../submissions.ts';
import { unconserved } from './conserved.ts';

let bureau: Bureau;
beforeAll(async () => {
  bureau = await openBureau();
});
afterAll(() => bureau.desk.stop());

const supplies = () => bureau.desk.app.supplies;
const hand = { login: 'boss', may: () => true };
const all = {
  which: 'all',
  narrow: { item: '', area: '', department: '' },
  after: null,
  limit: 500,
} as const;

const masks = (quantity: number, more: Tree = {}) => ({
  item: 'mask-medical',
  quantity,
  unit: 'piece',
  ...more,
});

const needsOf = async (caseId: string): Promise<readonly NeedLine[]> =>
  (await supplies().needs(all)).rows.filter(need => need.caseId === caseId);

const lotOf = async (quantity: number, set: object = {}): Promise<string> => {
  const id = supplies().draftId();
  const row = {
    id,
    source: 'donated',
    origin: '',
    item: 'mask-medical',
    unit: 'piece',
    spec: '',
    quantity,
    area: 'east',
    place: '',
    arrivedOn: '2020-03-20',
    expiresOn: '',
    ...set,
  } as const;
  expect(await supplies().addLot(row, 'boss')).toEqual({ tag: 'done' });
  return id;
};

const filed = async (set: Tree = {}) => {
  bureau.desk.pass(1000);
  const row = await bureau.supplies({ items: [masks(500)], ...set });
  const [need] = await needsOf(row.id);
  if (!need) throw new Error('no need');
  return { row, need };
};

const give = (needId: string, lotId: string, quantity: number) =>
  supplies().allocate({ batch: supplies().draftId(), lines: [{ needId, lotId, quantity }] }, hand);

const left = async (id: string) => (await supplies().lot(id, 1))?.lot.left;

describe('lines follow their case', () => {
  test('a correction, a withdrawal and an erasure: what was promised stays until it is cancelled, and can be', async () => {
    const { row, need } = await filed();
    const lot = await lotOf(500);
    await give(need.id, lot, 400);
    const form = formOf('materials');
    if (!form) throw new Error('no form');
    const fewer = read(form, materials({ items: [masks(100)] }), bureau.office.tables, '2020-03-20');
    if (fewer.tag !== 'read') throw new Error('not read');
    await change(bureau.office, row.number, form, fewer.answers, 'enterprise');
    expect(await needsOf(row.id)).toMatchObject([{ asked: 100, committed: 400, state: 'open', missing: 0 }]);
    await withdraw(bureau.office, row.number, 'enterprise');
    expect(await needsOf(row.id)).toMatchObject([{ state: 'ended' }]);
    expect(await give(need.id, lot, 1)).toEqual({ tag: 'short', id: need.id });
    await erase(bureau.office, row.number, 'enterprise');
    expect(await needsOf(row.id)).toMatchObject([{ enterprise: '', committed: 400 }]);
    const [allocation] = (await supplies().need(need.id))?.allocations ?? [];
    expect(await supplies().undo(allocation?.batch ?? '', hand)).toEqual({ tag: 'done' });
    expect(await left(lot)).toBe(500);
    expect(await fault(bureau.office, await bureau.rowOf(row.number))).toBeNull();
  });

  test('one that is held waits, one that is closed has ended and is open again when it is reopened', async () => {
    const held = await bureau.file('materials', materials({ items: [masks(5)] }), ['trap']);
    expect(await needsOf(held.id)).toMatchObject([{ state: 'held' }]);
    const { row } = await filed();
    const { number } = row;
    await bureau.did(number, deeds.answer, boss);
    await bureau.did(number, deeds.close, boss);
    expect(await needsOf(row.id)).toMatchObject([{ state: 'ended' }]);
    await bureau.did(number, deeds.reopen, boss);
    expect(await needsOf(row.id)).toMatchObject([{ state: 'open' }]);
  });

  test('of several hundred cases none is forgotten, whatever order they are caught up in', async () => {
    const rows = await Promise.all(
      Array.from({ length: 230 }, () => bureau.supplies({ items: [masks(1), masks(2)] })),
    );
    const [one, other] = await Promise.all([supplies().needs(all), supplies().needs(all)]);
    expect([one.behind, other.behind]).toEqual([false, false]);
    const ids = new Set(rows.map(row => row.id));
    let count = 0;
    for (let after: Awaited<ReturnType<ReturnType<typeof supplies>['needs']>>['next'] = null; ; ) {
      const page = await supplies().needs({ ...all, after });
      count += page.rows.filter(need => ids.has(need.caseId)).length;
      if (page.next === null) break;
      after = page.next;
    }
    expect(count).toBe(460);
  });
});

describe('events', () => {
  test('two lines of one case make one event, which its enterprise reads in words', async () => {
    const { row } = await filed({ items: [masks(300), { item: 'alcohol', quantity: 20, unit: 'jin' }] });
    const needs = await needsOf(row.id);
    const [lot, spirit] = [await lotOf(300), await lotOf(10_000, { item: 'alcohol', unit: 'kg' })];
    const lines = needs.map(need => ({
      needId: need.id,
      lotId: need.item === 'alcohol' ? spirit : lot,
      quantity: need.asked ?? 0,
    }));
    expect(await supplies().allocate({ batch: supplies().draftId(), lines }, hand)).toEqual({ tag: 'done' });
    const { events } = await courseOf(bureau.office, await bureau.rowOf(row.number));
    expect(events.map(event => event.kind)).toEqual(['received', 'arranged']);
    const goods = events.at(-1)?.goods ?? [];
    expect(goods.toSorted((a, b) => (a.item < b.item ? -1 : 1))).toEqual([
      { item: 'alcohol', unit: 'kg', quantity: 10_000 },
      { item: 'mask-medical', unit: 'piece', quantity: 300 },
    ]);
  });

  test('an enterprise that writes at the same time loses nothing, and neither does the ledger', async () => {
    const made = await Promise.all(Array.from({ length: 6 }, () => bureau.supplies({ items: [masks(50)] })));
    const needs = (await Promise.all(made.map(row => needsOf(row.id)))).flat();
    const lot = await lotOf(300);
    const [done, ...replies] = await Promise.all([
      supplies().allocate(
        {
          batch: supplies().draftId(),
          lines: needs.map(need => ({ needId: need.id, lotId: lot, quantity: 50 })),
        },
        hand,
      ),
      ...made.map(row => reply(bureau.office, row.number, '请尽快', 'enterprise')),
    ]);
    expect(done).toEqual({ tag: 'done' });
    expect(replies.map(one => one.tag)).toEqual(made.map(() => 'done'));
    for (const { number } of made) {
      expect((await bureau.kindsOf(number)).toSorted()).toEqual(['arranged', 'received', 'supplemented']);
      expect(await fault(bureau.office, await bureau.rowOf(number))).toBeNull();
    }
  });
});

describe('what does not fit', () => {
  test('another item, one that has expired, a need of somebody else, an allocation that is not there', async () => {
    const { need } = await filed();
    const gloves = await lotOf(10, { item: 'gloves', unit: 'pair-gloves' });
    const kn95 = await lotOf(10, { item: 'mask-kn95' });
    const old = await lotOf(10, { expiresOn: '2020-03-19' });
    for (const lot of [gloves, kn95, old])
      expect(await give(need.id, lot, 1)).toEqual({ tag: 'unfit', id: lot });
    const good = await lotOf(10);
    const lines = [{ needId: need.id, lotId: good, quantity: 1 }];
    const stranger = { login: 'li', may: () => false };
    const theirs = await supplies().allocate({ batch: supplies().draftId(), lines }, stranger);
    expect(theirs).toEqual({ tag: 'unfit', id: need.id });
    await give(need.id, good, 10);
    const [allocation] = (await supplies().need(need.id))?.allocations ?? [];
    const wanted = { kind: 'cancelled', allocationId: allocation?.id ?? '', quantity: 1 } as const;
    expect((await supplies().settle(wanted, stranger)).tag).toBe('unfit');
    expect((await supplies().settle({ ...wanted, allocationId: 'none' }, hand)).tag).toBe('unfit');
    expect(await left(good)).toBe(0);
  });

  test('another kind serves where the enterprise said that it would do', async () => {
    const { need } = await filed({ substitute: true });
    const kn95 = await lotOf(10, { item: 'mask-kn95' });
    expect(await give(need.id, kn95, 10)).toEqual({ tag: 'done' });
  });
});

describe('suppliers', () => {
  const offer = (set: Tree = {}) =>
    bureau.file('supply-offer', { ...everySample['supply-offer']?.full, papers: [], ...set } as Tree);

  test('one who agreed to be shown is told to the enterprise, once; what is held or taken back is not suggested', async () => {
    const { row, need } = await filed();
    const shown = await offer();
    const silent = await offer({ publishing: false });
    const gone = await offer();
    await withdraw(bureau.office, gone.number, 'enterprise');
    const found = (await supplies().need(need.id))?.offers ?? [];
    const ids = found.map(one => one.source.number);
    expect(ids).toEqual(expect.arrayContaining([shown.number, silent.number]));
    expect(ids).not.toContain(gone.number);
    const tell = (number: string) => supplies().tellOffer({ needId: need.id, offerId: `${number}.0` }, hand);
    expect([await tell(shown.number), await tell(shown.number)]).toEqual([{ tag: 'done' }, { tag: 'again' }]);
    expect((await tell(silent.number)).tag).toBe('unfit');
    expect((await tell(gone.number)).tag).toBe('unfit');
    const { events } = await courseOf(bureau.office, await bureau.rowOf(row.number));
    expect(events.map(event => event.kind)).toEqual(['received', 'sourced']);
    expect(events.at(-1)?.text).toContain('某省某市发货');
    expect((await bureau.office.store.events(row.id)).at(-1)?.data).not.toContain('某省');
  });
});

test('after all of this every figure is the sum of its movements', async () => {
  const db = new DatabaseSync(bureau.desk.file, { timeout: 5000 });
  expect(await unconserved(async text => db.prepare(text).all())).toEqual([]);
  db.close();
});
