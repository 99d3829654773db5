import type { Lot, NeedLine } from '#src/ledger/store.ts';
import { type Day, daysBetween } from '#src/rules/day.ts';

/** Why something fits a need, or what speaks against it. */
export type Reason =
  | { readonly why: 'item' | 'substitute' | 'near' | 'far' | 'all' | 'in-time' | 'late' | 'no-expiry' }
  /** Words that both specifications have. */
  | { readonly why: 'spec'; readonly words: string }
  /** Only so much of what is missing. */
  | { readonly why: 'part'; readonly quantity: number }
  | { readonly why: 'expires'; readonly days: number };

/** Something that a need might be met from: a lot, or what a supplier offers. */
export type Source = {
  readonly kind: 'lot' | 'offer';
  readonly id: string;
  readonly item: string;
  readonly unit: string;
  readonly spec: string;
  readonly area: string;
  readonly left: number;
  /** From when it is there; '' is now. */ readonly from: Day | '';
  /** Until when it may be used or is offered; '' for ever. */ readonly until: Day | '';
};

export type Suggestion<From extends Source = Source> = {
  readonly source: From;
  readonly reasons: readonly Reason[];
  /** How much of the need it can meet. */ readonly quantity: number;
};

type Wanting = Pick<
  NeedLine,
  'item' | 'unit' | 'asked' | 'committed' | 'delivered' | 'area' | 'criticalOn' | 'substitute'
>;

/** Codes of goods that may stand for each other begin with the same word: mask-medical, mask-kn95. */
const family = (item: string): string => item.split('-')[0] ?? item;

/** What is still missing; null where nobody knows how much is needed. */
export const missing = ({
  asked,
  committed,
  delivered,
}: Pick<Wanting, 'asked' | 'committed' | 'delivered'>): number | null =>
  asked === null ? null : Math.max(0, asked - committed - delivered);

/** Whether goods may go to a need: the item itself, or another of its family where the enterprise said that would do; in the same unit. */
export const mayServe = (
  need: Pick<Wanting, 'item' | 'unit' | 'substitute'>,
  goods: { readonly item: string; readonly unit: string },
): boolean =>
  need.unit === goods.unit &&
  (need.item === goods.item ||
    (need.substitute === 1 && need.item !== 'other' && family(need.item) === family(goods.item)));

/** Names of kinds, numbers with a percent sign, latin codes: what a specification is compared by. */
const termsIn = (spec: string): readonly string[] => {
  const text = spec.normalize('NFKC').toUpperCase();
  const codes = text.match(/[A-Z]+\d*|\d+(?:\.\d+)?%/g) ?? [];
  const named = (text.match(/\p{Script=Han}{2,}/gu) ?? []).flatMap(run =>
    Array.from({ length: run.length - 1 }, (_, at) => run.slice(at, at + 2)),
  );
  return [...new Set([...codes, ...named])];
};

/** Words on which two specifications agree, neighbouring pairs of characters put together again. */
const agreed = (wanted: string, has: string): string => {
  const there = new Set(termsIn(has));
  const both = termsIn(wanted).filter(term => there.has(term));
  const words: string[] = [];
  for (const term of both) {
    const last = words.at(-1) ?? '';
    const goesOn = /\p{Script=Han}$/u.test(last) && last.endsWith(term.slice(0, 1));
    if (goesOn) words[words.length - 1] = last + term.slice(1);
    else words.push(term);
  }
  return words.join('、');
};

const weights: Readonly<Record<Reason['why'], number>> = {
  item: 16,
  substitute: 0,
  spec: 8,
  all: 4,
  part: 0,
  'in-time': 2,
  late: 0,
  near: 1,
  far: 0,
  expires: 0,
  'no-expiry': 0,
};

const reasonsOf = (need: Wanting, spec: string, source: Source, day: Day): readonly Reason[] => {
  const short = missing(need);
  const words = agreed(spec, source.spec);
  const isAll = short !== null && source.left >= short;
  return [
    { why: need.item === source.item ? 'item' : 'substitute' },
    ...(words === '' ? [] : [{ why: 'spec', words } as const]),
    isAll ? { why: 'all' } : { why: 'part', quantity: Math.min(source.left, short ?? source.left) },
    { why: source.from !== '' && source.from > need.criticalOn ? 'late' : 'in-time' },
    { why: source.area === need.area ? 'near' : 'far' },
    source.until === '' ? { why: 'no-expiry' } : { why: 'expires', days: daysBetween(day, source.until) },
  ];
};

/**
 * What a need might be met from, the best first, each with its reasons; nobody but a person accepts one. Left out is what may not
 * serve it, what has nothing left, and what has expired. Of equals what expires first comes first, so that nothing spoils.
 */
export const suggest = <From extends Source>(
  need: Wanting,
  spec: string,
  from: readonly From[],
  day: Day,
): readonly Suggestion<From>[] => {
  const weigh = (one: Suggestion): number => one.reasons.reduce((sum, { why }) => sum + weights[why], 0);
  const key = ({ source }: Suggestion): string => `${source.until || '9'} ${source.id}`;
  return from
    .filter(
      source => source.left > 0 && mayServe(need, source) && (source.until === '' || source.until >= day),
    )
    .map(source => ({
      source,
      reasons: reasonsOf(need, spec, source, day),
      quantity: Math.min(source.left, missing(need) ?? 0),
    }))
    .toSorted((a, b) => weigh(b) - weigh(a) || (key(a) < key(b) ? -1 : 1));
};

/** What is left of a lot. */
export const leftOf = ({ quantity, committed, delivered, lost }: Lot): number =>
  quantity - committed - delivered - lost;

/** A lot as something to be met from. */
export const lotSource = (lot: Lot): Source & { readonly lot: Lot } => ({
  kind: 'lot',
  id: lot.id,
  item: lot.item,
  unit: lot.unit,
  spec: lot.spec,
  area: lot.area,
  left: leftOf(lot),
  from: lot.arrivedOn,
  until: lot.expiresOn,
  lot,
});
