import { type Keys, mac } from '#src/cases/keys.ts';
import { draw } from '#src/cases/random.ts';
import { type PaperKind, type PaperRow, paperKinds } from '#src/papers/store.ts';
import { fold } from '#src/rules/text.ts';

/** The character that stands for a kind in its number. */
const marks: Readonly<Record<PaperKind, string>> = {
  pass: '通',
  notice: '告',
  certificate: '证',
  letter: '函',
};

export type Serial = Pick<PaperRow, 'kind' | 'year' | 'serial'>;

/** `复工通〔2020〕12号`; '' while there is no number. */
export const showSerial = ({ kind, year, serial }: Serial): string =>
  serial === 0 ? '' : `复工${marks[kind]}〔${year}〕${serial}号`;

/** A number as it stands in the address of a QR code: `pass-2020-12`. */
export const serialKey = ({ kind, year, serial }: Serial): string => `${kind}-${year}-${serial}`;

const kindOf = (text: string): PaperKind | null =>
  paperKinds.find(kind => text.includes(marks[kind]) || text.toLowerCase().startsWith(`${kind}-`)) ?? null;

/** The number that was typed or scanned, however its brackets and blanks stand; null where it is none. */
export const readSerial = (typed: string): Serial | null => {
  const text = fold(typed.slice(0, 60)).replace(/\s/g, '');
  const kind = kindOf(text);
  const [, year = '', serial = ''] = /(?<!\d)(20\d\d)\D+(\d{1,7})(?!\d)/.exec(text) ?? [];
  return kind && year !== '' && Number(serial) > 0
    ? { kind, year: Number(year), serial: Number(serial) }
    : null;
};

/** Crockford's letters and digits: none is mistaken for another. */
const alphabet = '0123456789abcdefghjkmnpqrstvwxyz';
/** 26 signs of five bits: the 128 bits, and two that are zero. */
const codeLength = 26;

/** A new code of 128 random bits. */
export const newCode = (): string => {
  let left = BigInt(`0x${draw(16).toString('hex')}`);
  let code = '';
  for (let at = 0; at < codeLength; at += 1) {
    code = (alphabet[Number(left & 31n)] ?? '') + code;
    left >>= 5n;
  }
  return code;
};

/** As it is printed: `7k2m-p09x-…`. */
export const showCode = (code: string): string => code.replace(/(.{4})(?=.)/g, '$1-');

/** A typed code as it was drawn. */
export const readCode = (typed: string): string =>
  fold(typed.slice(0, 60)).toLowerCase().replace(/[\s-]/g, '').replace(/[il]/g, '1').replaceAll('o', '0');

/** The keyed hash under which a paper's code is stored. */
export const codeHash = (keys: Keys, paperId: string, code: string): string =>
  mac(keys.proof, 'paper', paperId, code).toString('base64url');
