/** A stretch of folded text that can be searched: Chinese characters, or letters and digits. */
export type Run = { readonly at: number; readonly text: string; readonly han: boolean };

const runs = /[\u3400-\u9fff\uf900-\ufaff]+|[a-z0-9]+(?:\.\d+)?%?/g;
const first = /[\u3400-\u9fff\uf900-\ufaff]/;

/** The runs of a folded text; everything else parts them. */
export const runsOf = (folded: string): readonly Run[] =>
  Array.from(folded.matchAll(runs), match => ({
    at: match.index,
    text: match[0],
    han: first.test(match[0]),
  }));

/** Letters and digits longer than this are looked up whole and by nothing else. */
const longestToken = 40;

/**
 * Every term by which a folded text is found, in order, with repetitions: single characters, pairs of neighbours, words of letters
 * and digits and what they are made of; a number also with the character after it (11号, 50条, 3月).
 */
export const gramsOf = (folded: string): readonly string[] => {
  const found: string[] = [];
  let before: Run | undefined;
  for (const run of runsOf(folded)) {
    const { text } = run;
    if (run.han) {
      const joined = before && !before.han && before.at + before.text.length === run.at;
      if (joined && /\d$/.test(before?.text ?? '')) found.push(`${before?.text}${text.charAt(0)}`);
      for (let i = 0; i < text.length; i++) {
        found.push(text.charAt(i));
        if (i > 0) found.push(text.slice(i - 1, i + 1));
      }
    } else if (text.length <= longestToken) {
      found.push(text);
      if (text.length > 1) found.push(...text);
    }
    before = run;
  }
  return found;
};
