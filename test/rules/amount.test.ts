import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { amount } from '#src/rules/amount.ts';

describe('amount', () => {
  it.each([
    ['300', 300],
    ['300万', 300],
    ['300万元', 300],
    ['300 万元', 300],
    ['３００万', 300],
    ['1,200', 1200],
    ['1.2亿', 12_000],
    ['3亿元', 30_000],
    ['五', null],
    ['5000000元', 500],
    ['¥5000000元', 500],
    ['0.1元', 0.00001],
    ['0.01元', 0.000001],
    ['五百万', null],
    ['2百万', 200],
    ['3千万元', 3000],
    ['5千元', 0.5],
    ['人民币300万元整', 300],
    ['-5', -5],
    ['-0', 0],
    ['1,5', null],
    ['1万2', null],
    ['300万美元', null],
    ['300吨', null],
    ['300元万', null],
    ['', null],
    ['万', null],
  ])('reads %j as %s 万元', (typed, value) => {
    expect(amount(typed)).toBe(value);
  });

  it('says the same of one sum in yuan, 万元 and 亿元', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 99_999_999 }), yuan => {
        const hundreds = yuan * 100;
        expect(amount(`${hundreds}元`)).toBe(amount(String(hundreds / 10_000)));
        expect(amount(`${hundreds / 1e8}亿`)).toBeCloseTo(hundreds / 10_000, 6);
      }),
    );
  });
});
