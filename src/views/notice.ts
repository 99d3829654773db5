import type { AnyForm, Tables } from '#src/forms/field.ts';
import { noticeHash, noticeRights, noticeTexts } from '#src/forms/notice.ts';
import { noticeWords as words } from '#src/i18n/notice.ts';
import { type Lang, say } from '#src/i18n/words.ts';
import { html, type View } from './html.ts';

/** The foot of the privacy notice: free text, rights, and the hash of the whole notice, which is kept with the consent. */
export const noticeFoot = (form: AnyForm, lang: Lang, tables: Tables): View =>
  html`<p>${noticeTexts(form, lang)}</p><p>${noticeRights(lang, tables)}</p><p class="hint notice-hash">${say(words.version, lang, { hash: noticeHash(form, lang, tables) })}</p>`;
