import { receiptWords as words } from '#src/i18n/forms.ts';
import { type Lang, prefix, say } from '#src/i18n/words.ts';
import { flag, html, type View } from './html.ts';

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
};

/** The receipt: number and password large, what happens next and when, copy, print, track. */
export const receiptView = (page: ReceiptPage): View => {
  const { lang, held } = page;
  const text = (key: keyof typeof words, values: Record<string, string> = {}) =>
    say(words[key], lang, values);
  return html`<section class="receipt" data-receipt><h1>${text(held ? 'heldTitle' : 'title')}</h1><dl class="receipt-codes"><div><dt>${text('number')}</dt><dd class="receipt-number">${page.number}</dd></div><div><dt>${text('pin')}</dt><dd class="receipt-pin">${page.pin ?? text('pinRenewed')}</dd></div></dl><p>${text('keep')}</p><section class="next-steps"><h2>${text('next')}</h2><p>${text('handler', { handler: page.handler, due: page.due })}</p><p class="hint">${text('reason', { reason: page.reason })}</p><p${flag('hidden', !held)}>${text('held')}</p><p class="hint">${text('lost')}</p></section><p class="button-row"><a class="button" href="${page.track}">${text('track')}</a><button class="button-quiet" type="button" data-copy hidden data-done="${text('copied')}">${text('copy')}</button><button class="button-quiet" type="button" data-print hidden>${text('print')}</button></p></section>`;
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
  });
