import {
  type Field,
  type Fields,
  type GroupField,
  isOffered,
  type Leaf,
  type LinesField,
  type Problem,
} from '#src/forms/field.ts';
import { filesFields } from '#src/forms/files.ts';
import { noticeRows } from '#src/forms/notice.ts';
import { isBlank, maxLines } from '#src/forms/read.ts';
import { bulkWords } from '#src/i18n/bulk.ts';
import { formWords as words } from '#src/i18n/forms.ts';
import { prefix, say } from '#src/i18n/words.ts';
import { control } from './control.ts';
import { type FormPage, headOf, type Slot } from './form-page.ts';
import { templatesView, whenHint, whenOf } from './hints.ts';
import { flag, html, nothing, type View } from './html.ts';
import { noticeFoot } from './notice.ts';
import { closedView, whoView } from './who.ts';

/** The id of a field's control, which the error summary links to. */
const idOf = (name: string): string => `f-${name.replaceAll('.', '-')}`;

/** What is wrong with the field of this name, in the page's language; '' when nothing is. */
const problemAt = ({ name, page }: Slot): string =>
  page.problems.find(problem => problem.pointer === `/${name.replaceAll('.', '/')}`)?.message[page.lang] ??
  '';

/** The id of the place a problem is about: its field, or the lines it stands in; '' for a field the form does not have. */
const anchorOf = (fields: Fields, path: readonly string[], before = ''): string => {
  const [first = '', ...rest] = path;
  const field = Object.hasOwn(fields, first) ? fields[first] : undefined;
  const name = before + first;
  if (field?.kind === 'group') return anchorOf(field.fields, rest, `${name}.`);
  if (field?.kind !== 'lines') return field ? idOf(name) : '';
  const [index = '', ...inner] = rest;
  return anchorOf(field.fields, inner, `${name}.${index}.`) || idOf(name);
};

const problemItem = (problem: Problem, { form, lang }: FormPage): View => {
  const anchor = anchorOf(form.fields, problem.pointer.slice(1).split('/'));
  const message = problem.message[lang];
  return html`<li>${anchor ? html`<a href="#${anchor}">${message}</a>` : message}</li>`;
};

/** Everything that is wrong, each with the way to its field; nothing where nothing is. */
export const errorSummary = (page: FormPage): View =>
  page.problems.length === 0
    ? nothing
    : html`<div class="error-summary" role="alert" tabindex="-1" id="problems"><h2>${say(words.errorTitle, page.lang, { n: page.problems.length })}</h2><ul>${page.problems.map(problem => problemItem(problem, page))}</ul></div>`;

const childSlot = (fields: Fields, parent: unknown, name: string, path: string, page: FormPage): Slot => ({
  name: path + name,
  typed:
    typeof parent === 'object' && parent !== null ? (parent as Record<string, unknown>)[name] : undefined,
  beside: fields,
  page,
});

const groupView = (field: GroupField, slot: Slot): View =>
  html`<fieldset class="group"${whenOf(field, slot)}><legend>${field.label[slot.page.lang]}</legend>${whenHint(field, slot)}${field.help ? html`<p class="hint">${field.help[slot.page.lang]}</p>` : nothing}${fieldsView(field.fields, slot.typed, `${slot.name}.`, slot.page)}</fieldset>`;

/** One line of a repeated field; the page's script clones the first one. */
const lineView = (field: LinesField, typed: unknown, index: number, count: number, slot: Slot): View => {
  const { lang } = slot.page;
  return html`<fieldset class="line" data-line="${index}"><legend>${say(words.line, lang, { n: index + 1 })}</legend><div class="line-fields">${fieldsView(field.fields, typed, `${slot.name}.${index}.`, slot.page)}</div><button class="button-quiet" type="submit" formnovalidate name="_act" value="remove:${slot.name}:${index}" aria-label="${say(words.removeLine, lang, { n: index + 1 })}"${flag('hidden', count < 2)}>${words.removeShort[lang]}</button></fieldset>`;
};

const linesView = (field: LinesField, slot: Slot): View => {
  const { lang } = slot.page;
  const given: readonly unknown[] =
    Array.isArray(slot.typed) && slot.typed.length > 0 ? slot.typed.slice(0, maxLines) : [{}];
  const problem = problemAt(slot);
  return html`<fieldset class="lines" id="${idOf(slot.name)}" data-lines="${slot.name}"${whenOf(field, slot)}><legend>${field.label[lang]}</legend>${whenHint(field, slot)}${field.help ? html`<p class="hint">${field.help[lang]}</p>` : nothing}${problem ? html`<p class="error">${problem}</p>` : nothing}${given.map((line, index) => lineView(field, line, index, given.length, slot))}<button class="button-quiet" type="submit" formnovalidate name="_act" value="add:${slot.name}">${words.addLine[lang]}</button></fieldset>`;
};

