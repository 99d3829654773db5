import { beforeEach, expect, test, vi } from 'vitest';
import { forget, keyFor, newSalt, saltFor, work } from '#src/components/forms/work.ts';

/** What a tab keeps, as far as the keys need it. */
const tab = (): Pick<Storage, 'getItem' | 'setItem' | 'removeItem'> & {
  readonly held: Map<string, string>;
} => {
  const held = new Map<string, string>();
  return {
    held,
    getItem: name => held.get(name) ?? null,
    setItem: (name, value) => void held.set(name, value),
    removeItem: name => void held.delete(name),
  };
};
const reload = () => Object.assign(work, { draft: null, entry: null, salt: '' });

let storage = tab();
beforeEach(() => {
  storage = tab();
  vi.stubGlobal('sessionStorage', storage);
  reload();
});

test('a key is what the server takes for 128 random bits and more', () => {
  expect(keyFor('materials', '口罩')).toMatch(/^[A-Za-z0-9_-]{42,128}$/);
  expect(newSalt()).toMatch(/^[0-9a-f]{40}$/);
});

test('the same content has the same key, also after a reload of the page; another content or form has another', () => {
  const key = keyFor('materials', 'a=1');
  reload();
  expect(keyFor('materials', 'a=1')).toBe(key);
  expect(keyFor('materials', 'a=2')).not.toBe(key);
  reload();
  expect(keyFor('consultation', 'a=1')).not.toBe(key);
});

test('another tab has other keys, unless both opened the same draft', () => {
  const key = keyFor('materials', 'a=1');
  vi.stubGlobal('sessionStorage', tab());
  const salt = work.salt;
  reload();
  expect(keyFor('materials', 'a=1')).not.toBe(key);
  work.salt = salt;
  expect(keyFor('materials', 'a=1')).toBe(key);
});

test('the tab keeps nothing of what was typed', () => {
  keyFor('materials', 'contact.phone=13800138000');
  expect([...storage.held.values()]).toEqual([expect.stringMatching(/^[0-9a-f]{40}$/)]);
});

test('what was sent and is typed once more is a new matter', () => {
  const key = keyFor('materials', 'a=1');
  forget('materials');
  expect(storage.held.size).toBe(0);
  expect(keyFor('materials', 'a=1')).not.toBe(key);
});

test('where storage is switched off the key lasts as long as the page', () => {
  vi.stubGlobal('sessionStorage', {
    getItem: () => {
      throw new Error('denied');
    },
  });
  expect(keyFor('materials', 'a=1')).toBe(keyFor('materials', 'a=1'));
  expect(saltFor('materials')).toBe(work.salt);
  forget('materials');
});
