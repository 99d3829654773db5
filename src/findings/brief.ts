import { queueCounts } from '#src/cases/queue.ts';
import type { SupplySum } from '#src/figures/store.ts';
import { addDays, type Day, dayOf, instant } from '#src/rules/day.ts';
import { daysBetweenMeetings, meetingBefore, meetingOn } from '#src/rules/findings.ts';
import { dayOfFindings, type FindingsDay } from './day.ts';
import type { Findings } from './room.ts';
import type { DecisionRow, ProblemRow } from './store.ts';

/** Cases as they stand at this moment; of a day that is past nobody can count them so. */
export type CasesNow = Readonly<
  Record<'open' | 'late' | 'today' | 'held' | 'declined' | 'upward' | 'unsolved' | 'complaints', number>
>;

/** What a meeting (碰头会) is told. */
export type Brief = {
  readonly day: Day;
  /** When it begins; null where none is held on the day. */ readonly at: Date | null;
  /** The meeting before; null where there was none within a month. */ readonly since: Day | null;
  /** Reports that came due since, a day each, the oldest first. */ readonly days: readonly FindingsDay[];
  readonly flow: { readonly received: number; readonly done: number };
  /** Null of a day that is past. */ readonly cases: CasesNow | null;
  /** Open problems: the most severe and oldest first, at most `mostProblems`; how many there are in all. */
  readonly worst: readonly ProblemRow[];
  readonly open: number;
  /** Problems that the meeting is asked to decide. */ readonly wanted: readonly ProblemRow[];
  /** Supplies that are missing, the largest share first; of no day that is past, like cases. */
  readonly scarce: readonly SupplySum[];
  /** Supplies that were promised and not handed over. */ readonly promised: readonly SupplySum[];
  /** Returns of enterprises of the last of these days. */ readonly returns: {
    readonly day: Day;
    readonly due: number;
    readonly missing: number;
  };
  /** Decisions of earlier meetings that are not done, and what was done today of them. */
  readonly decisions: readonly DecisionRow[];
  /** Whether more are open than stand here. */ readonly more: boolean;
  /** What this meeting decided. */ readonly taken: readonly DecisionRow[];
};

/** One page of A4 holds so many. */
const mostProblems = 8;
const mostWanted = 6;
const mostSupplies = 6;
const mostDecisions = 30;

/** The counts of the desk's queue, of all departments. */
const casesNow = async ({ office }: Findings): Promise<CasesNow> => {
  const counts = await queueCounts(office, {});
  return {
    open: counts.department,
    late: counts.overdue,
    today: counts['due-today'],
    held: counts.held,
    declined: counts.declined,
    upward: counts.upward,
    unsolved: counts.unsolved,
    complaints: counts.complaints,
  };
};

/** What is missing of an item, as a share of what was asked. */
const shareMissing = ({ missing, asked }: SupplySum): number => (asked === 0 ? 0 : missing / asked);

const suppliesOf = async ({ beside, store }: Findings): Promise<Pick<Brief, 'scarce' | 'promised'>> => {
  await beside.supplied();
  const sums = await store.supplySums();
  return {
    scarce: sums
      .filter(one => one.missing > 0)
      .sort((a, b) => shareMissing(b) - shareMissing(a))
      .slice(0, mostSupplies),
    promised: sums.filter(one => one.promised > 0).slice(0, mostSupplies),
  };
};

const problemsNow = async ({ store }: Findings): Promise<Pick<Brief, 'worst' | 'wanted'>> => {
  const query = { department: '', after: null } as const;
  const [worst, wanted] = await Promise.all([
    store.problems({ ...query, view: 'open', limit: mostProblems }),
    store.problems({ ...query, view: 'wanted', limit: mostWanted }),
  ]);
  return { worst: worst.rows, wanted: wanted.rows };
};

const decisionsFor = async ({ store }: Findings, day: Day) => {
  const [open, taken] = await Promise.all([
    store.decisionsOpen({ day, after: null, limit: mostDecisions + 1 }),
    store.decisionsOf({ day, after: '', limit: mostDecisions }),
  ]);
  return { decisions: open.slice(0, mostDecisions), more: open.length > mostDecisions, taken };
};

/** Cases that came in and that were done on the days after the last meeting, up to the day itself: whole days, as figures count. */
const flowOf = async ({ beside }: Findings, since: Day | null, day: Day): Promise<Brief['flow']> => {
  const figures = beside.figures();
  await figures.catchUp();
  const wanted = ['received', 'done'].flatMap(id => figures.definitionOf(id) ?? []);
  const series = await figures.series(wanted, since === null ? day : addDays(since, 1), day);
  const sum = (id: string): number =>
    (series.get(id) ?? []).reduce((all, point) => all + (point.value ?? 0), 0);
  return { received: sum('received'), done: sum('done') };
};

/**
 * The brief of a day's meeting, made of what is there. Reports are those that came due since the last meeting; decisions, counts of reports
 * and of problems are those of the day, whenever it is asked for. Cases, the list of open problems and supplies are known as they stand
 * now, so a brief of a day that is past has none of them.
 */
export const briefOf = async (room: Findings, day: Day): Promise<Brief> => {
  const { office, rules, beside, store } = room;
  const at = meetingOn(rules, office.calendar, day);
  const since = meetingBefore(rules, office.calendar, day);
  const span = { after: since?.at ?? instant(day), until: at ?? instant(addDays(day, 1)) };
  const days = daysBetweenMeetings(rules, office.calendar, span);
  const isAhead = day >= dayOf(office.now());
  const last = days.at(-1) ?? day;
  const [reports, counts, flow, returns, decisions] = await Promise.all([
    Promise.all(days.map(one => dayOfFindings(room, one))),
    store.problemCounts(day),
    flowOf(room, since?.day ?? null, day),
    beside.returnsOn(last),
    decisionsFor(room, day),
  ]);
  const nothing = { worst: [], wanted: [], scarce: [], promised: [] };
  const now = isAhead ? { ...(await problemsNow(room)), ...(await suppliesOf(room)) } : nothing;
  return {
    day,
    at,
    since: since?.day ?? null,
    days: reports,
    flow,
    cases: isAhead ? await casesNow(room) : null,
    ...now,
    open: counts.reduce((sum, one) => sum + one.open, 0),
    returns: { day: last, due: returns.due, missing: returns.ranks.missing },
    ...decisions,
  };
};
