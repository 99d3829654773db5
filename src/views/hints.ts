import { type Field, type Option, options, type TextField } from '#src/forms/field.ts';
import { formWords as words } from '#src/i18n/forms.ts';
import { type Lang, say, type Words } from '#src/i18n/words.ts';
import type { Slot } from './form-page.ts';
import { html, nothing, type View } from './html.ts';

/** The neighbour of the same level that a field speaks of: `items.0.unit` for `item` beside it. */
const neighbour = (name: string, other: string): string => name.replace(/[^.]+$/, other);

const codesOf = (field: Field | undefined, { page }: Slot): readonly Option[] => {
  if (field?.kind === 'choice' || field?.kind === 'choices') return options(field, page.tables);
  return [
    { code: 'true', name: words.yes },
    { code: 'false', name: words.no },
  ];
};

/** Says to the page's script on what a field depends: the neighbour's name and the values that ask for it. */
export const whenOf = ({ when }: Field, { name }: Slot): View =>
  when ? html` data-when="${neighbour(name, when.field)}" data-is="${when.is.join(' ')}"` : nothing;

const anyOf = (names: readonly Words[], lang: Lang): string =>
  names.map(name => name[lang]).join(lang === 'zh-Hans' ? '”或“' : '” or “');

/** The same in words, for a page without script, where every field is shown. */
export const whenHint = ({ when }: Field, slot: Slot): View => {
  const other = when && slot.beside[when.field];
  if (!when || !other) return nothing;
  const { lang } = slot.page;
  const values = codesOf(other, slot)
    .filter(option => when.is.includes(option.code))
    .map(option => option.name);
  const hint = say(words.onlyWhen, lang, { label: other.label[lang], values: anyOf(values, lang) });
  return html`<noscript><p class="hint">${hint}</p></noscript>`;
};

/** `银行、金额、到期日` from the blanks to fill in. */
const inALine = (template: Words, lang: Lang): string =>
  template[lang]
    .split('\n')
    .map(blank => blank.replace(/[：:]$/, ''))
    .join(lang === 'zh-Hans' ? '、' : '; ');

/**
 * What to write, by the choice beside it: a list to open. For a script, `data-by` names that choice and each item carries in `data-is` the value
 * it is for and in `data-template` the blanks to put into the field `data-into`.
 */
export const templatesView = (field: TextField, slot: Slot, into: string): View => {
  const { templates } = field;
  if (!templates) return nothing;
  const { lang } = slot.page;
  const items = codesOf(slot.beside[templates.by], slot).flatMap(option => {
    const template = templates.texts[option.code];
    return template
      ? html`<li data-is="${option.code}" data-template="${template[lang]}"><b>${option.name[lang]}</b>${words.colon[lang]}<span>${inALine(template, lang)}</span></li>`
      : [];
  });
  return html`<details class="templates" data-by="${neighbour(slot.name, templates.by)}" data-into="${into}"><summary>${words.templates[lang]}</summary><ul>${items}</ul></details>`;
};
