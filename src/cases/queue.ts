import type { Cursor, DeskRow, Narrow, Stage, StageCount, Pick as Wanted } from '#src/cases/desk-store.ts';
import { fresh } from '#src/cases/follow.ts';
import type { Office } from '#src/cases/office.ts';
import { addDays, dayOf, instant } from '#src/rules/day.ts';
import { halfDayAfter } from '#src/rules/half-day.ts';

export const queueViews = [
  'to-accept',
  'mine',
  'department',
  'assisting',
  'due-today',
  'overdue',
  'waiting',
  'answered',
  'unsolved',
  'upward',
  'declined',
  'held',
  'complaints',
  'to-revisit',
  'fast',
  'closed',
  'all',
] as const;
export type QueueView = (typeof queueViews)[number];

/** Whose cases are looked at; what is absent does not narrow. */
export type Watch = {
  /** Led by this department; of `assisting`, assisted. */ readonly department?: string;
  /** Login; narrows `mine` alone. */ readonly officer?: string;
  /** An empty list has nothing in it. */ readonly areas?: readonly string[];
  /** With areas: cases of enterprises of these credit codes besides, wherever they are. */ readonly codes?: readonly string[];
  /** Complaints of this department, the reader's own, are left out. */ readonly notAgainst?: string;
};

export type QueueQuery = Watch & {
  readonly view: QueueView;
  readonly form?: string;
  readonly area?: string;
  readonly line?: string;
  /** `closed` and `all` are always the newest first, `assisting` by the part's own due time. */ readonly sort?:
    | 'due'
    | 'received';
  /** The `next` of the page before. */ readonly after?: string | null;
  /** 1 to 100. */ readonly limit: number;
};

/** A line of a queue. `late`: who keeps whom waiting, since when; '' while nobody does. A complaint's enterprise is ''. */
export type QueueRow = DeskRow & {
  readonly late: 'accept' | 'lead' | '';
  readonly lateSince: string;
};

/** The stages in which the clock runs for somebody of the office. */
const running: readonly Stage[] = ['held', 'to-accept', 'declined', 'doing'];

const stagesOf: Partial<Record<QueueView, readonly Stage[]>> = {
  'to-accept': ['to-accept'],
  mine: ['to-accept', 'doing', 'waiting', 'answered', 'upward'],
  department: ['to-accept', 'declined', 'doing', 'waiting', 'answered'],
  'due-today': running,
  overdue: running,
  waiting: ['waiting'],
  answered: ['answered'],
  unsolved: ['unsolved'],
  upward: ['upward'],
  declined: ['declined'],
  held: ['held'],
};

/** Sorts after every time. */
const forever = '9999';

/** The moment in which today ends. */
const tomorrowOf = (now: Date): string => instant(addDays(dayOf(now), 1)).toISOString();

const pickOf = (view: QueueView, now: Date): Wanted => {
  if (view === 'assisting' || view === 'complaints' || view === 'fast') return { of: view };
  if (view === 'to-revisit') return { of: 'revisits' };
  const stages = stagesOf[view];
  if (!stages) return { of: 'newest', stage: view === 'closed' ? 'closed' : '' };
  const at = now.toISOString();
  if (view === 'due-today') return { of: 'stages', stages, dueFrom: at, dueBefore: tomorrowOf(now) };
  return { of: 'stages', stages, dueFrom: '', dueBefore: view === 'overdue' ? at : forever };
};

const listed = (codes: readonly string[]): string => `,${codes.join(',')},`;

/** One area is asked for as one: a comparison instead of a search. */
const areasOf = ({
  areas,
  area = '',
  codes = [],
}: Pick<QueueQuery, 'areas' | 'area' | 'codes'>): Pick<Narrow, 'areas' | 'area' | 'codes'> => {
  if (areas && codes.length > 0)
    return { areas: areas.length > 0 ? listed(areas) : '', area, codes: listed(codes) };
  return areas?.length === 1 && area === ''
    ? { areas: '', area: areas[0] ?? '' }
    : { areas: areas ? listed(areas) : '', area };
};

/** What of a query narrows a list, whatever the list is of. */
export const narrowOf = (query: Omit<QueueQuery, 'limit'>): Narrow => ({
  department: query.department ?? '',
  officer: query.view === 'mine' ? (query.officer ?? '') : '',
  ...areasOf(query),
  form: query.form ?? '',
  line: query.line ?? '',
  notAgainst: query.notAgainst ?? '',
});

const writeCursor = ({ key, id }: Cursor): string => `${key}~${id}`;

