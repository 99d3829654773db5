import { z } from 'zod';
import { keyOf, text } from './entry.ts';
import { topics } from './policy.ts';

/** A lay word and the official words it means, for search. */
export const term = z.strictObject({
  lay: text,
  official: z.array(text).min(1),
  topics: z.array(keyOf(topics)),
});
