/** Full-width letters, digits and signs to half width, ideographic space to space: what a Chinese keyboard types for a number. */
export const fold = (text: string): string =>
  text
    .replace(/[！-～]/g, sign => String.fromCharCode(sign.charCodeAt(0) - 0xfee0))
    .replace(/[\u3000\u00a0]/g, ' ')
    .replace(/[‐-―−﹣]/g, '-');

// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
const control = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\u2028\u2029\ufffe\uffff]/;

/** Whether every character can be stored and shown: no NUL or other control character, no half of a surrogate pair. */
export const isPlain = (text: string): boolean => text.isWellFormed() && !control.test(text);

/** The text without what cannot be shown, for giving a refused form back. */
export const plain = (text: string): string =>
  text.toWellFormed().replace(new RegExp(control.source, 'g'), '');

/** Marks that show nothing and can hide or turn around what stands beside them: zero-width and direction signs. */
const invisible = /[\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]/g;

/** A typed text as it is kept: without invisible marks and outer blanks; on one line unless it may have several. */
export const tidy = (text: string, severalLines: boolean): string => {
  const visible = text.replace(invisible, '').trim();
  return severalLines ? visible : visible.replace(/\s*[\r\n]+\s*/g, ' ');
};

/** Characters as people count them: a character outside the basic plane is one. */
export const length = (text: string): number => [...text].length;
