import { liaisonWords as words } from '#src/i18n/desk-roster.ts';
import { type Lang, say } from '#src/i18n/words.ts';
import { html, nothing, type View } from './html.ts';

/** Whom an enterprise calls: its liaison officer, or the office of its area. */
export type Liaison =
  | {
      readonly tag: 'officer';
      readonly name: string;
      readonly department: string;
      /** Of the office, with a dash before an extension. */ readonly phone: string;
      /** The name of who is away; ''. */ readonly standsInFor: string;
    }
  | { readonly tag: 'office'; readonly area: string; readonly phone: string };

/** A number to press: what is dialled is its digits, an extension after a pause. */
const call = (phone: string): View => {
  const [, number = phone, extension = ''] =
    /^((?:0\d{2,3}|[48]00)-[\d-]{7,8})(?:-(\d{1,6}))?$/.exec(phone) ?? [];
  return html`<a href="tel:${number.replaceAll('-', '')}${extension ? `,${extension}` : ''}">${phone}</a>`;
};

/** Who looks after the enterprise of a case, with the office phone; null shows nothing. */
export const liaisonView = (liaison: Liaison | null, lang: Lang): View => {
  if (!liaison) return nothing;
  if (liaison.tag === 'office') {
    const { area, phone } = liaison;
    return html`<section class="liaison"><h2>${words.title[lang]}</h2><p>${words.none[lang]}</p><p>${say(words.office, lang, { area })} ${call(phone)}</p></section>`;
  }
  const { name, department, phone, standsInFor } = liaison;
  const instead = standsInFor
    ? html` <span class="hint">${say(words.standsIn, lang, { name: standsInFor })}</span>`
    : nothing;
  return html`<section class="liaison"><h2>${words.title[lang]}</h2><p><b translate="no">${name}</b> ${department}${instead}</p><p>${words.phone[lang]} ${call(phone)}</p></section>`;
};

/** Who is my officer, for who has no number at hand: the phones of the areas' offices, and no more. */
export const officesView = (
  offices: readonly { readonly area: string; readonly phone: string }[],
  lang: Lang,
): View =>
  html`<section class="liaison"><h2>${words.who[lang]}</h2><p>${words.how[lang]}</p><ul>${offices.map(
    ({ area, phone }) => html`<li>${say(words.office, lang, { area })} ${call(phone)}</li>`,
  )}</ul></section>`;
