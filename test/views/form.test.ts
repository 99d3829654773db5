import { describe, expect, it } from 'vitest';
import type { AnyForm, Tables } from '#src/forms/field.ts';
import { forms } from '#src/forms/index.ts';
import { type Lang, langs, w } from '#src/i18n/words.ts';
import { handlingOf } from '#src/zone/handler.ts';
import { everySample } from '../forms/every.ts';
import {
  changed,
  consultation,
  consultationSent,
  materials,
  materialsSent,
  problemsOf,
  tables,
  today,
} from '../forms/sent.ts';
import { pageOf, refused, zone } from './form-tags.ts';
import type { Tag } from './markup.ts';

const named = (tags: readonly Tag[], name: string) => tags.filter(tag => tag.attributes.name === name);
const one = (tags: readonly Tag[], name: string): Tag =>
  named(tags, name)[0] ?? expect.fail(`no control ${name}`);
const chosen = (tags: readonly Tag[], name: string) =>
  tags
    .filter(tag => tag.name === 'option' && tag.parents.some(parent => parent.attributes.name === name))
    .filter(tag => 'selected' in tag.attributes)
    .map(tag => tag.attributes.value);
const ticked = (tags: readonly Tag[], name: string) =>
  named(tags, name)
    .filter(tag => 'checked' in tag.attributes)
    .map(tag => tag.attributes.value ?? 'on');
const links = (tags: readonly Tag[]) =>
  tags
    .filter(tag => tag.name === 'a' && tag.parents.some(parent => parent.attributes.id === 'problems'))
    .map(tag => tag.attributes.href?.slice(1) ?? '');

const every = forms.flatMap(form => langs.map((lang): [string, Lang, AnyForm] => [form.id, lang, form]));
const samples: Record<string, Record<string, unknown>> = {
  materials: materialsSent,
  consultation: consultationSent,
};

const expectWhole = (tags: readonly Tag[]): void => {
  const ids = tags.flatMap(tag => tag.attributes.id ?? []);
  expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
  for (const tag of tags) {
    const { href, for: control, 'aria-describedby': about } = tag.attributes;
    const wanted = [href?.startsWith('#') ? href.slice(1) : '', control ?? '', ...(about ?? '').split(' ')];
    expect(wanted.filter(id => id !== '' && !ids.includes(id))).toEqual([]);
  }
};

