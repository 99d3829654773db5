import MiniSearch from 'minisearch';
import type { Entry } from '#src/search/entry.ts';
import { gramsOf, runsOf } from '#src/search/grams.ts';
import type { Run } from './search-own.ts';
import type { Question } from './statutes.ts';

const segmenter = new Intl.Segmenter('zh-Hans', { granularity: 'word' });
const wordsOf = (text: string): string[] =>
  [...segmenter.segment(text.toLowerCase())].filter(part => part.isWordLike).map(part => part.segment);

/** BM25, Intl.Segmenter's words, text and title once, headings twice, nothing left out: what everything is compared with. */
export const wordBm25 = (entries: readonly Entry[], questions: readonly Question[], most = 100): Run => {
  const lists = new Map<string, [number, number][]>();
  const lengths: number[] = [];
  entries.forEach(({ text, title, headings }, i) => {
    const heads = wordsOf(headings.join('\n'));
    const words = [...wordsOf(text), ...wordsOf(title), ...heads, ...heads];
    lengths.push(words.length);
    const counts = new Map<string, number>();
    for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
    for (const [word, count] of counts) {
      const list = lists.get(word);
      if (list) list.push([i, count]);
      else lists.set(word, [[i, count]]);
    }
  });
  const mean = lengths.reduce((a, b) => a + b, 0) / lengths.length;
  return new Map(
    questions.map(({ qid, text }) => {
      const scores = new Map<number, number>();
      for (const word of new Set(wordsOf(text))) {
        const list = lists.get(word) ?? [];
        const idf = Math.log(1 + (entries.length - list.length + 0.5) / (list.length + 0.5));
        for (const [i, count] of list) {
          const norm = 1.2 * (0.25 + (0.75 * (lengths[i] ?? 0)) / mean);
          scores.set(i, (scores.get(i) ?? 0) + (idf * count * 2.2) / (count + norm));
        }
      }
      const best = [...scores].sort((a, b) => b[1] - a[1] || a[0] - b[0]).slice(0, most);
      return [qid, best.flatMap(([i]) => entries[i]?.id ?? [])] as const;
    }),
  );
};

const bigrams = (text: string): string[] =>
  gramsOf(text.toLowerCase()).filter(term => term.length > 1 || runsOf(term)[0]?.han === false);

/** MiniSearch with a tokenizer of neighbouring characters; the bytes are those of its index as JSON. */
export const miniSearch = (entries: readonly Entry[], questions: readonly Question[]) => {
  const index = new MiniSearch<{ id: string; title: string; headings: string; text: string }>({
    fields: ['title', 'headings', 'text'],
    storeFields: [],
    tokenize: bigrams,
    processTerm: term => term,
    searchOptions: { boost: { headings: 2 } },
  });
  index.addAll(
    entries.map(({ id, title, headings, text }) => ({ id, title, headings: headings.join('\n'), text })),
  );
  const taken: number[] = [];
  const run: Run = new Map(
    questions.map(({ qid, text }) => {
      const from = performance.now();
      const ids = index
        .search(text)
        .slice(0, 100)
        .map(found => String(found.id));
      taken.push(performance.now() - from);
      return [qid, ids] as const;
    }),
  );
  return { run, taken, index: Buffer.from(JSON.stringify(index)) };
};
