import { deskWords as words } from '#src/i18n/desk.ts';
import { type Lang, say, type Words } from '#src/i18n/words.ts';
import { flag, html, nothing, type View } from '../html.ts';

/** A code and its words, to choose from. */
export type Choice = readonly [string, Words];

/** One thing to fill in at the desk. */
export type DeskField = {
  readonly name: string;
  readonly label: Words;
  readonly required?: true;
  readonly help?: Words;
} & (
  | { readonly kind: 'text'; readonly max: number; readonly rows?: number }
  /** One thing a line. */
  | { readonly kind: 'lines'; readonly max: number }
  | { readonly kind: 'line'; readonly max: number }
  | { readonly kind: 'day' | 'moment' | 'tick' }
  | { readonly kind: 'choice'; readonly options: readonly Choice[] }
  | { readonly kind: 'radios' | 'ticks'; readonly options: readonly Choice[] }
);

/** What was typed, by the names of the fields, and what is wrong with it. */
export type Typed = {
  readonly values: Readonly<Record<string, unknown>>;
  readonly problems: Readonly<Record<string, string>>;
};
export const untyped: Typed = { values: {}, problems: {} };

const textIn = (value: unknown): string => (typeof value === 'string' ? value : '');

const isTicked = (value: unknown, code: string): boolean =>
  Array.isArray(value)
    ? value.includes(code)
    : typeof value === 'object' && value !== null && Object.hasOwn(value, code);

const inputOf = (field: DeskField, id: string, value: unknown, more: View, lang: Lang): View => {
  const named = html`id="${id}" name="${field.name}"${flag('required', field.required === true)}${more}`;
  switch (field.kind) {
    case 'text':
    case 'lines':
      return html`<textarea ${named} rows="${field.kind === 'text' ? (field.rows ?? 3) : 3}" maxlength="${field.max}">${'\n'}${textIn(value)}</textarea>`;
    case 'line':
      return html`<input ${named} value="${textIn(value)}" maxlength="${field.max}" autocomplete="off">`;
    case 'day':
      return html`<input type="date" ${named} value="${textIn(value)}">`;
    case 'moment':
      return html`<input type="datetime-local" ${named} value="${textIn(value)}">`;
    case 'choice':
      return html`<select ${named}><option value="">${words.choose[lang]}</option>${field.options.map(
        ([code, name]) =>
          html`<option value="${code}"${flag('selected', code === value)}>${name[lang]}</option>`,
      )}</select>`;
    default:
      return nothing;
  }
};

type Several = Extract<DeskField, { readonly kind: 'radios' | 'ticks' }>;

const several = (field: Several, value: unknown, lang: Lang): View =>
  html`<div class="choices">${field.options.map(([code, name]) => {
    const input =
      field.kind === 'radios'
        ? html`<input type="radio" name="${field.name}" value="${code}"${flag('required', field.required === true)}${flag('checked', code === value)}>`
        : html`<input type="checkbox" name="${field.name}.${code}" value="on"${flag('checked', isTicked(value, code))}>`;
    return html`<label class="choice">${input} ${name[lang]}</label>`;
  })}</div>`;

/** A field with its label, help and problem; ids begin with `prefix`, since several forms stand on one page. */
export const deskField = (field: DeskField, prefix: string, typed: Typed, lang: Lang): View => {
  const id = `${prefix}-${field.name}`;
  const problem = typed.problems[field.name] ?? '';
  const value = typed.values[field.name];
  const box = `field${problem ? ' field-invalid' : ''}`;
  const hint = field.help ? html`<p class="hint" id="${id}-hint">${field.help[lang]}</p>` : nothing;
  const error = problem ? html`<p class="error" id="${id}-error">${problem}</p>` : nothing;
  const about = [field.help ? `${id}-hint` : '', problem ? `${id}-error` : ''].filter(Boolean).join(' ');
  const more = html`${about ? html` aria-describedby="${about}"` : nothing}${flag('aria-invalid="true"', problem !== '')}`;
  const label = field.label[lang];
  if (field.kind === 'radios' || field.kind === 'ticks')
    return html`<fieldset class="${box}" id="${id}"><legend>${label}</legend>${hint}${error}${several(field, value, lang)}</fieldset>`;
  if (field.kind === 'tick')
    return html`<div class="${box}"><label class="choice"><input type="checkbox" id="${id}" name="${field.name}" value="on"${flag('required', field.required === true)}${flag('checked', value === 'on')}${more}> ${label}</label>${hint}${error}</div>`;
  return html`<div class="${box}"><label for="${id}">${label}</label>${hint}${error}${inputOf(field, id, value, more, lang)}</div>`;
};

/** Everything that is wrong, on top, each with the way to its field; it takes the focus. */
export const deskProblems = (prefix: string, problems: Typed['problems'], lang: Lang): View => {
  const list = Object.entries(problems);
  if (list.length === 0) return nothing;
  return html`<div class="error-summary" role="alert" tabindex="-1" id="problems"><h2>${say(words.wrongTitle, lang, { n: list.length })}</h2><ul>${list.map(([name, problem]) => html`<li><a href="#${prefix}-${name}">${problem}</a></li>`)}</ul></div>`;
};

/** A notice of something that did not go as wanted; it takes the focus. */
export const noticeView = (title: string, text = ''): View =>
  html`<div class="error-summary" role="alert" tabindex="-1" id="problems"><h2>${title}</h2>${text ? html`<p>${text}</p>` : nothing}</div>`;

export const hidden = (pairs: Readonly<Record<string, string>>): readonly View[] =>
  Object.entries(pairs).map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`);
