import { expect, test } from 'vitest';
import type { CaseStore } from '#src/cases/store.ts';
import { answer, fingerprint, later, receipt, soon } from './samples.ts';

/** What a submission makes of the store, sent once, twice, or too late. */
export const receiving = (store: () => CaseStore): void => {
  test('what was received can be read back, bytes and all', async () => {
    const sent = receipt();
    expect(await store().receive(sent)).toEqual({ tag: 'stored' });
    expect(await store().caseById(sent.case.id)).toEqual(sent.case);
    expect(await store().caseByNumber(sent.case.number)).toEqual(sent.case);
    expect(await store().events(sent.case.id)).toEqual([sent.event]);
    expect((await store().caseById(sent.case.id))?.sealed.constructor).toBe(Uint8Array);
  });

  test('what is unknown is null, and has no events', async () => {
    expect(await store().caseById('none')).toBeNull();
    expect(await store().caseByNumber('none')).toBeNull();
    expect(await store().events('none')).toEqual([]);
  });

  test('the same key and payload give back the case as it is stored', async () => {
    const first = receipt();
    await store().receive(first);
    await store().append(answer(first.case.id, 1));
    const again = await store().receive(receipt({ key: first.key }));
    expect(again).toMatchObject({ tag: 'replayed', case: { id: first.case.id, state: 'answered' } });
  });

  test('the same key with another payload is refused and stores nothing', async () => {
    const first = receipt();
    await store().receive(first);
    const second = receipt({ key: { ...first.key, payload: 'p2' } });
    expect(await store().receive(second)).toEqual({ tag: 'key-reused' });
    expect(await store().caseById(second.case.id)).toBeNull();
  });

  test('the same fingerprint under another key is a duplicate, until it expires', async () => {
    const print = fingerprint();
    const first = receipt({ fingerprint: print });
    await store().receive(first);
    const second = receipt({ fingerprint: { ...print, expiresAt: later } });
    expect(await store().receive(second)).toEqual({ tag: 'duplicate', case: first.case });
    const third = receipt({ fingerprint: { ...print, expiresAt: later }, at: print.expiresAt });
    expect(await store().receive(third)).toEqual({ tag: 'stored' });
    const fourth = receipt({ fingerprint: print, at: soon });
    expect(await store().receive(fourth)).toEqual({ tag: 'duplicate', case: third.case });
  });

  test('the key comes before the fingerprint', async () => {
    const first = receipt({ fingerprint: fingerprint() });
    await store().receive(first);
    const reused = receipt({ key: { ...first.key, payload: 'p2' }, fingerprint: first.fingerprint });
    expect(await store().receive(reused)).toEqual({ tag: 'key-reused' });
  });

  test('an expired key counts as absent and is replaced', async () => {
    const first = receipt({ key: { ...receipt().key, expiresAt: soon } });
    await store().receive(first);
    const second = receipt({ key: { ...first.key, payload: 'p2', expiresAt: later }, at: soon });
    expect(await store().receive(second)).toEqual({ tag: 'stored' });
    const third = receipt({ key: second.key, at: soon });
    expect(await store().receive(third)).toEqual({ tag: 'replayed', case: second.case });
  });

  test('a taken number stores nothing and does not use up the key or the fingerprint', async () => {
    const first = receipt();
    await store().receive(first);
    const second = receipt({ case: { number: first.case.number }, fingerprint: fingerprint() });
    expect(await store().receive(second)).toEqual({ tag: 'number-taken' });
    expect(await store().caseById(second.case.id)).toBeNull();
    expect(await store().events(second.case.id)).toEqual([]);
    const redrawn = { ...second, case: { ...second.case, number: receipt().case.number } };
    expect(await store().receive(redrawn)).toEqual({ tag: 'stored' });
  });
};
