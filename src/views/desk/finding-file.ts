import { findingWords, severityWords, fileWords as words } from '#src/i18n/desk-findings.ts';
import { type Lang, say, type Words } from '#src/i18n/words.ts';
import { html, nothing, type View } from '../html.ts';
import { deskAt } from './address.ts';
import { type Choice, type DeskField, deskField, deskProblems, hidden, type Typed } from './fields.ts';
import { findingTabs } from './findings.ts';

/** A problem that was open before, in words. */
export type HeldLine = {
  readonly id: string;
  readonly version: number;
  readonly what: string;
  readonly enterprise: string;
  readonly facts: string;
};

export type FilePage = {
  readonly lang: Lang;
  readonly csrf: string;
  readonly department: string;
  readonly title: string;
  readonly day: string;
  /** Of this page: sent twice it is one report. */ readonly draft: string;
  readonly was: number;
  readonly notice: View;
  /** What was typed, by names such as `lines.0.what`, and what is wrong with it. */ readonly typed: Typed;
  /** How many lines stand there, the empty ones with them; ids and versions of problems that were said before. */
  readonly supplies: number;
  readonly lines: readonly { readonly id: string; readonly version: number }[];
  readonly held: readonly HeldLine[];
  /** Items, each with one of its units: `mask-medical.piece`. */ readonly goods: readonly Choice[];
  /** How a problem may stand: open, solved, or handed to a department (`to:market`). */ readonly stands: readonly Choice[];
};

const prefix = 'f';

const stateField: DeskField = {
  name: 'state',
  kind: 'radios',
  label: words.state,
  required: true,
  options: [
    ['normal', words.normal],
    ['problem', words.problem],
  ],
};
const placesField: DeskField = { name: 'places', kind: 'line', label: words.places, max: 5, required: true };

const supplyFields = (at: number, goods: readonly Choice[]): readonly DeskField[] => [
  { name: `supplies.${at}.goods`, kind: 'choice', label: words.item, options: goods },
  { name: `supplies.${at}.quantity`, kind: 'line', label: words.quantity, max: 16 },
];

const lineFields = (at: number, stands: readonly Choice[]): readonly DeskField[] => [
  { name: `lines.${at}.what`, kind: 'text', rows: 2, label: words.what, max: 200 },
  { name: `lines.${at}.enterprise`, kind: 'line', label: words.enterprise, max: 60 },
  { name: `lines.${at}.creditCode`, kind: 'line', label: words.creditCode, max: 30 },
  {
    name: `lines.${at}.severity`,
    kind: 'choice',
    label: words.severity,
    options: Object.entries(severityWords),
  },
  { name: `lines.${at}.due`, kind: 'day', label: words.due },
  { name: `lines.${at}.stand`, kind: 'choice', label: words.stand, options: stands },
  { name: `lines.${at}.wanted`, kind: 'tick', label: words.wanted },
];

const fieldsView = (fields: readonly DeskField[], { typed, lang }: FilePage): readonly View[] =>
  fields.map(field => deskField(field, prefix, typed, lang));

const moreView = (name: 'lines' | 'supplies', label: Words, { lang }: FilePage): View =>
  html`<button class="button-quiet" type="submit" name="_act" value="more-${name}" formnovalidate aria-label="${say(words.moreOf, lang, { what: label[lang] })}">${words.more[lang]}</button>`;

const heldView = (held: HeldLine, at: number, page: FilePage): View => {
  const field: DeskField = {
    name: `turns.${at}.stand`,
    kind: 'choice',
    label: words.stand,
    options: page.stands,
  };
  const names = hidden({ [`turns.${at}.id`]: held.id, [`turns.${at}.version`]: String(held.version) });
  const facts = [held.enterprise, held.facts].filter(Boolean).join(' · ');
  return html`<fieldset class="finding-held"><legend>${held.what}</legend>${names}<p class="sub">${facts}</p>${deskField(field, prefix, page.typed, page.lang)}</fieldset>`;
};

const heldPart = (page: FilePage): View => {
  const { lang, held } = page;
  if (held.length === 0) return nothing;
  return html`<section class="finding-part"><h2>${words.held[lang]}</h2><p class="hint">${words.heldHelp[lang]}</p>${held.map((one, at) => heldView(one, at, page))}</section>`;
};

const linesPart = (page: FilePage): View => {
  const { lang, lines, stands } = page;
  const each = lines.map(
    ({ id, version }, at) =>
      html`<fieldset class="finding-line"><legend>${say(words.line, lang, { n: at + 1 })}</legend>${hidden({ [`lines.${at}.id`]: id, [`lines.${at}.version`]: String(version) })}<div class="finding-fields">${fieldsView(lineFields(at, stands), page)}</div></fieldset>`,
  );
  return html`<section class="finding-part"><h2>${words.lines[lang]}</h2><p class="hint">${words.linesHelp[lang]}</p>${each}${moreView('lines', words.lines, page)}</section>`;
};

const suppliesPart = (page: FilePage): View => {
  const { lang, supplies, goods } = page;
  const each = Array.from(
    { length: supplies },
    (_, at) =>
      html`<fieldset class="finding-supply"><legend class="visually-hidden">${say(words.supply, lang, { n: at + 1 })}</legend><div class="finding-fields">${fieldsView(supplyFields(at, goods), page)}</div></fieldset>`,
  );
  return html`<section class="finding-part"><h2>${words.supplies[lang]}</h2><p class="hint">${words.suppliesHelp[lang]}</p>${each}${moreView('supplies', words.supplies, page)}</section>`;
};

