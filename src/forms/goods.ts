import type { Lang } from '#src/i18n/words.ts';
import { isContainer } from '#src/rules/units.ts';
import type { Item, Tables } from './field.ts';

/** So much of an item: whole pieces, sets, pairs; grams where the unit is kilograms, millilitres where it is litres. */
export type Goods = { readonly item: string; readonly unit: string; readonly quantity: number };

type Named = Pick<Tables, 'items' | 'units'>;

/** What is weighed or poured is kept a thousand times finer than it is called, so that every quantity is a whole number. */
const finer: Readonly<Record<string, number>> = { kg: 1000, litre: 1000 };

const gradesOf = (unit: string): number => finer[unit] ?? 1;

/** The most that a line or a lot holds, in the finest unit: a thousand billion. Sums of thousands of them are still exact. */
export const mostGoods = 1_000_000_000_000;

const fits = (quantity: number): number | null => (quantity > mostGoods ? null : quantity);

/** A need in the finest unit: what is half a piece is a whole one. Null past what is kept. */
export const neededIn = (quantity: number, unit: string): number | null =>
  fits(Math.ceil(quantity * gradesOf(unit) - 1e-6));

/** What is there in the finest unit: half a piece is none. Null past what is kept. */
export const thereIn = (quantity: number, unit: string): number | null =>
  fits(Math.floor(quantity * gradesOf(unit) + 1e-6));

/** A quantity as it is called: 12500 grams are 12.5, for a unit of kilograms. */
export const called = (quantity: number, unit: string): number => quantity / gradesOf(unit);

/** A typed amount in the unit as it is called; null where it is none, is not above 0, or is finer than what is counted. */
export const typedIn = (typed: string, unit: string): number | null => {
  const text = typed.normalize('NFKC').replaceAll(',', '').trim();
  if (!/^\d{1,12}(\.\d{1,3})?$/.test(text)) return null;
  const quantity = Number(text) * gradesOf(unit);
  const whole = Math.round(quantity);
  return whole > 0 && Math.abs(quantity - whole) < 1e-6 ? fits(whole) : null;
};

/** `5000只`, `12.5 kg`. */
export const amountIn = (quantity: number, unit: string, { units }: Named, lang: Lang): string => {
  const name = units.find(one => one.code === unit)?.name[lang] ?? unit;
  return `${called(quantity, unit)}${lang === 'zh-Hans' ? '' : ' '}${name}`;
};

/** Units that goods are added up in: no containers, and none that is so many of another. */
export const countedUnits = ({ units }: Pick<Tables, 'units'>): Tables['units'] =>
  units.filter(({ code, is }) => is === null && !isContainer(code));

/** Whether an item is counted in a unit, by itself or inside its containers. */
export const isCountedIn = (item: Item, unit: string): boolean =>
  item.units.includes(unit) || Object.values(item.contents).some(one => one?.unit === unit);

export const itemIn = (item: string, { items }: Named, lang: Lang): string =>
  items.find(one => one.code === item)?.name[lang] ?? item;

/** `医用外科口罩5000只、酒精12.5公斤`; of a quantity of 0, which is not known, the name alone. */
export const goodsIn = (goods: readonly Goods[], tables: Named, lang: Lang): string =>
  goods
    .map(({ item, unit, quantity }) => {
      const amount = amountIn(quantity, unit, tables, lang);
      const name = itemIn(item, tables, lang);
      if (quantity === 0) return name;
      return lang === 'zh-Hans' ? `${name}${amount}` : `${name}: ${amount}`;
    })
    .join(lang === 'zh-Hans' ? '、' : ', ');
