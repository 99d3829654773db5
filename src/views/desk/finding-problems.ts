import { problemViewWords, problemWords as words } from '#src/i18n/desk-findings.ts';
import type { Lang } from '#src/i18n/words.ts';
import { flag, html, nothing, type View } from '../html.ts';
import { deskAt } from './address.ts';
import { type Choice, type DeskField, deskField, deskProblems, hidden, type Typed } from './fields.ts';
import { findingTabs } from './findings.ts';
import { pagingView } from './paging.ts';

/** A problem in words. */
export type ProblemLine = {
  readonly id: string;
  readonly what: string;
  readonly enterprise: string;
  readonly severity: string;
  readonly isUrgent: boolean;
  /** Who found it, on which day. */ readonly facts: string;
  readonly holder: string;
  /** By when, or since when it is solved. */ readonly when: string;
  /** How long it has been open, or is over its day; ''. */ readonly age: string;
  readonly isOver: boolean;
  readonly wanted: boolean;
};

type ViewName = keyof typeof problemViewWords;

export type ProblemsPage = {
  readonly lang: Lang;
  readonly view: ViewName;
  readonly department: string;
  /** What the list may be narrowed to; empty for whoever has one department. */ readonly departments: readonly Choice[];
  readonly rows: readonly ProblemLine[];
  readonly next: string;
  readonly isFirst: boolean;
};

const listAt = ({ lang, department }: ProblemsPage, view: ViewName, after = ''): string =>
  deskAt(lang, 'findings/problems/', { view: view === 'open' ? '' : view, department, after });

const ageView = ({ age, isOver }: ProblemLine): View =>
  age === '' ? nothing : html` <span class="${isOver ? 'late' : 'sub-inline'}">${age}</span>`;

const rowView = (row: ProblemLine, lang: Lang): View => {
  const wanted = row.wanted ? html` <span class="flag">${words.wanted[lang]}</span>` : nothing;
  const enterprise = row.enterprise === '' ? '' : `${row.enterprise} · `;
  return html`<li class="need" data-row><div class="need-what"><a href="${deskAt(lang, `findings/problems/${row.id}/`)}">${row.what}</a><p class="sub">${enterprise}${row.facts}</p></div><div class="need-sum"><p><span class="flag${row.isUrgent ? ' loud' : ''}">${row.severity}</span>${wanted}</p><p class="sub">${row.holder}</p></div><div class="need-when"><p>${row.when}${ageView(row)}</p></div></li>`;
};

const narrowView = (page: ProblemsPage): View => {
  const { lang, view, department, departments } = page;
  if (departments.length === 0) return nothing;
  const options = departments.map(
    ([code, name]) =>
      html`<option value="${code}"${flag('selected', code === department)}>${name[lang]}</option>`,
  );
  return html`<form class="visits-narrow" method="get" action="${deskAt(lang, 'findings/problems/')}"><input type="hidden" name="view" value="${view}"><label>${words.with[lang]}<select name="department"><option value="">${words.every[lang]}</option>${options}</select></label><button class="button-quiet" type="submit">${words.show[lang]}</button></form>`;
};

/** Problems over the days: what is open, what the meeting is to decide, what was solved. */
export const problemsView = (page: ProblemsPage): View => {
  const { lang, view, rows } = page;
  const tab = (name: ViewName): View =>
    html`<li class="view"><a href="${listAt(page, name)}"${name === view ? html` aria-current="page"` : nothing}>${problemViewWords[name][lang]}</a></li>`;
  const names = Object.keys(problemViewWords) as ViewName[];
  const list =
    rows.length === 0
      ? html`<p class="empty">${words.none[lang]}</p>`
      : html`<ul class="needs">${rows.map(row => rowView(row, lang))}</ul>`;
  const paging = pagingView(
    lang,
    page.next ? listAt(page, view, page.next) : '',
    page.isFirst ? '' : listAt(page, view),
  );
  return html`<h1>${words.title[lang]}</h1>${findingTabs(lang, 'problems')}<p class="lead">${words.lead[lang]}</p><nav class="visit-tabs" aria-label="${words.views[lang]}"><ul>${names.map(tab)}</ul></nav>${narrowView(page)}${list}${paging}`;
};

