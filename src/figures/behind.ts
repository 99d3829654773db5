import type { Office } from '#src/cases/office.ts';
import { narrowOf, type QueueQuery, type QueueRow, shownRow } from '#src/cases/queue.ts';
import type { Dimension, FigureDefinition, Lead, Measure, Term } from '#src/figures/figure.ts';
import type { FigureCases, FigureCursor, FiguresStore } from '#src/figures/store.ts';
import { amount, type Book, readBook } from '#src/figures/sums.ts';
import { addDays, type Day, isDay } from '#src/rules/day.ts';

/**
 * What is behind a figure: the cases that it counts, each as often as it counts it. Figure and list are the same sum over the same
 * tallies, once by day and once by case, so that the list adds up to the figure on every day and for every part of it.
 */

/** Of a share the cases in its numerator (`of`) or its denominator (`among`); of any other figure its only ones (`of`). */
export type Side = 'of' | 'among';

/** A figure of a day, of the whole zone or of one part of it, and which of its numbers. */
export type Counted = {
  readonly figure: FigureDefinition;
  readonly side: Side;
  readonly day: Day;
  readonly by: Dimension;
  /** The form, area, department or line; '' is one too, where nobody filled it in. */ readonly key: string;
};

/** Before every day: what stands is the sum of everything up to its day. */
const beginning: Day = '0000-01-01';

type Summed = Pick<FigureCases, 'terms' | 'from' | 'to'> & { readonly scale: number };

const summed = ({ figure: { formula }, side, day }: Counted): Summed => {
  const [scale, to] = [1, day];
  if (formula.kind === 'quantile')
    return { terms: [{ measure: formula.of }], from: addDays(day, 1 - formula.days), to, scale };
  if (formula.kind === 'ratio') return { terms: formula[side], from: beginning, to, scale };
  const from = formula.kind === 'sum' ? day : beginning;
  return { terms: formula.of, from, to, scale: formula.scale ?? scale };
};

/**
 * The measure whose tallies are gone through: one that every case with anything to count has. Of one measure it is that one, of what
 * ended what was closed; whatever else is counted, the case was received first.
 */
const leadOf = (terms: readonly Term[]): Measure => {
  const measures = new Set(terms.map(term => term.measure));
  const [only = 'received'] = measures;
  if (measures.size === 1) return only;
  return [...measures].every(one => one === 'closed' || one === 'unclosed') ? 'closed' : 'received';
};

/** The number itself, whoever looks; in the figure's unit. */
const totalIn = (book: Book, counted: Counted): number => {
  const { terms, from, to, scale } = summed(counted);
  if (from === beginning) return (amount(book.upTo(to), terms).get(counted.key) ?? 0) / scale;
  let sum = 0;
  for (let day = from; day <= to; day = addDays(day, 1))
    sum += amount(book.on(day), terms).get(counted.key) ?? 0;
  return sum / scale;
};

/** A case with what it adds to the figure, and the last day on which anything of it was counted. */
export type CountedRow = QueueRow & { readonly day: Day; readonly n: number };

export type CasesAsked = Counted & {
  /** Whose cases, as the desk's queue asks; `after` as the page before gave it. */ readonly query: QueueQuery;
};

type CasesFound = {
  readonly rows: readonly CountedRow[];
  /** Give this back as `after` to get the following ones; '' after the last. */ readonly next: string;
  /** What all of them add up to, those out of reach included. */ readonly total: number;
};

const cursorIn = (text: string | null | undefined): FigureCursor | null => {
  const [, day = '', id = ''] = /^(\d{4}-\d{2}-\d{2})~([0-9a-z-]{1,60})$/.exec(text ?? '') ?? [];
  return isDay(day) ? { day, id } : null;
};

/** The cases that a figure counted, as far as somebody may see them: a page of them, what was counted last first. */
export const casesBehind = async (
  { office, store }: { readonly office: Office; readonly store: FiguresStore },
  { query, ...counted }: CasesAsked,
): Promise<CasesFound> => {
  const { terms, from, to, scale } = summed(counted);
  const { by, key } = counted;
  const { limit } = query;
  const [book, found] = await Promise.all([
    readBook(store, by, from === beginning ? to : from, to),
    store.figureCases({
      lead: leadOf(terms),
      terms,
      from,
      to,
      by,
      key,
      narrow: narrowOf(query),
      after: cursorIn(query.after),
      limit: limit + 1,
    }),
  ]);
  const shown = found.slice(0, limit);
  const last = found.length > limit ? shown.at(-1) : undefined;
  return {
    rows: shown.map(row => ({ ...shownRow(office, row), day: row.countedOn, n: row.n / scale })),
    next: last ? `${last.countedOn}~${last.id}` : '',
    total: totalIn(book, counted),
  };
};

/** Where the cases behind a number are listed at the desk. */
export const leadTo = (
  id: string,
  day: Day,
  { by = '', key = '', side = 'of' }: Partial<Pick<Counted, 'by' | 'key' | 'side'>> = {},
): Lead => ({
  at: `figures/${id}/`,
  query: { day, ...(by !== '' && { by, key }), ...(side === 'among' && { side }) },
});
