import type { Words } from '#src/i18n/words.ts';
import { addDays, type Day } from '#src/rules/day.ts';
import { holds } from '#src/rules/routing.ts';

/** What must be there before anybody opens (不达条件一律不得开工). */
export const conditions = ['masks', 'thermometers', 'disinfectant', 'isolation', 'plan'] as const;
export type Condition = (typeof conditions)[number];

/** What filings that meet the conditions are put in order by. */
export const orderings = ['key-enterprise', 'local', 'mask-days', 'headcount', 'waiting'] as const;
export type Ordering = (typeof orderings)[number];

/** Of which a larger figure comes first. */
const larger: readonly Ordering[] = ['local', 'mask-days'];

/** A dated row of content/rules/reopening-order.yaml. */
export type OrderRow = {
  readonly from: Day;
  readonly to: Day | null;
  readonly name: Words;
  readonly source: string;
} & (
  | { readonly must: Condition; readonly by?: undefined }
  | {
      readonly must?: undefined;
      readonly by: Ordering;
      /** 1 is looked at first. */ readonly order: number;
      /** Figures within one band are equal: `[90, 70, 50]` are four bands. Null: every difference counts. */ readonly bands:
        | readonly number[]
        | null;
    }
);
export type Must = Extract<OrderRow, { readonly must: Condition }>;
export type By = Extract<OrderRow, { readonly by: Ordering }>;

/** What must be there on a day, as the file has it. */
export const mustsOn = (table: readonly OrderRow[], day: Day): readonly Must[] =>
  table.filter((row): row is Must => row.must !== undefined && holds(row, day));

/** What decides the order on a day, the first first. */
export const orderOf = (table: readonly OrderRow[], day: Day): readonly By[] =>
  table
    .filter((row): row is By => row.by !== undefined && holds(row, day))
    .toSorted((a, b) => a.order - b.order);

/** The band of a figure, 0 first; behind all bands where it is not known. Without bands the figure itself. */
export const bandOf = ({ by, bands }: By, figure: number | null): number => {
  const isLarger = larger.includes(by);
  if (figure === null) return bands === null ? Number.POSITIVE_INFINITY : bands.length + 1;
  if (bands === null) return isLarger ? -figure : figure;
  const at = bands.findIndex(edge => (isLarger ? figure >= edge : figure <= edge));
  return at < 0 ? bands.length : at;
};

/** What is wrong with the table: rows numbered from 1 as they stand in the file, and the first day of it. */
export type OrderFault = {
  readonly tag: 'twice' | 'place' | 'bands' | 'none';
  readonly rows: readonly number[];
  readonly day: Day;
};

const pairs = (rows: readonly (readonly [number, string])[]): readonly number[] =>
  rows.filter(([, key]) => rows.filter(([, other]) => other === key).length > 1).map(([at]) => at);

const isInOrder = ({ by, bands }: By): boolean =>
  (bands ?? []).every((edge, index) => {
    const before = bands?.[index - 1];
    return before === undefined || (larger.includes(by) ? edge < before : edge > before);
  });

const faultsOn = (table: readonly OrderRow[], day: Day): readonly OrderFault[] => {
  const living = table.flatMap((row, index) => (holds(row, day) ? [[index + 1, row] as const] : []));
  const twice = pairs(living.map(([at, row]) => [at, row.must ?? `by ${row.by}`]));
  const ordered = living.flatMap(([at, row]) => (row.by === undefined ? [] : [[at, row] as const]));
  const place = pairs(ordered.map(([at, row]) => [at, String(row.order)]));
  const bands = ordered.filter(([, row]) => !isInOrder(row)).map(([at]) => at);
  return [
    ...(ordered.length === 0 ? [{ tag: 'none', rows: [], day } as const] : []),
    ...(twice.length > 0 ? [{ tag: 'twice', rows: twice, day } as const] : []),
    ...(place.length > 0 ? [{ tag: 'place', rows: place, day } as const] : []),
    ...(bands.length > 0 ? [{ tag: 'bands', rows: bands, day } as const] : []),
  ];
};

/** Days from `from` on, without end, on which the order would be a matter of chance; each fault once, on its first day. */
export const orderFaults = (table: readonly OrderRow[], from: Day): readonly OrderFault[] => {
  const edges = [from, ...table.flatMap(row => [row.from, ...(row.to ? [addDays(row.to, 1)] : [])])];
  const seen = new Set<string>();
  return [...new Set(edges)]
    .filter(day => day >= from)
    .sort()
    .flatMap(day => faultsOn(table, day))
    .filter(({ tag, rows }) => {
      const key = `${tag} ${rows.join()}`;
      return seen.has(key) ? false : seen.add(key);
    });
};
