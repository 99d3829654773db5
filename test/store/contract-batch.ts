import { expect, test } from 'vitest';
import { type CaseStore, StoreUnavailable } from '#src/cases/store.ts';
import { tags, tally } from './place.ts';
import { answer, eventRow, receipt } from './samples.ts';

/** Commands that arrive together: each whole, in order, the later seeing the earlier. */
export const batches = (store: () => CaseStore): void => {
  test('a hundred at once with one key store one case', async () => {
    const { key } = receipt();
    const results = await Promise.all(Array.from({ length: 100 }, () => store().receive(receipt({ key }))));
    expect(tally(results)).toEqual({ replayed: 99, stored: 1 });
    const replayed = results.flatMap(it => (it.tag === 'replayed' ? [it.case.id] : []));
    expect(new Set(replayed).size).toBe(1);
  });

  test('two posts with one key in one batch: the later sees the earlier', async () => {
    const first = receipt();
    const second = receipt({ key: first.key });
    const results = await Promise.all([store().receive(first), store().receive(second)]);
    expect(results).toEqual([{ tag: 'stored' }, { tag: 'replayed', case: first.case }]);
  });

  test('two numbers alike in one batch: the later is told', async () => {
    const first = receipt();
    const second = receipt({ case: { number: first.case.number } });
    expect(tags(await Promise.all([store().receive(first), store().receive(second)]))).toEqual([
      'stored',
      'number-taken',
    ]);
  });

  const bad = {
    'a column that must not be empty': () => receipt({ case: { enterprise: null as unknown as string } }),
    'a value that is not there': () => receipt({ case: { due: undefined as unknown as string } }),
    'a value no database knows': () => receipt({ case: { head: 'eleven' as unknown as number } }),
    'an event of no case': () => ({ ...receipt(), event: eventRow('nobody') }),
    'a value that cannot cross to a thread': () =>
      receipt({ case: { enterprise: (() => '') as unknown as string } }),
    'no case at all': () => ({ ...receipt(), case: undefined }) as unknown as ReturnType<typeof receipt>,
  };
  for (const [what, make] of Object.entries(bad))
    test(`a bad row between two good ones fails alone: ${what}`, async () => {
      const sent = [receipt(), make(), receipt()] as const;
      const results = await Promise.allSettled(sent.map(one => store().receive(one)));
      expect(results.map(result => result.status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
      expect(results[1]?.status === 'rejected' && results[1].reason).not.toBeInstanceOf(StoreUnavailable);
      for (const { case: row } of [sent[0], sent[2]]) expect(await store().caseById(row.id)).toEqual(row);
      if (sent[1].case) expect(await store().caseById(sent[1].case.id)).toBeNull();
      // Nothing of the bad one stays: its key and number are free.
      const good = { ...receipt(), key: sent[1].key };
      expect(await store().receive(good)).toEqual({ tag: 'stored' });
    });

  test('an id that is there already fails alone', async () => {
    const first = receipt();
    const second = receipt({ case: { id: first.case.id } });
    const results = await Promise.allSettled([first, second, receipt()].map(one => store().receive(one)));
    expect(results.map(result => result.status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
  });

  test('many commands of every kind keep their order', async () => {
    const sent = Array.from({ length: 40 }, () => receipt());
    const results = await Promise.all(
      sent.flatMap(one => [
        store().append(answer(one.case.id, 1)),
        store().receive(one),
        store().append(answer(one.case.id, 1)),
        store().append(answer(one.case.id, 1)),
        store().append(answer(one.case.id, 2)),
      ]),
    );
    const each = ['unknown', 'stored', 'stored', 'stale', 'stored'];
    expect(tags(results)).toEqual(sent.flatMap(() => each));
    for (const one of sent.slice(0, 3))
      expect((await store().events(one.case.id)).map(event => event.seq)).toEqual([1, 2, 3]);
  });
};
