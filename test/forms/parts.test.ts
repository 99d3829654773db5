import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type AnyForm, type Field, type Fields, isSealed, options } from '#src/forms/field.ts';
import { forms } from '#src/forms/index.ts';
import { join, split } from '#src/forms/parts.ts';
import { read } from '#src/forms/read.ts';
import { everySample } from './every.ts';
import { answersOf, leavesOf, tables, today } from './sent.ts';

const every = forms.map((form): [string, AnyForm] => [form.id, form]);

/** Texts that stay in the clear because figures and the desk need them: facts about an enterprise or a place, never about a person. */
const facts: Readonly<Record<string, readonly string[]>> = {
  labour: ['positions.title'],
  transport: ['trips.place'],
  'transport-subsidy': ['trips.place'],
  'supply-chain': ['suppliers.name', 'suppliers.county', 'suppliers.part'],
};
const isFact = (form: AnyForm, path: string): boolean =>
  path === 'enterprise.name' || (facts[form.id] ?? []).includes(path);

/** Texts that must look like something, and what they look like. */
const shaped = new Map([
  ['车牌', '吉A12345'],
  ['挂车号', '吉A1234挂'],
]);

/** Anything a field may be sent as; what the rules over several fields refuse is left out by the property. */
const sentAs = (field: Field): fc.Arbitrary<unknown> => {
  const shape = shaped.get(field.label['zh-Hans']);
  if (shape !== undefined) return fc.constant(shape);
  const maybe = (value: fc.Arbitrary<unknown>) =>
    field.kind !== 'group' && field.kind !== 'lines' && field.required
      ? value
      : fc.oneof(value, fc.constantFrom(undefined, null, ''));
  switch (field.kind) {
    case 'place':
      return maybe(fc.constant('20200324T1430-0k7x2m9aa0123456789abcdef0123-00'));
    case 'group':
      return ofFields(field.fields);
    case 'lines':
      return fc.array(ofFields(field.fields), { minLength: 1, maxLength: 2 });
    case 'text':
      return maybe(fc.stringMatching(/^[\p{Script=Han}<>&"'=@\n{}]{1,20}$/u));
    case 'phone':
      return maybe(fc.constantFrom('13800138000', '0431-87019189转8012'));
    case 'credit-code':
      return maybe(fc.constantFrom('91350100M000100Y43', '350100100001234'));
    case 'number':
      return maybe(fc.integer({ min: 1, max: field.max }));
    case 'day':
      return maybe(fc.constantFrom('2020-03-20', '2020年4月1日'));
    case 'choice':
      return maybe(fc.constantFrom(...options(field, tables).map(option => option.code)));
    case 'yes-no':
      return maybe(fc.constantFrom(true, false, 'true', 'false'));
    case 'choices':
      return maybe(
        fc.subarray(
          options(field, tables).map(option => option.code),
          { minLength: 1 },
        ),
      );
    case 'permission':
      return fc.constantFrom(true, false, 'on', undefined);
    case 'files':
      return maybe(fc.constantFrom(['AAAAAAAAAAAAAAAAAAAAAA'], { BBBBBBBBBBBBBBBBBBBBBB: 'on' }));
    case 'consent':
      return fc.constantFrom(true, 'true', 'on');
  }
};
const ofFields = (fields: Fields): fc.Arbitrary<Record<string, unknown>> =>
  fc.record(Object.fromEntries(Object.entries(fields).map(([name, field]) => [name, sentAs(field)])));

const phoneCanary = '0431-87019189';
/** A text that nothing else looks like, short enough for every field: the number of the leaf. */
const canaryOf = (form: AnyForm, path: string) =>
  `【${leavesOf(form.fields).findIndex(leaf => leaf.path === path)}】`;

/** The full sample with a canary of its own in every text, shaped ones apart. */
const withCanaries = (form: AnyForm): unknown => {
  const place = (fields: Fields, values: Record<string, unknown>, before: string): unknown =>
    Object.fromEntries(
      Object.entries(fields).map(([name, field]) => {
        const path = before + name;
        const value = values[name];
        if (field.kind === 'group')
          return [name, place(field.fields, (value ?? {}) as typeof values, `${path}.`)];
        if (field.kind === 'lines')
          return [
            name,
            ((value ?? []) as (typeof values)[]).map(line => place(field.fields, line, `${path}.`)),
          ];
        if (field.kind === 'phone') return [name, phoneCanary];
        return [name, field.kind === 'text' && !isShaped(field) ? canaryOf(form, path) : value];
      }),
    );
  return place(form.fields, everySample[form.id]?.full ?? {}, '');
};
const isShaped = (field: Field): boolean => shaped.has(field.label['zh-Hans']);

describe('split', () => {
  it.each(every)('%s: the sealed part holds every personal and free text, the clear part none', (_, form) => {
    const { clear, sealed } = split(form, answersOf(form, withCanaries(form)));
    const texts = leavesOf(form.fields).filter(({ field }) => field.kind === 'text');
    expect(texts.length).toBeGreaterThan(3);
    for (const { path, field } of texts) {
      expect(isSealed(field)).toBe(!isFact(form, path));
      if (isShaped(field)) continue;
      const found = [clear, sealed].map(part => JSON.stringify(part).includes(canaryOf(form, path)));
      expect([path, ...found]).toEqual([path, isFact(form, path), !isFact(form, path)]);
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
    const kinds = new Set(open.filter(({ path }) => !isFact(form, path)).map(({ field }) => field.kind));
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
      { numRuns: 600 },
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
