import type { Tables } from '#src/forms/field.ts';
import { creditCode } from '#src/rules/credit-code.ts';
import type { Chance } from './chance.ts';
import { brands, given, positions, shops, surnames, type Trade, trades, usual } from './words.ts';

/** An enterprise that does not exist. */
export type Firm = {
  readonly name: string;
  /** '' for one without a licence yet. */ readonly creditCode: string;
  readonly area: string;
  readonly line: string;
  readonly soleTrader: boolean;
  readonly staff: number;
  readonly trade: Trade;
  readonly contact: { readonly name: string; readonly phone: string; readonly role: string };
  /** The day of the story, counted from 0, on which it opens again. */ readonly opens: number;
};

const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY';
/**
 * 99 is no province, so this authority registers nobody and no code made with it was ever given out (GB/T 2260, GB 32100).
 */
const authority = '990101';

/** The check character of an organisation's code (GB 11714): 8 characters weighted. */
const organisation = (body: string): string => {
  const weights = [3, 7, 9, 10, 5, 8, 4, 2];
  const sum = [...body].reduce((all, one, at) => all + Number.parseInt(one, 36) * (weights[at] ?? 0), 0);
  const rest = 11 - (sum % 11);
  return `${body}${rest === 10 ? 'X' : rest % 11}`;
};

/** A credit code that holds by its check character and is nobody's. `M` in its ninth place is that of codes since 2015. */
const codeOf = (index: number, isSoleTrader: boolean): string => {
  const body = `9${isSoleTrader ? 2 : 1}${authority}${organisation(`MA0${String(index).padStart(5, '0')}`)}`;
  const last = [...alphabet].find(one => creditCode(body + one).tag === 'valid');
  return body + (last ?? '');
};

/** 154 is a range of mobiles that was never opened: nobody answers, nobody is disturbed. */
const phoneOf = (index: number): string => `154${String(index).padStart(8, '0')}`;

/** Every pair of characters once, in an order of chance: so many brands that no two firms share one before they run out. */
const brandsOf = (chance: Chance): readonly string[] => {
  const all = brands.first.flatMap(one => brands.second.map(other => one + other));
  return chance.some(all, all.length);
};

export const personOf = (chance: Chance): string =>
  chance.pick(surnames) + chance.pick(given) + (chance.is(0.45) ? chance.pick(given) : '');

const lineOf = (tables: Tables, chance: Chance): string =>
  chance.weighed(tables.lines.map(({ code }) => [code, (trades[code] ?? usual).share] as const));

/** Opens earlier where it is large; few open in the first week, most within four. */
const opensOf = (chance: Chance, staff: number, days: number): number => {
  const early = staff > 200 ? 0.55 : 1;
  return Math.min(days - 1, Math.round(chance.spread(days * 0.36 * early, 0.5)));
};

const firmOf = (tables: Tables, chance: Chance, brand: string, index: number, days: number): Firm => {
  const line = lineOf(tables, chance);
  const trade = trades[line] ?? usual;
  const soleTrader = line === 'commerce' && chance.is(0.3);
  const end = soleTrader ? chance.pick(shops) : chance.pick(trade.what) + chance.pick(trade.ends);
  const staff = soleTrader ? chance.whole(1, 6) : Math.max(2, Math.round(chance.spread(trade.staff, 0.95)));
  return {
    name: brand + end,
    creditCode: chance.is(soleTrader ? 0.15 : 0.04) ? '' : codeOf(index, soleTrader),
    area: chance.pick(tables.areas).code,
    line,
    soleTrader,
    staff,
    trade,
    contact: {
      name: personOf(chance),
      phone: phoneOf(index),
      role: chance.pick(soleTrader ? ['经营者'] : positions),
    },
    opens: opensOf(chance, staff, days),
  };
};

/** So many enterprises, `days` being how long the story lasts. The first ones have the codes of the zone's list of key enterprises. */
export const firmsOf = (
  tables: Tables,
  key: readonly string[],
  { chance, count, days }: { readonly chance: Chance; readonly count: number; readonly days: number },
): readonly Firm[] => {
  const found = brandsOf(chance.of('brands'));
  return Array.from({ length: count }, (_, index) => {
    const turn = Math.floor(index / found.length);
    const brand = `${found[index % found.length]}${turn > 0 ? turn + 1 : ''}`;
    const firm = firmOf(tables, chance.of(index), brand, index + 1, days);
    const listed = count > 20 * key.length ? key[index] : undefined;
    if (!listed) return firm;
    return { ...firm, creditCode: listed, soleTrader: false, staff: 260, opens: 2 };
  });
};
