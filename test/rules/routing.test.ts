import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type AnyForm, type Field, type Fields, options } from '#src/forms/field.ts';
import { forms } from '#src/forms/index.ts';
import { w } from '#src/i18n/words.ts';
import { addDays } from '#src/rules/day.ts';
import {
  areaOffice,
  candidates,
  departmentOf,
  type Facts,
  isKeyEnterprise,
  type Route,
  route,
} from '#src/rules/routing.ts';
import { gaps } from '#src/rules/routing-check.ts';
import { rulesOf } from '#src/zone/handler.ts';
import { tablesOf } from '#src/zone/tables.ts';
import { readZone } from '#src/zone/zone.ts';

const row = (handler: string, some: Partial<Route> = {}): Route => ({
  form: 'consultation',
  from: '2020-01-20',
  to: null,
  keys: null,
  lines: null,
  areas: null,
  keyEnterprise: null,
  handler,
  alsoTo: [],
  reason: w('因为', 'Because'),
  ...some,
});
const known = { form: 'consultation', key: 'law', area: 'east', line: 'industry', keyEnterprise: false };
const facts = (some: Partial<typeof known> = {}) => ({ ...known, ...some });

const table = [
  row('materials', { form: 'materials' }),
  row('loans', { keys: ['loan', 'tax'] }),
  row('early-law', { keys: ['law'], to: '2020-02-29' }),
  row('late-law', { keys: ['law'], from: '2020-03-01' }),
  row('key-sites', { lines: ['construction'], keyEnterprise: true }),
  row('sites', { lines: ['construction'] }),
  row('west', { areas: ['west'], lines: ['industry', 'commerce'] }),
  row('all'),
];

