import { expect, test } from 'vitest';
import { chanceOf } from '#src/demo/chance.ts';
import { fill } from '#src/demo/fill.ts';
import { firmsOf } from '#src/demo/firms.ts';
import { lore } from '#src/demo/plan.ts';
import { sharedFor } from '#src/forms/blocks.ts';
import { type Answers, form } from '#src/forms/field.ts';
import { forms } from '#src/forms/index.ts';
import { read } from '#src/forms/read.ts';
import { w } from '#src/i18n/words.ts';
import { creditCode } from '#src/rules/credit-code.ts';
import { phone } from '#src/rules/phone.ts';
import { tablesOf } from '#src/zone/tables.ts';
import { readZone } from '#src/zone/zone.ts';

const tables = tablesOf(readZone());
const firms = firmsOf(tables, [], { chance: chanceOf('fill'), count: 60, days: 47 });
const day = '2020-02-20';
const all = (one: (typeof forms)[number]): readonly Answers[] =>
  firms.map((firm, index) =>
    fill(one, lore[one.id], { firm, day, tables, chance: chanceOf(`${one.id}/${index}`) }),
  );

test.each(forms.map(one => [one.id, one] as const))('%s: sixty enterprises fill it in', (_, one) => {
  const filled = all(one);
  // Not one answer sixty times over; and what was filled in is what the reader gives back.
  expect(
    new Set(filled.map(answers => JSON.stringify({ ...answers, enterprise: 0, contact: 0 }))).size,
  ).toBeGreaterThan(3);
  for (const answers of filled) expect(read(one, answers, tables, day).tag).toBe('read');
});

test('a form that nobody has written of is filled by its fields', () => {
  const words = w('新的一栏', 'A new field');
  const made = form({
    id: 'new',
    subject: 'need',
    title: words,
    lead: words,
    fields: {
      what: { kind: 'text', label: words, required: true, max: 8 },
      kind: {
        kind: 'choice',
        label: words,
        required: true,
        options: [
          { code: 'a', name: words },
          { code: 'b', name: words },
        ],
      },
      only: { kind: 'text', label: words, required: true, max: 40, when: { field: 'kind', is: ['b'] } },
      count: { kind: 'number', label: words, required: true, max: 5 },
      when: { kind: 'day', label: words, required: true },
      lines: {
        kind: 'lines',
        label: words,
        fields: {
          code: { kind: 'credit-code', label: words },
          yes: { kind: 'yes-no', label: words, required: true },
        },
      },
      ...sharedFor({ name: words, phone: words }),
      agree: { kind: 'consent', label: words, statement: words, required: true },
    },
    routingField: '',
    // Stricter than its fields say: another throw meets it.
    check: ({ count }) => (count === 5 ? [] : [{ pointer: '/count', message: words }]),
    columns: [],
  });
  for (const answers of all(made)) expect(read(made, answers, tables, day).tag).toBe('read');
});

test('enterprises: no two of one name or code, every code holds, every phone is of the closed range', () => {
  const many = firmsOf(tables, [], { chance: chanceOf('many'), count: 2500, days: 47 });
  expect(new Set(many.map(firm => firm.name)).size).toBe(2500);
  const codes = many.map(firm => firm.creditCode).filter(code => code !== '');
  expect(new Set(codes).size).toBe(codes.length);
  expect(codes.length).toBeLessThan(2500);
  expect(codes.every(code => creditCode(code).tag === 'valid' && code.slice(2, 8) === '990101')).toBe(true);
  expect(many.every(firm => /^154\d{8}$/.test(phone(firm.contact.phone)?.national ?? ''))).toBe(true);
  expect(new Set(many.map(firm => firm.line)).size).toBe(tables.lines.length);
});
