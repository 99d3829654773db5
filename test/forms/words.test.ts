import { describe, expect, it } from 'vitest';
import type { AnyForm, Problem } from '#src/forms/field.ts';
import { refusals } from '#src/forms/words.ts';
import { langs, say, w } from '#src/i18n/words.ts';
import { changed, consultation, consultationSent, materials, materialsSent, problemsOf } from './sent.ts';

type Key = keyof typeof refusals;
type Case = [
  key: Key,
  path: string,
  typed: unknown,
  label: readonly [zh: string, en: string],
  values?: Record<string, string | number>,
];
const name = ['企业名称', 'Name of the enterprise'] as const;
const area = ['所在园区、楼宇或街道', 'Park, building or street'] as const;
const code = ['统一社会信用代码', 'Unified social credit code'] as const;
const trader = ['是不是个体工商户', 'Is it a sole trader?'] as const;
const contact = ['联系人', 'Name'] as const;
const call = ['手机或电话', 'Mobile or phone'] as const;
const people = ['现在到岗人数', 'Staff on site now'] as const;
const supplies = ['需要的物资', 'Supplies needed'] as const;
const quantity = ['数量', 'Quantity'] as const;
const stock = ['现有库存', 'In stock'] as const;
const by = ['最晚哪天要', 'Needed by'] as const;
const note = ['补充说明', 'Anything else'] as const;
const consent = ['同意', 'Consent'] as const;
const papers = ['合同', 'Contract'] as const;
const sum = ['金额', 'Amount'] as const;
const slot = ['时间', 'Time'] as const;
const file = (letter: string) => letter.repeat(22);

/** Supplies, and what that form does not ask: a file that is needed, and an amount. */
const probe: AnyForm = {
  ...materials,
  fields: {
    ...materials.fields,
    papers: { kind: 'files', label: w(...papers), required: true, max: 1 },
    sum: { kind: 'number', label: w(...sum), money: true, max: 1000 },
    slot: { kind: 'place', label: w(...slot) },
  },
};
const probeSent = { ...materialsSent, papers: [file('A')], sum: 1 };

/** One refusal a row: what was typed where, and which words with which figures come back. */
const cases: readonly Case[] = [
  ['required', 'enterprise.name', undefined, name],
  ['required', 'enterprise.name', null, name],
  ['required', 'enterprise.name', ' \u3000\n', name],
  ['required', 'contact.phone', '', call],
  ['choose', 'enterprise.area', undefined, area],
  ['choose', 'enterprise.area', '', area],
  ['unknownChoice', 'enterprise.area', 'moon', area, { value: 'moon' }],
  ['unknownChoice', 'enterprise.area', '东区', area, { value: '东区' }],
  ['unknownChoice', 'enterprise.area', 'constructor', area, { value: 'constructor' }],
  ['unknownChoice', 'enterprise.area', '{label}', area, { value: '{label}' }],
  ['unknownChoice', 'enterprise.area', `a${'😀'.repeat(30)}`, area, { value: `a${'😀'.repeat(19)}` }],
  ['consent', 'consent', undefined, consent],
  ['consent', 'consent', false, consent],
  ['consent', 'consent', 'false', consent],
  ['consent', 'consent', '', consent],
  ['consent', 'consent', 'yes', consent],
  ['consent', 'consent', 1, consent],
  ['text', 'enterprise.name', 5, name],
  ['text', 'enterprise.name', true, name],
  ['text', 'contact.phone', 13800138000, call],
  ['text', 'neededBy', 20200325, by],
  ['text', 'enterprise.area', 1, area],
  ['plain', 'note', 'a\u0000b', note],
  ['plain', 'note', 'a\ud800b', note],
  ['plain', 'enterprise.name', '厂\u0007', name],
  ['plain', 'enterprise.creditCode', '91350100M000100Y4\u0000', code],
  ['plain', 'onSite', '5\u0000', people],
  ['plain', 'enterprise.area', 'east\udc00', area],
  ['tooLong', 'enterprise.name', '厂'.repeat(81), name, { max: 80, length: 81 }],
  ['tooLong', 'note', '𠮷'.repeat(501), note, { max: 500, length: 501 }],
  ['tooLong', 'note', '字'.repeat(100_000), note, { max: 500, length: 100_000 }],
  ['number', 'items.0.quantity', '很多', quantity],
  ['number', 'items.0.quantity', '5000只', quantity],
  ['number', 'items.0.quantity', '5万', quantity],
  ['number', 'items.0.quantity', '1,5', quantity],
  ['number', 'items.0.quantity', '5,00', quantity],
  ['number', 'items.0.quantity', '1e3', quantity],
  ['number', 'items.0.quantity', '0x10', quantity],
  ['number', 'items.0.quantity', 'Infinity', quantity],
  ['number', 'items.0.quantity', '1.2.3', quantity],
  ['number', 'items.0.quantity', true, quantity],
  ['zero', 'items.0.quantity', 0, quantity],
  ['zero', 'items.0.quantity', '0.00', quantity],
  ['zero', 'items.0.quantity', -1, quantity],
  ['zero', 'items.0.quantity', '－１', quantity],
  ['negative', 'items.0.stock', -1, stock],
  ['negative', 'onSite', '-5', people],
  ['tooLarge', 'items.0.quantity', 1e9, quantity, { max: 100_000_000 }],
  ['tooLarge', 'items.0.quantity', '9'.repeat(400), quantity, { max: 100_000_000 }],
  ['tooLarge', 'onSite', 1_000_001, people, { max: 1_000_000 }],
  ['decimals', 'items.0.quantity', 1.005, quantity, { decimals: 2 }],
  ['decimals', 'items.0.quantity', '0.001', quantity, { decimals: 2 }],
  ['whole', 'onSite', 1.5, people],
  ['whole', 'onSite', '1.5', people],
  ['day', 'neededBy', '2020-02-30', by],
  ['day', 'neededBy', '2019-02-29', by],
  ['day', 'neededBy', '2020年2月30日', by],
  ['day', 'neededBy', '2020-13-01', by],
  ['day', 'neededBy', '明天', by],
  ['day', 'neededBy', '2020-03-25T08:00', by],
  ['phone', 'contact.phone', '12800138000', call],
  ['phone', 'contact.phone', '1380013800', call],
  ['phone', 'contact.phone', '87019189', call],
  ['phone', 'contact.phone', '微信同号', call],
  ['codeLength', 'enterprise.creditCode', '91350100M000100Y4', code, { length: 17 }],
  ['codeLength', 'enterprise.creditCode', '9'.repeat(100_000), code, { length: 100_000 }],
  ...[...'IOSVZ'].map(
    (character): Case => [
      'codeCharacter',
      'enterprise.creditCode',
      `9135010${character.toLowerCase()}M000100Y43`,
      code,
      { character, position: 8 },
    ],
  ),
  ['codeCheck', 'enterprise.creditCode', '91350100M000100Y4X', code],
  ['yesNo', 'enterprise.soleTrader', '也许', trader],
  ['yesNo', 'enterprise.soleTrader', 'on', trader],
  ['yesNo', 'enterprise.soleTrader', 1, trader],
  ['unknownField', 'color', '红', ['', ''], { name: 'color' }],
  ['unknownField', '__proto__', {}, ['', ''], { name: '__proto__' }],
  ['unknownField', 'enterprise.constructor', 1, ['', ''], { name: 'constructor' }],
  ['shape', 'enterprise', '示范口罩厂', ['企业', 'Enterprise']],
  ['shape', 'enterprise', [], ['企业', 'Enterprise']],
  ['shape', 'contact.name', {}, contact],
  ['shape', 'contact.name', ['王小明'], contact],
  ['shape', 'items', {}, supplies],
  ['shape', 'items', 'mask', supplies],
  ['shape', 'items.0', 5, supplies],
  ['shape', 'items.0', 'mask', supplies],
  ['noLines', 'items', [], supplies],
  ['noLines', 'items', undefined, supplies],
  ['noLines', 'items', null, supplies],
  ['noFile', 'papers', undefined, papers],
  ['noFile', 'papers', [], papers],
  ['tooManyFiles', 'papers', [file('A'), file('B')], papers, { max: 1, length: 2 }],
  ['amount', 'sum', '很多', sum],
  ['place', 'slot', '明天下午', slot],
  ['place', 'slot', '20200230T1400-0k7x2m9aa0123456789abcdef0123-00', slot],
  ['tooManyLines', 'items', Array(51).fill({}), supplies, { max: 50, length: 51 }],
];

