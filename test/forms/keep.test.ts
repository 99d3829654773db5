import { describe, expect, test } from 'vitest';
import { type Fields, isSealed, type Leaf } from '#src/forms/field.ts';
import { forms } from '#src/forms/index.ts';
import { countable, emptySealed, expired, longestDays, terms } from '#src/forms/keep.ts';
import { join, split } from '#src/forms/parts.ts';
import { read } from '#src/forms/read.ts';
import { everySample } from './every.ts';
import { materials, tables, today } from './sent.ts';

type Tree = Record<string, unknown>;

/** Every value of the leaves of a kind. */
const valuesOf = (fields: Fields, values: Tree, wanted: (kind: string) => boolean): readonly unknown[] =>
  Object.entries(fields).flatMap(([name, field]) => {
    const value = values[name];
    if (field.kind === 'group') return valuesOf(field.fields, (value ?? {}) as Tree, wanted);
    if (field.kind === 'lines')
      return ((value ?? []) as Tree[]).flatMap(line => valuesOf(field.fields, line, wanted));
    return wanted(field.kind) && value !== undefined ? [value] : [];
  });

const every = forms.map(form => {
  const reading = read(form, everySample[form.id]?.full ?? {}, tables, today);
  if (reading.tag === 'refused') throw new Error(`${form.id}: ${JSON.stringify(reading.problems)}`);
  return [form.id, form, reading.answers] as const;
});

describe('What a form keeps, and for how long', () => {
  test.each(every)('%s: free text goes with the personal field that is kept longest', (_, form) => {
    expect(longestDays(form)).toBeGreaterThan(0);
    expect(terms(form).at(-1)).toBe(longestDays(form));
    expect(terms(form)).toEqual([...new Set(terms(form))].sort((a, b) => a - b));
  });

  test.each(every)(
    '%s: on the last day every sealed value is gone, the day before none',
    (_, form, answers) => {
      const { sealed } = split(form, answers);
      const last = longestDays(form);
      const before = expired(form, sealed, Math.min(...terms(form)) - 1);
      expect([before.paths, before.sealed]).toEqual([[], sealed]);
      const gone = expired(form, sealed, last);
      expect(
        valuesOf(form.fields, gone.sealed, () => true).filter(one => one !== '' && one !== null),
      ).toEqual(valuesOf(form.fields, gone.sealed, kind => kind === 'choices' || kind === 'files'));
      expect(gone.paths.length).toBeGreaterThan(1);
    },
  );

  test.each(every)(
    '%s: erased, it holds no word and no code of the enterprise, and every number',
    (_, form, answers) => {
      const { clear } = split(form, answers);
      const left = countable(form, clear);
      const words = (kind: string) => kind === 'text' || kind === 'credit-code' || kind === 'phone';
      expect(valuesOf(form.fields, left, words).filter(one => one !== '')).toEqual([]);
      expect(valuesOf(form.fields, left, kind => kind === 'files').flat()).toEqual([]);
      const figures = (kind: string) => ['number', 'choice', 'choices', 'yes-no', 'day'].includes(kind);
      expect(valuesOf(form.fields, left, figures)).toEqual(valuesOf(form.fields, clear, figures));
    },
  );

  test.each(every)('%s: an erased case opens to a submission with every field in it', (_, form, answers) => {
    const { clear } = split(form, answers);
    const left = countable(form, clear);
    const opened = join(form, { clear: left, sealed: emptySealed(form, left) });
    expect(valuesOf(form.fields, opened, () => true)).toHaveLength(
      valuesOf(form.fields, answers, () => true).length,
    );
    expect(opened.contact).toMatchObject({ name: '', phone: '' });
  });

  test('each field by its own days', () => {
    const { contact } = materials.fields;
    if (contact?.kind !== 'group' || contact.fields.phone?.kind !== 'phone') throw new Error('no phone');
    const { phone } = contact.fields;
    const short = { ...phone, personal: { ...phone.personal, days: 10 } };
    const fields = { ...contact.fields, phone: short };
    const form = { ...materials, fields: { ...materials.fields, contact: { ...contact, fields } } };
    expect(terms(form)).toEqual([10, 365]);
    const sealed = {
      enterprise: {},
      contact: { name: '王', phone: '1', role: '' },
      items: [{ spec: 'a' }, { spec: 'b' }],
      note: 'c',
    };
    const { paths, sealed: left } = expired(form, sealed, 10);
    expect(paths).toEqual(['contact.phone']);
    expect(left).toEqual({ ...sealed, contact: { ...sealed.contact, phone: '' } });
    const open = Object.entries(fields).filter(([, field]) => !isSealed(field as Leaf));
    expect(open.map(([name]) => name)).toEqual(['tell']);
  });
});
