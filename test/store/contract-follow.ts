import { expect, test } from 'vitest';
import type { CaseStore } from '#src/cases/store.ts';
import { answer, at, fingerprint, later, receipt, soon } from './samples.ts';

/** What follows a submission: events, counters, sweeping. */
export const appending = (store: () => CaseStore): void => {
  test('an event moves the case and changes what is set', async () => {
    const { case: row, ...rest } = receipt();
    await store().receive({ case: row, ...rest });
    const first = answer(row.id, 1, { handler: 'finance', pinHash: 'other' });
    expect(await store().append(first)).toEqual({ tag: 'stored' });
    expect(await store().caseById(row.id)).toEqual({
      ...row,
      state: 'answered',
      head: 2,
      headMac: first.event.mac,
      handler: 'finance',
      pinHash: 'other',
    });
    const second = answer(row.id, 2, { due: soon });
    expect(await store().append(second)).toEqual({ tag: 'stored' });
    expect(await store().caseById(row.id)).toMatchObject({ handler: 'finance', due: soon, head: 3 });
    expect(await store().events(row.id)).toEqual([rest.event, first.event, second.event]);
  });

  test('another head is stale, another case unknown; neither leaves an event', async () => {
    const sent = receipt();
    await store().receive(sent);
    expect(await store().append(answer(sent.case.id, 2))).toEqual({ tag: 'stale' });
    expect(await store().append(answer('nobody', 1))).toEqual({ tag: 'unknown' });
    expect(await store().events(sent.case.id)).toEqual([sent.event]);
    expect(await store().events('nobody')).toEqual([]);
  });
};

export const counting = (store: () => CaseStore): void => {
  test('a counter counts up, keeps its first expiry and then starts again at the step', async () => {
    const name = `pin ${receipt().case.id}`;
    const count = (by: number, when: string, expiresAt: string) =>
      store().count({ name, by, at: when, expiresAt });
    expect(await count(1, at, soon)).toEqual({ count: 1, expiresAt: soon });
    expect(await count(3, at, later)).toEqual({ count: 4, expiresAt: soon });
    expect(await store().counts([name, 'nothing'], at)).toEqual([
      { count: 4, expiresAt: soon },
      { count: 0, expiresAt: at },
    ]);
    expect(await store().counts([name], soon)).toEqual([{ count: 0, expiresAt: soon }]);
    expect(await count(2, soon, later)).toEqual({ count: 2, expiresAt: later });
  });

  test('none is lost when all count at once', async () => {
    const name = `all ${receipt().case.id}`;
    const counted = await Promise.all(
      Array.from({ length: 60 }, () => store().count({ name, by: 1, at, expiresAt: soon })),
    );
    // Two batches may be under way at once: which is first is not promised.
    const seen = counted.map(it => it.count).sort((a, b) => a - b);
    expect(seen).toEqual(Array.from({ length: 60 }, (_, i) => i + 1));
  });

  test('sweeping deletes what expired and nothing else', async () => {
    const early = '2020-01-01T00:00:00.000Z';
    await store().sweep({ at: early });
    const old = { expiresAt: early };
    const gone = receipt({ key: { ...receipt().key, ...old }, fingerprint: fingerprint(early), at: '2019' });
    const kept = receipt({ key: { ...receipt().key, expiresAt: later } });
    await Promise.all([gone, kept].map(one => store().receive(one)));
    await store().count({ name: gone.case.id, by: 1, at: '2019', ...old });
    expect(await store().sweep({ at: early })).toBe(3);
    expect(await store().sweep({ at: early })).toBe(0);
    expect(await store().caseById(gone.case.id)).toEqual(gone.case);
    expect(await store().receive(receipt({ key: kept.key }))).toMatchObject({ tag: 'replayed' });
  });
};
