import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { creditCode } from '#src/rules/credit-code.ts';

const alphabet = [...'0123456789ABCDEFGHJKLMNPQRTUWXY'];
const worked = '91350100M000100Y43';

/** The check by the table of weights in GB 32100-2015, written out, so that it shares nothing with the code. */
const weights = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];
const modOf = (body: string): number =>
  weights.reduce((sum, weight, at) => sum + weight * alphabet.indexOf(body[at] ?? ''), 0) % 31;
const whole = (body: string): string => body + (alphabet[(31 - modOf(body)) % 31] ?? '');
const bodies = fc.string({ unit: fc.constantFrom(...alphabet), minLength: 17, maxLength: 17 });

describe('creditCode', () => {
  it.each([
    ['the worked example', worked, worked],
    ['a listed company', '9144030071526726XG', '9144030071526726XG'],
    ['lower case', worked.toLowerCase(), worked],
    ['full width', '９１３５０１００Ｍ０００１００Ｙ４３', worked],
    ['full-width lower case', '９１３５０１００ｍ０００１００ｙ４３', worked],
    ['blanks, an ideographic one among them', ' 9135 0100\u3000M000100\u00a0Y43 ', worked],
    ['dashes', '913501-00M000100-Y43', worked],
    ['an old licence of 15 digits', '350100100001234', '350100100001234'],
    ['a sum that is a multiple of 31 has the check character 0', '000000000000000000', '0'.repeat(18)],
  ])('takes %s', (_, typed, code) => {
    expect(creditCode(typed)).toEqual({ tag: 'valid', code });
  });

  it.each([
    ['', 0],
    ['91350100M000100Y4', 17],
    [`${worked}3`, 19],
    ['35010010000123', 14],
    ['3501001000012345', 16],
    ['35010010000123A', 15],
  ])('says that %j has %i characters', (typed, length) => {
    expect(creditCode(typed)).toEqual({ tag: 'length', length });
  });

  it.each([...'IOSVZ'].flatMap(letter => [letter, letter.toLowerCase()].map(typed => [typed, letter])))(
    'names the impossible letter %s and its place',
    (typed, letter) => {
      for (let at = 0; at < 18; at += 1) {
        const code = worked.slice(0, at) + typed + worked.slice(at + 1);
        expect(creditCode(code)).toEqual({ tag: 'character', character: letter, position: at + 1 });
      }
    },
  );

  it.each([
    ['9135010中M000100Y43', '中', 8],
    ['913501𠮷0M000100Y43', '𠮷', 7],
    ['9135.100M000100Y43', '.', 5],
  ])('names the character in %s', (typed, character, position) => {
    expect(creditCode(typed)).toEqual({ tag: 'character', character, position });
  });

  it('takes a multiple of 31 as 0, wherever it comes from', () => {
    const body = '91350100M000100Y4';
    const fitting = alphabet.map(last => body.slice(0, 16) + last).find(code => modOf(code) === 0) ?? '';
    expect(creditCode(`${fitting}0`).tag).toBe('valid');
    expect(alphabet.slice(1).map(last => creditCode(fitting + last).tag)).toEqual(Array(30).fill('check'));
  });

  it('finds every change of one character and every swap of neighbours', () => {
    fc.assert(
      fc.property(bodies, body => {
        const code = whole(body);
        expect(creditCode(code)).toEqual({ tag: 'valid', code });
        for (let at = 0; at < 18; at += 1) {
          const changed = alphabet.map(letter => code.slice(0, at) + letter + code.slice(at + 1));
          const swapped = code.slice(0, at) + (code[at + 1] ?? '') + code[at] + code.slice(at + 2);
          for (const wrong of [...changed, swapped]) {
            if (wrong !== code) expect(creditCode(wrong)).toEqual({ tag: 'check' });
          }
        }
      }),
      { numRuns: 20 },
    );
  });

  it('never throws', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), typed => {
        creditCode(typed);
      }),
    );
  });
});
