import type { Lang } from '#src/i18n/words.ts';
import { dayInWords, dayOf, timeOf } from '#src/rules/day.ts';

/** A day as people read it: `2020年3月20日`; in English as it stands. */
export const dateIn = (day: string, lang: Lang): string => (lang === 'zh-Hans' ? dayInWords(day) : day);

/** A point in time as people read it, in Shanghai: `2020年3月20日 17:00`. */
export const timeInWords = (iso: string, lang: Lang): string => {
  const at = new Date(iso);
  return `${dateIn(dayOf(at), lang)} ${timeOf(at)}`;
};

/** A day as people read it: `2020年3月20日`; '' for none. */
export const dayIn = (day: string, lang: Lang): string =>
  day === '' || lang !== 'zh-Hans' ? day : dayInWords(day);

/** A point in time of a day that is named beside it, in Shanghai: `17:00`. */
export const clockIn = (at: Date): string => timeOf(at);
