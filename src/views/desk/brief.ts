import { deskWords } from '#src/i18n/desk.ts';
import { briefWords as words } from '#src/i18n/desk-brief.ts';
import { type Lang, say } from '#src/i18n/words.ts';
import { html, nothing, type View } from '../html.ts';
import { deskAt } from './address.ts';
import { type Choice, type DeskField, deskField, deskProblems, hidden, type Typed } from './fields.ts';
import { findingTabs } from './findings.ts';

/** A count with the place where its cases stand; '' for who may not go there. */
export type BriefCount = {
  readonly name: string;
  readonly value: number;
  readonly loud: boolean;
  readonly path: string;
};

/** The reports of a day in a sentence, who sent none, and whose time is not over. */
export type ReportDay = {
  readonly day: string;
  readonly name: string;
  readonly text: string;
  /** '' for nobody. */ readonly missing: string;
  readonly awaited: string;
};

/** A problem in one or two lines. */
export type BriefProblem = {
  readonly id: string;
  readonly text: string;
  readonly facts: string;
  readonly over: string;
  readonly isLinked: boolean;
};

/** A decision in words. */
export type BriefDecision = {
  readonly id: string;
  readonly what: string;
  readonly facts: string;
  /** How it stands where it is not open; ''. */ readonly ended: string;
  readonly over: string;
  readonly mayEnd: boolean;
};

export type BriefPage = {
  readonly lang: Lang;
  readonly csrf: string;
  readonly day: string;
  readonly heading: string;
  readonly lead: string;
  readonly asOf: string;
  readonly told: View;
  /** A report day each. */
  readonly reports: readonly ReportDay[];
  readonly returns: string;
  readonly maySeeReturns: boolean;
  readonly flow: string;
  /** Empty of a meeting that is past. */ readonly counts: readonly BriefCount[];
  readonly isPast: boolean;
  readonly open: string;
  readonly worst: readonly BriefProblem[];
  readonly wanted: readonly BriefProblem[];
  readonly scarce: readonly string[];
  readonly promised: string;
  readonly maySeeSupplies: boolean;
  readonly decisions: readonly BriefDecision[];
  readonly more: boolean;
  readonly taken: readonly BriefDecision[];
  /** Null for whoever writes nothing down. */ readonly add: {
    readonly draft: string;
    readonly departments: readonly Choice[];
    readonly typed: Typed;
  } | null;
  /** For a group, in Chinese. */ readonly message: string;
};

/** What is written down of a decision. */
export const decisionFields = (departments: readonly Choice[]): readonly DeskField[] => [
  { name: 'what', kind: 'text', rows: 2, label: words.what, max: 200, required: true },
  { name: 'department', kind: 'choice', label: words.department, options: departments, required: true },
  { name: 'due', kind: 'day', label: words.due, required: true },
];

const part = (id: string, title: string, inside: View): View =>
  html`<section class="brief-part" aria-labelledby="${id}"><h2 id="${id}">${title}</h2>${inside}</section>`;

const reportItem = ({ day, name, text, missing, awaited }: ReportDay, lang: Lang): View => {
  const late = missing === '' ? nothing : html`<strong class="brief-missing">${missing}</strong>`;
  const rest = awaited === '' ? nothing : html`<span class="sub">${awaited}</span>`;
  return html`<li><a href="${deskAt(lang, 'findings/', { day })}">${name}</a>${deskWords.colon[lang]}${text}${late}${rest}</li>`;
};

const reportsPart = ({ lang, reports, returns, maySeeReturns }: BriefPage): View => {
  const days =
    reports.length === 0
      ? html`<p>${words.reportsNone[lang]}</p>`
      : html`<ul class="brief-list">${reports.map(one => reportItem(one, lang))}</ul>`;
  const others = maySeeReturns
    ? html`<p><a href="${deskAt(lang, 'returns/', { day: reports.at(-1)?.day ?? '' })}">${returns}</a></p>`
    : html`<p>${returns}</p>`;
  return part('brief-reports', words.reports[lang], html`${days}${others}`);
};

const countView = ({ name, value, loud, path }: BriefCount, lang: Lang): View => {
  const number = html`<strong${loud && value > 0 ? html` class="late"` : nothing}>${value}</strong>`;
  return html`<li>${path === '' ? html`${name} ${number}` : html`<a href="${deskAt(lang, path)}">${name} ${number}</a>`}</li>`;
};

const casesPart = ({ lang, flow, counts, isPast }: BriefPage): View => {
  const now = isPast
    ? html`<p class="hint">${words.past[lang]}</p>`
    : html`<ul class="brief-counts">${counts.map(one => countView(one, lang))}</ul>`;
  return part('brief-cases', words.cases[lang], html`<p>${flow}</p>${now}`);
};

const problemItem = (one: BriefProblem, lang: Lang): View => {
  const what = one.isLinked
    ? html`<a href="${deskAt(lang, `findings/problems/${one.id}/`)}">${one.text}</a>`
    : html`${one.text}`;
  const over = one.over === '' ? nothing : html` <strong class="late">${one.over}</strong>`;
  return html`<li>${what}<span class="sub">${one.facts}${over}</span></li>`;
};

