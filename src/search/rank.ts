import type { SearchOptions } from './answer.ts';
import { mayName, named } from './exact.ts';
import { candidates, featuresOf } from './features.ts';
import type { Files } from './files.ts';
import type { Looked } from './look.ts';
import { byKind, rules } from './rules.ts';
import { scan } from './scan.ts';
import { score } from './score.ts';

/** How many facts the ranking looks at. */
const looked = 300;
/** A question longer than this is no part of a title that its words would not find. */
const longestTitle = 10;
/** Where at most so many titles hold what was typed, they all belong among as many first hits. */
const fewTitles = 10;

type Shown = (fact: number) => boolean;

const shownBy = ({ head, columns }: Files, options: SearchOptions): Shown => {
  const { kinds, filters = {}, asOf, inForceOnly = false } = options;
  const fits = head.classes.map(({ kind, filters: codes, from, to, published }) => {
    if (kinds && !kinds.includes(kind)) return false;
    const coded = Object.entries(filters).every(([code, wanted]) => {
      return wanted.length === 0 || (codes[code] ?? []).some(value => wanted.includes(value));
    });
    if (!coded) return false;
    if (asOf && published && published > asOf) return false;
    return !(inForceOnly && asOf && ((from && from > asOf) || (to && to < asOf)));
  });
  return fact => fits[columns.classOf[fact] ?? 0] ?? false;
};

/**
 * What the reader's day, codes and words change, by class: what has ended comes later, what fits the reader first; what holds in one
 * place only comes after what holds everywhere, unless the reader names the place.
 */
const leaning = (
  { head, fold }: Files,
  question: string,
  { asOf, prefer = {} }: SearchOptions,
): readonly number[] => {
  const folded = fold(question);
  return head.classes.map(({ kind, filters, from, to }) => {
    const ended = asOf && to && to < asOf ? rules.ended : 0;
    const ahead = asOf && from && from > asOf ? rules.ahead : 0;
    const fits = Object.entries(prefer).filter(([code, wanted]) =>
      (filters[code] ?? []).some(value => wanted.includes(value)),
    ).length;
    const { place = [] } = filters;
    const meant = place.length === 0 || fits > 0 || place.some(name => folded.includes(name));
    return ended + ahead + fits * rules.preferred + (meant ? 0 : rules.elsewhere) + (byKind[kind] ?? 0);
  });
};

/** The pages in whose title a short question stands as it was typed: readers who know the paper's name. */
const titled = async (files: Files, question: string): Promise<ReadonlySet<number>> => {
  const wanted = files.fold(question.trim());
  if (wanted.length < 2 || wanted.length > longestTitle) return new Set();
  const titles = await files.titles();
  const pages = titles.flatMap(([, , title], page) => (files.fold(title).includes(wanted) ? [page] : []));
  return new Set(pages);
};

/** What the question names outright: facts, with how surely, and pages. */
export type Named = { readonly facts: ReadonlyMap<number, number>; readonly pages: ReadonlySet<number> };

/** Looks for names in the question; it needs none of the question's terms, so both are looked for at once. */
export const namedIn = async (files: Files, question: string): Promise<Named> => {
  const [exact, pages] = await Promise.all([
    mayName(files.fold(question)) ? files.exact() : [],
    titled(files, question),
  ]);
  return { facts: named(question, exact, files.fold), pages };
};

/** A fact and its score. */
export type Ranked = { readonly fact: number; readonly value: number };

/** Higher scores first, of equals the earlier. */
export const byValue = (a: Ranked, b: Ranked): number => b.value - a.value || a.fact - b.fact;

/**
 * A title that holds what was typed counts for the best fact of its page. Where few do, all of them stand among the first hits: what
 * the ranking put further down takes the last places there.
 */
const raiseTitled = (ranked: readonly Ranked[], pages: ReadonlySet<number>, pageOf: Int32Array): Ranked[] => {
  const left = new Set(pages);
  const raised = new Set<number>();
  const valued = ranked.map(({ fact, value }) => {
    if (!left.delete(pageOf[fact] ?? -1)) return { fact, value };
    raised.add(fact);
    return { fact, value: value + rules.titled };
  });
  const sorted = valued.sort(byValue);
  if (raised.size > fewTitles) return sorted;
  const [front, back] = [sorted.slice(0, fewTitles), sorted.slice(fewTitles)];
  const below = back.filter(({ fact }) => raised.has(fact));
  const others = front.filter(({ fact }) => !raised.has(fact));
  const leaving = new Set(below.length > 0 ? others.slice(-below.length) : []);
  const staying = front.filter(one => !leaving.has(one));
  return [...staying, ...below, ...leaving, ...back.filter(({ fact }) => !raised.has(fact))];
};

/** Everything that matches, best first; how many facts do, and whether the first of them fits well. */
export const rank = (
  files: Files,
  question: string,
  { found }: Looked,
  { facts: sure, pages }: Named,
  options: SearchOptions,
): { readonly ranked: readonly Ranked[]; readonly total: number; readonly confident: boolean } => {
  const { columns } = files;
  const sums = scan(found, columns);
  const shown = shownBy(files, options);
  const { top = 10 } = options;
  const must =
    sure.size + pages.size > 0
      ? (fact: number) => sure.has(fact) || pages.has(columns.pageOf[fact] ?? -1)
      : undefined;
  const { chosen, total } = candidates(sums, columns, Math.max(looked, top), shown, must);
  const lean = leaning(files, question, options);
  const features = featuresOf(sums, columns, chosen);
  const ranked = chosen.map(({ fact }, i) => {
    const own = features[i] ?? new Float32Array(0);
    const fit = score(own);
    const value = fit + (lean[columns.classOf[fact] ?? 0] ?? 0) + (sure.get(fact) ?? 0) * rules.named;
    return { fact, value, fit };
  });
  const sorted = ranked.sort(byValue);
  const fit = sorted[0]?.fit ?? 0;
  const confident = sure.size > 0 || pages.size > 0 || fit >= rules.confident;
  return { ranked: raiseTitled(sorted, pages, columns.pageOf), total, confident };
};
