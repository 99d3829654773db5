import { isPlain, length, tidy } from '#src/rules/text.ts';

/** What an enterprise may say of its case in one go, in characters. */
export const longestReply = 1000;

/** What somebody typed to be added to a case: the text as it is kept, or why it is not taken. */
export type Reply =
  | { readonly text: string }
  | { readonly refusal: 'missing' | 'plain' | 'too-long'; readonly length: number };

/** Reads it: trimmed, several lines allowed; '' is refused only where something must be said. */
export const readReply = (raw: unknown, isRequired: boolean): Reply => {
  const text = tidy(typeof raw === 'string' ? raw : '', true);
  const count = length(text);
  if (!isPlain(text)) return { refusal: 'plain', length: count };
  if (count > longestReply) return { refusal: 'too-long', length: count };
  return text === '' && isRequired ? { refusal: 'missing', length: 0 } : { text };
};
