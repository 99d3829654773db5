import { dayNamed } from '#src/forms/place.ts';
import { slotsWords as words } from '#src/i18n/slots.ts';
import { type Lang, prefix, say } from '#src/i18n/words.ts';
import { html, nothing, type View } from './html.ts';

/** An hour as anybody reads it. */
export type PublicHour = {
  readonly day: string;
  readonly who: string;
  /** How and where. */ readonly way: string;
  /** ''. */ readonly topics: string;
  readonly places: readonly {
    readonly id: string;
    readonly time: string;
    readonly left: number;
  }[];
};

export type AppointmentsPage = {
  readonly lang: Lang;
  readonly hours: readonly PublicHour[];
  /** What follows begins there; ''. */ readonly next: string;
  readonly isFirst: boolean;
};

const placeView = ({ id, time, left }: PublicHour['places'][number], lang: Lang): View =>
  left > 0
    ? html`<li><button class="slot" name="slot" value="${id}" aria-label="${say(words.take, lang, { time: say(words.left, lang, { time, n: left }) })}">${time}</button></li>`
    : html`<li><span class="slot slot-full"><span aria-hidden="true">${time}</span><span class="visually-hidden">${say(words.full, lang, { time })}</span></span></li>`;

const hourView = (hour: PublicHour, lang: Lang): View =>
  html`<section class="slot-hour"><h3>${hour.who}</h3><p>${hour.way}</p>${hour.topics === '' ? nothing : html`<p class="hint">${hour.topics}</p>`}<form method="post" action="/api/cases/appointment?lang=${lang}"><input type="hidden" name="_act" value="show"><ul class="slots">${hour.places.map(one => placeView(one, lang))}</ul></form></section>`;

/** Free times by day; pressing one leads to the form with the time filled in. Nobody is turned away: any time will do. */
export const appointmentsView = ({ lang, hours, next, isFirst }: AppointmentsPage): View => {
  const days = [...new Set(hours.map(hour => hour.day))];
  const at = `${prefix(lang)}/appointments/`;
  const list = days.map(
    day =>
      html`<section class="section"><h2>${dayNamed(day, lang)}</h2>${hours.filter(hour => hour.day === day).map(hour => hourView(hour, lang))}</section>`,
  );
  const back = isFirst ? nothing : html`<a class="button-quiet" href="${at}">${words.first[lang]}</a>`;
  const more =
    next === ''
      ? nothing
      : html`<a class="button-quiet" rel="next" href="${at}?after=${next}">${words.more[lang]}</a>`;
  const empty = hours.length === 0 ? html`<p class="empty">${words.none[lang]}</p>` : nothing;
  return html`<h1>${words.title[lang]}</h1><p class="lead">${words.lead[lang]}</p>${empty}${list}<p class="button-row">${back}${more}</p><section class="section"><h2>${words.anyTime[lang]}</h2><p>${words.anyTimeText[lang]}</p><p class="button-row"><a class="button" href="${prefix(lang)}/forms/appointment/">${words.callMe[lang]}</a></p></section>`;
};
