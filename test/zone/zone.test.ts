import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { forms } from '#src/forms/index.ts';
import { readZone, riskOn, today, ZoneError } from '#src/zone/zone.ts';

const home = join(import.meta.dirname, '../..');
const ids = forms.map(form => form.id);
const made: string[] = [];

afterEach(() => {
  for (const root of made.splice(0)) rmSync(root, { recursive: true, force: true });
});

/** A copy of the zone's tables. */
const copy = (): string => {
  const root = mkdtempSync(join(tmpdir(), 'reopendesk-zone-'));
  made.push(root);
  for (const path of ['zone.yaml', 'rules', 'calendar', 'catalogue']) {
    cpSync(join(home, 'content', path), join(root, 'content', path), { recursive: true });
  }
  return root;
};

/** A copy in which one thing of one file is another; `from` has to stand there. */
const broken = (file: string, from: string | RegExp, to: string): string => {
  const root = copy();
  const path = join(root, file);
  const text = readFileSync(path, 'utf8');
  const other = text.replace(from, to);
  if (other === text) throw new Error(`${file} has no ${String(from)}`);
  writeFileSync(path, other);
  return root;
};

const wrongOf = (root: string, given: readonly string[] = ids): string => {
  try {
    readZone(root, given);
  } catch (error) {
    if (error instanceof ZoneError) return error.message;
    throw error;
  }
  return 'nothing is wrong';
};

const zone = 'content/zone.yaml';
const routing = 'content/rules/routing.yaml';
const modes = 'content/rules/modes.yaml';
const keys = 'content/rules/key-enterprises.yaml';
const priority = 'content/rules/priority.yaml';
const year = 'content/calendar/2020.yaml';
const duty = 'content/calendar/duty.yaml';
const items = 'content/catalogue/items.yaml';
const endOf = (form: string) => new RegExp(`(form: ${form}, from: '2020-01-20', to: )null(, handler)`);

