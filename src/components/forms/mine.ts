import { isShared } from './permit.ts';

/** What opens a case without its password: kept on this device where the person asked for it, and nowhere else. */
export type Link = { readonly number: string; readonly token: string };

const place = 'cases';

const isLink = (value: unknown): value is Link =>
  typeof value === 'object' &&
  value !== null &&
  'number' in value &&
  'token' in value &&
  typeof value.number === 'string' &&
  typeof value.token === 'string';

/** The kept cases, the newest first; none on a computer of many people, nor where the browser keeps nothing. */
const kept = (): readonly Link[] => {
  if (isShared()) return [];
  try {
    const found: unknown = JSON.parse(localStorage.getItem(place) ?? '[]');
    return Array.isArray(found) ? found.filter(isLink) : [];
  } catch {
    return [];
  }
};

const store = (links: readonly Link[]): void => {
  if (links.length === 0) localStorage.removeItem(place);
  else localStorage.setItem(place, JSON.stringify(links));
};

const digits = (number: string): string => number.replaceAll('-', '');
const without = (number: string): readonly Link[] =>
  kept().filter(one => digits(one.number) !== digits(number));

/** The link in an address, `/track/#number.token`; null where there is none. */
export const linkIn = (address: string): Link | null => {
  const [number = '', token = ''] = decodeURIComponent(address.split('#')[1] ?? '').split('.');
  return /^\d{13}$/.test(number) && token ? { number, token } : null;
};

const press = (label: string, act: () => void, style: string): HTMLButtonElement => {
  const button = document.createElement('button');
  Object.assign(button, { type: 'button', className: style, textContent: label });
  button.addEventListener('click', act);
  return button;
};

const show = (number: string): string => digits(number).replace(/^(\d{5})(\d{4})(\d{4})$/, '$1-$2-$3');

/** Lists the kept cases where the page has a place for them; each opens with a press, and can be forgotten. */
export const listMine = (root: ParentNode, open: (link: Link) => void): void => {
  const box = root.querySelector<HTMLElement>('[data-mine]');
  const list = box?.querySelector('ul');
  if (!box || !list) return;
  const links = kept();
  box.hidden = links.length === 0;
  list.replaceChildren(
    ...links.map(link => {
      const item = document.createElement('li');
      const forget = (): void => {
        store(without(link.number));
        listMine(root, open);
      };
      const label = (box.dataset.remove ?? '').replace('{number}', show(link.number));
      item.append(
        press(show(link.number), () => open(link), 'button-quiet'),
        press(label, forget, 'link-button'),
      );
      return item;
    }),
  );
  const clear = box.querySelector<HTMLButtonElement>('[data-clear]');
  if (clear)
    clear.onclick = () => {
      store([]);
      listMine(root, open);
    };
};

/** Offers to keep a case on this device, where its link is known and the computer is not one of many people. */
export const offerKeeping = (root: ParentNode, link: Link | null): void => {
  const button = root.querySelector<HTMLButtonElement>('[data-keep]');
  if (!button || !link || isShared()) return;
  const { number, token } = link;
  const isKept = kept().some(one => digits(one.number) === digits(number));
  button.hidden = false;
  button.disabled = isKept;
  if (isKept) button.textContent = button.dataset.kept ?? '';
  button.addEventListener('click', () => {
    try {
      store([{ number, token }, ...without(number)]);
      button.textContent = button.dataset.kept ?? '';
    } catch {
      button.textContent = button.dataset.failed ?? '';
    }
    button.disabled = true;
  });
};
