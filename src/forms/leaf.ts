import { amount } from '#src/rules/amount.ts';
import { creditCode } from '#src/rules/credit-code.ts';
import { isDay } from '#src/rules/day.ts';
import { phone } from '#src/rules/phone.ts';
import { placeIn } from '#src/rules/place.ts';
import { fold, isPlain, length, plain, tidy } from '#src/rules/text.ts';
import { type Leaf, options, type Tables } from './field.ts';
import type { refusals } from './words.ts';

/** What a leaf makes of its raw value: a value, or the refusal with its figures. */
export type Outcome =
  | { readonly value: unknown }
  | { readonly refusal: keyof typeof refusals; readonly values?: Record<string, string | number> };

export const isRecord = (raw: unknown): raw is Readonly<Record<string, unknown>> =>
  typeof raw === 'object' && raw !== null && !Array.isArray(raw);

/** The figure as text without its folds; null where it is none. An amount may carry its unit: `300万元` where 万元 are asked. */
const figureIn = (field: Extract<Leaf, { kind: 'number' }>, text: string): string | null => {
  const typed = fold(text);
  if (field.money) {
    const inUnits = amount(typed);
    return inUnits === null ? null : String(inUnits);
  }
  // A comma or blank parts thousands, or ten thousands: `1,5` is not taken for 15.
  return /^-?\d+([,\s]\d{3,4})*(\.\d+)?$/.test(typed) ? typed.replace(/[,\s]/g, '') : null;
};

const readNumber = (field: Extract<Leaf, { kind: 'number' }>, text: string): Outcome => {
  const figure = figureIn(field, text);
  if (figure === null) return { refusal: field.money ? 'amount' : 'number' };
  // Adding 0 makes 0 of `-0`.
  const value = Number(figure) + 0;
  const decimals = field.decimals ?? 0;
  if (field.orZero && value < 0) return { refusal: 'negative' };
  if (!field.orZero && value <= 0) return { refusal: 'zero' };
  if (value > field.max) return { refusal: 'tooLarge', values: { max: field.max } };
  if ((figure.split('.')[1]?.replace(/0+$/, '').length ?? 0) > decimals) {
    return decimals === 0 ? { refusal: 'whole' } : { refusal: 'decimals', values: { decimals } };
  }
  return { value };
};

const readCreditCode = (text: string): Outcome => {
  const result = creditCode(text);
  if (result.tag === 'valid') return { value: result.code };
  if (result.tag === 'length') return { refusal: 'codeLength', values: { length: result.length } };
  if (result.tag === 'check') return { refusal: 'codeCheck' };
  return { refusal: 'codeCharacter', values: { character: result.character, position: result.position } };
};

const readDay = (text: string): Outcome => {
  const folded = fold(text).replace(
    /^(\d{4})[年/.-](\d{1,2})[月/.-](\d{1,2})日?$/,
    (_, y: string, m: string, d: string) => `${y}-${m.padStart(2, '0')}-${d.padStart(2, '0')}`,
  );
  return isDay(folded) ? { value: folded } : { refusal: 'day' };
};

const readText = (field: Leaf, text: string, tables: Tables): Outcome => {
  switch (field.kind) {
    case 'text': {
      const count = length(text);
      return count > field.max
        ? { refusal: 'tooLong', values: { max: field.max, length: count } }
        : { value: text };
    }
    case 'phone':
      return phone(text) ? { value: text } : { refusal: 'phone' };
    case 'credit-code':
      return readCreditCode(text);
    case 'number':
      return readNumber(field, text);
    case 'day':
      return readDay(text);
    case 'choice':
      return options(field, tables).some(option => option.code === text)
        ? { value: text }
        : { refusal: 'unknownChoice', values: { value: [...text].slice(0, 20).join('') } };
    case 'place':
      return placeIn(text) ? { value: text } : { refusal: 'place' };
    case 'yes-no':
      return text === 'true' || text === 'false' ? { value: text === 'true' } : { refusal: 'yesNo' };
    case 'consent':
      return ticked(text) ? { value: true } : { refusal: 'consent' };
    case 'permission':
      if (ticked(text)) return { value: true };
      return text === 'false' ? { value: false } : { refusal: 'yesNo' };
    case 'choices':
    case 'files':
      return { refusal: 'shape' };
  }
};

