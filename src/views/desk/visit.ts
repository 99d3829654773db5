import { findingWords, purposeWords, visitWords as words } from '#src/i18n/visit.ts';
import { type Lang, say } from '#src/i18n/words.ts';
import { html, nothing, type View } from '../html.ts';
import { deskAt } from './address.ts';
import { shortTime } from './clock.ts';
import { hidden, type Typed } from './fields.ts';
import { deviceView, dueDay, type SiteItem, visitFieldsView } from './visit-form.ts';

export type VisitPage = {
  readonly lang: Lang;
  readonly csrf: string;
  readonly login: string;
  readonly now: Date;
  readonly id: string;
  readonly enterprise: string;
  readonly purpose: keyof typeof purposeWords;
  readonly state: 'planned' | 'done' | 'dropped';
  readonly area: string;
  readonly department: string;
  readonly officer: string;
  readonly due: string;
  readonly late: boolean;
  /** The case that it belongs to, where this officer may open it. */
  readonly inCase: { readonly number: string; readonly shown: string } | null;
  readonly items: readonly SiteItem[];
  readonly told: View;
  /** May write it down or take it off the plan. */ readonly mayRecord: boolean;
  readonly key: string;
  readonly typed: Typed;
  /** What came of it. */
  readonly record: {
    readonly at: string;
    readonly who: string;
    readonly recordedAt: string;
    readonly results: Readonly<Record<string, string>>;
    readonly note: string;
  };
};

const headView = (page: VisitPage): View => {
  const { lang, now, due, late } = page;
  const time = dueDay(due, now, lang);
  const overdue = late ? html` <span class="flag loud">${words.late[lang]}</span>` : nothing;
  const rows: readonly (readonly [string, View | string])[] = [
    [words.purpose[lang], purposeWords[page.purpose][lang]],
    [words.area[lang], page.area],
    [
      words.who[lang],
      html`${page.department}<span class="sub">${page.officer || words.anybody[lang]}</span>`,
    ],
    [words.due[lang], html`<time datetime="${due}">${time}</time>${overdue}`],
  ];
  const beside = page.inCase
    ? html`<p><a href="${deskAt(lang, `cases/${page.inCase.number}/`)}">${say(words.toCase, lang, { number: page.inCase.shown })}</a></p>`
    : nothing;
  return html`<p class="visit-back"><a href="${deskAt(lang, 'visits/')}">${words.back[lang]}</a></p><header><h1>${page.enterprise}</h1></header>${page.told}<section class="asked"><dl>${rows.map(([label, value]) => html`<div><dt>${label}</dt><dd>${value}</dd></div>`)}</dl>${beside}</section>`;
};

const formView = (page: VisitPage): View => {
  const { lang, csrf, id, key, items, purpose, typed, login } = page;
  const action = deskAt(lang, `visits/${id}/`);
  const fields = visitFieldsView({ lang, items, isCheck: purpose === 'check', typed });
  return html`<section class="visit-record" aria-labelledby="record"><h2 id="record">${words.record[lang]}</h2><p class="hint">${words.noPersonal[lang]}</p>${deviceView(lang, { csrf, login })}<form class="visit-form" method="post" action="${action}" data-visit="${id}" data-name="${page.enterprise}" data-purpose="${purpose}" data-due="${page.due}">${hidden({ _csrf: csrf, _key: key })}${fields}</form><details class="deed visit-drop"><summary>${words.drop[lang]}</summary><form method="post" action="${action}">${hidden({ _csrf: csrf, _act: 'drop' })}<p class="hint">${words.dropNote[lang]}</p><button class="button-quiet" type="submit">${words.dropNow[lang]}</button></form></details></section>`;
};

const findingIn = (code: string, lang: Lang): View | string => {
  const name = findingWords[code as keyof typeof findingWords]?.[lang] ?? code;
  return code === 'fix' ? html`<b class="late">${name}</b>` : name;
};

/** Items of the list in its order; what is not in the list any more stands under its id. */
const resultsView = ({ lang, items, record: { results } }: VisitPage): View => {
  const known = items.filter(item => Object.hasOwn(results, item.id));
  const gone = Object.keys(results).filter(id => !items.some(item => item.id === id));
  const rows = [
    ...known.map(item => [item.ask[lang], item.id] as const),
    ...gone.map(id => [id, id] as const),
  ];
  if (rows.length === 0) return nothing;
  return html`<dl class="findings">${rows.map(([label, id]) => html`<div><dt>${label}</dt><dd>${findingIn(results[id] ?? '', lang)}</dd></div>`)}</dl>`;
};

const doneView = (page: VisitPage): View => {
  const { lang, now, record, login, csrf } = page;
  const { at, who, recordedAt, note } = record;
  const said =
    note === ''
      ? nothing
      : html`<div class="said-text">${note.split('\n').map(line => html`<p>${line}</p>`)}</div>`;
  const by = say(words.recordedBy, lang, { who, at: shortTime(recordedAt, now, lang) });
  return html`<section class="visit-record" aria-labelledby="record"><h2 id="record">${words.record[lang]}</h2>${deviceView(lang, { csrf, login })}<p><time datetime="${at}">${shortTime(at, now, lang)}</time> <span class="sub">${by}</span></p>${resultsView(page)}${said}</section>`;
};

/** One visit: what is planned, and the record to fill in on the spot, or what came of it. */
export const visitView = (page: VisitPage): View => {
  const { lang, now, state, record } = page;
  if (state === 'done') return html`${headView(page)}${doneView(page)}`;
  if (state === 'dropped') {
    const at = shortTime(record.recordedAt, now, lang);
    return html`${headView(page)}<p class="watching">${say(words.dropped, lang, { who: record.who, at })}</p>`;
  }
  return html`${headView(page)}${page.mayRecord ? formView(page) : nothing}`;
};
