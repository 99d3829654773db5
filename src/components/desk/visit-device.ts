import type { visitSaid } from '#src/i18n/visit.ts';

/** The page's place for what this device keeps; it brings the words in the page's language. */
export const device = document.querySelector<HTMLElement>('[data-visits]');
const words: Partial<Record<keyof typeof visitSaid, string>> = JSON.parse(device?.dataset.words ?? '{}');

/** '/' or '/en/'. */
export const home = device?.dataset.home ?? '/';

/** A sentence in the page's language. */
export const tell = (
  sentence: keyof typeof visitSaid,
  values: Readonly<Record<string, string | number>> = {},
): string =>
  (words[sentence] ?? '').replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));

const mark = 'desk-visits';

/** Who keeps visits on this device; '' while nobody does. The login alone, so that it can be asked without opening anything. */
const keeper = (): string => {
  try {
    return localStorage.getItem(mark) ?? '';
  } catch {
    return '';
  }
};

export const markKeeper = (login: string): void => {
  if (!left) localStorage.setItem(mark, login);
};

/** Whether somebody is signing out: what was on its way into the device then stays out of it. */
let left = false;
export const isLeft = (): boolean => left;
export const leaveDevice = (): void => {
  left = true;
  localStorage.removeItem(mark);
};
/** They stay after all. */
export const stay = (): void => {
  left = false;
  markKeeper(owner());
};

/** Whose visits this page shows: of whoever is signed in; without a network of who was last. */
export const owner = (): string => device?.dataset.login || keeper();
