import type { Lang } from '#src/i18n/words.ts';
import { amount } from '#src/rules/amount.ts';

/** The most that one amount may be: ten billion yuan, as the form allows. */
const mostYuan = 10_000_000_000;

/** 万元, as forms keep it, in whole yuan. */
export const yuanOf = (tenThousands: number): number => Math.round(tenThousands * 10_000);

/** A typed amount in whole yuan: a bare number is 万元. Null where it is none, not above 0, finer than a yuan, or too much. */
export const yuanIn = (typed: string): number | null => {
  const value = amount(typed);
  const exact = value === null ? 0 : value * 10_000;
  const yuan = Math.round(exact);
  return yuan > 0 && yuan <= mostYuan && Math.abs(exact - yuan) < 1e-3 ? yuan : null;
};

const grouped = (value: number): string => value.toLocaleString('en-US', { maximumFractionDigits: 4 });

/** Whole yuan in words, one unit: `21亿元`, `350万元`, `RMB 3,500,000`. */
export const moneyIn = (yuan: number, lang: Lang): string => {
  if (lang !== 'zh-Hans') return `RMB ${grouped(yuan)}`;
  const tenThousands = yuan / 10_000;
  return tenThousands >= 10_000 && tenThousands % 100 === 0
    ? `${grouped(tenThousands / 10_000)}亿元`
    : `${grouped(tenThousands)}万元`;
};

/** The number alone in 万元, for columns that name the unit above. */
export const tenThousandsIn = (yuan: number): string => grouped(yuan / 10_000);
