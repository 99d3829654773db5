import { projectStateWords, stopReasonWords, projectWords as words } from '#src/i18n/desk-projects.ts';
import { type Lang, say } from '#src/i18n/words.ts';
import { flag, html, nothing, type View } from '../html.ts';
import { deskAt } from './address.ts';
import { shortDay, shortTime } from './clock.ts';
import { type DeskField, deskField, deskProblems, hidden, type Typed } from './fields.ts';
import { pagingView } from './paging.ts';

/** A condition of the project: by when, whether it is met, by whom that was found. */
export type MilestoneLine = {
  readonly code: string;
  readonly name: string;
  readonly latest: string;
  readonly isMet: boolean;
  readonly isLate: boolean;
  readonly at: string;
  readonly by: string;
};

export type ProjectPage = {
  readonly lang: Lang;
  readonly csrf: string;
  readonly now: Date;
  readonly id: string;
  /** The change that the page shows last: what is sent from it is done to that one alone. */ readonly version: number;
  readonly name: string;
  readonly unit: string;
  readonly state: keyof typeof projectStateWords;
  /** Why it was stopped, in words; '' where it was not. */ readonly reason: string;
  readonly planned: string;
  readonly started: string;
  readonly isLate: boolean;
  readonly area: string;
  readonly line: string;
  readonly department: string;
  readonly investment: string;
  readonly milestones: readonly MilestoneLine[];
  readonly mayAct: boolean;
  readonly notice: View;
  readonly isDone: boolean;
  readonly fields: readonly DeskField[];
  readonly typed: Readonly<Record<'start' | 'stop' | 'change', Typed>>;
  readonly isChanging: boolean;
  readonly events: readonly { readonly at: string; readonly who: string; readonly text: string }[];
  readonly next: string;
};

const startField: DeskField = { name: 'started', kind: 'day', label: words.startDay, required: true };
const stopField: DeskField = {
  name: 'reason',
  kind: 'choice',
  label: words.why,
  required: true,
  options: Object.entries(stopReasonWords),
};

const formOf = (
  { lang, csrf, id, version }: ProjectPage,
  pairs: Readonly<Record<string, string>>,
  inside: View,
): View =>
  html`<form method="post" action="${deskAt(lang, `projects/${id}/`)}">${hidden({ _csrf: csrf, _head: String(version), ...pairs })}${inside}</form>`;

