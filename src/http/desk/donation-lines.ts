import type { DonationDesk } from '#src/donations/desk.ts';
import { amountIn, called } from '#src/forms/goods.ts';
import type { Front } from '#src/http/front.ts';
import type { Lang } from '#src/i18n/words.ts';

/** A donation as its page takes it. */
export type Found = NonNullable<Awaited<ReturnType<DonationDesk['case']>>>;
/** The forms of its page. */
export type FormName =
  | 'accept'
  | 'decline'
  | 'receive'
  | 'correct'
  | 'stock'
  | 'hand'
  | 'receipt'
  | 'name'
  | 'unname';

type Goods = Found['goods'][number];

/** Lines of goods of which something has no destination yet. */
export const goodsLeft = ({ goods }: Found): readonly (Goods & { readonly left: number })[] =>
  goods
    .map(one => ({ ...one, left: one.quantity - one.stocked - one.handed }))
    .filter(({ left }) => left > 0);

export const amountText = (front: Front, quantity: number, unit: string, lang: Lang): string =>
  amountIn(quantity, unit, front.tables, lang);

const yuan = (fen: number): string => (fen === 0 ? '' : (fen / 100).toFixed(2).replace(/\.00$/, ''));

/** What a line of the donor's list is expected to come to, or what was counted of it. */
const lineStart = (found: Found): Readonly<Record<string, string>> => {
  const isThere = found.row.receivedOn !== '';
  const pairs = found.offered.flatMap(({ line, unit, quantity, value }) => {
    const now = found.goods.find(one => one.line === line);
    const shown = now ?? { unit, quantity: isThere ? 0 : quantity, value: isThere ? 0 : value, basis: '' };
    const basis = shown.basis || (shown.value > 0 ? 'estimate' : 'none');
    return [
      [`q${line}`, shown.quantity === 0 ? '' : String(called(shown.quantity, shown.unit))],
      [`u${line}`, shown.unit],
      [`v${line}`, yuan(shown.value)],
      [`b${line}`, basis],
    ] as const;
  });
  return Object.fromEntries(pairs);
};

const stockStart = (found: Found): Readonly<Record<string, string>> =>
  Object.fromEntries(
    goodsLeft(found).flatMap(({ line }) => {
      const { name = '', lot = '' } = found.described[line] ?? {};
      const expiry = found.offered.find(one => one.line === line)?.expiry ?? '';
      return [
        [`s${line}`, 'on'],
        [`p${line}`, [name, lot].filter(Boolean).join(' ')],
        [`e${line}`, expiry],
      ] as const;
    }),
  );

/** With what a form begins: today, what the donor wrote, what was counted. */
export const startOf = (name: FormName, found: Found, today: string): Readonly<Record<string, string>> => {
  const { offered, money, receivedOn } = found.row;
  switch (name) {
    case 'receive':
      return { day: today, amount: yuan(offered), ...lineStart(found) };
    case 'correct':
      return { day: receivedOn, amount: yuan(money), ...lineStart(found) };
    case 'stock':
      return stockStart(found);
    default:
      return { day: today };
  }
};
