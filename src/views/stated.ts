import { type Lang, say } from '#src/i18n/words.ts';
import { zoneFigureWords as words } from '#src/i18n/zone-figures.ts';
import type { Stated } from '#src/rules/reconcile.ts';

const grouped = new Intl.NumberFormat('en-US', { maximumFractionDigits: 2 });

/** A number as people read it: `31,478`; `—` where nobody knows. */
export const numberIn = (value: number | null): string => (value === null ? '—' : grouped.format(value));

/** A number with how exactly it was stated: 约400, 1,000以上. */
export const statedIn = ({ value, sense }: Stated, lang: Lang): string =>
  value === null || sense === 'exact' ? numberIn(value) : say(words[sense], lang, { n: numberIn(value) });
