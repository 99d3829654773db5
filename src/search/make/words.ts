/** How many words the lexicon holds at most, and how long they are: what a phone loads once. */
const most = 24_000;
const longest = 6;
const han = /^[\u3400-\u9fff\uf900-\ufaff]/;

/**
 * The words of the folded texts, by how often they occur: `classes[c]` those of about 2^c times. The build machine's segmenter proposes
 * them; readers' browsers only ever use the list. `sure` words are taken as they are and count as frequent.
 */
export const wordsOf = (texts: Iterable<string>, sure: Iterable<string>): readonly string[] => {
  const segmenter = new Intl.Segmenter('zh-Hans', { granularity: 'word' });
  const counts = new Map<string, number>();
  for (const text of texts) {
    // A whole text at once: asked run by run, the segmenter takes twice as long for the same words.
    for (const { segment } of segmenter.segment(text)) {
      if (segment.length <= longest && han.test(segment)) counts.set(segment, (counts.get(segment) ?? 0) + 1);
    }
  }
  const certain = new Set<string>();
  for (const text of sure) {
    if (/^[\u3400-\u9fff]{2,6}$/.test(text)) certain.add(text);
  }
  for (const word of certain) counts.set(word, Math.max(counts.get(word) ?? 0, 8));
  const ranked = [...counts]
    .filter(([word, count]) => word.length === 1 || count > 1 || counts.size < most)
    .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
    .slice(0, most);
  const classes: string[][] = [];
  for (const [word, count] of ranked) {
    const c = Math.floor(Math.log2(count));
    while (classes.length <= c) classes.push([]);
    classes[c]?.push(word);
  }
  return classes.map(words => words.sort().join(' '));
};
