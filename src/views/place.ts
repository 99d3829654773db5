import { placeInWords } from '#src/forms/place.ts';
import { moveWords, ownPlaceWords, placeFieldWords, wayNames } from '#src/i18n/slots.ts';
import { type Lang, prefix, say } from '#src/i18n/words.ts';
import { placeIn } from '#src/rules/place.ts';
import { flag, html, nothing, type View } from './html.ts';

/** A time to choose, by its id. */
export type PlaceChoice = string;

/** Radios of times, and that any time will do where `any` has words for it. */
export const placeRadios = (
  { lang, name, any }: { readonly lang: Lang; readonly name: string; readonly any: string },
  choices: readonly PlaceChoice[],
  chosen: string,
  about: View = nothing,
): View => {
  const radio = (value: string, words: string, index: number) =>
    html`<label class="choice"><input type="radio" name="${name}" value="${value}"${index === 0 ? about : nothing}${flag('checked', value === chosen)}> ${words}</label>`;
  const last = any === '' ? nothing : radio('', any, choices.length);
  const filled = any === '' ? nothing : html` data-places data-any="${any}"`;
  return html`<div class="choices"${filled}>${choices.map((id, index) => radio(id, placeInWords(id, lang), index))}${last}</div>`;
};

/** The field of a form in which a time stands: the one that was chosen, others that are still free, or the way to choose one. */
export const placeField = (
  lang: Lang,
  { name, typed, others, about }: { name: string; typed: string; others: readonly string[]; about: View },
): View => {
  const chosen = placeIn(typed) ? typed : '';
  const choices = [...new Set([...(chosen === '' ? [] : [chosen]), ...others])];
  const way = html`<p><a class="more" href="${prefix(lang)}/appointments/">${placeFieldWords[choices.length > 0 ? 'other' : 'look'][lang]}</a></p>`;
  // What stands here is filled in by the page's script where a time is gone.
  const list = placeRadios({ lang, name, any: placeFieldWords.any[lang] }, choices, chosen, about);
  return choices.length > 0
    ? html`${list}${way}`
    : html`<p class="hint">${placeFieldWords.none[lang]}</p><div data-places data-any="${placeFieldWords.any[lang]}" hidden></div>${way}`;
};

/** The same on a correction: the time as it was chosen. It is moved from the tracking page. */
export const placeKept = (lang: Lang, name: string, typed: string): View =>
  html`<p>${placeInWords(typed, lang) || placeFieldWords.any[lang]}</p><p class="hint">${placeFieldWords.kept[lang]}</p><input type="hidden" name="${name}" value="${typed}">`;

/** What an enterprise reads of its time. */
export type OwnPlaceView = {
  readonly lang: Lang;
  readonly state: 'wanted' | 'called-off' | 'booked' | 'cancelled' | 'done' | 'missed';
  readonly placeId: string;
  /** `14:30`; ''. */ readonly ends: string;
  readonly way: keyof typeof wayNames | '';
  readonly spot: string;
  readonly who: string;
  readonly bring: string;
  /** Stands for number and password; '' where nothing can be pressed. */ readonly pass: string;
  readonly mayMove: boolean;
  readonly phone: string;
};

/** When, how, where, with whom, what to bring: each with its label, those without a value left out. */
export const ownPlaceFacts = ({ lang, placeId, ends, way, spot, who, bring }: OwnPlaceView) => {
  const from = placeInWords(placeId, lang);
  const when = ends === '' ? from : say(ownPlaceWords.until, lang, { from, to: ends });
  const words = way === 'online' ? ownPlaceWords.join : ownPlaceWords.spot;
  const called = way === 'phone' && spot === '' ? ownPlaceWords.called[lang] : spot;
  const facts = [
    { label: ownPlaceWords.when[lang], value: when },
    { label: ownPlaceWords.way[lang], value: way === '' ? '' : wayNames[way][lang] },
    { label: words[lang], value: called },
    { label: ownPlaceWords.who[lang], value: who },
    { label: ownPlaceWords.bring[lang], value: bring },
  ];
  return facts.filter(({ value }) => value !== '');
};