const leafView = (field: Leaf, slot: Slot): View => {
  const { lang } = slot.page;
  const problem = problemAt(slot);
  const id = idOf(slot.name);
  const about = [field.help ? `${id}-hint` : '', problem ? `${id}-error` : ''].filter(Boolean).join(' ');
  const inputs = control(field, { ...slot, id, about, invalid: problem !== '' });
  const note =
    field.required || field.kind === 'consent' || field.kind === 'permission'
      ? nothing
      : html` <span class="optional">${words.optional[lang]}</span>`;
  const help = field.help ? html`<p class="hint" id="${id}-hint">${field.help[lang]}</p>` : nothing;
  const hint = html`${whenHint(field, slot)}${help}${field.kind === 'text' ? templatesView(field, slot, id) : nothing}`;
  const error = html`<p class="error" id="${id}-error"${flag('hidden', problem === '')}>${problem}</p>`;
  const box = `field${problem ? ' field-invalid' : ''}`;
  const when = whenOf(field, slot);
  if (field.kind === 'consent' || field.kind === 'permission')
    return html`<div class="${box}" data-field="${slot.name}"${when}>${inputs}${hint}${error}</div>`;
  const several =
    field.kind === 'yes-no' ||
    field.kind === 'place' ||
    field.kind === 'choices' ||
    (field.kind === 'choice' && field.radios);
  return several
    ? html`<fieldset class="${box}" data-field="${slot.name}" id="${id}"${when}><legend>${field.label[lang]}${note}</legend>${hint}${error}${inputs}</fieldset>`
    : html`<div class="${box}" data-field="${slot.name}"${when}><label for="${id}">${field.label[lang]}${note}</label>${hint}${error}${inputs}</div>`;
};

const fieldView = (field: Field, slot: Slot): View => {
  if (field.kind === 'group') return groupView(field, slot);
  return field.kind === 'lines' ? linesView(field, slot) : leafView(field, slot);
};

const isFolded = (field: Field): field is Leaf => 'folded' in field && field.folded === true;

/** Neighbouring fields that few need, behind one line that names them; open where something was typed or is wrong. */
const foldedView = (group: readonly (readonly [Leaf, Slot])[]): View => {
  const lang = group[0]?.[1].page.lang ?? 'zh-Hans';
  const labels = group.map(([field]) => field.label[lang]).join(lang === 'zh-Hans' ? '、' : ', ');
  const open = group.some(([, slot]) => !isBlank(slot.typed ?? '') || problemAt(slot) !== '');
  return html`<details class="more"${flag('open', open)}><summary>${say(words.more, lang, { labels })}</summary>${group.map(([field, slot]) => leafView(field, slot))}</details>`;
};

export const fieldsView = (fields: Fields, typed: unknown, path: string, page: FormPage): readonly View[] => {
  const views: View[] = [];
  let group: [Leaf, Slot][] = [];
  const close = (): void => {
    if (group.length > 0) views.push(foldedView(group));
    group = [];
  };
  for (const [name, field] of Object.entries(fields)) {
    if (!isOffered(field, fields, page.tables)) continue;
    const slot = childSlot(fields, typed, name, path, page);
    if (isFolded(field)) group.push([field, slot]);
    else {
      close();
      views.push(fieldView(field, slot));
    }
  }
  close();
  return views;
};

const privacyView = ({ form, lang, tables }: FormPage): View =>
  html`<details class="privacy"><summary>${words.privacyTitle[lang]}</summary><p>${words.privacyLead[lang]}</p><dl>${noticeRows(
    form,
    lang,
  ).map(
    ({ label, use }) => html`<div><dt>${label}</dt><dd>${use}</dd></div>`,
  )}</dl>${noticeFoot(form, lang, tables)}</details>`;

const publishedView = ({ form: { published }, lang }: FormPage): View =>
  published
    ? html`<p><a class="more" href="${prefix(lang)}${published.path}">${published.label[lang]}</a></p>`
    : nothing;

/** A form's title, fields and button; the same on the built page and on a refused post, where every typed value is in its place. */
export const formView = (page: FormPage): View => {
  const { form, lang, handler } = page;
  const { title, lead } = headOf(form, handler);
  const head = html`<h1>${title[lang]}</h1><p class="lead">${lead[lang]}</p>`;
  if (handler.mode.mode === 'closed') return html`${head}${closedView(page)}`;
  return html`${head}<p class="call">${words.call[lang]}<a href="tel:${page.fillPhone}">${page.fillPhone}</a></p>${form.bulk ? html`<p><a class="more" href="${prefix(lang)}/forms/${form.id}/bulk/">${bulkWords.link[lang]}</a></p>` : nothing}${publishedView(page)}${page.notice ? html`<div class="error-summary" role="alert" tabindex="-1" id="problems"><h2>${page.notice}</h2></div>` : nothing}${errorSummary(page)}<form class="form" method="post"${filesFields(form.fields).length > 0 ? html` enctype="multipart/form-data"` : nothing} action="/api/cases/${form.id}?lang=${lang}" data-form="${form.id}" data-home="${prefix(lang)}/" data-sending="${words.sending[lang]}" data-failed="${words.failed[lang]}" data-problems="${words.errorTitle[lang]}" novalidate><button class="visually-hidden" type="submit" tabindex="-1" aria-hidden="true">${words.submit[lang]}</button>${fieldsView(form.fields, page.typed, '', page)}<div class="visually-hidden" aria-hidden="true"><label>${words.homepage[lang]}<input name="_homepage" tabindex="-1" autocomplete="off"></label></div>${privacyView(page)}${whoView(page)}<div class="button-row"><button class="button" type="submit">${words.submit[lang]}</button></div></form>`;
};
