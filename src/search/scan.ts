import type { Role, Term } from './analyse.ts';
import type { Columns } from './columns.ts';
import { highest, type Postings } from './postings.ts';
import type { Block } from './shard.ts';

/** A set of characters of the question for each unit: one bit each, the first 64. */
export type Held = { readonly low: Uint32Array; readonly high: Uint32Array };

/** What the lists of a question's terms add up to. */
export type Sums = {
  /** By what the term is in the question, over text and short facts. */
  readonly text: Readonly<Record<Role, Float32Array>>;
  readonly asked: Float32Array;
  readonly learned: Float32Array;
  readonly facts: Held;
  readonly sections: Float32Array;
  readonly sectionsHold: Held;
  readonly pages: Float32Array;
  readonly pagesHold: Held;
  /** What each character of the question is worth: the highest idf of a word that covers it. */
  readonly worth: Float32Array;
};

const count = (of: Int32Array): number => {
  let most = -1;
  for (const one of of) if (one > most) most = one;
  return most + 1;
};
const heldBy = (units: number): Held => ({ low: new Uint32Array(units), high: new Uint32Array(units) });

const emptySums = ({ sectionOf, pageOf }: Columns): Sums => {
  const [facts, sections, pages] = [pageOf.length, count(sectionOf), count(pageOf)];
  const each = () => new Float32Array(facts);
  return {
    text: { word: each(), part: each(), cross: each(), single: each(), piece: each(), other: each() },
    asked: each(),
    learned: each(),
    facts: heldBy(facts),
    sections: new Float32Array(sections),
    sectionsHold: heldBy(sections),
    pages: new Float32Array(pages),
    pagesHold: heldBy(pages),
    worth: new Float32Array(64),
  };
};

/** How much a term says that stands in `all` of `total` units. */
const idf = (all: number, total: number): number => Math.log(1 + (total - all + 0.5) / (all + 0.5));

const addTo = (sums: Float32Array, { ids, levels }: Postings, weight: number): void => {
  for (let i = 0; i < ids.length; i++) {
    const id = ids[i] ?? 0;
    sums[id] = (sums[id] ?? 0) + ((levels[i] ?? 0) / highest) * weight;
  }
};

/** The bits of `size` characters from `at`, for the lower or the upper 32. */
const bits = (at: number, size: number, offset: number): number => {
  let mask = 0;
  for (let i = at; i < at + size; i++) if (i >= offset && i < offset + 32) mask |= 1 << (i - offset);
  return mask >>> 0;
};

const mark = (held: Held, { at, size }: Term, { ids }: Postings): void => {
  const [low, high] = [bits(at, size, 0), bits(at, size, 32)];
  for (const id of ids) {
    held.low[id] = (held.low[id] ?? 0) | low;
    if (high) held.high[id] = (held.high[id] ?? 0) | high;
  }
};

/** What terms count in headings and titles, beside words. */
const beside: Readonly<Record<Role, number>> = {
  word: 1,
  single: 0.5,
  part: 0.3,
  cross: 0.3,
  piece: 0.15,
  other: 1,
};

const addText = (sums: Sums, columns: Columns, term: Term, list: Postings): void => {
  const weight = idf(list.all, columns.pageOf.length) * term.weight;
  addTo(sums.text[term.role], list, weight);
  if (term.role !== 'piece' && term.role !== 'other') mark(sums.facts, term, list);
};

const addAround = (sums: Sums, term: Term, { headings, title }: Block): void => {
  const weight = term.weight * beside[term.role];
  const marks = term.role !== 'piece' && term.role !== 'other';
  if (headings) {
    addTo(sums.sections, headings, weight * idf(headings.all, sums.sections.length));
    if (marks) mark(sums.sectionsHold, term, headings);
  }
  if (title) {
    addTo(sums.pages, title, weight * idf(title.all, sums.pages.length));
    if (marks) mark(sums.pagesHold, term, title);
  }
};

/** What every character of the question is worth, wherever it was found. */
const weigh = (sums: Sums, { at, size, role }: Term, worth: number): void => {
  if (role !== 'word' && role !== 'single') return;
  for (let i = at; i < Math.min(64, at + size); i++) sums.worth[i] = Math.max(sums.worth[i] ?? 0, worth);
};

/** Adds up the lists of all terms. */
export const scan = (terms: readonly (readonly [Term, Block | undefined])[], columns: Columns): Sums => {
  const sums = emptySums(columns);
  const total = columns.pageOf.length;
  for (const [term, block] of terms) {
    weigh(sums, term, idf(block?.text?.all ?? 0, total));
    if (!block) continue;
    if (block.text) addText(sums, columns, term, block.text);
    addAround(sums, term, block);
    if (term.role === 'piece') continue;
    const weight = term.weight * beside[term.role];
    if (block.asked) addTo(sums.asked, block.asked, weight * idf(block.asked.all, total));
    if (block.learned) addTo(sums.learned, block.learned, weight);
  }
  return sums;
};
