import { place } from './words.ts';

type Props<T> = { readonly [P in keyof T]?: T[P] } & { readonly data?: Readonly<Record<string, string>> };

/** An element with its properties and what stands in it. */
export const el = <K extends keyof HTMLElementTagNameMap>(
  tag: K,
  { data, ...props }: Props<HTMLElementTagNameMap[K]> = {},
  ...children: readonly (Node | string)[]
): HTMLElementTagNameMap[K] => {
  const element = Object.assign(document.createElement(tag), props);
  Object.assign(element.dataset, data);
  element.append(...children);
  return element;
};

/** A quiet button; `about` is read out where its words alone would not say which of several it is for. */
export const press = (words: string, about: string, work: () => unknown): HTMLButtonElement => {
  const button = el(
    'button',
    { type: 'button', className: 'button-quiet', ariaLabel: about, data: { about } },
    words,
  );
  button.addEventListener('click', () => void work());
  return button;
};

/** The part of the page that lists what is kept; it stands before the form, or where the page left its place. */
export const kept = el('section', { className: 'kept', hidden: true });
const keptTold = el('p', { className: 'said' });
keptTold.setAttribute('role', 'status');
/** What `show` draws anew; the sentence beside it stays. */
export const lists = el('div');
kept.append(lists, keptTold);

const told = place?.querySelector<HTMLElement>('[data-told]');

/** Says a sentence where the person is: in the list, or beside the button that saves. */
export const say = (sentence: string): void => {
  const isThere = kept.contains(document.activeElement) || !told?.isConnected;
  const [here, there] = isThere ? [keptTold, told] : [told, keptTold];
  if (here) here.textContent = sentence;
  if (there) there.textContent = '';
  if (here === keptTold) kept.hidden = false;
};

/** Draws the lists anew and leaves the focus at the same button, or at the list where that is gone. */
export const show = (parts: readonly Node[]): void => {
  const about = document.activeElement instanceof HTMLElement ? document.activeElement.dataset.about : '';
  const wasInside = lists.contains(document.activeElement);
  lists.replaceChildren(...parts);
  if (!wasInside) return;
  const same = [...lists.querySelectorAll<HTMLElement>('[data-about]')].find(
    one => one.dataset.about === about,
  );
  const next =
    same ?? lists.querySelector<HTMLElement>('button, a') ?? document.querySelector<HTMLElement>('h1');
  if (next?.matches('h1')) next.tabIndex = -1;
  next?.focus();
};
