import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type AnyForm, type Field, type Fields, options } from '#src/forms/field.ts';
import { forms } from '#src/forms/index.ts';
import { w } from '#src/i18n/words.ts';
import { addDays } from '#src/rules/day.ts';
import { candidates, type Facts, gaps, type Route, route } from '#src/rules/routing.ts';
import { tablesOf } from '#src/zone/tables.ts';
import { readZone } from '#src/zone/zone.ts';

const row = (handler: string, some: Partial<Route> = {}): Route => ({
  form: 'consultation',
  from: '2020-01-20',
  to: null,
  keys: null,
  lines: null,
  areas: null,
  handler,
  reason: w('因为', 'Because'),
  workingDays: 1,
  ...some,
});
const facts = (some: Partial<Facts> = {}): Facts => ({
  form: 'consultation',
  key: 'law',
  area: 'east',
  line: 'industry',
  ...some,
});

const table = [
  row('materials', { form: 'materials' }),
  row('loans', { keys: ['loan', 'tax'] }),
  row('early-law', { keys: ['law'], to: '2020-02-29' }),
  row('late-law', { keys: ['law'], from: '2020-03-01' }),
  row('sites', { lines: ['construction'] }),
  row('west', { areas: ['west'], lines: ['industry', 'commerce'] }),
  row('all'),
  row('never'),
];

describe('route', () => {
  it.each([
    ['a key of the row', facts({ key: 'tax' }), '2020-03-20', 'loans'],
    ['the last day of a row', facts(), '2020-02-29', 'early-law'],
    ['the first day of a row', facts(), '2020-03-01', 'late-law'],
    [
      'the first row that matches, by the line',
      facts({ key: 'hr', line: 'construction' }),
      '2020-03-20',
      'sites',
    ],
    ['the key before the line', facts({ key: 'loan', line: 'construction' }), '2020-03-20', 'loans'],
    ['area and line together', facts({ key: 'hr', area: 'west' }), '2020-03-20', 'west'],
    ['the area alone is not enough', facts({ key: 'hr', area: 'west', line: 'public' }), '2020-03-20', 'all'],
    ['a key nobody names', facts({ key: '' }), '2020-03-20', 'all'],
    ['another form', facts({ form: 'materials' }), '2020-03-20', 'materials'],
  ])('takes %s', (_, given, day, handler) => {
    expect(route(table, given, day).handler).toBe(handler);
  });

  it('throws where the table has a gap, and names file, form and day', () => {
    const wrong = /content\/rules\/routing\.yaml.*consultation.*2020-01-19/;
    expect(() => route(table, facts(), '2020-01-19')).toThrow(wrong);
  });
});

describe('gaps', () => {
  const from = '2020-02-01';
  const to = '2020-04-30';
  it.each<[string, Route[], string[]]>([
    ['a row without conditions and without end', [row('all')], []],
    ['two rows that meet', [row('a', { to: '2020-03-01' }), row('b', { from: '2020-03-02' })], []],
    [
      'a day between two rows',
      [row('a', { to: '2020-03-01' }), row('b', { from: '2020-03-03' })],
      ['consultation 2020-03-02'],
    ],
    ['a row that ends', [row('a', { to: '2020-03-01' })], ['consultation 2020-03-02']],
    ['a row that begins late', [row('a', { from: '2020-02-02' })], ['consultation 2020-02-01']],
    ['a row that ends with the time looked at', [row('a', { to: '2020-04-30' })], []],
    ['only rows with keys', [row('a', { keys: ['law'] })], ['consultation 2020-02-01']],
    ['only rows with lines', [row('a', { lines: ['industry'] })], ['consultation 2020-02-01']],
    ['only rows with areas', [row('a', { areas: ['east'] })], ['consultation 2020-02-01']],
    ['rows of another form', [row('a', { form: 'materials' })], ['consultation 2020-02-01']],
    ['no rows', [], ['consultation 2020-02-01']],
  ])('%s', (_, rows, found) => {
    expect(gaps(rows, ['consultation'], from, to)).toEqual(found);
  });
});

describe('candidates', () => {
  it('gives the rows of a form that hold on a day', () => {
    const handlers = candidates(table, 'consultation', '2020-03-20').map(found => found.handler);
    expect(handlers).toEqual(['loans', 'late-law', 'sites', 'west', 'all', 'never']);
    expect(candidates(table, 'consultation', '2020-01-19')).toEqual([]);
  });
});

describe('the table of content/', () => {
  const zone = readZone(join(import.meta.dirname, '../..'));
  const tables = tablesOf(zone);
  const first = zone.routing.map(found => found.from).sort()[0] ?? '';
  const days = Array.from({ length: 347 }, (_, n) => addDays(first, n));

  /** Every code a form's choices offer; its routing key is one of them. */
  const codesIn = (fields: Fields): string[] =>
    Object.values(fields).flatMap((field: Field) => {
      if (field.kind === 'group' || field.kind === 'lines') return codesIn(field.fields);
      return field.kind === 'choice' ? options(field, tables).map(option => option.code) : [];
    });

  it('begins before the day the site speaks of, and the days tested reach the end of 2020', () => {
    expect(first <= (zone.asOf ?? '')).toBe(true);
    expect(days.at(-1)).toBe('2020-12-31');
  });

  it.each(forms.map((form): [string, AnyForm] => [form.id, form]))(
    'takes every %s on every day',
    (id, form) => {
      const departments = new Set(zone.departments.map(department => department.code));
      expect(gaps(zone.routing, [id], first, '9999-12-31')).toEqual([]);
      for (const key of ['', ...codesIn(form.fields)]) {
        for (const { code: area } of zone.areas) {
          for (const { code: line } of zone.lines) {
            for (const day of days) {
              const found = route(zone.routing, { form: id, key, area, line }, day);
              if (!departments.has(found.handler)) expect.fail(`${found.handler} of ${id} ${key} ${day}`);
            }
          }
        }
      }
    },
  );

  it.each(forms.map((form): [string, AnyForm] => [form.id, form]))('names only keys of %s', (id, form) => {
    const keys = zone.routing.filter(found => found.form === id).flatMap(found => found.keys ?? []);
    expect(keys.filter(key => !codesIn(form.fields).includes(key))).toEqual([]);
  });

  it('has a row of its own for every topic', () => {
    const topic = forms.find(form => form.id === 'consultation')?.fields.topic;
    if (topic?.kind !== 'choice') return expect.fail('consultation has no topic');
    const named = zone.routing.flatMap(found => (found.form === 'consultation' ? (found.keys ?? []) : []));
    expect(
      options(topic, tables)
        .map(option => option.code)
        .filter(code => !named.includes(code)),
    ).toEqual([]);
  });
});
