import { pressureWords } from '#src/i18n/desk.ts';
import { bulkWords as words } from '#src/i18n/desk-queue.ts';
import { type Lang, say } from '#src/i18n/words.ts';
import { html, nothing, type View } from '../html.ts';
import { deskAt } from './address.ts';
import { deskField, hidden, noticeView, type Typed, untyped } from './fields.ts';

/** What can be done to several cases at once. */
export const bulkActs = ['assign', 'press', 'release'] as const;
export type BulkAct = (typeof bulkActs)[number];

type Bar = {
  readonly lang: Lang;
  readonly csrf: string;
  readonly bulk: readonly (readonly [string, string])[];
  readonly acts: readonly BulkAct[];
};

const same = (text: string) => ({ 'zh-Hans': text, en: text });

/** What is chosen in the table is passed on, urged or released: first a preview. */
export const bulkBar = ({ lang, csrf, bulk, acts }: Bar, typed: Typed = untyped): View => {
  const field = (one: Parameters<typeof deskField>[0]) => deskField(one, 'b', typed, lang);
  return html`<form class="bulk" id="bulk" method="post" action="${deskAt(lang, 'bulk/')}"><input type="hidden" name="_csrf" value="${csrf}"><h2>${words.title[lang]}</h2>${field({ name: 'act', kind: 'radios', label: words.title, options: acts.map(act => [act, words[act]] as const) })}<div class="bulk-fields">${field(
    {
      name: 'department',
      kind: 'choice',
      label: words.to,
      options: bulk.map(([code, name]) => [code, same(name)]),
    },
  )}${field({ name: 'pressure', kind: 'choice', label: words.pressure, options: Object.entries(pressureWords) })}${field({ name: 'reason', kind: 'line', label: words.reason, max: 200 })}</div><button class="button" type="submit">${words.preview[lang]}</button></form>`;
};

/** One of the cases chosen, and what will become of it. */
export type BulkLine = {
  readonly number: string;
  readonly shown: string;
  readonly enterprise: string;
  readonly form: string;
  /** What happens, or happened, to it, in words. */ readonly told: string;
  readonly fine: boolean;
};

const table = (rows: readonly BulkLine[], lang: Lang): View =>
  html`<table class="bulk-rows"><tbody>${rows.map(
    row =>
      html`<tr><td class="number"><a href="${deskAt(lang, `cases/${row.number}/`)}">${row.shown}</a></td><td class="what">${row.enterprise}<span class="sub">${row.form}</span></td><td class="${row.fine ? 'told' : 'told not'}">${row.told}</td></tr>`,
  )}</tbody></table>`;

const part = (title: string, rows: readonly BulkLine[], lang: Lang): View =>
  rows.length === 0
    ? nothing
    : html`<h2>${title} <span class="count">${rows.length}</span></h2>${table(rows, lang)}`;

type Sent = { readonly lang: Lang; readonly csrf: string; readonly act: BulkAct };

/** What will happen to each, and which cannot; nothing was done yet. `send` is what the button sends. */
export const bulkPreview = (
  { lang, csrf, act }: Sent,
  rows: readonly BulkLine[],
  send: Readonly<Record<string, string>>,
): View => {
  const fine = rows.filter(row => row.fine);
  const n = fine.length;
  const go =
    n === 0
      ? nothing
      : html`<form method="post" action="${deskAt(lang, 'bulk/')}">${hidden({ _csrf: csrf, _sure: 'yes', ...send })}<button class="button" type="submit">${say(words.do, lang, { n })}</button></form>`;
  return html`<h1>${say(words.previewTitle, lang, { deed: words[act][lang], n: rows.length })}</h1><p class="lead">${words.previewLead[lang]}</p>${part(words.will[lang], fine, lang)}${part(
    words.wont[lang],
    rows.filter(row => !row.fine),
    lang,
  )}<div class="button-row">${go}<a class="button-quiet" href="${deskAt(lang, '')}">${words.cancel[lang]}</a></div>`;
};

/** What became of each; an assignment can be undone by a new one back. */
export const bulkResult = (
  { lang, csrf, act }: Sent,
  rows: readonly BulkLine[],
  undo: Readonly<Record<string, string>> | null,
): View => {
  const fine = rows.filter(row => row.fine);
  const back = undo
    ? html`<form method="post" action="${deskAt(lang, 'bulk/')}">${hidden({ _csrf: csrf, ...undo })}<button class="button-quiet" type="submit">${words.undo[lang]}</button></form>`
    : nothing;
  const title = say(words.resultTitle, lang, {
    deed: words[act][lang],
    done: fine.length,
    not: rows.length - fine.length,
  });
  return html`<h1 role="status">${title}</h1>${part(words.done[lang], fine, lang)}${part(
    words.notDone[lang],
    rows.filter(row => !row.fine),
    lang,
  )}<div class="button-row"><a class="button" href="${deskAt(lang, '')}">${words.cancel[lang]}</a>${back}</div>${undo ? html`<p class="hint">${words.undoNote[lang]}</p>` : nothing}`;
};

/** Nothing was chosen, or what is needed was not said: the same bar again. */
export const bulkAgain = (bar: Bar, problem: string, typed: Typed, numbers: readonly string[]): View =>
  html`<h1>${words.title[bar.lang]}</h1>${noticeView(problem)}${numbers.length > 0 ? html`${bulkBar(bar, typed)}${numbers.map(number => html`<input type="hidden" form="bulk" name="n.${number}" value="on">`)}` : html`<p class="button-row"><a class="button" href="${deskAt(bar.lang, '')}">${words.cancel[bar.lang]}</a></p>`}`;
