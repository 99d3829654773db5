import { dayNamed } from '#src/forms/place.ts';
import { deskSlotWords as words } from '#src/i18n/desk-slots.ts';
import { wayNames } from '#src/i18n/slots.ts';
import { type Lang, say } from '#src/i18n/words.ts';
import { html, nothing, type View } from '../html.ts';
import { deskAt } from './address.ts';
import { slotTabs, whoseView } from './appointments.ts';
import { type Choice, type DeskField, deskField, deskProblems, hidden, type Typed } from './fields.ts';
import { pagingView } from './paging.ts';

/** An hour in words. */
export type HourLine = {
  readonly id: string;
  readonly day: string;
  readonly span: string;
  readonly who: string;
  readonly way: string;
  readonly free: number;
  readonly all: number;
  readonly isOpen: boolean;
};

/** What is said of hours, and may be changed later. */
export const detailFields = (topics: readonly Choice[]): readonly DeskField[] => [
  { name: 'office', label: words.office, kind: 'line', max: 30, required: true, help: words.officeHelp },
  { name: 'way', label: words.way, kind: 'radios', options: Object.entries(wayNames), required: true },
  { name: 'spot', label: words.spot, kind: 'line', max: 120, help: words.spotHelp },
  { name: 'bring', label: words.bring, kind: 'line', max: 120 },
  { name: 'topics', label: words.topics, kind: 'ticks', options: topics },
];

/** What hours are offered by. */
export const offerFields = (hosts: readonly Choice[], topics: readonly Choice[]): readonly DeskField[] => [
  { name: 'host', label: words.host, kind: 'choice', options: hosts, required: true },
  { name: 'day', label: words.day, kind: 'day', required: true },
  { name: 'from', label: words.from, kind: 'line', max: 5, required: true, help: words.clockHelp },
  { name: 'to', label: words.to, kind: 'line', max: 5, required: true, help: words.clockHelp },
  { name: 'minutes', label: words.minutes, kind: 'line', max: 3, required: true },
  { name: 'atOnce', label: words.atOnce, kind: 'line', max: 2, required: true },
  { name: 'until', label: words.until, kind: 'day', help: words.untilHelp },
  { name: 'anyDay', label: words.anyDay, kind: 'tick' },
  ...detailFields(topics),
];

export type HoursPage = {
  readonly lang: Lang;
  readonly csrf: string;
  readonly whose: 'mine' | 'all' | '';
  readonly hours: readonly HourLine[];
  readonly next: string;
  readonly mayKeep: boolean;
  readonly fields: readonly DeskField[];
  readonly draft: string;
  readonly typed: Typed;
  readonly told: View;
};

const hourLineView = (hour: HourLine, lang: Lang): View => {
  const free = hour.isOpen
    ? html`<strong class="${hour.free > 0 ? 'met' : 'quiet'}">${say(words.free, lang, { free: hour.free, all: hour.all })}</strong>`
    : html`<strong class="quiet">${words.off[lang]}</strong>`;
  return html`<li class="need" data-row><div class="need-what"><a href="${deskAt(lang, `appointments/hours/${hour.id}/`)}">${dayNamed(hour.day, lang)} ${hour.span}</a><p class="sub">${hour.who}</p></div><div class="need-sum"><p>${free}</p><p class="sub">${hour.way}</p></div></li>`;
};

const addView = ({ lang, csrf, draft, typed, fields, mayKeep }: HoursPage): View => {
  if (!mayKeep) return nothing;
  const isBack = Object.keys(typed.problems).length > 0;
  const inputs = fields.map(field => deskField(field, 'h', typed, lang));
  return html`<div class="ledger-acts"><details class="deed" id="add"${isBack ? html` open` : nothing}><summary>${words.addTitle[lang]}</summary><form method="post" action="${deskAt(lang, 'appointments/hours/')}">${hidden({ _csrf: csrf, id: draft })}${deskProblems('h', typed.problems, lang)}<div class="lot-fields slot-fields">${inputs}</div><button class="button" type="submit">${words.add[lang]}</button></form></details></div>`;
};

/** Hours that are offered, and the form that offers more. */
export const hoursView = (page: HoursPage): View => {
  const { lang, hours, next, whose } = page;
  const list =
    hours.length === 0
      ? html`<p class="empty">${words.noHours[lang]}</p>`
      : html`<ul class="needs">${hours.map(hour => hourLineView(hour, lang))}</ul>`;
  const more = pagingView(
    lang,
    next && deskAt(lang, 'appointments/hours/', { whose: whose === 'all' ? 'all' : '', after: next }),
  );
  return html`<h1>${words.title[lang]}</h1>${page.told}${slotTabs(lang, 'hours')}<p class="lead">${words.hoursLead[lang]}</p>${whoseView(lang, 'appointments/hours/', whose)}${addView(page)}${list}${more}`;
};

export type HourPage = {
  readonly lang: Lang;
  readonly csrf: string;
  readonly hour: HourLine;
  readonly version: number;
  readonly spot: string;
  readonly bring: string;
  readonly topics: string;
  readonly places: readonly { readonly time: string; readonly taken: number; readonly capacity: number }[];
  readonly taken: number;
  /** While it has not begun. */ readonly mayKeep: boolean;
  readonly fields: readonly DeskField[];
  readonly typed: Typed;
  readonly told: View;
};

const placesView = ({ lang, places }: HourPage): View =>
  html`<ul class="needs">${places.map(
    ({ time, taken, capacity }) =>
      html`<li class="need"><div class="need-what"><span class="slot-time">${time}</span></div><div class="need-sum"><p class="${taken < capacity ? 'met' : 'quiet'}">${say(words.takenOf, lang, { taken, capacity })}</p></div></li>`,
  )}</ul>`;

const changeView = (page: HourPage): View => {
  const { lang, csrf, hour, version, typed, fields } = page;
  const action = deskAt(lang, `appointments/hours/${hour.id}/`);
  const isBack = Object.keys(typed.problems).length > 0;
  const more = (act: string) => hidden({ _csrf: csrf, _act: act, version: String(version) });
  const inputs = fields.map(field => deskField(field, 'c', typed, lang));
  return html`<div class="ledger-acts"><details class="deed"${isBack ? html` open` : nothing}><summary>${words.changeTitle[lang]}</summary><p class="hint">${words.changeLead[lang]}</p><form method="post" action="${action}">${more('change')}${deskProblems('c', typed.problems, lang)}<div class="lot-fields slot-fields">${inputs}</div><button class="button" type="submit">${words.change[lang]}</button></form></details><details class="deed"><summary>${words.callOff[lang]}</summary><p class="hint">${say(words.callOffLead, lang, { n: page.taken })}</p><form method="post" action="${action}">${more('call-off')}<button class="button" type="submit">${words.callOffSure[lang]}</button></form></details></div>`;
};

/** One hour: its times and how many are taken, who is there; changed, or called off. */
export const hourView = (page: HourPage): View => {
  const { lang, hour } = page;
  const free = hour.isOpen ? say(words.free, lang, { free: hour.free, all: hour.all }) : words.off[lang];
  const facts = [hour.way, page.spot, page.bring, page.topics].filter(part => part !== '');
  return html`${slotTabs(lang, 'hours')}<h1>${dayNamed(hour.day, lang)} ${hour.span}</h1>${page.told}<p class="lead">${hour.who}</p><section class="need-card"><p class="need-missing"><strong>${free}</strong></p>${facts.map(fact => html`<p class="sub">${fact}</p>`)}</section>${placesView(page)}${page.mayKeep ? changeView(page) : nothing}`;
};
