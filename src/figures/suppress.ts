/**
 * What of a count the public reads, so that nobody is found by subtraction. Each single cell is turned by a rule that looks at that cell alone,
 * and everything else that is published (totals, shares, weeks) is made of the cells so turned: whatever anyone works out of it, over rows,
 * columns and days, holds as well for every other count that reads the same. Decision 0018 says why not exact totals.
 */

/** Counts from 1 to this are withheld. */
const smallest = 4;
/** Larger ones are told in steps of this. */
const step = 5;

/** A cell as it is published; null is withheld: more than nobody, and no more than four. Nobody is 0. */
export type Cell = number | null;

/** 0 stays 0, 1 to 4 is withheld, the rest is rounded to the nearest five. Never falls as the count rises, so that a part stays a part. */
export const cellOf = (count: number): Cell => {
  if (count <= 0) return 0;
  return count <= smallest ? null : Math.round(count / step) * step;
};

/** The cells added up as they are published, and how many were withheld and so are not in the sum. */
export const sumOf = (cells: readonly Cell[]): { readonly sum: number; readonly withheld: number } => ({
  sum: cells.reduce<number>((sum, cell) => sum + (cell ?? 0), 0),
  withheld: cells.filter(cell => cell === null).length,
});

/**
 * An amount to which several contribute (the staff of enterprises): told only where five or more do, to two figures below a thousand and to
 * hundreds above, so that what one of them adds is not read off from one day to the next. Null where it is withheld or nobody is known.
 */
export const amountOf = (contributors: number, amount: number): number | null => {
  if (contributors <= smallest) return null;
  const unit = amount < 1000 ? 10 : 100;
  return Math.round(amount / unit) * unit;
};
