import { lossWords, needWords, lotWords as words } from '#src/i18n/desk-ledger.ts';
import { type Lang, say } from '#src/i18n/words.ts';
import { html, nothing, type View } from '../html.ts';
import { deskAt } from './address.ts';
import { type Choice, type DeskField, deskField, deskProblems, hidden, type Typed } from './fields.ts';
import { barView, ledgerTabs } from './ledger-parts.ts';
import { pagingView } from './paging.ts';

export type LotLine = {
  readonly id: string;
  readonly item: string;
  readonly spec: string;
  readonly source: string;
  readonly left: string;
  readonly free: boolean;
  readonly quantity: string;
  readonly committed: string;
  readonly delivered: string;
  readonly lost: string;
  /** Where it lies, when it came, until when it may be used. */ readonly facts: string;
  /** The number of the donation's case, as it is stored and as it is shown; ''. */ readonly origin: string;
  readonly originShown: string;
  readonly shares: readonly [number, number];
};

export type LotChoices = {
  readonly sources: readonly Choice[];
  readonly items: readonly Choice[];
  readonly units: readonly Choice[];
  readonly areas: readonly Choice[];
};

export type LotsPage = {
  readonly lang: Lang;
  readonly csrf: string;
  readonly rows: readonly LotLine[];
  readonly item: string;
  readonly next: string;
  readonly choices: LotChoices;
  readonly mayKeep: boolean;
  /** For the lot that would be booked. */ readonly draft: string;
  readonly typed: Typed;
  readonly told: View;
};

/** What a lot is booked by, in its order on the page. */
export const lotFields = ({ sources, items, units, areas }: LotChoices): readonly DeskField[] => [
  { name: 'item', label: words.item, kind: 'choice', options: items, required: true },
  { name: 'spec', label: words.spec, kind: 'line', max: 80, help: words.specHelp },
  {
    name: 'quantity',
    label: words.quantity,
    kind: 'line',
    max: 16,
    required: true,
    help: words.quantityHelp,
  },
  { name: 'unit', label: words.unit, kind: 'choice', options: units, required: true },
  { name: 'source', label: words.source, kind: 'choice', options: sources, required: true },
  { name: 'origin', label: words.origin, kind: 'line', max: 20, help: words.originHelp },
  { name: 'area', label: words.area, kind: 'choice', options: areas, required: true },
  { name: 'place', label: words.place, kind: 'line', max: 40 },
  { name: 'arrivedOn', label: words.arrivedOn, kind: 'day', required: true },
  { name: 'expiresOn', label: words.expiresOn, kind: 'day' },
];

const sumsOf = ({ quantity, committed, delivered, lost }: LotLine, lang: Lang): string =>
  say(words.sums, lang, { quantity, committed, delivered, lost });

const nameOf = ({ item, spec }: LotLine): string => (spec === '' ? item : `${item} · ${spec}`);

const rowView = (lot: LotLine, lang: Lang): View =>
  html`<li class="need" data-row><div class="need-what"><a href="${deskAt(lang, `ledger/lots/${lot.id}/`)}">${nameOf(lot)}</a><p class="sub">${lot.source} · ${lot.facts}</p></div><div class="need-sum"><p><strong>${say(words.left, lang, { amount: lot.left })}</strong></p>${barView(lot.shares)}<p class="sub">${sumsOf(lot, lang)}</p></div></li>`;

const addView = (page: LotsPage): View => {
  const { lang, csrf, draft, typed, choices } = page;
  const fields = lotFields(choices).map(field => deskField(field, 'l', typed, lang));
  const isTyped = Object.keys(typed.problems).length > 0;
  return html`<details class="deed" id="add"${isTyped ? html` open` : nothing}><summary>${words.addTitle[lang]}</summary><form method="post" action="${deskAt(lang, 'ledger/lots/')}">${hidden({ _csrf: csrf, id: draft })}${deskProblems('l', typed.problems, lang)}<div class="lot-fields">${fields}</div><button class="button" type="submit">${words.add[lang]}</button></form></details>`;
};

