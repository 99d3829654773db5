import { vacancyDeskWords as words } from '#src/i18n/desk-vacancies.ts';
import { type Lang, prefix, say, type Words } from '#src/i18n/words.ts';
import { flag, html, nothing, type View } from '../html.ts';
import { type VacancyLine, vacancyPreview } from '../vacancies.ts';
import { deskAt } from './address.ts';
import { shortTime } from './clock.ts';
import { type DeskField, deskField, deskProblems, hidden, type Typed } from './fields.ts';

/** One position of the case. */
export type PositionPage = {
  readonly kind: 'hire' | 'lend';
  readonly line: number;
  readonly was: number;
  readonly mark: string;
  readonly state: string;
  /** Its public number; '' where it never had one. */ readonly number: string;
  readonly isOpen: boolean;
  readonly isPublic: boolean;
  /** Nobody has decided on it, or it must be looked at again. */ readonly isNew: boolean;
  readonly headcount: number;
  readonly typed: Typed;
  readonly fill: Typed;
  readonly preview: VacancyLine;
  /** Something was typed that is not saved. */ readonly isTyping: boolean;
};

export type VacancyCasePage = {
  readonly lang: Lang;
  readonly csrf: string;
  readonly now: Date;
  readonly number: string;
  readonly name: string;
  readonly phone: string;
  readonly told: View;
  /** Why nothing may be published; ''. */ readonly refusal: string;
  readonly mayAct: boolean;
  readonly positions: readonly PositionPage[];
  readonly employment: readonly (readonly [string, Words])[];
  readonly events: readonly { readonly at: string; readonly who: string; readonly text: string }[];
};

const yesNo = [
  ['yes', words.yes],
  ['no', words.no],
] as const;

/** What is filled in of a position. One table for the form and for reading what it sends. */
export const positionFields = (
  kind: PositionPage['kind'],
  employment: VacancyCasePage['employment'],
): readonly DeskField[] => {
  const heads = { name: 'headcount', kind: 'line', label: words.headcount, required: true, max: 6 } as const;
  const until = {
    name: 'until',
    kind: 'day',
    label: words.untilDay,
    required: true,
    help: words.untilHelp,
  } as const;
  if (kind === 'lend')
    return [
      { name: 'skills', kind: 'text', label: words.can, required: true, max: 200, rows: 2 },
      heads,
      until,
    ];
  return [
    { name: 'title', kind: 'line', label: words.name, required: true, max: 40 },
    heads,
    { name: 'skills', kind: 'text', label: words.skills, max: 200, rows: 2 },
    { name: 'payFrom', kind: 'line', label: words.payFrom, max: 10 },
    { name: 'payTo', kind: 'line', label: words.payTo, max: 10 },
    { name: 'employment', kind: 'choice', label: words.employment, options: employment },
    { name: 'startDay', kind: 'day', label: words.startDay },
    { name: 'insured', kind: 'choice', label: words.insured, options: yesNo },
    { name: 'online', kind: 'choice', label: words.online, options: yesNo },
    {
      name: 'board',
      kind: 'ticks',
      label: words.board,
      options: [
        ['meals', words.meals],
        ['lodging', words.lodging],
      ],
    },
    until,
  ];
};

const fillField: DeskField = { name: 'filled', kind: 'line', label: words.fillTitle, required: true, max: 6 };

/** Where a position stands on the page. */
export const anchorOf = ({ kind, line }: Pick<PositionPage, 'kind' | 'line'>): string => `${kind}-${line}`;

/** What a position is called on the page and in the records. */
export const positionName = ({ kind, line }: Pick<PositionPage, 'kind' | 'line'>, lang: Lang): string =>
  kind === 'lend' ? words.lend[lang] : say(words.hire, lang, { n: line + 1 });

const formView = (page: VacancyCasePage, one: PositionPage, inside: View): View => {
  const { lang, csrf, number } = page;
  const { kind, line, was, mark } = one;
  const pairs = { _csrf: csrf, _kind: kind, _line: String(line), _was: String(was), _mark: mark };
  return html`<form method="post" action="${deskAt(lang, `vacancies/${number}/`)}#${anchorOf(one)}">${hidden(pairs)}${inside}</form>`;
};

const actView = (act: string, text: string, quiet = false): View =>
  html`<button class="${quiet ? 'button-quiet' : 'button'}" type="submit" name="_act" value="${act}"${flag('formnovalidate', quiet)}>${text}</button>`;

