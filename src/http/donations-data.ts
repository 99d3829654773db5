import { stringify } from 'csv-stringify/sync';
import type { DonationDesk } from '#src/donations/desk.ts';
import type { RollCursor } from '#src/donations/store.ts';
import { called, itemIn } from '#src/forms/goods.ts';
import type { Front } from '#src/http/front.ts';
import type { Lang } from '#src/i18n/words.ts';

type Roll = Awaited<ReturnType<DonationDesk['roll']>>;

/** The columns, in their order. */
const columns = [
  'named',
  'donor',
  'received_on',
  'kind',
  'item',
  'item_zh',
  'item_en',
  'quantity',
  'unit_zh',
  'unit_en',
  'yuan',
  'value_basis',
] as const;
type Row = Partial<Record<(typeof columns)[number], string | number>>;

const perPage = 500;
/** More than any zone has donors; a table has an end. */
const mostPages = 200;

const yuan = (fen: number): string => (fen / 100).toFixed(2);

type Goods = Roll['total']['byBasis'][number];

const goodsRow = (
  { tables }: Front,
  { item, unit, quantity, value, basis }: Pick<Goods, 'item' | 'unit' | 'quantity' | 'value' | 'basis'>,
): Row => {
  const unitName = (lang: Lang) => tables.units.find(one => one.code === unit)?.name[lang] ?? unit;
  return {
    kind: 'goods',
    item,
    item_zh: itemIn(item, tables, 'zh-Hans'),
    item_en: itemIn(item, tables, 'en'),
    quantity: called(quantity, unit),
    unit_zh: unitName('zh-Hans'),
    unit_en: unitName('en'),
    yuan: basis === 'none' ? '' : yuan(value),
    value_basis: basis,
  };
};

const moneyRows = (money: number): readonly Row[] =>
  money === 0 ? [] : [{ kind: 'money', yuan: yuan(money) }];

/** A cell a spreadsheet would run as a formula is led by an apostrophe (ASVS 1.2.10). */
const safe = (value: string | number | undefined): string | number =>
  typeof value === 'string' && /^[=+\-@\t\r]/.test(value) ? `'${value}` : (value ?? '');

/**
 * Every row of the roll as a table, UTF-8 with a mark, so that spreadsheets read the Chinese: a row for each sum of money and each line of
 * goods of a donor who is named, then the sums of all who are not. Together they are the totals of the page.
 */
export const tableOf = async (
  front: Front,
  donations: DonationDesk,
): Promise<{ readonly asOf: string; readonly text: string }> => {
  const rows: Row[] = [];
  let after: RollCursor | null = null;
  let roll: Roll = await donations.roll({ after, limit: perPage });
  for (let nth = 0; nth < mostPages; nth += 1) {
    for (const { enterprise, receivedOn, money, goods } of roll.rows) {
      const own = { named: 1, donor: enterprise, received_on: receivedOn };
      const given = [...moneyRows(money), ...goods.map(one => goodsRow(front, one))];
      rows.push(...given.map(row => ({ ...own, ...row })));
    }
    after = roll.next;
    if (after === null) break;
    roll = await donations.roll({ after, limit: perPage });
  }
  const { money, byBasis } = roll.unnamed;
  const rest = [...moneyRows(money), ...byBasis.map(one => goodsRow(front, one))];
  rows.push(...rest.map(row => ({ named: 0, ...row })));
  const cells = rows.map(row => columns.map(column => safe(row[column])));
  return { asOf: roll.asOf, text: `\ufeff${stringify([columns, ...cells])}` };
};
