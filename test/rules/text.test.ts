import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fold, isPlain, length, plain, tidy } from '#src/rules/text.ts';

describe('fold', () => {
  it.each([
    ['ＡＢｃ１２３', 'ABc123'],
    ['５，０００', '5,000'],
    ['（０４３１）－１', '(0431)-1'],
    ['a\u3000b\u00a0c', 'a b c'],
    ['a–b—c−d﹣e‐f', 'a-b-c-d-e-f'],
    ['口罩，「五千只」。', '口罩,「五千只」。'],
  ])('makes %j of it', (typed, folded) => {
    expect(fold(typed)).toBe(folded);
  });

  it('folds what is folded to itself, and keeps the length', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), text => {
        expect(fold(fold(text))).toBe(fold(text));
        expect(fold(text).length).toBe(text.length);
      }),
    );
  });
});

describe('isPlain', () => {
  it.each(['', '口罩5000只', '𠮷野家', '第一行\n第二行\r\n\t第三行', '=SUM(A1)', '<b>', '😀👩‍🔧'])(
    'takes %j',
    text => {
      expect(isPlain(text)).toBe(true);
      expect(plain(text)).toBe(text);
    },
  );

  it.each([
    ['a\u0000b', 'ab'],
    ['a\u0007b', 'ab'],
    ['a\u001b[31mb', 'a[31mb'],
    ['a\u007fb', 'ab'],
    ['a\u2028b', 'ab'],
    ['a\uffffb', 'ab'],
    ['a\ud800b', 'a\ufffdb'],
    ['a\udc00b', 'a\ufffdb'],
  ])('does not take %j; plain leaves %j', (text, left) => {
    expect(isPlain(text)).toBe(false);
    expect(plain(text)).toBe(left);
  });

  it('takes whatever plain has been over', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.integer({ min: 0, max: 0xffff }).map(n => String.fromCharCode(n)) }),
        text => {
          expect(isPlain(plain(text))).toBe(true);
        },
      ),
    );
  });
});

describe('length', () => {
  it.each([
    ['', 0],
    ['口罩', 2],
    ['𠮷', 1],
    ['😀a', 2],
  ])('%j has %i', (text, count) => {
    expect(length(text)).toBe(count);
  });
});

describe('tidy', () => {
  it.each([
    ['outer blanks', '  甲厂 ', '甲厂'],
    ['zero-width marks', '\u200b甲\u200b厂\ufeff', '甲厂'],
    ['signs that turn the writing direction', '甲\u202e厂\u202c', '甲厂'],
    ['a name made of nothing', '\u200b\u200b', ''],
    ['line breaks where one line belongs', '甲\r\n 厂', '甲 厂'],
  ])('takes away %s', (_, typed, kept) => {
    expect(tidy(typed, false)).toBe(kept);
  });

  it('keeps the lines of a text that may have several, and the joiners of an emoji', () => {
    expect(tidy('第一行\n第二行', true)).toBe('第一行\n第二行');
    expect(tidy('👩‍🔧', false)).toBe('👩‍🔧');
  });
});
