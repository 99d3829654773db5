import { type AnyForm, type Field, type Fields, isSealed, type Leaf } from './field.ts';

type Tree = Record<string, unknown>;

/** Where a form asks for nothing personal: free text is kept for a year. */
const usualDays = 365;

const leavesOf = (fields: Fields, path = ''): readonly (readonly [string, Leaf])[] =>
  Object.entries(fields).flatMap(([name, field]) =>
    field.kind === 'group' || field.kind === 'lines'
      ? leavesOf(field.fields, `${path}${name}.`)
      : [[path + name, field] as const],
  );

/** The longest time for which the form keeps anything personal; free text counts as personal, and goes then. In days. */
export const longestDays = (form: AnyForm): number => {
  const days = leavesOf(form.fields).flatMap(([, field]) => field.personal?.days ?? []);
  return days.length === 0 ? usualDays : Math.max(...days);
};

const daysOf = (form: AnyForm, field: Leaf): number => field.personal?.days ?? longestDays(form);

const termsOf = (form: AnyForm): readonly number[] => {
  const days = leavesOf(form.fields).flatMap(([, field]) => (isSealed(field) ? [daysOf(form, field)] : []));
  return [...new Set([...days, longestDays(form)])].sort((a, b) => a - b);
};

// Every submission asks, and a form does not change while the program runs: walking its fields anew took 6 % of the intake.
const known = new WeakMap<AnyForm, readonly number[]>();

/** The days after receipt on which something of the form's sealed answers must go, in order; the last one takes the rest. */
export const terms = (form: AnyForm): readonly number[] => {
  const days = known.get(form) ?? termsOf(form);
  known.set(form, days);
  return days;
};

/** What a field holds when nothing is in it. */
const empty = (field: Leaf): unknown => {
  if (field.kind === 'number' || field.kind === 'yes-no') return null;
  if (field.kind === 'permission') return false;
  return field.kind === 'choices' || field.kind === 'files' ? [] : '';
};

/** The tree with the value of every leaf put through `change`; lines keep their places. */
export const mapped = (
  fields: Fields,
  values: Tree,
  change: (field: Leaf, value: unknown) => unknown,
): Tree =>
  Object.fromEntries(
    Object.entries(fields).flatMap(([name, field]: [string, Field]) => {
      const value = values[name];
      if (field.kind === 'group') return [[name, mapped(field.fields, (value ?? {}) as Tree, change)]];
      if (field.kind === 'lines')
        return [[name, ((value ?? []) as Tree[]).map(line => mapped(field.fields, line, change))]];
      const made = change(field, value);
      return made === undefined ? [] : [[name, made]];
    }),
  );

/** What stays in the clear when a case is erased: codes, quantities and dates, which figures count; no text, no credit code, no file. */
export const countable = (form: AnyForm, clear: Tree): Tree =>
  mapped(form.fields, clear, (field, value) =>
    value !== undefined && ['text', 'credit-code', 'files'].includes(field.kind) ? empty(field) : value,
  );

/** The sealed part with nothing in it, in the shape of the clear part: what an erased case opens to. */
export const emptySealed = (form: AnyForm, clear: Tree): Tree =>
  mapped(form.fields, clear, field => (isSealed(field) ? empty(field) : undefined));

/** The paths of sealed fields whose days are over so many days after receipt, and the sealed part without their values. */
export const expired = (
  form: AnyForm,
  sealed: Tree,
  age: number,
): { readonly paths: readonly string[]; readonly sealed: Tree } => {
  const isOver = (field: Leaf): boolean => isSealed(field) && daysOf(form, field) <= age;
  return {
    paths: leavesOf(form.fields).flatMap(([path, field]) => (isOver(field) ? [path] : [])),
    sealed: mapped(form.fields, sealed, (field, value) =>
      isOver(field) && value !== undefined ? empty(field) : value,
    ),
  };
};
