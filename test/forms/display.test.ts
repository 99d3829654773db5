import { describe, expect, it } from 'vitest';
import { inWords, purposes, summary } from '#src/forms/display.ts';
import type { AnyForm, Leaf } from '#src/forms/field.ts';
import { forms } from '#src/forms/index.ts';
import { split } from '#src/forms/parts.ts';
import { type Lang, langs } from '#src/i18n/words.ts';
import {
  answersOf,
  consultation,
  consultationSent,
  leavesOf,
  materials,
  materialsSent,
  tables,
} from './sent.ts';

const summaryOf = (form: AnyForm, sent: unknown, lang: Lang = 'zh-Hans') =>
  summary(form, split(form, answersOf(form, sent)).clear, tables, lang);

describe('inWords', () => {
  const leaf = (path: string): Leaf => {
    const found = leavesOf(materials.fields).find(one => one.path === path);
    return found?.field ?? expect.fail(path);
  };

  it.each<[string, unknown, string, string]>([
    ['delivery', 'pickup', '自提', 'Pick up'],
    ['delivery', 'a code of former days', 'a code of former days', 'a code of former days'],
    ['items.unit', 'pair-gloves', '双', 'pairs'],
    ['reopened', true, '是', 'Yes'],
    ['reopened', false, '否', 'No'],
    ['reopened', null, '', ''],
    ['neededBy', '2020-03-25', '2020年3月25日', '2020-03-25'],
    ['neededBy', '', '', ''],
    ['onSite', 0, '0', '0'],
    ['onSite', null, '', ''],
    ['onSite', undefined, '', ''],
    ['note', '<b>', '<b>', '<b>'],
  ])('%s %j is %j, in English %j', (path, value, zh, en) => {
    expect(inWords(leaf(path), value, tables, 'zh-Hans')).toBe(zh);
    expect(inWords(leaf(path), value, tables, 'en')).toBe(en);
  });
});

describe('summary', () => {
  const full = {
    ...materialsSent,
    contact: { name: '王小明', role: '秘书长', phone: '13800138000' },
    items: [
      { ...materialsSent.items[0], spec: '蓝色挂耳' },
      { item: 'alcohol', unit: 'kg' },
    ],
    receiver: '李收货',
    address: '一号路1号',
    hotlineTicket: 'GD20200320',
    note: '孕妇两名',
  };
  const asked = { ...consultationSent, asked: '问过居委会', when: '下午', hotlineTicket: 'GD1' };

  it.each<[string, AnyForm, object]>([
    ['materials', materials, full],
    ['consultation', consultation, asked],
  ])('of %s shows nothing that is sealed, in no language', (_, form, sent) => {
    const { sealed } = split(form, answersOf(form, sent));
    const secrets = JSON.stringify(sealed).match(/(?<=:")[^"]+(?=")/g) ?? [];
    expect(secrets.length).toBeGreaterThan(5);
    for (const lang of langs) {
      const shown = JSON.stringify(summaryOf(form, sent, lang));
      expect(secrets.filter(secret => shown.includes(secret))).toEqual([]);
      // Nor where it is given all answers by mistake.
      expect(JSON.stringify(summary(form, answersOf(form, sent), tables, lang))).toBe(shown);
      const labels = leavesOf(form.fields).filter(({ path }) => path === 'contact.phone' || path === 'note');
      for (const { field } of labels) expect(shown).not.toContain(field.label[lang]);
    }
  });

  it('says in words what was sent, a line in one row', () => {
    expect(summaryOf(materials, full)).toEqual([
      { label: '企业名称', value: '示范口罩厂' },
      { label: '统一社会信用代码', value: '91350100M000100Y43' },
      { label: '所在园区、楼宇或街道', value: expect.stringMatching(/^东区（.+）$/) },
      { label: '主要做什么', value: '生产制造' },
      {
        label: '需要的物资 1',
        value: '医用外科口罩，数量 5000，只，现有库存 2000，每天用多少 600，这一项哪天前要 2020年3月25日',
      },
      { label: '需要的物资 2', value: '酒精，公斤' },
      { label: '最晚哪天要', value: '2020年3月25日' },
      { label: '已经复工了吗', value: '是' },
      { label: '现在到岗人数', value: '80' },
      { label: '可以自费购买吗', value: '是' },
      { label: '可以用替代规格吗', value: '是' },
      { label: '自提还是送货', value: '自提' },
    ]);
    expect(summaryOf(consultation, asked, 'en').slice(0, 2)).toEqual([
      { label: 'Topic', value: 'Law' },
      { label: 'Name of the enterprise', value: '示范口罩厂' },
    ]);
  });

  it('stands what an older version of the form stored', () => {
    expect(summary(materials, {}, tables, 'en')).toEqual([]);
    expect(summary(materials, { gone: 1, items: [{}] }, tables, 'en')).toEqual([
      { label: 'Supplies needed 1', value: '' },
    ]);
  });
});

describe('purposes', () => {
  it.each(forms.map((form): [string, AnyForm] => [form.id, form]))(
    '%s: every personal field says all of them',
    (_, form) => {
      const personal = leavesOf(form.fields).filter(({ field }) => field.personal);
      const told = purposes(form);
      expect(told.map(({ label }) => label.en)).toEqual(personal.map(({ field }) => field.label.en));
      expect(told.length).toBeGreaterThanOrEqual(3);
      for (const { label, field } of told) {
        const days = field.personal?.days ?? 0;
        expect(Number.isInteger(days) && days > 0 && days <= 1095).toBe(true);
        for (const lang of langs) {
          const texts = [
            label[lang],
            field.personal?.why[lang],
            field.personal?.basis[lang],
            field.personal?.seenBy[lang],
          ];
          for (const text of texts) {
            expect(text?.trim()).toBeTruthy();
            expect(/\p{Script=Han}/u.test(text ?? '')).toBe(lang === 'zh-Hans');
          }
        }
      }
    },
  );
});
