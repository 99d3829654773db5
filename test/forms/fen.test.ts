import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fenIn, fenOf, fenText } from '#src/forms/fen.ts';

describe('amounts in fen', () => {
  test.each([
    ['8640.50', 864_050],
    ['８６４０．５元', 864_050],
    ['￥1,234', 123_400],
    ['63万', 63_000_000],
    ['1.2345万元', 1_234_500],
    ['0.01', 1],
    ['100亿', 1_000_000_000_000],
  ])('%s', (typed, fen) => {
    expect(fenIn(typed)).toBe(fen);
  });

  test.each(['', '0', '0.00', '-5', '1.005', '1.2345678万', '100.1亿', '十万', '5美元', '1e5', '万'])(
    '%s is none',
    typed => {
      expect(fenIn(typed)).toBeNull();
    },
  );

  test('what a form keeps with two decimals is read to the fen', () => {
    const anyFen = fc.integer({ min: 1, max: 1_000_000_000_000 });
    fc.assert(
      fc.property(anyFen, fen => {
        expect(fenOf(fen / 100)).toBe(fen);
        expect(fenIn((fen / 100).toFixed(2))).toBe(fen);
      }),
    );
  });

  test('one unit, whole sums in 万元', () => {
    expect(fenText(63_000_000, 'zh-Hans')).toBe('63万元');
    expect(fenText(864_050, 'zh-Hans')).toBe('8,640.50元');
    expect(fenText(1_000_001, 'zh-Hans')).toBe('10,000.01元');
    expect(fenText(63_000_000, 'en')).toBe('RMB 630,000');
  });
});
