import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type AnyForm, type Fields, form } from '#src/forms/field.ts';
import { langs, w } from '#src/i18n/words.ts';
import { formView } from '#src/views/form.ts';
import { handlingOf } from '#src/zone/handler.ts';
import { readZone } from '#src/zone/zone.ts';
import { problemsOf, tables, today } from '../forms/sent.ts';
import { type Tag, tagsOf } from './markup.ts';

const zone = readZone(join(import.meta.dirname, '../..'));
const id = (letter: string) => letter.repeat(22);
const option = (code: string, zh: string) => ({ code, name: w(zh, code) });

const fields = {
  topics: {
    kind: 'choices',
    label: w('想听什么', 'Topics'),
    required: true,
    options: [option('tax', '税收'), option('other', '其他')],
  },
  which: {
    kind: 'text',
    label: w('哪一个', 'Which'),
    when: { field: 'topics', is: ['other'] },
    required: true,
    max: 20,
    templates: { by: 'topics', texts: { tax: w('税种：\n所属期：', 'Tax:\nPeriod:') } },
  },
  receipt: { kind: 'yes-no', label: w('要票据吗', 'Receipt?') },
  receiptTitle: {
    kind: 'text',
    label: w('抬头', 'Name on it'),
    when: { field: 'receipt', is: ['true'] },
    max: 20,
  },
  naming: { kind: 'permission', label: w('公布', 'Naming'), statement: w('可以公布', 'May be published') },
  papers: { kind: 'files', label: w('证照', 'Papers'), max: 3 },
  count: { kind: 'number', label: w('几个人', 'How many'), required: true, max: 9, unit: w('人', 'people') },
  rows: {
    kind: 'lines',
    label: w('租户', 'Tenants'),
    help: w('一家一行', 'One line each'),
    when: { field: 'topics', is: ['tax', 'other'] },
    fields: {
      kinds: {
        kind: 'choices',
        label: w('标准', 'Standards'),
        options: [option('a', '甲'), option('b', '乙')],
      },
      more: { kind: 'text', label: w('其他标准', 'Other'), when: { field: 'kinds', is: ['b'] }, max: 20 },
    },
  },
  extra: { kind: 'choices', folded: true, label: w('怎么来', 'Ways'), options: [option('bus', '班车')] },
} as const satisfies Fields;

const asked: AnyForm = form({
  // Of a form that the rules know.
  id: 'materials',
  subject: 'need',
  title: w('各种栏目', 'Kinds'),
  lead: w('各种栏目', 'Kinds'),
  fields,
  routingField: '',
  columns: [],
});

const page = (typed: Record<string, unknown>, lang: 'zh-Hans' | 'en' = 'zh-Hans') =>
  tagsOf(
    formView({
      form: asked,
      lang,
      tables,
      typed,
      problems: Object.keys(typed).length > 0 ? problemsOf(asked, typed) : [],
      fillPhone: '0000-0000002',
      files: new Map([[id('A'), { state: 'kept', name: '承诺书.jpg', scanned: 'clean', flags: [] }]]),
      notice: '',
      handler: handlingOf(zone, 'materials', today, today),
    }),
  );
const named = (tags: readonly Tag[], name: string): Tag =>
  tags.find(tag => tag.attributes.name === name) ?? expect.fail(`no control ${name}`);
const ticked = (tags: readonly Tag[]) =>
  tags
    .filter(tag => 'checked' in tag.attributes && tag.attributes.type === 'checkbox')
    .map(tag => tag.attributes.name);
const box = (tags: readonly Tag[], field: string) =>
  tags.find(tag => tag.attributes['data-field'] === field) ?? expect.fail(`no field ${field}`);
const within = (tags: readonly Tag[], outer: Tag) => tags.filter(tag => tag.parents.includes(outer));

describe('choices', () => {
  it('are boxes in a named set, none ticked', () => {
    const tags = page({});
    const set = box(tags, 'topics');
    expect([set.name, set.attributes.id]).toEqual(['fieldset', 'f-topics']);
    const boxes = within(tags, set).filter(tag => tag.name === 'input');
    expect(boxes.map(tag => [tag.attributes.type, tag.attributes.name, tag.attributes.value])).toEqual([
      ['checkbox', 'topics.tax', 'on'],
      ['checkbox', 'topics.other', 'on'],
    ]);
    expect(ticked(tags)).toEqual([]);
  });

  it.each<[string, unknown]>([
    ['as a list', ['other']],
    ['as posted', { other: 'on' }],
  ])('come back ticked %s', (_, topics) => {
    expect(ticked(page({ topics }))).toEqual(['topics.other']);
  });

  it.each(['other', 5, null, [['other']], { constructor: 'on' }])('tick nothing for %j', topics => {
    expect(ticked(page({ topics }))).toEqual([]);
  });

  it('come back in each line', () => {
    const rows = [{ kinds: ['a'] }, { kinds: { b: 'on' }, more: 'EN 14683' }];
    const tags = page({ topics: ['tax'], rows });
    expect(ticked(tags)).toEqual(['topics.tax', 'rows.0.kinds.a', 'rows.1.kinds.b']);
    expect(named(tags, 'rows.1.more').attributes.value).toBe('EN 14683');
  });

  it('have their problem beside them, where the summary leads', () => {
    const tags = page({ count: '2' });
    const link = tags.find(tag => tag.attributes.href === '#f-topics');
    expect(link?.text).toBe('请选择想听什么');
    const error = within(tags, box(tags, 'topics')).find(tag => tag.attributes.id === 'f-topics-error');
    expect(error?.text).toBe('请选择想听什么');
  });

  it('open the fold they lie in when one is ticked', () => {
    const fold = (typed: Record<string, unknown>) =>
      page(typed).find(tag => tag.attributes.class === 'more')?.attributes;
    expect(fold({ count: '1' })).not.toHaveProperty('open');
    expect(fold({ extra: {} })).not.toHaveProperty('open');
    expect(fold({ extra: { bus: 'on' } })).toHaveProperty('open');
  });
});

