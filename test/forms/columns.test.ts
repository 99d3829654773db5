import { describe, expect, it } from 'vitest';
import { headings, rows } from '#src/forms/columns.ts';
import type { AnyForm } from '#src/forms/field.ts';
import { forms } from '#src/forms/index.ts';
import { langs } from '#src/i18n/words.ts';
import { everySample } from './every.ts';
import {
  answersOf,
  consultation,
  consultationSent,
  leavesOf,
  materials,
  materialsLeast,
  materialsSent,
  tables,
} from './sent.ts';

const every = forms.map((form): [string, AnyForm] => [form.id, form]);

describe('columns', () => {
  it.each(every)('%s exports every field but the consent, once', (_, form) => {
    const asked = leavesOf(form.fields).filter(({ field }) => field.kind !== 'consent');
    expect([...form.columns].sort()).toEqual(asked.map(({ path }) => path).sort());
  });

  it.each(every)('%s has a heading for every cell, in every language', (id, form) => {
    const answers = answersOf(form, everySample[id]?.full);
    for (const lang of langs) {
      const head = headings(form, lang);
      expect(head).toHaveLength(form.columns.length);
      expect(head.every(label => label !== '')).toBe(true);
      for (const row of rows(form, answers, tables, lang)) expect(row).toHaveLength(head.length);
    }
  });

  it('throws where a form names a column it does not have', () => {
    for (const column of ['nothing', 'enterprise', 'items', 'enterprise.nothing', 'contact.phone.x', '']) {
      expect(() => headings({ ...materials, columns: [column] }, 'en')).toThrow(`no field ${column}`);
    }
  });
});

describe('rows', () => {
  /** Cells by their column's path. */
  const cells = (form: AnyForm, sent: unknown, lang: 'zh-Hans' | 'en' = 'zh-Hans') =>
    rows(form, answersOf(form, sent), tables, lang).map(row =>
      Object.fromEntries(row.map((cell, index) => [form.columns[index] ?? '', cell])),
    );

  it('gives a row a line, each with what is asked once', () => {
    const items = [
      { item: 'mask-medical', unit: 'piece', quantity: 5000 },
      { item: 'alcohol', unit: 'kg', spec: '75%', neededBy: '2020-03-25' },
    ];
    const [first, second, ...more] = cells(materials, { ...materialsSent, items });
    expect(more).toEqual([]);
    expect(first).toMatchObject({
      'enterprise.name': '示范口罩厂',
      'enterprise.line': '生产制造',
      'contact.phone': '13800138000',
      'items.item': '医用外科口罩',
      'items.quantity': '5000',
      'items.unit': '只',
      'items.neededBy': '',
      neededBy: '2020年3月25日',
      delivery: '自提',
      selfPay: '是',
    });
    expect(second).toMatchObject({
      'enterprise.name': '示范口罩厂',
      'items.item': '酒精',
      'items.spec': '75%',
      'items.quantity': '',
      'items.unit': '公斤',
      'items.neededBy': '2020年3月25日',
    });
  });

  it('gives one row where the form has no lines, in the reader’s language', () => {
    const [row, ...more] = cells(consultation, { ...consultationSent, channel: 'page' }, 'en');
    expect(more).toEqual([]);
    expect(row).toMatchObject({
      topic: 'Law',
      question: '合同到期交不了货，要不要赔？',
      channel: 'I will read the answer here',
      'enterprise.soleTrader': '',
    });
  });

  it('leaves a cell empty where nothing was given, and writes 0 and no', () => {
    const [least] = cells(materials, materialsLeast);
    expect(least).toMatchObject({ reopened: '', onSite: '', delivery: '', neededBy: '' });
    const [none] = cells(materials, { ...materialsSent, onSite: 0, reopened: false });
    expect(none).toMatchObject({ onSite: '0', reopened: '否' });
  });
});
