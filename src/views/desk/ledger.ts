import { ledgerWords as words } from '#src/i18n/desk-ledger.ts';
import { type Lang, say } from '#src/i18n/words.ts';
import { flag, html, nothing, type View } from '../html.ts';
import { deskAt } from './address.ts';
import type { Choice } from './fields.ts';
import { barView, dayView, ledgerTabs, missingView, type NeedLine, sumsIn } from './ledger-parts.ts';
import { pagingView } from './paging.ts';

/** Which needs may be looked at. */
export const needsWanted = ['unmet', 'open', 'all'] as const;

export type NeedsPage = {
  readonly lang: Lang;
  readonly rows: readonly NeedLine[];
  readonly which: (typeof needsWanted)[number];
  readonly item: string;
  readonly area: string;
  readonly items: readonly Choice[];
  readonly areas: readonly Choice[];
  /** Where the next page begins; ''. */ readonly next: string;
  readonly behind: boolean;
};

const rowView = (need: NeedLine, lang: Lang): View => {
  const href = deskAt(lang, `ledger/needs/${need.id}/`);
  const reason =
    need.reason === ''
      ? nothing
      : html`<p class="sub">${say(words.reason, lang, { reason: need.reason })}</p>`;
  return html`<li class="need" data-row><div class="need-what"><a href="${href}">${need.enterprise}</a><p class="sub">${need.item} · ${need.area} · ${need.shown}</p>${reason}</div><div class="need-sum"><p>${missingView(need, lang)}</p>${barView(need.shares)}<p class="sub">${sumsIn(need, lang)}</p></div><p class="need-when">${dayView(need, lang)}</p></li>`;
};

const select = (lang: Lang, name: 'item' | 'area', value: string, choices: readonly Choice[]): View =>
  html`<label>${words[name][lang]}<select name="${name}"><option value="">${words.every[lang]}</option>${choices.map(([code, label]) => html`<option value="${code}"${flag('selected', code === value)}>${label[lang]}</option>`)}</select></label>`;

const filtersView = ({ lang, which, item, area, items, areas }: NeedsPage): View =>
  html`<form class="filters-row ledger-filters" method="get" action="${deskAt(lang, 'ledger/')}"><label>${words.which[lang]}<select name="which">${needsWanted.map(code => html`<option value="${code}"${flag('selected', code === which)}>${words[code][lang]}</option>`)}</select></label>${select(lang, 'item', item, items)}${select(lang, 'area', area, areas)}<button class="button-quiet" type="submit">${words.apply[lang]}</button></form>`;

/** Needs: what is missing and critical for long on top, with filters, a page at a time. */
export const needsView = (page: NeedsPage): View => {
  const { lang, rows, which, next, item, area } = page;
  const list =
    rows.length === 0
      ? html`<p class="empty">${which === 'unmet' ? words.none[lang] : words.noneAll[lang]}</p>`
      : html`<ul class="needs">${rows.map(row => rowView(row, lang))}</ul>`;
  const more = pagingView(lang, next ? deskAt(lang, 'ledger/', { which, item, area, after: next }) : '');
  const behind = page.behind ? html`<p class="hint" role="status">${words.behind[lang]}</p>` : nothing;
  return html`<h1>${words.title[lang]}</h1>${ledgerTabs(lang, 'needs')}<p class="lead">${words.lead[lang]}</p>${behind}${filtersView(page)}${list}${more}`;
};
