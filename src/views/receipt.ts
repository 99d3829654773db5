import { receiptWords as words } from '#src/i18n/forms.ts';
import { mineWords } from '#src/i18n/track.ts';
import { type Lang, prefix, say } from '#src/i18n/words.ts';
import { flag, html, nothing, type View } from './html.ts';
import { ownPlaceTemplate } from './place.ts';

/** What a sender is told. `number` with its dashes; `track` is the address of the tracking page with number and token behind `#`. */
export type ReceiptPage = {
  readonly lang: Lang;
  readonly number: string;
  readonly pin: string | null;
  readonly track: string;
  readonly handler: string;
  readonly reason: string;
  /** In words: `2020年3月20日 17:00`. */ readonly due: string;
  readonly held: boolean;
  /** The time that was booked with it. */ readonly appointment?: View;
  /** What was taken in and yet needs a word. */
  readonly told?: readonly string[];
  /** The cases of a submission that became several, this one among them; empty for most. */
  readonly linked: readonly {
    readonly number: string;
    readonly handler: string;
    readonly reason: string;
    readonly due: string;
  }[];
};

/** What needs a word, before everything else. The page's script fills the list where it is a template. */
const toldView = ({ lang, told = [] }: ReceiptPage): View =>
  html`<div class="told" data-told${flag('hidden', told.length === 0)}><p><strong>${words.told[lang]}</strong></p><ul>${told.map(one => html`<li>${one}</li>`)}</ul></div>`;

/** The button by which a person keeps the case's link on their own device; shown by the page's script. */
export const keepView = (lang: Lang, number = ''): View =>
  html`<button class="button-quiet" type="button" data-keep="${number}" data-kept="${mineWords.kept[lang]}" data-failed="${mineWords.failed[lang]}" hidden>${mineWords.keep[lang]}</button>`;

/** All numbers of a submission that became several. The page's script fills the list where it is a template. */
const severalView = ({ lang, linked }: ReceiptPage): View =>
  html`<div data-several${flag('hidden', linked.length === 0)} data-words="${words.several[lang]}" data-row="${words.oneOfSeveral[lang]}"><p>${linked.length > 0 ? say(words.several, lang, { n: linked.length }) : nothing}</p><ul>${linked.map(
    ({ number, handler, due }) => html`<li>${say(words.oneOfSeveral, lang, { number, handler, due })}</li>`,
  )}</ul></div>`;

/** The receipt: number and password large, what happens next and when, copy, print, track. */
export const receiptView = (page: ReceiptPage): View => {
  const { lang, held } = page;
  const text = (key: keyof typeof words, values: Record<string, string> = {}) =>
    say(words[key], lang, values);
  return html`<section class="receipt" data-receipt><h1>${text(held ? 'heldTitle' : 'title')}</h1>${toldView(page)}<dl class="receipt-codes"><div><dt>${text('number')}</dt><dd class="receipt-number">${page.number}</dd></div><div><dt>${text('pin')}</dt><dd class="receipt-pin">${page.pin ?? text('pinRenewed')}</dd></div></dl>${severalView(page)}<p>${text('keep')}</p>${page.appointment ?? nothing}<section class="next-steps"><h2>${text('next')}</h2><p>${text('handler', { handler: page.handler, due: page.due })}</p><p class="hint">${text('reason', { reason: page.reason })}</p><p${flag('hidden', !held)}>${text('held')}</p><p class="hint">${text('lost')}</p></section><p class="button-row"><a class="button" href="${page.track}">${text('track')}</a>${keepView(lang)}<button class="button-quiet" type="button" data-copy hidden data-done="${text('copied')}">${text('copy')}</button><button class="button-quiet" type="button" data-print hidden>${text('print')}</button></p></section>`;
};

/** The receipt's page when there is none to show: never an error, always the way on. */
export const noReceiptView = (lang: Lang): View =>
  html`<h1>${words.gone[lang]}</h1><p>${words.goneText[lang]}</p><p class="button-row"><a class="button" href="${prefix(lang)}/track/">${words.track[lang]}</a></p>`;

/** The answer to an identical post from elsewhere: that it was received, and nothing else. */
export const alreadyView = (lang: Lang): View =>
  html`<h1>${words.already[lang]}</h1><p>${words.alreadyText[lang]}</p><p class="button-row"><a class="button" href="${prefix(lang)}/track/">${words.track[lang]}</a></p>`;

/** The receipt as a template that the form's script fills from the answer: `%number%` and so on. */
export const receiptTemplate = (lang: Lang, held: boolean): View =>
  receiptView({
    lang,
    number: '%number%',
    pin: '%pin%',
    track: '#',
    handler: '%handler%',
    reason: '%reason%',
    due: '%due%',
    held,
    linked: [],
    appointment: ownPlaceTemplate(lang),
  });
