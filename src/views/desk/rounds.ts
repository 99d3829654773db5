import { deskWords } from '#src/i18n/desk.ts';
import { roundWords as words } from '#src/i18n/desk-rounds.ts';
import { visitWords } from '#src/i18n/visit.ts';
import { type Lang, say } from '#src/i18n/words.ts';
import { flag, html, nothing, type View } from '../html.ts';
import { deskAt } from './address.ts';
import { shortDay, shortTime } from './clock.ts';

/** An enterprise on a list, as a line of the table. */
export type RoundLine = {
  readonly creditCode: string;
  readonly enterprise: string;
  readonly tier: string;
  /** Every so many office days. */ readonly every: number;
  readonly state: 'never' | 'late' | 'today' | 'later';
  /** A day; '' where it was never asked after. */ readonly due: string;
  readonly lastAt: string;
  readonly lastBy: string;
  readonly department: string;
  readonly area: string;
};

export type RoundsPage = {
  readonly lang: Lang;
  readonly now: Date;
  readonly view: 'due' | 'all';
  /** The list that is looked at; '' for every one. */ readonly tier: string;
  readonly tiers: readonly (readonly [string, string])[];
  readonly rows: readonly RoundLine[];
  readonly page: number;
  readonly last: number;
  /** Of whoever looks: on a list, to be asked after today, late. */
  readonly all: number;
  readonly due: number;
  readonly late: number;
};

/** By when: today, a day, or at once where nobody ever asked. */
const roundDue = ({ state, due }: RoundLine, lang: Lang): View => {
  if (state === 'never' || state === 'today') return html`${words.now[lang]}`;
  return html`<time datetime="${due}">${shortDay(due, lang)}</time>`;
};

/** What is wrong, in words; nothing where all is well. */
export const roundFlag = ({ state }: RoundLine, lang: Lang): View => {
  if (state === 'late') return html` <span class="flag loud">${words.late[lang]}</span>`;
  return state === 'never' ? html` <span class="flag">${words.never[lang]}</span>` : nothing;
};

export const tierIn = ({ tier, every }: RoundLine, lang: Lang): string =>
  say(every === 1 ? words.daily : words.every, lang, { tier, n: every });

/** When and by whom it was asked after last; '' where never. */
export const lastIn = ({ lastAt, lastBy }: RoundLine, now: Date, lang: Lang): string =>
  lastAt === '' ? '' : say(words.by, lang, { who: lastBy, at: shortTime(lastAt, now, lang) });

const rowView = ({ lang, now }: RoundsPage, row: RoundLine): View =>
  html`<tr data-row><td class="due">${roundDue(row, lang)}${roundFlag(row, lang)}</td><td class="what"><a href="${deskAt(lang, `rounds/${row.creditCode}/`)}">${row.enterprise}</a><span class="sub">${tierIn(row, lang)}</span></td><td class="state">${lastIn(row, now, lang)}</td><td class="who">${row.department}</td><td class="area">${row.area}</td></tr>`;

const tableView = (page: RoundsPage): View => {
  const { lang, rows, all } = page;
  if (rows.length === 0) return html`<p class="empty">${words[all === 0 ? 'noneAtAll' : 'none'][lang]}</p>`;
  const heads = [words.when, words.enterprise, words.last, words.who, words.area];
  return html`<table class="queue visits"><thead><tr>${heads.map(head => html`<th scope="col">${head[lang]}</th>`)}</tr></thead><tbody>${rows.map(row => rowView(page, row))}</tbody></table>`;
};

const pagingView = ({ lang, view, tier, page, last }: RoundsPage): View => {
  if (last === 1) return nothing;
  const to = (n: number): string => deskAt(lang, 'rounds/', { view, tier, page: n === 1 ? '' : String(n) });
  const back =
    page > 1
      ? html`<a class="button-quiet" rel="prev" href="${to(page - 1)}">${deskWords.newer[lang]}</a>`
      : nothing;
  const more =
    page < last
      ? html`<a class="button-quiet" rel="next" href="${to(page + 1)}">${deskWords.older[lang]}</a>`
      : nothing;
  return html`<p class="button-row paging">${back}${more}</p>`;
};

const narrowView = ({ lang, view, tier, tiers }: RoundsPage): View =>
  tiers.length < 2
    ? nothing
    : html`<form class="visits-narrow" method="get" action="${deskAt(lang, 'rounds/')}"><input type="hidden" name="view" value="${view}"><label>${words.tier[lang]}<select name="tier"><option value="">${words.everyTier[lang]}</option>${tiers.map(([code, name]) => html`<option value="${code}"${flag('selected', code === tier)}>${name}</option>`)}</select></label><button class="button-quiet" type="submit">${visitWords.show[lang]}</button></form>`;

/** Whom to ask after today, late ones on top; or everybody on a list. */
export const roundsView = (page: RoundsPage): View => {
  const { lang, view, all, due, late, tier } = page;
  const tab = (name: RoundsPage['view']): View =>
    html`<li class="view"><a href="${deskAt(lang, 'rounds/', { view: name === 'due' ? '' : name, tier })}"${name === view ? html` aria-current="page"` : nothing}>${words[name][lang]}</a></li>`;
  return html`<h1>${words.title[lang]}</h1><p class="lead">${words.lead[lang]}</p><p>${say(words.sum, lang, { all, due, late })}</p><nav class="visit-tabs" aria-label="${words.views[lang]}"><ul>${tab('due')}${tab('all')}</ul></nav>${narrowView(page)}${tableView(page)}${pagingView(page)}`;
};
