import { describe, expect, it } from 'vitest';
import { langs } from '#src/i18n/words.ts';
import {
  alreadyView,
  noReceiptView,
  type ReceiptPage,
  receiptTemplate,
  receiptView,
} from '#src/views/receipt.ts';
import { type Tag, tagsOf } from './markup.ts';

const receipt: ReceiptPage = {
  lang: 'zh-Hans',
  number: '0200-3201-2345',
  pin: '123456',
  track: '/track/#020032012345.token',
  handler: '物资保障组',
  reason: '防疫物资需求由物资保障组统一登记、协调',
  due: '2020年3月25日 17:00',
  held: false,
  linked: [],
};
const textOf = (tags: readonly Tag[], className: string) =>
  tags.find(tag => tag.attributes.class === className)?.text;
const all = (tags: readonly Tag[]) => tags[0]?.text ?? '';

describe('receiptView', () => {
  it('shows number, password, who answers by when and why, and the way to the case', () => {
    const tags = tagsOf(receiptView(receipt));
    expect(textOf(tags, 'receipt-number')).toBe(receipt.number);
    expect(textOf(tags, 'receipt-pin')).toBe('123456');
    for (const part of [receipt.handler, receipt.reason, receipt.due]) expect(all(tags)).toContain(part);
    expect(tags.find(tag => tag.name === 'a')?.attributes.href).toBe(receipt.track);
    expect(tags.find(tag => tag.name === 'h1')?.text).toBe('已收到');
  });

  it.each(langs)('says in %s that a held case is being checked, and only of those', lang => {
    const [plain, held] = [false, true].map(is => tagsOf(receiptView({ ...receipt, lang, held: is })));
    const titleOf = (tags: readonly Tag[] = []) => tags.find(tag => tag.name === 'h1')?.text;
    expect(titleOf(held)).toBe(lang === 'en' ? 'Received, being checked' : '已收到，核实中');
    expect(titleOf(plain)).not.toBe(titleOf(held));
    const hidden = (tags: readonly Tag[] = []) =>
      tags.filter(tag => tag.name === 'p' && 'hidden' in tag.attributes);
    expect([hidden(plain).length, hidden(held).length]).toEqual([1, 0]);
  });

  it('says first what needs a word, and has an empty place for it where nothing does', () => {
    const told = ['有人发热：马上打疾控', '<b>另一件</b>'];
    const box = (tags: readonly Tag[]) => tags.find(tag => 'data-told' in tag.attributes);
    const tags = tagsOf(receiptView({ ...receipt, told }));
    const items = tags.filter(tag => tag.name === 'li' && tag.parents.some(up => up === box(tags)));
    expect(items.map(tag => tag.text)).toEqual(told);
    expect(box(tags)?.attributes).not.toHaveProperty('hidden');
    for (const empty of [receiptView(receipt), receiptTemplate('en', false)])
      expect(box(tagsOf(empty))?.attributes).toHaveProperty('hidden');
  });

  it('says so where the password was renewed since', () => {
    const tags = tagsOf(receiptView({ ...receipt, pin: null }));
    expect(textOf(tags, 'receipt-pin')).toContain('新密码');
  });

  it.each(langs)('escapes whatever it is given, in %s', lang => {
    const bad = '"><script>alert(1)</script>';
    const page = { number: bad, pin: bad, track: bad, handler: bad, reason: bad, due: bad };
    const tags = tagsOf(receiptView({ ...receipt, ...page, lang }));
    expect(tags.some(tag => tag.name === 'script')).toBe(false);
    expect(textOf(tags, 'receipt-number')).toBe(bad);
    expect(tags.find(tag => tag.name === 'a')?.attributes.href).toBe(bad);
    expect(all(tags)).not.toMatch(/\{\w+\}|undefined/);
  });

  it('does not read a value as a place for another', () => {
    expect(all(tagsOf(receiptView({ ...receipt, handler: '{due}' })))).toContain('{due}会在');
  });
});

describe('receiptView of several cases', () => {
  const { handler, due } = receipt;
  const linked = ['60320-0000-0001', '60320-0000-0002'].map(number => ({ number, handler, due, reason: '' }));

  it.each(langs)('lists every number with who takes it and by when, in %s', lang => {
    const tags = tagsOf(receiptView({ ...receipt, lang, linked }));
    const rows = tags.filter(tag => tag.name === 'li').map(tag => tag.text);
    expect(rows).toHaveLength(2);
    for (const [index, row] of rows.entries())
      for (const part of [linked[index]?.number, handler, due]) expect(row).toContain(part);
    expect(all(tags)).toMatch(lang === 'en' ? /^.*2 cases were registered/ : /一共登记了2件/);
  });

  it('says nothing of it where there is one case', () => {
    const box = tagsOf(receiptView(receipt)).find(tag => 'data-several' in tag.attributes);
    expect(box?.attributes).toHaveProperty('hidden');
    expect(box?.text).toBe('');
  });
});

describe('receiptTemplate', () => {
  it.each(langs)('holds every place the script fills, in %s', lang => {
    for (const held of [false, true]) {
      const text = all(tagsOf(receiptTemplate(lang, held)));
      const places = text.match(/%\w+%/g)?.sort();
      expect(places).toEqual(['%due%', '%handler%', '%number%', '%pin%', '%reason%']);
    }
  });
});

describe('pages without a receipt', () => {
  it.each(langs)('lead to the tracking page and hold no number, in %s', lang => {
    for (const view of [noReceiptView(lang), alreadyView(lang)]) {
      const tags = tagsOf(view);
      const href = tags.find(tag => tag.name === 'a')?.attributes.href;
      expect(href).toBe(lang === 'en' ? '/en/track/' : '/track/');
      expect(view.toString()).not.toMatch(/\d{4}-\d{4}|\{\w+\}/);
    }
  });
});
