import { langs, say, type Words } from '#src/i18n/words.ts';
import { creditCode } from '#src/rules/credit-code.ts';
import { type Day, isDay } from '#src/rules/day.ts';
import { phone } from '#src/rules/phone.ts';
import { fold, isPlain, length, tidy } from '#src/rules/text.ts';
import {
  type Answers,
  type AnyForm,
  type Fields,
  type Leaf,
  type LinesField,
  options,
  type Problem,
  pointer,
  type Tables,
} from './field.ts';
import { answersInWords, refusals } from './words.ts';

/** At most this many lines of one kind in one submission. */
export const maxLines = 50;

/** What was sent, before it is checked: objects, arrays and scalars as JSON or a posted form gives them. */
export type Raw = { readonly [name: string]: unknown };

export type Reading =
  | { readonly tag: 'read'; readonly answers: Answers; readonly warnings: readonly Problem[] }
  | { readonly tag: 'refused'; readonly problems: readonly Problem[] };

type Context = {
  readonly tables: Tables;
  readonly today: Day;
  readonly problems: Problem[];
  readonly warnings: Problem[];
};
/** What a leaf makes of its raw value: a value, or the refusal with its figures. */
type Outcome =
  | { readonly value: unknown }
  | { readonly refusal: keyof typeof refusals; readonly values?: Record<string, string | number> };

const fill = (words: Words, label: Words, values: Record<string, string | number> = {}): Words =>
  Object.fromEntries(langs.map(lang => [lang, say(words, lang, { label: label[lang], ...values })])) as Words;

const isRecord = (raw: unknown): raw is Raw => typeof raw === 'object' && raw !== null && !Array.isArray(raw);

const readNumber = (field: Extract<Leaf, { kind: 'number' }>, text: string): Outcome => {
  const typed = fold(text);
  // A comma or blank parts thousands, or ten thousands: `1,5` is not taken for 15.
  if (!/^-?\d+([,\s]\d{3,4})*(\.\d+)?$/.test(typed)) return { refusal: 'number' };
  const folded = typed.replace(/[,\s]/g, '');
  // Adding 0 makes 0 of `-0`.
  const value = Number(folded) + 0;
  const decimals = field.decimals ?? 0;
  if (field.orZero && value < 0) return { refusal: 'negative' };
  if (!field.orZero && value <= 0) return { refusal: 'zero' };
  if (value > field.max) return { refusal: 'tooLarge', values: { max: field.max } };
  if ((folded.split('.')[1]?.replace(/0+$/, '').length ?? 0) > decimals) {
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
    case 'yes-no':
      return text === 'true' || text === 'false' ? { value: text === 'true' } : { refusal: 'yesNo' };
    case 'consent':
      return text === 'true' || text === 'on' ? { value: true } : { refusal: 'consent' };
  }
};

const missing = (field: Leaf): Outcome => {
  if (field.kind === 'consent') return { refusal: 'consent' };
  if (field.required)
    return { refusal: field.kind === 'choice' || field.kind === 'yes-no' ? 'choose' : 'required' };
  return { value: field.kind === 'number' || field.kind === 'yes-no' ? null : '' };
};

/** JSON has types of its own: a number where text belongs is a mistake, not a text. */
const isOtherType = (field: Leaf, raw: number | boolean): boolean =>
  typeof raw === 'number' ? field.kind !== 'number' : field.kind !== 'yes-no' && field.kind !== 'consent';

const otherType = (field: Leaf): Outcome => {
  if (field.kind === 'number') return { refusal: 'number' };
  if (field.kind === 'yes-no') return { refusal: 'yesNo' };
  return { refusal: field.kind === 'consent' ? 'consent' : 'text' };
};

const readLeaf = (field: Leaf, raw: unknown, tables: Tables): Outcome => {
  if (raw === undefined || raw === null) return missing(field);
  if (typeof raw !== 'string' && typeof raw !== 'number' && typeof raw !== 'boolean')
    return { refusal: 'shape' };
  if (typeof raw !== 'string' && isOtherType(field, raw)) return otherType(field);
  const text = tidy(String(raw), field.kind === 'text' && field.rows !== undefined);
  if (!isPlain(text)) return { refusal: 'plain' };
  return text === '' ? missing(field) : readText(field, text, tables);
};

