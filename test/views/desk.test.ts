import { describe, expect, test } from 'vitest';
import { deedHelp, deedWords } from '#src/i18n/desk-deeds.ts';
import { langs } from '#src/i18n/words.ts';
import { dueView, shortTime } from '#src/views/desk/clock.ts';
import { type DeedName, deedFields } from '#src/views/desk/deed-fields.ts';
import { type DeskField, deskField } from '#src/views/desk/fields.ts';

const now = new Date('2020-03-20T02:00:00.000Z');

describe('a due time', () => {
  test.each([
    ['2020-03-20T09:00:00.000Z', '今天 17:00', '还剩7小时'],
    ['2020-03-20T02:30:00.000Z', '今天 10:30', '还剩30分钟'],
    ['2020-03-21T09:00:00.000Z', '明天 17:00', '还剩31小时'],
    ['2020-03-25T09:00:00.000Z', '3月25日 17:00', '还剩5天'],
    ['2020-03-20T01:59:30.000Z', '今天 09:59', '已超时1分钟'],
    ['2020-03-17T09:00:00.000Z', '3月17日 17:00', '已超时2天'],
    ['2019-12-31T09:00:00.000Z', '2019年12月31日 17:00', '已超时79天'],
  ])('%s', (due, at, told) => {
    const html = String(dueView({ due, running: true }, now, 'zh-Hans'));
    expect(html.replace(/<[^>]*>/g, '|')).toBe(`|${at}||${told}|`);
    expect(html.includes('class="late"')).toBe(told.startsWith('已超时'));
  });

  test('is not shown while the clock stands', () => {
    expect(String(dueView({ due: now.toISOString(), running: false }, now, 'zh-Hans'))).toBe('');
  });

  test('stands in Shanghai: after 16:00 UTC it is the next day there', () => {
    expect(shortTime('2020-03-19T16:30:00.000Z', now, 'zh-Hans')).toBe('今天 00:30');
    expect(shortTime('2020-03-20T09:00:00.000Z', now, 'en')).toBe('Today 17:00');
  });
});

test('every deed has its name, its help and labels in every language', () => {
  for (const deed of Object.keys(deedWords) as DeedName[])
    for (const lang of langs) {
      expect([deed, deedWords[deed][lang] !== '', deedHelp[deed][lang] !== '']).toEqual([deed, true, true]);
      for (const field of deedFields(deed, [])) expect(field.label[lang]).not.toBe('');
    }
});

describe('a field', () => {
  const label = { 'zh-Hans': '<b>标签', en: '<b>label' };
  const hostile = '"><script>alert(1)</script>';
  const options = [['one', label]] as const;
  test.each([
    { name: 'x', kind: 'text', label, max: 10 },
    { name: 'x', kind: 'lines', label, max: 10 },
    { name: 'x', kind: 'line', label, max: 10 },
    { name: 'x', kind: 'day', label },
    { name: 'x', kind: 'moment', label },
    { name: 'x', kind: 'tick', label },
    { name: 'x', kind: 'choice', label, options },
    { name: 'x', kind: 'radios', label, options },
    { name: 'x', kind: 'ticks', label, options },
  ] satisfies DeskField[])(
    'of $kind shows what was typed and what is wrong as text, and ties them together',
    field => {
      const html = String(
        deskField(field, 'p', { values: { x: hostile }, problems: { x: hostile } }, 'zh-Hans'),
      );
      expect(html).not.toContain('<script>');
      expect(html).not.toContain('<b>');
      expect(html).toContain('id="p-x-error"');
      expect(html).toContain('id="p-x"');
    },
  );
});
