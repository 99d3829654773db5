import { citedWords, faqWords as words } from '#src/i18n/desk-faq.ts';
import { type Lang, say } from '#src/i18n/words.ts';
import { html, nothing, type View } from '../html.ts';
import { deskAt } from './address.ts';
import type { Typed } from './fields.ts';

/** A page of the site under an answer. */
export type FaqLink = { readonly path: string; readonly title: string };

/** A page that was found while answering. */
export type Cited = FaqLink & { readonly kind: keyof typeof citedWords; readonly passage: string };

/** What was looked up: nothing yet (undefined), pages, or null where the site was not built. */
export type Looked = readonly Cited[] | null | undefined;

type CitePage = {
  readonly lang: Lang;
  readonly number: string;
  readonly looked: Looked;
  readonly typed: Typed;
};

const hitView = ({ kind, path, title, passage }: Cited, lang: Lang): View =>
  html`<li><p><b>${title}</b><span class="sub">${citedWords[kind][lang]} · ${passage}</span></p><button class="button-quiet" type="submit" name="_cite" value="${path} ${title}" formnovalidate aria-label="${say(words.cite, lang, { title })}">${words.citeShort[lang]}</button></li>`;

const hitsView = ({ looked, lang }: CitePage): View => {
  if (looked === undefined) return nothing;
  if (looked === null) return html`<p class="hint" role="status">${words.hitsUnbuilt[lang]}</p>`;
  return looked.length === 0
    ? html`<p class="hint" role="status">${words.hitsNone[lang]}</p>`
    : html`<ul class="cited">${looked.map(hit => hitView(hit, lang))}</ul>`;
};

/** Looks the site up inside the answer's own form: whatever was typed comes back with what was found. */
export const citeView = (page: CitePage): View => {
  const { lang, number, typed } = page;
  const find = typeof typed.values.find === 'string' ? typed.values.find : '';
  const here = `${deskAt(lang, `cases/${number}/`)}#deed-answer`;
  return html`<div class="field"><label for="d-answer-find">${words.find[lang]}</label><p class="hint" id="d-answer-find-hint">${words.findHelp[lang]}</p><div class="with-unit"><input id="d-answer-find" name="find" value="${find}" maxlength="100" autocomplete="off" aria-describedby="d-answer-find-hint"><button class="button-quiet" type="submit" name="_act" value="find" formnovalidate formaction="${here}">${words.findDo[lang]}</button></div>${hitsView(page)}</div>`;
};
