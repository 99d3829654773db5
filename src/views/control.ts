import { type Leaf, type Option, options } from '#src/forms/field.ts';
import { formWords as words } from '#src/i18n/forms.ts';
import { plain } from '#src/rules/text.ts';
import type { Slot } from './form-page.ts';
import { flag, html, nothing, type View } from './html.ts';

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

/** A yes-no may stay open: the third choice sends nothing. */
const yesNo = (place: Place): View =>
  radios(
    [
      { code: 'true', name: words.yes },
      { code: 'false', name: words.no },
      { code: '', name: words.unsure },
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
        : input(place, bounds);
    }
    case 'phone':
      return input(place, html` type="tel" autocomplete="tel" maxlength="40"${required}`);
    case 'credit-code':
      return input(
        place,
        html` maxlength="30" autocomplete="off" autocapitalize="characters" spellcheck="false"${required}`,
      );
    case 'number':
      return field.unit
        ? html`<span class="with-unit">${input(place, html` inputmode="decimal" maxlength="20" autocomplete="off"`)} ${field.unit[place.page.lang]}</span>`
        : input(place, html` inputmode="decimal" maxlength="20" autocomplete="off"`);
    case 'day':
      return input(place, html` type="date" maxlength="20"${required}`);
    case 'choice': {
      const choices = options(field, place.page.tables);
      return field.radios ? radios(choices, place) : select(choices, field.required === true, place);
    }
    case 'yes-no':
      return yesNo(place);
    case 'consent':
      return html`<label class="choice"><input type="checkbox" id="${place.id}" name="${place.name}" required${flag('checked', ['true', 'on'].includes(typedText(place.typed)))}${described(place)}> ${field.statement[place.page.lang]}</label>`;
  }
};
