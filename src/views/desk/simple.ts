import { deskWords } from '#src/i18n/desk.ts';
import type { Lang } from '#src/i18n/words.ts';
import { html, type View } from '../html.ts';
import { deskAt } from './address.ts';

/** A page of one sentence, and the way back to work. */
export const simpleView = (lang: Lang, title: string, text: string): View =>
  html`<h1>${title}</h1><p class="lead">${text}</p><p class="button-row"><a class="button" href="${deskAt(lang, '')}">${deskWords.back[lang]}</a></p>`;
