import type { Item, Tables } from '#src/forms/field.ts';
import type { Raw } from '#src/forms/read.ts';
import { addDays } from '#src/rules/day.ts';
import type { Chance } from './chance.ts';
import type { Filling, Lore } from './fill.ts';

/** What is asked for and given, how much of it a head of staff, and how often; an item that the catalogue lacks is left out. */
const wanted: readonly {
  readonly item: string;
  readonly a: number;
  readonly weight: number;
  readonly spec?: string;
}[] = [
  { item: 'mask-medical', a: 20, weight: 26, spec: '医用外科，一次性医用也可以' },
  { item: 'mask-disposable', a: 25, weight: 26, spec: '一次性，非医用也可以' },
  { item: 'mask-kn95', a: 3, weight: 6, spec: '打磨岗位用' },
  { item: 'alcohol', a: 0.8, weight: 14, spec: '75%' },
  { item: 'disinfectant-84', a: 0.6, weight: 12, spec: '桶装、瓶装都行' },
  { item: 'thermometer', a: 0.03, weight: 9 },
  { item: 'gloves', a: 2, weight: 3, spec: '丁腈，中号' },
  { item: 'protective-suit', a: 0.05, weight: 2, spec: '非医用' },
  { item: 'goggles', a: 0.06, weight: 2, spec: '工业用' },
];

/** A quantity as people write it: 17 becomes 20, 1234 becomes 1200. */
export const roundly = (value: number): number => {
  const step = 10 ** Math.max(0, Math.floor(Math.log10(Math.max(1, value))) - (value < 100 ? 0 : 1));
  return Math.max(1, Math.round(value / step) * step);
};

const known = ({ items }: Tables) => wanted.filter(one => items.some(item => item.code === one.item));

/** A unit that says how much it is by itself: the item's first. */
const unitOf = (item: Item | undefined): string => item?.units[0] ?? '';

type Line = {
  readonly item: string;
  readonly unit: string;
  readonly quantity: number;
  readonly spec: string;
};

/** Different goods for so many people; a catalogue of other items gets one of its own. */
const goodsFor = (tables: Tables, chance: Chance, people: number): readonly Line[] => {
  const kinds = known(tables);
  const chosen = new Set<string>();
  for (
    let left = chance.weighed([
      [1, 50],
      [2, 32],
      [3, 18],
    ] as const);
    left > 0 && kinds.length > 0;
    left -= 1
  )
    chosen.add(chance.weighed(kinds.map(one => [one.item, one.weight] as const)));
  if (chosen.size === 0) chosen.add(chance.pick(tables.items).code);
  return [...chosen].map(item => {
    const kind = kinds.find(one => one.item === item);
    const quantity = roundly(people * (kind?.a ?? 1) * chance.spread(1, 0.5));
    const unit = unitOf(tables.items.find(one => one.code === item));
    return { item, unit, quantity, spec: kind?.spec ?? '按常用规格' };
  });
};

const materials: Lore = ({ firm, day, tables, chance }) => ({
  items: goodsFor(tables, chance, firm.staff).map(({ spec, quantity, ...line }): Raw => {
    const dailyUse = Math.max(1, Math.round(quantity / chance.whole(10, 25)));
    const isKnown = chance.is(0.93);
    return {
      ...line,
      each: undefined,
      spec: chance.is(0.6) || line.item === 'other' ? spec : '',
      quantity: isKnown ? quantity : undefined,
      stock: chance.is(0.55) ? dailyUse * chance.whole(0, 9) : undefined,
      dailyUse: chance.is(0.55) ? dailyUse : undefined,
      neededBy: undefined,
    };
  }),
  neededBy: chance.is(0.7) ? addDays(day, chance.whole(1, 8)) : undefined,
  onSite: chance.is(0.6) ? Math.round(firm.staff * chance.unit()) : undefined,
  delivery: 'pickup',
  substitute: chance.is(0.5) ? chance.is(0.8) : undefined,
});

const donation: Lore = ({ firm, tables, chance }) => {
  const common = { receipt: chance.is(0.6), receiptTitle: firm.name, naming: chance.is(0.7) };
  const receiptTitle = common.receipt ? firm.name : undefined;
  const aim = chance.is(0.8) ? { aim: 'open' } : { aim: 'directed', recipient: '一线的值守人员' };
  if (chance.is(0.4))
    return { ...common, ...aim, receiptTitle, kind: 'money', amount: roundly(chance.spread(20_000, 1)) };
  const goods = goodsFor(tables, chance, 400).map(({ spec, ...line }) => ({
    ...line,
    name: `${spec}，未拆封`,
    each: undefined,
    value: roundly(line.quantity * chance.spread(2, 0.5)),
    expiry: undefined,
  }));
  return { ...common, ...aim, receiptTitle, kind: 'goods', goods };
};

const supplyOffer: Lore = ({ firm, day, tables, chance }: Filling) => ({
  offers: goodsFor(tables, chance, 900).map(({ spec, quantity, ...line }) => ({
    ...line,
    name: `${firm.name.slice(0, 2)}牌，${spec}`,
    available: quantity,
    each: undefined,
    price: Math.round(chance.spread(3, 0.8) * 100) / 100,
    standards: line.item.startsWith('mask') ? [chance.pick(['yy-0469', 'yyt-0969', 'gb-2626'])] : undefined,
    otherStandard: undefined,
    least: roundly(quantity / 20),
  })),
  licences: chance.is(0.6) ? ['business', 'report'] : ['business', 'device-trade'],
  from: '本区仓库',
  until: addDays(day, chance.whole(7, 40)),
});

/** Forms about goods. */
export const goodsLore: Readonly<Record<string, Lore>> = { materials, donation, 'supply-offer': supplyOffer };
