import { deskWords } from '#src/i18n/desk.ts';
import { wayWords, returnWords as words } from '#src/i18n/desk-returns.ts';
import { type Lang, say } from '#src/i18n/words.ts';
import { flag, html, nothing, type View } from '../html.ts';
import { deskAt } from './address.ts';
import type { Choice } from './fields.ts';
import { hidden } from './fields.ts';
import { pagingView } from './paging.ts';

/** The two parts of reopening at the desk. */
export const reopeningTabs = (lang: Lang, here: 'returns' | 'order', hasOrder: boolean): View => {
  const tab = (name: 'returns' | 'order', path: string): View =>
    html`<li><a href="${deskAt(lang, path)}"${name === here ? html` aria-current="page"` : nothing}>${(name === 'order' ? words.order : words.title)[lang]}</a></li>`;
  return hasOrder
    ? html`<nav class="tabs" aria-label="${words.tabs[lang]}"><ul>${tab('returns', 'returns/')}${tab('order', 'order/')}</ul></nav>`
    : nothing;
};

/** How a return stands; `awaited` while its time is not over. */
export type Standing = 'missing' | 'awaited' | 'namesake' | 'held' | 'late' | 'filed' | 'beside';

/** An enterprise as a line of the list. */
export type ReturnLine = {
  readonly firm: string;
  readonly name: string;
  readonly creditCode: string;
  readonly area: string;
  readonly line: string;
  /** Number of its filing; '' where it has none. */ readonly number: string;
  readonly standing: Standing;
  /** Number of its return; ''. */ readonly returnNumber: string;
  /** What it said, in words, the first thing first. */ readonly said: readonly string[];
  readonly loud: boolean;
  readonly at: string;
  readonly chased: string;
};

export type Figure = {
  readonly label: string;
  /** '' where nobody said. */ readonly value: string;
  readonly basis: string;
};

export type ReturnsPage = {
  readonly lang: Lang;
  readonly csrf: string;
  readonly day: string;
  readonly lead: string;
  readonly behind: boolean;
  readonly told: View;
  readonly hasOrder: boolean;
  readonly filter: { readonly area: string; readonly line: string; readonly which: string };
  readonly areas: readonly Choice[];
  readonly lines: readonly Choice[];
  readonly whiches: readonly Choice[];
  readonly figures: readonly Figure[];
  /** Name, due, in time, late, to be looked at, missing. */
  readonly byArea: readonly { readonly name: string; readonly counts: readonly number[] }[];
  readonly isOver: boolean;
  readonly rows: readonly ReturnLine[];
  readonly next: string;
  readonly beside: number;
  /** An id for what is chased from this page; '' for whoever chases nobody. */ readonly draft: string;
};

const addressOf = ({ lang, day, filter }: ReturnsPage, more: Readonly<Record<string, string>> = {}): string =>
  deskAt(lang, 'returns/', { day, ...filter, ...more });

const select = (
  lang: Lang,
  name: 'area' | 'line' | 'which',
  value: string,
  choices: readonly Choice[],
): View =>
  html`<label>${words[name][lang]}<select name="${name}"><option value="">${words.every[lang]}</option>${choices.map(([code, label]) => html`<option value="${code}"${flag('selected', code === value)}>${label[lang]}</option>`)}</select></label>`;

const filtersView = ({ lang, day, filter, areas, lines, whiches }: ReturnsPage): View =>
  html`<form class="filters-row ledger-filters" method="get" action="${deskAt(lang, 'returns/')}"><label>${words.day[lang]}<input type="date" name="day" value="${day}" required></label>${select(lang, 'which', filter.which, whiches)}${select(lang, 'area', filter.area, areas)}${select(lang, 'line', filter.line, lines)}<button class="button-quiet" type="submit">${words.show[lang]}</button></form>`;

const figuresView = ({ lang, figures }: ReturnsPage): View =>
  html`<section class="totals returns-figures" aria-labelledby="figures"><h2 id="figures">${words.figures[lang]}</h2><table><thead><tr><th scope="col">${words.figure[lang]}</th><th scope="col">${words.value[lang]}</th><th scope="col">${words.basis[lang]}</th></tr></thead><tbody>${figures.map(
    ({ label, value, basis }) =>
      html`<tr><th scope="row">${label}</th><td>${value || html`<span class="quiet">${words.unknown[lang]}</span>`}</td><td>${basis}</td></tr>`,
  )}</tbody></table><p class="hint">${words.note[lang]}</p></section>`;

const areasView = ({ lang, byArea, isOver }: ReturnsPage): View => {
  if (byArea.length < 2) return nothing;
  const heads = [
    words.area,
    words.due,
    words.filed,
    words.late,
    words.unclear,
    isOver ? words.missing : words.awaited,
  ];
  return html`<section class="totals returns-areas" aria-labelledby="areas"><h2 id="areas">${words.byArea[lang]}</h2><table><thead><tr>${heads.map(head => html`<th scope="col">${head[lang]}</th>`)}</tr></thead><tbody>${byArea.map(
    ({ name, counts }) =>
      html`<tr><th scope="row">${name}</th>${counts.map(count => html`<td>${count}</td>`)}</tr>`,
  )}</tbody></table></section>`;
};

const mayChase = ({ draft }: ReturnsPage, row: ReturnLine): boolean =>
  draft !== '' && ['missing', 'awaited', 'namesake'].includes(row.standing);

