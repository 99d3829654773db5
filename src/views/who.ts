import { type AnyForm, type Field, type Fields, options, type Tables } from '#src/forms/field.ts';
import { formWords } from '#src/i18n/forms.ts';
import { whoWords as words } from '#src/i18n/who.ts';
import { type Lang, say, type Words } from '#src/i18n/words.ts';
import { candidates, type Route } from '#src/rules/routing.ts';
import { isTotal } from '#src/rules/routing-check.ts';
import type { Handling } from '#src/zone/handler.ts';
import type { FormPage } from './form-page.ts';
import { html, nothing, type View } from './html.ts';
import { nameOf, type Told, tell } from './told.ts';

const nobody = { key: null, area: null, line: null };

/** A form's rows in the page's language, as its script takes them. */
export const toldOf = (form: AnyForm, handling: Handling, lang: Lang): Told => ({
  lang,
  form: form.id,
  by: form.routingField,
  apart: form.apart ?? '',
  asOf: handling.asOf,
  routes: handling.routes.map(({ reason, ...row }) => ({ ...row, reason: reason[lang] })),
  modes: handling.modes.map(({ form: id, from, to, risk, mode, answer, review = null, reason }) => ({
    form: id,
    from,
    to,
    risk,
    mode,
    answer,
    review,
    reason: reason[lang],
  })),
  risk: handling.risk.map(({ from, level }) => ({ from, level })),
  offices: handling.offices,
  names: Object.fromEntries(
    Object.entries(handling.departments).map(([code, { name }]) => [code, name[lang]]),
  ),
  hours: handling.hours,
  calendar: handling.calendar,
});

/** The field at a path such as `items.0.item`; numbers stand for lines or for one of several codes. */
const fieldAt = (fields: Fields, path: string): Field | null => {
  let at: Fields = fields;
  let found: Field | null = null;
  for (const name of path.split('.').filter(part => !/^\d+$/.test(part))) {
    found = Object.hasOwn(at, name) ? (at[name] ?? null) : null;
    if (found?.kind === 'group' || found?.kind === 'lines') at = found.fields;
  }
  return found;
};

const answersTo = (field: Field | null, keys: readonly string[], tables: Tables): readonly Words[] => {
  if (field?.kind === 'yes-no') return keys.map(key => (key === 'true' ? formWords.yes : formWords.no));
  if (field?.kind !== 'choice' && field?.kind !== 'choices') return [];
  return options(field, tables).flatMap(({ code, name }) => (keys.includes(code) ? [name] : []));
};

/** For whom a row is, in words: the answers, lines and areas it names. */
const caseOf = (row: Route, { form, tables, lang }: FormPage): string => {
  const list = (names: readonly Words[]) => names.map(name => name[lang]).join(words.between[lang]);
  const field = fieldAt(form.fields, form.routingField);
  const answers = list(answersTo(field, row.keys ?? [], tables));
  // The answers of a yes-no say nothing without the question.
  const asked =
    field?.kind === 'yes-no' ? say(words.asked, lang, { label: field.label[lang], answers }) : answers;
  const parts = [
    row.keyEnterprise === null ? '' : words[row.keyEnterprise ? 'keyEnterprise' : 'notKeyEnterprise'][lang],
    row.keys ? asked : '',
    list(tables.lines.filter(line => row.lines?.includes(line.code)).map(line => line.ask)),
    list(tables.areas.filter(area => row.areas?.includes(area.code)).map(area => area.name)),
  ].filter(part => part !== '');
  return parts.length > 0 ? parts.join(words.and[lang]) : words.others[lang];
};

const isRequired = (field: Field | null): boolean =>
  field !== null && 'required' in field && field.required === true;

/** Who takes which case, one item a department; nothing where one takes them all. */
const casesView = (page: FormPage, told: Told): View => {
  const { handler, form, lang } = page;
  const facts = { form: form.id, ...nobody, keyEnterprise: null };
  const rows = candidates(handler.routes, facts, handler.day);
  const cases = new Map<string, string[]>();
  const isAnswered = isRequired(fieldAt(form.fields, form.routingField));
  for (const row of rows) {
    const name = nameOf(told, words, row.handler, null);
    const before = cases.get(name) ?? [];
    // Where every answer has a row, the last one says nothing new of who it names already.
    if (!(isTotal(row) && isAnswered && before.length > 0)) cases.set(name, [...before, caseOf(row, page)]);
  }
  if (cases.size < 2) return nothing;
  const items = [...cases].map(
    ([name, list]) =>
      html`<li>${say(words.cases, lang, { handler: name, cases: list.join(words.or[lang]) })}</li>`,
  );
  return html`<details class="who-list"><summary>${words.list[lang]}</summary><ul>${items}</ul></details>`;
};

/**
 * Who gets it, why and by when, said before sending. Without a script every case in a short list; with one, the sentences follow what is
 * chosen, by the rows in `data-who`.
 */
export const whoView = (page: FormPage): View => {
  const { form, handler, lang } = page;
  const told = toldOf(form, handler, lang);
  const sentences = tell(told, words, [nobody], null, handler.day);
  return html`<div class="who" data-who="${JSON.stringify(told)}"><p aria-live="polite">${sentences.join(lang === 'en' ? ' ' : '')}</p>${casesView(page, told)}</div>`;
};

/** A closed form: why, and whom to call instead. */
export const closedView = (page: FormPage): View => {
  const { handler, lang, fillPhone } = page;
  const calls = Object.values(handler.departments).flatMap(({ name, phone }) =>
    phone ? [{ name: name[lang], phone }] : [],
  );
  const list = calls.map(({ name, phone }) => html`<li>${name} <a href="tel:${phone}">${phone}</a></li>`);
  return html`<div class="closed"><h2>${words.closed[lang]}</h2><p>${say(words.reason, lang, { reason: handler.mode.reason[lang] })}</p><p class="call">${words.call[lang]}<a href="tel:${fillPhone}">${fillPhone}</a></p><ul>${list}</ul></div>`;
};
