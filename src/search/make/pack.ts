import { highestClass } from '../lexicon.ts';

/** The words of `classes[c]`, parted by blanks, each with its class. */
export const classed = (classes: readonly string[]): readonly (readonly [word: string, c: number])[] =>
  classes.flatMap((words, c) =>
    words
      .split(' ')
      .filter(Boolean)
      .map(word => [word, Math.min(highestClass, c)] as const),
  );

/**
 * Words as text that compresses well: how often all occur together and the length of the longest; then a line for each first
 * character, of each word the rest and one letter for its class, a capital where the word has a file of its own.
 */
export const packWords = (classes: readonly string[], large: ReadonlySet<string>): string => {
  const rows = new Map<string, string[]>();
  const words = [...classed(classes)].sort((a, b) => (a[0] < b[0] ? -1 : 1));
  for (const [word, c] of words) {
    const letter = String.fromCharCode((large.has(word) ? 65 : 97) + c);
    const first = word.charAt(0);
    const row = rows.get(first);
    if (row) row.push(word.slice(1) + letter);
    else rows.set(first, [word.slice(1) + letter]);
  }
  const total = words.reduce((sum, [, c]) => sum + 2 ** c, 0);
  const longest = words.reduce((most, [word]) => Math.max(most, word.length), 1);
  return [`${total} ${longest}`, ...[...rows].map(([first, rest]) => first + rest.join(''))].join('\n');
};
