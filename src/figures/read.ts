import type { FigureDefinition, Formula, Reading } from '#src/figures/figure.ts';
import { amount, type Book, spread } from '#src/figures/sums.ts';
import { addDays, type Day } from '#src/rules/day.ts';

/** What a formula comes to for one key. */
export type Value = Pick<Reading, 'value' | 'numerator' | 'denominator'>;

const ratio = (numerator: number, denominator: number): Value => ({
  value: denominator === 0 ? null : numerator / denominator,
  numerator,
  denominator,
});

/** The smallest step that so large a share does not exceed. */
const quantile = (
  { of, share, days }: Extract<Formula, { kind: 'quantile' }>,
  book: Book,
  day: Day,
): Value => {
  const window = Array.from({ length: days }, (_, back) => addDays(day, -back));
  const parts = spread(book, of, window);
  const all = parts.reduce((sum, [, n]) => sum + n, 0);
  let seen = 0;
  for (const [part, n] of parts) {
    seen += n;
    if (seen >= all * share) return { value: Number(part), denominator: all };
  }
  return { value: null, denominator: all };
};

/** What a figure comes to at the end of a day, for each key of the book's dimension of which anything was counted. */
export const valuesOf = ({ formula }: FigureDefinition, book: Book, day: Day): ReadonlyMap<string, Value> => {
  if (formula.kind === 'quantile') return new Map([['', quantile(formula, book, day)]]);
  if (formula.kind === 'ratio') {
    const counts = book.upTo(day);
    const over = amount(counts, formula.among);
    const of = amount(counts, formula.of);
    return new Map([...over].map(([key, n]) => [key, ratio(of.get(key) ?? 0, n)]));
  }
  const counts = formula.kind === 'sum' ? book.on(day) : book.upTo(day);
  const scale = formula.scale ?? 1;
  return new Map([...amount(counts, formula.of)].map(([key, n]) => [key, { value: n / scale }]));
};

/** Where nothing was counted: a count is 0, a share has nothing to divide by. */
const nothing = ({ kind }: Formula): Value => {
  if (kind === 'ratio') return ratio(0, 0);
  return kind === 'quantile' ? { value: null, denominator: 0 } : { value: 0 };
};

/** A figure of the whole zone at the end of a day. */
export const readingOf = (figure: FigureDefinition, book: Book, day: Day): Reading => ({
  figure,
  asOf: day,
  unit: figure.unit,
  ...(valuesOf(figure, book, day).get('') ?? nothing(figure.formula)),
});

/** How many days before a day its figures look back. */
export const lookback = (figures: readonly FigureDefinition[]): number =>
  Math.max(0, ...figures.map(({ formula }) => (formula.kind === 'quantile' ? formula.days - 1 : 0)));
