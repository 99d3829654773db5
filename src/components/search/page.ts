import { searchWords } from '#src/i18n/search.ts';
import { prefix, say } from '#src/i18n/words.ts';
import { isLarge } from '#src/large/address.ts';
import { nationwide } from '#src/search/entries/region.ts';
import { type EntryKind, entryKinds } from '#src/search/entry.ts';
import type { Answer, SearchOptions } from '#src/search/query.ts';
import { language } from '#src/traditional/address.ts';
import { type Asked, nothingAsked, readAsked, sieves, siftedBy, step, writeAsked } from './address.ts';
import { pageLang } from './box.ts';
import { searchIndex } from './engine.ts';
import { hitItems } from './hits.ts';
import { forgetOpen, rememberSearch } from './memory.ts';
import { node } from './node.ts';
import { showMemory } from './remember.ts';

const lang = pageLang();
/** Terms shown as also searched for: the nearest come first. */
const mostAlso = 6;
const t = (
  words: (typeof searchWords)[keyof typeof searchWords],
  values: Record<string, string | number> = {},
) => say(words, lang, values);

const one = <T extends HTMLElement>(selector: string): T => {
  const found = document.querySelector<T>(selector);
  if (!found) throw new Error(`the search page lacks ${selector}`);
  return found;
};

const root = one('#search');
const box = one<HTMLInputElement>('#q');
const outcome = one('#outcome');
const list = one('#results');
const also = one('#also');
const unsure = one('#unsure');
const handOver = one('#hand-over');
const more = one<HTMLButtonElement>('#more');
const sift = one<HTMLFormElement>('#sift');
const siteDay = root.dataset.day ?? '';

const frame = () => ({
  lang,
  day: readAsked(location.hash.slice(1)).day || siteDay,
  marks: 'fragmentDirective' in document,
  isTraditional: document.documentElement.lang === language,
  isLarge: isLarge(new URL(location.href)),
});

const control = (name: string): HTMLInputElement | HTMLSelectElement | null =>
  sift.querySelector(`[name="${name}"]`);

const isKind = (text: string): text is EntryKind => (entryKinds as readonly string[]).includes(text);

/** What the address asks for, as the engine takes it. A region means the region and what holds everywhere. */
const optionsOf = (asked: Asked): SearchOptions => {
  const filters = {
    ...(asked.level ? { level: [asked.level] } : {}),
    ...(asked.topic ? { topic: [asked.topic] } : {}),
    ...(asked.region ? { region: [asked.region, nationwide] } : {}),
  };
  return {
    top: asked.count,
    filters,
    asOf: asked.day || siteDay,
    inForceOnly: asked.valid,
    sort: asked.newest ? 'newest' : 'relevance',
    ...(isKind(asked.kind) ? { kinds: [asked.kind] } : {}),
    ...(asked.region ? { prefer: { region: [asked.region] } } : {}),
  };
};

const hrefOf = (q: string): string => `#${writeAsked({ ...nothingAsked, q })}`;

const consultation = (q: string): string =>
  `${prefix(lang)}/forms/consultation/#${new URLSearchParams({ question: q })}`;

const showAlso = (expanded: readonly string[]): void => {
  const links = expanded
    .slice(0, mostAlso)
    .map(term => node('a', { href: hrefOf(term), lang: 'zh-Hans' }, term));
  also.replaceChildren(...(links.length > 0 ? [node('span', {}, `${t(searchWords.also)}：`), ...links] : []));
};

const summary = (asked: Asked, answer: Answer): string => {
  const values = { query: asked.q, count: answer.total, shown: answer.hits.length };
  if (answer.hits.length === 0)
    return t(siftedBy(asked) > 0 ? searchWords.nothingSifted : searchWords.nothing, values);
  return t(answer.total > answer.hits.length ? searchWords.foundMost : searchWords.found, values);
};

const show = (asked: Asked, answer: Answer): void => {
  const good = answer.confident && answer.hits.length > 0;
  outcome.textContent = summary(asked, answer);
  showAlso(answer.expanded);
  list.replaceChildren(...hitItems(answer, frame()));
  more.hidden = answer.total <= answer.hits.length;
  unsure.hidden = good || siftedBy(asked) > 0;
  handOver.hidden = !unsure.hidden;
  for (const link of document.querySelectorAll<HTMLAnchorElement>('[data-consult]'))
    link.href = consultation(asked.q);
  if (siftedBy(asked) === 0) rememberSearch(asked.q, good);
};

