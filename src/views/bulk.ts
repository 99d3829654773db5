import { consent, shared } from '#src/forms/blocks.ts';
import type { Fields, GroupField } from '#src/forms/field.ts';
import { bulkWords as words } from '#src/i18n/bulk.ts';
import { formWords } from '#src/i18n/forms.ts';
import { prefix, say, type Words } from '#src/i18n/words.ts';
import { fieldsView } from './form.ts';
import type { FormPage } from './form-page.ts';
import { html, nothing, type View } from './html.ts';

/** What is asked once for a whole sheet. */
const bulkFields = { contact: shared.contact as GroupField, consent } satisfies Fields;

/** What a check of a sheet found, or what became of it. */
export type BulkPage = FormPage & {
  /** Things to correct, the first hundred shown. */
  readonly wrong: readonly {
    /** Null for what is asked once. */ readonly row: number | null;
    readonly column: Words | null;
    readonly message: Words;
  }[];
  /** A sound sheet, ready to be sent: how many rows and submissions, and what is posted back. */
  readonly ready: {
    readonly rows: number;
    readonly entries: number;
    readonly content: string;
    readonly key: string;
  } | null;
};

const most = 100;

const wrongView = ({ wrong, lang }: BulkPage): View =>
  wrong.length === 0
    ? nothing
    : html`<div class="error-summary" role="alert" tabindex="-1" id="problems"><h2>${say(words.wrong, lang, { n: wrong.length })}</h2><div class="scroll" tabindex="0" role="region" aria-label="${words.problem[lang]}"><table><thead><tr><th scope="col">${say(words.row, lang, { n: '' })}</th><th scope="col">${words.column[lang]}</th><th scope="col">${words.problem[lang]}</th></tr></thead><tbody>${wrong
        .slice(0, most)
        .map(
          ({ row, column, message }) =>
            html`<tr><th scope="row">${row ?? ''}</th><td>${column?.[lang] ?? ''}</td><td>${message[lang]}</td></tr>`,
        )}</tbody></table></div>${wrong.length > most ? html`<p>${say(words.more, lang, { n: wrong.length - most })}</p>` : nothing}</div>`;

const readyView = ({ ready, lang }: BulkPage): View =>
  ready === null
    ? nothing
    : html`<div class="notice-box" role="status" id="ready"><p>${say(words.fine, lang, { rows: ready.rows, n: ready.entries })}</p><input type="hidden" name="_content" value="${ready.content}"><input type="hidden" name="_key" value="${ready.key}"><button class="button" type="submit" name="_act" value="send">${say(words.send, lang, { n: ready.entries })}</button></div>`;

/** The page that takes a sheet: download, choose, check, send. The same as built and after a check. */
export const bulkView = (page: BulkPage): View => {
  const { form, lang } = page;
  return html`<h1>${say(words.title, lang, { form: form.title[lang] })}</h1><p class="lead">${words.lead[lang]}</p><p class="call">${formWords.call[lang]}<a href="tel:${page.fillPhone}">${page.fillPhone}</a></p><p><a class="button-quiet" href="${prefix(lang)}/forms/${form.id}/template.xlsx" download>${words.download[lang]}</a></p>${wrongView(page)}<form class="form" method="post" enctype="multipart/form-data" action="/api/bulk/${form.id}?lang=${lang}">${readyView(page)}<div class="field"><label for="f-sheet">${words.file[lang]}</label><p class="hint" id="f-sheet-hint">${words.fileHelp[lang]}</p><input type="file" id="f-sheet" name="_sheet" accept=".xlsx" aria-describedby="f-sheet-hint"></div>${fieldsView(bulkFields, page.typed, '', page)}<div class="button-row"><button class="button${page.ready ? '-quiet' : ''}" type="submit" name="_act" value="check">${words.check[lang]}</button></div></form>`;
};

/** What became of each submission of a sheet. */
export type BulkDone = {
  readonly lang: FormPage['lang'];
  readonly rows: readonly {
    readonly enterprise: string;
    readonly state: 'received' | 'held' | 'already';
    readonly number: string;
    readonly pin: string;
  }[];
};

/** Numbers and passwords of a sheet's submissions, to print. */
export const bulkDoneView = ({ lang, rows }: BulkDone): View =>
  html`<h1 tabindex="-1">${say(words.done, lang, { n: rows.filter(row => row.state !== 'already').length })}</h1><p class="lead">${words.doneLead[lang]}</p><div class="scroll" tabindex="0" role="region" aria-label="${words.number[lang]}"><table class="bulk-receipts"><thead><tr><th scope="col">${words.enterprise[lang]}</th><th scope="col">${words.number[lang]}</th><th scope="col">${words.pin[lang]}</th><th scope="col">${words.state[lang]}</th></tr></thead><tbody>${rows.map(
    row =>
      html`<tr><th scope="row">${row.enterprise}</th><td>${row.number}</td><td>${row.pin}</td><td>${words[row.state][lang]}</td></tr>`,
  )}</tbody></table></div>`;
