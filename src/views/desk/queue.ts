import {
  deskWords,
  emptyFiltered,
  emptyWords,
  type ViewName,
  viewGroups,
  viewWords,
} from '#src/i18n/desk.ts';
import { queueWords as words } from '#src/i18n/desk-queue.ts';
import { say } from '#src/i18n/words.ts';
import { html, nothing, type View } from '../html.ts';
import { deskAt } from './address.ts';
import { bulkBar } from './bulk.ts';
import { dueView, shortTime } from './clock.ts';
import { filtersView, isFiltered } from './filters.ts';
import { pagingView } from './paging.ts';
import type { QueueLine, QueuePage } from './queue-page.ts';

const groups: readonly (readonly [keyof typeof viewGroups, readonly ViewName[]])[] = [
  ['act', ['to-accept', 'mine', 'department', 'assisting', 'due-today', 'overdue', 'fast']],
  ['decide', ['declined', 'held', 'complaints', 'to-revisit']],
  ['follow', ['waiting', 'answered', 'unsolved', 'upward']],
  ['rest', ['closed', 'all']],
];

const addressOf = (page: QueuePage, view: ViewName, more: Readonly<Record<string, string>> = {}): string =>
  deskAt(page.lang, '', { view, ...page.filters, ...more });

const viewItem = (page: QueuePage, view: ViewName, count: string): View => {
  const here = view === page.view;
  const loud = view === 'overdue' && count !== '0' ? ' loud' : '';
  const empty = count === '0' && !here ? ' idle' : '';
  return html`<li class="${`view${empty}`}"><a href="${addressOf(page, view)}"${here ? html` aria-current="page"` : nothing}>${viewWords[view][page.lang]} <span class="${`count${loud}`}">${count}</span></a></li>`;
};

const viewsView = (page: QueuePage): View => {
  const counts = new Map(page.counts);
  const list = groups.flatMap(([group, views]) => {
    const has = views.filter(view => counts.has(view));
    if (has.length === 0) return [];
    return html`<h2>${viewGroups[group][page.lang]}</h2><ul>${has.map(view => viewItem(page, view, counts.get(view) ?? ''))}</ul>`;
  });
  const saved =
    page.saved.length === 0
      ? nothing
      : html`<h2>${words.saved[page.lang]}</h2><ul>${page.saved.map(({ id, name, query }) => savedItem(page, id, name, query))}</ul>`;
  return html`<nav class="views" aria-label="${words.views[page.lang]}">${list}${saved}</nav>`;
};

const savedItem = ({ lang, csrf }: QueuePage, id: string, name: string, query: string): View => {
  const label = say(words.drop, lang, { name });
  const href = deskAt(lang, '', Object.fromEntries(new URLSearchParams(query)));
  return html`<li class="view saved"><a href="${href}">${name}</a><form method="post" action="${deskAt(lang, 'views/')}"><input type="hidden" name="_csrf" value="${csrf}"><button class="drop" type="submit" name="drop" value="${id}" aria-label="${label}" title="${label}">×</button></form></li>`;
};

const rowView = (page: QueuePage, row: QueueLine): View => {
  const { lang, now } = page;
  const href = deskAt(lang, `cases/${row.number}/`);
  const flags = row.flags.map(
    ({ text, loud }) => html` <span class="${loud ? 'flag loud' : 'flag'}">${text}</span>`,
  );
  const tick =
    page.bulk.length === 0
      ? nothing
      : html`<td class="pick"><input type="checkbox" form="bulk" name="n.${row.number}" value="on" aria-label="${say(words.chooseOne, lang, { number: `${row.shown} ${row.enterprise}` })}"></td>`;
  const other = row.stopped
    ? words.stopped[lang]
    : say(words.receivedAt, lang, { time: shortTime(row.receivedAt, now, lang) });
  const due = row.running ? dueView(row, now, lang) : html`<span class="left">${other}</span>`;
  return html`<tr data-row>${tick}<td class="due">${due}</td><td class="what"><a href="${href}">${row.enterprise}</a>${flags}<span class="sub">${row.form}</span></td><td class="state">${row.state}</td><td class="who">${row.handler}<span class="sub">${row.officer || deskWords.nobody[lang]}</span></td><td class="area">${row.area}</td><td class="number">${row.shown}</td></tr>`;
};

const tableView = (page: QueuePage): View => {
  const { lang } = page;
  if (page.rows.length === 0)
    return html`<p class="empty">${isFiltered(page) ? emptyFiltered[lang] : emptyWords[page.view][lang]}</p>`;
  const head = ['due', 'case', 'state', 'handler', 'area', 'number'] as const;
  const pick =
    page.bulk.length === 0
      ? nothing
      : html`<th scope="col"><span class="visually-hidden">${words.choose[lang]}</span></th>`;
  return html`<table class="queue"><thead><tr>${pick}${head.map(name => html`<th scope="col">${words[name][lang]}</th>`)}</tr></thead><tbody>${page.rows.map(row => rowView(page, row))}</tbody></table>`;
};

/** The queue: views with counts at the side, filters, the table with due time first (cards on a phone), paging, several at once. */
export const queueView = (page: QueuePage): View => {
  const { lang, view } = page;
  const count = new Map(page.counts).get(view) ?? '';
  const problem = page.problem
    ? html`<div class="error-summary" role="alert" tabindex="-1" id="problems"><h2>${page.problem}</h2></div>`
    : nothing;
  return html`<div class="desk-queue">${viewsView(page)}<div class="list"><h1>${viewWords[view][lang]} <span class="count">${say(words.count, lang, { n: count })}</span></h1>${problem}${filtersView(page)}${tableView(page)}${pagingView(lang, page.next ? addressOf(page, view, { after: page.next }) : '', page.isFirst ? '' : addressOf(page, view))}${page.rows.length > 0 && page.bulk.length > 0 ? bulkBar(page) : nothing}</div></div>`;
};
