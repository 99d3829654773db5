import { deedHelp, deedNotes, deedWords } from '#src/i18n/desk-deeds.ts';
import { type Lang, say } from '#src/i18n/words.ts';
import { flag, html, nothing, type View } from '../html.ts';
import { deskAt } from './address.ts';
import { citeView, type Looked } from './cite.ts';
import { type DeedName, deedFields } from './deed-fields.ts';
import { type Choice, type DeskField, deskField, deskProblems, type Typed, untyped } from './fields.ts';

/** A ready answer that an officer may start from. */
export type Template = { readonly id: string; readonly title: string; readonly text: string };

export type DeedsPage = {
  readonly lang: Lang;
  readonly csrf: string;
  readonly number: string;
  /** The newest event that the page shows: a deed on an older one is refused. */ readonly head: number;
  /** What this officer may do to the case as it stands, in the order to show. */ readonly deeds: readonly DeedName[];
  readonly departments: readonly Choice[];
  /** Codes that may be chosen now, by the field's name; a field that is absent has all of its own. */
  readonly allowed: Readonly<Partial<Record<string, readonly string[]>>>;
  readonly templates: readonly Template[];
  /** What was looked up for the answer. */ readonly looked: Looked;
  /** What was typed and not done; '' where nothing was. */
  readonly typed: Typed & { readonly deed: DeedName | '' };
  /** Values to start from: the time of a call, the kind of passing on. */
  readonly usual: Readonly<Record<string, unknown>>;
};

/** A field without the choices that the case does not allow as it stands. */
const narrowed = (field: DeskField, { allowed }: DeedsPage): DeskField => {
  const codes = allowed[field.name];
  if (!codes || !('options' in field)) return field;
  return { ...field, options: field.options.filter(([code]) => codes.includes(code)) };
};

/** Ready answers: with a script they are put in at once, without one the page comes back with the text in its place. */
const templatesView = (page: DeedsPage): View => {
  const { lang, templates, typed } = page;
  const labels = deedNotes;
  const chosen = typed.values.template;
  const options = templates.map(
    ({ id, title, text }) =>
      html`<option value="${id}" data-text="${text}"${flag('selected', id === chosen)}>${title}</option>`,
  );
  const select =
    templates.length === 0
      ? nothing
      : html`<label for="d-answer-template">${labels.template[lang]}</label><div class="with-unit"><select id="d-answer-template" name="template"><option value=""></option>${options}</select><button class="button-quiet" type="submit" name="_act" value="template" formnovalidate data-template>${labels.insert[lang]}</button></div>`;
  return html`${citeView(page)}<div class="field">${select}</div>`;
};

const deedView = (page: DeedsPage, deed: DeedName, isFirst: boolean): View => {
  const { lang, csrf, number, head } = page;
  const isTyped = page.typed.deed === deed;
  const typed: Typed = isTyped ? page.typed : { ...untyped, values: page.usual };
  const prefix = `d-${deed}`;
  const fields = deedFields(deed, page.departments).map(field =>
    deskField(narrowed(field, page), prefix, typed, lang),
  );
  const name = deedWords[deed][lang];
  const problems = isTyped ? deskProblems(prefix, page.typed.problems, lang) : nothing;
  return html`<details class="deed" name="deed" id="deed-${deed}" data-row${flag('open', isTyped || (isFirst && page.typed.deed === ''))}><summary>${name}</summary><form method="post" action="${deskAt(lang, `cases/${number}/`)}"><input type="hidden" name="_csrf" value="${csrf}"><input type="hidden" name="_deed" value="${deed}"><input type="hidden" name="_head" value="${head}">${problems}<p class="hint">${deedHelp[deed][lang]}</p>${deed === 'answer' ? templatesView(page) : nothing}${fields}<button class="button" type="submit">${name}</button></form></details>`;
};

/** What can be done to the case now, one fold each; the likeliest stands open. */
export const deedsView = (page: DeedsPage): View => {
  const { lang } = page;
  const deeds = page.deeds.filter(deed => deed !== 'open');
  if (deeds.length === 0)
    return html`<section class="deeds"><p class="empty">${deedNotes.none[lang]}</p></section>`;
  return html`<section class="deeds" aria-labelledby="deeds"><h2 id="deeds">${deedNotes.acts[lang]}</h2><div class="deed-list">${deeds.map((deed, index) => deedView(page, deed, index === 0))}</div></section>`;
};

/** The new query password, once, large. */
export const newPinView = (lang: Lang, pin: string): View =>
  html`<div class="new-pin" role="status" tabindex="-1" id="done"><p>${deedNotes.pin[lang]}</p><p class="receipt-pin">${pin}</p><p class="hint">${deedNotes.pinNote[lang]}</p></div>`;

/** What was recorded a moment ago. */
export const doneView = (lang: Lang, deed: DeedName): View =>
  html`<p class="done" role="status" tabindex="-1" id="done">${say(deedNotes.done, lang, { deed: deedWords[deed][lang] })}</p>`;
