import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type AnyForm, type Field, type Fields, isSealed, options } from '#src/forms/field.ts';
import { forms } from '#src/forms/index.ts';
import { join, split } from '#src/forms/parts.ts';
import { read } from '#src/forms/read.ts';
import { answersOf, leavesOf, tables, today } from './sent.ts';

const every = forms.map((form): [string, AnyForm] => [form.id, form]);

/** Anything a field may be sent as; what the rules over several fields refuse is left out by the property. */
const sentAs = (field: Field): fc.Arbitrary<unknown> => {
  const maybe = (value: fc.Arbitrary<unknown>) =>
    field.kind !== 'group' && field.kind !== 'lines' && field.required
      ? value
      : fc.oneof(value, fc.constantFrom(undefined, null, ''));
  switch (field.kind) {
    case 'group':
      return ofFields(field.fields);
    case 'lines':
      return fc.array(ofFields(field.fields), { minLength: 1, maxLength: 4 });
    case 'text':
      return maybe(fc.stringMatching(/^[\p{Script=Han}<>&"'=@\n{}]{1,20}$/u));
    case 'phone':
      return maybe(fc.constantFrom('13800138000', '0431-87019189转8012'));
    case 'credit-code':
      return maybe(fc.constantFrom('91350100M000100Y43', '350100100001234'));
    case 'number':
      return maybe(fc.integer({ min: 1, max: field.max }));
    case 'day':
      return maybe(fc.constantFrom('2020-03-19', '2020年4月1日'));
    case 'choice':
      return maybe(fc.constantFrom(...options(field, tables).map(option => option.code)));
    case 'yes-no':
      return maybe(fc.constantFrom(true, false, 'true', 'false'));
    case 'consent':
      return fc.constantFrom(true, 'true', 'on');
  }
};
const ofFields = (fields: Fields): fc.Arbitrary<Record<string, unknown>> =>
  fc.record(Object.fromEntries(Object.entries(fields).map(([name, field]) => [name, sentAs(field)])));

const canaryOf = (path: string) => `【${path}】`;
const phoneCanary = '0431-87019189';

/** A submission in which every text is its own path; nothing else looks like that. */
const withCanaries = (form: AnyForm): unknown => {
  const place = (fields: Fields, before: string): unknown =>
    Object.fromEntries(
      Object.entries(fields).map(([name, field]) => {
        const path = before + name;
        if (field.kind === 'group') return [name, place(field.fields, `${path}.`)];
        if (field.kind === 'lines') return [name, [place(field.fields, `${path}.`)]];
        if (field.kind === 'text') return [name, canaryOf(path)];
        if (field.kind === 'phone') return [name, phoneCanary];
        if (field.kind === 'choice') return [name, options(field, tables)[0]?.code];
        if (field.kind === 'consent' || field.kind === 'yes-no') return [name, true];
        return [name, null];
      }),
    );
  return place(form.fields, '');
};

describe('split', () => {
  it.each(every)('%s: the sealed part holds every personal and free text, the clear part none', (_, form) => {
    const { clear, sealed } = split(form, answersOf(form, withCanaries(form)));
    const texts = leavesOf(form.fields).filter(({ field }) => field.kind === 'text');
    expect(texts.length).toBeGreaterThan(4);
    for (const { path, field } of texts) {
      const isFact = path === 'enterprise.name';
      expect(isSealed(field)).toBe(!isFact);
      expect(JSON.stringify(clear).includes(canaryOf(path))).toBe(isFact);
      expect(JSON.stringify(sealed).includes(canaryOf(path))).toBe(!isFact);
    }
    expect(JSON.stringify(clear)).not.toContain(phoneCanary);
    expect(JSON.stringify(sealed)).toContain(phoneCanary);
  });

  it.each(every)('%s: names of people, phones and addresses are declared personal', (_, form) => {
    const personal = leavesOf(form.fields).filter(({ field }) => field.personal);
    const declared = personal.map(({ path }) => path);
    const asked = leavesOf(form.fields).map(({ path }) => path);
    const people = ['contact.name', 'contact.role', 'contact.phone', 'receiver', 'address'];
    expect(people.filter(path => asked.includes(path))).toEqual(
      people.filter(path => declared.includes(path)),
    );
  });

  it.each(every)('%s: codes, figures and days stay in the clear', (_, form) => {
    const open = leavesOf(form.fields).filter(({ field }) => !isSealed(field));
    const kinds = new Set(
      open.filter(({ path }) => path !== 'enterprise.name').map(({ field }) => field.kind),
    );
    expect(kinds.has('text') || kinds.has('phone')).toBe(false);
    expect(kinds.has('choice') && kinds.has('credit-code') && kinds.has('yes-no')).toBe(true);
  });
});

describe('join', () => {
  it.each(every)('%s: gives back what was read, also after both parts were stored as JSON', (_, form) => {
    let taken = 0;
    fc.assert(
      fc.property(ofFields(form.fields), sent => {
        const reading = read(form, sent, tables, today);
        if (reading.tag === 'refused') return;
        taken += 1;
        const parts = split(form, reading.answers);
        expect(join(form, parts)).toEqual(reading.answers);
        expect(join(form, JSON.parse(JSON.stringify(parts)))).toEqual(reading.answers);
      }),
      { numRuns: 400 },
    );
    expect(taken).toBeGreaterThan(10);
  });

  it('leaves a field undefined that the form did not have when it was stored', () => {
    const [form] = forms;
    if (!form) return expect.fail('no form');
    const { enterprise, contact } = join(form, { clear: {}, sealed: {} });
    expect([enterprise.name, contact.phone]).toEqual([undefined, undefined]);
  });
});
