import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Entry } from '#src/search/entry.ts';
import { openIndex } from '#src/search/query.ts';

type Sample = { readonly text: string; readonly ids: readonly string[] };

/** Every `step`th of a list, at most `most`: a sample that is the same each time. */
const drawFrom = <T>(list: readonly T[], most: number): T[] => {
  const step = Math.max(1, Math.floor(list.length / most));
  return list.filter((_, i) => i % step === Math.floor(step / 2)).slice(0, most);
};

const segmenter = new Intl.Segmenter('zh-Hans', { granularity: 'word' });

/** Two words beside each other in the middle of an article, four to eight characters. */
const phraseOf = ({ text }: Entry): string => {
  const parts = [...segmenter.segment(text)];
  const middle = Math.floor(parts.length / 2);
  for (let i = middle; i + 1 < parts.length; i++) {
    const [a, b] = [parts[i], parts[i + 1]];
    const phrase = `${a?.segment}${b?.segment}`;
    if (a?.isWordLike && b?.isWordLike && /^[\u3400-\u9fff]{4,8}$/.test(phrase)) return phrase;
  }
  return '';
};

/** Four characters that begin inside one word and end inside another. */
const substringOf = (entry: Entry): string => {
  const phrase = phraseOf(entry);
  const at = entry.text.indexOf(phrase);
  return phrase.length < 4 ? '' : entry.text.slice(at + 1, at + phrase.length - 1).padEnd(2, phrase.at(-1));
};

const holding = (text: string, entries: readonly Entry[]): Sample => ({
  text,
  ids: entries
    .filter(entry => `${entry.text}\n${entry.title}\n${entry.headings.join('\n')}`.includes(text))
    .map(({ id }) => id),
});

/** Phrases on word borders, raw substrings, document numbers: how many of a drawn sample stand in one of the first ten hits. */
export const drawn = async (folder: string, entries: readonly Entry[]): Promise<string> => {
  const index = await openIndex(async path => readFileSync(join(folder, path)));
  const long = entries.filter(({ text }) => text.length > 60 && text.length < 400);
  const numbers = new Set(
    entries.flatMap(({ text }) => text.match(/[\u3400-\u9fff]{2,5}〔\d{4}〕\d+号/g) ?? []),
  );
  const samples: Readonly<Record<string, readonly string[]>> = {
    phrases: drawFrom(long, 24).map(phraseOf).filter(Boolean).slice(0, 12),
    substrings: drawFrom(long, 36)
      .map(substringOf)
      .filter(text => text.length >= 2)
      .slice(0, 12),
    'document numbers': drawFrom([...numbers], 9),
  };
  const lines: string[] = [];
  for (const [name, texts] of Object.entries(samples)) {
    let right = 0;
    for (const { text, ids } of texts.map(one => holding(one, entries))) {
      const { hits } = await index.search(text, { top: 10 });
      if (hits.some(hit => ids.includes(hit.id))) right++;
      else lines.push(`    missed: ${text}`);
    }
    lines.push(`  ${name}: ${right} of ${texts.length} in the first ten`);
  }
  return lines.join('\n');
};
