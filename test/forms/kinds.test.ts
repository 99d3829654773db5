import { describe, expect, it } from 'vitest';
import { inWords, summary } from '#src/forms/display.ts';
import { type Field, routingKey } from '#src/forms/field.ts';
import { split } from '#src/forms/parts.ts';
import { read } from '#src/forms/read.ts';
import { langs, w } from '#src/i18n/words.ts';
import { formOf, label, option } from './made.ts';
import { answersOf, materials, problemsOf, tables, today } from './sent.ts';

const id = (letter: string) => letter.repeat(22);
const one = (field: Field) => formOf({ it: field });
const readAs = (field: Field, raw: unknown) => answersOf(one(field), raw === undefined ? {} : { it: raw }).it;
const wrongOf = (field: Field, raw: unknown) =>
  problemsOf(one(field), raw === undefined ? {} : { it: raw }).map(({ pointer, message }) => [
    pointer,
    message['zh-Hans'],
  ]);

describe('choices', () => {
  const field: Field = { kind: 'choices', label, options: ['loan', 'tax', 'rent'].map(option) };
  const needed: Field = { ...field, required: true };

  it.each([
    ['a list', ['tax', 'loan'], ['loan', 'tax']],
    ['one thing twice', ['tax', 'tax'], ['tax']],
    ['posted boxes', { tax: 'on', loan: 'on' }, ['loan', 'tax']],
    ['boxes as `true`', { tax: 'true' }, ['tax']],
    ['a box that was emptied', { tax: 'on', loan: '' }, ['tax']],
    ['no list', undefined, []],
    ['null', null, []],
    ['an empty list', [], []],
    ['an empty post', '', []],
  ])('reads %s in the order of the options', (_, raw, value) => {
    expect(readAs(field, raw)).toEqual(value);
  });

  it('takes its options from the zone’s tables too', () => {
    const areas: Field = { kind: 'choices', label, options: given => given.areas };
    expect(readAs(areas, ['west'])).toEqual(['west']);
  });

  it.each([
    ['a stranger', ['tax', 'moon'], '甲里没有“moon”这一项，请从列出的选项里选'],
    ['a posted stranger', { constructor: 'on' }, '甲里没有“constructor”这一项，请从列出的选项里选'],
    [
      'a long stranger, cut short',
      ['x'.repeat(500)],
      `甲里没有“${'x'.repeat(20)}”这一项，请从列出的选项里选`,
    ],
    ['a stranger that cannot be shown', ['a\u0000b'], null],
    ['one text', 'tax', '甲的格式不对'],
    ['numbers', [1], '甲的格式不对'],
    ['lists in lists', [['tax']], '甲的格式不对'],
    ['a box with another value', { tax: 'yes' }, '甲的格式不对'],
    ['a box that is a box', { tax: {} }, '甲的格式不对'],
    ['true', true, '甲的格式不对'],
  ])('refuses %s', (_, raw, message) => {
    const [problem, ...more] = wrongOf(field, raw);
    expect([more, problem?.[0]]).toEqual([[], '/it']);
    expect(problem?.[1]).not.toContain('\u0000');
    if (message !== null) expect(problem?.[1]).toBe(message);
  });

  it.each([undefined, null, [], '', {}, { tax: '' }])('asks to choose where it is required: %j', raw => {
    expect(wrongOf(needed, raw)).toEqual([['/it', '请选择甲']]);
    expect(wrongOf(needed, ['rent'])).toEqual([]);
  });

  it('is shown in words, in the reader’s language', () => {
    expect(inWords(field as never, ['loan', 'rent'], tables, 'zh-Hans')).toBe('loan项、rent项');
    expect(inWords(field as never, ['loan', 'rent'], tables, 'en')).toBe('loan, rent');
    expect(inWords(field as never, [], tables, 'en')).toBe('');
  });
});

describe('permission', () => {
  const field: Field = { kind: 'permission', label, statement: w('可以公布', 'May be published') };

  it.each([
    [true, true],
    ['on', true],
    ['true', true],
    [false, false],
    ['false', false],
    ['', false],
    [null, false],
    [undefined, false],
  ])('reads %j as %j: what was not ticked is not permitted', (raw, value) => {
    expect(readAs(field, raw)).toBe(value);
  });

  it.each([1, 0, 'yes', 'off', [], {}, ['on']])('refuses %j', raw => {
    expect(wrongOf(field, raw)).toHaveLength(1);
  });

  it('is never needed, unlike a consent', () => {
    expect(wrongOf(field, undefined)).toEqual([]);
    expect(wrongOf({ kind: 'consent', label, statement: label }, undefined)).toHaveLength(1);
  });

  it('stays in the clear and is shown as yes or no', () => {
    const asked = one(field);
    const { clear } = split(asked, answersOf(asked, {}));
    expect(clear).toEqual({ it: false });
    expect(summary(asked, clear, tables, 'zh-Hans')).toEqual([{ label: '甲', value: '否' }]);
  });
});