describe('permission', () => {
  it('is a box that need not be ticked, with what ticking means', () => {
    const tags = page({});
    const tick = named(tags, 'naming');
    expect(tick.attributes.type).toBe('checkbox');
    expect(tick.attributes).not.toHaveProperty('required');
    expect(tick.parents.at(-1)?.text).toContain('可以公布');
  });

  it.each<[unknown, number]>([
    ['on', 1],
    [true, 1],
    ['true', 1],
    [false, 0],
    ['', 0],
    [['on'], 0],
  ])('comes back as it was: %j', (naming, count) => {
    expect(ticked(page({ naming }))).toHaveLength(count);
  });
});

describe('files', () => {
  it('are chosen by an input that takes several of the kinds allowed', () => {
    const { attributes } = named(page({}), 'papers');
    expect(attributes).toMatchObject({ type: 'file', 'data-files': '3', id: 'f-papers' });
    expect(attributes).toHaveProperty('multiple');
    expect(attributes.accept?.split(',')).toEqual('.pdf .ofd .docx .xlsx .jpg .jpeg .png .heic'.split(' '));
  });

  it.each<[string, unknown]>([
    ['as a list', [id('A'), id('B')]],
    ['as posted', { [id('A')]: 'on', [id('B')]: 'on' }],
  ])('keep by their ids what was taken in, %s', (_, papers) => {
    const kept = page({ papers }).filter(tag => tag.attributes.name?.startsWith('papers.'));
    expect(kept.map(({ attributes }) => [attributes.type, attributes.name, attributes.value])).toEqual([
      ['hidden', `papers.${id('A')}`, 'on'],
    ]);
    expect(kept[0]?.parents.at(-1)?.text).toContain('承诺书.jpg');
  });
});

describe('when', () => {
  it('tells a script on what a field depends, by the full name of the neighbour', () => {
    const tags = page({ topics: ['tax'], rows: [{}, {}] });
    expect(box(tags, 'which').attributes).toMatchObject({ 'data-when': 'topics', 'data-is': 'other' });
    expect(box(tags, 'rows.1.more').attributes).toMatchObject({
      'data-when': 'rows.1.kinds',
      'data-is': 'b',
    });
    const lines = tags.find(tag => tag.attributes['data-lines'] === 'rows');
    expect(lines?.attributes).toMatchObject({ 'data-when': 'topics', 'data-is': 'tax other' });
    expect(box(tags, 'count').attributes).not.toHaveProperty('data-when');
  });

  it.each([
    ['which', '想听什么选“其他”的才填', 'Only if Topics is “other”'],
    ['receiptTitle', '要票据吗选“是”的才填', 'Only if Receipt? is “Yes”'],
  ])('says the same in words where there is no script: %s', (field, zh, en) => {
    for (const lang of langs) {
      const tags = page({}, lang);
      const hint = within(tags, box(tags, field)).find(tag => tag.name === 'noscript');
      expect(hint?.text).toBe(lang === 'en' ? en : zh);
    }
  });

  it('names every value that asks for it', () => {
    const tags = page({});
    const lines = tags.find(tag => tag.attributes['data-lines'] === 'rows');
    const hint = tags.find(tag => tag.name === 'noscript' && tag.parents.at(-1) === lines);
    expect(hint?.text).toBe('想听什么选“税收”或“其他”的才填');
  });
});

describe('templates', () => {
  const list = (lang: 'zh-Hans' | 'en') => {
    const tags = page({}, lang);
    const outline = tags.find(tag => tag.attributes.class === 'templates') ?? expect.fail('no outline');
    return { outline, items: within(tags, outline).filter(tag => tag.name === 'li') };
  };

  it('are a list to open, each item for a value that has one', () => {
    const { outline, items } = list('zh-Hans');
    expect(outline.name).toBe('details');
    expect(outline.attributes).not.toHaveProperty('open');
    expect(outline.text).toContain('可以这样写');
    expect(items.map(item => item.text)).toEqual(['税收：税种、所属期']);
    expect(list('en').items.map(item => item.text)).toEqual(['tax: Tax; Period']);
  });

  it('tell a script by which choice they go, what to put in and where', () => {
    const { outline, items } = list('zh-Hans');
    expect(outline.attributes).toMatchObject({ 'data-by': 'topics', 'data-into': 'f-which' });
    expect(items[0]?.attributes).toEqual({ 'data-is': 'tax', 'data-template': '税种：\n所属期：' });
  });
});

describe('a number that is needed', () => {
  it('says so, and only then', () => {
    expect(named(page({}), 'count').attributes).toHaveProperty('required');
    expect(box(page({}), 'count').text).not.toContain('选填');
  });
});
