import { langs, say, type Words } from '#src/i18n/words.ts';
import type { Day } from '#src/rules/day.ts';
import { isPlain } from '#src/rules/text.ts';
import { checkShared } from './blocks.ts';
import {
  type Answers,
  type AnyForm,
  type Fields,
  isAsked,
  type Leaf,
  type LinesField,
  type Problem,
  pointer,
  type Tables,
} from './field.ts';
import { isRecord, type Outcome, readLeaf } from './leaf.ts';
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
  /** False inside a group that is not asked. */
  readonly asked?: boolean;
};
const fill = (words: Words, label: Words, values: Record<string, string | number> = {}): Words =>
  Object.fromEntries(langs.map(lang => [lang, say(words, lang, { label: label[lang], ...values })])) as Words;

/** Nothing typed in it: an added line that was left alone. */
export const isBlank = (value: unknown): boolean =>
  value === '' || (typeof value === 'object' && value !== null && Object.values(value).every(isBlank));

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

const readLines = (
  field: LinesField,
  raw: unknown,
  path: string,
  context: Context & { readonly asked: boolean },
): unknown => {
  if (raw !== undefined && raw !== null && !Array.isArray(raw)) {
    context.problems.push({ pointer: pointer(path), message: fill(refusals.shape, field.label) });
    return [];
  }
  const { asked } = context;
  const lines: readonly unknown[] = raw ?? [];
  // The page always shows a first line: left alone it is none.
  if ((field.optional || !asked) && lines.every(isBlank)) return [];
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
    const asked = context.asked !== false && isAsked(field, given);
    if (field.kind === 'group')
      values[name] = readFields(field.fields, value, `${path}${name}.`, field.label, { ...context, asked });
    else if (field.kind === 'lines')
      values[name] = readLines(field, value, path + name, { ...context, asked });
    else values[name] = settle(field, readLeaf(field, value, { ...context, asked }), path + name, context);
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
  if (field.kind !== 'day') return outcome.value;
  if (field.orToday && outcome.value === '') return context.today;
  if (
    field.past !== true &&
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
  const stop = form.stop?.(values, tables);
  if (stop) return { tag: 'refused', problems: [stop] };
  if (context.problems.length > 0) return { tag: 'refused', problems: context.problems };
  // Every field of the form was read without a problem, so its values have the form's shape.
  const answers = values as Answers;
  const problems = [...checkShared(answers), ...(form.check?.(answers, tables, today) ?? [])];
  if (problems.length > 0) return { tag: 'refused', problems };
  return {
    tag: 'read',
    answers,
    warnings: [...(form.warn?.(answers, tables) ?? []), ...context.warnings],
  };
};