const withoutEnglish = (text: string) =>
  text.replace(/JSON|“[^”]*”|[A-Z]、|[IOSVZ] 或 [IOSVZ]|\bI、O、S、V、Z\b/g, '');

describe('refusals', () => {
  it.each(cases)('%s: %s %j', (key, path, typed, label, values = {}) => {
    const [problem, ...others] = problemsOf(probe, changed(probeSent, path, typed)) as Problem[];
    expect(others).toEqual([]);
    expect(problem?.pointer).toBe(`/${path.replaceAll('.', '/')}`);
    const words = w(...label);
    for (const lang of langs) {
      const expected = say(refusals[key], lang, { label: words[lang], ...values });
      expect(problem?.message[lang]).toBe(expected);
      if (refusals[key][lang].includes('{label}')) expect(expected).toContain(words[lang]);
      expect(expected).not.toMatch(/\{(label|max|length|decimals|character|position|name)\}(?!”)/);
    }
  });

  it('are all reached by the cases above', () => {
    const reached = new Set(cases.map(([key]) => key));
    expect(Object.keys(refusals).filter(key => !reached.has(key as Key))).toEqual([]);
  });

  it.each(Object.entries(refusals))(
    '%s names its field, or what to do, in plain Chinese and English',
    (key, words) => {
      const named = key === 'unknownField' || words['zh-Hans'].includes('{label}');
      expect(named).toBe(true);
      expect(words.en.includes('{label}')).toBe(words['zh-Hans'].includes('{label}'));
      const chinese = withoutEnglish(words['zh-Hans'].replace(/\{\w+\}/g, ''));
      expect(chinese).not.toMatch(/[a-z]{3}/i);
      expect(words.en).not.toMatch(/\p{Script=Han}/u);
      expect(words['zh-Hans'] + words.en).not.toMatch(/[!！]/);
    },
  );

  it.each<[string, AnyForm, object]>([
    ['materials', materials, materialsSent],
    ['consultation', consultation, consultationSent],
  ])('of %s never show a validator’s English', (_, form, sent) => {
    const broken = [5, [], {}, 'x\u0000', '?'].map(value =>
      Object.fromEntries(Object.keys(sent).map(field => [field, value])),
    );
    const messages = broken.flatMap(one => problemsOf(form, one)).map(one => one.message['zh-Hans']);
    expect(messages.length).toBeGreaterThan(20);
    for (const message of messages) {
      expect(withoutEnglish(message)).not.toMatch(/invalid|expected|received|required|undefined|NaN/i);
      expect(message).toMatch(/\p{Script=Han}/u);
    }
  });
});
