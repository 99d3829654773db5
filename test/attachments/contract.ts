import { randomBytes } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type BlobStore, BlobsUnavailable } from '#src/attachments/port.ts';
import { gather } from '#src/attachments/seal.ts';

/** An empty store, and how to break and remove it. */
export type Place = {
  readonly store: BlobStore;
  /** From now on nothing can be reached. */ readonly breakDown: () => Promise<void>;
  readonly remove: () => Promise<void>;
};

/** The keys that begin so, in their order. */
export const listOf = async (store: BlobStore, prefix = ''): Promise<readonly string[]> => {
  const keys: string[] = [];
  for await (const key of store.list(prefix)) keys.push(key);
  return keys.sort();
};

/** What every store of attachments must do. */
export const contract = (name: string, make: () => Promise<Place>): void => {
  describe(name, () => {
    let place: Place;
    beforeEach(async () => {
      place = await make();
    });
    afterEach(() => place.remove());

    const read = async (key: string): Promise<string | null> => {
      const parts = await place.store.get(key);
      return parts && (await gather(parts)).toString('latin1');
    };
    const all = (prefix: string) => listOf(place.store, prefix);
    const put = (key: string, ...parts: readonly string[]) =>
      place.store.put(
        key,
        parts.map(part => Buffer.from(part, 'latin1')),
      );

    test('what was put is there, part behind part, and under its own key only', async () => {
      await put('a/one', 'first ', 'second');
      await put('a/two', '');
      await put('b_-/slice-0', 'x');
      expect([await read('a/one'), await read('a/two'), await read('b_-/slice-0')]).toEqual([
        'first second',
        '',
        'x',
      ]);
      expect([await read('a/three'), await read('c/one')]).toEqual([null, null]);
    });

    test('what was put under a key is replaced', async () => {
      await put('a/one', 'a long first one');
      await put('a/one', 'short');
      expect([await read('a/one'), await all('')]).toEqual(['short', ['a/one']]);
    });

    test('bytes of a million come back as they were, read part by part', async () => {
      const bytes = randomBytes(1_300_000);
      await place.store.put(
        'a/big',
        (async function* () {
          for (let at = 0; at < bytes.length; at += 300_000) yield bytes.subarray(at, at + 300_000);
        })(),
      );
      const parts = await place.store.get('a/big');
      expect(parts && (await gather(parts)).equals(bytes)).toBe(true);
    });

    test('a source that fails leaves nothing behind, and what was there stays', async () => {
      await put('a/one', 'before');
      const failing = async function* () {
        yield Buffer.from('half');
        throw new Error('the sender went away');
      };
      await expect(place.store.put('a/one', failing())).rejects.toThrow();
      await expect(place.store.put('a/new', failing())).rejects.toThrow();
      expect([await read('a/one'), await all('')]).toEqual(['before', ['a/one']]);
    });

    test('what was deleted is gone, twice as well as once', async () => {
      await put('a/one', 'x');
      await put('a/two', 'y');
      await place.store.delete('a/one');
      await place.store.delete('a/one');
      await place.store.delete('never/there');
      expect([await read('a/one'), await all('')]).toEqual([null, ['a/two']]);
    });

    test('a list holds the keys that begin so', async () => {
      for (const key of ['a/one', 'a/other', 'ab/one', 'b/one']) await put(key, key);
      expect([await all(''), await all('a/'), await all('a/on'), await all('zz/')]).toEqual([
        ['a/one', 'a/other', 'ab/one', 'b/one'],
        ['a/one', 'a/other'],
        ['a/one'],
        [],
      ]);
    });

    test.each(['one', '../one', 'a/../b', 'a/b/c', 'a/', '/a', 'a/b\0', 'a/..'])(
      'a key that could reach elsewhere is a mistake: %j',
      async key => {
        await expect(put(key, 'x')).rejects.toThrow(RangeError);
        await expect(place.store.get(key)).rejects.toThrow(RangeError);
        await expect(place.store.delete(key)).rejects.toThrow(RangeError);
      },
    );

    test('several at once under one key: one of them, whole', async () => {
      const texts = Array.from({ length: 8 }, (_, index) => String(index).repeat(50_000));
      await Promise.all(texts.map(text => put('a/one', text)));
      expect(texts).toContain(await read('a/one'));
      expect(await all('')).toEqual(['a/one']);
    });

    test('a store that cannot be reached says so', async () => {
      await put('a/one', 'x');
      await place.breakDown();
      await expect(put('a/two', 'y')).rejects.toThrow(BlobsUnavailable);
      await expect(read('a/one')).rejects.toThrow(BlobsUnavailable);
      await expect(all('')).rejects.toThrow(BlobsUnavailable);
    });
  });
};
