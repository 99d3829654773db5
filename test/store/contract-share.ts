import { expect, test } from 'vitest';
import { type CaseStore, type KeyRow, StoreUnavailable } from '#src/cases/store.ts';
import { type Place, tally } from './place.ts';
import { answer, at, fingerprint, receipt, soon } from './samples.ts';

/** Two servers on one database, and the end of one. */
export const sharing = (store: () => CaseStore, place: () => Place): void => {
  test('two servers on one database, the same keys at once: each stored once', async () => {
    const other = await place().open();
    for (let round = 0; round < 5; round++) {
      const keys = Array.from({ length: 20 }, () => receipt().key);
      const post = (to: CaseStore, keys: readonly KeyRow[]) => keys.map(key => to.receive(receipt({ key })));
      // In opposite orders, so that each may hold what the other waits for.
      const results = await Promise.all([...post(store(), keys), ...post(other, keys.toReversed())]);
      expect(tally(results)).toEqual({ replayed: 20, stored: 20 });
    }
    await other.close();
  });

  test('two servers, the same fingerprints and numbers at once: each stored once', async () => {
    const other = await place().open();
    const prints = Array.from({ length: 10 }, () => fingerprint());
    const numbers = Array.from({ length: 10 }, () => receipt().case.number);
    const post = (to: CaseStore) => [
      ...prints.map(print => to.receive(receipt({ fingerprint: print }))),
      ...numbers.map(number => to.receive(receipt({ case: { number } }))),
    ];
    const results = await Promise.all([...post(store()), ...post(other)]);
    expect(tally(results)).toEqual({ duplicate: 10, 'number-taken': 10, stored: 20 });
    await other.close();
  });

  test('two servers count and answer at once, and read each other', async () => {
    const other = await place().open();
    const sent = receipt();
    await other.receive(sent);
    expect(await store().caseById(sent.case.id)).toEqual(sent.case);
    const name = `shared ${sent.case.id}`;
    const post = (to: CaseStore) =>
      Array.from({ length: 30 }, () => to.count({ name, by: 1, at, expiresAt: soon }));
    await Promise.all([...post(store()), ...post(other)]);
    expect(await other.counts([name], at)).toEqual([{ count: 60, expiresAt: soon }]);
    const answers = [store(), other].map(to => to.append(answer(sent.case.id, 1)));
    expect(tally(await Promise.all(answers))).toEqual({ stale: 1, stored: 1 });
    await other.close();
  });
};

export const closing = (place: () => Place): void => {
  test('closing finishes what is queued and refuses what comes after', async () => {
    const one = await place().open();
    const sent = Array.from({ length: 50 }, () => receipt());
    const queued = Promise.all(sent.map(it => one.receive(it)));
    await one.close();
    expect(tally(await queued)).toEqual({ stored: 50 });
    await expect(one.receive(receipt())).rejects.toThrow(StoreUnavailable);
    await expect(one.caseById('x')).rejects.toThrow(StoreUnavailable);
    await one.close();
  });
};
