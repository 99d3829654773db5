import { describe, expect, it } from 'vitest';
import { type Field, type Fields, isAsked } from '#src/forms/field.ts';
import { formOf, label, option } from './made.ts';
import { answersOf, problemsOf } from './sent.ts';

const purpose = { why: label, basis: label, days: 30, seenBy: label };

describe('when', () => {
  const when = (field: string, ...is: string[]) => ({ when: { field, is } });
  const text = { kind: 'text', label, required: true, max: 10 } as const;
  const asked = (level: object, field: string, ...is: string[]) =>
    isAsked({ ...text, ...when(field, ...is) }, { ...level });

  it.each<[string, object, boolean]>([
    ['a choice', { x: 'a' }, true],
    ['another choice of the two', { x: 'b' }, true],
    ['a choice with blanks around it', { x: ' a ' }, true],
    ['a choice that is not meant', { x: 'c' }, false],
    ['no choice', {}, false],
    ['an empty choice', { x: '' }, false],
    ['null', { x: null }, false],
    ['choices, one of them meant', { x: ['c', 'b'] }, true],
    ['choices, none meant', { x: ['c'] }, false],
    ['no choices', { x: [] }, false],
    ['posted choices', { x: { c: 'on', a: 'on' } }, true],
    ['posted choices, none meant', { x: { c: 'on' } }, false],
  ])('holds by %s: %j', (_, level, holds) => {
    expect(asked(level, 'x', 'a', 'b')).toBe(holds);
  });

  it.each<[unknown, boolean]>([
    [true, true],
    ['true', true],
    ['on', true],
    [false, false],
    ['false', false],
    [null, false],
    [undefined, false],
  ])('holds by a tick or a yes: %j', (x, holds) => {
    expect(asked({ x }, 'x', 'true')).toBe(holds);
  });

  it.each<[string, Field]>([
    ['text', text],
    ['phone', { kind: 'phone', label, required: true, personal: purpose }],
    ['number', { kind: 'number', label, required: true, max: 9 }],
    ['day', { kind: 'day', label, required: true }],
    ['choice', { kind: 'choice', label, required: true, options: [option('a')] }],
    ['choices', { kind: 'choices', label, required: true, options: [option('a')] }],
    ['yes-no', { kind: 'yes-no', label, required: true }],
    ['consent', { kind: 'consent', label, statement: label }],
    ['files', { kind: 'files', label, required: true, max: 1 }],
    ['group', { kind: 'group', label, fields: { inner: text } }],
    [
      'group of groups',
      { kind: 'group', label, fields: { mid: { kind: 'group', label, fields: { inner: text } } } },
    ],
    [
      'group of lines',
      { kind: 'group', label, fields: { rows: { kind: 'lines', label, fields: { inner: text } } } },
    ],
    ['lines', { kind: 'lines', label, fields: { inner: text } }],
  ])('makes a %s needed only while it holds', (_, field) => {
    const x: Field = { kind: 'choice', label, options: [option('a'), option('c')] };
    const fields: Fields = { x, it: { ...field, ...when('x', 'a') } as Field };
    expect(problemsOf(formOf(fields), { x: 'a' })).toHaveLength(1);
    for (const sent of [{ x: 'c' }, {}, { x: '' }]) expect(problemsOf(formOf(fields), sent)).toEqual([]);
  });

  it('lets the blank line go that a page without script posts', () => {
    const lines = { kind: 'lines', label, ...when('x', 'a'), fields: { inner: text } } as const;
    const fields: Fields = { x: { kind: 'text', label, max: 9 }, it: lines };
    expect(answersOf(formOf(fields), { x: 'c', it: [{ inner: '' }] }).it).toEqual([]);
    expect(problemsOf(formOf(fields), { x: 'a', it: [{ inner: '' }] })).toHaveLength(1);
  });

  it('still refuses nonsense in a field that is not asked, and keeps sense', () => {
    const number: Field = { kind: 'number', label, required: true, max: 9, ...when('x', 'a') };
    const fields: Fields = { x: { kind: 'text', label, max: 9 }, it: number };
    expect(problemsOf(formOf(fields), { x: 'c', it: '很多' })).toHaveLength(1);
    expect(answersOf(formOf(fields), { x: 'c', it: 5 }).it).toBe(5);
  });

  it('looks at the neighbour in the same line', () => {
    const x: Field = { kind: 'choice', label, options: [option('a'), option('c')] };
    const rows: Field = { kind: 'lines', label, fields: { x, it: { ...text, ...when('x', 'a') } } };
    const pointers = problemsOf(formOf({ rows }), { rows: [{ x: 'c' }, { x: 'a' }] });
    expect(pointers.map(({ pointer }) => pointer)).toEqual(['/rows/1/it']);
  });
});
