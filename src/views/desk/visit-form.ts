import { findingWords, visitSaid, visitWords as words } from '#src/i18n/visit.ts';
import { type Lang, prefix, type Words } from '#src/i18n/words.ts';
import { dayOf } from '#src/rules/day.ts';
import { flag, html, nothing, type View } from '../html.ts';
import { shortDay } from './clock.ts';
import { deskField, deskProblems, type Typed } from './fields.ts';

/** One thing to look at, and the chapter of the guide that says how. */
export type SiteItem = { readonly id: string; readonly ask: Words; readonly guide: string };

/** Who keeps something on the device, and what their requests carry. */
type Owner = { readonly csrf: string; readonly login: string };

/** The script's place for what this device keeps: shown by it, hidden without one. It brings the words in the page's language. */
export const deviceView = (lang: Lang, { csrf, login }: Owner): View => {
  const said = Object.fromEntries(
    Object.entries(visitSaid).map(([name, sentence]) => [name, sentence[lang]]),
  );
  return html`<section class="device visit-device" aria-label="${visitSaid.title[lang]}" data-visits data-login="${login}" data-csrf="${csrf}" data-home="${prefix(lang)}/" data-words="${JSON.stringify(said)}" hidden></section>`;
};

/** The day by which a visit is made: `今天`, or `3月24日`. */
export const dueDay = (iso: string, now: Date, lang: Lang): string => {
  const day = dayOf(new Date(iso));
  return day === dayOf(now) ? words.today[lang] : shortDay(day, lang);
};

export type VisitForm = {
  readonly lang: Lang;
  readonly items: readonly SiteItem[];
  /** A check: every item has a finding. */ readonly isCheck: boolean;
  readonly typed: Typed;
};

const found = (typed: Typed, item: string): unknown =>
  typeof typed.values.results === 'object' && typed.values.results !== null
    ? (typed.values.results as Readonly<Record<string, unknown>>)[item]
    : undefined;

const itemView = ({ lang, isCheck, typed }: VisitForm, { id, ask, guide }: SiteItem): View => {
  const chips = Object.entries(findingWords).map(
    ([code, name]) =>
      html`<label class="choice"><input type="radio" name="results.${id}" value="${code}"${flag('required', isCheck)}${flag('checked', found(typed, id) === code)}> ${name[lang]}</label>`,
  );
  // Only the Chinese guide has chapters of its own.
  return html`<fieldset class="site-item"><legend>${ask[lang]}</legend><div class="choices">${chips}</div><a class="site-guide" href="/guides/${guide}/" target="_blank" rel="noopener">${words.see[lang]}<span class="visually-hidden">${ask[lang]}</span></a></fieldset>`;
};

/** What is filled in on the spot: when, item by item, a note. The same on the desk's page and on the page for no network. */
export const visitFieldsView = (form: VisitForm): View => {
  const { lang, items, isCheck, typed } = form;
  const field = (name: 'at' | 'note', kind: 'moment' | 'text') =>
    deskField(
      kind === 'moment'
        ? { name, kind, label: words.atLabel, required: true }
        : { name, kind, label: words.note, help: words.noteHelp, max: 1000, rows: 4 },
      'v',
      typed,
      lang,
    );
  const problem = typed.problems.results
    ? html`<p class="error" id="v-results-error">${typed.problems.results}</p>`
    : nothing;
  return html`${deskProblems('v', typed.problems, lang)}<p class="hint">${words.recordLead[lang]}${isCheck ? words.checkLead[lang] : nothing}</p>${field('at', 'moment')}<div class="site-items" id="v-results">${problem}${items.map(item => itemView(form, item))}</div>${field('note', 'text')}<button class="button" type="submit">${words.send[lang]}</button>`;
};
