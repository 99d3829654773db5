import { expect, test } from 'vitest';
import type { OutboxRow } from '#src/cases/store.ts';
import type { Claimed, OutboxStore, Settle } from '#src/notify/port.ts';
import type { Store } from '#src/store/adapter.ts';
import type { Place } from './place.ts';
import { answer, receipt } from './samples.ts';

/** A time of its own for each test, so that none claims what another left; later ones come first. */
let hours = 0;
const nextTime = (): ((seconds?: number) => string) => {
  hours += 1;
  const start = Date.parse('2020-03-20T00:00:00.000Z') - hours * 3_600_000;
  return (seconds = 0) => new Date(start + seconds * 1000).toISOString();
};

let last = 0;
const outboxRow = (at: string, set: Partial<OutboxRow> = {}): OutboxRow => ({
  id: `o${String(++last).padStart(8, '0')}-${receipt().case.id}`,
  caseId: null,
  kind: 'digest',
  channel: 'wecom',
  target: 'economy',
  text: '2件今天到期',
  sealed: null,
  urgent: 0,
  at,
  nextAt: at,
  ...set,
});

const ids = (rows: readonly { readonly id: string }[]): readonly string[] => rows.map(row => row.id);
const settled = ({ id, attempts }: Claimed, holder: string, state: Settle['state'], nextAt = ''): Settle => ({
  id,
  holder,
  state,
  attempts,
  nextAt,
  lastError: state === 'sent' ? '' : 'http-500',
});

/** Claims everything that is due, as several trips. */
const claimAll = async (store: OutboxStore, holder: string, at: string, until: string) => {
  const all: Claimed[] = [];
  for (let more = true; more; ) {
    const some = await store.claimNotices({ holder, at, until, limit: 7 });
    all.push(...some);
    more = some.length > 0;
  }
  return all;
};

/** Written with the event, gone with the case. */
const keeping = (store: () => Store): void => {
  test('what is to be told is stored with the case, or nothing is', async () => {
    const time = nextTime();
    const sent = receipt();
    const notices = [outboxRow(time(), { caseId: sent.case.id, sealed: new Uint8Array([1, 2]) })];
    expect(await store().receive({ ...sent, notices })).toEqual({ tag: 'stored' });
    expect((await store().receive({ ...sent, notices })).tag).toBe('replayed');
    const taken = receipt({ case: { number: sent.case.number } });
    const other = [outboxRow(time(), { caseId: taken.case.id })];
    expect((await store().receive({ ...taken, notices: other })).tag).toBe('number-taken');
    const claimed = await claimAll(store(), 'a', time(), time(60));
    expect(claimed).toEqual([{ ...notices[0], nextAt: time(60), attempts: 1 }]);
  });

  test('an event that came too late tells nobody', async () => {
    const time = nextTime();
    const sent = receipt();
    await store().receive(sent);
    const tell = () => [outboxRow(time(), { caseId: sent.case.id })];
    const told = tell();
    expect((await store().append({ ...answer(sent.case.id, 1), notices: told })).tag).toBe('stored');
    expect((await store().append({ ...answer(sent.case.id, 1), notices: tell() })).tag).toBe('stale');
    expect(ids(await claimAll(store(), 'a', time(), time(60)))).toEqual(ids(told));
  });

  test('with the key of a case goes what was still to be told, but not what its end itself tells', async () => {
    const time = nextTime();
    const sent = receipt();
    const of = { caseId: sent.case.id };
    const waiting = [outboxRow(time(), of), outboxRow(time(), of), outboxRow(time(), of)];
    await store().receive({ ...sent, notices: waiting });
    const [dead, sending] = await store().claimNotices({
      holder: 'a',
      at: time(),
      until: time(60),
      limit: 2,
    });
    if (dead) await store().settleNotice(settled(dead, 'a', 'dead', time()));
    const end = outboxRow(time(), of);
    await store().append({ ...answer(sent.case.id, 1), destroyKey: true, notices: [end] });
    if (sending) expect(await store().settleNotice(settled(sending, 'a', 'sent', time()))).toBe(false);
    expect(ids(await claimAll(store(), 'b', time(90), time(120)))).toEqual([end.id]);
  });

  test('two servers make the same digest once', async () => {
    const time = nextTime();
    const rows = [outboxRow(time()), outboxRow(time())];
    const kept = await Promise.all([store().putNotices({ rows }), store().putNotices({ rows })]);
    expect(kept.toSorted()).toEqual([0, 2]);
    expect(await store().putNotices({ rows: [] })).toBe(0);
    expect(ids(await claimAll(store(), 'a', time(), time(60))).toSorted()).toEqual(ids(rows).toSorted());
  });
};