export type ProblemPage = {
  readonly lang: Lang;
  readonly csrf: string;
  readonly line: ProblemLine;
  readonly state: string;
  readonly due: string;
  readonly foundBy: string;
  readonly told: View;
  /** The case and the visit that it belongs to; number and id are '' where this reader may not open them. */
  readonly case: { readonly number: string; readonly shown: string } | null;
  readonly visit: { readonly id: string; readonly shown: string } | null;
  readonly steps: readonly { readonly at: string; readonly when: string; readonly text: string }[];
  readonly older: string;
  readonly mayAct: boolean;
  readonly mayEnter: boolean;
  readonly visits: readonly Choice[];
  readonly typed: Typed & { readonly form: string };
};

const caseField: DeskField = {
  name: 'number',
  kind: 'line',
  label: words.linkCase,
  max: 20,
  required: true,
};
const visitField = (options: readonly Choice[]): DeskField => ({
  name: 'visit',
  kind: 'choice',
  label: words.linkVisit,
  options,
  required: true,
});

const linkForm = (page: ProblemPage, act: 'case' | 'visit', field: DeskField): View => {
  const { lang, csrf, line, typed } = page;
  const shown = typed.form === act ? typed : { values: {}, problems: {} };
  return html`<form class="inline-form" method="post" action="${deskAt(lang, `findings/problems/${line.id}/`)}">${hidden({ _csrf: csrf, _act: act })}${deskProblems(act, shown.problems, lang)}${deskField(field, act, shown, lang)}<button class="button-quiet" type="submit">${words.linkDo[lang]}</button></form>`;
};

const actsView = (page: ProblemPage): View => {
  const { lang, line, visits, typed } = page;
  if (!page.mayAct) return nothing;
  const enter = page.mayEnter
    ? html`<p><a class="button-quiet" href="${deskAt(lang, 'enter/other/', { problem: line.id })}">${words.enter[lang]}</a></p><p class="hint">${words.enterHelp[lang]}</p>`
    : nothing;
  const visit = visits.length === 0 ? nothing : linkForm(page, 'visit', visitField(visits));
  return html`<div class="finding-part">${enter}<details class="deed"${flag('open', typed.form !== '')}><summary>${words.link[lang]}</summary>${linkForm(page, 'case', caseField)}${visit}</details></div>`;
};

const factsView = (page: ProblemPage): View => {
  const { lang, line, case: beside, visit } = page;
  const openCase =
    beside === null
      ? html`—`
      : beside.number === ''
        ? html`${beside.shown}`
        : html`<a href="${deskAt(lang, `cases/${beside.number}/`)}">${beside.shown}</a>`;
  const openVisit =
    visit === null
      ? html`—`
      : visit.id === ''
        ? html`${visit.shown}`
        : html`<a href="${deskAt(lang, `visits/${visit.id}/`)}">${visit.shown}</a>`;
  const facts: readonly (readonly [string, View])[] = [
    [words.state[lang], html`${page.state}`],
    [words.severity[lang], html`${line.severity}`],
    [words.enterprise[lang], html`${line.enterprise || '—'}`],
    [words.foundBy[lang], html`${page.foundBy}`],
    [words.with[lang], html`${line.holder}`],
    [words.dueBy[lang], html`${page.due || '—'}${ageView(line)}`],
    [words.case[lang], openCase],
    [words.visit[lang], openVisit],
  ];
  return html`<dl class="facts finding-facts">${facts.map(([name, value]) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`)}</dl>`;
};

/** One problem: how it stands, what it belongs to, what happened. */
export const problemView = (page: ProblemPage): View => {
  const { lang, line, steps, older } = page;
  const more = pagingView(
    lang,
    older === '' ? '' : deskAt(lang, `findings/problems/${line.id}/`, { before: older }),
  );
  return html`<p class="visit-back"><a href="${deskAt(lang, 'findings/problems/')}">${words.back[lang]}</a></p><h1>${line.what}</h1>${page.told}${factsView(page)}${actsView(page)}<section class="visit-record" aria-labelledby="history"><h2 id="history">${words.history[lang]}</h2><ul class="round-contacts">${steps.map(one => html`<li><time datetime="${one.at}">${one.when}</time> ${one.text}</li>`)}</ul>${more}</section>`;
};
