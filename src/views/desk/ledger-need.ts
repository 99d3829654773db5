import { ledgerWords, needWords as words } from '#src/i18n/desk-ledger.ts';
import { unmetWords } from '#src/i18n/ledger.ts';
import { type Lang, say } from '#src/i18n/words.ts';
import { html, nothing, type View } from '../html.ts';
import { deskAt } from './address.ts';
import { type Choice, deskField, hidden, untyped } from './fields.ts';
import { barView, dayView, ledgerTabs, missingView, type NeedLine, sumsIn } from './ledger-parts.ts';

/** A lot or an offer that might meet a need. */
export type SuggestedLine = {
  readonly kind: 'lot' | 'offer';
  readonly id: string;
  readonly name: string;
  readonly left: string;
  readonly reasons: readonly string[];
  /** How much of the need it meets, as it is typed. */ readonly amount: string;
  /** The case of an offer, where it may be opened; ''. */ readonly number: string;
  readonly published: boolean;
};

export const settlings = ['delivered', 'cancelled', 'returned'] as const;
export type Settling = (typeof settlings)[number];

/** Something that was promised. */
export type AllocationLine = {
  readonly id: string;
  readonly amount: string;
  readonly name: string;
  readonly lotId: string;
  readonly open: string;
  readonly delivered: string;
  readonly cancelled: string;
  readonly returned: string;
  /** How much each act may move at most, as it is typed; '' for none. */ readonly most: Readonly<
    Record<Settling, string>
  >;
};

export type NeedPage = {
  readonly lang: Lang;
  readonly csrf: string;
  readonly need: NeedLine;
  readonly unit: string;
  readonly spec: string;
  readonly substitute: boolean;
  readonly has: readonly string[];
  readonly suggestions: readonly SuggestedLine[];
  readonly allocations: readonly AllocationLine[];
  readonly mayAct: boolean;
  /** For the batch that a suggestion would become. */ readonly draft: string;
  readonly told: View;
};

const toCase = ({ lang, need }: NeedPage): View =>
  html`<a href="${deskAt(lang, `cases/${need.number}/`)}">${words.case[lang]} ${need.shown}</a>`;

const takeView = (page: NeedPage, line: SuggestedLine): View => {
  const { lang, csrf, need, unit, draft } = page;
  const id = `take-${line.id}`;
  const sent = { _csrf: csrf, lot: line.id, batch: draft, 'n.0.id': need.id };
  return html`<form class="inline-form" method="post" action="${deskAt(lang, 'ledger/allocate/')}">${hidden(sent)}<div class="field"><label for="${id}">${say(words.amount, lang, { unit })}</label><input id="${id}" name="n.0.q" value="${line.amount}" inputmode="decimal" autocomplete="off" maxlength="16" required></div><button class="button" type="submit">${words.take[lang]}</button></form>`;
};

const tellView = (page: NeedPage, line: SuggestedLine): View => {
  const { lang, csrf, need } = page;
  if (!line.published) return html`<p class="hint">${words.notPublished[lang]}</p>`;
  return html`<form method="post" action="${deskAt(lang, `ledger/needs/${need.id}/`)}">${hidden({ _csrf: csrf, _act: 'offer', offer: line.id })}<button class="button-quiet" type="submit">${words.tell[lang]}</button></form>`;
};

const suggestedView = (page: NeedPage, line: SuggestedLine): View => {
  const { lang, mayAct } = page;
  const isLot = line.kind === 'lot';
  const name = say(isLot ? words.lot : words.offer, lang, { spec: line.name, name: line.name });
  const link = isLot
    ? html`<a href="${deskAt(lang, `ledger/lots/${line.id}/`)}">${name}</a>`
    : html`<a href="${deskAt(lang, `cases/${line.number}/`)}">${name}</a>`;
  const act = mayAct ? (isLot ? takeView(page, line) : tellView(page, line)) : nothing;
  return html`<li class="suggestion"><p class="what">${link} <span class="quiet">${say(words.left, lang, { amount: line.left })}</span></p><ul class="reasons" aria-label="${words.why[lang]}">${line.reasons.map(reason => html`<li>${reason}</li>`)}</ul>${act}</li>`;
};

const suggestionsView = (page: NeedPage): View => {
  const { lang, suggestions, need } = page;
  if (need.state !== 'open' || (need.missing === '' && need.asked !== '')) return nothing;
  const list =
    suggestions.length === 0
      ? html`<p class="empty">${words.noSuggestions[lang]}</p>`
      : html`<ul class="suggestions">${suggestions.map(line => suggestedView(page, line))}</ul>`;
  return html`<h2>${words.suggestions[lang]}</h2>${list}<p><a href="/suppliers/">${words.directory[lang]}</a></p>`;
};

