import { hitKinds, searchWords } from '#src/i18n/search.ts';
import { type Lang, say } from '#src/i18n/words.ts';
import type { Suggestion } from '#src/search/query.ts';
import { searchIndex } from './engine.ts';
import { marked, node, places } from './node.ts';

const most = 6;
/** Typing pauses this long before titles are looked up. */
const pause = 90;

type Parts = {
  readonly input: HTMLInputElement;
  readonly list: HTMLUListElement;
  readonly status: HTMLElement;
};

const option = (
  { title, page: url, kind }: Suggestion,
  index: number,
  typed: string,
  lang: Lang,
): HTMLElement => {
  const name = kind === 'statute' ? '' : say(hitKinds[kind], lang);
  return node(
    'li',
    { role: 'option', id: `suggestion-${index}`, 'aria-selected': 'false', 'data-url': url },
    node('span', { lang: 'zh-Hans' }, ...marked(title, places(title, [typed.trim()]))),
    node('small', {}, name),
  );
};

const options = ({ list }: Parts): readonly HTMLElement[] => [
  ...list.querySelectorAll<HTMLElement>('[role="option"]'),
];

const chosen = (parts: Parts): HTMLElement | undefined =>
  options(parts).find(one => one.getAttribute('aria-selected') === 'true');

const close = ({ input, list }: Parts): void => {
  list.hidden = true;
  input.setAttribute('aria-expanded', 'false');
  input.removeAttribute('aria-activedescendant');
};

const choose = (parts: Parts, at: number): void => {
  const all = options(parts);
  const target = all[at < 0 ? all.length + at : at % Math.max(1, all.length)];
  for (const one of all) one.setAttribute('aria-selected', String(one === target));
  if (!target) return;
  parts.input.setAttribute('aria-activedescendant', target.id);
  target.scrollIntoView({ block: 'nearest' });
};

const show = (parts: Parts, found: readonly Suggestion[], lang: Lang): void => {
  const { input, list, status } = parts;
  list.replaceChildren(...found.map((one, index) => option(one, index, input.value, lang)));
  list.hidden = found.length === 0;
  input.setAttribute('aria-expanded', String(found.length > 0));
  input.removeAttribute('aria-activedescendant');
  status.textContent = found.length > 0 ? say(searchWords.suggested, lang, { count: found.length }) : '';
};

const move = (parts: Parts, by: 1 | -1): void => {
  const all = options(parts);
  const at = all.findIndex(one => one.getAttribute('aria-selected') === 'true');
  choose(parts, at < 0 ? (by > 0 ? 0 : -1) : (at + by + all.length) % all.length);
};

/** Keys while titles are shown; gives whether the key was used up. */
const press = (parts: Parts, key: string): boolean => {
  if (parts.list.hidden) return false;
  if (key === 'ArrowDown' || key === 'ArrowUp') move(parts, key === 'ArrowDown' ? 1 : -1);
  else if (key === 'Escape') close(parts);
  else if (key === 'Enter') {
    const url = chosen(parts)?.dataset.url;
    if (!url) return false;
    location.assign(url);
  } else return false;
  return true;
};

const build = (input: HTMLInputElement, lang: Lang): Parts => {
  const name = say(searchWords.suggestions, lang);
  const list = node('ul', { role: 'listbox', id: 'suggestions', class: 'suggestions', 'aria-label': name });
  const status = node('p', { class: 'visually-hidden', role: 'status' });
  list.hidden = true;
  input.closest('div')?.append(list, status);
  input.setAttribute('aria-controls', list.id);
  return { input, list, status };
};

/**
 * Makes a question box, as somebody enters it, suggest titles while one types: the combobox pattern of WAI-ARIA 1.2 with a list that
 * is only offered. Enter without a chosen title asks the question; the index loads at once, so that it is there when typing ends.
 */
export const suggestIn = (input: HTMLInputElement, lang: Lang): void => {
  const parts = build(input, lang);
  let timer = 0;
  let newest = 0;
  const look = async (): Promise<void> => {
    newest += 1;
    const mine = newest;
    const typed = input.value.trim();
    const found = typed === '' ? [] : await searchIndex().then(index => index.suggest(typed, most));
    if (mine === newest && document.activeElement === input) show(parts, found, lang);
  };
  input.addEventListener('input', () => {
    clearTimeout(timer);
    // Without the index there is nothing to suggest; asking says what is wrong.
    timer = window.setTimeout(() => void look().catch(() => close(parts)), pause);
  });
  const prepare = () => void searchIndex().catch(() => {});
  // What cannot be loaded now is asked for again, and told, with the question.
  input.addEventListener('focus', prepare);
  input.addEventListener('keydown', event => {
    if (!event.isComposing && press(parts, event.key)) event.preventDefault();
  });
  input.addEventListener('blur', () => {
    newest += 1;
    close(parts);
  });
  input.form?.addEventListener('submit', () => {
    clearTimeout(timer);
    newest += 1;
    close(parts);
  });
  // Pressing a title must not take the focus first: the list would close under the finger.
  parts.list.addEventListener('pointerdown', event => event.preventDefault());
  parts.list.addEventListener('click', event => {
    const url = (event.target as Element).closest<HTMLElement>('[role="option"]')?.dataset.url;
    if (url) location.assign(url);
  });
  prepare();
};
