import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { nest } from '#src/http/nest.ts';
import { pairsOf } from '../submissions.ts';

const tree = (...pairs: [string, string][]) => nest(new Map(pairs));
const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

describe('nest', () => {
  test('names with dots become a tree, numbered ones a list in their order', () => {
    const made = tree(['items.1.unit', 'kg'], ['note', 'x'], ['items.0.unit', 'piece'], ['a.b.c', '1']);
    expect(plain(made)).toEqual({
      items: [{ unit: 'piece' }, { unit: 'kg' }],
      note: 'x',
      a: { b: { c: '1' } },
    });
  });

  test('a gap in the numbers is no empty line, 10 comes after 9', () => {
    const made = tree(['l.10', 'c'], ['l.9', 'b'], ['l.2', 'a']);
    expect(plain(made)).toEqual({ l: ['a', 'b', 'c'] });
  });

  test('what a browser posts of any answers is those answers again', () => {
    const leaf = fc.string();
    const name = fc.stringMatching(/^[a-z]{1,6}$/);
    const line = fc.dictionary(name, leaf, { minKeys: 1, maxKeys: 4 });
    const answers = fc.dictionary(name, fc.oneof(leaf, line, fc.array(line, { minLength: 1 })), {
      minKeys: 1,
    });
    fc.assert(
      fc.property(answers, value => {
        expect(plain(nest(new Map(pairsOf(value))))).toEqual(plain(value));
      }),
    );
  });

  test('no name reaches a prototype or fails', () => {
    const name = fc.oneof(
      fc.string(),
      fc
        .array(fc.constantFrom('__proto__', 'constructor', 'prototype', 'a', '0', ''), { minLength: 1 })
        .map(parts => parts.join('.')),
    );
    fc.assert(
      fc.property(fc.array(fc.tuple(name, fc.string())), pairs => {
        const made = nest(new Map(pairs));
        expect(typeof made).toBe('object');
        expect(Array.isArray(made)).toBe(false);
        expect(Object.keys(Object.prototype)).toEqual([]);
        expect(({} as Record<string, unknown>).a).toBeUndefined();
      }),
    );
  });
});