const publishView = (page: VacancyCasePage, one: PositionPage): View => {
  const { lang, employment } = page;
  const { kind, isOpen, isNew, typed } = one;
  const prefixed = anchorOf(one);
  const fields = positionFields(kind, employment).map(field => deskField(field, prefixed, typed, lang));
  const fresh = kind === 'lend' ? words.publishLend : words.publish;
  const go = isOpen ? words.change : isNew ? fresh : words.again;
  const out = isNew ? actView('leave-out', words.leaveOut[lang], true) : nothing;
  return formView(
    page,
    one,
    html`${deskProblems(prefixed, typed.problems, lang)}<div class="vacancy-fields">${fields}</div><div class="button-row">${actView('publish', go[lang])}${actView('preview', words.preview[lang], true)}${out}</div>`,
  );
};

const openView = (page: VacancyCasePage, one: PositionPage): View => {
  const { lang } = page;
  const { headcount, fill, typed, isTyping } = one;
  const prefixed = anchorOf(one);
  const found = formView(
    page,
    one,
    html`${deskProblems(prefixed, fill.problems, lang)}<div class="vacancy-fill">${deskField(fillField, prefixed, fill, lang)}<button class="button" type="submit" name="_act" value="fill">${words.fill[lang]}</button></div><p class="hint">${say(words.fillHelp, lang, { all: headcount })}</p>`,
  );
  const off = formView(page, one, actView('withdraw', words.withdraw[lang], true));
  const isOpened = isTyping || Object.keys(typed.problems).length > 0;
  return html`${found}<details class="deed"${flag('open', isOpened)}><summary>${words.changeTitle[lang]}</summary>${publishView(page, one)}</details>${off}`;
};

const positionView = (page: VacancyCasePage, one: PositionPage): View => {
  const { lang, mayAct, refusal } = page;
  const { isOpen, isPublic, number, preview, isTyping } = one;
  const title = isPublic && !isTyping ? words.asNow : words.as;
  const link = isPublic
    ? html` <a href="${prefix(lang)}/vacancies/${one.kind === 'lend' ? 'lend/' : ''}#v${number}">${words.onSite[lang]}</a>`
    : nothing;
  const shown = html`<div class="vacancy-shown"><h3>${title[lang]}</h3>${vacancyPreview(preview, lang)}<p>${link}</p></div>`;
  const acts =
    !mayAct || (refusal !== '' && !isOpen) ? nothing : isOpen ? openView(page, one) : publishView(page, one);
  const tag =
    number === '' ? nothing : html` <span class="hint">${say(words.number, lang, { number })}</span>`;
  return html`<section class="vacancy-review" id="${anchorOf(one)}" aria-labelledby="${anchorOf(one)}-title"><h2 id="${anchorOf(one)}-title">${positionName(one, lang)} <span class="flag">${one.state}</span>${tag}</h2><div class="vacancy-columns"><div>${acts}</div>${shown}</div></section>`;
};

const historyView = ({ lang, now, events }: VacancyCasePage): View =>
  events.length === 0
    ? nothing
    : html`<section class="visit-record" aria-labelledby="history"><h2 id="history">${words.history[lang]}</h2><ul class="round-contacts">${events.map(one => html`<li><time datetime="${one.at}">${shortTime(one.at, now, lang)}</time> ${one.who} ${one.text}</li>`)}</ul></section>`;

/** The positions of a case, each as it will be read beside what may be done with it. */
export const vacancyCaseView = (page: VacancyCasePage): View => {
  const { lang, number, name, phone, told, refusal, positions } = page;
  const why = refusal ? html`<p class="watching">${refusal}</p>` : nothing;
  const list =
    positions.length === 0
      ? html`<p class="empty">${words.noneSent[lang]}</p>`
      : positions.map(one => positionView(page, one));
  return html`<header class="case-head"><p><a href="${deskAt(lang, `cases/${number}/`)}">${words.back[lang]}</a> · <a href="${deskAt(lang, 'vacancies/')}">${words.toList[lang]}</a></p><h1>${words.caseTitle[lang]}</h1><p class="case-line">${name}</p></header>${told}${why}<p class="lead">${say(words.caseLead, lang, { phone })}</p>${list}${historyView(page)}`;
};
