import { dayNamed } from '#src/forms/place.ts';
import { deskSlotWords as words } from '#src/i18n/desk-slots.ts';
import type { Lang } from '#src/i18n/words.ts';
import { html, nothing, type View } from '../html.ts';
import { placeRadios } from '../place.ts';
import { deskAt } from './address.ts';
import { hidden } from './fields.ts';
import { pagingView } from './paging.ts';

const tabs = { bookings: 'appointments/', hours: 'appointments/hours/' } as const;

/** The two parts of appointments. */
export const slotTabs = (lang: Lang, here: keyof typeof tabs): View =>
  html`<nav class="tabs" aria-label="${words.tabs[lang]}"><ul>${(['bookings', 'hours'] as const).map(
    name =>
      html`<li><a href="${deskAt(lang, tabs[name])}"${here === name ? html` aria-current="page"` : nothing}>${words[name][lang]}</a></li>`,
  )}</ul></nav>`;

/** Whose times are listed: those of the own department first, or all. */
export const whoseView = (lang: Lang, path: string, whose: 'mine' | 'all' | ''): View => {
  if (whose === '') return nothing;
  const way = (to: 'mine' | 'all', name: string) =>
    html`<a href="${deskAt(lang, path, to === 'all' ? { whose: 'all' } : {})}"${whose === to ? html` aria-current="true"` : nothing}>${name}</a>`;
  return html`<p class="slot-whose">${way('mine', words.mine[lang])} ${way('all', words.everyone[lang])}</p>`;
};

/** A booking in words. */
export type BookedLine = {
  readonly number: string;
  readonly shown: string;
  readonly enterprise: string;
  readonly day: string;
  /** `14:30`; ''. */ readonly time: string;
  readonly who: string;
  readonly way: string;
  readonly state: string;
  readonly isOpen: boolean;
  /** Whether the case's own page may be opened from here. */ readonly maySee: boolean;
  readonly mayAct: boolean;
};

export type AppointmentsPage = {
  readonly lang: Lang;
  readonly whose: 'mine' | 'all' | '';
  readonly waiting: readonly BookedLine[];
  readonly nextWaiting: string;
  readonly coming: readonly BookedLine[];
  readonly nextComing: string;
  readonly told: View;
};

const caseAt = (lang: Lang, number: string): string => deskAt(lang, `appointments/cases/${number}/`);

const lineView = (line: BookedLine, lang: Lang): View => {
  const name = line.maySee
    ? html`<a href="${deskAt(lang, `cases/${line.number}/`)}">${line.enterprise}</a>`
    : html`<span>${line.enterprise}</span>`;
  const act = line.mayAct
    ? html`<a class="button-quiet" href="${caseAt(lang, line.number)}">${words[line.time === '' ? 'arrange' : 'handle'][lang]}</a>`
    : nothing;
  const when = line.time === '' ? nothing : html`<p class="slot-time">${line.time}</p>`;
  const facts = [line.who, line.way].filter(part => part !== '').join(' · ');
  return html`<li class="need" data-row><div class="need-what">${when}${name}<p class="sub">${line.shown}</p></div><div class="need-sum"><p class="${line.isOpen ? 'met' : 'quiet'}">${line.state}</p><p class="sub">${facts}</p></div><div class="need-when">${act}</div></li>`;
};

const listView = (lines: readonly BookedLine[], empty: string, lang: Lang): View =>
  lines.length === 0
    ? html`<p class="empty">${empty}</p>`
    : html`<ul class="needs">${lines.map(line => lineView(line, lang))}</ul>`;

/** Who waits for a time, and who comes today and later. */
export const appointmentsView = (page: AppointmentsPage): View => {
  const { lang, whose, waiting, coming, nextWaiting, nextComing } = page;
  const days = [...new Set(coming.map(line => line.day))];
  const more = whose === 'all' ? { whose } : {};
  const byDay = days.map(
    day =>
      html`<h3 class="slot-day">${dayNamed(day, lang)}</h3>${listView(
        coming.filter(line => line.day === day),
        '',
        lang,
      )}`,
  );
  const comes = coming.length === 0 ? html`<p class="empty">${words.noComing[lang]}</p>` : byDay;
  const wait = pagingView(lang, nextWaiting && deskAt(lang, 'appointments/', { ...more, wait: nextWaiting }));
  const later = pagingView(lang, nextComing && deskAt(lang, 'appointments/', { ...more, after: nextComing }));
  return html`<h1>${words.title[lang]}</h1>${page.told}${slotTabs(lang, 'bookings')}<p class="lead">${words.lead[lang]}</p>${whoseView(lang, 'appointments/', whose)}<h2 class="ledger-part">${words.waiting[lang]}</h2>${listView(waiting, words.noWaiting[lang], lang)}${wait}<h2 class="ledger-part">${words.coming[lang]}</h2>${comes}${later}`;
};

export type CasePlacePage = {
  readonly lang: Lang;
  readonly csrf: string;
  readonly number: string;
  readonly shown: string;
  readonly enterprise: string;
  /** How it stands, in words. */ readonly now: string;
  readonly choices: readonly string[];
  readonly mayGive: boolean;
  readonly mayCancel: boolean;
  readonly mayMark: boolean;
  readonly told: View;
};

const pressView = (page: CasePlacePage, act: string, label: string): View =>
  html`<form class="inline-form" method="post" action="${caseAt(page.lang, page.number)}">${hidden({ _csrf: page.csrf, _act: act })}<button class="button-quiet" type="submit">${label}</button></form>`;

const giveView = (page: CasePlacePage): View => {
  const { lang, csrf, number, choices } = page;
  if (!page.mayGive) return nothing;
  if (choices.length === 0)
    return html`<p class="empty">${words.noFree[lang]} <a href="${deskAt(lang, 'appointments/hours/')}">${words.hours[lang]}</a></p>`;
  return html`<form class="need-card slot-give" method="post" action="${caseAt(lang, number)}">${hidden({ _csrf: csrf, _act: 'move' })}<fieldset class="field"><legend>${words.moveTitle[lang]}</legend>${placeRadios({ lang, name: 'slot', any: '' }, choices, '')}</fieldset><button class="button" type="submit">${words.move[lang]}</button></form>`;
};

/** The time of one case: given, moved, cancelled, or recorded whether they came. */
export const casePlaceView = (page: CasePlacePage): View => {
  const { lang, number } = page;
  const marks = page.mayMark
    ? html`<div class="settles">${pressView(page, 'done', words.markDone[lang])}${pressView(page, 'missed', words.markMissed[lang])}</div>`
    : nothing;
  const cancel = page.mayCancel ? pressView(page, 'cancel', words.notComing[lang]) : nothing;
  return html`${slotTabs(lang, 'bookings')}<h1>${words.caseTitle[lang]}</h1>${page.told}<p class="lead"><a href="${deskAt(lang, `cases/${number}/`)}">${page.enterprise}</a> · ${page.shown}</p><section class="need-card"><p>${words.now[lang]} <strong>${page.now}</strong></p>${marks}${cancel}</section>${giveView(page)}`;
};
