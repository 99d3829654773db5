import { type Lang, say, type Words } from '#src/i18n/words.ts';
import { dayInWords } from '#src/rules/day.ts';
import { type AnyForm, type Field, type Fields, isSealed, type Leaf, options, type Tables } from './field.ts';
import { answersInWords } from './words.ts';

/** A stored value as people read it: the words of a code, `2020年3月20日`, '' where nothing was given. */
export const inWords = (field: Leaf, value: unknown, tables: Tables, lang: Lang): string => {
  if (value === undefined || value === null || value === '') return '';
  switch (field.kind) {
    case 'choice':
      return options(field, tables).find(option => option.code === value)?.name[lang] ?? String(value);
    case 'yes-no':
    case 'consent':
      return say(value === true ? answersInWords.yes : answersInWords.no, lang);
    case 'day':
      return lang === 'zh-Hans' ? dayInWords(String(value)) : String(value);
    default:
      return String(value);
  }
};

type Tree = Record<string, unknown>;
export type Row = { readonly label: string; readonly value: string };

const lineInWords = (fields: Fields, line: Tree, tables: Tables, lang: Lang): string =>
  Object.entries(fields)
    .flatMap(([name, field]) => {
      if (field.kind === 'group' || field.kind === 'lines' || isSealed(field)) return [];
      const value = inWords(field, line[name], tables, lang);
      // The first field names the line; the others need their label to be understood.
      return value === '' ? [] : [field.required ? value : `${field.label[lang]} ${value}`];
    })
    .join(lang === 'zh-Hans' ? '，' : ', ');

const rowsOf = (field: Field, value: unknown, tables: Tables, lang: Lang): readonly Row[] => {
  if (field.kind === 'group') return rowsOfFields(field.fields, (value ?? {}) as Tree, tables, lang);
  if (field.kind === 'lines') {
    return ((value ?? []) as Tree[]).map((line, index) => ({
      label: `${field.label[lang]} ${index + 1}`,
      value: lineInWords(field.fields, line, tables, lang),
    }));
  }
  if (isSealed(field) || field.kind === 'consent') return [];
  const words = inWords(field, value, tables, lang);
  return words === '' ? [] : [{ label: field.label[lang], value: words }];
};

const rowsOfFields = (fields: Fields, values: Tree, tables: Tables, lang: Lang): readonly Row[] =>
  Object.entries(fields).flatMap(([name, field]) => rowsOf(field, values[name], tables, lang));

/** What was sent, in words, without anything personal or any free text: for the tracking page. */
export const summary = (form: AnyForm, clear: Tree, tables: Tables, lang: Lang): readonly Row[] =>
  rowsOfFields(form.fields, clear, tables, lang);

/** The personal fields of a form with their purposes, in order: the notice text comes from here. */
export const purposes = (form: AnyForm): readonly { readonly label: Words; readonly field: Leaf }[] => {
  const walk = (fields: Fields): { label: Words; field: Leaf }[] =>
    Object.values(fields).flatMap(field => {
      if (field.kind === 'group' || field.kind === 'lines') return walk(field.fields);
      return field.personal ? [{ label: field.label, field }] : [];
    });
  return walk(form.fields);
};
