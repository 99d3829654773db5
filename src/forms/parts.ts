import { type Answers, type AnyForm, type Field, type Fields, isSealed, type Leaf } from './field.ts';

type Tree = Record<string, unknown>;
/** A submission in two trees of one shape: what stays in the clear for figures and the desk, and what is sealed. */
export type Parts = { readonly clear: Tree; readonly sealed: Tree };

const pick = (fields: Fields, values: Tree, wanted: (field: Leaf) => boolean): Tree => {
  const out: Tree = {};
  for (const [name, field] of Object.entries(fields)) {
    const value = values[name];
    if (field.kind === 'group') out[name] = pick(field.fields, value as Tree, wanted);
    else if (field.kind === 'lines')
      out[name] = (value as Tree[]).map(line => pick(field.fields, line, wanted));
    else if (wanted(field)) out[name] = value;
  }
  return out;
};

/** Splits checked answers by `isSealed`; lines keep their places, so that `join` puts them together again. */
export const split = (form: AnyForm, answers: Answers): Parts => ({
  clear: pick(form.fields, answers, field => !isSealed(field)),
  sealed: pick(form.fields, answers, isSealed),
});

const merge = (field: Field, clear: unknown, sealed: unknown): unknown => {
  if (field.kind === 'group') return mergeFields(field.fields, (clear ?? {}) as Tree, (sealed ?? {}) as Tree);
  if (field.kind === 'lines') {
    const lines = (clear ?? []) as Tree[];
    const others = (sealed ?? []) as Tree[];
    return lines.map((line, index) => mergeFields(field.fields, line, others[index] ?? {}));
  }
  return isSealed(field) ? sealed : clear;
};

const mergeFields = (fields: Fields, clear: Tree, sealed: Tree): Tree =>
  Object.fromEntries(
    Object.entries(fields).map(([name, field]) => [name, merge(field, clear[name], sealed[name])]),
  );

/** The answers as they were read, from their two parts. A field added to the form later is undefined. */
export const join = (form: AnyForm, parts: Parts): Answers =>
  // The parts were made by `split` from answers of this form.
  mergeFields(form.fields, parts.clear, parts.sealed) as Answers;