const unknownFields = (fields: Fields, raw: Raw, path: string, context: Context): void => {
  for (const name of Object.keys(raw)) {
    if (Object.hasOwn(fields, name)) continue;
    const holder = pointer(path.slice(0, -1));
    const isShort = name.length <= 40 && isPlain(name);
    const shown = isPlain(name) ? [...name].slice(0, 40).join('') : '?';
    context.problems.push({
      // A name that is too long or cannot be shown is not repeated: the pointer names what holds it.
      pointer: isShort ? `${holder}/${name.replaceAll('~', '~0').replaceAll('/', '~1')}` : holder,
      message: fill(refusals.unknownField, refusals.unknownField, { name: isShort ? shown : `${shown}…` }),
    });
    // Ten are enough to see what went wrong; a body of 10,000 names should not be answered with as many.
    if (context.problems.length > 10) return;
  }
};

const readLines = (field: LinesField, raw: unknown, path: string, context: Context): unknown => {
  if (raw !== undefined && raw !== null && !Array.isArray(raw)) {
    context.problems.push({ pointer: pointer(path), message: fill(refusals.shape, field.label) });
    return [];
  }
  const lines: readonly unknown[] = raw ?? [];
  if (lines.length === 0)
    context.problems.push({ pointer: pointer(path), message: fill(refusals.noLines, field.label) });
  if (lines.length > maxLines) {
    context.problems.push({
      pointer: pointer(path),
      message: fill(refusals.tooManyLines, field.label, { max: maxLines, length: lines.length }),
    });
    return [];
  }
  return lines.map((line, index) =>
    readFields(field.fields, line, `${path}.${index}.`, field.label, context),
  );
};

const readFields = (fields: Fields, raw: unknown, path: string, label: Words, context: Context): Raw => {
  if (raw !== undefined && raw !== null && !isRecord(raw)) {
    context.problems.push({ pointer: pointer(path.slice(0, -1)), message: fill(refusals.shape, label) });
    return {};
  }
  const given: Raw = raw ?? {};
  unknownFields(fields, given, path, context);
  const values: Record<string, unknown> = {};
  for (const [name, field] of Object.entries(fields)) {
    const value = Object.hasOwn(given, name) ? given[name] : undefined;
    if (field.kind === 'group')
      values[name] = readFields(field.fields, value, `${path}${name}.`, field.label, context);
    else if (field.kind === 'lines') values[name] = readLines(field, value, path + name, context);
    else values[name] = settle(field, readLeaf(field, value, context.tables), path + name, context);
  }
  return values;
};

const settle = (field: Leaf, outcome: Outcome, path: string, context: Context): unknown => {
  if ('refusal' in outcome) {
    context.problems.push({
      pointer: pointer(path),
      message: fill(refusals[outcome.refusal], field.label, outcome.values),
    });
    return undefined;
  }
  if (
    field.kind === 'day' &&
    typeof outcome.value === 'string' &&
    outcome.value !== '' &&
    outcome.value < context.today
  ) {
    context.warnings.push({ pointer: pointer(path), message: fill(answersInWords.past, field.label) });
  }
  return outcome.value;
};

/**
 * Reads a submission of a form: every problem at once, each with its JSON pointer and words in every language. Texts are trimmed;
 * unknown fields, impossible dates and codes, and characters that cannot be shown are refused. A day before `today` warns.
 */
export const read = (form: AnyForm, raw: unknown, tables: Tables, today: Day): Reading => {
  const context: Context = { tables, today, problems: [], warnings: [] };
  const values = readFields(form.fields, raw, '', form.title, context);
  if (context.problems.length > 0) return { tag: 'refused', problems: context.problems };
  // Every field of the form was read without a problem, so its values have the form's shape.
  const answers = values as Answers;
  const problems = form.check?.(answers, tables) ?? [];
  return problems.length > 0
    ? { tag: 'refused', problems }
    : { tag: 'read', answers, warnings: context.warnings };
};