/** Hands over, cancels or takes back: each with how much, the most there is to begin with. */
export const settleForms = (
  {
    lang,
    csrf,
    unit,
    action,
    to,
  }: {
    readonly lang: Lang;
    readonly csrf: string;
    readonly unit: string;
    readonly action: string;
    /** Which page to go back to. */ readonly to: string;
  },
  line: AllocationLine,
): View =>
  html`<div class="settles">${settlings
    .filter(kind => line.most[kind] !== '')
    .map(kind => {
      const id = `${kind}-${line.id}`;
      const sent = { _csrf: csrf, _act: kind, _to: to, allocation: line.id };
      const label = say(words.actFor, lang, { act: words[kind][lang], name: line.name, unit });
      return html`<form class="inline-form" method="post" action="${action}">${hidden(sent)}<label class="visually-hidden" for="${id}">${label}</label><input id="${id}" name="quantity" value="${line.most[kind]}" inputmode="decimal" autocomplete="off" maxlength="16" required><button class="${kind === 'delivered' ? 'button' : 'button-quiet'}" type="submit" aria-label="${label}">${words[kind][lang]}</button></form>`;
    })}</div>`;

const allocationView = (page: NeedPage, line: AllocationLine): View => {
  const { lang, csrf, unit, need, mayAct } = page;
  const action = deskAt(lang, `ledger/needs/${need.id}/`);
  const { open, delivered, cancelled, returned } = line;
  return html`<li class="allocation"><p><a href="${deskAt(lang, `ledger/lots/${line.lotId}/`)}">${say(words.allocation, lang, { amount: line.amount, spec: line.name })}</a></p><p class="sub">${say(words.state, lang, { open, delivered, cancelled, returned })}</p>${mayAct ? settleForms({ lang, csrf, unit, action, to: '' }, line) : nothing}</li>`;
};

const unmetView = (page: NeedPage): View => {
  const { lang, csrf, need, mayAct } = page;
  if (!mayAct || need.state !== 'open' || (need.missing === '' && need.asked !== '')) return nothing;
  const options = Object.entries(unmetWords).map(([code, label]): Choice => [code, label]);
  const field = { name: 'reason', label: words.unmetLabel, kind: 'choice', options, required: true } as const;
  return html`<details class="deed"><summary>${words.unmetTitle[lang]}</summary><form method="post" action="${deskAt(lang, `ledger/needs/${need.id}/`)}">${hidden({ _csrf: csrf, _act: 'unmet' })}${deskField(field, 'u', untyped, lang)}<button class="button" type="submit">${words.unmetDo[lang]}</button></form></details>`;
};

/** One need: what is missing, what might meet it and why, what was promised and what became of that. */
export const needView = (page: NeedPage): View => {
  const { lang, need, spec, substitute, has, allocations } = page;
  const over =
    need.over === ''
      ? nothing
      : html`<p class="late">${say(ledgerWords.over, lang, { amount: need.over })}</p>`;
  const unknown =
    need.asked === '' && need.state === 'open'
      ? html`<p class="hint">${ledgerWords.unknownHelp[lang]}</p>`
      : nothing;
  const promised =
    allocations.length === 0
      ? html`<p class="empty">${words.nothing[lang]}</p>`
      : html`<ul class="allocations">${allocations.map(line => allocationView(page, line))}</ul>`;
  const reason =
    need.reason === ''
      ? nothing
      : html`<p class="sub">${say(ledgerWords.reason, lang, { reason: need.reason })}</p>`;
  return html`${ledgerTabs(lang, '')}<h1>${need.enterprise}</h1>${page.told}<p class="lead">${need.item} · ${need.area} · ${toCase(page)}</p><section class="need-card"><p class="need-missing">${missingView(need, lang)} <span>${dayView(need, lang)}</span></p>${barView(need.shares)}<p class="sub">${sumsIn(need, lang)}</p>${over}${unknown}${reason}<dl class="facts"><div><dt>${words.spec[lang]}</dt><dd>${spec || words.noSpec[lang]} <span class="quiet">${substitute ? words.substitute[lang] : words.noSubstitute[lang]}</span></dd></div><div><dt>${words.position[lang]}</dt><dd><ul class="reasons">${has.map(one => html`<li>${one}</li>`)}</ul></dd></div></dl></section>${suggestionsView(page)}<h2>${words.promised[lang]}</h2>${promised}${unmetView(page)}`;
};
