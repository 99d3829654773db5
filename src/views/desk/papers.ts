import { paperStateWords, papersWords as words } from '#src/i18n/desk-papers.ts';
import { paperNames } from '#src/i18n/papers.ts';
import { type Lang, say } from '#src/i18n/words.ts';
import { flag, html, nothing, type View } from '../html.ts';
import { deskAt } from './address.ts';
import { hidden } from './fields.ts';
import { pagingView } from './paging.ts';

export type Kind = keyof typeof paperNames;
export type State = keyof typeof paperStateWords;

/** A paper as it stands in lists. */
export type PaperLine = {
  readonly id: string;
  readonly kind: Kind;
  /** '' until it has a number. */ readonly serial: string;
  readonly state: State;
  /** '' on the page of one case. */ readonly enterprise: string;
  /** Its days, or what a letter waits for, in words; ''. */ readonly days: string;
};

const rowView = (line: PaperLine, lang: Lang): View => {
  const { id, kind, serial, state, enterprise, days } = line;
  const name = paperNames[kind][lang];
  const sub = [enterprise, days].filter(text => text !== '').join(' · ');
  return html`<li class="need" data-row><div class="need-what"><a href="${deskAt(lang, `papers/${id}/`)}">${name} ${serial}</a>${sub ? html`<p class="sub">${sub}</p>` : nothing}</div><p class="need-sum"><b>${paperStateWords[state][lang]}</b></p></li>`;
};

const listView = (rows: readonly PaperLine[], lang: Lang): View =>
  rows.length === 0
    ? html`<p class="empty">${words.none[lang]}</p>`
    : html`<ul class="needs papers">${rows.map(row => rowView(row, lang))}</ul>`;

export type PapersPage = {
  readonly lang: Lang;
  readonly rows: readonly PaperLine[];
  readonly kind: Kind | '';
  readonly state: State | '';
  /** The id before which the next page begins; ''. */ readonly next: string;
  /** Letters to ask after, and how many in words. */ readonly due: readonly PaperLine[];
  readonly dueCount: string;
};

const selectView = (
  name: 'kind' | 'state',
  chosen: string,
  options: readonly (readonly [string, string])[],
  lang: Lang,
): View => {
  const every = name === 'kind' ? words.everyKind : words.everyState;
  return html`<label>${words[name][lang]}<select name="${name}"><option value="">${every[lang]}</option>${options.map(
    ([code, label]) => html`<option value="${code}"${flag('selected', code === chosen)}>${label}</option>`,
  )}</select></label>`;
};

const filterView = ({ lang, kind, state }: PapersPage): View => {
  const kinds = Object.entries(paperNames).map(([code, name]) => [code, name[lang]] as const);
  const states = Object.entries(paperStateWords).map(([code, name]) => [code, name[lang]] as const);
  return html`<form class="filters ledger-filters" method="get" action="${deskAt(lang, 'papers/')}">${selectView('kind', kind, kinds, lang)}${selectView('state', state, states, lang)}<button class="button-quiet" type="submit">${words.show[lang]}</button></form>`;
};

/** All papers, the newest first; letters that nobody answered stand before them. */
export const papersView = (page: PapersPage): View => {
  const { lang, rows, next, kind, state, due } = page;
  const waiting =
    due.length === 0
      ? nothing
      : html`<section aria-labelledby="due"><h2 id="due">${say(words.due, lang, { n: page.dueCount })}</h2>${listView(due, lang)}</section>`;
  const more = pagingView(lang, next ? deskAt(lang, 'papers/', { kind, state, after: next }) : '');
  return html`<h1>${words.title[lang]}</h1><p class="lead">${words.lead[lang]}</p><p class="hint">${words.where[lang]}</p>${waiting}${filterView(page)}${listView(rows, lang)}${more}`;
};

export type CasePapersPage = {
  readonly lang: Lang;
  readonly csrf: string;
  readonly number: string;
  readonly shown: string;
  readonly enterprise: string;
  readonly rows: readonly PaperLine[];
  /** What may be drafted now, each with the id that its form sends. */
  readonly kinds: readonly { readonly kind: Kind; readonly draft: string }[];
  readonly suppliers: readonly string[];
  readonly mayDraft: boolean;
  readonly told: View;
};

const draftView = (page: CasePapersPage, kind: Kind, draft: string): View => {
  const { lang, csrf, number, suppliers } = page;
  const choose =
    suppliers.length > 1
      ? html`<div class="field"><label for="line-${kind}">${words.supplier[lang]}</label><select id="line-${kind}" name="line">${suppliers.map((name, at) => html`<option value="${at}">${name}</option>`)}</select></div>`
      : nothing;
  return html`<form class="paper-draft" method="post" action="${deskAt(lang, 'papers/', { case: number })}">${hidden({ _csrf: csrf, id: draft, kind })}${choose}<button class="button" type="submit">${say(words.draftDo, lang, { kind: paperNames[kind][lang] })}</button></form>`;
};

const draftsView = (page: CasePapersPage): View => {
  const { lang, kinds, mayDraft } = page;
  if (!mayDraft) return nothing;
  if (kinds.length === 0) return html`<p class="watching">${words.notNow[lang]}</p>`;
  return html`<section class="paper-drafts" aria-labelledby="draft"><h2 id="draft">${words.draftTitle[lang]}</h2><p class="hint">${words.draftLead[lang]}</p>${kinds.map(({ kind, draft }) => draftView(page, kind, draft))}</section>`;
};

/** The papers of one case, and what can be drafted of it. */
export const casePapersView = (page: CasePapersPage): View => {
  const { lang, number, shown, enterprise, rows } = page;
  const title = say(words.ofCase, lang, { enterprise });
  return html`<h1>${title}</h1>${page.told}<p class="lead"><a href="${deskAt(lang, `cases/${number}/`)}">${say(words.toCase, lang, { number: shown })}</a></p>${listView(rows, lang)}${draftsView(page)}`;
};
