import type { Day } from '#src/rules/day.ts';
import { findingsDue } from '#src/rules/findings.ts';
import type { Findings } from './room.ts';
import type { FindingSeen, OnHand, ProblemCount } from './store.ts';

/** `awaited`: nothing came, and its time is not over; `beside`: it came and the department owes none. */
export const standings = ['missing', 'awaited', 'late', 'filed', 'beside'] as const;
export type Standing = (typeof standings)[number];

/** A department's report of a day, or that there is none. */
export type DayLine = {
  readonly department: string;
  /** Null where it owes none. */ readonly deadline: Date | null;
  readonly finding: FindingSeen | null;
  readonly standing: Standing;
  readonly counts: Omit<ProblemCount, 'department'>;
};

/** The reports of a day. What is missing is in no sum, and never 0. */
export type FindingsDay = {
  readonly day: Day;
  readonly due: number;
  /** How many of those that are due stand how. */ readonly ranks: Readonly<
    Record<Exclude<Standing, 'beside'>, number>
  >;
  /** Reports that said 无异常. */ readonly normal: number;
  /** Places that were looked at, by those who reported. */ readonly places: number;
  readonly found: number;
  readonly solved: number;
  readonly open: number;
  /** Missing and late first. */ readonly lines: readonly DayLine[];
  readonly onHand: readonly OnHand[];
};

/** In time or late by the first version: a correction makes no report late. */
const standingOf = (finding: FindingSeen | null, deadline: Date | null, now: Date): Standing => {
  if (!deadline) return 'beside';
  if (!finding) return now > deadline ? 'missing' : 'awaited';
  return finding.filedAt > deadline.toISOString() ? 'late' : 'filed';
};

const none = { found: 0, solved: 0, open: 0 };

const sum = <Row>(rows: readonly Row[], of: (row: Row) => number): number =>
  rows.reduce((all, row) => all + of(row), 0);

/** Who reported what for a day: due, in time, late, missing; problems found and solved on it, and open at its end; supplies on hand. */
export const dayOfFindings = async ({ office, store, rules }: Findings, day: Day): Promise<FindingsDay> => {
  const [found, counts, onHand] = await Promise.all([
    store.findingsOn(day),
    store.problemCounts(day),
    store.onHand({ day, department: '' }),
  ]);
  const due = findingsDue(rules, office.calendar, day);
  const deadlines = new Map(due.map(one => [one.department, one.deadline]));
  // A department that owes nothing today still stands here while a problem that it found is open.
  const departments = new Set([
    ...deadlines.keys(),
    ...found.map(one => one.department),
    ...counts.filter(one => one.found + one.solved + one.open > 0).map(one => one.department),
  ]);
  const now = office.now();
  const lines = [...departments].map((department): DayLine => {
    const finding = found.find(one => one.department === department) ?? null;
    const deadline = deadlines.get(department) ?? null;
    const count = counts.find(one => one.department === department);
    return {
      department,
      deadline,
      finding,
      standing: standingOf(finding, deadline, now),
      counts: count ? { found: count.found, solved: count.solved, open: count.open } : none,
    };
  });
  const ranked = (standing: Standing): number => lines.filter(line => line.standing === standing).length;
  return {
    day,
    due: due.length,
    ranks: {
      missing: ranked('missing'),
      awaited: ranked('awaited'),
      late: ranked('late'),
      filed: ranked('filed'),
    },
    normal: found.filter(one => one.state === 'normal').length,
    places: sum(found, one => one.places),
    found: sum(counts, one => one.found),
    solved: sum(counts, one => one.solved),
    open: sum(counts, one => one.open),
    lines: lines.sort((a, b) => standings.indexOf(a.standing) - standings.indexOf(b.standing)),
    onHand,
  };
};

/** Departments that owe a report and have sent none so far. */
export const unsaidIn = ({ lines }: FindingsDay): readonly string[] =>
  lines.filter(line => line.deadline !== null && line.finding === null).map(line => line.department);
