import { z } from 'zod';
import { text } from './entry.ts';

/** One passage in another language, with the Chinese words that it was made of: where those have changed since, readers are told. */
const line = z.strictObject({
  id: text,
  /** 译的时候要点版的原句。 */ from: text,
  text,
});

/** A section of the short guide in another language: `content/guides/en.yaml`. */
export const translation = z.strictObject({
  id: text,
  title: text,
  lines: z.array(line).min(1, '至少写一句'),
});
export type Translation = z.infer<typeof translation>;
