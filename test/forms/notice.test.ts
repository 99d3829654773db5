import { hash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { purposes } from '#src/forms/display.ts';
import { forms } from '#src/forms/index.ts';
import { backupDays, noticeHash, noticeText } from '#src/forms/notice.ts';
import { langs } from '#src/i18n/words.ts';
import { noticeFoot } from '#src/views/notice.ts';
import { tables } from './sent.ts';

const every = forms.flatMap(form => langs.map(lang => [form.id, lang, form] as const));

describe('The privacy notice', () => {
  test.each(every)('%s, %s: one line a purpose, rights, days of backups, whom to ask', (_, lang, form) => {
    const text = noticeText(form, lang, tables);
    for (const { label, field } of purposes(form))
      for (const part of [label, field.personal?.why, field.personal?.basis, field.personal?.seenBy])
        expect(text).toContain(part?.[lang]);
    expect(text).toContain(String(backupDays));
    expect(text).toContain(tables.phones.duty);
    expect(text).toContain(tables.zone[lang]);
    expect(text).not.toMatch(/\{\w+\}|undefined/);
  });

  test.each(every)('%s, %s: its SHA-256 stands at its foot', (_, lang, form) => {
    const text = noticeText(form, lang, tables);
    expect(noticeHash(form, lang, tables)).toBe(hash('sha256', text));
    expect(String(noticeFoot(form, lang, tables))).toContain(noticeHash(form, lang, tables));
  });

  test('another word, another language, another phone: another hash', () => {
    const [form] = forms;
    if (!form) throw new Error('no form');
    const other = { ...tables, phones: { ...tables.phones, duty: '000' } };
    const hashes = [
      noticeHash(form, 'zh-Hans', tables),
      noticeHash(form, 'en', tables),
      noticeHash(form, 'zh-Hans', other),
      noticeHash({ ...form, title: form.lead }, 'zh-Hans', tables),
    ];
    expect(new Set(hashes).size).toBe(4);
  });
});
