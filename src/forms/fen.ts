import type { Lang } from '#src/i18n/words.ts';
import { fold } from '#src/rules/text.ts';
import { moneyIn } from './money.ts';

/** The most that one amount may be: ten billion yuan, as the form allows. */
const mostFen = 1_000_000_000_000;

/** Yuan with two decimals, as forms keep them, in whole fen. */
export const fenOf = (yuan: number): number => Math.round(yuan * 100);

/** How many digits each unit stands before the fen. */
const digits: Readonly<Record<string, number>> = { '': 2, 元: 2, 万: 6, 万元: 6, 亿: 10, 亿元: 10 };
const shape = /^[¥￥]?\s*([\d,]{1,18})(?:\.(\d{1,12}))?\s*([元万亿]{0,2})$/;

/**
 * A typed amount in whole fen, read digit by digit: a bare number is yuan, `63万` is 630,000 yuan. Null where it is none, is not above 0, is
 * finer than a fen, or is too much.
 */
export const fenIn = (typed: string): number | null => {
  const [, whole = '', part = '', unit = ''] = shape.exec(fold(typed).trim()) ?? [];
  const shift = digits[unit];
  const rest = part.replace(/0+$/, '');
  if (whole === '' || shift === undefined || rest.length > shift) return null;
  const fen = Number(whole.replaceAll(',', '') + rest.padEnd(shift, '0'));
  return fen > 0 && fen <= mostFen ? fen : null;
};

const grouped = (fen: number): string =>
  (fen / 100).toLocaleString('en-US', {
    minimumFractionDigits: fen % 100 === 0 ? 0 : 2,
    maximumFractionDigits: 2,
  });

/** Whole fen in words, one unit: `63万元`, `8,640.50元`, `RMB 630,000`. */
export const fenText = (fen: number, lang: Lang): string => {
  if (lang !== 'zh-Hans') return `RMB ${grouped(fen)}`;
  return fen >= 1_000_000 && fen % 10_000 === 0 ? moneyIn(fen / 100, lang) : `${grouped(fen)}元`;
};

/** The number alone in yuan, for columns that name the unit above. */
export const yuanText = grouped;
