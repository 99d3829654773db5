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
    ['an unknown line', routing, 'keys: [tax]', 'lines: [moon]', ['lines', 'moon']],
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
    ['no working days', routing, 'workingDays: 1', 'workingDays: 0', ['0.workingDays', '不能小于1']],
    ['half a working day', routing, 'workingDays: 1', 'workingDays: 1.5', ['0.workingDays', '写法不对']],
    ['too many working days', routing, 'workingDays: 1', 'workingDays: 31', ['0.workingDays', '不能大于30']],
    ['working days in quotes', routing, 'workingDays: 1', "workingDays: '1'", ['0.workingDays', '数字不加']],
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
    ['an unknown unit', items, 'units: [set]', 'units: [sets]', ['protective-suit', 'sets']],
    ['an item without units', items, 'units: [set]', 'units: []', ['items.4.units', '至少写1项']],
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

  it.each([zone, routing, duty, items, 'content/calendar'])('says that %s is missing', path => {
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
    expect(wrongOf(home, [...ids, 'lodging'])).toContain('lodging 2020-02-17');
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
      "- { form: consultation, from: '2020-03-01', to: null, handler: economy, workingDays: 1, reason: { zh: 甲, en: A } }\n";
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
