/** Two sides of a pair as words: what was asked, and what answers it. */
export type Sides = { readonly asked: readonly string[]; readonly answer: readonly string[] };

/** For each asked word, the answer's words that it may stand for, with the chance that they bring it up, likeliest first. */
export type Translations = ReadonlyMap<string, readonly (readonly [word: string, chance: number])[]>;

/** Words that answer nothing in particular: what the empty word of the model takes on itself. */
const empty = '';
const rounds = 6;
/** Answers seen once say little: their chances are drawn towards nothing by this many imagined sightings. */
const doubt = 1.5;

type Table = Map<string, Map<string, number>>;

const round = (pairs: readonly Sides[], chance: (answer: string, asked: string) => number): Table => {
  const counts: Table = new Map();
  for (const { asked, answer } of pairs) {
    for (const word of asked) {
      const shares = answer.map(from => chance(from, word));
      const total = shares.reduce((a, b) => a + b, 0) || 1;
      answer.forEach((from, i) => {
        const row = counts.get(from) ?? new Map<string, number>();
        counts.set(from, row);
        row.set(word, (row.get(word) ?? 0) + (shares[i] ?? 0) / total);
      });
    }
  }
  return counts;
};

/**
 * IBM model 1 (Brown et al. 1993): learns from pairs which words of answers bring up which words of questions, by expectation and
 * maximisation from an even start. The same pairs give the same table.
 */
export const translate = (pairs: readonly Sides[], most: number): Translations => {
  const sides = pairs.map(({ asked, answer }) => ({
    asked: [...new Set(asked)],
    answer: [empty, ...new Set(answer)],
  }));
  let counts = round(sides, () => 1);
  for (let i = 1; i < rounds; i++) {
    const totals = new Map(
      [...counts].map(([from, row]) => [from, [...row.values()].reduce((a, b) => a + b, 0)]),
    );
    const before = counts;
    counts = round(sides, (from, word) => (before.get(from)?.get(word) ?? 0) / (totals.get(from) ?? 1));
  }
  const found = new Map<string, [string, number][]>();
  for (const [from, row] of counts) {
    if (from === empty) continue;
    const total = [...row.values()].reduce((a, b) => a + b, 0) + doubt;
    for (const [word, count] of row) {
      if (word === from || count < 0.05) continue;
      const list = found.get(word) ?? [];
      found.set(word, list);
      list.push([from, count / total]);
    }
  }
  return new Map(
    [...found].map(([word, list]) => [
      word,
      list.sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).slice(0, most),
    ]),
  );
};