const factsView = (page: ProjectPage): View => {
  const { lang } = page;
  const late = page.isLate ? html` <span class="flag loud">${words.late[lang]}</span>` : nothing;
  const reason = page.reason ? html` (${page.reason})` : nothing;
  const facts: readonly (readonly [string, View])[] = [
    [words.state[lang], html`${projectStateWords[page.state][lang]}${reason}`],
    [
      words.planned[lang],
      html`<time datetime="${page.planned}">${shortDay(page.planned, lang)}</time>${late}`,
    ],
    [
      words.started[lang],
      page.started ? html`<time datetime="${page.started}">${shortDay(page.started, lang)}</time>` : html`—`,
    ],
    [words.investment[lang], html`${page.investment}`],
    [words.department[lang], html`${page.department}`],
    [words.area[lang], html`${page.area} · ${page.line}`],
  ];
  return html`<dl class="facts project-facts">${facts.map(([name, value]) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`)}</dl>`;
};

const markView = ({ lang, mayAct, state }: ProjectPage, one: MilestoneLine): View => {
  if (!mayAct || state === 'started') return nothing;
  const [how, text, label] = one.isMet
    ? (['unmet', words.unmeet, words.unmeetOne] as const)
    : (['met', words.meet, words.meetOne] as const);
  return html`<button class="button-quiet" type="submit" name="_mark" value="${how} ${one.code}" aria-label="${say(label, lang, { name: one.name })}">${text[lang]}</button>`;
};

const milestoneView = (page: ProjectPage, one: MilestoneLine): View => {
  const { lang, now } = page;
  const found = one.isMet
    ? say(words.confirmedBy, lang, { who: one.by, at: shortTime(one.at, now, lang) })
    : words.open[lang];
  const late = one.isLate ? html` <span class="flag loud">${words.past[lang]}</span>` : nothing;
  return html`<tr><td class="due"><time datetime="${one.latest}">${shortDay(one.latest, lang)}</time></td><td class="what">${one.name}</td><td class="state">${found}${late}</td><td class="area project-mark">${markView(page, one)}</td></tr>`;
};

const conditionsView = (page: ProjectPage): View => {
  const { lang, milestones } = page;
  const heads = [words.latest, words.condition, words.confirmed];
  const mark = html`<td></td>`;
  const table = html`<table class="queue project-conditions"><thead><tr>${heads.map(head => html`<th scope="col">${head[lang]}</th>`)}${mark}</tr></thead><tbody>${milestones.map(one => milestoneView(page, one))}</tbody></table>`;
  return html`<section class="project-section" aria-labelledby="conditions"><h2 id="conditions">${words.conditions[lang]} ${say(words.metOf, lang, { met: milestones.filter(one => one.isMet).length, all: milestones.length })}</h2>${formOf(page, {}, table)}</section>`;
};

const foldView = (title: string, isOpen: boolean, inside: View): View =>
  html`<details class="deed plan"${flag('open', isOpen)}><summary>${title}</summary>${inside}</details>`;

const isWrong = (typed: Typed): boolean => Object.keys(typed.problems).length > 0;

const startView = (page: ProjectPage): View => {
  const { lang, state, typed, milestones } = page;
  if (state === 'started' || state === 'stopped') return nothing;
  if (!milestones.every(one => one.isMet) && !isWrong(typed.start))
    return html`<p class="hint">${words.startNote[lang]}</p>`;
  const inside = html`${deskProblems('s', typed.start.problems, lang)}${deskField(startField, 's', typed.start, lang)}<button class="button" type="submit">${words.start[lang]}</button>`;
  return foldView(words.start[lang], true, formOf(page, { _act: 'start' }, inside));
};

const stopView = (page: ProjectPage): View => {
  const { lang, state, typed } = page;
  if (state === 'stopped') {
    const inside = html`<p class="hint">${words.resumeNote[lang]}</p><button class="button" type="submit">${words.resume[lang]}</button>`;
    return foldView(words.resume[lang], false, formOf(page, { _act: 'resume' }, inside));
  }
  const inside = html`${deskProblems('t', typed.stop.problems, lang)}${deskField(stopField, 't', typed.stop, lang)}<button class="button" type="submit">${words.stop[lang]}</button>`;
  return foldView(words.stop[lang], isWrong(typed.stop), formOf(page, { _act: 'stop' }, inside));
};

const changeView = (page: ProjectPage): View => {
  const { lang, fields, typed, isChanging } = page;
  const inside = html`${deskProblems('c', typed.change.problems, lang)}${fields.map(field => deskField(field, 'c', typed.change, lang))}<button class="button" type="submit">${words.save[lang]}</button>`;
  return foldView(words.change[lang], isChanging, formOf(page, { _act: 'change' }, inside));
};

const historyView = (page: ProjectPage): View => {
  const { lang, now, events, next, id } = page;
  const more = pagingView(lang, next ? deskAt(lang, `projects/${id}/`, { before: next }) : '');
  return html`<section class="visit-record" aria-labelledby="history"><h2 id="history">${words.history[lang]}</h2><ul class="round-contacts">${events.map(one => html`<li><time datetime="${one.at}">${shortTime(one.at, now, lang)}</time> ${one.who} ${one.text}</li>`)}</ul>${more}</section>`;
};

/** A project: where it stands, its conditions with their latest days, what may be done, what happened. */
export const projectView = (page: ProjectPage): View => {
  const { lang, mayAct, isDone } = page;
  const done = isDone
    ? html`<p class="done" role="status" tabindex="-1" id="done">${words.done[lang]}</p>`
    : nothing;
  const acts = mayAct ? html`${startView(page)}${stopView(page)}${changeView(page)}` : nothing;
  return html`<p class="visit-back"><a href="${deskAt(lang, 'projects/')}">${words.back[lang]}</a></p><h1>${page.name}</h1><p class="lead">${page.unit}</p>${page.notice}${done}${factsView(page)}${conditionsView(page)}${acts}${historyView(page)}`;
};
