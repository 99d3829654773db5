import { catchUp, type Firms } from '#src/firms/firms.ts';
import type { DueTotal, FirmNarrow, Owing, Rank } from '#src/firms/store.ts';
import { ranks } from '#src/firms/store.ts';
import type { Day } from '#src/rules/day.ts';
import { owedOn } from '#src/rules/returns.ts';

/** A sum over the returns that said it, and how many did: missing is never 0. */
export type Sum = { readonly sum: number; readonly by: number };

/** How the returns of a day stand. */
export type ReturnsOfDay = {
  readonly day: Day;
  /** Null where nobody owes a return of the day. */ readonly deadline: Date | null;
  /** Whether the time is over: before that a return is not missing, only not there yet. */ readonly isOver: boolean;
  readonly due: number;
  /** How many of those that are due stand how. */ readonly ranks: Readonly<Record<Rank, number>>;
  /** Of the missing ones, chased. */ readonly chased: number;
  /** 无异常 and 有异常 among those that count: in time or late. */ readonly normal: number;
  readonly problem: number;
  readonly present: Sum;
  readonly absent: Sum;
  readonly fever: Sum;
  readonly quarantined: Sum;
  readonly returned: Sum;
  /** Enterprises whose masks last less than three days, of those that said. */ readonly maskLow: Sum;
  /** Returns of the day by whoever owes none, or that nobody can tell whose they are. */ readonly beside: number;
  readonly areas: readonly {
    readonly area: string;
    readonly due: number;
    readonly ranks: Readonly<Record<Rank, number>>;
  }[];
};

/** Everybody's. */
export const everybody: FirmNarrow = { areas: '', codes: '', department: '' };

/** What is asked of the store for a day; lines that owe nothing are left out, all of them where nobody owes anything. */
export const owingOn = ({ office, returns }: Firms, day: Day): Owing & { readonly at: Date | null } => {
  const all = office.tables.lines.map(({ code }) => code);
  const owed = owedOn(returns, office.calendar, all, day);
  return {
    day,
    lines: owed ? `,${owed.lines.join(',')},` : ',',
    deadline: owed?.deadline.toISOString() ?? '',
    at: owed?.deadline ?? null,
  };
};

const total = (rows: readonly DueTotal[], of: (row: DueTotal) => number): number =>
  rows.reduce((all, row) => all + of(row), 0);

/** In time or late: what was sent and looked at. Held returns are in no sum. */
const counts = ({ rank }: DueTotal): boolean => rank >= ranks.indexOf('late');

const byRank = (rows: readonly DueTotal[]): Readonly<Record<Rank, number>> =>
  Object.fromEntries(
    ranks.map((rank, at) => [
      rank,
      total(
        rows.filter(row => row.rank === at),
        row => row.firms,
      ),
    ]),
  ) as Record<Rank, number>;

const sumOf = (rows: readonly DueTotal[], sum: keyof DueTotal, by: keyof DueTotal): Sum => {
  const told = rows.filter(counts);
  return { sum: total(told, row => Number(row[sum])), by: total(told, row => Number(row[by])) };
};

/** A day's returns in figures, from what the store adds up. */
const figuresOf = (
  day: Day,
  { deadline, now }: { readonly deadline: Date | null; readonly now: Date },
  rows: readonly DueTotal[],
  beside: number,
): ReturnsOfDay => {
  const told = rows.filter(counts);
  const normal = total(told, row => row.normal);
  const areas = [...new Set(rows.map(row => row.area))].sort();
  const missing = rows.filter(row => row.rank === ranks.indexOf('missing'));
  return {
    day,
    deadline,
    isOver: deadline !== null && now > deadline,
    due: total(rows, row => row.firms),
    ranks: byRank(rows),
    chased: total(missing, row => row.chased),
    normal,
    problem: total(told, row => row.firms) - normal,
    present: sumOf(rows, 'present', 'presentBy'),
    absent: sumOf(rows, 'absent', 'absentBy'),
    fever: sumOf(rows, 'fever', 'feverBy'),
    quarantined: sumOf(rows, 'quarantined', 'quarantinedBy'),
    returned: sumOf(rows, 'returned', 'returnedBy'),
    maskLow: sumOf(rows, 'maskLow', 'maskBy'),
    beside,
    areas: areas.map(area => {
      const own = rows.filter(row => row.area === area);
      return { area, due: total(own, row => row.firms), ranks: byRank(own) };
    }),
  };
};

/** How the returns of a day stand now, for whoever looks after these enterprises. `behind`: more cases wait than one page could count. */
export const returnsOn = async (
  firms: Firms,
  day: Day,
  narrow: FirmNarrow = everybody,
): Promise<ReturnsOfDay & { readonly behind: boolean }> => {
  const isAll = await catchUp(firms);
  const { at, ...owing } = owingOn(firms, day);
  const [rows, beside] = await Promise.all([
    firms.store.dueTotals({ ...owing, ...narrow }),
    firms.store.besideCount({ ...owing, ...narrow }),
  ]);
  return { ...figuresOf(day, { deadline: at, now: firms.office.now() }, rows, beside), behind: !isAll };
};
