import { deskWords } from '#src/i18n/desk.ts';
import { caseWords as words } from '#src/i18n/desk-case.ts';
import { type Lang, say } from '#src/i18n/words.ts';
import { html, nothing, type View } from '../html.ts';
import { deskAt } from './address.ts';
import { dueView, shortTime } from './clock.ts';
import { deedFields } from './deed-fields.ts';
import { deskField, deskProblems, type Typed } from './fields.ts';

/** Another case, as a link. */
export type Beside = {
  readonly number: string;
  readonly shown: string;
  readonly told: string;
  /** Whether this officer may open it. */ readonly open: boolean;
};

export type FactsPage = {
  readonly lang: Lang;
  readonly csrf: string;
  readonly number: string;
  readonly head: number;
  readonly now: Date;
  readonly clock: {
    readonly due: string;
    readonly running: boolean;
    readonly stopped: boolean;
    readonly notes: readonly string[];
    /** Who is late, since when. */ readonly late: readonly {
      readonly who: string;
      readonly since: string;
    }[];
  };
  readonly lead: string;
  readonly officer: string;
  readonly holder: string;
  readonly parts: readonly {
    readonly department: string;
    readonly position: string;
    readonly due: string;
    readonly late: boolean;
  }[];
  readonly routing: readonly string[];
  /** Where it came from and other plain facts, label and value. */
  readonly plain: readonly (readonly [string, string])[];
  /** Whether personal fields may be opened, are open already, or there are none. */
  readonly personal: 'masked' | 'shown' | 'none';
  readonly typed: Typed;
  readonly files: readonly {
    readonly id: string;
    readonly name: string;
    readonly size: string;
    readonly note: string;
    readonly fetchable: boolean;
  }[];
  readonly linked: readonly Beside[];
  readonly merged: readonly Beside[];
  readonly mergedInto: Beside | null;
  readonly others: readonly Beside[];
};

const card = (title: string, inner: View): View => html`<section><h2>${title}</h2>${inner}</section>`;

const pairs = (rows: readonly (readonly [string, View | string])[]): View =>
  html`<dl>${rows.map(([label, value]) => html`<div><dt>${label}</dt><dd>${value}</dd></div>`)}</dl>`;

const clockView = ({ clock, lang, now }: FactsPage): View => {
  const { due, running, stopped, notes, late } = clock;
  const state = running
    ? html`<p class="clock-due">${dueView({ due, running }, now, lang)}</p>`
    : html`<p>${stopped ? words.stopped[lang] : words.ended[lang]}</p>`;
  const told = late.map(
    ({ who, since }) =>
      html`<li class="late">${say(words.lateSince, lang, { who, at: shortTime(since, now, lang) })}</li>`,
  );
  const list = [...told, ...notes.map(note => html`<li>${note}</li>`)];
  return card(words.clock[lang], html`${state}${list.length > 0 ? html`<ul>${list}</ul>` : nothing}`);
};

const partsView = ({ lead, officer, holder, parts, lang }: FactsPage): View => {
  const rows: (readonly [string, View | string])[] = [
    [words.lead[lang], lead],
    [words.officer[lang], officer || deskWords.nobody[lang]],
    ...(holder === lead ? [] : [[words.holder[lang], holder] as const]),
    ...parts.map(
      ({ department, position, due, late }) =>
        [
          words.assisting[lang],
          html`${department}<span class="sub${late ? ' late' : ''}">${position || words.waiting[lang]}${due ? html`${deskWords.comma[lang]}${say(words.answerBy, lang, { date: due })}` : nothing}</span>`,
        ] as const,
    ),
  ];
  return card(words.parts[lang], pairs(rows));
};

/** Personal fields are opened for a reason, which is recorded. */
const personalView = (page: FactsPage): View => {
  const { lang, personal, csrf, number, head, typed } = page;
  if (personal === 'none') return nothing;
  if (personal === 'shown') return html`<p class="shown" role="status">${words.personalShown[lang]}</p>`;
  const fields = deedFields('open', []).map(field => deskField(field, 'd-open', typed, lang));
  return html`<section class="personal"><h2>${words.personal[lang]}</h2><form method="post" action="${deskAt(lang, `cases/${number}/`)}"><input type="hidden" name="_csrf" value="${csrf}"><input type="hidden" name="_deed" value="open"><input type="hidden" name="_head" value="${head}">${deskProblems('d-open', typed.problems, lang)}${fields}<button class="button-quiet" type="submit">${words.show[lang]}</button></form></section>`;
};

const filesView = ({ files, number, lang }: FactsPage): View => {
  if (files.length === 0) return nothing;
  const items = files.map(({ id, name, size, note, fetchable }) => {
    const label = say(words.fileOf, lang, { name, size });
    const link = fetchable
      ? html`<a href="${deskAt(lang, `cases/${number}/files/${id}`)}" download>${label}</a>`
      : html`${label} <span class="sub">${words.refusedFile[lang]}</span>`;
    return html`<li>${link}${note ? html`<span class="sub">${note}</span>` : nothing}</li>`;
  });
  return card(words.files[lang], html`<ul>${items}</ul><p class="hint">${words.filesNote[lang]}</p>`);
};

const besideView = (title: string, list: readonly Beside[], lang: Lang): View => {
  if (list.length === 0) return nothing;
  const items = list.map(({ number, shown, told, open }) => {
    const name = open ? html`<a href="${deskAt(lang, `cases/${number}/`)}">${shown}</a>` : shown;
    return html`<li>${name}<span class="sub">${told}</span></li>`;
  });
  return card(title, html`<ul>${items}</ul>`);
};

/** What is known of the case, at the side. */
export const factsView = (page: FactsPage): View => {
  const { lang, mergedInto } = page;
  const into = mergedInto
    ? html`<p class="watching"><a href="${deskAt(lang, `cases/${mergedInto.number}/`)}">${say(words.mergedInto, lang, { number: mergedInto.shown })}</a></p>`
    : nothing;
  return html`<aside class="facts-side" aria-label="${words.facts[lang]}">${into}${clockView(page)}${partsView(page)}${personalView(page)}${filesView(page)}${card(words.routing[lang], html`<ul>${page.routing.map(line => html`<li>${line}</li>`)}</ul>`)}${card(words.facts[lang], pairs(page.plain))}${besideView(words.linked[lang], page.linked, lang)}${besideView(words.merged[lang], page.merged, lang)}${besideView(words.others[lang], page.others, lang)}</aside>`;
};
