import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { phone } from '#src/rules/phone.ts';

describe('phone', () => {
  it.each([
    ['13800138000', '+8613800138000', '13800138000'],
    ['138 0013 8000', '+8613800138000', '13800138000'],
    ['138-0013-8000', '+8613800138000', '13800138000'],
    ['+86 138 0013 8000', '+8613800138000', '13800138000'],
    ['+86-13800138000', '+8613800138000', '13800138000'],
    ['0086 13800138000', '+8613800138000', '13800138000'],
    ['008613800138000', '+8613800138000', '13800138000'],
    ['１３８００１３８０００', '+8613800138000', '13800138000'],
    ['＋８６　１３８００１３８０００', '+8613800138000', '13800138000'],
    ['\u00a013800138000\t', '+8613800138000', '13800138000'],
    ['19912345678', '+8619912345678', '19912345678'],
    ['8613800138000', '+8613800138000', '13800138000'],
    ['010-82532700', '+861082532700', '010-82532700'],
    ['01082532700', '+861082532700', '010-82532700'],
    ['(010) 8253 2700', '+861082532700', '010-82532700'],
    ['（010）82532700', '+861082532700', '010-82532700'],
    ['021 6321 0000', '+862163210000', '021-63210000'],
    ['0431-87019189', '+8643187019189', '0431-87019189'],
    ['043187019189', '+8643187019189', '0431-87019189'],
    ['0431—87019189', '+8643187019189', '0431-87019189'],
    ['0431－87019189', '+8643187019189', '0431-87019189'],
    ['0851-5812345', '+868515812345', '0851-5812345'],
    ['+86 431 87019189', '+8643187019189', '0431-87019189'],
    ['+86 (0)10 82532700', '+861082532700', '010-82532700'],
    ['0086-10-82532700', '+861082532700', '010-82532700'],
    ['400-820-8820', '+864008208820', '400-820-8820'],
    ['8008208820', '+868008208820', '800-820-8820'],
    ['+86 400 820 8820', '+864008208820', '400-820-8820'],
  ])('reads %s', (typed, e164, national) => {
    expect(phone(typed)).toEqual({ e164, national, extension: '' });
  });

  it.each([
    ['0431-87019189转8012', '0431-87019189', '8012'],
    ['0431-87019189 转 8012', '0431-87019189', '8012'],
    ['0431-87019189 ext 8012', '0431-87019189', '8012'],
    ['0431-87019189 ext. 8012', '0431-87019189', '8012'],
    ['0431-87019189EXT8012', '0431-87019189', '8012'],
    ['0431-87019189x8012', '0431-87019189', '8012'],
    ['0431-87019189#8012', '0431-87019189', '8012'],
    ['0431-87019189-8012', '0431-87019189', '8012'],
    ['010 82532700-1', '010-82532700', '1'],
    ['０４３１－８７０１９１８９转８０１２', '0431-87019189', '8012'],
    ['400-820-8820转1', '400-820-8820', '1'],
  ])('reads the extension of %s', (typed, national, extension) => {
    expect(phone(typed)).toMatchObject({ national, extension });
  });

  it.each([
    ['', 'nothing'],
    ['12800138000', '11 digits that begin with 12'],
    ['10800138000', '11 digits that begin with 10'],
    ['1380013800', '10 digits'],
    ['138001380000', '12 digits'],
    ['87019189', 'a landline without area code'],
    ['0431-870191', 'a landline too short'],
    ['0431-870191890', 'a landline too long'],
    ['0131-87019189', 'an area code that does not exist'],
    ['12345', 'a short number'],
    ['110', 'an emergency number'],
    ['400-820-882', 'a service number too short'],
    ['138abcd8000', 'letters'],
    ['电话13800138000', 'words'],
    ['+1 650 253 0000', 'another country'],
    ['+852 2123 4567', 'Hong Kong'],
    ['13800138000/13900139000', 'two numbers'],
    ['转8012', 'an extension alone'],
    ['0431-87019189转80123456', 'an extension too long'],
    ['１３８００１３８００', 'full width, one short'],
  ])('does not take %j: %s', typed => {
    expect(phone(typed)).toBeNull();
  });

  it('never throws, and reads its own national form again', () => {
    const nearly = fc.string({ unit: fc.constantFrom(...'0123456789+- ()转x#'), maxLength: 20 });
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), nearly), typed => {
        const read = phone(typed);
        if (read) expect(phone(read.national)).toEqual({ ...read, extension: '' });
      }),
      { numRuns: 2000 },
    );
  });

  it('reads every mobile number however its digits are grouped', () => {
    const digits = fc
      .tuple(fc.constantFrom(...'3456789'), fc.stringMatching(/^\d{9}$/))
      .map(([second, rest]) => `1${second}${rest}`);
    const sign = fc.constantFrom('', '+86', '0086', '+86 ', '0086-');
    fc.assert(
      fc.property(digits, sign, fc.constantFrom('', ' ', '-', '　'), (number, country, gap) => {
        const typed = country + [number.slice(0, 3), number.slice(3, 7), number.slice(7)].join(gap);
        expect(phone(typed)).toEqual({ e164: `+86${number}`, national: number, extension: '' });
      }),
    );
  });

  it('answers a very long text at once', () => {
    const started = performance.now();
    for (const typed of ['转 '.repeat(50_000), `x${' '.repeat(100_000)}`, '1'.repeat(200_000)]) {
      expect(phone(typed)).toBeNull();
    }
    expect(performance.now() - started).toBeLessThan(1000);
  });
});
