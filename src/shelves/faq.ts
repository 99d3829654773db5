import { z } from 'zod';
import { faqCategories } from '#src/i18n/faq.ts';
import { confidence, day, keyOf, text } from './entry.ts';

export const faq = z.strictObject({
  question: text,
  category: keyOf(faqCategories),
  /** 相关政策的 slug，每个都要存在。 */ policies: z.array(text),
  guides: z.array(text),
  confidence,
  note: text.nullable(),
  /** 来自咨询的问答：由哪个部门答复、哪天发布；编辑自己写的不用填。 */
  answered: z.strictObject({ by: text, date: day }).optional(),
});
