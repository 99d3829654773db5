import { queueWords as words } from '#src/i18n/desk-queue.ts';
import { flag, html, nothing, type View } from '../html.ts';
import { deskAt } from './address.ts';
import type { QueuePage } from './queue-page.ts';

type Narrowing = 'form' | 'area' | 'line' | 'department';

/** A code and its name, one of them chosen. */
const option = ([code, name]: readonly [string, string], chosen: string): View =>
  html`<option value="${code}"${flag('selected', code === chosen)}>${name}</option>`;

const select = ({ lang, options, filters }: QueuePage, name: Narrowing): View =>
  options[name].length === 0
    ? nothing
    : html`<label>${words[name][lang]}<select name="${name}"><option value="">${words.every[lang]}</option>${options[name].map(one => option(one, filters[name]))}</select></label>`;

/** The newest stand first where everything is listed: there is nothing to choose. */
const sortView = ({ lang, view, filters }: QueuePage): View => {
  if (view === 'all' || view === 'closed') return nothing;
  const sorts = [
    ['due', words.byDue[lang]],
    ['received', words.byReceived[lang]],
  ] as const;
  return html`<label>${words.sort[lang]}<select name="sort">${sorts.map(one => option(one, filters.sort))}</select></label>`;
};

export const isFiltered = ({ filters }: QueuePage): boolean =>
  filters.form !== '' || filters.area !== '' || filters.line !== '' || filters.department !== '';

/** Keeps what the queue is narrowed to under a name. */
const saveView = ({ lang, view, filters, csrf }: QueuePage): View => {
  const query = new URLSearchParams({ view, ...filters }).toString();
  return html`<details class="save-view"><summary>${words.save[lang]}</summary><form method="post" action="${deskAt(lang, 'views/')}"><input type="hidden" name="_csrf" value="${csrf}"><input type="hidden" name="query" value="${query}"><label>${words.saveAs[lang]}<input name="name" required maxlength="20" autocomplete="off"></label><button class="button-quiet" type="submit">${words.save[lang]}</button></form></details>`;
};

/** What narrows and sorts the queue; folded away on a phone. */
export const filtersView = (page: QueuePage): View => {
  const { lang, view } = page;
  const clear = isFiltered(page)
    ? html`<a class="more" href="${deskAt(lang, '', { view })}">${words.clear[lang]}</a>`
    : nothing;
  return html`<details class="filters"${flag('open', isFiltered(page))}><summary>${words.filters[lang]}</summary><div class="filters-row"><form method="get" action="${deskAt(lang, '')}"><input type="hidden" name="view" value="${view}">${select(page, 'form')}${select(page, 'area')}${select(page, 'line')}${select(page, 'department')}${sortView(page)}<button class="button-quiet" type="submit">${words.apply[lang]}</button>${clear}</form>${saveView(page)}</div></details>`;
};
