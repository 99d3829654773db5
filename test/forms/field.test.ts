import { describe, expect, it } from 'vitest';
import { isSealed, type Leaf, pointer } from '#src/forms/field.ts';
import { w } from '#src/i18n/words.ts';

const words = w('甲', 'A');
const common = { label: words, personal: { why: words, basis: words, days: 30, seenBy: words } };

describe('isSealed', () => {
  it.each<[string, Leaf, boolean]>([
    ['free text', { kind: 'text', label: words, max: 10 }, true],
    ['a fact in words', { kind: 'text', label: words, max: 10, clear: true }, false],
    ['a personal fact, though it be called clear', { ...common, kind: 'text', max: 10, clear: true }, true],
    ['a phone', { ...common, kind: 'phone' }, true],
    ['a code', { kind: 'choice', label: words, options: [] }, false],
    ['a personal code', { ...common, kind: 'choice', options: [] }, true],
    ['a figure', { kind: 'number', label: words, max: 1 }, false],
    ['a personal figure', { ...common, kind: 'number', max: 1 }, true],
    ['a personal day', { ...common, kind: 'day' }, true],
    ['a credit code', { kind: 'credit-code', label: words }, false],
  ])('%s: %j', (_, field, sealed) => {
    expect(isSealed(field)).toBe(sealed);
  });
});

describe('pointer', () => {
  it.each([
    ['', ''],
    ['note', '/note'],
    ['items.0.quantity', '/items/0/quantity'],
  ])('of %j is %j', (path, expected) => {
    expect(pointer(path)).toBe(expected);
  });
});
