import { z } from 'zod';
import type { Words } from '#src/i18n/words.ts';
import { isDay } from '#src/rules/day.ts';

/**
 * What every shelf of `content/` is made of. One strict schema a shelf, in the words of government information metadata;
 * every entry is checked at build and by `npm run check`. Messages are in Chinese and say what to write: editors read them.
 */
export const day = z
  .string("写成带引号的日期，例如 '2020-03-20'")
  .refine(isDay, '要写成存在的日期，例如 2020-03-20');

/** A date that may be known only to its month or year: `2020-03`, `2020`. */
export const partialDay = z
  .string("写成带引号的日期，例如 '2020-03-20'")
  .refine(
    text => /^\d{4}(-(0[1-9]|1[0-2]))?$/.test(text) || isDay(text),
    '写成 2020-03-20；只知道月份写 2020-03，只知道年份写 2020',
  );

export const text = z.string('要写文字').trim().min(1, '不能空着');

/** How sure we are: high is checked, medium is shown as 待核对原文, low is not shown. */
export const confidence = z.enum(
  ['high', 'medium', 'low'],
  '写 high（已核）、medium（待核对原文）或 low（不显示）',
);

/** A key of a table of words: the key is stored, the words are shown. */
export const keyOf = <T extends Record<string, Words>>(table: T) => {
  const keys = Object.keys(table) as [keyof T & string, ...(keyof T & string)[]];
  return z.enum(keys, `只能写：${keys.map(key => `${key}（${table[key]?.['zh-Hans']}）`).join('、')}`);
};
