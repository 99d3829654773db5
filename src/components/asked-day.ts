import { dayOf, isDay } from '#src/rules/day.ts';
import { dateIn } from '#src/rules/validity.ts';

/** The day that a page was built for, the one that it is read for, and that of `?asof=`; null where none was asked for. */
export type AskedDay = { readonly built: string; readonly day: string; readonly other: string | null };

export const all = <T extends HTMLElement>(selector: string, from: ParentNode = document): readonly T[] => [
  ...from.querySelectorAll<T>(selector),
];

/** Words that scripts say: those of Chinese pages come in simplified characters, and are changed with the page. */
export const lang = document.documentElement.lang === 'en' ? 'en' : 'zh-Hans';

/**
 * The day for which the page is read: the one that `?asof=` asks for, else the one that it was built for, or today where the site goes by the
 * clock. Says in the banner of <AsOf> which it is, or that there is no such day, and lets another be chosen. Null without that banner.
 */
export const askedDay = (): AskedDay | null => {
  const frame = document.querySelector<HTMLElement>('.as-of');
  if (!frame) return null;
  const { day: built = '', live } = frame.dataset;
  const asked = new URLSearchParams(location.search).get('asof');
  const other = asked !== null && isDay(asked) ? asked : null;
  const day = other ?? (live === undefined ? built : dayOf(new Date()));
  for (const note of all(`[data-${other ? 'other' : 'bad'}]`, frame)) note.hidden = asked === null;
  for (const field of all<HTMLInputElement>('[name=asof]')) field.value = day;
  for (const part of all('.day-line > :not(span)')) part.hidden = !part.hidden;
  if (other || day !== built) for (const time of all('.day')) time.textContent = dateIn(lang, day);
  return { built, day, other };
};

/** Links to pages that can show a day keep the day that was asked for. */
export const keepDay = (day: string): void => {
  for (const link of all<HTMLAnchorElement>(
    'a[href^="/"][href*="/policies/"],a[href^="/"][href*="/hotlines/"]:not([download]),a[href="/"],a[href="/zh-hant/"],a[href="/en/"],a[href^="/"][href$="/large/"]',
  )) {
    if ('now' in link.dataset) continue;
    const url = new URL(link.href);
    url.searchParams.set('asof', day);
    link.href = url.pathname + url.search + url.hash;
  }
};
