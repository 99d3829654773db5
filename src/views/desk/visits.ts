import { purposeWords, visitWords as words } from '#src/i18n/visit.ts';
import { type Lang, say } from '#src/i18n/words.ts';
import { flag, html, nothing, type View } from '../html.ts';
import { deskAt } from './address.ts';
import { shortTime } from './clock.ts';
import { type Choice, type DeskField, deskField, deskProblems, hidden, type Typed } from './fields.ts';
import { pagingView } from './paging.ts';
import { deviceView, dueDay } from './visit-form.ts';

export type VisitLine = {
  readonly id: string;
  readonly enterprise: string;
  readonly purpose: keyof typeof purposeWords;
  readonly area: string;
  readonly department: string;
  readonly officer: string;
  /** When it is due, or was made. */ readonly at: string;
  readonly late: boolean;
  readonly faults: number;
};

export type Totals = {
  readonly planned: number;
  readonly met: number;
  readonly visits: number;
  readonly firms: number;
  readonly unnumbered: number;
};

export type VisitsPage = {
  readonly lang: Lang;
  readonly csrf: string;
  readonly login: string;
  readonly now: Date;
  readonly view: 'planned' | 'done';
  readonly department: string;
  /** Departments to narrow by; empty for whoever has one. */ readonly departments: readonly (readonly [
    string,
    string,
  ])[];
  readonly rows: readonly VisitLine[];
  readonly next: string;
  readonly isFirst: boolean;
  readonly totals: Readonly<Record<'today' | 'week' | 'all', Totals>>;
  readonly told: View;
  /** What a visit may be planned with; null for whoever plans none. */
  readonly plan: {
    readonly key: string;
    readonly areas: readonly Choice[];
    readonly departments: readonly Choice[];
    readonly typed: Typed;
  } | null;
};

const at = ({ lang, department }: VisitsPage, view: string, more: Readonly<Record<string, string>> = {}) =>
  deskAt(lang, 'visits/', { view, department, ...more });

const spans = ['today', 'week', 'all'] as const;

/** Two figures told apart: how often somebody went, and to how many enterprises. */
const totalsView = ({ lang, totals }: VisitsPage): View => {
  const rows = spans.map(span => {
    const { planned, met, visits, firms } = totals[span];
    const plan = planned === 0 ? words.noPlan[lang] : say(words.ofPlanned, lang, { met, planned });
    return html`<tr><th scope="row">${words[span][lang]}</th><td>${visits}</td><td>${firms}</td><td>${plan}</td></tr>`;
  });
  const heads = [words.span, words.visits, words.firms, words.ofPlan];
  return html`<section class="totals" aria-labelledby="totals"><h2 id="totals">${words.counters[lang]}</h2><table><thead><tr>${heads.map(head => html`<th scope="col">${head[lang]}</th>`)}</tr></thead><tbody>${rows}</tbody></table><p class="hint">${say(words.definition, lang, { n: totals.all.unnumbered })}</p></section>`;
};

const foundIn = ({ faults }: VisitLine, lang: Lang): View =>
  faults === 0
    ? html`${words.fine[lang]}`
    : html`<span class="late">${say(words.faults, lang, { n: faults })}</span>`;

const rowView = ({ lang, now, view }: VisitsPage, row: VisitLine): View => {
  const href = deskAt(lang, `visits/${row.id}/`);
  const late = row.late ? html` <span class="flag loud">${words.late[lang]}</span>` : nothing;
  const state = view === 'done' ? foundIn(row, lang) : late;
  return html`<tr data-row><td class="due"><time datetime="${row.at}">${view === 'done' ? shortTime(row.at, now, lang) : dueDay(row.at, now, lang)}</time></td><td class="what"><a href="${href}">${row.enterprise}</a><span class="sub">${purposeWords[row.purpose][lang]}</span></td><td class="state">${state}</td><td class="who">${row.department}<span class="sub">${row.officer || words.anybody[lang]}</span></td><td class="area">${row.area}</td></tr>`;
};

const tableView = (page: VisitsPage): View => {
  const { lang, rows, view } = page;
  if (rows.length === 0)
    return html`<p class="empty">${words[view === 'planned' ? 'nonePlanned' : 'noneDone'][lang]}</p>`;
  const heads = [
    view === 'planned' ? words.due : words.at,
    words.enterprise,
    view === 'planned' ? words.state : words.found,
    words.who,
    words.area,
  ];
  return html`<table class="queue visits"><thead><tr>${heads.map(head => html`<th scope="col">${head[lang]}</th>`)}</tr></thead><tbody>${rows.map(row => rowView(page, row))}</tbody></table>`;
};

/** What is filled in to plan a visit. One table for the form and for reading what it sends. */
export const planFields = (
  areas: readonly Choice[],
  departments: readonly Choice[],
): readonly DeskField[] => [
  { name: 'enterprise', kind: 'line', label: words.name, required: true, max: 60 },
  { name: 'creditCode', kind: 'line', label: words.creditCode, max: 30 },
  { name: 'area', kind: 'choice', label: words.area, required: true, options: areas },
  { name: 'department', kind: 'choice', label: words.goes, required: true, options: departments },
  { name: 'mine', kind: 'tick', label: words.mine },
  { name: 'due', kind: 'day', label: words.dueDay, required: true },
];

const planView = ({ lang, csrf, plan }: VisitsPage): View => {
  if (!plan) return nothing;
  const { key, typed, areas, departments } = plan;
  const isTyped = Object.keys(typed.problems).length > 0;
  const fields = planFields(areas, departments).map(field => deskField(field, 'p', typed, lang));
  return html`<details class="deed plan"${flag('open', isTyped)}><summary>${words.plan[lang]}</summary><form method="post" action="${deskAt(lang, 'visits/')}">${hidden({ _csrf: csrf, _key: key })}${deskProblems('p', typed.problems, lang)}<p class="hint">${words.planNote[lang]}</p>${fields}<button class="button" type="submit">${words.save[lang]}</button></form></details>`;
};

const narrowView = ({ lang, view, department, departments }: VisitsPage): View =>
  departments.length === 0
    ? nothing
    : html`<form class="visits-narrow" method="get" action="${deskAt(lang, 'visits/')}"><input type="hidden" name="view" value="${view}"><label>${words.department[lang]}<select name="department"><option value="">${words.everyDepartment[lang]}</option>${departments.map(([code, name]) => html`<option value="${code}"${flag('selected', code === department)}>${name}</option>`)}</select></label><button class="button-quiet" type="submit">${words.show[lang]}</button></form>`;

/** The plan of visits, what was made, the figures, and a fold to plan another. */
export const visitsView = (page: VisitsPage): View => {
  const { lang, view, csrf, login } = page;
  const tab = (name: 'planned' | 'done'): View =>
    html`<li class="view"><a href="${at(page, name)}"${name === view ? html` aria-current="page"` : nothing}>${words[name][lang]}</a></li>`;
  return html`<h1>${words.title[lang]}</h1><p class="lead">${words.lead[lang]}</p>${page.told}${deviceView(lang, { csrf, login })}<nav class="visit-tabs" aria-label="${words.views[lang]}"><ul>${tab('planned')}${tab('done')}</ul></nav>${narrowView(page)}${tableView(page)}${pagingView(lang, page.next ? at(page, view, { after: page.next }) : '', page.isFirst ? '' : at(page, view))}${planView(page)}${totalsView(page)}`;
};
