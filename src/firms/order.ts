import type { CaseRow } from '#src/cases/store.ts';
import { type Day, dayOf, daysBetween } from '#src/rules/day.ts';
import {
  type By,
  bandOf,
  type Condition,
  mustsOn,
  type Ordering,
  type OrderRow,
  orderOf,
} from '#src/rules/reopening.ts';
import { isKeyEnterprise, type KeyEnterprise } from '#src/rules/routing.ts';

type Clear = {
  readonly staff?: {
    readonly total?: number | null;
    readonly returning?: number | null;
    readonly local?: number | null;
  };
  readonly stock?: Readonly<Record<'masks' | 'thermometers' | 'disinfectant', number | null | undefined>>;
  readonly isolation?: boolean | null;
  readonly prevention?: readonly unknown[];
};

/** A filing that waits for an answer, as far as the order looks at it. */
export type Waiting = Pick<CaseRow, 'id' | 'creditCode' | 'answers' | 'receivedAt'>;

/** What a filing has by a criterion: its figure, null where it was not said, and the band that it falls into. */
export type Has = { readonly by: Ordering; readonly figure: number | null; readonly band: number };

/** A filing in its place: what it has by each criterion, and by which one it stands before the next; null for the last, or where only its id decides. */
export type Placed<One> = {
  readonly filing: One;
  readonly has: readonly Has[];
  readonly before: Ordering | null;
};

/** A filing that lacks something that must be there; what it did not say it lacks. */
export type Lacking<One> = { readonly filing: One; readonly lacks: readonly Condition[] };

const isThere = (must: Condition, { stock, isolation, prevention }: Clear): boolean => {
  if (must === 'isolation') return isolation === true;
  if (must === 'plan') return (prevention ?? []).length > 0;
  return (stock?.[must] ?? 0) > 0;
};

const clearOf = ({ answers }: Pick<Waiting, 'answers'>): Clear => JSON.parse(answers) as Clear;

const share = (part: number | null | undefined, whole: number | null | undefined): number | null =>
  typeof part === 'number' && typeof whole === 'number' && whole > 0
    ? Math.round((100 * part) / whole)
    : null;

/** 每人每天1只: so many days do the masks last for those who come back. */
const maskDays = ({ stock, staff }: Clear): number | null => {
  const [masks, people] = [stock?.masks, staff?.returning];
  return typeof masks === 'number' && typeof people === 'number' && people > 0
    ? Math.floor(masks / people)
    : null;
};

type Known = { readonly keyEnterprises: readonly KeyEnterprise[]; readonly day: Day; readonly now: Date };

const figureOf = (by: Ordering, one: Waiting, { keyEnterprises, day, now }: Known): number | null => {
  const clear = clearOf(one);
  switch (by) {
    case 'key-enterprise':
      return isKeyEnterprise(keyEnterprises, one.creditCode, day) ? 0 : 1;
    case 'local':
      return share(clear.staff?.local, clear.staff?.total);
    case 'mask-days':
      return maskDays(clear);
    case 'headcount':
      return clear.staff?.returning ?? null;
    case 'waiting':
      return daysBetween(dayOf(now), dayOf(new Date(one.receivedAt)));
  }
};

const hasOf = (row: By, one: Waiting, known: Known): Has => {
  const figure = figureOf(row.by, one, known);
  return { by: row.by, figure, band: bandOf(row, figure) };
};

type Sorted<One> = { readonly filing: One; readonly has: readonly Has[] };

const differing = <One>(a: Sorted<One>, b: Sorted<One>): number =>
  a.has.findIndex((one, index) => one.band !== b.has[index]?.band);

const compare = <One extends Waiting>(a: Sorted<One>, b: Sorted<One>): number => {
  const at = differing(a, b);
  if (at >= 0) return (a.has[at]?.band ?? 0) - (b.has[at]?.band ?? 0);
  // Equal in everything: who came first, to the moment.
  const [left, right] = [a.filing.receivedAt + a.filing.id, b.filing.receivedAt + b.filing.id];
  return left < right ? -1 : left > right ? 1 : 0;
};

/**
 * Filings in the order of a day, each with its reasons, and apart those that lack what must be there: 不达条件一律不得开工. The criteria
 * are looked at one after the other, and the first in which two fall into different bands decides.
 */
export const inOrder = <One extends Waiting>(
  filings: readonly One[],
  table: readonly OrderRow[],
  known: Known,
): { readonly ready: readonly Placed<One>[]; readonly lacking: readonly Lacking<One>[] } => {
  const [musts, rows] = [mustsOn(table, known.day), orderOf(table, known.day)];
  const looked = filings.map(filing => ({
    filing,
    lacks: musts.filter(({ must }) => !isThere(must, clearOf(filing))).map(({ must }) => must),
  }));
  const sorted = looked
    .filter(one => one.lacks.length === 0)
    .map(({ filing }) => ({ filing, has: rows.map(row => hasOf(row, filing, known)) }))
    .toSorted(compare);
  const ready = sorted.map((one, index) => {
    const next = sorted[index + 1];
    const at = next ? differing(one, next) : -1;
    return { ...one, before: one.has[at]?.by ?? null };
  });
  const lacking = looked
    .filter(one => one.lacks.length > 0)
    .toSorted((a, b) => a.lacks.length - b.lacks.length || (a.filing.id < b.filing.id ? -1 : 1));
  return { ready, lacking };
};
