import { type Leaf, type Option, options } from '#src/forms/field.ts';
import { formWords as words } from '#src/i18n/forms.ts';
import { plain } from '#src/rules/text.ts';
import { filesView } from './files.ts';
import type { Slot } from './form-page.ts';
import { flag, html, nothing, type View } from './html.ts';
import { placeField, placeKept } from './place.ts';

type Place = Slot & { readonly id: string; readonly about: string; readonly invalid: boolean };

/** What was typed, as text; a list or object in place of a value is not shown. */
const typedText = (typed: unknown): string =>
  typeof typed === 'string' || typeof typed === 'number' || typeof typed === 'boolean'
    ? plain(String(typed))
    : '';

const described = (place: Place): View =>
  html`${place.about ? html` aria-describedby="${place.about}"` : nothing}${flag('aria-invalid="true"', place.invalid)}`;

const input = (place: Place, attributes: View): View =>
  html`<input id="${place.id}" name="${place.name}" value="${typedText(place.typed)}"${attributes}${described(place)}>`;

const select = (choices: readonly Option[], required: boolean, place: Place): View => {
  const { lang } = place.page;
  const chosen = typedText(place.typed);
  return html`<select id="${place.id}" name="${place.name}"${flag('required', required)}${described(place)}><option value="">${words.choose[lang]}</option>${choices.map(
    option =>
      html`<option value="${option.code}"${flag('selected', option.code === chosen)}>${option.name[lang]}</option>`,
  )}</select>`;
};

const radios = (choices: readonly Option[], place: Place): View => {
  const { lang } = place.page;
  const chosen = typedText(place.typed);
  return html`<div class="choices">${choices.map(
    (option, index) =>
      html`<label class="choice"><input type="radio" name="${place.name}" value="${option.code}"${index === 0 ? described(place) : nothing}${flag('checked', option.code === chosen)}> ${option.name[lang]}</label>`,
  )}</div>`;
};

/** A box for each code; the ticked ones come as `topics.loan=on`, or as a list from JSON. */
const boxes = (choices: readonly Option[], place: Place): View => {
  const { typed } = place;
  const isTicked = (code: string): boolean =>
    Array.isArray(typed)
      ? typed.includes(code)
      : typeof typed === 'object' && typed !== null && Object.hasOwn(typed, code);
  return html`<div class="choices ticks">${choices.map(
    (option, index) =>
      html`<label class="choice"><input type="checkbox" name="${place.name}.${option.code}" value="on"${index === 0 ? described(place) : nothing}${flag('checked', isTicked(option.code))}> ${option.name[place.page.lang]}</label>`,
  )}</div>`;
};

/** A box with what ticking it means. */
const tick = (statement: string, required: boolean, place: Place): View =>
  html`<label class="choice"><input type="checkbox" id="${place.id}" name="${place.name}"${flag('required', required)}${flag('checked', ['true', 'on'].includes(typedText(place.typed)))}${described(place)}> ${statement}</label>`;

/** A yes-no may stay open, unless it is required: the third choice sends nothing. */
const yesNo = (required: boolean, place: Place): View =>
  radios(
    [
      { code: 'true', name: words.yes },
      { code: 'false', name: words.no },
      ...(required ? [] : [{ code: '', name: words.unsure }]),
    ],
    place,
  );

/** The input of a field, with what was typed in it. */
export const control = (field: Leaf, place: Place): View => {
  const required = flag('required', field.required === true);
  switch (field.kind) {
    case 'text': {
      const bounds = html` maxlength="${field.max}"${required}${field.autocomplete ? html` autocomplete="${field.autocomplete}"` : nothing}`;
      // The line break after the tag is dropped by the parser, so that a typed one is kept.
      return field.rows
        ? html`<textarea id="${place.id}" name="${place.name}" rows="${field.rows}"${bounds}${described(place)}>${'\n'}${typedText(place.typed)}</textarea>`
        : input(place, field.autocomplete === 'email' ? html` type="email"${bounds}` : bounds);
    }
    case 'phone':
      return input(place, html` type="tel" autocomplete="tel" maxlength="40"${required}`);
    case 'credit-code':
      return input(place, html` maxlength="30" autocapitalize="characters" spellcheck="false"${required}`);
    case 'number': {
      const figure = input(place, html` inputmode="decimal" maxlength="20"${required}`);
      return field.unit
        ? html`<span class="with-unit">${figure} ${field.unit[place.page.lang]}</span>`
        : figure;
    }
    case 'day':
      return input(place, html` type="date" maxlength="20"${required}`);
    case 'choice': {
      const choices = options(field, place.page.tables);
      return field.radios ? radios(choices, place) : select(choices, field.required === true, place);
    }
    case 'place': {
      const { lang, places: others = [], fixed } = place.page;
      const { name, typed } = place;
      return fixed
        ? placeKept(lang, name, typedText(typed))
        : placeField(lang, { name, typed: typedText(typed), others, about: described(place) });
    }
    case 'yes-no':
      return yesNo(field.required === true, place);
    case 'choices':
      return boxes(options(field, place.page.tables), place);
    case 'files':
      return filesView(field, place, described(place));
    case 'consent':
    case 'permission':
      return tick(field.statement[place.page.lang], field.kind === 'consent', place);
  }
};
