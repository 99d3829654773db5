import { z } from 'zod';
import { day, text } from './entry.ts';

export const practice = z.strictObject({
  zone: text,
  region: text,
  kind: text,
  summary: text,
  source: z.strictObject({ name: text, date: day }),
  /** 原文的数字，照录；`note` 说明矛盾和换算。 */
  figures: z.array(
    z.strictObject({
      name: text,
      value: z.number(),
      unit: text,
      asOf: day.nullable(),
      approximate: z.boolean(),
    }),
  ),
  notes: z.array(text),
});
