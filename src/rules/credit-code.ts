import { fold } from '#src/rules/text.ts';

/** GB 32100-2015: 18 characters of these 31; I, O, S, V and Z do not occur. */
const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY';

export type CreditCode =
  | { readonly tag: 'valid'; readonly code: string }
  | { readonly tag: 'length'; readonly length: number }
  | { readonly tag: 'character'; readonly character: string; readonly position: number }
  | { readonly tag: 'check' };

/** The check character of the first 17: weights 3^(i-1) mod 31, 31 minus the sum mod 31, where 31 gives '0'. */
const checkCharacter = (body: string): string => {
  let sum = 0;
  let weight = 1;
  for (const character of body) {
    sum += alphabet.indexOf(character) * weight;
    weight = (weight * 3) % 31;
  }
  return alphabet[(31 - (sum % 31)) % 31] ?? '';
};

/**
 * Reads a unified social credit code; lower case, full width, blanks and dashes are folded. Says which character is impossible.
 * An old 15-digit licence number is taken as it is.
 */
export const creditCode = (typed: string): CreditCode => {
  const code = fold(typed).replace(/[\s-]/g, '').toUpperCase();
  if (/^\d{15}$/.test(code)) return { tag: 'valid', code };
  const characters = [...code];
  const wrong = characters.findIndex(character => !alphabet.includes(character));
  if (wrong >= 0) return { tag: 'character', character: characters[wrong] ?? '', position: wrong + 1 };
  if (characters.length !== 18) return { tag: 'length', length: characters.length };
  return checkCharacter(code.slice(0, 17)) === code[17] ? { tag: 'valid', code } : { tag: 'check' };
};
