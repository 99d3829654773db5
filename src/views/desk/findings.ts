import { findingWords as words } from '#src/i18n/desk-findings.ts';
import { type Lang, say } from '#src/i18n/words.ts';
import { html, nothing, type View } from '../html.ts';
import { deskAt } from './address.ts';

const tabs = { reports: 'findings/', problems: 'findings/problems/', brief: 'brief/' } as const;

/** Reports of the day, problems over the days, the meeting's brief. */
export const findingTabs = (lang: Lang, here: keyof typeof tabs | ''): View =>
  html`<nav class="tabs" aria-label="${words.tabs[lang]}"><ul>${(
    ['reports', 'problems', 'brief'] as const
  ).map(
    name =>
      html`<li><a href="${deskAt(lang, tabs[name])}"${here === name ? html` aria-current="page"` : nothing}>${words[name][lang]}</a></li>`,
  )}</ul></nav>`;

/** A department's report as a line: `filed` and `may` say which links stand there. */
export type ReportLine = {
  readonly department: string;
  readonly name: string;
  readonly standing: string;
  readonly loud: boolean;
  /** When it came, or by when it is due; ''. */ readonly at: string;
  /** '' where nobody said. */ readonly places: string;
  readonly normal: boolean;
  readonly found: number;
  readonly solved: number;
  readonly open: number;
  readonly filed: boolean;
  readonly mayFile: boolean;
};

export type OnHandLine = { readonly item: string; readonly amount: string; readonly by: number };

export type FindingsPage = {
  readonly lang: Lang;
  readonly day: string;
  readonly today: string;
  /** '' for whoever sees one department alone. */ readonly lead: string;
  readonly sums: string;
  readonly rows: readonly ReportLine[];
  /** Null for whoever sees one department alone. */ readonly all: Pick<
    ReportLine,
    'places' | 'found' | 'solved' | 'open'
  > | null;
  readonly onHand: readonly OnHandLine[];
  /** Of whom nothing is in the sums, since their report is not there; ''. */ readonly missing: string;
};

const dayView = ({ lang, day, today }: FindingsPage): View =>
  html`<form class="filters-row day-form" method="get" action="${deskAt(lang, 'findings/')}"><label>${words.day[lang]}<input type="date" name="day" value="${day}" max="${today}" required></label><button class="button-quiet" type="submit">${words.show[lang]}</button></form>`;

const linksView = (row: ReportLine, { lang, day }: FindingsPage): View => {
  const of = { department: row.department, day };
  const file = row.mayFile
    ? html`<a class="button-quiet" href="${deskAt(lang, 'finding/file/', of)}">${words[row.filed ? 'correct' : 'fileFor'][lang]}<span class="visually-hidden">${row.name}</span></a>`
    : nothing;
  const see = row.filed
    ? html`<a class="button-quiet" href="${deskAt(lang, 'finding/', of)}">${words.see[lang]}<span class="visually-hidden">${row.name}</span></a>`
    : nothing;
  return html`${file}${see}`;
};

const rowView = (row: ReportLine, page: FindingsPage): View => {
  const { lang } = page;
  const flag = html`<span class="flag${row.loud ? ' loud' : ''}">${row.standing}</span>`;
  const normal = row.normal ? html` <span class="met">${words.normal[lang]}</span>` : nothing;
  const at = row.at === '' ? nothing : html`<span class="sub">${row.at}</span>`;
  // Who has reported nothing has not said that there was nothing.
  const said = (count: number): number | string => (row.filed || count > 0 ? count : '—');
  return html`<tr data-row><th scope="row">${row.name}</th><td>${row.standing === '' ? nothing : flag}${normal}${at}</td><td class="num" data-label="${words.places[lang]}">${row.places === '' ? '—' : row.places}</td><td class="num" data-label="${words.found[lang]}">${said(row.found)}</td><td class="num" data-label="${words.solved[lang]}">${said(row.solved)}</td><td class="num" data-label="${words.open[lang]}">${row.open}</td><td class="finding-links">${linksView(row, page)}</td></tr>`;
};

const tableView = (page: FindingsPage): View => {
  const { lang, rows, all } = page;
  if (rows.length === 0) return html`<p class="empty">${words.nobody[lang]}</p>`;
  const numbers = [words.places, words.found, words.solved, words.open];
  const sum = all
    ? html`<tfoot><tr><th scope="row" colspan="2">${words.all[lang]}</th><td class="num" data-label="${words.places[lang]}">${all.places === '' ? '—' : all.places}</td><td class="num" data-label="${words.found[lang]}">${all.found}</td><td class="num" data-label="${words.solved[lang]}">${all.solved}</td><td class="num" data-label="${words.open[lang]}">${all.open}</td><td class="finding-links"></td></tr></tfoot>`
    : nothing;
  return html`<table class="queue findings"><thead><tr><th scope="col">${words.department[lang]}</th><th scope="col">${words.standing[lang]}</th>${numbers.map(one => html`<th scope="col" class="num">${one[lang]}</th>`)}<td></td></tr></thead><tbody>${rows.map(row => rowView(row, page))}</tbody>${sum}</table>`;
};

const onHandView = ({ lang, onHand, missing, all }: FindingsPage): View => {
  const table =
    onHand.length === 0
      ? html`<p class="empty">${words.onHandNone[lang]}</p>`
      : html`<table class="on-hand"><thead><tr><th scope="col">${words.item[lang]}</th><th scope="col" class="num">${words.amount[lang]}</th><th scope="col" class="num">${words.bySome[lang]}</th></tr></thead><tbody>${onHand.map(one => html`<tr><th scope="row">${one.item}</th><td class="num">${one.amount}</td><td class="num">${one.by}</td></tr>`)}</tbody></table>`;
  const who = missing === '' ? words.onHandAll[lang] : say(words.onHandMissing, lang, { missing });
  return html`<section class="finding-part"><h2>${words.onHand[lang]}</h2>${table}${all ? html`<p class="hint">${who}</p>` : nothing}</section>`;
};

/** The reports of a day: who owes one, who sent it, what it says in numbers; supplies on hand. */
export const findingsView = (page: FindingsPage): View => {
  const { lang, lead, sums } = page;
  const counted = html`<details class="finding-counted"><summary>${words.counted[lang]}</summary><p>${words.countedText[lang]}</p></details>`;
  const said = lead === '' ? nothing : html`<p class="lead">${lead}</p><p class="finding-sums">${sums}</p>`;
  return html`<h1>${words.title[lang]}</h1>${findingTabs(lang, 'reports')}${dayView(page)}${said}${tableView(page)}${onHandView(page)}${counted}`;
};
