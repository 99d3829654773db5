import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Stated, shareOf, sumOf } from '#src/rules/reconcile.ts';

const exact = (value: number | null): Stated => ({ value, sense: 'exact' });
const all = (...values: (number | null)[]): Stated[] => values.map(exact);

describe('sumOf', () => {
  test('Changchun: 49 + 65 + 12 + 159 is 285, and 286 was printed', () => {
    expect(sumOf(all(49, 65, 12, 159), exact(286))).toEqual({
      tag: 'differs',
      sum: 285,
      gap: 1,
      unstated: 0,
    });
  });

  test('Changchun: staff add up, and the bank branches are not among them', () => {
    expect(sumOf(all(7627, 1067, null, 1550), exact(10244))).toEqual({
      tag: 'equal',
      sum: 10244,
      unstated: 1,
    });
  });

  test('a part without a number is not 0: parts that miss the total differ', () => {
    expect(sumOf(all(5, null), exact(8))).toEqual({ tag: 'differs', sum: 5, gap: 3, unstated: 1 });
  });

  test('what is more than the total is a gap below 0', () => {
    expect(sumOf(all(5, 6), exact(10))).toMatchObject({ tag: 'differs', gap: -1 });
  });

  test.each([
    ['no total', all(1, 2), null],
    ['a total without a number', all(1, 2), exact(null)],
    ['no part with a number', all(null, null), exact(3)],
    ['a rough part', [exact(1), { value: 2, sense: 'about' } as const], exact(3)],
    ['a rough total', all(1, 2), { value: 3, sense: 'over' } as const],
  ])('nothing can be told with %s', (_, parts, total) => {
    expect(sumOf(parts, total)).toEqual({ tag: 'open' });
  });

  test('hundredths add up as on paper', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 1_000_000 }), { minLength: 1 }), cents => {
        const total = cents.reduce((sum, one) => sum + one, 0) / 100;
        expect(sumOf(all(...cents.map(one => one / 100)), exact(total)).tag).toBe('equal');
      }),
    );
  });
});

describe('shareOf', () => {
  const share = (numerator: number | null, denominator: number | null, published: string | null) =>
    shareOf({ numerator, denominator, published });

  test('Jimei: 53 of 56 is the 94.64 % that was printed', () => {
    expect(share(53, 56, '94.64')).toEqual({ tag: 'agrees', percent: '94.64' });
  });

  test('Lanzhou: 260 of 303 agrees with 86 %, to as many decimals as were printed', () => {
    expect(share(260, 303, '86').tag).toBe('agrees');
    expect(share(260, 303, '86.0')).toEqual({ tag: 'differs', percent: '86.0', computed: '85.8' });
  });

  test('Jimei: 365 of 466 was not printed, and is marked as worked out', () => {
    expect(share(365, 466, null)).toEqual({ tag: 'computed', percent: '78.3' });
  });

  test('without both of its numbers a share cannot be checked', () => {
    expect(share(null, null, '45.74')).toEqual({ tag: 'unchecked', percent: '45.74' });
    expect(share(5, null, '45.74').tag).toBe('unchecked');
    expect(share(0, 0, null)).toEqual({ tag: 'unknown' });
  });
});
