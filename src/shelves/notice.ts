import { z } from 'zod';
import { day, text } from './entry.ts';

export const notice = z.strictObject({
  title: text,
  published: day,
  /** 示例条目在页面上明显标出。 */ sample: z.boolean(),
});
