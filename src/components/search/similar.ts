import type { Hit } from '#src/search/query.ts';
import { searchIndex, siteDay } from './engine.ts';

const most = 3;
/** Below this a question is too short to compare. */
const shortest = 4;

/**
 * The published answers most like a typed question, at most three: common questions and policies. Empty where nothing fits well,
 * where the question is too short, or where the index cannot be loaded: a form never fails for it.
 */
export const similar = async (question: string): Promise<readonly Hit[]> => {
  if ([...question.trim()].length < shortest) return [];
  try {
    const index = await searchIndex();
    const day = siteDay();
    const asOf = day ? { asOf: day } : {};
    const { hits, confident } = await index.search(question, {
      top: most,
      kinds: ['faq', 'policy'],
      ...asOf,
    });
    return confident ? hits : [];
  } catch {
    return [];
  }
};
