import { createSecretKey, randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { deriveKeys } from '#src/cases/keys.ts';
import { caseKey, isErased, newCaseKey, open, seal, wrappedAnew } from '#src/cases/seal.ts';

const master = new Uint8Array(randomBytes(32));
const keys = deriveKeys(master);
const bytes = new Uint8Array(randomBytes(32));
const key = createSecretKey(bytes);
const changed = (bytes: Uint8Array, index: number): Uint8Array =>
  bytes.map((byte, at) => (at === index ? byte ^ 1 : byte));

describe('Sealed: AES-256-GCM', () => {
  test('what was sealed is opened again, byte by byte', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), plain => {
        expect(new Uint8Array(open(key, 'c1', 'answers', seal(key, 'c1', 'answers', plain)))).toEqual(plain);
      }),
    );
    expect(open(key, 'c1', 'x', seal(key, 'c1', 'x', '口罩😷')).toString('utf8')).toBe('口罩😷');
  });

  test('case id and field are associated data: under another of either, or another key, nothing opens', () => {
    const sealed = seal(key, 'c1', 'answers', 'secret');
    expect(() => open(key, 'c2', 'answers', sealed)).toThrow();
    expect(() => open(key, 'c1', 'event 1', sealed)).toThrow();
    expect(() => open(createSecretKey(changed(bytes, 0)), 'c1', 'answers', sealed)).toThrow();
  });

  test('one changed bit anywhere, nonce and tag included, and nothing opens', () => {
    const sealed = seal(key, 'c1', 'answers', 'secret');
    for (let index = 0; index < sealed.length; index++)
      expect(() => open(key, 'c1', 'answers', changed(sealed, index))).toThrow();
    for (let length = 0; length < sealed.length; length++)
      expect(() => open(key, 'c1', 'answers', sealed.subarray(0, length))).toThrow();
  });

  test('a short tag is refused for its length, not tried', () => {
    for (const length of [8, 12])
      expect(() => open(key, 'c1', 'answers', new Uint8Array(length))).toThrow(/authentication tag length/);
  });

  test('a 96-bit random nonce: the same text is never sealed to the same bytes', () => {
    const sealed = Array.from({ length: 2000 }, () => Buffer.from(seal(key, 'c1', 'answers', 'secret')));
    expect(new Set(sealed.map(one => one.subarray(0, 12).toString('hex'))).size).toBe(2000);
    expect(sealed[0]).toHaveLength(12 + 'secret'.length + 16);
  });

  test('a key per case, wrapped by the master key', () => {
    const [one, two] = [newCaseKey(keys, 'c1'), newCaseKey(keys, 'c2')];
    expect(one.key.equals(two.key)).toBe(false);
    expect(Buffer.from(one.wrappedKey).includes(one.key.export())).toBe(false);
    const row = { id: 'c1', ...one };
    expect(caseKey(keys, row).equals(one.key)).toBe(true);
    expect(() => caseKey(keys, { ...row, id: 'c2' })).toThrow();
  });

  test('the key id in the row names the master key; under another the row is refused by name', () => {
    const other = deriveKeys(new Uint8Array(randomBytes(32)));
    const row = { id: 'c1', ...newCaseKey(keys, 'c1') };
    expect(() => caseKey(other, row)).toThrow(
      `case c1 is sealed under master key ${keys.id}, but ${other.id} is loaded`,
    );
    expect(keys.id).toMatch(/^[0-9a-f]{12}$/);
    expect(Buffer.from(master).toString('hex')).not.toContain(keys.id);
  });

  test('several master keys: the first wraps, every one of them opens what it wrapped', () => {
    const next = new Uint8Array(randomBytes(32));
    const both = deriveKeys(next, { others: [master] });
    const row = { id: 'c1', ...newCaseKey(keys, 'c1') };
    expect(caseKey(both, row).equals(row.key)).toBe(true);
    const anew = wrappedAnew(both, row);
    expect(anew.keyId).toBe(both.id);
    expect(caseKey(deriveKeys(next), anew).equals(row.key)).toBe(true);
    expect(() => caseKey(keys, anew)).toThrow(`sealed under master key ${both.id}, but ${keys.id} is loaded`);
  });

  test('a destroyed key says so, and opens nothing', () => {
    const row = { id: 'c1', keyId: '', wrappedKey: new Uint8Array() };
    expect(isErased(row)).toBe(true);
    expect(() => caseKey(keys, row)).toThrow('case c1 was erased: its key is gone');
  });

  test('no key made for one purpose serves another', () => {
    const { id: _, ring: __, ...all } = keys;
    const texts = Object.values(all).map(one => one.export().toString('hex'));
    expect(new Set([...texts, Buffer.from(master).toString('hex')]).size).toBe(texts.length + 1);
    const rooted = deriveKeys(new Uint8Array(randomBytes(32)), { root: master });
    expect(rooted.wrap.equals(keys.wrap)).toBe(false);
    expect([rooted.chain.equals(keys.chain), rooted.pin.equals(keys.pin)]).toEqual([true, true]);
    const again = deriveKeys(master);
    expect(again.id).toBe(keys.id);
    expect(again.wrap.equals(keys.wrap)).toBe(true);
    expect(() => deriveKeys(master.subarray(1))).toThrow('the master key must be 32 bytes');
  });
});
