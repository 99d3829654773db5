import type { Lang } from '#src/i18n/words.ts';
import { inWords } from './display.ts';
import type { Answers, AnyForm, Field, Fields, Leaf, LinesField, Tables } from './field.ts';

type Column = { readonly path: readonly string[]; readonly field: Leaf; readonly lines: LinesField | null };

const fieldAt = (fields: Fields, path: readonly string[]): Column => {
  let at: Fields = fields;
  let lines: LinesField | null = null;
  for (const [index, name] of path.entries()) {
    const field: Field | undefined = at[name];
    if (!field) break;
    if (field.kind !== 'group' && field.kind !== 'lines') {
      if (index < path.length - 1) break;
      return { path, field, lines };
    }
    if (field.kind === 'lines') lines = field;
    at = field.fields;
  }
  throw new Error(`columns: no field ${path.join('.')}`);
};

const columnsOf = (form: AnyForm): readonly Column[] =>
  form.columns.map(path => fieldAt(form.fields, path.split('.')));

const at = (values: unknown, path: readonly string[]): unknown =>
  path.reduce<unknown>(
    (value, name) => (value as Record<string, unknown> | null | undefined)?.[name],
    values,
  );

/** The words over the exported columns. Throws where a form names a column it does not have. */
export const headings = (form: AnyForm, lang: Lang): readonly string[] =>
  columnsOf(form).map(column => column.field.label[lang]);

/** A submission as rows of words: one row, or one for each line where the form has lines and exports them. */
export const rows = (
  form: AnyForm,
  answers: Answers,
  tables: Tables,
  lang: Lang,
): readonly (readonly string[])[] => {
  const columns = columnsOf(form);
  const name = columns.find(column => column.lines)?.path[0];
  const given = name === undefined ? [] : ((answers[name] ?? []) as readonly unknown[]);
  // Lines that may be left out still belong to a submission that is exported.
  const lines = given.length > 0 ? given : [null];
  return lines.map(line =>
    columns.map(column =>
      inWords(
        column.field,
        column.lines ? at(line, column.path.slice(1)) : at(answers, column.path),
        tables,
        lang,
      ),
    ),
  );
};
