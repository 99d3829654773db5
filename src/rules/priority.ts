import type { Words } from '#src/i18n/words.ts';
import { addDays, type Day } from '#src/rules/day.ts';
import { holds } from '#src/rules/routing.ts';

/** What needs are put in order by. */
export const criteria = ['key-enterprise', 'reopened', 'runs-out', 'needed-by', 'waiting'] as const;
export type Criterion = (typeof criteria)[number];

/** A dated row of content/rules/priority.yaml: from when to when a criterion counts, and in which place. */
export type PriorityRow = {
  readonly by: Criterion;
  /** 1 is looked at first. */ readonly order: number;
  readonly from: Day;
  readonly to: Day | null;
  readonly name: Words;
  readonly source: string;
};

/** What counts on a day, the first first. */
export const orderOn = (table: readonly PriorityRow[], day: Day): readonly PriorityRow[] =>
  table.filter(row => holds(row, day)).toSorted((a, b) => a.order - b.order);

/** What is wrong with a day: no row holds, a criterion stands twice, or a place is taken twice. Rows are numbered from 1 as they stand in the file. */
export type PriorityFault = {
  readonly tag: 'gap' | 'criterion' | 'place';
  readonly day: Day;
  readonly rows: readonly number[];
};

const twice = <Key>(rows: readonly (readonly [number, Key])[]): readonly number[] =>
  rows.filter(([, key]) => rows.filter(([, other]) => other === key).length > 1).map(([at]) => at);

const faultsOn = (table: readonly PriorityRow[], day: Day): readonly PriorityFault[] => {
  const living = table.flatMap((row, index) => (holds(row, day) ? [[index + 1, row] as const] : []));
  if (living.length === 0) return [{ tag: 'gap', day, rows: [] }];
  const criterion = twice(living.map(([at, row]) => [at, row.by]));
  const place = twice(living.map(([at, row]) => [at, row.order]));
  return [
    ...(criterion.length > 0 ? [{ tag: 'criterion', day, rows: criterion } as const] : []),
    ...(place.length > 0 ? [{ tag: 'place', day, rows: place } as const] : []),
  ];
};

/** Days from `from` on, without end, on which the order would be a matter of chance; each fault once, on its first day. */
export const priorityFaults = (table: readonly PriorityRow[], from: Day): readonly PriorityFault[] => {
  const edges = [from, ...table.flatMap(row => [row.from, ...(row.to ? [addDays(row.to, 1)] : [])])];
  const days = [...new Set(edges)].filter(day => day >= from).sort();
  const seen = new Set<string>();
  return days
    .flatMap(day => faultsOn(table, day))
    .filter(({ tag, rows }) => {
      const key = `${tag} ${rows.join()}`;
      if (seen.has(key)) return false;
      seen.add(key);
      return true;
    });
};