const ticked = (text: string): boolean => text === 'true' || text === 'on';

const choosing: readonly string[] = ['choice', 'choices', 'yes-no'];

/** What an empty field is read into, by its kind. */
const empty = (field: Leaf): unknown => {
  if (field.kind === 'number' || field.kind === 'yes-no') return null;
  if (field.kind === 'permission') return false;
  return field.kind === 'choices' || field.kind === 'files' ? [] : '';
};

const missing = (field: Leaf, asked: boolean): Outcome => {
  if (field.kind === 'consent' && asked) return { refusal: 'consent' };
  if (!field.required || !asked) return { value: empty(field) };
  if (field.kind === 'files') return { refusal: 'noFile' };
  return { refusal: choosing.includes(field.kind) ? 'choose' : 'required' };
};

/** The ticked names of a list: JSON sends an array, a posted form `{loan: 'on'}`; null where it is neither. */
const namesIn = (raw: unknown): readonly string[] | null => {
  if (Array.isArray(raw)) return raw.every(one => typeof one === 'string') ? raw : null;
  if (!isRecord(raw)) return null;
  const given = Object.entries(raw).filter(([, value]) => value !== '');
  return given.every(([, value]) => value === 'on' || value === 'true') ? given.map(([name]) => name) : null;
};

const readNames = (
  field: Extract<Leaf, { kind: 'choices' | 'files' }>,
  raw: unknown,
  context: Level,
): Outcome => {
  const names = raw === '' ? [] : namesIn(raw);
  if (names === null) return { refusal: 'shape' };
  const different = [...new Set(names)];
  if (different.length === 0) return missing(field, context.asked);
  if (field.kind === 'files') {
    if (different.length > field.max)
      return { refusal: 'tooManyFiles', values: { max: field.max, length: different.length } };
    return different.every(isUploadId) ? { value: different } : { refusal: 'shape' };
  }
  const known = options(field, context.tables).map(option => option.code);
  const stranger = different.find(name => !known.includes(name));
  if (stranger !== undefined)
    return { refusal: 'unknownChoice', values: { value: [...plain(stranger)].slice(0, 20).join('') } };
  return { value: known.filter(code => different.includes(code)) };
};

/** An upload's id as `src/attachments/` makes it: 128 random bits. */
const isUploadId = (text: string): boolean => /^[A-Za-z0-9_-]{22}$/.test(text);

/** JSON has types of its own: a number where text belongs is a mistake, not a text. */
const isOtherType = (field: Leaf, raw: number | boolean): boolean =>
  typeof raw === 'number'
    ? field.kind !== 'number'
    : field.kind !== 'yes-no' && field.kind !== 'consent' && field.kind !== 'permission';

const otherType = (field: Leaf): Outcome => {
  if (field.kind === 'number') return { refusal: 'number' };
  if (field.kind === 'yes-no' || field.kind === 'permission') return { refusal: 'yesNo' };
  return { refusal: field.kind === 'consent' ? 'consent' : 'text' };
};

/** What a leaf is read against: the zone's tables, and whether its `when` holds. */
export type Level = { readonly tables: Tables; readonly asked: boolean };

/** Reads one field's raw value: its value, or why it is refused. */
export const readLeaf = (field: Leaf, raw: unknown, level: Level): Outcome => {
  if (raw === undefined || raw === null) return missing(field, level.asked);
  if (field.kind === 'choices' || field.kind === 'files') return readNames(field, raw, level);
  if (typeof raw !== 'string' && typeof raw !== 'number' && typeof raw !== 'boolean')
    return { refusal: 'shape' };
  if (typeof raw !== 'string' && isOtherType(field, raw)) return otherType(field);
  const text = tidy(String(raw), field.kind === 'text' && field.rows !== undefined);
  if (!isPlain(text)) return { refusal: 'plain' };
  return text === '' ? missing(field, level.asked) : readText(field, text, level.tables);
};