/** Stock, the newest first, and the form that books a lot. */
export const lotsView = (page: LotsPage): View => {
  const { lang, rows, next, item } = page;
  const list =
    rows.length === 0
      ? html`<p class="empty">${words.none[lang]}</p>`
      : html`<ul class="needs">${rows.map(row => rowView(row, lang))}</ul>`;
  const more = pagingView(lang, next ? deskAt(lang, 'ledger/lots/', { item, after: next }) : '');
  return html`<h1>${words.title[lang]}</h1>${page.told}${ledgerTabs(lang, 'lots')}<p class="lead">${words.lead[lang]}</p>${page.mayKeep ? addView(page) : nothing}${list}${more}`;
};

export type LotPage = {
  readonly lang: Lang;
  readonly csrf: string;
  readonly lot: LotLine;
  readonly unit: string;
  readonly allocations: readonly {
    readonly needId: string;
    readonly enterprise: string;
    readonly amount: string;
    readonly state: string;
  }[];
  readonly movements: readonly { readonly at: string; readonly text: string; readonly who: string }[];
  /** The number before which older movements begin; 0 for none. */ readonly older: number;
  readonly mayKeep: boolean;
  readonly told: View;
};

const lossView = ({ lang, csrf, lot, unit, mayKeep }: LotPage): View => {
  if (!mayKeep || !lot.free) return nothing;
  const options = Object.entries(lossWords).map(([code, label]): Choice => [code, label]);
  const reason: DeskField = {
    name: 'reason',
    label: words.lossLabel,
    kind: 'choice',
    options,
    required: true,
  };
  const label = say(words.lossQuantity, lang, { unit });
  return html`<details class="deed"><summary>${words.lossTitle[lang]}</summary><form method="post" action="${deskAt(lang, `ledger/lots/${lot.id}/`)}">${hidden({ _csrf: csrf })}<div class="field"><label for="loss-quantity">${label}</label><input id="loss-quantity" name="quantity" inputmode="decimal" autocomplete="off" maxlength="16" required></div>${deskField(reason, 'loss', { values: {}, problems: {} }, lang)}<button class="button" type="submit">${words.loss[lang]}</button></form></details>`;
};

/** One lot: what is left, for whom it was set aside, every movement. */
export const lotView = (page: LotPage): View => {
  const { lang, lot, allocations, movements, older } = page;
  const origin =
    lot.origin === ''
      ? nothing
      : html` · <a href="${deskAt(lang, `cases/${lot.origin}/`)}">${lot.originShown}</a>`;
  const go =
    lot.free && page.mayKeep
      ? html`<p class="button-row"><a class="button" href="${deskAt(lang, 'ledger/allocate/', { lot: lot.id })}">${words.allocate[lang]}</a></p>`
      : nothing;
  const given =
    allocations.length === 0
      ? html`<p class="empty">${needWords.nothing[lang]}</p>`
      : html`<ul class="allocations">${allocations.map(one => html`<li class="allocation"><p><a href="${deskAt(lang, `ledger/needs/${one.needId}/`)}">${one.enterprise}</a> <strong>${one.amount}</strong></p><p class="sub">${one.state}</p></li>`)}</ul>`;
  const more = pagingView(
    lang,
    older === 0 ? '' : deskAt(lang, `ledger/lots/${lot.id}/`, { before: String(older) }),
  );
  return html`${ledgerTabs(lang, '')}<h1>${nameOf(lot)}</h1>${page.told}<p class="lead">${lot.source} · ${lot.facts}${origin}</p><section class="need-card"><p class="need-missing"><strong>${say(words.left, lang, { amount: lot.left })}</strong></p>${barView(lot.shares)}<p class="sub">${sumsOf(lot, lang)}</p>${go}</section><h2>${words.allocations[lang]}</h2>${given}<h2>${words.movements[lang]}</h2><ol class="movements">${movements.map(one => html`<li><span class="quiet">${one.at}</span> ${one.text} <span class="quiet">${one.who}</span></li>`)}</ol>${more}${lossView(page)}`;
};