describe('route', () => {
  it.each([
    ['a key of the row', facts({ key: 'tax' }), '2020-03-20', 'loans'],
    ['the last day of a row', facts(), '2020-02-29', 'early-law'],
    ['the first day of a row', facts(), '2020-03-01', 'late-law'],
    ['the first that matches', facts({ key: 'hr', line: 'construction' }), '2020-03-20', 'sites'],
    [
      'a key enterprise',
      facts({ key: 'hr', line: 'construction', keyEnterprise: true }),
      '2020-03-20',
      'key-sites',
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

describe('candidates', () => {
  const open = { form: 'consultation', key: null, area: null, line: null, keyEnterprise: null };
  const handlers = (some: Partial<Facts>, day = '2020-03-20') =>
    candidates(table, { ...open, ...some }, day).map(found => found.handler);

  it('gives every row of the form that may decide on a day while nothing is known', () => {
    expect(handlers({})).toEqual(['loans', 'late-law', 'key-sites', 'sites', 'west', 'all']);
    expect(handlers({}, '2020-01-19')).toEqual([]);
  });

  it('gives fewer as more is known, and one when it is enough', () => {
    expect(handlers({ key: 'hr' })).toEqual(['key-sites', 'sites', 'west', 'all']);
    expect(handlers({ key: 'hr', line: 'construction' })).toEqual(['key-sites', 'sites']);
    expect(handlers({ key: 'hr', line: 'construction', keyEnterprise: false })).toEqual(['sites']);
    expect(handlers({ key: 'hr', line: 'commerce' })).toEqual(['west', 'all']);
    expect(handlers({ key: 'loan' })).toEqual(['loans']);
  });

  it('never leaves out the row that decides once the rest is known', () => {
    const open = <T>(value: fc.Arbitrary<T>) => fc.tuple(value, fc.boolean());
    const some = fc.record({
      key: open(fc.constantFrom('', 'law', 'loan', 'hr')),
      area: open(fc.constantFrom('east', 'west')),
      line: open(fc.constantFrom('industry', 'construction', 'public')),
      keyEnterprise: open(fc.boolean()),
    });
    fc.assert(
      fc.property(some, ({ key, area, line, keyEnterprise }) => {
        const all = { key: key[0], area: area[0], line: line[0], keyEnterprise: keyEnterprise[0] };
        const part = {
          key: key[1] ? key[0] : null,
          area: area[1] ? area[0] : null,
          line: line[1] ? line[0] : null,
          keyEnterprise: keyEnterprise[1] ? keyEnterprise[0] : null,
        };
        expect(handlers(part)).toContain(
          route(table, { form: 'consultation', ...all }, '2020-03-20').handler,
        );
      }),
    );
  });
});

describe('departmentOf', () => {
  it('is the row’s department, or the office of the area where the row says so', () => {
    const offices = { east: 'east-office' };
    expect(departmentOf('tax', 'east', offices)).toBe('tax');
    expect(departmentOf(areaOffice, 'east', offices)).toBe('east-office');
    expect(departmentOf(areaOffice, null, offices)).toBeNull();
  });
});

describe('isKeyEnterprise', () => {
  const list = [
    { creditCode: 'A', from: '2020-02-10', to: '2020-03-10' },
    { creditCode: 'A', from: '2020-04-01', to: null },
  ];
  it.each([
    ['A', '2020-02-09', false],
    ['A', '2020-02-10', true],
    ['A', '2020-03-10', true],
    ['A', '2020-03-11', false],
    ['A', '2026-01-01', true],
    ['B', '2020-03-01', false],
    ['', '2020-03-01', false],
  ])('%j on %s: %s', (code, day, is) => {
    expect(isKeyEnterprise(list, code, day)).toBe(is);
  });
});

describe('the table of content/', () => {
  const zone = readZone(join(import.meta.dirname, '../..'));
  const { routing, offices } = rulesOf(zone);
  const tables = tablesOf(zone);
  const departments = new Set(zone.departments.map(department => department.code));
  const first = routing.map(found => found.from).sort()[0] ?? '';

  /** Every code a form's choices offer, and the answers of a yes-no; its routing key is one of them. */
  const codesIn = (fields: Fields): string[] =>
    Object.values(fields).flatMap((field: Field) => {
      if (field.kind === 'group' || field.kind === 'lines') return codesIn(field.fields);
      if (field.kind === 'yes-no') return ['true', 'false'];
      return field.kind === 'choice' || field.kind === 'choices'
        ? options(field, tables).map(option => option.code)
        : [];
    });
  const every = forms.map((form): [string, AnyForm] => [form.id, form]);

  it('begins before the day the site speaks of', () => {
    expect(first <= (zone.asOf ?? '')).toBe(true);
    expect(first <= '2020-01-20').toBe(true);
  });

  it.each(every)('takes every %s on every day, at one department', (id, form) => {
    expect(gaps(routing, [id], first, '9999-12-31')).toEqual([]);
    const asked = fc.record({
      form: fc.constant(id),
      key: fc.constantFrom('', ...codesIn(form.fields)),
      area: fc.constantFrom(...zone.areas.map(area => area.code)),
      line: fc.constantFrom(...zone.lines.map(line => line.code)),
      keyEnterprise: fc.boolean(),
    });
    const days = fc.integer({ min: 0, max: 346 }).map(n => addDays('2020-01-20', n));
    fc.assert(
      fc.property(asked, days, (given, day) => {
        const found = candidates(routing, given, day);
        expect(found).toHaveLength(1);
        const handler = departmentOf(found[0]?.handler ?? '', given.area, offices);
        expect(departments).toContain(handler);
      }),
      { numRuns: 500 },
    );
  });

  it.each(every)('names only keys of %s', (id, form) => {
    const keys = routing.filter(found => found.form === id).flatMap(found => found.keys ?? []);
    expect(keys.filter(key => !codesIn(form.fields).includes(key))).toEqual([]);
  });

  it.each(['consultation', 'several'])('has a row of its own for every kind of %s', id => {
    const form = forms.find(one => one.id === id);
    const name = form?.routingField.split('.').at(-1) ?? '';
    const field = id === 'several' ? form?.fields.needs : form?.fields[name];
    const choice = field?.kind === 'lines' ? field.fields[name] : field;
    if (choice?.kind !== 'choice') return expect.fail(`${id} has no ${name}`);
    const named = routing.flatMap(found => (found.form === id ? (found.keys ?? []) : []));
    const codes = options(choice, tables).map(option => option.code);
    expect(codes.filter(code => code !== 'other' && !named.includes(code))).toEqual([]);
  });

  it.each([
    ['output of 3亿 and more goes to the bureau', { key: 'true', line: 'industry' }, 'economy'],
    ['less goes to the town of the area', { key: 'false', line: 'industry' }, 'west-office'],
    ['unknown output goes to the town', { key: '', line: 'industry' }, 'west-office'],
    [
      'a key enterprise goes to the bureau',
      { key: 'false', line: 'industry', keyEnterprise: true },
      'economy',
    ],
    [
      'building sites go to the bureau of construction',
      { key: 'false', line: 'construction' },
      'construction',
    ],
  ])('filing: %s', (_, some, handler) => {
    const found = route(routing, facts({ form: 'filing', area: 'west', ...some }), '2020-02-14');
    expect(departmentOf(found.handler, 'west', offices)).toBe(handler);
  });

  it('a complaint never goes where needs go', () => {
    const found = route(routing, facts({ form: 'other', key: 'complaint' }), '2020-03-20');
    expect(found.handler).toBe('supervision');
  });
});
