import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { analyse } from '#src/search/analyse.ts';
import { createFold } from '#src/search/fold.ts';
import { officialFor } from '#src/search/glossary.ts';
import { gramsOf } from '#src/search/grams.ts';
import { createLexicon, segment } from '#src/search/lexicon.ts';
import { classed, packWords } from '#src/search/make/pack.ts';
import { wordsOf } from '#src/search/make/words.ts';
import { marksOf } from '#src/search/marks.ts';
import { traditionalPairs } from '#src/search/tables/traditional.ts';

const fold = createFold(traditionalPairs);
const lexicon = createLexicon(packWords(['延期 还本', '社会 保险 企业', '社会保险 贷款 的'], new Set()));

describe('fold', () => {
  test.each([
    ['穩崗返還', '稳岗返还'],
    ['Ｎ９５（醫用）', 'n95(医用)'],
    ['第〇八號', '第零八号'],
    ['ＡＢＣ－１', 'abc-1'],
  ])('%s is %s', (typed, folded) => {
    expect(fold(typed)).toBe(folded);
  });

  test('keeps every position, and changes nothing the second time', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), text => {
        expect(fold(text)).toHaveLength(text.length);
        expect(fold(fold(text))).toBe(fold(text));
      }),
    );
  });

  test('every Traditional character of the table becomes one that stays', () => {
    for (const character of new Set(traditionalPairs)) expect(fold(fold(character))).toBe(fold(character));
  });
});

describe('segment', () => {
  const cut = (text: string) => segment(lexicon, text).map(word => word.text);

  test('the likeliest words, longer before shorter, strangers one by one', () => {
    expect(cut('社会保险的企业')).toEqual(['社会保险', '的', '企业']);
    expect(cut('贷款延期还本付')).toEqual(['贷款', '延期', '还本', '付']);
    expect(segment(lexicon, '付息').map(word => word.known)).toEqual([false, false]);
  });

  test('loses nothing, and cuts the same text the same way', () => {
    const han = fc.string({ unit: fc.constantFrom(...'社会保险企业贷款延期还本的付息') });
    fc.assert(
      fc.property(han, text => {
        const words = segment(lexicon, text, 3);
        expect(words.map(word => word.text).join('')).toBe(text);
        expect(segment(lexicon, text, 3)).toEqual(words);
        let at = 3;
        for (const word of words) {
          expect(word.at).toBe(at);
          at += word.text.length;
        }
      }),
    );
  });

  test('the lexicon does not depend on the order of the texts', () => {
    const texts = ['企业可以申请缓缴社会保险费', '缓缴社会保险费的企业', '申请贷款延期'];
    expect(wordsOf(texts, [])).toEqual(wordsOf([...texts].reverse(), []));
    expect(wordsOf(texts, ['稳岗返还']).join(' ').split(' ')).toContain('稳岗返还');
  });
});

test('terms: characters, neighbours, words of letters and figures, a figure with its counter', () => {
  expect(gramsOf('11号文')).toEqual(['11', '1', '1', '11号', '号', '文', '号文']);
  expect(gramsOf('n95口罩')).toEqual(['n95', 'n', '9', '5', 'n95口', '口', '罩', '口罩']);
  expect(gramsOf('减1%、ok')).toEqual(['减', '1%', '1', '%', 'ok', 'o', 'k']);
});

test('a question’s terms say which of its characters they stand for', () => {
  const { terms, length } = analyse('社会保险 的n95', lexicon);
  expect(length).toBe(8);
  expect(terms.find(term => term.term === '社会保险')).toMatchObject({ role: 'word', at: 0, size: 4 });
  expect(terms.find(term => term.term === '会保')).toMatchObject({ role: 'part', at: 1, size: 2 });
  expect(terms.find(term => term.term === '的')).toMatchObject({ role: 'piece' });
  expect(terms.find(term => term.term === 'n95')).toMatchObject({ role: 'word', at: 5, size: 3 });
  expect(new Set(terms.map(term => term.term)).size).toBe(terms.length);
});

test('a long question is looked up by its words, a short one also by its characters', () => {
  const roles = (text: string) => new Set(analyse(text, lexicon).terms.map(({ role }) => role));
  expect(roles('社会保险的企业')).toContain('piece');
  expect(roles('社会保险的企业贷款延期')).not.toContain('piece');
});

describe('official words', () => {
  const rows = [
    ['口罩', ['医用口罩', '防疫物资']],
    ['发不出工资', ['稳岗返还']],
    ['工资发放', ['工资']],
  ] as const;
  test.each([
    ['口罩', ['防疫物资']],
    ['防疫物资口罩', []],
    ['工资发不出来', ['稳岗返还']],
    ['工资怎么发放', []],
    ['租金', []],
  ])('for %s: %j', (question, official) => {
    expect(officialFor(question, rows, fold)).toEqual(official);
  });
});

test('marks are in order, apart, and cover every word', () => {
  expect(marksOf('延期还本，延期', ['延期', '期还'])).toEqual([
    [0, 3],
    [5, 7],
  ]);
  expect(marksOf('无', ['有', ''])).toEqual([]);
});

test('packed words are the same words again', () => {
  const classes = ['企 企业 社保', '', '的 社会 社会保险'];
  const known = createLexicon(packWords(classes, new Set(['社会', '的', '别的'])));
  const words = classed(classes).map(([word]) => word);
  expect([...known.words()].sort()).toEqual(words.sort());
  expect(words.filter(known.isLarge)).toEqual(['的', '社会'].sort());
  expect(known.longest).toBe(4);
  expect(known.cost('企业')).toBe(known.cost('社保'));
  expect(known.cost('社会保险')).toBeLessThan(known.cost('社保') ?? 0);
  expect(known.cost('企社')).toBeUndefined();
});
