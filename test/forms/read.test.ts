import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AnyForm, Field, Fields } from '#src/forms/field.ts';
import { maxLines, read } from '#src/forms/read.ts';
import { langs } from '#src/i18n/words.ts';
import {
  answersOf,
  changed,
  consultation,
  consultationSent,
  materials,
  materialsLeast,
  materialsSent,
  problemsOf,
  tables,
  today,
} from './sent.ts';

const at = (path: string, value: unknown) => problemsOf(materials, changed(materialsSent, path, value));
const pointersOf = (sent: unknown, form: AnyForm = materials) =>
  problemsOf(form, sent).map(one => one.pointer);

/** Follows a path through what was read. */
const valueAt = (values: unknown, path: string): unknown =>
  path.split('.').reduce<unknown>((value, name) => (value as Record<string, unknown>)[name], values);

describe('read', () => {
  it.each([
    ['enterprise.name', '  示范口罩厂\u3000', '示范口罩厂'],
    ['enterprise.name', '<b>厂</b> & "子"', '<b>厂</b> & "子"'],
    ['enterprise.name', '𠮷'.repeat(80), '𠮷'.repeat(80)],
    ['enterprise.creditCode', ' 91350100m000100y43 ', '91350100M000100Y43'],
    ['enterprise.creditCode', '９１３５０１００Ｍ０００１００Ｙ４３', '91350100M000100Y43'],
    ['enterprise.creditCode', '350100100001234', '350100100001234'],
    ['enterprise.creditCode', '', ''],
    ['enterprise.soleTrader', undefined, null],
    ['enterprise.soleTrader', '', null],
    ['enterprise.soleTrader', 'true', true],
    ['enterprise.soleTrader', 'false', false],
    ['contact.phone', '0431-87019189 转 8012', '0431-87019189 转 8012'],
    ['contact.phone', '１３８００１３８０００', '１３８００１３８０００'],
    ['onSite', 0, 0],
    ['onSite', '-0', 0],
    ['onSite', -0, 0],
    ['onSite', null, null],
    ['onSite', '', null],
    ['onSite', ' ', null],
    ['onSite', '１２００', 1200],
    ['items.0.quantity', '5,000', 5000],
    ['items.0.quantity', '５，０００', 5000],
    ['items.0.quantity', '1,234,567', 1_234_567],
    ['items.0.quantity', '5 000', 5000],
    ['items.0.quantity', '5,0000', 50_000],
    ['items.0.quantity', '12.50', 12.5],
    ['items.0.quantity', 100_000_000, 100_000_000],
    ['items.0.quantity', null, null],
    ['items.0.quantity', undefined, null],
    ['items.0.stock', '0', 0],
    ['items.0.neededBy', '2020年3月5日', '2020-03-05'],
    ['items.0.neededBy', '2020/3/25', '2020-03-25'],
    ['items.0.neededBy', '２０２０.０３.２５', '2020-03-25'],
    ['items.0.neededBy', '2020-02-29', '2020-02-29'],
    ['neededBy', undefined, ''],
    ['consent', 'true', true],
    ['consent', 'on', true],
    ['delivery', undefined, ''],
    ['note', '=HYPERLINK("http://x")', '=HYPERLINK("http://x")'],
    ['note', '<script>alert(1)</script>', '<script>alert(1)</script>'],
    ['note', '第一行\n\n第二行\t。', '第一行\n\n第二行\t。'],
    ['note', '字'.repeat(500), '字'.repeat(500)],
    ['note', null, ''],
  ])('reads %s %j as %j', (path, typed, value) => {
    expect(valueAt(answersOf(materials, changed(materialsSent, path, typed)), path)).toBe(value);
  });

  it('gives every field of the form, whatever was left out', () => {
    expect(answersOf(materials, materialsLeast)).toEqual({
      enterprise: { name: '示范口罩厂', creditCode: '', soleTrader: null, area: 'east', line: 'industry' },
      contact: { name: '王小明', role: '', phone: '13800138000', tell: '', email: '' },
      reopened: null,
      onSite: null,
      items: [
        {
          item: 'mask-medical',
          spec: '',
          quantity: null,
          unit: 'piece',
          each: null,
          stock: null,
          dailyUse: null,
          neededBy: '',
        },
      ],
      neededBy: '',
      selfPay: null,
      substitute: null,
      delivery: '',
      receiver: '',
      address: '',
      hotlineTicket: '',
      note: '',
      consent: true,
    });
  });

  it('warns of a day in the past, and only of that', () => {
    const warned = (path: string, day: string) => {
      const reading = read(materials, changed(materialsLeast, path, day), tables, today);
      return reading.tag === 'read' ? reading.warnings : expect.fail('refused');
    };
    expect(warned('neededBy', '2020-03-19')).toEqual([
      {
        pointer: '/neededBy',
        message: {
          'zh-Hans': expect.stringMatching(/^最晚哪天要早于今天/),
          en: expect.stringMatching(/^Needed by lies in the past/),
        },
      },
    ]);
    expect(warned('items.0.neededBy', '2020-03-19').map(one => one.pointer)).toEqual(['/items/0/neededBy']);
    expect(warned('neededBy', today)).toEqual([]);
    expect(warned('neededBy', '')).toEqual([]);
  });

  it('names everything that is missing at once, each at its place', () => {
    expect(pointersOf({})).toEqual([
      '/enterprise/name',
      '/enterprise/area',
      '/enterprise/line',
      '/contact/name',
      '/contact/phone',
      '/items',
      '/consent',
    ]);
    expect(pointersOf({}, consultation)).toEqual([
      '/topic',
      '/question',
      '/enterprise/name',
      '/enterprise/area',
      '/enterprise/line',
      '/contact/name',
      '/contact/phone',
      '/consent',
    ]);
  });

  it(`takes ${maxLines} lines and refuses one more`, () => {
    const lines = (n: number) => Array.from({ length: n }, () => ({ item: 'goggles', unit: 'pair' }));
    expect(answersOf(materials, changed(materialsSent, 'items', lines(50))).items).toHaveLength(50);
    for (const n of [51, 10_000]) {
      expect(at('items', lines(n))).toEqual([
        {
          pointer: '/items',
          message: expect.objectContaining({ 'zh-Hans': expect.stringContaining(`${n}项`) }),
        },
      ]);
    }
  });

  it.each(['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'a.b', 'a/b~c', '"><script>', ''])(
    'refuses the unknown field %j where it stands',
    name => {
      const escaped = name.replaceAll('~', '~0').replaceAll('/', '~1');
      const sent = JSON.parse(
        JSON.stringify(materialsSent).replace('{', `{${JSON.stringify(name)}:{"x":1},`),
      );
      expect(pointersOf(sent)).toEqual([`/${escaped}`]);
      const inner = JSON.parse(
        JSON.stringify(materialsSent).replace('"item":', `${JSON.stringify(name)}:1,"item":`),
      );
      expect(pointersOf(inner)).toEqual([`/items/0/${escaped}`]);
      expect(({} as Record<string, unknown>).x).toBeUndefined();
    },
  );

  it('does not repeat a name that is long or cannot be shown, and stops after some', () => {
    for (const name of ['x'.repeat(10_000), `${'a'.repeat(39)}😀${'b'.repeat(9)}`, 'a\u0000b', 'a\ud800']) {
      const problems = problemsOf(materials, { ...materialsSent, [name]: 1 });
      expect(problems.map(one => one.pointer)).toEqual(['']);
      expect(problems[0]?.message.en.isWellFormed()).toBe(true);
      expect(problems[0]?.message.en.length).toBeLessThan(120);
    }
    const many = Object.fromEntries(Array.from({ length: 10_000 }, (_, n) => [`field${n}`, 1]));
    expect(problemsOf(materials, { ...many, ...materialsSent }).length).toBeLessThan(20);
  });

  it.each([null, undefined, 5, 'text', true, [], [[]]])('refuses %j in place of a submission', sent => {
    const reading = read(materials, sent, tables, today);
    expect(reading.tag).toBe('refused');
  });
});

/** Whether a pointer leads to a field of the form, to a line that was sent, or to something that was sent. */
const leadsSomewhere = (form: AnyForm, sent: unknown, pointer: string): boolean => {
  if (pointer === '') return true;
  const names = pointer
    .slice(1)
    .split('/')
    .map(name => name.replaceAll('~1', '/').replaceAll('~0', '~'));
  let given: unknown = sent;
  let fields: Fields | null = form.fields;
  for (const name of names) {
    const isGiven: boolean = typeof given === 'object' && given !== null && Object.hasOwn(given, name);
    const isLine = Array.isArray(given);
    const field: Field | undefined =
      fields && !isLine && Object.hasOwn(fields, name) ? fields[name] : undefined;
    if (!isGiven && !field) return false;
    given = isGiven ? (given as Record<string, unknown>)[name] : undefined;
    if (!isLine) fields = field && 'fields' in field ? field.fields : null;
  }
  return true;
};

describe('read, of anything', () => {
  const leafs = fc.oneof(
    fc.jsonValue(),
    fc.string({ unit: 'binary' }),
    fc.constantFrom('', ' ', 'true', 'on', '5,000', '2020-02-30', '\u0000', '\ud800', '0', 'east', 'deliver'),
  );
  const paths = fc.constantFrom(
    'enterprise',
    'enterprise.name',
    'enterprise.creditCode',
    'enterprise.soleTrader',
    'enterprise.area',
    'contact',
    'contact.phone',
    'items',
    'items.0',
    'items.0.item',
    'items.0.quantity',
    'items.0.unit',
    'items.0.neededBy',
    'items.1',
    'onSite',
    'neededBy',
    'delivery',
    'address',
    'consent',
    'topic',
    'question',
    'new',
    '__proto__',
    'items.0.~/',
  );
  const changes = fc.array(fc.tuple(paths, leafs), { maxLength: 4 });
  const nearly = fc.tuple(fc.constantFrom(materialsSent, consultationSent), changes).map(([sent, list]) =>
    list.reduce<object>((some, [path, value]) => {
      try {
        return changed(some, path, value);
      } catch {
        // The path runs through a scalar that an earlier change put there.
        return some;
      }
    }, sent),
  );

  it.each([
    ['materials', materials],
    ['consultation', consultation],
  ])('%s never throws, and every problem has a place and words', (_, form) => {
    fc.assert(
      fc.property(fc.oneof(fc.jsonValue(), nearly), sent => {
        const reading = read(form, sent, tables, today);
        if (reading.tag === 'read') return;
        expect(reading.problems.length).toBeGreaterThan(0);
        for (const { pointer, message } of reading.problems) {
          if (!leadsSomewhere(form, sent, pointer)) expect.fail(`no such place: ${JSON.stringify(pointer)}`);
          for (const lang of langs) {
            expect(message[lang].replace(/“.*”/s, '')).not.toMatch(/\{\w+\}|undefined|^$/);
            expect(message[lang].isWellFormed()).toBe(true);
          }
        }
      }),
      { numRuns: 1500 },
    );
  });
});
