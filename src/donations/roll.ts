import { catchUp, type Donations } from '#src/donations/donations.ts';
import type { GoodsRow, RollCursor, RollGoods, RollRow, RollSum } from '#src/donations/store.ts';
import { type Day, dayOf } from '#src/rules/day.ts';

/** A donor who may be named, with what was received. */
export type RollLine = RollRow & { readonly goods: readonly GoodsRow[] };

/** Money, goods and donors of one part of the roll. Values are fen. */
export type RollPart = {
  readonly gifts: number;
  readonly donors: number;
  readonly money: number;
  readonly goods: readonly { readonly item: string; readonly unit: string; readonly quantity: number }[];
  /** The same by what their value rests on. */ readonly byBasis: readonly RollGoods[];
  /** What goods are worth by an invoice, and by what donors say. */ readonly invoiced: number;
  readonly estimated: number;
};

export type Roll = {
  readonly asOf: Day;
  /** Some cases are not looked at yet: those name nobody, and may not be counted. */ readonly behind: boolean;
  readonly rows: readonly RollLine[];
  readonly next: RollCursor | null;
  readonly named: RollPart;
  readonly unnamed: RollPart;
  /** Both together, added up from them. */ readonly total: RollPart;
};

const sumOf = <Row>(rows: readonly Row[], of: (row: Row) => number): number =>
  rows.reduce((sum, row) => sum + of(row), 0);

const quantities = (goods: readonly RollGoods[]): RollPart['goods'] => {
  const sums = new Map<string, RollPart['goods'][number]>();
  for (const { item, unit, quantity } of goods) {
    const key = `${item} ${unit}`;
    sums.set(key, { item, unit, quantity: quantity + (sums.get(key)?.quantity ?? 0) });
  }
  return [...sums.values()];
};

/** One part out of the sums of the store: those named (1), not named (0), or both. */
const partOf = (
  sums: readonly RollSum[],
  goods: readonly RollGoods[],
  which: readonly number[],
): RollPart => {
  const [own, lines] = [sums, goods].map(list => list.filter(one => which.includes(one.named))) as [
    RollSum[],
    RollGoods[],
  ];
  const worth = (basis: RollGoods['basis']) =>
    sumOf(
      lines.filter(one => one.basis === basis),
      one => one.value,
    );
  return {
    gifts: sumOf(own, one => one.gifts),
    donors: sumOf(own, one => one.donors),
    money: sumOf(own, one => one.money),
    goods: quantities(lines),
    byBasis: lines,
    invoiced: worth('invoice'),
    estimated: worth('estimate'),
  };
};

/**
 * The public roll: a page of donors who may be named, and the sums of everything that was received. It is looked at anew every time, since a name
 * that was taken back must be gone at once.
 */
export const rollOf = async (
  donations: Donations,
  query: { readonly after: RollCursor | null; readonly limit: number },
): Promise<Roll> => {
  const isAll = await catchUp(donations);
  const { store, office } = donations;
  const [page, sums, goods] = await Promise.all([store.rollPage(query), store.rollSums(), store.rollGoods()]);
  return {
    asOf: dayOf(office.now()),
    behind: !isAll,
    ...page,
    named: partOf(sums, goods, [1]),
    unnamed: partOf(sums, goods, [0]),
    total: partOf(sums, goods, [0, 1]),
  };
};