const problemsPart = ({ lang, open, worst, isPast }: BriefPage): View => {
  if (isPast) return part('brief-problems', words.problems[lang], html`<p>${open}</p>`);
  const inside =
    worst.length === 0
      ? html`<p>${words.problemsNone[lang]}</p>`
      : html`<p>${open}</p><ol class="brief-list">${worst.map(one => problemItem(one, lang))}</ol>`;
  return part('brief-problems', words.problems[lang], inside);
};

const wantedPart = ({ lang, wanted, isPast }: BriefPage): View => {
  if (isPast) return nothing;
  const inside =
    wanted.length === 0
      ? html`<p>${words.wantedNone[lang]}</p>`
      : html`<ol class="brief-list">${wanted.map(one => problemItem(one, lang))}</ol>`;
  return part('brief-wanted', words.wanted[lang], inside);
};

const suppliesPart = ({ lang, scarce, promised, maySeeSupplies, isPast }: BriefPage): View => {
  if (isPast) return nothing;
  const list =
    scarce.length === 0
      ? html`<p>${words.scarceNone[lang]}</p>`
      : html`<ul class="brief-list">${scarce.map(one => html`<li>${maySeeSupplies ? html`<a href="${deskAt(lang, 'ledger/')}">${one}</a>` : html`${one}`}</li>`)}</ul>`;
  const more = promised === '' ? nothing : html`<p>${promised}</p>`;
  return part('brief-supplies', words.supplies[lang], html`${list}${more}`);
};

const endView = (one: BriefDecision, { lang, csrf, day }: BriefPage): View => {
  if (!one.mayEnd) return nothing;
  const button = (state: 'done' | 'dropped', text: string, label: string): View =>
    html`<button class="button-quiet" type="submit" name="_act" value="${state}" aria-label="${label}">${text}</button>`;
  return html`<form class="brief-end" method="post" action="${deskAt(lang, 'brief/', { day })}">${hidden({ _csrf: csrf, decision: one.id })}${button('done', words.done[lang], say(words.doneOf, lang, { what: one.what }))}${button('dropped', words.drop[lang], say(words.dropOf, lang, { what: one.what }))}</form>`;
};

const decisionItem = (one: BriefDecision, page: BriefPage): View => {
  const over = one.over === '' ? nothing : html` <strong class="late">${one.over}</strong>`;
  const ended = one.ended === '' ? nothing : html` <span class="met">${one.ended}</span>`;
  return html`<li><div><p>${one.what}</p><p class="sub">${one.facts}${over}${ended}</p></div>${endView(one, page)}</li>`;
};

const decisionsPart = (page: BriefPage): View => {
  const { lang, decisions, more } = page;
  const inside =
    decisions.length === 0
      ? html`<p>${words.decisionsNone[lang]}</p>`
      : html`<ol class="brief-decisions">${decisions.map(one => decisionItem(one, page))}</ol>`;
  const rest = more ? html`<p class="hint">${words.decisionsMore[lang]}</p>` : nothing;
  return part('brief-decisions', words.decisions[lang], html`${inside}${rest}`);
};

const addView = ({ lang, csrf, day, add }: BriefPage): View => {
  if (!add) return nothing;
  const { draft, departments, typed } = add;
  const isTyped = Object.keys(typed.problems).length > 0;
  const fields = decisionFields(departments).map(field => deskField(field, 'd', typed, lang));
  return html`<details class="deed brief-tool"${isTyped ? html` open` : nothing}><summary>${words.add[lang]}</summary><form method="post" action="${deskAt(lang, 'brief/', { day })}">${hidden({ _csrf: csrf, _act: 'decide', id: draft })}${deskProblems('d', typed.problems, lang)}${fields}<button class="button" type="submit">${words.save[lang]}</button></form></details>`;
};

const takenPart = (page: BriefPage): View => {
  const { lang, taken } = page;
  const inside =
    taken.length === 0
      ? html`<p>${words.takenNone[lang]}</p>`
      : html`<ol class="brief-decisions">${taken.map(one => decisionItem(one, page))}</ol>`;
  return part('brief-taken', words.taken[lang], html`${inside}${addView(page)}`);
};

/** The brief of a day's meeting: one page of A4, a text for a group, and what the meeting decided. */
export const briefView = (page: BriefPage): View => {
  const { lang, day, message } = page;
  const bar = html`<div class="figures-bar brief-tool"><form class="filters-row day-form" method="get" action="${deskAt(lang, 'brief/')}"><label>${words.day[lang]}<input type="date" name="day" value="${day}" required></label><button class="button-quiet" type="submit">${words.show[lang]}</button></form><p class="button-row"><button class="button-quiet" type="button" data-print hidden>${words.print[lang]}</button></p></div>`;
  const group = html`<details class="daily-message"><summary>${words.message[lang]}</summary><div class="field"><label class="hint" for="message">${words.messageHelp[lang]}</label><textarea id="message" rows="12" lang="zh-Hans" readonly>${message}</textarea></div><p class="button-row"><button class="button-quiet" type="button" data-copy-from="#message" hidden>${words.copy[lang]}</button><span role="status" hidden>${words.copied[lang]}</span></p></details>`;
  return html`<div class="brief-tool">${findingTabs(lang, 'brief')}</div><h1>${page.heading}</h1>${page.told}<p class="lead">${page.lead}${page.asOf}</p>${bar}<div class="brief">${reportsPart(page)}${casesPart(page)}${problemsPart(page)}${wantedPart(page)}${suppliesPart(page)}${decisionsPart(page)}${takenPart(page)}</div>${group}`;
};