describe('files', () => {
  const field: Field = { kind: 'files', label, max: 2 };

  it.each([
    ['a list of ids', [id('A'), id('B')], [id('A'), id('B')]],
    ['posted ids', { [id('A')]: 'on' }, [id('A')]],
    ['one id twice', [id('A'), id('A')], [id('A')]],
    ['an input without a file', '', []],
    ['nothing', undefined, []],
  ])('reads %s', (_, raw, value) => {
    expect(readAs(field, raw)).toEqual(value);
  });

  it.each([
    ['too many', [id('A'), id('B'), id('C')], '甲最多2个文件，现在有3个，请去掉几个'],
    ['a name instead of an id', ['承诺书.jpg'], '甲的格式不对'],
    ['a path', ['../../../../etc/passwdAA'], '甲的格式不对'],
    ['an id and more', [`${id('A')}A`], '甲的格式不对'],
    ['a name in a post', { 承诺书: 'on' }, '甲的格式不对'],
    ['a text', id('A'), '甲的格式不对'],
    ['numbers', [1], '甲的格式不对'],
  ])('refuses %s', (_, raw, message) => {
    expect(wrongOf(field, raw)).toEqual([['/it', message]]);
  });

  it.each([undefined, '', [], {}])('asks for one where it is required: %j', raw => {
    expect(wrongOf({ ...field, required: true }, raw)).toEqual([['/it', '请附上甲，手机拍照也可以']]);
  });

  it('is shown as a number of files, never as ids', () => {
    const shown = langs.map(lang => inWords(field as never, [id('A'), id('B')], tables, lang));
    expect(shown).toEqual(['2个文件', '2 files']);
  });
});

describe('optional lines', () => {
  const fields = { name: { kind: 'text', label, required: true, max: 10 } } as const;
  const field: Field = { kind: 'lines', label, optional: true, fields };
  const needed: Field = { kind: 'lines', label, fields };

  it.each([[undefined], [null], [[]], [[{}]], [[{ name: '' }]], [[{ name: '' }, {}]]])(
    'may be left out: %j',
    raw => {
      expect(readAs(field, raw)).toEqual([]);
      expect(wrongOf(needed, raw).length).toBeGreaterThan(0);
    },
  );

  it('are read where something was typed, and then wholly', () => {
    expect(readAs(field, [{ name: '乙' }])).toEqual([{ name: '乙' }]);
    expect(wrongOf(field, [{ name: '乙' }, { name: '' }])).toEqual([['/it/1/name', '请填写甲']]);
  });

  it.each(['乙', {}, 5])('refuse what is no list: %j', raw => {
    expect(wrongOf(field, raw)).toEqual([['/it', '甲的格式不对']]);
  });
});

describe('a day that is today when left empty', () => {
  const field: Field = { kind: 'day', label, orToday: true, past: true };

  it.each([undefined, null, '', ' '])('%j', raw => {
    expect(readAs(field, raw)).toBe(today);
  });

  it('is the day that was given', () => {
    expect(readAs(field, '2020-03-01')).toBe('2020-03-01');
    expect(wrongOf(field, '昨天')).toHaveLength(1);
  });

  it.each([
    [true, 0],
    [undefined, 1],
  ])('warns of days gone by only where they are not what is asked: %j', (past, count) => {
    const reading = read(
      one({ kind: 'day', label, ...(past && { past }) }),
      { it: '2020-03-01' },
      tables,
      today,
    );
    expect(reading.tag === 'read' && reading.warnings).toHaveLength(count);
  });
});

describe('rules of a form', () => {
  const problem = { pointer: '/it', message: label };
  const fields = { it: { kind: 'text', label, max: 10 } } as const;

  it('check and warn get what was read; a check knows the day', () => {
    const seen: unknown[] = [];
    const asked = formOf(fields, {
      check: (value, given, day) => {
        seen.push(value.it, given === tables, day);
        return [];
      },
      warn: value => (value.it === '乙' ? [problem] : []),
    });
    const reading = read(asked, { it: ' 乙 ' }, tables, today);
    expect(reading).toMatchObject({ tag: 'read', warnings: [problem] });
    expect(seen).toEqual(['乙', true, today]);
    expect(read(asked, { it: '丙' }, tables, today)).toMatchObject({ warnings: [] });
  });

  it('a refusal warns of nothing', () => {
    const asked = formOf(fields, { check: () => [problem], warn: () => expect.fail('warned') });
    expect(read(asked, {}, tables, today)).toEqual({ tag: 'refused', problems: [problem] });
  });

  it.each([
    ['needs.0.kind', { needs: [{ kind: 'labour' }] }, 'labour'],
    ['needs.0.kind', { needs: [] }, ''],
    ['topics.0', { topics: ['tax', 'loan'] }, 'tax'],
    ['above', { above: true }, 'true'],
    ['above', { above: null }, ''],
    ['', { above: true }, ''],
  ])('routes by the path %j of %j', (routingField, answers, key) => {
    expect(routingKey({ ...materials, routingField }, answers as never)).toBe(key);
  });
});
