import { hash } from 'node:crypto';
import { formWords } from '#src/i18n/forms.ts';
import { noticeWords as words } from '#src/i18n/notice.ts';
import { type Lang, say } from '#src/i18n/words.ts';
import { purposes } from './display.ts';
import type { AnyForm, Tables } from './field.ts';
import { longestDays } from './keep.ts';

/** Days for which a backup is kept: as long as something deleted may still be in one. */
export const backupDays = 30;

/** What the notice says beside the table of purposes. */
export const noticeRights = (lang: Lang, { phones, zone }: Tables): string =>
  say(words.rights, lang, { zone: zone[lang], backup: backupDays, phone: phones.duty });

/** How long free text is kept that is about nobody in particular. */
export const noticeTexts = (form: AnyForm, lang: Lang): string =>
  say(words.texts, lang, { days: longestDays(form) });

/** What is asked that is about a person, and beside each why, on which basis, how long it is kept and who sees it. */
export const noticeRows = (
  form: AnyForm,
  lang: Lang,
): readonly { readonly label: string; readonly use: string }[] =>
  purposes(form).flatMap(({ label, field: { personal } }) => {
    if (!personal) return [];
    const { why, basis, days, seenBy } = personal;
    const values = { why: why[lang], basis: basis[lang], days, seenBy: seenBy[lang] };
    return [{ label: label[lang], use: say(words.field, lang, values) }];
  });

/** The privacy notice of a form as plain text, a line a purpose, as it is shown beside the button. */
export const noticeText = (form: AnyForm, lang: Lang, tables: Tables): string =>
  [
    `${formWords.privacyTitle[lang]} · ${form.title[lang]}`,
    formWords.privacyLead[lang],
    ...noticeRows(form, lang).map(({ label, use }) => `${label}${lang === 'en' ? ': ' : '：'}${use}`),
    noticeTexts(form, lang),
    noticeRights(lang, tables),
  ].join('\n');

/** SHA-256 of the notice in hex: what a case keeps of it. */
export const noticeHash = (form: AnyForm, lang: Lang, tables: Tables): string =>
  hash('sha256', noticeText(form, lang, tables));
