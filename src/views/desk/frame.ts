import { deskWords as words } from '#src/i18n/desk.ts';
import { visitSaid } from '#src/i18n/visit.ts';
import type { Lang } from '#src/i18n/words.ts';
import { html, nothing, type View } from '../html.ts';
import { deskAt } from './address.ts';
import { keysView } from './keys.ts';

/** The places of the desk: below `/desk/`, and the head of the menu that each stands under, in its order. */
const placed = {
  queue: { path: '', group: 'cases' },
  held: { path: 'held/', group: 'cases' },
  find: { path: 'find/', group: 'cases' },
  enter: { path: 'enter/', group: 'cases' },
  appointments: { path: 'appointments/', group: 'cases' },
  visits: { path: 'visits/', group: 'onSite' },
  rounds: { path: 'rounds/', group: 'onSite' },
  returns: { path: 'returns/', group: 'onSite' },
  projects: { path: 'projects/', group: 'onSite' },
  findings: { path: 'findings/', group: 'onSite' },
  ledger: { path: 'ledger/', group: 'books' },
  papers: { path: 'papers/', group: 'books' },
  notices: { path: 'notices/', group: 'books' },
  figures: { path: 'figures/', group: 'books' },
  roster: { path: 'roster/', group: 'office' },
  staff: { path: 'staff/', group: 'office' },
  status: { path: 'status/', group: 'office' },
  me: { path: 'me/', group: 'office' },
} as const satisfies Record<string, { readonly path: string; readonly group: keyof typeof words.groups }>;

/** A place of the desk. */
export type Place = keyof typeof placed;
const allPlaces = Object.keys(placed) as Place[];
const groups = [...new Set(allPlaces.map(place => placed[place].group))];

/** Whose page it is: the name, the places that their role has, and what their forms send against forgery. */
export type Seat = {
  readonly name: string;
  readonly csrf: string;
  readonly places: readonly Place[];
};

/** What somebody with many places goes to all day; the rest is in the menu. */
const daily: readonly Place[] = ['queue', 'find', 'enter', 'visits', 'held', 'ledger', 'figures'];
const fitsInARow = 8;
/** A phone shows three and the one that is open: only with more of them there is something to look for in a menu. */
const fitsOnAPhone = 3;

/** The places of the row: all where they are few, else the daily ones and, at its end, the one that is open. */
const rowOf = (places: readonly Place[], here: Place | null): readonly Place[] => {
  if (places.length <= fitsInARow) return places;
  const row = daily.filter(place => places.includes(place));
  return here && places.includes(here) && !row.includes(here) ? [...row, here] : row;
};

const navigation = (lang: Lang, seat: Seat, here: Place | null): View => {
  const link = (place: Place, go: View | typeof nothing = nothing): View =>
    html`<li><a href="${deskAt(lang, placed[place].path)}"${go}${place === here ? html` aria-current="page"` : nothing}>${words[place][lang]}</a></li>`;
  const groupView = (group: (typeof groups)[number]): View | typeof nothing => {
    const mine = allPlaces.filter(place => placed[place].group === group && seat.places.includes(place));
    const id = `places-${group}`;
    return mine.length === 0
      ? nothing
      : html`<section aria-labelledby="${id}"><h2 id="${id}">${words.groups[group][lang]}</h2><ul>${mine.map(place => link(place))}</ul></section>`;
  };
  const row = rowOf(seat.places, here).map(place => link(place, html` data-go="${place}"`));
  const menu =
    seat.places.length > fitsOnAPhone
      ? html`<details class="desk-places"><summary>${words.allPlaces[lang]}</summary><div>${groups.map(groupView)}</div></details>`
      : nothing;
  return html`<nav class="desk-nav" aria-label="${words.nav[lang]}"><div class="desk-row"><ul>${row}</ul>${menu}</div><div class="desk-who"><button class="link-button" type="button" data-keys hidden>${words.keys[lang]} <kbd>?</kbd></button><span>${seat.name}</span><form method="post" action="${deskAt(lang, 'sign-out/')}" data-sign-out data-leaving="${visitSaid.leaving[lang]}"><input type="hidden" name="_csrf" value="${seat.csrf}"><button class="link-button" type="submit">${words.signOut[lang]}</button></form></div></nav>`;
};

/** Every page of the desk: navigation for whoever is signed in, and the one main landmark. */
export const frameView = (
  lang: Lang,
  main: View,
  { seat, here }: { readonly seat: Seat | null; readonly here: Place | null },
): View =>
  html`${seat ? navigation(lang, seat, here) : nothing}<main class="desk-main" id="main" tabindex="-1">${main}</main>${seat ? keysView(lang) : nothing}`;
