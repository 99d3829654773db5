/**
 * The words that a question is cut into, shipped with the index: the same words and the same rule in every browser and at build.
 */
export type Lexicon = {
  /** What a word costs, the rarer the more; undefined where it is no word. */
  readonly cost: (word: string) => number | undefined;
  /** Whether a word has a file of terms of its own. */
  readonly isLarge: (word: string) => boolean;
  readonly words: () => readonly string[];
  readonly longest: number;
};

/** One word of a question and where it stands. */
export type Word = { readonly text: string; readonly at: number; readonly known: boolean };

/** What a character costs that is no word of the lexicon: dearer than any word, so that words are preferred to characters. */
const strange = 16;
/** A word occurs about 2^class times; above this they count alike. */
export const highestClass = 25;

type Known = { readonly c: number; readonly large: boolean };

/** The words of a row: all begin with its first character, a letter ends each. */
const readRow = (row: string): ReadonlyMap<string, Known> => {
  const words = new Map<string, Known>();
  const first = row.charAt(0);
  let start = 1;
  for (let at = 1; at < row.length; at++) {
    const code = row.charCodeAt(at);
    // The letters of ASCII end a word; its characters lie far above.
    if (code > 122) continue;
    words.set(first + row.slice(start, at), { c: code >= 97 ? code - 97 : code - 65, large: code < 97 });
    start = at + 1;
  }
  return words;
};

/** A lexicon from what `packWords` wrote. A row is read when a word that begins with its character is asked for: a reader waits. */
export const createLexicon = (packed: string): Lexicon => {
  const [head = '', ...rows] = packed.split('\n');
  const [total = 1, longest = 1] = head.split(' ').map(Number);
  const rowOf = new Map(rows.map(row => [row.charAt(0), row]));
  const read = new Map<string, ReadonlyMap<string, Known>>();
  const costs = Array.from({ length: highestClass + 1 }, (_, c) =>
    Math.min(strange - 1, Math.log(total / 2 ** c)),
  );
  const rowFor = (first: string): ReadonlyMap<string, Known> => {
    let row = read.get(first);
    if (!row) {
      row = readRow(rowOf.get(first) ?? '');
      read.set(first, row);
    }
    return row;
  };
  const known = (word: string): Known | undefined => rowFor(word.charAt(0)).get(word);
  return {
    cost: word => {
      const found = known(word);
      return found && costs[found.c];
    },
    isLarge: word => known(word)?.large ?? false,
    words: () => [...rowOf.keys()].flatMap(first => [...rowFor(first).keys()]),
    longest,
  };
};

/** Cuts a run of Chinese characters into the likeliest words (unigram Viterbi); ties go to the longer last word. */
export const segment = ({ cost, longest }: Lexicon, run: string, offset = 0): readonly Word[] => {
  const best = new Float64Array(run.length + 1).fill(Number.POSITIVE_INFINITY);
  const from = new Int32Array(run.length + 1);
  best[0] = 0;
  for (let end = 1; end <= run.length; end++) {
    for (let start = Math.max(0, end - longest); start < end; start++) {
      const own = cost(run.slice(start, end)) ?? (end - start === 1 ? strange : Number.POSITIVE_INFINITY);
      const sum = (best[start] ?? 0) + own;
      if (sum >= (best[end] ?? 0)) continue;
      best[end] = sum;
      from[end] = start;
    }
  }
  const words: Word[] = [];
  for (let end = run.length; end > 0; end = from[end] ?? 0) {
    const start = from[end] ?? 0;
    const text = run.slice(start, end);
    words.push({ text, at: offset + start, known: cost(text) !== undefined });
  }
  return words.reverse();
};