describe('formView', () => {
  it('asks how to tell of news where the zone offers a way, and by which', () => {
    const names = (tell: Tables['tell']) =>
      JSON.stringify(pageOf(materials, { tables: { ...tables, tell } }));
    expect(names([])).not.toMatch(/contact\.(tell|email)/);
    expect(names(['sms'])).toContain('contact.tell');
    expect(names(['sms'])).not.toContain('contact.email');
    expect(names(['sms', 'mail'])).toContain('contact.email');
  });

  it.each(every)('%s in %s: every control has a label, every reference a place', (id, lang, form) => {
    for (const tags of [
      pageOf(form, { lang }),
      refused(form, {}, lang),
      refused(form, everySample[id]?.full ?? expect.fail(`no sample of ${id}`), lang),
    ]) {
      expectWhole(tags);
      const labels = new Set(tags.flatMap(tag => (tag.name === 'label' ? (tag.attributes.for ?? []) : [])));
      for (const tag of tags.filter(found => ['input', 'select', 'textarea'].includes(found.name))) {
        const around = tag.parents.findLast(parent => parent.name === 'label');
        const isLabelled = labels.has(tag.attributes.id ?? '') || (around?.text.trim() ?? '') !== '';
        if (!isLabelled) expect.fail(`no label: ${tag.attributes.name}`);
        if (tag.attributes.type === 'radio') {
          const group = tag.parents.findLast(parent => parent.name === 'fieldset');
          expect(group?.text.trim()).toBeTruthy();
        }
      }
      for (const tag of tags.filter(found => found.name === 'button' || found.name === 'legend')) {
        expect((tag.attributes['aria-label'] ?? tag.text).trim()).not.toBe('');
      }
    }
  });

  it.each(every)('%s in %s speaks one language', (_, lang, form) => {
    const text = pageOf(form, { lang })[0]?.text ?? '';
    const words = pageOf(form, { lang }).map(tag => tag.text);
    expect(words.join('')).not.toMatch(/\{\w+\}|undefined|null|\[object/);
    expect(text).toBe(form.title[lang]);
    if (lang === 'en') {
      const english = pageOf(form, { lang }).map(tag => tag.text);
      expect(english.filter(found => /\p{Script=Han}/u.test(found))).toEqual([]);
    }
  });

  it.each([
    '<script>alert(1)</script>',
    '"><img src=x onerror=alert(1)>',
    "' onfocus='alert(1)",
    '</textarea><script>',
    '</title><!--',
    '=HYPERLINK("http://x","y")',
    '&lt;b&gt;&amp;',
    '{label} {n} %number%',
    '\u202eabc',
  ])('gives %j back as text, in every place', value => {
    for (const [form, texts] of [
      [
        materials,
        [
          'enterprise.name',
          'enterprise.creditCode',
          'contact.phone',
          'items.0.spec',
          'items.0.quantity',
          'note',
        ],
      ],
      [consultation, ['question', 'asked', 'enterprise.name', 'when']],
    ] as const) {
      const typed = texts.reduce(
        (some, path) => changed(some, path, value),
        changed(samples[form.id] ?? {}, 'enterprise.area', value),
      );
      const tags = refused(form, changed(typed, value.replaceAll('.', ' '), value));
      expect(tags.map(tag => tag.name)).not.toEqual(expect.arrayContaining(['script']));
      expect(tags.filter(tag => tag.name === 'img' || 'onfocus' in tag.attributes)).toEqual([]);
      for (const path of texts) {
        const tag = one(tags, path);
        expect(tag.name === 'textarea' ? tag.text.replace('\n', '') : tag.attributes.value).toBe(value);
      }
      expectWhole(tags);
    }
  });

  it('escapes what the zone and the handler say', () => {
    const tags = pageOf(materials, {
      notice: '<b>满了</b>',
      fillPhone: '"><i>',
      handler: {
        ...handlingOf(zone, 'materials', today, today),
        departments: { supplies: { name: w('<u>组</u>', '<u>'), phone: null } },
      },
      problems: [{ pointer: '/note', message: w('<s>', '<s>') }],
    });
    expect(tags.filter(tag => ['b', 'i', 'u', 's'].includes(tag.name))).toEqual([]);
  });
});

describe('formView after a refusal', () => {
  it('keeps every typed value in its place', () => {
    const tags = refused(materials, {
      ...materialsSent,
      enterprise: {
        name: '示范口罩厂',
        creditCode: '9135O',
        soleTrader: 'false',
        area: 'west',
        line: 'public',
      },
      reopened: 'true',
      onSite: 'many',
      items: [
        { item: 'alcohol', spec: '75%', quantity: '5,000', unit: 'barrel', neededBy: '2020-03-25' },
        { item: 'goggles', quantity: '-1', unit: 'pair' },
        {},
      ],
      delivery: 'deliver',
      note: '\n 第二行\n',
      consent: 'on',
    });
    expect(one(tags, 'enterprise.creditCode').attributes).toMatchObject({
      value: '9135O',
      'aria-invalid': 'true',
    });
    expect(one(tags, 'onSite').attributes).toMatchObject({ value: 'many', 'aria-invalid': 'true' });
    expect(one(tags, 'enterprise.name').attributes['aria-invalid']).toBeUndefined();
    expect(chosen(tags, 'enterprise.area')).toEqual(['west']);
    expect(chosen(tags, 'enterprise.line')).toEqual(['public']);
    expect(ticked(tags, 'enterprise.soleTrader')).toEqual(['false']);
    expect(ticked(tags, 'reopened')).toEqual(['true']);
    expect(ticked(tags, 'selfPay')).toEqual(['true']);
    expect(ticked(tags, 'delivery')).toEqual(['deliver']);
    expect(ticked(tags, 'consent')).toHaveLength(1);
    expect(chosen(tags, 'items.0.item')).toEqual(['alcohol']);
    expect(chosen(tags, 'items.0.unit')).toEqual(['barrel']);
    expect(one(tags, 'items.0.spec').attributes.value).toBe('75%');
    expect(one(tags, 'items.0.quantity').attributes.value).toBe('5,000');
    expect(one(tags, 'items.0.neededBy').attributes.value).toBe('2020-03-25');
    expect(one(tags, 'items.1.quantity').attributes.value).toBe('-1');
    expect(chosen(tags, 'items.2.item')).toEqual([]);
    expect(tags.filter(tag => 'data-line' in tag.attributes)).toHaveLength(3);
    // A browser drops one line break after <textarea>.
    expect(one(tags, 'note').text).toBe('\n\n 第二行\n');
  });

  it('keeps numbers and booleans that came as JSON, and drops what is no value', () => {
    const tags = refused(materials, {
      ...materialsSent,
      onSite: 80.5,
      selfPay: false,
      note: ['x'],
      receiver: {},
    });
    expect(one(tags, 'onSite').attributes.value).toBe('80.5');
    expect(ticked(tags, 'selfPay')).toEqual(['false']);
    expect([one(tags, 'note').text, one(tags, 'receiver').attributes.value]).toEqual(['\n', '']);
  });

  it('offers “not sure” only where a yes-no may stay open', () => {
    const lodging = forms.find(form => form.id === 'lodging') ?? expect.fail('no form');
    const offered = (form: AnyForm, name: string) =>
      named(pageOf(form), name).map(tag => tag.attributes.value);
    expect(offered(lodging, 'anyFever')).toEqual(['true', 'false']);
    expect(offered(materials, 'selfPay')).toEqual(['true', 'false', '']);
  });

  it('does not tick what was not ticked', () => {
    expect(ticked(refused(materials, { ...materialsSent, consent: undefined }), 'consent')).toEqual([]);
    expect(ticked(refused(materials, { consent: 'no' }), 'consent')).toEqual([]);
    expect(ticked(pageOf(materials), 'delivery')).toEqual([]);
    expect(ticked(pageOf(materials), 'selfPay')).toEqual(['']);
  });

  it.each(every)('%s in %s: the summary names every problem and leads to it', (_, lang, form) => {
    const tags = refused(form, {}, lang);
    const problems = problemsOf(form, {});
    expect(links(tags)).toEqual(problems.map(({ pointer }) => `f${pointer.replaceAll('/', '-')}`));
    for (const { message } of problems) {
      const beside = tags.filter(tag => tag.attributes.class === 'error' && tag.text === message[lang]);
      expect(beside).toHaveLength(1);
    }
    const title = tags.find(tag => tag.name === 'h2' && tag.parents.at(-1)?.attributes.id === 'problems');
    expect(title?.text).toContain(String(problems.length));
  });

  it.each<[string, Record<string, unknown>, string[]]>([
    ['a field the form does not have', { ...materialsSent, new: 1, 'a/b': 1, '"<>': 1 }, []],
    ['a group that is no group', { ...materialsSent, enterprise: 'x' }, []],
    ['a line that is no line', { ...materialsSent, items: ['x'] }, ['f-items']],
    ['no lines', { ...materialsSent, items: [] }, ['f-items']],
    ['too many lines', { ...materialsSent, items: Array(51).fill({}) }, ['f-items']],
    [
      'an unknown field in a line',
      { ...materialsSent, items: [{ item: 'goggles', unit: 'pair', x: 1 }] },
      ['f-items'],
    ],
    ['a field in a line', { ...materialsSent, items: [{ item: 'goggles', unit: 'kg' }] }, ['f-items-0-unit']],
  ])('leads nowhere that is not: %s', (_, typed, anchors) => {
    const tags = refused(materials, typed);
    expect(links(tags)).toEqual(anchors);
    expectWhole(tags);
    const items = tags.filter(
      tag => tag.name === 'li' && tag.parents.some(({ attributes }) => attributes.id === 'problems'),
    );
    expect(items).toHaveLength(problemsOf(materials, typed).length);
  });
});
