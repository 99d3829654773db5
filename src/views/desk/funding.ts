import { fundingWords as words } from '#src/i18n/desk-funding.ts';
import { type Lang, say } from '#src/i18n/words.ts';
import { flag, html, nothing, type View } from '../html.ts';
import { deskAt } from './address.ts';
import type { Choice } from './fields.ts';
import { barView, ledgerTabs } from './ledger-parts.ts';
import { pagingView } from './paging.ts';

/** One row of sums, in words. */
export type SumLine = {
  readonly name: string;
  /** Where its cases are listed; '' for none. */ readonly href: string;
  readonly count: string;
  readonly asked: string;
  readonly approved: string;
  readonly disbursed: string;
  readonly lapsed: string;
};

/** One case of the list, in words. */
export type FundingItem = {
  readonly number: string;
  readonly shown: string;
  readonly enterprise: string;
  readonly area: string;
  readonly stage: string;
  readonly asked: string;
  readonly approved: string;
  readonly disbursed: string;
  readonly follow: string;
  readonly late: boolean;
  /** Shares of what was asked, in hundredths: paid out, then approved. */ readonly shares: readonly [
    number,
    number,
  ];
};

export type FundingPage = {
  readonly lang: Lang;
  readonly stages: readonly SumLine[];
  readonly total: SumLine;
  /** What is not in the sum; ''. */ readonly beside: string;
  readonly banks: readonly SumLine[];
  readonly rows: readonly FundingItem[];
  readonly chosen: {
    readonly stage: string;
    readonly area: string;
    readonly due: string;
    readonly bank: string;
  };
  readonly stageChoices: readonly Choice[];
  readonly areas: readonly Choice[];
  readonly next: string;
  readonly behind: boolean;
  readonly mayHandOver: boolean;
};

const cells = ({ count, asked, approved, disbursed, lapsed }: SumLine): View =>
  html`<td>${count}</td><td>${asked}</td><td>${approved}</td><td>${disbursed}</td><td>${lapsed}</td>`;

const sumRow = (line: SumLine): View =>
  html`<tr><th scope="row">${line.href === '' ? line.name : html`<a href="${line.href}">${line.name}</a>`}</th>${cells(line)}</tr>`;

const tableView = (
  lang: Lang,
  first: string,
  asked: string,
  rows: readonly View[],
  foot: View,
  id: string,
): View => {
  const heads = [
    first,
    words.count[lang],
    asked,
    words.approved[lang],
    words.disbursed[lang],
    words.lapsed[lang],
  ];
  return html`<div class="scroll sums" role="region" aria-labelledby="${id}" tabindex="0"><table><thead><tr>${heads.map(head => html`<th scope="col">${head}</th>`)}</tr></thead><tbody>${rows}</tbody>${foot}</table></div>`;
};

const sumsView = (page: FundingPage): View => {
  const { lang, stages, total, beside } = page;
  const foot = html`<tfoot><tr><th scope="row">${total.name}</th>${cells(total)}</tr></tfoot>`;
  const note = beside === '' ? nothing : html`<p class="hint">${beside}</p>`;
  return html`<h2 class="ledger-part" id="stages">${words.stage[lang]}</h2>${tableView(lang, words.stage[lang], words.asked[lang], stages.map(sumRow), foot, 'stages')}${note}`;
};

const banksView = ({ lang, banks }: FundingPage): View =>
  banks.length === 0
    ? nothing
    : html`<details class="order"><summary id="banks">${words.banks[lang]}</summary><p class="hint">${words.banksLead[lang]}</p>${tableView(lang, words.bank[lang], words.passed[lang], banks.map(sumRow), nothing, 'banks')}</details>`;

const select = (lang: Lang, label: string, name: string, value: string, choices: readonly Choice[]): View =>
  html`<label>${label}<select name="${name}"><option value="">${words.every[lang]}</option>${choices.map(([code, one]) => html`<option value="${code}"${flag('selected', code === value)}>${one[lang]}</option>`)}</select></label>`;

const filtersView = ({ lang, chosen, stageChoices, areas }: FundingPage): View => {
  const bank = chosen.bank === '' ? nothing : html`<input type="hidden" name="bank" value="${chosen.bank}">`;
  return html`<form class="filters-row ledger-filters" method="get" action="${deskAt(lang, 'funding/')}">${select(lang, words.stage[lang], 'stage', chosen.stage, stageChoices)}${select(lang, words.area[lang], 'area', chosen.area, areas)}${select(lang, words.due[lang], 'due', chosen.due, [['now', words.dueNow]])}${bank}<button class="button-quiet" type="submit">${words.apply[lang]}</button></form>`;
};

const rowView = (row: FundingItem, lang: Lang): View => {
  const sums =
    row.shares[0] + row.shares[1] > 0
      ? html`${barView(row.shares)}<p class="sub">${say(words.sums, lang, { approved: row.approved, disbursed: row.disbursed })}</p>`
      : nothing;
  const follow = row.late ? html`<strong class="late">${row.follow}</strong>` : html`${row.follow}`;
  return html`<li class="need" data-row><div class="need-what"><a href="${deskAt(lang, `funding/${row.number}/`)}">${row.enterprise}</a><p class="sub">${row.stage} · ${row.area} · ${row.shown}</p></div><div class="need-sum"><p><strong>${say(words.ask, lang, { amount: row.asked })}</strong></p>${sums}</div><p class="need-when">${follow}</p></li>`;
};

/** The pipeline: sums that add up, banks, and the cases, what is to be followed up first on top. */
export const fundingView = (page: FundingPage): View => {
  const { lang, rows, chosen, next } = page;
  const isNarrow = Object.values(chosen).some(Boolean);
  const list =
    rows.length === 0
      ? html`<p class="empty">${isNarrow ? words.none[lang] : words.noneAll[lang]}</p>`
      : html`<ul class="needs">${rows.map(row => rowView(row, lang))}</ul>`;
  const more = pagingView(lang, next ? deskAt(lang, 'funding/', { ...chosen, after: next }) : '');
  const behind = page.behind ? html`<p class="hint" role="status">${words.behind[lang]}</p>` : nothing;
  const go = page.mayHandOver
    ? html`<p class="button-row"><a class="button" href="${deskAt(lang, 'hand-over/')}">${words.handOver[lang]}</a></p>`
    : nothing;
  return html`<h1>${words.title[lang]}</h1>${ledgerTabs(lang, 'funding')}<p class="lead">${words.lead[lang]}</p>${behind}${sumsView(page)}${banksView(page)}${go}<h2 class="ledger-part">${words.list[lang]}</h2>${filtersView(page)}${list}${more}`;
};
