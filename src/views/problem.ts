import { siteWay } from '#src/i18n/problems.ts';
import { type Lang, prefix } from '#src/i18n/words.ts';
import { html, type View } from './html.ts';

/** A refusal as a page: what happened, what to do, and the way on. */
export const problemView = (words: { readonly title: string; readonly detail: string }, lang: Lang): View =>
  html`<h1>${words.title}</h1><p>${words.detail}</p><p class="button-row"><a class="button-quiet" href="${prefix(lang)}/">${siteWay.home[lang]}</a> <a class="button-quiet" href="${prefix(lang)}/hotlines/">${siteWay.hotlines[lang]}</a></p>`;
