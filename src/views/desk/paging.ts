import { deskWords } from '#src/i18n/desk.ts';
import type { Lang } from '#src/i18n/words.ts';
import { html, nothing, type View } from '../html.ts';

/** Where a page of a list leads: to older rows, and back to its beginning; '' for nowhere. */
export const pagingView = (lang: Lang, older: string, newest = ''): View => {
  if (older === '' && newest === '') return nothing;
  const back = newest ? html`<a class="button-quiet" href="${newest}">${deskWords.newer[lang]}</a>` : nothing;
  const more = older
    ? html`<a class="button-quiet" rel="next" href="${older}">${deskWords.older[lang]}</a>`
    : nothing;
  return html`<p class="button-row paging">${back}${more}</p>`;
};
