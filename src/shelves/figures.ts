import { z } from 'zod';
import { w } from '#src/i18n/words.ts';
import { day, text } from './entry.ts';

/**
 * What a zone published about itself, one file a zone: tables of parts with their total, shares with what they were made of, single numbers.
 * Everything as the report has it; what does not fit together is said in words and never put right.
 */
const words = z
  .strictObject({ zh: text, en: text.refine(en => !/\p{Script=Han}/u.test(en), '英文里不夹汉字') })
  .transform(({ zh, en }) => w(zh, en));

const sense = z.enum(
  ['exact', 'about', 'over', 'nearly'],
  '写 exact（正好）、about（约）、over（多、余、以上）或 nearly（近）',
);

const value = z.number('写数字，不加引号；原文没有给写 null').nonnegative('不能小于 0');

const stated = {
  /** null：原文提到，没有给数字。 */ value: value.nullable(),
  sense,
  /** 原文的说法，和数字写法不一样时照录：“2万余人”。 */ said: text.nullable(),
};

const row = z.strictObject({ name: words, ...stated });

const table = z.strictObject({
  title: words,
  unit: words,
  /** 数字是哪一天的；原文没有写的写 null，页面写“原文没有写日期”。 */ asOf: day.nullable(),
  /** parts：各行加起来是合计。stages：同一件事的几个阶段，不能相加。apart：口径或日期不同，不能相加。 */
  kind: z.enum(['parts', 'stages', 'apart'], '写 parts（分项）、stages（阶段）或 apart（不同口径）'),
  rows: z.array(row).min(2, '至少写两行'),
  total: z.strictObject(stated).nullable(),
  /** 合计比各行之和多出多少，为什么；相等写 null。 */
  gap: z.strictObject({ of: z.number('写数字，不加引号'), why: words }).nullable(),
  /** 没有计入的、口径、为什么不能相加；没有写 null。 */ note: words.nullable(),
});

const rate = z.strictObject({
  name: words,
  numerator: value.nullable(),
  denominator: value.nullable(),
  unit: words.nullable(),
  /** 原文的百分数，照录位数；没有给写 null，由程序算，标“计算值”。 */
  published: z
    .string("加引号，例如 '94.64'")
    .regex(/^\d{1,3}(\.\d{1,4})?$/, "只写数字，例如 '94.64'")
    .nullable(),
  asOf: day.nullable(),
  note: words.nullable(),
});

const single = z.strictObject({
  name: words,
  ...stated,
  unit: words,
  asOf: day.nullable(),
  note: words.nullable(),
});

/** 一个区的总数：scope 写它是哪些企业、哪些人的数；没有总数的也在这里说明。 */
const headline = z.strictObject({ ...stated, asOf: day.nullable(), scope: words.nullable() });

export const zoneFigures = z.strictObject({
  zone: words,
  /** 各地做法里的那一篇。 */ practice: text,
  source: z.strictObject({ name: words, date: day }),
  /** 复工企业和到岗人数，放在各区对照的表里。 */ firms: headline,
  staff: headline,
  tables: z.array(table),
  rates: z.array(rate),
  singles: z.array(single),
  /** 矛盾和口径，一句一条。 */ notes: z.array(words),
});

export type ZoneFigures = z.infer<typeof zoneFigures>;
export type FigureTable = ZoneFigures['tables'][number];
