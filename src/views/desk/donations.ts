import { donationWords as words } from '#src/i18n/desk-donations.ts';
import { type Lang, prefix } from '#src/i18n/words.ts';
import { flag, html, nothing, type View } from '../html.ts';
import { deskAt } from './address.ts';
import type { Choice } from './fields.ts';
import { ledgerTabs } from './ledger-parts.ts';
import { pagingView } from './paging.ts';

/** One row of sums, in words. */
export type GiftSum = {
  readonly name: string;
  /** Where its donations are listed; '' for none. */ readonly href: string;
  readonly count: string;
  readonly offered: string;
  readonly money: string;
  readonly value: string;
};

/** One donation of the list, in words. */
export type DonationItem = {
  readonly number: string;
  readonly enterprise: string;
  /** Where it stands, where it is from, its number. */ readonly sub: string;
  readonly sum: string;
  readonly naming: string;
};

export type DonationsPage = {
  readonly lang: Lang;
  readonly stages: readonly GiftSum[];
  readonly total: GiftSum;
  /** What is not in the sum; ''. */ readonly beside: string;
  readonly rows: readonly DonationItem[];
  readonly chosen: { readonly stage: string; readonly kind: string };
  readonly stageChoices: readonly Choice[];
  readonly next: string;
  readonly behind: boolean;
};

const cells = ({ count, offered, money, value }: GiftSum): View =>
  html`<td>${count}</td><td>${offered}</td><td>${money}</td><td>${value}</td>`;

const sumRow = (line: GiftSum): View =>
  html`<tr><th scope="row"><a href="${line.href}">${line.name}</a></th>${cells(line)}</tr>`;

const sumsView = ({ lang, stages, total, beside }: DonationsPage): View => {
  const heads = [words.stage, words.count, words.offered, words.money, words.value];
  const note = beside === '' ? nothing : html`<p class="hint">${beside}</p>`;
  return html`<h2 class="ledger-part" id="stages">${words.stage[lang]}</h2><div class="scroll sums" role="region" aria-labelledby="stages" tabindex="0"><table><thead><tr>${heads.map(head => html`<th scope="col">${head[lang]}</th>`)}</tr></thead><tbody>${stages.map(sumRow)}</tbody><tfoot><tr><th scope="row">${total.name}</th>${cells(total)}</tr></tfoot></table></div>${note}`;
};

const select = (lang: Lang, label: string, name: string, value: string, choices: readonly Choice[]): View =>
  html`<label>${label}<select name="${name}"><option value="">${words.every[lang]}</option>${choices.map(([code, one]) => html`<option value="${code}"${flag('selected', code === value)}>${one[lang]}</option>`)}</select></label>`;

const kinds: readonly Choice[] = [
  ['money', words.gaveMoney],
  ['goods', words.gaveGoods],
];

const filtersView = ({ lang, chosen, stageChoices }: DonationsPage): View =>
  html`<form class="filters-row ledger-filters" method="get" action="${deskAt(lang, 'donations/')}">${select(lang, words.stage[lang], 'stage', chosen.stage, stageChoices)}${select(lang, words.kind[lang], 'kind', chosen.kind, kinds)}<button class="button-quiet" type="submit">${words.apply[lang]}</button></form>`;

const rowView = (row: DonationItem, lang: Lang): View =>
  html`<li class="need" data-row><div class="need-what"><a href="${deskAt(lang, `donations/${row.number}/`)}">${row.enterprise}</a><p class="sub">${row.sub}</p></div><p class="need-sum"><strong>${row.sum}</strong></p><p class="need-when">${row.naming}</p></li>`;

/** The register: sums that add up, and the donations, the newest on top. */
export const donationsView = (page: DonationsPage): View => {
  const { lang, rows, chosen, next } = page;
  const isNarrow = Object.values(chosen).some(Boolean);
  const list =
    rows.length === 0
      ? html`<p class="empty">${isNarrow ? words.none[lang] : words.noneAll[lang]}</p>`
      : html`<ul class="needs">${rows.map(row => rowView(row, lang))}</ul>`;
  const more = pagingView(lang, next ? deskAt(lang, 'donations/', { ...chosen, after: next }) : '');
  const behind = page.behind ? html`<p class="hint" role="status">${words.behind[lang]}</p>` : nothing;
  const roll = html`<p class="hint"><a href="${prefix(lang)}/donations/">${words.roll[lang]}</a></p>`;
  return html`<h1>${words.title[lang]}</h1>${ledgerTabs(lang, 'donations')}<p class="lead">${words.lead[lang]}</p>${behind}${sumsView(page)}${roll}<h2 class="ledger-part">${words.list[lang]}</h2>${filtersView(page)}${list}${more}`;
};
