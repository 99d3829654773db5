import { best } from './best.ts';
import type { Columns } from './columns.ts';
import type { Held, Sums } from './scan.ts';

/** What the ranking goes by, in the order of the weights. */
export const featureNames = [
  'word',
  'part',
  'cross',
  'single',
  'piece',
  'other',
  'asked',
  'learned',
  'heading',
  'title',
  'reach',
  'sectionPeers',
  'pagePeers',
  'cited',
  'pageCited',
  'known',
] as const;

/** A fact that may answer: its number and a first score. */
export type Candidate = { readonly fact: number; readonly first: number };

/** The worth of all characters of the question that are held. */
const covered = (worths: Float32Array, low: number, high: number): number => {
  let worth = 0;
  for (let i = 0; i < 64; i++) {
    if (i < 32 ? (low >>> i) & 1 : (high >>> (i - 32)) & 1) worth += worths[i] ?? 0;
  }
  return worth;
};

/** First scores of all facts, good enough to choose whom the ranking looks at. */
const firsts = ({ text, ...sums }: Sums, { sectionOf, pageOf }: Columns): Float32Array => {
  const { word, part, cross, single, piece, other } = text;
  const { asked, learned, sections, pages } = sums;
  const scores = new Float32Array(pageOf.length);
  // One plain loop over columns: a phone runs it before anything is compiled.
  for (let i = 0; i < scores.length; i++) {
    scores[i] =
      (word[i] ?? 0) +
      0.5 * (part[i] ?? 0) +
      0.6 * (cross[i] ?? 0) +
      0.8 * (single[i] ?? 0) +
      0.8 * (piece[i] ?? 0) +
      (other[i] ?? 0) +
      0.6 * (asked[i] ?? 0) +
      1.2 * (learned[i] ?? 0) +
      0.5 * (sections[sectionOf[i] ?? 0] ?? 0) +
      0.3 * (pages[pageOf[i] ?? 0] ?? 0);
  }
  return scores;
};

/** Lifts what must be looked at above everything else. */
const certain = 1000;

/** The `most` facts of the highest first score that `may` be shown, and how many are touched at all; of equals the earlier. */
export const candidates = (
  sums: Sums,
  columns: Columns,
  most: number,
  may: (fact: number) => boolean,
  must?: (fact: number) => boolean,
): { readonly chosen: readonly Candidate[]; readonly total: number } => {
  const { pageOf, pagesCited } = columns;
  const scores = firsts(sums, columns);
  let total = 0;
  for (let fact = 0; fact < scores.length; fact++) {
    const score = scores[fact] ?? 0;
    const wanted = must?.(fact) ?? false;
    const shown = (score > 0 || wanted) && may(fact);
    if (shown) total++;
    // How often others cite a page says nothing by itself: it only parts what was found.
    scores[fact] = shown ? score + 0.08 * (pagesCited[pageOf[fact] ?? 0] ?? 0) + (wanted ? certain : 0) : -1;
  }
  const chosen = best(scores, most).map(fact => ({ fact, first: scores[fact] ?? 0 }));
  return { chosen, total };
};

/** How much of the best of the candidates stands in the same unit. */
const peers = (chosen: readonly Candidate[], of: Int32Array): ReadonlyMap<number, number> => {
  const sums = new Map<number, number>();
  const top = chosen[0]?.first || 1;
  for (const { fact, first } of chosen.slice(0, 50)) {
    const unit = of[fact] ?? 0;
    sums.set(unit, (sums.get(unit) ?? 0) + (first / top) ** 2);
  }
  return sums;
};

const both = (a: Held, i: number, b: Held, j: number, c: Held, k: number): readonly [number, number] => [
  (a.low[i] ?? 0) | (b.low[j] ?? 0) | (c.low[k] ?? 0),
  (a.high[i] ?? 0) | (b.high[j] ?? 0) | (c.high[k] ?? 0),
];

/** The features of each candidate; lexical sums are shares of what the question could reach at most. */
export const featuresOf = (
  sums: Sums,
  columns: Columns,
  chosen: readonly Candidate[],
): readonly Float32Array[] => {
  const { text, worth: worths, facts } = sums;
  const worth = Math.max(
    1,
    worths.reduce((a, b) => a + b, 0),
  );
  const held = Math.max(1, worths.filter(value => value > 0).length);
  const scale = 2 / worth;
  const top = chosen[0]?.first || 1;
  const [bySection, byPage] = [peers(chosen, columns.sectionOf), peers(chosen, columns.pageOf)];
  return chosen.map(({ fact, first: value }) => {
    const [section, page] = [columns.sectionOf[fact] ?? 0, columns.pageOf[fact] ?? 0];
    const asked = (sums.asked[fact] ?? 0) * scale;
    const wide = both(facts, fact, sums.sectionsHold, section, sums.pagesHold, page);
    const mine = (value / top) ** 2;
    return Float32Array.of(
      (text.word[fact] ?? 0) * scale,
      (text.part[fact] ?? 0) * scale,
      (text.cross[fact] ?? 0) * scale,
      (text.single[fact] ?? 0) * scale,
      (text.piece[fact] ?? 0) * scale,
      (text.other[fact] ?? 0) * scale,
      asked,
      (sums.learned[fact] ?? 0) / Math.sqrt(held),
      (sums.sections[section] ?? 0) * scale,
      (sums.pages[page] ?? 0) * scale,
      covered(worths, ...wide) / worth,
      Math.log1p(Math.max(0, (bySection.get(section) ?? 0) - mine)),
      Math.log1p(Math.max(0, (byPage.get(page) ?? 0) - mine)),
      (columns.cited[fact] ?? 0) / 16,
      (columns.pagesCited[page] ?? 0) / 16,
      // Often asked for counts only where what was asked was like this.
      ((columns.answers[fact] ?? 0) / 8) * asked,
    );
  });
};