/** A cursor that was not ours begins at the beginning. */
const readCursor = (text: string | null | undefined): Cursor | null => {
  const [, key, id] = /^([^~]{1,60})~([^~]{1,60})$/.exec(text ?? '') ?? [];
  return key && id ? { key, id } : null;
};

/** By when a lead department accepts: half a working day after it came to it (半个工作日内签收). */
export const acceptBy = (
  office: Pick<Office, 'calendar' | 'closing'>,
  row: Pick<DeskRow, 'passedAt'>,
): string => halfDayAfter(office.calendar, office.closing, new Date(row.passedAt)).toISOString();

const lateness = (office: Office, row: DeskRow, now: string): Pick<QueueRow, 'late' | 'lateSince'> => {
  const isRunning = running.includes(row.stage);
  if (isRunning && row.due < now) return { late: 'lead', lateSince: row.due };
  const accept = row.stage === 'to-accept' ? acceptBy(office, row) : now;
  return accept < now ? { late: 'accept', lateSince: accept } : { late: '', lateSince: '' };
};

/** The columns of a row, so that nothing else of a case goes along. */
const columns: readonly (keyof DeskRow)[] = [
  'id',
  'number',
  'form',
  'state',
  'enterprise',
  'creditCode',
  'area',
  'line',
  'handler',
  'due',
  'heldFor',
  'receivedAt',
  'urgent',
  'link',
  ...(Object.keys(fresh('received', '', '')) as readonly (keyof DeskRow)[]),
];

const onlyColumns = (row: DeskRow): DeskRow =>
  Object.fromEntries([...columns, 'partDue' as const].map(name => [name, row[name]])) as DeskRow;

/** A row as a table shows it. */
export const shownRow = (office: Office, row: DeskRow): QueueRow => ({
  ...onlyColumns(row),
  ...(row.complaint === 1 && { enterprise: '', creditCode: '' }),
  ...lateness(office, row, office.now().toISOString()),
});

const isEmpty = ({ view, areas, codes = [], department = '' }: Omit<QueueQuery, 'limit'>): boolean =>
  (areas?.length === 0 && codes.length === 0) || (view === 'assisting' && department === '');

/** A page of a queue, at most 100 rows; `next` is the `after` of the following one, null after the last. Nothing sealed is in it. */
export const queue = async (
  office: Office,
  query: QueueQuery,
): Promise<{ readonly rows: readonly QueueRow[]; readonly next: string | null }> => {
  if (isEmpty(query)) return { rows: [], next: null };
  const page = await office.store.deskPage({
    pick: pickOf(query.view, office.now()),
    narrow: narrowOf(query),
    sort: query.sort ?? 'due',
    after: readCursor(query.after),
    limit: Math.min(100, Math.max(1, query.limit)),
  });
  return {
    rows: page.rows.map(row => shownRow(office, row)),
    next: page.next && writeCursor(page.next),
  };
};

/** Counts of what is over go no further: a page says 999+. What is still open is counted to the end. */
const mostCounted = 1000;

/** What the stages of a view add up to; null for a view that is not made of stages. */
const standingIn = (
  view: QueueView,
  { officer = '' }: Watch,
  counts: readonly StageCount[],
): number | null => {
  const stages = stagesOf[view];
  if (!stages) return null;
  const sum = (of: (count: StageCount) => number): number =>
    counts.filter(count => stages.includes(count.stage)).reduce((all, count) => all + of(count), 0);
  if (view === 'overdue') return sum(count => count.late);
  if (view === 'due-today') return sum(count => count.soon - count.late);
  return sum(count => (view === 'mine' && officer !== '' ? count.mine : count.all));
};

/** How many cases each view has for somebody; of `closed`, `all` and what is marked at most 1000 are said. */
export const queueCounts = async (office: Office, watch: Watch): Promise<Record<QueueView, number>> => {
  const at = office.now();
  const views = queueViews.filter(view => !isEmpty({ ...watch, view }));
  const listed = views.filter(view => !stagesOf[view]);
  const [standing, counts] = await Promise.all([
    views.length === 0
      ? []
      : office.store.deskStanding({
          narrow: narrowOf({ ...watch, view: 'all' }),
          mine: watch.officer ?? '',
          now: at.toISOString(),
          tomorrow: tomorrowOf(at),
        }),
    office.store.deskCounts({
      lists: listed.map(view => ({ pick: pickOf(view, at), narrow: narrowOf({ ...watch, view }) })),
      most: mostCounted,
    }),
  ]);
  const all = queueViews.map(view => {
    const counted = counts[listed.indexOf(view)] ?? 0;
    return [view, standingIn(view, watch, standing) ?? counted] as const;
  });
  return Object.fromEntries(all) as Record<QueueView, number>;
};
