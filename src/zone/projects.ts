import { z } from 'zod';
import { w } from '#src/i18n/words.ts';
import { isDay } from '#src/rules/day.ts';

const day = z.string('日期要带引号').refine(isDay, '要写成存在的日期，例如 2020-03-20');
const text = z.string().trim().min(1, '不能空着');

/** What a project must have before it starts, dated; `lead`: office days before the planned start. */
export const projectConditionsFile = z
  .array(
    z.strictObject({
      code: z.string().regex(/^[a-z][a-z0-9-]*$/, '代码只用小写字母、数字和短横线'),
      name: z.strictObject({ zh: text, en: text }).transform(({ zh, en }) => w(zh, en)),
      lead: z.number().int().min(0, '不能小于0').max(250, '不能大于250'),
      from: day,
      to: day.nullable(),
      source: text,
    }),
  )
  .min(1)
  .max(40, '最多写40项')
  .refine(
    rows => new Set(rows.map(row => row.code)).size === rows.length,
    '有两项的 code 一样；改成不同的，用过的不再给别的条件用',
  );