/** A department's report of a day, to be filled in or corrected: what is open first, then what is new, then supplies. */
export const fileView = (page: FilePage): View => {
  const { lang, csrf, department, day, draft, was, typed } = page;
  const names = hidden({ _csrf: csrf, id: draft, was: String(was), department, day });
  const submit = html`<button class="visually-hidden" type="submit" tabindex="-1" aria-hidden="true">${words.submit[lang]}</button>`;
  const head = html`<div class="finding-fields">${fieldsView([stateField, placesField], page)}</div>`;
  return html`${findingTabs(lang, '')}<h1>${page.title}</h1>${page.notice}${deskProblems(prefix, typed.problems, lang)}<form class="finding-form" method="post" action="${deskAt(lang, 'finding/file/')}">${submit}${names}${head}${heldPart(page)}${linesPart(page)}${suppliesPart(page)}<div class="button-row"><button class="button" type="submit">${words[was === 0 ? 'submit' : 'correct'][lang]}</button><a class="button-quiet" href="${deskAt(lang, 'findings/', { day })}">${findingWords.title[lang]}</a></div></form>`;
};

/** A version of a report, in words. */
export type ReportPage = {
  readonly lang: Lang;
  readonly department: string;
  readonly title: string;
  readonly day: string;
  readonly lead: string;
  readonly isOld: boolean;
  readonly mayFile: boolean;
  readonly told: View;
  readonly state: string;
  readonly places: number;
  readonly supplies: readonly { readonly item: string; readonly amount: string }[];
  readonly lines: readonly { readonly id: string; readonly what: string; readonly facts: string }[];
  readonly turns: readonly { readonly id: string; readonly what: string; readonly stand: string }[];
  readonly versions: readonly { readonly version: number; readonly facts: string; readonly here: boolean }[];
  /** The version before which older ones begin; 0 for none. */ readonly older: number;
};

const saidView = ({ lang, lines, turns, supplies }: ReportPage): View => {
  const problem = (id: string, what: string): View =>
    html`<a href="${deskAt(lang, `findings/problems/${id}/`)}">${what}</a>`;
  const found =
    lines.length === 0
      ? html`<p>${words.noLines[lang]}</p>`
      : html`<ul class="finding-said">${lines.map(one => html`<li>${problem(one.id, one.what)}<span class="sub">${one.facts}</span></li>`)}</ul>`;
  const turned =
    turns.length === 0
      ? nothing
      : html`<h2>${words.turns[lang]}</h2><ul class="finding-said">${turns.map(one => html`<li>${problem(one.id, one.what)}<span class="sub">${one.stand}</span></li>`)}</ul>`;
  const stock =
    supplies.length === 0
      ? html`<p>${words.noSupplies[lang]}</p>`
      : html`<table class="on-hand"><thead><tr><th scope="col">${words.item[lang]}</th><th scope="col" class="num">${words.quantity[lang]}</th></tr></thead><tbody>${supplies.map(one => html`<tr><th scope="row">${one.item}</th><td class="num">${one.amount}</td></tr>`)}</tbody></table>`;
  return html`<h2>${words.lines[lang]}</h2>${found}${turned}<h2>${words.supplies[lang]}</h2>${stock}`;
};

/** A version of a report as it was sent, and the way to the others. */
export const reportView = (page: ReportPage): View => {
  const { lang, department, day, versions, older } = page;
  const at = (version: string): string => deskAt(lang, 'finding/', { department, day, version });
  const old = page.isOld
    ? html`<p class="hint" role="status">${words.old[lang]} <a href="${at('')}">${words.newest[lang]}</a></p>`
    : nothing;
  const file = page.mayFile
    ? html`<a class="button-quiet" href="${deskAt(lang, 'finding/file/', { department, day })}">${findingWords.correct[lang]}</a>`
    : nothing;
  const list = versions.map(
    one =>
      html`<li>${one.here ? html`<strong>${say(words.version, lang, { n: one.version })}</strong>` : html`<a href="${at(String(one.version))}">${say(words.version, lang, { n: one.version })}</a>`} ${one.facts}</li>`,
  );
  const more =
    older === 0
      ? nothing
      : html`<p class="button-row paging"><a class="button-quiet" rel="next" href="${deskAt(lang, 'finding/', { department, day, before: String(older) })}">${words.versions[lang]}</a></p>`;
  return html`${findingTabs(lang, '')}<h1>${page.title}</h1>${page.told}<p class="lead">${page.lead}</p>${old}<dl class="facts finding-facts"><div><dt>${words.state[lang]}</dt><dd>${page.state}</dd></div><div><dt>${words.places[lang]}</dt><dd>${page.places}</dd></div></dl>${saidView(page)}<h2>${words.versions[lang]}</h2><ul class="finding-said">${list}</ul>${more}<p class="button-row">${file}<a class="button-quiet" href="${deskAt(lang, 'findings/', { day })}">${findingWords.title[lang]}</a></p>`;
};
