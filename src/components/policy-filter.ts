import type { State } from '#src/rules/validity.ts';
import { type Status, statusesOf } from './statuses.ts';

/**
 * Narrows the rows of this page down at once, where without it every value is a page of its own. What is chosen stands in the address;
 * the numbers are those of the rows that a value would leave. Rows that are not public on the day stay in the fold at the end.
 */
type Row = {
  readonly item: HTMLElement;
  readonly codes: ReadonlySet<string>;
  readonly known: string;
  readonly open: boolean;
};

const nav = document.querySelector<HTMLElement>('.facets');
const lists = document.querySelector<HTMLElement>('.policies');
const facets = [...(nav?.querySelectorAll<HTMLDetailsElement>('[data-facet]') ?? [])];
const here = nav?.dataset.here;
const links = (of: ParentNode) => [...of.querySelectorAll<HTMLAnchorElement>('a[data-code]')];
const levels = facets
  .filter(facet => facet.dataset.facet === 'level')
  .flatMap(facet => links(facet).map(link => link.dataset.code ?? ''));
const sorts = [...document.querySelectorAll<HTMLAnchorElement>('[data-sort]')];
const usualSort = sorts.find(link => link.hasAttribute('aria-current'))?.dataset.sort ?? 'date';

const rowOf = (item: HTMLElement): Row => {
  const state = (item.dataset.state ?? 'unknown') as State;
  const codes: readonly (string | Status)[] = [...(item.dataset.is?.split(' ') ?? []), ...statusesOf[state]];
  return {
    item,
    codes: new Set(codes),
    known: item.dataset.dates?.split(';')[0] ?? '',
    open: state !== 'unpublished',
  };
};

const rows = [...(lists?.querySelectorAll<HTMLElement>('.row') ?? [])].map(rowOf);
const levelOf = (row: Row): number => levels.findIndex(code => row.codes.has(code));

/** What is chosen, by facet; the value that the page itself shows is not among it. */
const chosen = (): ReadonlyMap<string, string> => {
  const asked = new URLSearchParams(location.search);
  return new Map(
    facets.flatMap(({ dataset: { facet = '' } }) => {
      const code = asked.get(facet);
      return code && facet !== here ? [[facet, code]] : [];
    }),
  );
};

const fits = (row: Row, choice: ReadonlyMap<string, string>, except = ''): boolean =>
  [...choice].every(([facet, code]) => facet === except || row.codes.has(code));

/** Puts the rows in order: into the list of their level, one list by date, or the fold of what came later. */
const arrange = (sort: string): void => {
  const all = [...(lists?.querySelectorAll<HTMLElement>('ul.plain') ?? [])];
  const later = document.querySelector<HTMLElement>('#later ul');
  const first = all[0];
  const placeOf = (row: Row) => {
    if (!row.open) return later;
    const own = all.find(list => list.dataset.level && row.codes.has(list.dataset.level));
    return (sort === 'level' && own) || first;
  };
  const byDate = (a: Row, b: Row) => b.known.localeCompare(a.known);
  const order = (a: Row, b: Row) => (sort === 'level' ? levelOf(a) - levelOf(b) : 0) || byDate(a, b);
  for (const row of [...rows].sort(order)) placeOf(row)?.append(row.item);
};

const mark = (link: HTMLElement, isChosen: boolean): void => {
  if (isChosen) link.setAttribute('aria-current', 'true');
  else link.removeAttribute('aria-current');
};

const markFacet = (facet: HTMLDetailsElement, choice: ReadonlyMap<string, string>): void => {
  const name = facet.dataset.facet ?? '';
  if (name === here) return;
  const label = facet.querySelector('b');
  if (label) label.textContent = '';
  for (const link of links(facet)) {
    const { code = '' } = link.dataset;
    const isChosen = code !== '' && choice.get(name) === code;
    const count = rows.filter(row => row.open && row.codes.has(code) && fits(row, choice, name)).length;
    const number = link.querySelector('span');
    if (number) number.textContent = String(count);
    if (isChosen && label) label.textContent = link.firstChild?.textContent?.trim() ?? code;
    mark(link, isChosen);
    if (link.parentElement) link.parentElement.hidden = code !== '' && count === 0 && !isChosen;
  }
};

const write = (selector: string, count: number): void => {
  const place = document.querySelector(selector);
  if (place) place.textContent = (place.textContent ?? '').replace(/\d+/, String(count));
};

const apply = (): void => {
  const choice = chosen();
  const sort = new URLSearchParams(location.search).get('sort') ?? usualSort;
  arrange(sort);
  for (const row of rows) row.item.hidden = !fits(row, choice);
  for (const group of lists?.querySelectorAll<HTMLElement>('[data-group]') ?? []) {
    group.hidden = !group.querySelector('.row:not([hidden])');
    group.classList.toggle('by-date', sort === 'date');
  }
  for (const facet of facets) markFacet(facet, choice);
  for (const link of sorts) mark(link, link.dataset.sort === sort);
  const shown = rows.filter(row => !row.item.hidden);
  const later = shown.filter(row => !row.open).length;
  write('.found', shown.length - later);
  write('#later summary span', later);
  for (const [selector, hide] of [
    ['#none', shown.length > later],
    ['#later', later === 0],
  ] as const) {
    document.querySelector(selector)?.toggleAttribute('hidden', hide);
  }
};

const go = (name: string, value: string): void => {
  const url = new URL(location.href);
  if (value === '' || url.searchParams.get(name) === value) url.searchParams.delete(name);
  else url.searchParams.set(name, value);
  history.pushState(null, '', url);
  apply();
};

const follow = (event: MouseEvent, link: HTMLAnchorElement, facet: HTMLDetailsElement): void => {
  if (event.ctrlKey || event.metaKey || event.shiftKey) return;
  const { facet: name = '' } = facet.dataset;
  facet.open = false;
  if (name === here) {
    link.search = location.search;
    return;
  }
  event.preventDefault();
  go(name, link.dataset.code ?? '');
  facet.querySelector('summary')?.focus();
};

if (lists && nav) {
  for (const facet of facets) {
    for (const link of links(facet)) link.addEventListener('click', event => follow(event, link, facet));
  }
  for (const link of sorts) {
    link.addEventListener('click', event => {
      event.preventDefault();
      const sort = link.dataset.sort ?? '';
      go('sort', sort === usualSort ? '' : sort);
    });
  }
  for (const line of document.querySelectorAll<HTMLElement>('.sort')) line.hidden = false;
  document.addEventListener('click', event => {
    for (const facet of facets) if (!facet.contains(event.target as Node)) facet.open = false;
  });
  addEventListener('popstate', apply);
  apply();
}
