import { type Lexicon, segment, type Word } from './lexicon.ts';

/** How words sound: `syllables` lists, parted by blanks, each syllable of pinyin followed by the characters that can be read so. */
export type Sound = {
  /** The Chinese that letters stand for, likeliest words first come; null where they are no pinyin of known words. */
  readonly spelled: (letters: string) => string | null;
  /** The commonest known word that sounds like these characters, other than themselves. */
  readonly alike: (characters: string) => string | null;
};

/** More readings than this of one word are not told apart. */
const mostReadings = 8;
const longestSyllable = 6;

const readingsOf = (syllables: string): ReadonlyMap<string, readonly string[]> => {
  const readings = new Map<string, string[]>();
  for (const row of syllables.split(' ')) {
    const syllable = /^[a-z]+/.exec(row)?.[0] ?? '';
    for (const character of row.slice(syllable.length)) {
      const list = readings.get(character);
      if (list) list.push(syllable);
      else readings.set(character, [syllable]);
    }
  }
  return readings;
};

/** Every way to read a text, its syllables joined by blanks; none where a character is unknown. */
const waysToRead = (text: string, readings: ReadonlyMap<string, readonly string[]>): string[] => {
  let ways = [''];
  for (const character of text) {
    const own = readings.get(character) ?? [];
    ways = ways.flatMap(way => own.map(one => (way ? `${way} ${one}` : one))).slice(0, mostReadings);
  }
  return ways;
};

/** The commonest word of each sound. */
const bySound = (
  { cost, words: all }: Lexicon,
  readings: ReadonlyMap<string, readonly string[]>,
): ReadonlyMap<string, string> => {
  const words = new Map<string, string>();
  for (const word of all()) {
    const own = cost(word) ?? 0;
    for (const way of waysToRead(word, readings)) {
      const known = words.get(way);
      if (known === undefined || own < (cost(known) ?? 0)) words.set(way, word);
    }
  }
  return words;
};

/** What a syllable more costs, so that one long word wins over several short ones. */
const perWord = 4;

/** Reads letters as pinyin: the cheapest row of known words whose syllables spell them. */
const read = (
  letters: string,
  words: ReadonlyMap<string, string>,
  known: ReadonlySet<string>,
  lexicon: Lexicon,
) => {
  type Way = { readonly cost: number; readonly text: string; readonly open: readonly string[] };
  // Ends of letters reached, each with the cheapest ways; `open` are syllables not yet made into a word.
  const ways: Way[][] = Array.from({ length: letters.length + 1 }, () => []);
  ways[0] = [{ cost: 0, text: '', open: [] }];
  for (let at = 0; at < letters.length; at++) {
    const best = (ways[at] ?? []).sort((a, b) => a.cost - b.cost).slice(0, 40);
    for (let size = 1; size <= longestSyllable && at + size <= letters.length; size++) {
      const syllable = letters.slice(at, at + size);
      if (!known.has(syllable)) continue;
      for (const { cost, text, open } of best) {
        const next = [...open, syllable];
        const word = words.get(next.join(' '));
        const reached = ways[at + size];
        if (word) {
          const price = perWord + (lexicon.cost(word) ?? 0) + (word.length === 1 ? 6 : 0);
          reached?.push({ cost: cost + price, text: text + word, open: [] });
        }
        if (next.length < 6) reached?.push({ cost, text, open: next });
      }
    }
  }
  const whole = (ways[letters.length] ?? []).filter(way => way.open.length === 0);
  return whole.sort((a, b) => a.cost - b.cost)[0]?.text ?? null;
};

export const createSound = (syllables: string, lexicon: Lexicon): Sound => {
  const readings = readingsOf(syllables);
  const known = new Set([...readings.values()].flat());
  const words = bySound(lexicon, readings);
  return {
    spelled: letters => (letters.length < 2 ? null : read(letters, words, known, lexicon)),
    alike: characters => {
      const found = waysToRead(characters, readings)
        .map(way => words.get(way))
        .filter(word => word !== undefined && word !== characters);
      return found[0] ?? null;
    },
  };
};

/** Stretches of two to four characters in which the question falls apart into single characters: where a slip may be. */
export const brokenAt = (
  words: readonly Word[],
  isParticle: (word: Word) => boolean,
): readonly { readonly at: number; readonly text: string }[] => {
  const found: { at: number; text: string }[] = [];
  words.forEach((word, i) => {
    let text = '';
    for (const next of words.slice(i, i + 4)) {
      const joined = next.at === word.at + text.length;
      if (!joined || next.text.length > 1 || isParticle(next)) break;
      text += next.text;
      if (text.length > 1) found.push({ at: word.at, text });
    }
  });
  return found.sort((a, b) => b.text.length - a.text.length || a.at - b.at);
};

/** The words that a text is cut into. */
export const wordsOf = (text: string, lexicon: Lexicon): readonly string[] =>
  segment(lexicon, text).map(word => word.text);
