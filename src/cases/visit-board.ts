import type { Office } from '#src/cases/office.ts';
import type { VisitNarrow, VisitRow, VisitTotals } from '#src/cases/visit-store.ts';
import { addDays, dayOf, instant } from '#src/rules/day.ts';

export type VisitView = 'planned' | 'done';

export type VisitQuery = VisitNarrow & {
  readonly view: VisitView;
  /** The `next` of the page before; '' for the first. */ readonly after: string;
  /** 1 to 100. */ readonly limit: number;
};

/** A page of visits with the figures beside it: of today, of the last seven days, and of all days so far. */
export type VisitBoard = {
  readonly rows: readonly VisitRow[];
  readonly next: string;
  readonly totals: Readonly<Record<'today' | 'week' | 'all', VisitTotals>>;
};

const after = (cursor: string): { readonly key: string; readonly id: string } | null => {
  const [, key = '', id = ''] = /^(\d{4}-[\dT:.-]+Z)~([\w-]{24})$/.exec(cursor) ?? [];
  return id === '' ? null : { key, id };
};

/** Visits on the plan or made, and how many; see `VisitTotals` for what is counted. */
export const visitBoard = async (office: Office, query: VisitQuery): Promise<VisitBoard> => {
  const { view, limit, department, areas } = query;
  const today = dayOf(office.now());
  const tomorrow = instant(addDays(today, 1)).toISOString();
  const since = (from: string) => office.store.visitTotals({ department, areas, from, before: tomorrow });
  const from = (days: number): string => instant(addDays(today, 1 - days)).toISOString();
  const [found, day, week, all] = await Promise.all([
    office.store.visitsPage({ department, areas, state: view, after: after(query.after), limit: limit + 1 }),
    since(from(1)),
    since(from(7)),
    since(''),
  ]);
  const rows = found.slice(0, limit);
  const last = rows.at(-1);
  const next =
    found.length > limit && last ? `${view === 'planned' ? last.due : last.visitedAt}~${last.id}` : '';
  return { rows, next, totals: { today: day, week, all } };
};
