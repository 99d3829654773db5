import type { deviceSaid } from '#src/i18n/device.ts';
import type { Lang } from '#src/i18n/words.ts';

type Said = typeof deviceSaid;
export type Sentence = keyof Said;

/** The page's place for drafts and outbox; it brings the words in the page's language. Kept by reference: a receipt takes its place. */
export const place = document.querySelector<HTMLElement>('#device');
const words: Partial<Record<Sentence, string>> = JSON.parse(place?.dataset.words ?? '{}');

/** Its words are made in simplified characters where the page is in traditional ones. */
export const lang: Lang = document.documentElement.lang === 'en' ? 'en' : 'zh-Hans';
/** '/' or '/en/'. */
export const home = place?.dataset.home ?? '/';

/** A sentence in the page's language. */
export const tell = (sentence: Sentence, values: Readonly<Record<string, string | number>> = {}): string =>
  (words[sentence] ?? '').replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));

/** `12月6日`: the day until which something is kept. */
export const dayOf = (milliseconds: number): string =>
  new Intl.DateTimeFormat(lang, { month: 'long', day: 'numeric' }).format(milliseconds);

/** `14:03`. */
export const timeOf = (milliseconds: number): string =>
  new Intl.DateTimeFormat(lang, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(
    milliseconds,
  );