const factsView = (own: OwnPlaceView): View =>
  html`<dl class="facts">${ownPlaceFacts(own).map(({ label, value }) => html`<div><dt>${label}</dt><dd>${value}</dd></div>`)}</dl>`;

/** Where a time is as a calendar entry. */
export const calendarAt = (lang: Lang, placeId: string): string =>
  `${prefix(lang)}/appointments/calendar.ics?slot=${placeId}`;

const pressView = ({ lang, pass, mayMove, state, phone }: OwnPlaceView): View => {
  if (pass === '') return nothing;
  if (mayMove)
    return html`<form class="act" method="post" action="/api/track/appointment?lang=${lang}"><input type="hidden" name="_pass" value="${pass}"><button class="button-quiet" type="submit">${(state === 'booked' ? ownPlaceWords.change : ownPlaceWords.choose)[lang]}</button></form>`;
  return state === 'booked'
    ? html`<p class="hint">${say(ownPlaceWords.tooLate, lang, { phone })}</p>`
    : nothing;
};

/** The time of a case: when, how, where, with whom, what to bring; for a calendar; and to change it. */
export const ownPlaceView = (own: OwnPlaceView): View => {
  const { lang, state, placeId } = own;
  const calendar = html`<a class="button-quiet" href="${calendarAt(lang, placeId)}">${ownPlaceWords.calendar[lang]}</a>`;
  const isBooked = state === 'booked';
  const body = isBooked ? factsView(own) : html`<p>${ownPlaceWords[state][lang]}</p>`;
  return html`<section class="own-place" data-appointment><h2>${ownPlaceWords.title[lang]}</h2>${body}<div class="button-row">${isBooked ? calendar : nothing}${pressView(own)}</div></section>`;
};

/** The same as a template: the form's script fills it from the answer, where a time was booked. */
export const ownPlaceTemplate = (lang: Lang): View =>
  html`<section class="own-place" data-appointment hidden><h2>${ownPlaceWords.title[lang]}</h2><dl class="facts"></dl><p></p><div class="button-row"><a class="button-quiet" href="#">${ownPlaceWords.calendar[lang]}</a></div></section>`;

export type MovePage = {
  readonly lang: Lang;
  readonly number: string;
  readonly pass: string;
  /** The time it has; ''. */ readonly now: string;
  readonly choices: readonly PlaceChoice[];
  readonly host: string;
  readonly phone: string;
  readonly mayCancel: boolean;
  /** Why it was not done; ''. */ readonly problem: string;
};

/** Where an enterprise moves its time, or cancels it. */
export const moveView = (page: MovePage, back: View): View => {
  const { lang, now, pass, choices, host, phone, problem } = page;
  const told =
    problem === ''
      ? nothing
      : html`<div class="error-summary" role="alert" tabindex="-1" id="problems"><h2>${problem}</h2></div>`;
  const lead =
    now === '' ? moveWords.leadNone[lang] : say(moveWords.lead, lang, { time: placeInWords(now, lang) });
  const form = (more: View) =>
    html`<form class="form" method="post" action="/api/track/appointment?lang=${lang}"><input type="hidden" name="_pass" value="${pass}">${more}</form>`;
  const list =
    choices.length === 0
      ? html`<p>${say(moveWords.none, lang, { host, phone })}</p>`
      : form(
          html`<input type="hidden" name="act" value="move"><fieldset class="field"><legend>${moveWords.legend[lang]}</legend>${placeRadios({ lang, name: 'slot', any: '' }, choices, '')}</fieldset><div class="button-row"><button class="button" type="submit">${moveWords.move[lang]}</button></div>`,
        );
  const cancel = page.mayCancel
    ? html`<section class="section"><h2>${moveWords.cancel[lang]}</h2><p>${moveWords.cancelLead[lang]}</p>${form(html`<input type="hidden" name="act" value="cancel"><div class="button-row"><button class="button-quiet" type="submit">${moveWords.cancel[lang]}</button></div>`)}</section>`
    : nothing;
  const title = now === '' ? ownPlaceWords.choose[lang] : moveWords.title[lang];
  return html`<h1>${title}</h1><p class="receipt-number">${page.number}</p>${told}<p class="lead">${lead}</p>${list}${cancel}<section class="section">${back}</section>`;
};
