import { dayOf } from '#src/rules/day.ts';
import { fold } from '#src/rules/text.ts';

/** A totally anti-symmetric quasigroup of order 10 (H. M. Damm, 2004): catches every single wrong digit and every swap of neighbours. */
const damm = [
  '0317598642',
  '7092154863',
  '4206871359',
  '1750983426',
  '6123045978',
  '3674209581',
  '5869720134',
  '8945362017',
  '9438617205',
  '2581436790',
];

const interim = (digits: string): string =>
  [...digits].reduce((row, digit) => damm[Number(row)]?.[Number(digit)] ?? '', '0');

/**
 * A case number, thirteen digits read out on the phone as `YMMDD-NNNN-NNNC`: the year's last digit, the day in Shanghai, seven random
 * digits, one check digit. `random` is a whole number below 10,000,000.
 */
export const makeNumber = (at: Date, random: number): string => {
  const [year = '', month = '', day = ''] = dayOf(at).split('-');
  const body = `${year.slice(-1)}${month}${day}${String(random).padStart(7, '0')}`;
  return withCheck(body);
};

/** Digits with a last one that catches every single wrong digit and every swap of neighbours. */
export const withCheck = (digits: string): string => digits + interim(digits);

/** Thirteen digits for a number as people type it, or null when it cannot be one: wrong length or a digit that does not check. */
export const readNumber = (typed: string): string | null => {
  const digits = fold(typed).replace(/[\s-]/g, '');
  return /^\d{13}$/.test(digits) && interim(digits) === '0' ? digits : null;
};

/** `60320-1234-5678`, as it is shown and read out. */
export const showNumber = (number: string): string =>
  `${number.slice(0, 5)}-${number.slice(5, 9)}-${number.slice(9)}`;
