import type { Answers, AnyForm, Fields, FilesField } from './field.ts';

export type FilesPlace = { readonly path: string; readonly field: FilesField };

/** The fields of a form that take files, with their paths: `plan`, `papers.plan`. Lines hold none. */
export const filesFields = (fields: Fields, before = ''): readonly FilesPlace[] =>
  Object.entries(fields).flatMap(([name, field]) => {
    if (field.kind === 'group') return filesFields(field.fields, `${before}${name}.`);
    return field.kind === 'files' ? [{ path: before + name, field }] : [];
  });

const at = (values: unknown, path: string): unknown =>
  path
    .split('.')
    .reduce<unknown>((value, name) => (value as Record<string, unknown> | undefined)?.[name], values);

/** The ids of the files of a submission, with the path of the field that each stands in. */
export const uploadsIn = (
  form: AnyForm,
  answers: Answers,
): readonly { readonly path: string; readonly id: string }[] =>
  filesFields(form.fields).flatMap(({ path }) =>
    // Read by the field, so a list of ids; a case from before the form had the field holds none.
    ((at(answers, path) ?? []) as readonly string[]).map(id => ({ path, id })),
  );