describe('readZone', () => {
  it('reads the tables of content/', () => {
    const read = readZone(home, ids);
    expect(read.asOf).toBe('2020-03-20');
    expect(Object.keys(read.calendar.years)).toEqual(expect.arrayContaining(['2020', '2026']));
    expect(read.catalogue.items.map(item => item.code)).toContain('mask-medical');
    expect(read.name.en).toBe('Demonstration High-tech Zone');
    expect(read.routing.every(row => row.keys === null || row.keys.length > 0)).toBe(true);
  });

  it('reads a copy as well', () => {
    expect(wrongOf(copy())).toBe('nothing is wrong');
  });

  it.each<[string, string, string | RegExp, string, string[]]>([
    ['an unknown handler', routing, 'handler: tax,', 'handler: taxes,', ['handler', '没有这个部门 taxes']],
    ['a handler left out', routing, 'handler: tax, ', '', ['4.handler', '请补上']],
    ['an unknown line', routing, 'keys: [tax]', 'lines: [moon]', ['第5行', 'lines', 'moon']],
    ['an unknown area', routing, 'keys: [tax]', 'areas: [moon]', ['areas', 'moon']],
    [
      'an end without a next row',
      routing,
      endOf('consultation'),
      "$1'2020-02-29'$2",
      ['consultation 2020-03-01', '加一行不带条件的规则'],
    ],
    [
      'an end in years to come',
      routing,
      endOf('consultation'),
      "$1'2031-12-31'$2",
      ['consultation 2032-01-01'],
    ],
    [
      'a beginning too late',
      routing,
      /('materials|form: materials), from: '2020-01-20'/g,
      "$1, from: '2020-03-01'",
      ['materials 2020-02-17'],
    ],
    ['no working days', modes, 'workingDays: 1', 'workingDays: 0', ['answer', '不能小于1']],
    ['half a working day', modes, 'workingDays: 1', 'workingDays: 1.5', ['answer', '写法不对']],
    ['too many working days', modes, 'workingDays: 1 ', 'workingDays: 31 ', ['answer', '不能大于30']],
    ['working days in quotes', modes, 'workingDays: 1 ', "workingDays: '1' ", ['answer', '数字不加']],
    [
      'a time of day as a number',
      modes,
      "answer: { sameDayBy: '16:00'",
      'answer: { sameDayBy: 16',
      ['answer', '写法不对'],
    ],
    ['a mode nobody knows', modes, 'mode: filed', 'mode: open', ['1.mode', 'filed、application、closed']],
    ['a closed form with an answer', modes, 'mode: filed', 'mode: closed', ['1.answer', '写 null']],
    [
      'an open form without one',
      modes,
      'answer: { workingDays: 2 }',
      'answer: null',
      ['0.answer', '几个工作日'],
    ],
    [
      'a risk level without a mode',
      modes,
      "from: '2020-03-03', to: null, risk: [medium, high, unknown]",
      "from: '2020-03-03', to: null, risk: [medium, high]",
      ['filing', '2020-03-03', 'unknown', '加一行'],
    ],
    [
      'two modes at once',
      modes,
      "from: '2020-03-03', to: null, risk: [medium, high, unknown]",
      "from: '2020-03-03', to: null, risk: [low, medium, high, unknown]",
      ['第4、5行', 'filing', '2020-03-03', 'low', '只留一行'],
    ],
    [
      'a mode that ends before it begins',
      modes,
      "to: '2020-02-24'",
      "to: '2020-01-02'",
      ['第1行', '2020-01-02', '早'],
    ],
    [
      'a credit code that is none',
      keys,
      '91000000DEMP00001L',
      '91000000DEMP00001M',
      ['0.creditCode', '18位'],
    ],
    ['an order nobody knows', priority, 'by: waiting', 'by: luck', ['4.by', 'key-enterprise']],
    ['a place taken twice', priority, 'order: 2', 'order: 1', ['第1、2行', '同时算数', 'order 一样']],
    ['a criterion twice', priority, 'by: reopened', 'by: waiting', ['第2、5行', 'by 一样', '只留一行']],
    ['a day on which nobody comes first', priority, /null/g, "'2020-12-31'", ['从2021-01-01起', '加一行']],
    [
      'an order turned round',
      priority,
      "'2020-01-20', to: null",
      "'2020-01-20', to: '2020-01-19'",
      ['第1行', '早'],
    ],
    ['a list turned round', keys, "to: '2020-06-30'", "to: '2020-02-01'", ['第2行', '2020-02-01']],
    ['an unknown department beside', routing, 'alsoTo: [labour]', 'alsoTo: [labor]', ['alsoTo', 'labor']],
    [
      'a row that is never reached',
      routing,
      "keys: ['true'], handler: economy",
      'handler: economy',
      ['第19行', '永远轮不到'],
    ],
    [
      'two rows of the same conditions',
      routing,
      'keys: [labour], handler: labour, reason: { zh: 社保',
      'keys: [loan], handler: labour, reason: { zh: 社保',
      ['第2行和第3行', '重叠'],
    ],
    ['an empty condition', routing, 'keys: [loan]', 'keys: []', ['1.keys', '至少写1项']],
    ['an area without an office', zone, / {4}office: west-office\n/, '', ['areas.1.office', '请补上']],
    ['an office that is no department', zone, 'office: west-office', 'office: town', ['west', 'town']],
    [
      'a department called like all offices',
      zone,
      'code: tax,',
      'code: area-office,',
      ['area-office', '换一个代码'],
    ],
    ['a reason in one language', routing, /, en: The Economic[^}]*/, '', ['0.reason.en', '请补上']],
    ['a table that is no list', routing, /[\s\S]+/, 'form: consultation', ['（整个文件）', '写法不对']],
    ['a day that does not exist', zone, "asOf: '2020-03-20'", "asOf: '2020-02-30'", ['asOf', '2020-03-20']],
    ['a day without quotes', zone, "asOf: '2020-03-20'", 'asOf: 20200320', ['asOf', '引号']],
    ['a misspelt field', zone, 'asOf:', 'as_of:', ['as_of', '没有这个栏目', 'asOf']],
    ['a field in the wrong place', zone, '  duty:', '  desk: 1\n  duty:', ['phones', 'desk']],
    ['another risk level', zone, 'level: medium', 'level: orange', ['risk.0.level', 'low、medium、high']],
    ['a phone in words', zone, "duty: '0000-0000001'", 'duty: 值班室', ['phones.duty', '数字和短横线']],
    ['a time without its 0', zone, "from: '08:30'", "from: '8:30'", ['office.from', '08:30']],
    ['a code in capitals', zone, 'code: east', 'code: East', ['areas.0.code', '小写字母']],
    ['no areas', zone, /areas:[\s\S]*?\nlines:/, 'areas: []\nlines:', ['areas', '至少写1项']],
    ['a blank name', zone, 'zh: 示范高新区', "zh: ' '", ['name.zh', '不能空着']],
    ['an empty file', zone, /[\s\S]+/, '', ['（整个文件）', '写法不对']],
    ['a broken indent', zone, '  - code: east', ' - code: east\n   x: [', ['行附近', '检查缩进']],
    ['a bracket left open', routing, 'keys: [loan]', 'keys: [loan', ['行附近', '括号']],
    [
      'a field written twice',
      zone,
      "asOf: '2020-03-20'",
      "asOf: '2020-03-20'\nasOf: null",
      ['行附近', '写两次'],
    ],
    ['a holiday that does not exist', year, "'2020-01-24'", "'2020-01-32'", ['off.1.from', '存在的日期']],
    ['a year without its source', year, /source: .*/, '', ['source', '请补上']],
    ['duty days in words', duty, /\[\]\s*$/, '- 周末', ['0', '存在的日期']],
    ['duty days left empty', duty, /\[\]\s*$/, '', ['（整个文件）']],
    ['an unknown unit', items, 'units: [set, ', 'units: [sets, ', ['protective-suit', 'sets']],
    ['an item without units', items, 'units: [set, carton]', 'units: []', ['items.4.units', '至少写1项']],
    [
      'an item counted in cartons of cartons',
      items,
      '[set, carton]',
      '[carton]',
      ['protective-suit', 'carton'],
    ],
    ['contents in a unit nobody knows', items, 'barrel: { unit: litre }', 'barrel: { unit: pint }', ['pint']],
    [
      'a container nobody knows',
      items,
      'barrel: { unit: litre }',
      'tub: { unit: litre }',
      ['contents', 'tub'],
    ],
    ['a unit so many of another', items, 'unit: kg, times: 0.5', 'unit: tonne, times: 0.5', ['jin', 'is']],
    ['none of another unit', items, 'times: 0.5', 'times: 0', ['units.7.is.times', '要大于0']],
  ])('says where and what to write: %s', (_, file, from, to, parts) => {
    const message = wrongOf(broken(file, from, to));
    expect(message.split('\n')[0]).toBe(file);
    for (const part of parts) expect(message).toContain(part);
    // Nothing of zod's or YAML's own words, in which every sentence has one of these.
    expect(message).not.toMatch(
      /invalid|expected|received|too (small|big)|unrecognized|must|error|undefined|\bat line\b/i,
    );
    expect(message).toMatch(/\p{Script=Han}/u);
  });

  it.each([zone, routing, modes, keys, duty, items, 'content/calendar'])('says that %s is missing', path => {
    const root = copy();
    rmSync(join(root, path), { recursive: true });
    const message = wrongOf(root);
    expect(message.split('\n')[0]).toBe(path);
    expect(message).toContain('没有这个文件');
    expect(message).not.toMatch(/ENOENT|no such/);
  });

  it('names everything that is wrong with a file at once', () => {
    const root = broken(zone, 'code: east', 'code: East');
    const path = join(root, zone);
    writeFileSync(path, readFileSync(path, 'utf8').replace("'08:30'", "'8:30'"));
    expect(wrongOf(root)).toMatch(/areas\.0\.code[\s\S]*office\.from/);
  });

  it('asks for rows of the forms there are', () => {
    expect(wrongOf(home, [...ids, 'moon-base'])).toContain('moon-base 2020-02-17');
    expect(wrongOf(home, [])).toBe('nothing is wrong');
  });

  it('looks at the day the site speaks of, also where the table begins later', () => {
    const root = broken(zone, "asOf: '2020-03-20'", "asOf: '2019-12-31'");
    expect(wrongOf(root)).toContain('consultation 2019-12-31');
  });

  it('takes a row that another one follows', () => {
    const after = "$1'2020-02-29'$2";
    const root = broken(routing, endOf('consultation'), after);
    const path = join(root, routing);
    const next =
      "- { form: consultation, from: '2020-03-01', to: null, handler: economy, reason: { zh: 甲, en: A } }\n";
    writeFileSync(path, readFileSync(path, 'utf8') + next);
    expect(wrongOf(root)).toBe('nothing is wrong');
  });
});

describe('today', () => {
  it('is the day of the demonstration, or that of Shanghai', () => {
    const evening = new Date('2020-03-19T16:00:00Z');
    expect(today({ asOf: '2020-03-01' }, evening)).toBe('2020-03-01');
    expect(today({ asOf: null }, evening)).toBe('2020-03-20');
  });
});

describe('riskOn', () => {
  const medium = { from: '2020-02-17', level: 'medium', source: '示例' } as const;
  const low = { from: '2020-03-04', level: 'low', source: '示例' } as const;
  it.each([
    ['2020-02-16', null],
    ['2020-02-17', medium],
    ['2020-03-03', medium],
    ['2020-03-04', low],
    ['2026-01-01', low],
  ])('on %s', (day, row) => {
    expect(riskOn({ risk: [medium, low] }, day)).toEqual(row);
    expect(riskOn({ risk: [low, medium] }, day)).toEqual(row);
  });
});
