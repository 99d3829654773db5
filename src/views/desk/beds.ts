import { siteKindNames, siteStateNames, bedWords as words } from '#src/i18n/desk-beds.ts';
import { type Lang, say } from '#src/i18n/words.ts';
import { html, nothing, type View } from '../html.ts';
import { deskAt } from './address.ts';
import { type Choice, type DeskField, deskField, deskProblems, hidden, type Typed } from './fields.ts';
import { barView, ledgerTabs } from './ledger-parts.ts';
import { pagingView } from './paging.ts';

/** A site in words. */
export type SiteLine = {
  readonly id: string;
  readonly name: string;
  readonly facts: string;
  readonly free: number;
  readonly open: boolean;
  readonly sums: string;
  readonly shares: readonly [number, number];
};

/** A case that waits for beds, in words. */
export type WaitLine = {
  readonly number: string;
  readonly shown: string;
  readonly enterprise: string;
  readonly facts: string;
  readonly wants: string;
  readonly waiting: number;
  readonly arrives: string;
};

export type BedsPage = {
  readonly lang: Lang;
  readonly csrf: string;
  readonly totals: string;
  readonly waits: readonly WaitLine[];
  readonly nextWait: string;
  readonly sites: readonly SiteLine[];
  readonly nextSite: string;
  /** The kind of site that is listed; '' for every one. */ readonly kind: string;
  /** The case that beds are looked for; ''. */ readonly placing: string;
  readonly placingFor: string;
  readonly mayKeep: boolean;
  readonly mayPlace: boolean;
  readonly areas: readonly Choice[];
  readonly draft: string;
  readonly typed: Typed;
  readonly told: View;
};

/** What a site is registered by. */
export const siteFields = (areas: readonly Choice[]): readonly DeskField[] => [
  { name: 'name', label: words.name, kind: 'line', max: 40, required: true, help: words.nameHelp },
  { name: 'kind', label: words.kind, kind: 'choice', options: Object.entries(siteKindNames), required: true },
  { name: 'area', label: words.area, kind: 'choice', options: areas, required: true },
  { name: 'capacity', label: words.capacity, kind: 'line', max: 6, required: true },
];

/** What may be changed of a site. */
export const changeFields: readonly DeskField[] = [
  { name: 'capacity', label: words.capacity, kind: 'line', max: 6, required: true },
  {
    name: 'state',
    label: words.state,
    kind: 'choice',
    options: Object.entries(siteStateNames),
    required: true,
  },
];

const waitView = (wait: WaitLine, { lang, mayPlace }: BedsPage): View => {
  const go = mayPlace
    ? html`<p><a class="button-quiet" href="${deskAt(lang, 'beds/', { for: wait.number })}#sites">${words.place[lang]}</a></p>`
    : nothing;
  return html`<li class="need" data-row><div class="need-what"><a href="${deskAt(lang, `cases/${wait.number}/`)}">${wait.enterprise}</a><p class="sub">${wait.facts} · ${wait.shown}</p></div><div class="need-sum"><p><strong>${say(words.wait, lang, { waiting: wait.waiting })}</strong></p><p class="sub">${wait.wants}${wait.arrives}</p></div><div class="need-when">${go}</div></li>`;
};

const siteView = (site: SiteLine, { lang, placing }: BedsPage): View => {
  const free = site.open
    ? html`<strong class="${site.free > 0 ? 'met' : 'quiet'}">${say(words.free, lang, { free: site.free })}</strong>`
    : html`<strong class="quiet">${words.closed[lang]}</strong>`;
  return html`<li class="need" data-row><div class="need-what"><a href="${deskAt(lang, `beds/${site.id}/`, { for: placing })}">${site.name}</a><p class="sub">${site.facts}</p></div><div class="need-sum"><p>${free}</p>${barView(site.shares)}<p class="sub">${site.sums}</p></div></li>`;
};

const addView = ({ lang, csrf, draft, typed, areas, mayKeep }: BedsPage): View => {
  if (!mayKeep) return nothing;
  const isBack = Object.keys(typed.problems).length > 0;
  const fields = siteFields(areas).map(field => deskField(field, 'b', typed, lang));
  return html`<div class="ledger-acts"><details class="deed" id="add"${isBack ? html` open` : nothing}><summary>${words.addTitle[lang]}</summary><form method="post" action="${deskAt(lang, 'beds/')}">${hidden({ _csrf: csrf, id: draft })}${deskProblems('b', typed.problems, lang)}<div class="lot-fields">${fields}</div><button class="button" type="submit">${words.add[lang]}</button></form></details></div>`;
};

const waitsView = (page: BedsPage): View => {
  const { lang, waits, nextWait } = page;
  const list =
    waits.length === 0
      ? html`<p class="empty">${words.noWaiting[lang]}</p>`
      : html`<ul class="needs">${waits.map(wait => waitView(wait, page))}</ul>`;
  return html`<h2 class="ledger-part">${words.waiting[lang]}</h2>${list}${pagingView(lang, nextWait && deskAt(lang, 'beds/', { wait: nextWait }))}`;
};

/** Sites with their free beds, and who waits for one. */
export const bedsView = (page: BedsPage): View => {
  const { lang, sites, nextSite, kind, placing, placingFor } = page;
  const list =
    sites.length === 0
      ? html`<p class="empty">${words.noSites[lang]}</p>`
      : html`<ul class="needs">${sites.map(site => siteView(site, page))}</ul>`;
  const looking = placing === '' ? nothing : html`<p class="watching" role="status">${placingFor}</p>`;
  const waits = placing === '' ? waitsView(page) : nothing;
  const more = pagingView(lang, nextSite && deskAt(lang, 'beds/', { kind, for: placing, after: nextSite }));
  return html`<h1>${words.title[lang]}</h1>${page.told}${ledgerTabs(lang, 'beds')}<p class="lead">${words.lead[lang]}</p><p class="bed-totals">${page.totals}</p>${waits}<h2 class="ledger-part" id="sites">${words.sites[lang]}</h2>${looking}${list}${more}${addView(page)}`;
};
