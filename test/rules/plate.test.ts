import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { plate } from '#src/rules/plate.ts';

describe('plate', () => {
  it.each([
    ['吉A12345', '吉A12345', 'usual'],
    ['京AF0236', '京AF0236', 'usual'],
    ['粤B1A2C3', '粤B1A2C3', 'usual'],
    ['吉Ｂ·１２３４５', '吉B12345', 'usual'],
    [' 吉a-123 45 ', '吉A12345', 'usual'],
    ['吉A1234挂', '吉A1234挂', 'trailer'],
    ['粤Z1234港', '粤Z1234港', 'usual'],
    ['吉A1234警', '吉A1234警', 'usual'],
    ['吉AD12345', '吉AD12345', 'new-energy'],
    ['吉AFA2345', '吉AFA2345', 'new-energy'],
    ['吉A12345D', '吉A12345D', 'new-energy'],
    ['吉A12345K', '吉A12345K', 'new-energy'],
  ] as const)('reads %j', (typed, read, kind) => {
    expect(plate(typed)).toEqual({ tag: 'valid', plate: read, kind });
  });

  it.each([
    ['', { tag: 'beginning' }],
    ['A12345', { tag: 'beginning' }],
    ['吉112345', { tag: 'beginning' }],
    ['港A12345', { tag: 'beginning' }],
    ['吉A1234', { tag: 'length', length: 6 }],
    ['吉A1234567', { tag: 'length', length: 9 }],
    ['吉A1234O', { tag: 'character', character: 'O', position: 7 }],
    ['吉AI2345', { tag: 'character', character: 'I', position: 3 }],
    ['吉A12挂34', { tag: 'character', character: '挂', position: 5 }],
    ['吉A12345挂', { tag: 'character', character: '挂', position: 8 }],
    ['吉A123456', { tag: 'new-energy' }],
    ['吉AL12345', { tag: 'new-energy' }],
    ['吉A12345L', { tag: 'new-energy' }],
    ['吉AD1234A', { tag: 'new-energy' }],
  ])('refuses %j and says why', (typed, outcome) => {
    expect(plate(typed)).toEqual(outcome);
  });

  it('reads what it gave back as the same', () => {
    const letters = [...'ABCDEFGHJKLMNPQRSTUVWXYZ0123456789'];
    const rest = fc.string({ unit: fc.constantFrom(...letters), minLength: 5, maxLength: 6 });
    fc.assert(
      fc.property(fc.constantFrom('吉', '鄂', '粤'), rest, (province, text) => {
        const first = plate(`${province}A·${text.toLowerCase()}`);
        if (first.tag === 'valid') expect(plate(first.plate)).toEqual(first);
        // Seven characters out of the right letters are always a plate.
        else expect([text.length, first.tag]).toEqual([6, 'new-energy']);
      }),
    );
  });
});
