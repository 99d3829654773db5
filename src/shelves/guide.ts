import { z } from 'zod';
import { partialDay, text } from './entry.ts';

export const guide = z.strictObject({
  title: text,
  summary: text,
  order: z.number().int(),
  /** 本节末尾指向的表单或热线。 */ help: z.strictObject({
    form: z.enum(['materials', 'consultation']).nullable(),
    hotlines: z.array(text),
  }),
});

/** A source that guide passages cite. Sources of fieldwork (`seed`) are reports of what zones did. */
export const guideSource = z.strictObject({
  id: text,
  name: text,
  short: text,
  date: partialDay.nullable(),
  policy: text.nullable(),
  kind: z.enum(['national', 'press', 'standard', 'local', 'unverified', 'later', 'report']),
});
