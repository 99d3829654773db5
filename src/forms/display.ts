import { type Lang, say, type Words } from '#src/i18n/words.ts';
import { dayInWords } from '#src/rules/day.ts';
import { type AnyForm, type Field, type Fields, isSealed, type Leaf, options, type Tables } from './field.ts';
import { placeInWords } from './place.ts';
import { answersInWords } from './words.ts';

/** A stored value as people read it: the words of a code, `2020年3月20日`, '' where nothing was given. */
export const inWords = (field: Leaf, value: unknown, tables: Tables, lang: Lang): string => {
  if (value === undefined || value === null || value === '') return '';
  if (Array.isArray(value) && value.length === 0) return '';
  switch (field.kind) {
    case 'choice':
      return options(field, tables).find(option => option.code === value)?.name[lang] ?? String(value);
    case 'choices':
      return options(field, tables)
        .filter(option => (value as readonly string[]).includes(option.code))
        .map(option => option.name[lang])
        .join(lang === 'zh-Hans' ? '、' : ', ');
    case 'files':
      return say(answersInWords.files, lang, { n: (value as readonly string[]).length });
    case 'yes-no':
    case 'permission':
    case 'consent':
      return say(value === true ? answersInWords.yes : answersInWords.no, lang);
    case 'place':
      return placeInWords(String(value), lang);
    case 'day':
      return lang === 'zh-Hans' ? dayInWords(String(value)) : String(value);
    default:
      return String(value);
  }
};

type Tree = Record<string, unknown>;
export type Row = { readonly label: string; readonly value: string };

/** Whether a field is left out. */
type Hides = (field: Leaf) => boolean;

type Showing = { readonly tables: Tables; readonly lang: Lang; readonly hides: Hides };

const lineInWords = (fields: Fields, line: Tree, { tables, lang, hides }: Showing): string =>
  Object.entries(fields)
    .flatMap(([name, field]) => {
      if (field.kind === 'group' || field.kind === 'lines' || hides(field)) return [];
      const value = inWords(field, line[name], tables, lang);
      // The first field names the line; the others need their label to be understood.
      return value === '' ? [] : [field.required ? value : `${field.label[lang]} ${value}`];
    })
    .join(lang === 'zh-Hans' ? '，' : ', ');

const rowsOf = (field: Field, value: unknown, showing: Showing): readonly Row[] => {
  const { tables, lang, hides } = showing;
  if (field.kind === 'group') return rowsOfFields(field.fields, (value ?? {}) as Tree, showing);
  if (field.kind === 'lines') {
    return ((value ?? []) as Tree[]).map((line, index) => ({
      label: `${field.label[lang]} ${index + 1}`,
      value: lineInWords(field.fields, line, showing),
    }));
  }
  if (hides(field) || field.kind === 'consent') return [];
  const words = inWords(field, value, tables, lang);
  return words === '' ? [] : [{ label: field.label[lang], value: words }];
};

const rowsOfFields = (fields: Fields, values: Tree, showing: Showing): readonly Row[] =>
  Object.entries(fields).flatMap(([name, field]) => rowsOf(field, values[name], showing));

/** What was sent, in words, without anything personal or any free text: for the tracking page. */
export const summary = (form: AnyForm, clear: Tree, tables: Tables, lang: Lang): readonly Row[] =>
  rowsOfFields(form.fields, clear, { tables, lang, hides: isSealed });

/** Everything that was sent but files, in words: for the desk, whose personal fields are masked before. */
export const everything = (form: AnyForm, answers: Tree, tables: Tables, lang: Lang): readonly Row[] =>
  rowsOfFields(form.fields, answers, { tables, lang, hides: ({ kind }) => kind === 'files' });

/** The personal fields of a form with their purposes, in order: the notice text comes from here. */
export const purposes = (form: AnyForm): readonly { readonly label: Words; readonly field: Leaf }[] => {
  const walk = (fields: Fields): { label: Words; field: Leaf }[] =>
    Object.values(fields).flatMap(field => {
      if (field.kind === 'group' || field.kind === 'lines') return walk(field.fields);
      return field.personal ? [{ label: field.label, field }] : [];
    });
  return walk(form.fields);
};
