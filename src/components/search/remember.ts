import { searchWords } from '#src/i18n/search.ts';
import { type Lang, say } from '#src/i18n/words.ts';
import { forgetAll, forgetOpen, remembered, setKeep } from './memory.ts';
import { node } from './node.ts';

type Href = (question: string) => string;

const items = (list: readonly string[], href: Href): readonly Node[] =>
  list.map(question => node('li', {}, node('a', { href: href(question) }, question)));

const openItem = (question: string, lang: Lang, search: Href, consult: Href, refresh: () => void): Node => {
  const label = `${say(searchWords.handOver, lang)}：${question}`;
  const hand = node('a', { class: 'button-quiet', href: consult(question), 'aria-label': label });
  hand.append(say(searchWords.handOver, lang));
  hand.addEventListener('click', () => forgetOpen(question));
  const name = say(searchWords.remove, lang, { query: question });
  const away = node('button', { type: 'button', class: 'drop', 'aria-label': name, title: name }, '×');
  away.addEventListener('click', () => {
    forgetOpen(question);
    refresh();
  });
  return node('li', {}, node('a', { href: search(question) }, question), node('span', {}, hand, away));
};

/** Shows what this device remembers: recent searches, questions without an answer, and the switch. */
export const showMemory = (lang: Lang, search: Href, consult: Href): void => {
  const refresh = (): void => showMemory(lang, search, consult);
  const { keep, recent, open } = remembered();
  const part = (id: string): HTMLElement | null => document.querySelector<HTMLElement>(id);
  const [recentPart, openPart] = [part('#recent'), part('#open')];
  if (recentPart) recentPart.hidden = recent.length === 0;
  if (openPart) openPart.hidden = open.length === 0;
  part('#recent-list')?.replaceChildren(...items(recent, search));
  part('#open-list')?.replaceChildren(
    ...open.map(question => openItem(question, lang, search, consult, refresh)),
  );
  const box = document.querySelector<HTMLInputElement>('#keep');
  const line = part('#keep-line');
  if (line) line.hidden = false;
  if (box) {
    box.checked = keep;
    box.onchange = () => {
      setKeep(box.checked);
      refresh();
    };
  }
  const clear = document.querySelector<HTMLButtonElement>('#clear-recent');
  if (clear)
    clear.onclick = () => {
      forgetAll();
      refresh();
    };
};
