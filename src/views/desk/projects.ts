import { projectStateWords, projectViewWords, projectWords as words } from '#src/i18n/desk-projects.ts';
import { projectSheetWords as sheetWords } from '#src/i18n/desk-projects-sheet.ts';
import { type Lang, say } from '#src/i18n/words.ts';
import { flag, html, nothing, type View } from '../html.ts';
import { deskAt } from './address.ts';
import { shortDay } from './clock.ts';
import { doneView } from './entry.ts';
import { type Choice, type DeskField, deskField, deskProblems, hidden, type Typed } from './fields.ts';
import { pagingView } from './paging.ts';

type ViewName = keyof typeof projectViewWords;

/** A project as a line of the table. */
export type ProjectLine = {
  readonly id: string;
  readonly name: string;
  readonly unit: string;
  readonly planned: string;
  /** '' until it started. */ readonly started: string;
  readonly state: keyof typeof projectStateWords;
  /** Not started by its planned day. */ readonly isLate: boolean;
  /** A condition is past its latest day. */ readonly isBehind: boolean;
  readonly met: number;
  readonly all: number;
  readonly department: string;
  readonly area: string;
  readonly investment: string;
};

export type ProjectsPage = {
  readonly lang: Lang;
  readonly csrf: string;
  readonly view: ViewName;
  readonly area: string;
  readonly department: string;
  readonly areas: readonly Choice[];
  readonly departments: readonly Choice[];
  readonly sums: Readonly<Record<'all' | 'ready' | 'started' | 'late', number>> &
    Readonly<Record<'money' | 'startedMoney', string>>;
  readonly rows: readonly ProjectLine[];
  readonly next: string;
  readonly isFirst: boolean;
  /** What an import did a moment ago; '' otherwise. */ readonly done: string;
  /** What one is put on the list with; null for whoever may not. */
  readonly add: {
    readonly key: string;
    readonly fields: readonly DeskField[];
    readonly typed: Typed;
  } | null;
};

/** What is filled in of a project. One table for the form and for reading what it sends. */
export const projectFields = ({
  areas,
  lines,
  departments,
}: Readonly<Record<'areas' | 'lines' | 'departments', readonly Choice[]>>): readonly DeskField[] => [
  { name: 'name', kind: 'line', label: words.name, required: true, max: 80 },
  { name: 'unit', kind: 'line', label: words.unit, required: true, max: 80 },
  { name: 'area', kind: 'choice', label: words.area, required: true, options: areas },
  { name: 'line', kind: 'choice', label: words.line, required: true, options: lines },
  { name: 'department', kind: 'choice', label: words.department, required: true, options: departments },
  { name: 'investment', kind: 'line', label: words.money, required: true, max: 30 },
  { name: 'planned', kind: 'day', label: words.planned, required: true },
];

const at = ({ lang, area, department }: ProjectsPage, view: ViewName, after = ''): string =>
  deskAt(lang, 'projects/', { view: view === 'all' ? '' : view, area, department, after });

const flagsOf = ({ isLate, isBehind }: ProjectLine, lang: Lang): View => {
  if (isLate) return html` <span class="flag loud">${words.late[lang]}</span>`;
  return isBehind ? html` <span class="flag">${words.behind[lang]}</span>` : nothing;
};

const rowView = ({ lang }: ProjectsPage, row: ProjectLine): View => {
  const started = row.started
    ? html`<span class="sub">${say(words.startedOn, lang, { day: shortDay(row.started, lang) })}</span>`
    : nothing;
  return html`<tr data-row><td class="due"><time datetime="${row.planned}">${shortDay(row.planned, lang)}</time>${started}</td><td class="what"><a href="${deskAt(lang, `projects/${row.id}/`)}">${row.name}</a><span class="sub">${row.unit}</span></td><td class="state">${projectStateWords[row.state][lang]} ${say(words.metOf, lang, { met: row.met, all: row.all })}${flagsOf(row, lang)}</td><td class="who">${row.department}<span class="sub">${row.area}</span></td><td class="area">${row.investment}</td></tr>`;
};

const tableView = (page: ProjectsPage): View => {
  const { lang, rows, sums } = page;
  if (rows.length === 0)
    return html`<p class="empty">${words[sums.all === 0 ? 'noneAtAll' : 'none'][lang]}</p>`;
  const heads = [words.planned, words.project, words.conditions, words.department, words.investment];
  return html`<table class="queue visits"><thead><tr>${heads.map(head => html`<th scope="col">${head[lang]}</th>`)}</tr></thead><tbody>${rows.map(row => rowView(page, row))}</tbody></table>`;
};

const selectView = (
  lang: Lang,
  name: string,
  [label, every]: readonly [string, string],
  options: readonly Choice[],
  chosen: string,
): View =>
  html`<label>${label}<select name="${name}"><option value="">${every}</option>${options.map(([code, words]) => html`<option value="${code}"${flag('selected', code === chosen)}>${words[lang]}</option>`)}</select></label>`;

const narrowView = ({ lang, view, area, department, areas, departments }: ProjectsPage): View =>
  html`<form class="visits-narrow" method="get" action="${deskAt(lang, 'projects/')}"><input type="hidden" name="view" value="${view}">${selectView(lang, 'area', [words.area[lang], words.everyArea[lang]], areas, area)}${selectView(lang, 'department', [words.department[lang], words.everyDepartment[lang]], departments, department)}<button class="button-quiet" type="submit">${words.show[lang]}</button></form>`;

const addView = ({ lang, csrf, add }: ProjectsPage): View => {
  if (!add) return nothing;
  const { key, fields, typed } = add;
  const isTyped = Object.keys(typed.problems).length > 0;
  return html`<details class="deed plan"${flag('open', isTyped)}><summary>${words.add[lang]}</summary><form method="post" action="${deskAt(lang, 'projects/')}">${hidden({ _csrf: csrf, _key: key })}${deskProblems('p', typed.problems, lang)}${fields.map(field => deskField(field, 'p', typed, lang))}<button class="button" type="submit">${words.save[lang]}</button></form></details>`;
};

/** The list of projects: how many stand where, those that are late on top, and a fold to put one on the list. */
export const projectsView = (page: ProjectsPage): View => {
  const { lang, view, sums } = page;
  const sheets = page.add
    ? html`<p class="button-row"><a class="button-quiet" href="${deskAt(lang, 'projects/sheets/import/')}">${sheetWords.import[lang]}</a></p>`
    : nothing;
  const tab = (name: ViewName): View =>
    html`<li class="view"><a href="${at(page, name)}"${name === view ? html` aria-current="page"` : nothing}>${projectViewWords[name][lang]}</a></li>`;
  const names = Object.keys(projectViewWords) as ViewName[];
  return html`<h1>${words.title[lang]}</h1>${doneView(page.done)}<p class="lead">${words.lead[lang]}</p><p>${say(words.sum, lang, sums)}</p><nav class="visit-tabs" aria-label="${words.views[lang]}"><ul>${names.map(tab)}</ul></nav>${narrowView(page)}${tableView(page)}${pagingView(lang, page.next ? at(page, view, page.next) : '', page.isFirst ? '' : at(page, view))}${sheets}${addView(page)}`;
};
