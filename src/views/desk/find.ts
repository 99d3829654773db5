import { findWords as words } from '#src/i18n/desk-case.ts';
import { type Lang, say } from '#src/i18n/words.ts';
import { flag, html, nothing, type View } from '../html.ts';
import { deskAt } from './address.ts';
import { noticeView } from './fields.ts';

/** By what a case is looked up. */
export const findBys = ['number', 'creditCode', 'enterprise', 'phone', 'contact'] as const;
export type FindBy = (typeof findBys)[number];

export type FoundLine = {
  readonly number: string;
  readonly shown: string;
  readonly enterprise: string;
  readonly form: string;
  readonly state: string;
  readonly received: string;
  /** Whether this officer may open it. */ readonly open: boolean;
};

export type FindPage = {
  readonly lang: Lang;
  readonly csrf: string;
  readonly by: FindBy;
  readonly value: string;
  readonly problem: string;
  /** Null before anything was looked up. */ readonly found: readonly FoundLine[] | null;
  /** The id before which the following page begins; '' after the last. */ readonly older: string;
};

const rowView = (row: FoundLine, lang: Lang): View => {
  const number = row.open
    ? html`<a href="${deskAt(lang, `cases/${row.number}/`)}">${row.shown}</a>`
    : row.shown;
  return html`<tr data-row><td class="number">${number}</td><td class="what">${row.enterprise}<span class="sub">${row.form}</span></td><td class="state">${row.state}</td><td class="due">${row.received}</td></tr>`;
};

/** The following page, looked up anew: what is looked up travels in the body here too. */
const olderView = ({ lang, csrf, by, value, older }: FindPage): View =>
  html`<form method="post" action="${deskAt(lang, 'find/')}"><input type="hidden" name="_csrf" value="${csrf}"><input type="hidden" name="by" value="${by}"><input type="hidden" name="value" value="${value}"><input type="hidden" name="before" value="${older}"><button class="button-quiet" type="submit">${words.older[lang]}</button></form>`;

const foundView = (page: FindPage): View => {
  const { found, older, lang } = page;
  if (!found) return nothing;
  if (found.length === 0) return html`<p class="empty" role="status">${words.none[lang]}</p>`;
  const told = say(older ? words.foundMore : words.found, lang, { n: found.length });
  return html`<h2 role="status">${told}</h2><table class="queue found"><tbody>${found.map(row => rowView(row, lang))}</tbody></table>${older ? olderView(page) : nothing}`;
};

/** Looks a case up by something exact; what is looked up travels in the body, never in an address. */
export const findView = (page: FindPage): View => {
  const { lang, csrf, by, value, problem } = page;
  const choices = findBys.map(
    code => html`<option value="${code}"${flag('selected', code === by)}>${words[code][lang]}</option>`,
  );
  return html`<h1>${words.title[lang]}</h1><p class="lead">${words.lead[lang]}</p>${problem ? noticeView(problem) : nothing}<form class="find" method="post" action="${deskAt(lang, 'find/')}"><input type="hidden" name="_csrf" value="${csrf}"><div class="field"><label for="by">${words.by[lang]}</label><select id="by" name="by">${choices}</select></div><div class="field"><label for="value">${words.value[lang]}</label><input id="value" name="value" value="${value}" required maxlength="100" autocomplete="off"></div><button class="button" type="submit">${words.look[lang]}</button></form>${foundView(page)}`;
};
