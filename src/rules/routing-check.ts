import { addDays, type Day } from '#src/rules/day.ts';
import { type Conditions, candidates, holds } from '#src/rules/routing.ts';

/** Days on which something may change between two days: each row's first day and the day after its last. */
export const turns = (
  rows: readonly { readonly from: Day; readonly to: Day | null }[],
  from: Day,
  to: Day,
): readonly Day[] => {
  const edges = [from, ...rows.flatMap(row => [row.from, ...(row.to ? [addDays(row.to, 1)] : [])])];
  return [...new Set(edges)].filter(day => from <= day && day <= to).sort();
};

/** Whether a row takes everybody. */
export const isTotal = (row: Conditions): boolean =>
  row.keys === null && row.lines === null && row.areas === null && row.keyEnterprise === null;

/** Forms that have no row without conditions on some day between `from` and `to`, as `form day`; empty when the table is total. */
export const gaps = (
  table: readonly Conditions[],
  forms: readonly string[],
  from: Day,
  to: Day,
): readonly string[] =>
  forms.flatMap(form => {
    const rows = table.filter(row => row.form === form);
    return turns(rows, from, to)
      .filter(day => !rows.some(row => isTotal(row) && holds(row, day)))
      .map(day => `${form} ${day}`);
  });

/** A row's values of one condition, and one that no row names. */
const valuesOf = (rows: readonly Conditions[], name: 'keys' | 'lines' | 'areas'): readonly string[] => [
  '',
  ...new Set(rows.flatMap(row => row[name] ?? [])),
];

/** The rows of one form that decide about somebody on some day. */
const living = (rows: readonly Conditions[]): ReadonlySet<Conditions> => {
  const alive = new Set<Conditions>();
  const first = rows.map(row => row.from).sort()[0] ?? '';
  const keyed = rows.some(row => row.keyEnterprise !== null) ? [false, true] : [false];
  for (const day of turns(rows, first, '9999-12-31'))
    for (const key of valuesOf(rows, 'keys'))
      for (const line of valuesOf(rows, 'lines'))
        for (const area of valuesOf(rows, 'areas'))
          for (const keyEnterprise of keyed) {
            const form = rows[0]?.form ?? '';
            const [row] = candidates(rows, { form, key, line, area, keyEnterprise }, day);
            if (row) alive.add(row);
          }
  return alive;
};

const sameValues = (one: readonly string[] | null, other: readonly string[] | null): boolean =>
  one === null || other === null
    ? one === other
    : one.length === other.length && one.every(value => other.includes(value));

const sameConditions = (one: Conditions, other: Conditions): boolean =>
  one.form === other.form &&
  one.keyEnterprise === other.keyEnterprise &&
  (['keys', 'lines', 'areas'] as const).every(name => sameValues(one[name], other[name]));

const overlaps = (one: Conditions, other: Conditions): boolean =>
  (one.to === null || other.from <= one.to) && (other.to === null || one.from <= other.to);

/** Two rows, numbered from 1 as they stand in the file, of which the order decides by accident. */
export type Clash = {
  readonly tag: 'never' | 'both';
  readonly row: number;
  /** The earlier row of the same conditions; 0 where several together leave nothing. */
  readonly by: number;
};

/**
 * Rows that no submission ever reaches because rows before them take everything, and rows of the same conditions that hold on the same
 * days. Empty when every row decides about somebody.
 */
export const clashes = (table: readonly Conditions[]): readonly Clash[] => {
  const forms = [...new Set(table.map(row => row.form))];
  const alive = new Set(forms.flatMap(form => [...living(table.filter(row => row.form === form))]));
  return table.flatMap((row, index): Clash[] => {
    const twin = table.findIndex(
      (other, at) => at < index && sameConditions(other, row) && overlaps(other, row),
    );
    if (twin >= 0) return [{ tag: 'both', row: index + 1, by: twin + 1 }];
    return alive.has(row) ? [] : [{ tag: 'never', row: index + 1, by: 0 }];
  });
};
