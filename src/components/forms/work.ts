import type { Mine } from './draft-model.ts';

/** What the page is working on: the draft it belongs to, the entry of the outbox it came from, the salt of its keys. */
export const work: { draft: (Mine & { readonly name: string }) | null; entry: string | null; salt: string } =
  {
    draft: null,
    entry: null,
    salt: '',
  };

/** 160 random bits. */
export const newSalt = (): string =>
  [...crypto.getRandomValues(new Uint8Array(20))].map(byte => byte.toString(16).padStart(2, '0')).join('');

/** 53 bits of a text: enough to tell the contents of one salt apart; nothing is kept secret by it. */
const mark = (text: string): string => {
  let [a, b] = [0xdeadbeef, 0x41c6ce57];
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    a = Math.imul(a ^ code, 2654435761);
    b = Math.imul(b ^ code, 1597334677);
  }
  a = Math.imul(a ^ (a >>> 16), 2246822507) ^ Math.imul(b ^ (b >>> 13), 3266489909);
  b = Math.imul(b ^ (b >>> 16), 2246822507) ^ Math.imul(a ^ (a >>> 13), 3266489909);
  return (4294967296 * (2097151 & b) + (a >>> 0)).toString(36);
};

const place = (form: string): string => `salt:${form}`;

/** The tab's own salt: random and no part of what was typed, so that a reload or the back button finds the same key again. */
const saltOf = (form: string): string => {
  if (work.salt) return work.salt;
  try {
    work.salt = sessionStorage.getItem(place(form)) ?? '';
    work.salt ||= newSalt();
    sessionStorage.setItem(place(form), work.salt);
  } catch {
    // Storage is switched off: the key lasts as long as the page does.
    work.salt ||= newSalt();
  }
  return work.salt;
};

/** One key for one content: pressing twice, going back, retrying, a second tab of the same draft all send the same key. */
export const keyFor = (form: string, content: string): string => `${saltOf(form)}-${mark(content)}`;

/** The salt a draft of this page is kept with. */
export const saltFor = saltOf;

/** What was sent is over: the same words typed anew are a new matter. */
export const forget = (form: string): void => {
  Object.assign(work, { draft: null, entry: null, salt: '' });
  try {
    sessionStorage.removeItem(place(form));
  } catch {
    // Nothing was kept there.
  }
};
