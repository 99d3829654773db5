import { fold } from '#src/rules/text.ts';

/** A mainland phone number: E.164 for machines, the national form for people, an extension or ''. */
export type Phone = { readonly e164: string; readonly national: string; readonly extension: string };

const extensionOf = /(?:分机|转|ext\.?|x|#)\s*(\d{1,6})\s*$/i;
const mobile = /^1[3-9]\d{9}$/;
const landline = /^(0(?:10|2\d|[3-9]\d{2}))(\d{7,8})$/;
const service = /^([48]00)(\d{3})(\d{4})$/;

const national = (digits: string): string | null => {
  if (mobile.test(digits)) return digits;
  const fixed = landline.exec(digits);
  if (fixed) return `${fixed[1]}-${fixed[2]}`;
  const free = service.exec(digits);
  return free ? `${free[1]}-${free[2]}-${free[3]}` : null;
};

/**
 * Reads a number as people type it: blanks, dashes, brackets, full width, +86 or 0086, an extension after 转, ext or a third dash.
 * Null when it is no mainland mobile, landline with area code, or 400/800 number.
 */
export const phone = (typed: string): Phone | null => {
  let text = fold(typed).trim();
  let extension = extensionOf.exec(text)?.[1] ?? '';
  text = text.replace(extensionOf, '').trim();
  const dashed = /^(\(?0\d{2,3}\)?[-\s]\d{7,8})-(\d{1,6})$/.exec(text);
  if (dashed && !extension) {
    text = dashed[1] ?? '';
    extension = dashed[2] ?? '';
  }
  if (!/^[+\d\s()-]+$/.test(text)) return null;
  let digits = text
    .replace(/[\s()-]/g, '')
    .replace(/^(\+|00)86/, '')
    .replace(/^86(?=1[3-9]\d{9}$)/, '');
  // After +86 the area code is often written without its 0.
  if (
    /^(\+|00)86/.test(text.replace(/[\s()-]/g, '')) &&
    !mobile.test(digits) &&
    !digits.startsWith('0') &&
    !service.test(digits)
  ) {
    digits = `0${digits}`;
  }
  const shown = national(digits);
  return shown ? { e164: `+86${digits.replace(/^0/, '')}`, national: shown, extension } : null;
};
