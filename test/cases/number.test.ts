import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { makeNumber, readNumber, showNumber } from '#src/cases/number.ts';

const numbers = fc
  .tuple(
    fc.date({ min: new Date('2020-01-01'), max: new Date('2039-12-31'), noInvalidDate: true }),
    fc.integer({ min: 0, max: 9_999_999 }),
  )
  .map(([at, random]) => makeNumber(at, random));

const digits = [...'0123456789'];
const put = (number: string, index: number, digit: string) =>
  number.slice(0, index) + digit + number.slice(index + 1);

describe('Case number `YMMDD-NNNN-NNNC`', () => {
  test('last digit of the year, date, seven random digits and one check digit', () => {
    const number = makeNumber(new Date('2026-03-20T02:00:00Z'), 1234567);
    expect(showNumber(number)).toMatch(/^60320-1234-567\d$/);
  });

  test('the day is the day in Shanghai', () => {
    expect(makeNumber(new Date('2026-12-31T15:59:59Z'), 0).slice(0, 5)).toBe('61231');
    expect(makeNumber(new Date('2026-12-31T16:00:00Z'), 0).slice(0, 5)).toBe('70101');
  });

  test('digits only, and always the same count of them', () => {
    fc.assert(
      fc.property(numbers, number => {
        expect(number).toMatch(/^\d{13}$/);
      }),
    );
    expect(makeNumber(new Date(), 7)).toMatch(/^\d{5}0000007\d$/);
  });

  test('what was made is read as it is shown: read out on the phone, typed, copied', () => {
    fc.assert(
      fc.property(numbers, number => {
        expect(readNumber(number)).toBe(number);
        expect(readNumber(showNumber(number))).toBe(number);
      }),
    );
  });

  test('with dashes, blanks and full width', () => {
    const number = makeNumber(new Date('2026-03-20T02:00:00Z'), 1234567);
    const shown = showNumber(number);
    const wide = [...shown].map(sign => String.fromCharCode(sign.charCodeAt(0) + 0xfee0)).join('');
    const typed = [
      ` ${shown} `,
      wide,
      shown.replaceAll('-', ' '),
      shown.replaceAll('-', '—'),
      shown.replaceAll('-', '－'),
      shown.replaceAll('-', '\u3000'),
      [...number].join(' '),
    ];
    for (const text of typed) expect([text, readNumber(text)]).toEqual([text, number]);
  });

  test('every single error is caught', () => {
    fc.assert(
      fc.property(numbers, number => {
        for (let index = 0; index < number.length; index++)
          for (const digit of digits.filter(one => one !== number[index]))
            expect(readNumber(put(number, index, digit))).toBeNull();
      }),
    );
  });

  test('every neighbouring swap is caught', () => {
    fc.assert(
      fc.property(numbers, number => {
        for (let index = 0; index + 1 < number.length; index++) {
          const [left = '', right = ''] = [number[index], number[index + 1]];
          if (left === right) continue;
          expect(readNumber(put(put(number, index, right), index + 1, left))).toBeNull();
        }
      }),
    );
  });

  test('what has another length or other signs is no number', () => {
    const number = makeNumber(new Date(), 1234567);
    const wrong = [
      '',
      '0',
      number.slice(1),
      `0${number}`,
      `${number}0`,
      `${number.slice(0, -1)}x`,
      `+${number}`,
    ];
    for (const text of [...wrong, `${number}.0`, `０x${number}`, '一二三四五六七八九十一二三'])
      expect([text, readNumber(text)]).toEqual([text, null]);
  });
});
