import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { duplicateKey } from '#src/http/json.ts';

describe('duplicateKey', () => {
  test('no JSON that a program writes has a key twice', () => {
    fc.assert(
      fc.property(fc.json(), text => {
        // fast-check may write `__proto__` twice where it means one; a parsed and rewritten text is as programs write it.
        const parsed: unknown = JSON.parse(text);
        expect(duplicateKey(JSON.stringify(parsed), parsed)).toBeNull();
      }),
    );
  });

  test('a key put in twice at any depth, however it is written, is found', () => {
    const key = fc.string({ minLength: 1 });
    const around = fc.nat({ max: 5 });
    fc.assert(
      fc.property(key, around, fc.boolean(), (name, depth, escaped) => {
        const hex = [...Array(name.length).keys()].map(
          at => `\\u${name.charCodeAt(at).toString(16).padStart(4, '0')}`,
        );
        const again = escaped ? `"${hex.join('')}"` : JSON.stringify(name);
        let text = `{${JSON.stringify(name)}:"}{",${again} : 1}`;
        for (let n = 0; n < depth; n++) text = n % 2 ? `{"x":[],"y":${text}}` : `["]",${text}]`;
        expect(duplicateKey(text, JSON.parse(text))).toBe(name);
      }),
    );
  });

  test('the same key in two objects, and a value that reads like a key, are not twice', () => {
    expect(duplicateKey('[{"a":1},{"a":1}]', JSON.parse('[{"a":1},{"a":1}]'))).toBeNull();
    expect(duplicateKey('{"a":{"a":{"a":"a"}}}', JSON.parse('{"a":{"a":{"a":"a"}}}'))).toBeNull();
    expect(duplicateKey('{"a":"\\"a\\":","b":"a"}', JSON.parse('{"a":"\\"a\\":","b":"a"}'))).toBeNull();
  });

  test('a body nested a hundred thousand deep is counted, not climbed', () => {
    const text = `${'[{"a":'.repeat(50_000)}1${'}]'.repeat(50_000)}`;
    expect(duplicateKey(text, JSON.parse(text))).toBeNull();
  });
});
