import type { Lang } from '#src/i18n/words.ts';
import { dayInWords, dayOf, timeOf } from '#src/rules/day.ts';

/** A point in time as people read it, in Shanghai: `2020年3月20日 17:00`. */
export const timeInWords = (iso: string, lang: Lang): string => {
  const at = new Date(iso);
  return `${lang === 'zh-Hans' ? dayInWords(dayOf(at)) : dayOf(at)} ${timeOf(at)}`;
};