const rowView = (page: ReturnsPage, row: ReturnLine, index: number): View => {
  const { lang } = page;
  const name =
    row.number === ''
      ? html`<b>${row.name}</b>`
      : html`<a href="${deskAt(lang, `cases/${row.number}/`)}">${row.name}</a>`;
  const tick = mayChase(page, row)
    ? html`<label class="choose"><span class="visually-hidden">${say(words.choose, lang, { name: row.name })}</span><input type="checkbox" name="f.${index}" value="${row.firm}" form="chase"></label>`
    : nothing;
  // What is unusual is marked; the rest follows in small.
  const marked = row.loud ? html` <span class="flag loud">${words.problem[lang]}</span>` : nothing;
  const said = row.said.length > 0 ? html`<p class="sub">${row.said.join(' · ')}</p>` : nothing;
  const link =
    row.returnNumber === ''
      ? nothing
      : html`<p class="sub"><a href="${deskAt(lang, `cases/${row.returnNumber}/`)}">${words.theReturn[lang]}</a> ${row.at}</p>`;
  const chased = row.chased === '' ? nothing : html`<p class="sub">${row.chased}</p>`;
  const loud = row.standing === 'missing' ? ' loud' : '';
  return html`<li class="return-row" data-row><div class="return-tick">${tick}</div><div class="need-what">${name}<p class="sub">${[row.creditCode || words.noCode[lang], row.area, row.line].join(' · ')}</p></div><div class="return-state"><p><span class="flag${loud}">${words[row.standing][lang]}</span>${marked}</p>${said}${chased}${link}</div></li>`;
};

const chaseView = (page: ReturnsPage): View => {
  const { lang, csrf, day, draft, filter, rows } = page;
  if (!rows.some(row => mayChase(page, row))) return nothing;
  return html`<form class="bulk" id="chase" method="post" action="${deskAt(lang, 'returns/')}">${hidden({ _csrf: csrf, draft, day, ...filter })}<h2>${words.chaseTitle[lang]}</h2><p class="hint">${words.chaseHelp[lang]}</p><div class="field"><label for="way">${words.way[lang]}</label><select id="way" name="way"><option value="">${deskWords.choose[lang]}</option>${Object.entries(wayWords).map(([code, name]) => html`<option value="${code}">${name[lang]}</option>`)}</select></div><button class="button" type="submit">${words.preview[lang]}</button></form>`;
};

const listView = (page: ReturnsPage): View => {
  const { lang, rows, next, filter } = page;
  const isBeside = filter.which === 'beside';
  if (rows.length === 0) return html`<p class="empty">${words[isBeside ? 'besideNone' : 'none'][lang]}</p>`;
  const more = pagingView(lang, next ? addressOf(page, { after: next }) : '');
  return html`${isBeside ? html`<p>${words.besideLead[lang]}</p>` : nothing}<ul class="needs returns">${rows.map((row, index) => rowView(page, row, index))}</ul>${more}${chaseView(page)}`;
};

/** The returns of a day: what is missing on top, then what came; figures with how many they rest on. */
export const returnsView = (page: ReturnsPage): View => {
  const { lang, day, beside, filter } = page;
  const others =
    beside > 0 && filter.which !== 'beside'
      ? html`<p><a href="${deskAt(lang, 'returns/', { day, which: 'beside' })}">${say(words.besideCount, lang, { n: beside })}</a></p>`
      : nothing;
  const behind = page.behind ? html`<p class="hint" role="status">${words.behind[lang]}</p>` : nothing;
  return html`<h1>${words.title[lang]}</h1>${reopeningTabs(lang, 'returns', page.hasOrder)}${page.told}<p class="lead">${page.lead}</p>${behind}${filtersView(page)}${listView(page)}${others}${figuresView(page)}${areasView(page)}<p class="returns-export"><a href="${deskAt(lang, 'returns/returns.xlsx', { day })}" download>${words.export[lang]}</a></p>`;
};

export type ChasePreview = {
  readonly lang: Lang;
  readonly csrf: string;
  readonly day: string;
  readonly dayShown: string;
  readonly draft: string;
  readonly way: string;
  readonly filter: ReturnsPage['filter'];
  readonly rows: readonly { readonly firm: string; readonly name: string; readonly fine: boolean }[];
};

/** Who will be recorded as chased, before it is recorded. */
export const chasePreview = (page: ChasePreview): View => {
  const { lang, csrf, day, draft, way, filter, rows } = page;
  const fine = rows.filter(row => row.fine);
  const wayIn = Object.entries(wayWords).find(([code]) => code === way)?.[1][lang] ?? '';
  const sent = {
    _csrf: csrf,
    draft,
    day,
    way,
    ...filter,
    ...Object.fromEntries(fine.map((row, index) => [`f.${index}`, row.firm])),
  };
  const go =
    fine.length === 0
      ? nothing
      : html`<button class="button" type="submit" name="_sure" value="yes">${say(words.confirm, lang, { n: fine.length })}</button> `;
  return html`<h1>${say(words.previewTitle, lang, { n: fine.length })}</h1><p class="lead">${say(words.previewLead, lang, { day: page.dayShown, way: wayIn })}</p><ul class="allocations">${rows.map(
    row =>
      html`<li class="allocation"><p>${row.name}</p>${row.fine ? nothing : html`<p class="sub">${words.reported[lang]}</p>`}</li>`,
  )}</ul><form method="post" action="${deskAt(lang, 'returns/')}">${hidden(sent)}<p class="button-row">${go}<a class="button-quiet" href="${deskAt(lang, 'returns/', { day, ...filter })}">${words.back[lang]}</a></p></form>`;
};
