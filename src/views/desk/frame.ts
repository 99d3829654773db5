import { deskWords as words } from '#src/i18n/desk.ts';
import { visitSaid } from '#src/i18n/visit.ts';
import type { Lang } from '#src/i18n/words.ts';
import { html, nothing, type View } from '../html.ts';
import { deskAt } from './address.ts';
import { keysView } from './keys.ts';

/** The places of the desk, by their addresses. */
export type Place =
  | 'queue'
  | 'visits'
  | 'rounds'
  | 'returns'
  | 'projects'
  | 'findings'
  | 'held'
  | 'find'
  | 'enter'
  | 'appointments'
  | 'ledger'
  | 'figures'
  | 'papers'
  | 'notices'
  | 'me'
  | 'staff'
  | 'roster'
  | 'status';
const paths: Record<Place, string> = {
  queue: '',
  held: 'held/',
  find: 'find/',
  enter: 'enter/',
  appointments: 'appointments/',
  ledger: 'ledger/',
  figures: 'figures/',
  papers: 'papers/',
  notices: 'notices/',
  visits: 'visits/',
  rounds: 'rounds/',
  returns: 'returns/',
  projects: 'projects/',
  findings: 'findings/',
  me: 'me/',
  staff: 'staff/',
  roster: 'roster/',
  status: 'status/',
};

/** Whose page it is: the name, the places that their role has, and what their forms send against forgery. */
export type Seat = {
  readonly name: string;
  readonly csrf: string;
  readonly places: readonly Place[];
};

/** Every page of the desk: navigation for whoever is signed in, and the one main landmark. */
export const frameView = (
  lang: Lang,
  main: View,
  { seat, here }: { readonly seat: Seat | null; readonly here: Place | null },
): View => {
  const item = (place: Place): View =>
    html`<li><a href="${deskAt(lang, paths[place])}" data-go="${place}"${place === here ? html` aria-current="page"` : nothing}>${words[place][lang]}</a></li>`;
  const nav = seat
    ? html`<nav class="desk-nav" aria-label="${words.nav[lang]}"><ul>${seat.places.map(item)}</ul><div class="desk-who"><button class="link-button" type="button" data-keys hidden>${words.keys[lang]} <kbd>?</kbd></button><span>${seat.name}</span><form method="post" action="${deskAt(lang, 'sign-out/')}" data-sign-out data-leaving="${visitSaid.leaving[lang]}"><input type="hidden" name="_csrf" value="${seat.csrf}"><button class="link-button" type="submit">${words.signOut[lang]}</button></form></div></nav>`
    : nothing;
  return html`${nav}<main class="desk-main" id="main" tabindex="-1">${main}</main>${seat ? keysView(lang) : nothing}`;
};
