/** Where any of the words stands in a folded text: [start, end), in order, joined where they touch. */
export const marksOf = (
  folded: string,
  words: readonly string[],
): readonly (readonly [start: number, end: number])[] => {
  const held = new Uint8Array(folded.length + 1);
  for (const word of words) {
    if (!word) continue;
    for (let at = folded.indexOf(word); at >= 0; at = folded.indexOf(word, at + 1)) {
      held.fill(1, at, at + word.length);
    }
  }
  const marks: [number, number][] = [];
  for (let i = 0; i < folded.length; i++) {
    if (held[i] && !held[i - 1]) marks.push([i, folded.length]);
    const last = marks.at(-1);
    if (last && held[i] && !held[i + 1]) last[1] = i + 1;
  }
  return marks;
};
