import { readWords as words } from '#src/i18n/acknowledge.ts';
import { type Lang, say } from '#src/i18n/words.ts';
import { html, nothing, type View } from './html.ts';
import { dateIn, timeInWords } from './time.ts';
import { field } from './track.ts';

export type ReadForm = {
  readonly lang: Lang;
  readonly notice: string;
  /** The last day on which it is asked; ''. */ readonly until: string;
  readonly number: string;
  readonly problem: string;
  readonly problems: Readonly<Record<string, string>>;
};

const noticeAt = (notice: string): string => `/notices/${notice}/`;

const problemOf = (problem: string): View =>
  problem
    ? html`<div class="error-summary" role="alert" tabindex="-1" id="problems"><h2>${problem}</h2></div>`
    : nothing;

/** The form by which an enterprise confirms that it has read a notice; the password is never given back. */
export const readFormView = (page: ReadForm): View => {
  const { lang, notice, until } = page;
  const by =
    until === '' ? nothing : html`<strong>${say(words.until, lang, { date: dateIn(until, lang) })}</strong> `;
  return html`<section class="section" aria-labelledby="confirm"><h2 id="confirm">${words.title[lang]}</h2><p>${by}${words.lead[lang]}</p>${problemOf(page.problem)}<form class="form" method="post" action="${noticeAt(notice)}read/" novalidate>${field('number', page.number, page)}${field('pin', '', page)}<p class="hint after">${words.purpose[lang]}</p><div class="button-row"><button class="button" type="submit">${words.button[lang]}</button></div></form><p class="hint after">${words.noNumber[lang]}<a href="/forms/filing/">${words.filing[lang]}</a></p></section>`;
};

/** The form on a page of its own, under the notice's title. */
export const readPageView = (page: ReadForm & { readonly title: string }): View =>
  html`<h1><a href="${noticeAt(page.notice)}">${page.title}</a></h1>${readFormView(page)}`;

export type ReadDone = {
  readonly lang: Lang;
  readonly notice: string;
  readonly title: string;
  readonly version: number;
  readonly at: string;
  readonly tail: string;
};

const backView = (notice: string, lang: Lang): View =>
  html`<p class="button-row"><a class="button-quiet" href="${noticeAt(notice)}">${words.back[lang]}</a></p>`;

/** The confirmation: what was read, when, by which number. */
export const readDoneView = ({ lang, notice, title, version, at, tail }: ReadDone): View =>
  html`<section class="receipt"><h1>${words.doneTitle[lang]}</h1><p class="lead">${say(words.done, lang, { title })}</p><dl class="facts"><div><dt>${words.at[lang]}</dt><dd><time datetime="${at}">${timeInWords(at, lang)}</time></dd></div><div><dt>${words.by[lang]}</dt><dd>${tail}</dd></div><div><dt>${words.version[lang]}</dt><dd>${say(words.versionOf, lang, { n: version })}</dd></div></dl><p class="hint">${words.keep[lang]}</p>${backView(notice, lang)}</section>`;

/** That the notice is no longer asked to be confirmed. */
export const readClosedView = (notice: string, until: string, lang: Lang): View =>
  html`<h1>${words.closedTitle[lang]}</h1><p class="lead">${say(words.closed, lang, { date: dateIn(until, lang) })}</p>${backView(notice, lang)}`;