const clear = (): void => {
  outcome.textContent = '';
  list.replaceChildren();
  also.replaceChildren();
  for (const part of [more, unsure, handOver]) part.hidden = true;
};

const failed = (): void => {
  clear();
  shown = '';
  const again = node('button', { type: 'button', class: 'button-quiet' }, t(searchWords.again));
  again.addEventListener('click', () => void answer());
  outcome.replaceChildren(`${t(searchWords.failed)} `, again);
};

const fillIn = (asked: Asked): void => {
  box.value = asked.q;
  for (const name of sieves) {
    const field = control(name);
    if (field) field.value = asked[name];
  }
  const day = control('day');
  if (day) day.value = asked.day || siteDay;
  const sort = control('sort');
  if (sort) sort.value = asked.newest ? 'newest' : '';
  const valid = sift.querySelector<HTMLInputElement>('[name="valid"]');
  if (valid) valid.checked = asked.valid;
  const count = siftedBy(asked);
  one('#sift-name').textContent = count > 0 ? t(searchWords.sifted, { count }) : t(searchWords.sift);
  one('#clear-sift').hidden = count === 0;
};

let newest = 0;
/** The question whose hits are on the screen. */
let shown = '';
/** Answers what the address asks; an answer that comes after a newer question is dropped. */
const answer = async (): Promise<void> => {
  newest += 1;
  const mine = newest;
  const asked = readAsked(location.hash.slice(1));
  fillIn(asked);
  root.classList.toggle('asked', asked.q !== '');
  one('#sift-box').hidden = asked.q === '';
  if (asked.q === '') clear();
  else {
    // Another question's hits do not stand under this one while it is looked up.
    if (asked.q !== shown) clear();
    if (list.childElementCount === 0) outcome.textContent = t(searchWords.loading);
    try {
      const found = await searchIndex().then(index => index.search(asked.q, optionsOf(asked)));
      if (mine === newest) {
        show(asked, found);
        shown = asked.q;
      }
    } catch {
      if (mine === newest) failed();
    }
  }
  if (mine === newest) showMemory(lang, hrefOf, consultation);
};

const go = (asked: Asked): void => {
  const hash = `#${writeAsked(asked)}`;
  if (hash === location.hash) void answer();
  else location.hash = hash;
};

const siftedNow = (): Asked => {
  const current = readAsked(location.hash.slice(1));
  const data = new FormData(sift);
  const value = (name: string): string => String(data.get(name) ?? '');
  const day = value('day');
  return {
    ...current,
    kind: value('kind'),
    level: value('level'),
    region: value('region'),
    topic: value('topic'),
    day: day === siteDay ? '' : day,
    valid: data.has('valid'),
    newest: value('sort') === 'newest',
    count: step,
  };
};

box.form?.addEventListener('ask', event => {
  const q = event instanceof CustomEvent ? String(event.detail) : '';
  go({ ...readAsked(location.hash.slice(1)), q, count: step });
});
sift.addEventListener('change', () => go(siftedNow()));
sift.addEventListener('submit', event => event.preventDefault());
one('#clear-sift').addEventListener('click', () => {
  const { q, newest: sorted } = readAsked(location.hash.slice(1));
  go({ ...nothingAsked, q, newest: sorted });
});
more.addEventListener('click', () => {
  const asked = readAsked(location.hash.slice(1));
  go({ ...asked, count: asked.count + step });
});
document.addEventListener('click', event => {
  const link = event.target instanceof Element ? event.target.closest('[data-consult]') : null;
  if (link) forgetOpen(readAsked(location.hash.slice(1)).q);
});
addEventListener('hashchange', () => void answer());

// A form without a script, or an old link, asks with `?q=`: the question moves behind `#`.
if (location.search && !location.hash) {
  history.replaceState(null, '', `${location.pathname}#${writeAsked(readAsked(location.search))}`);
}
void answer();