/** Claimed for a while, settled by whoever holds it. */
const claiming = (store: () => Store): void => {
  test('urgent ones first, then those that wait longest, never one before its time', async () => {
    const time = nextTime();
    const late = outboxRow(time(), { nextAt: time(30) });
    const old = outboxRow(time(), { nextAt: time(-30) });
    const now = outboxRow(time());
    const urgent = outboxRow(time(), { urgent: 1 });
    await store().putNotices({ rows: [late, now, old, urgent] });
    const first = await store().claimNotices({ holder: 'a', at: time(), until: time(60), limit: 2 });
    expect(ids(first).toSorted()).toEqual(ids([urgent, old]).toSorted());
    expect(ids(await claimAll(store(), 'a', time(), time(60)))).toEqual([now.id]);
    expect(ids(await claimAll(store(), 'a', time(30), time(60)))).toEqual([late.id]);
  });

  test('a lease that is over gives it to another, and its first holder cannot settle it', async () => {
    const time = nextTime();
    const row = outboxRow(time());
    await store().putNotices({ rows: [row] });
    const [first] = await claimAll(store(), 'a', time(), time(60));
    expect(await claimAll(store(), 'b', time(59), time(119))).toEqual([]);
    const [second] = await claimAll(store(), 'b', time(60), time(120));
    expect([first?.attempts, second?.attempts]).toEqual([1, 2]);
    if (!first || !second) throw new Error('not claimed');
    expect(await store().settleNotice(settled(first, 'a', 'sent', time()))).toBe(false);
    expect(await store().settleNotice(settled(second, 'b', 'waiting', time(200)))).toBe(true);
    expect(await store().settleNotice(settled(second, 'b', 'sent', time()))).toBe(false);
    expect((await claimAll(store(), 'c', time(200), time(260)))[0]).toMatchObject({ attempts: 3 });
  });

  test('a dead one is listed and sent again from the beginning, once', async () => {
    const time = nextTime();
    await store().putNotices({ rows: [outboxRow(time())] });
    const [row] = await claimAll(store(), 'a', time(), time(60));
    if (!row) throw new Error('not claimed');
    await store().settleNotice(settled(row, 'a', 'dead', time()));
    expect(await claimAll(store(), 'a', time(900), time(990))).toEqual([]);
    const before = await store().deadNotices({ after: '', limit: 500 });
    expect(before.find(one => one.id === row.id)).toMatchObject({ attempts: 1, lastError: 'http-500' });
    expect(await store().deadNotices({ after: row.id, limit: 500 })).not.toContainEqual(
      expect.objectContaining({ id: row.id }),
    );
    expect(await store().resendNotice({ id: row.id, at: time(5) })).toBe(true);
    expect(await store().resendNotice({ id: row.id, at: time(5) })).toBe(false);
    expect(await claimAll(store(), 'a', time(5), time(65))).toMatchObject([{ id: row.id, attempts: 1 }]);
  });

  test('what was sent keeps nothing sealed, and is swept like what is dead, each in its time', async () => {
    const time = nextTime();
    const sent = receipt();
    const sealed = new Uint8Array([4, 2]);
    const row = outboxRow(time(), { caseId: sent.case.id, sealed });
    const dead = outboxRow(time(), { caseId: sent.case.id, sealed });
    await store().receive({ ...sent, notices: [row, dead] });
    for (const one of await claimAll(store(), 'a', time(), time(60)))
      await store().settleNotice(settled(one, 'a', one.id === row.id ? 'sent' : 'dead', time()));
    const before = { sentBefore: time(), deadBefore: time() };
    expect(await store().sweepNotices({ ...before, deadBefore: time(-9e6) })).toBe(0);
    expect(await store().sweepNotices({ ...before, sentBefore: time(1), deadBefore: time(-9e6) })).toBe(1);
    expect(await store().sweepNotices({ sentBefore: time(1), deadBefore: time(1) })).toBe(1);
  });
};

/** Two servers on one database. */
const racing = (store: () => Store, place: () => Place): void => {
  test('two servers that claim at once share 500: none twice, none left', async () => {
    const time = nextTime();
    const other = await place().open();
    const rows = Array.from({ length: 500 }, () => outboxRow(time()));
    await store().putNotices({ rows });
    const claimed = await Promise.all(
      [store(), other, store(), other].map((to, n) => claimAll(to, `server ${n}`, time(), time(60))),
    );
    const all = claimed.flatMap(ids);
    expect(all.length).toBe(500);
    expect(new Set(all)).toEqual(new Set(ids(rows)));
    await other.close();
  });

  test('when the next is due, and nobody waits for what is done', async () => {
    const time = nextTime();
    const before = await store().nextNotice();
    await store().putNotices({ rows: [outboxRow(time(), { nextAt: time(-5) })] });
    expect(await store().nextNotice()).toBe(time(-5));
    const [row] = await claimAll(store(), 'a', time(), time(60));
    if (row) await store().settleNotice(settled(row, 'a', 'sent', time()));
    expect(await store().nextNotice()).toBe(before);
  });
};

export const outboxing = (store: () => Store, place: () => Place): void => {
  keeping(store);
  claiming(store);
  racing(store, place);
};
