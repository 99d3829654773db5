import type { Fields } from '#src/forms/field.ts';
import { forms } from '#src/forms/index.ts';
import { fullOn } from '../forms/every.ts';
import type { Tree } from '../submissions.ts';

/** A word that occurs nowhere else. */
export const canary = (name: string): string => `金丝雀${name}`;

let last = 0;
const phone = (): string => `139${String(70_000_000 + ++last)}`;

/** A canary in each text, cut at its beginning where the field is short. */
const planted = (fields: Fields, sent: Tree, path: string): Tree =>
  Object.fromEntries(
    Object.entries(fields).flatMap(([name, field]): [string, unknown][] => {
      const value = sent[name];
      const here = `${path}${name}`;
      if (field.kind === 'group') return [[name, planted(field.fields, (value ?? {}) as Tree, `${here}.`)]];
      if (field.kind === 'lines')
        return value === undefined
          ? []
          : [[name, (value as Tree[]).map((line, n) => planted(field.fields, line, `${here}.${n}.`))]];
      if (field.kind === 'files') return [];
      if (field.kind === 'phone') return [[name, phone()]];
      if (field.kind === 'text') return [[name, canary(here).slice(-field.max)]];
      return value === undefined ? [] : [[name, value]];
    }),
  );

const valueAt = (tree: unknown, pointer: string): unknown =>
  pointer
    .split('/')
    .slice(1)
    .reduce<unknown>((at, name) => (at as Tree | undefined)?.[name], tree);

const withValue = (tree: unknown, [name = '', ...rest]: readonly string[], value: unknown): unknown => {
  const inner = rest.length === 0 ? value : withValue((tree as Tree)[name], rest, value);
  return Array.isArray(tree) ? tree.with(Number(name), inner) : { ...(tree as Tree), [name]: inner };
};

/** Every form as sent on this day (`2020-03-20`) with a canary in each field of words; where its own rules refuse one, the sample's value stands. */
export const submissions = (refused: (form: string, sent: Tree) => readonly string[], day: string) =>
  forms.map(form => {
    const sample = fullOn(form.id, day);
    let sent = planted(form.fields, sample, '');
    for (const pointer of refused(form.id, sent))
      sent = withValue(sent, pointer.split('/').slice(1), valueAt(sample, pointer)) as Tree;
    return { form, sent };
  });

/** All texts within a value. */
export const textsIn = (value: unknown): readonly string[] => {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
};

/** All numbers within a value, in their order: what figures count. */
export const numbersIn = (value: unknown): readonly number[] => {
  if (typeof value === 'number') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(numbersIn) : [];
};
