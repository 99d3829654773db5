/**
 * Whether published figures agree with themselves. What a report says stays as it says it: nothing is put right here, only found, so that a
 * page can say it in words and a build stops where nobody has.
 */

/** How exactly a report states a number: 49, 约49, 49多 (以上), 近49. */
export type Sense = 'exact' | 'about' | 'over' | 'nearly';

/** A number as a report states it; null where it names the thing and gives no number, which is never 0. */
export type Stated = { readonly value: number | null; readonly sense: Sense };

/** Whether parts come to their total. */
export type Sum =
  /** They do; `unstated` parts have no number, and so are not in the total. */
  | { readonly tag: 'equal'; readonly sum: number; readonly unstated: number }
  /** They do not: `gap` is what the total has more (less, when negative). */
  | { readonly tag: 'differs'; readonly sum: number; readonly gap: number; readonly unstated: number }
  /** There is no exact total, or some part is only about so large: nothing can be told. */
  | { readonly tag: 'open' };

/** Decimals of 亿元 and the like are added as whole millionths: 0.1 + 0.2 is 0.3. */
const exact = (value: number): number => Math.round(value * 1e6) / 1e6;

/** Adds the parts up and holds them against the total. */
export const sumOf = (parts: readonly Stated[], total: Stated | null): Sum => {
  const known = parts.filter(part => part.value !== null);
  const isOpen = total === null || total.value === null || known.length === 0;
  if (isOpen || [...known, total].some(({ sense }) => sense !== 'exact')) return { tag: 'open' };
  const sum = exact(known.reduce((before, { value }) => before + (value ?? 0), 0));
  const gap = exact((total.value ?? 0) - sum);
  const unstated = parts.length - known.length;
  return gap === 0 ? { tag: 'equal', sum, unstated } : { tag: 'differs', sum, gap, unstated };
};

/** A share in per cent, with so many decimals. */
const percent = (numerator: number, denominator: number, digits: number): string =>
  ((numerator * 100) / denominator).toFixed(digits);

export type Rate = {
  readonly numerator: number | null;
  readonly denominator: number | null;
  /** The per cent as printed, `94.64`; null where the report gives none. */ readonly published:
    | string
    | null;
};

/** What a rate comes to. */
export type Share =
  /** Printed, and what was counted gives the same to as many decimals. */
  | { readonly tag: 'agrees'; readonly percent: string }
  /** Printed, and what was counted gives another. */
  | { readonly tag: 'differs'; readonly percent: string; readonly computed: string }
  /** Printed without what it was made of: nobody can check it. */
  | { readonly tag: 'unchecked'; readonly percent: string }
  /** Not printed: worked out here, to one decimal, and to be marked so. */
  | { readonly tag: 'computed'; readonly percent: string }
  | { readonly tag: 'unknown' };

/** A rate with both of its numbers, held against the one that was printed. */
export const shareOf = ({ numerator, denominator, published }: Rate): Share => {
  const isCounted = numerator !== null && denominator !== null && denominator > 0;
  if (!isCounted) return published === null ? { tag: 'unknown' } : { tag: 'unchecked', percent: published };
  if (published === null) return { tag: 'computed', percent: percent(numerator, denominator, 1) };
  const digits = published.split('.')[1]?.length ?? 0;
  const computed = percent(numerator, denominator, digits);
  return computed === published
    ? { tag: 'agrees', percent: published }
    : { tag: 'differs', percent: published, computed };
};
