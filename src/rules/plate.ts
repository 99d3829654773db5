import { fold } from '#src/rules/text.ts';

/** The first character of a mainland plate: the short name of the province. */
const provinces = '京津冀晋蒙辽吉黑沪苏浙皖闽赣鲁豫鄂湘粤桂琼渝川贵云藏陕甘青宁新';
/** What may stand at the end in place of the fifth character: trailer, police, driving school, Hong Kong and Macao. */
const endings = '挂警学港澳';
/** Letters and digits of the serial; I and O do not occur (GA 36-2018). */
const serial = '[A-HJ-NP-Z0-9]';

const usual = new RegExp(`^${serial}{5}$`);
const special = new RegExp(`^${serial}{4}[${endings}]$`);
/** Six characters of a new-energy plate: its letter stands first on a small vehicle, last on a large one. */
const newEnergy = new RegExp(`^([A-HJK]${serial}\\d{4}|\\d{5}[A-HJK])$`);

export type Plate =
  | { readonly tag: 'valid'; readonly plate: string; readonly kind: 'usual' | 'new-energy' | 'trailer' }
  /** It does not begin with a province and a letter, such as 吉A. */
  | { readonly tag: 'beginning' }
  /** A character that no plate has in this place, the first being 1. */
  | { readonly tag: 'character'; readonly character: string; readonly position: number }
  | { readonly tag: 'length'; readonly length: number }
  /** Eight characters, but not built like a new-energy plate. */
  | { readonly tag: 'new-energy' };

const kindOf = (rest: string): Extract<Plate, { tag: 'valid' }>['kind'] | null => {
  if (newEnergy.test(rest)) return 'new-energy';
  if (rest.endsWith('挂') && special.test(rest)) return 'trailer';
  return usual.test(rest) || special.test(rest) ? 'usual' : null;
};

/**
 * Reads a mainland number plate (GA 36-2018): seven characters, eight on a new-energy vehicle, a trailer's ends in 挂. Lower case,
 * full width, blanks, dots and dashes are folded; says what is wrong and where. Military and embassy plates are not read.
 */
export const plate = (typed: string): Plate => {
  const text = fold(typed)
    .replace(/[\s·•・.。-]/g, '')
    .toUpperCase();
  const characters = [...text];
  if (!provinces.includes(characters[0] ?? ' ') || !/^[A-HJ-Z]$/.test(characters[1] ?? ''))
    return { tag: 'beginning' };
  const rest = characters.slice(2);
  const wrong = rest.findIndex(
    (one, at) =>
      !new RegExp(`^${serial}$`).test(one) && !(at === rest.length - 1 && at === 4 && endings.includes(one)),
  );
  if (wrong >= 0) return { tag: 'character', character: rest[wrong] ?? '', position: wrong + 3 };
  if (rest.length !== 5 && rest.length !== 6) return { tag: 'length', length: characters.length };
  const kind = kindOf(rest.join(''));
  return kind ? { tag: 'valid', plate: text, kind } : { tag: 'new-energy' };
};
