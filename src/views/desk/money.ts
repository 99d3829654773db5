import { projectWords as words } from '#src/i18n/desk-projects.ts';
import { type Lang, say } from '#src/i18n/words.ts';
import { amount } from '#src/rules/amount.ts';

const wan = 10_000;
const yi = 100_000_000;

/** At most two decimals, none that is 0, and commas in thousands. */
const short = (value: number): string =>
  (Math.round(value * 100) / 100).toLocaleString('en-US', { maximumFractionDigits: 2 });

/** Whole yuan as people say them: `21亿元`, `3,000万元`; in English in millions. */
export const moneyIn = (yuan: number, lang: Lang): string => {
  if (yuan < wan) return say(words.yuan, lang, { n: short(yuan) });
  const isLarge = yuan >= yi;
  const unit = isLarge ? yi : wan;
  const n = short(yuan / (lang === 'en' ? 1_000_000 : unit));
  return say(isLarge ? words.yi : words.wan, lang, { n });
};

/** What was typed as money, in whole yuan; a bare number is 万元. 0 for what is none. */
export const yuanIn = (typed: string): number => {
  const value = amount(typed);
  return value === null || value <= 0 ? 0 : Math.round(value * wan);
};

/** Whole yuan as they are typed again, to the yuan. */
export const moneyTyped = (yuan: number): string => (yuan % wan === 0 ? `${yuan / wan}万元` : `${yuan}元`);
