import { vacancyViewWords, vacancyDeskWords as words } from '#src/i18n/desk-vacancies.ts';
import { type Lang, prefix, say } from '#src/i18n/words.ts';
import { html, nothing, type View } from '../html.ts';
import { deskAt } from './address.ts';
import { ledgerTabs } from './ledger-parts.ts';
import { pagingView } from './paging.ts';

export type VacancyView = keyof typeof vacancyViewWords;

/** A case to review, or a vacancy: what it is, where it leads, how it stands. */
export type VacancyDeskLine = {
  /** The number of its case; '' where that is not there any more. */ readonly caseNumber: string;
  /** Which position of the page it leads to; ''. */ readonly anchor: string;
  readonly name: string;
  readonly facts: string;
  readonly sum: string;
  readonly state: string;
  readonly isQuiet: boolean;
  readonly when: string;
};

export type VacancyListPage = {
  readonly lang: Lang;
  readonly view: VacancyView;
  readonly totals: Readonly<Record<'hire' | 'wanted' | 'lend' | 'lent' | 'soon', number>>;
  readonly rows: readonly VacancyDeskLine[];
  readonly next: string;
  readonly isFirst: boolean;
};

const at = (lang: Lang, view: VacancyView, after = ''): string =>
  deskAt(lang, 'vacancies/', { view: view === 'review' ? '' : view, after });

const rowView = (row: VacancyDeskLine, lang: Lang): View => {
  const to = `${deskAt(lang, `vacancies/${row.caseNumber}/`)}${row.anchor ? `#${row.anchor}` : ''}`;
  const name = row.caseNumber ? html`<a href="${to}">${row.name}</a>` : html`${row.name}`;
  return html`<li class="need" data-row><div class="need-what">${name}<p class="sub">${row.facts}</p></div><div class="need-sum"><p><strong${row.isQuiet ? html` class="quiet"` : nothing}>${row.state}</strong></p><p class="sub">${row.sum}</p></div><div class="need-when">${row.when}</div></li>`;
};

/** What is to review, what is public, what was. */
export const vacancyListView = (page: VacancyListPage): View => {
  const { lang, view, rows, next, isFirst, totals } = page;
  const tab = (name: VacancyView): View =>
    html`<li class="view"><a href="${at(lang, name)}"${name === view ? html` aria-current="page"` : nothing}>${vacancyViewWords[name][lang]}</a></li>`;
  const names = Object.keys(vacancyViewWords) as VacancyView[];
  const list =
    rows.length === 0
      ? html`<p class="empty">${words[view === 'review' ? 'noReview' : 'none'][lang]}</p>`
      : html`<ul class="needs">${rows.map(row => rowView(row, lang))}</ul>`;
  const paging = pagingView(lang, next ? at(lang, view, next) : '', isFirst ? '' : at(lang, view));
  return html`<h1>${words.title[lang]}</h1>${ledgerTabs(lang, 'vacancies')}<p class="lead">${words.lead[lang]}</p><p class="bed-totals">${say(words.sum, lang, totals)} <a href="${prefix(lang)}/vacancies/">${words.public[lang]}</a></p><nav class="visit-tabs" aria-label="${words.views[lang]}"><ul>${names.map(tab)}</ul></nav>${list}${paging}`;
};
