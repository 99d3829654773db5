import { filesFields } from '#src/forms/files.ts';
import { actWords as words } from '#src/i18n/track.ts';
import { say } from '#src/i18n/words.ts';
import { caseButton } from './acts.ts';
import { errorSummary, fieldsView } from './form.ts';
import type { FormPage } from './form-page.ts';
import { html, nothing, type View } from './html.ts';

/** A form's page as it was filled in, for correcting it. */
export type ChangePage = FormPage & { readonly number: string; readonly pass: string };

/** A case's form with its answers in place: posted back, they take the place of those that were sent. */
export const changeView = (page: ChangePage): View => {
  const { form, lang, number, pass } = page;
  const files = filesFields(form.fields).length > 0;
  return html`<h1>${say(words.changeTitle, lang, { number })}</h1><p class="lead">${words.changeLead[lang]}</p>${page.notice ? html`<div class="error-summary" role="alert" tabindex="-1" id="problems"><h2>${page.notice}</h2></div>` : nothing}${errorSummary(page)}<form class="form" method="post"${files ? html` enctype="multipart/form-data"` : nothing} action="/api/track/change?lang=${lang}" data-act="change" novalidate><button class="visually-hidden" type="submit" tabindex="-1" aria-hidden="true">${words.changeSave[lang]}</button><input type="hidden" name="_pass" value="${pass}">${fieldsView(form.fields, page.typed, '', { ...page, fixed: true })}<div class="button-row"><button class="button" type="submit">${words.changeSave[lang]}</button></div></form>${caseButton({ lang, pass, label: words.back[lang] })}`;
};
