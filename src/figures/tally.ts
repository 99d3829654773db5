import { next, type State, states } from '#src/cases/state.ts';
import type { Measure } from '#src/figures/figure.ts';
import { hoursPart, type Opening, workingTime } from '#src/figures/hours.ts';
import type { Countable, CountableEvent, Tally } from '#src/figures/store.ts';
import { addDays, type Day, dayOf } from '#src/rules/day.ts';

/** What events say in the clear, as far as it is counted. */
type Data = Partial<{ handler: string; due: string; dueBy: string; outcome: string; grade: string }>;

/** What is asked for, in the clear. `amount` is in 万元 with two decimals: counted in hundreds of yuan, which are whole. */
type Asked = {
  readonly amount?: number | null;
  readonly stay?: { readonly men?: number | null; readonly women?: number | null } | null;
};

/** The clock runs for the office; a case that was returned waits for its enterprise. */
const isRunning = (state: State): boolean => ['received', 'held', 'assigned'].includes(state);
const isOver = (state: State): boolean => state === 'closed' || state === 'withdrawn';

/** What tells the enterprise something, and what a spell of work ends with. */
const telling: readonly string[] = ['answered', 'cleared', 'contacted'];
const finishing: readonly string[] = ['answered', 'cleared', 'referred', 'closed'];
/** What sets another due time where it comes to a case that is over or waits; where its data does not say which, nobody knows. */
const restarting: readonly string[] = ['replied', 'relayed', 'unresolved', 'reopened', 'unmerged'];

/** How a case ended: by its own outcome, or by how it came about. */
const outcomeOf = (kind: string, data: Data): string => {
  if (kind === 'confirmed') return 'solved';
  if (kind === 'merged') return 'duplicate';
  if (kind === 'withdrawn' || kind === 'erased') return 'withdrawn';
  return data.outcome ?? '';
};

/** Where a case stands while its events are gone through. */
type Course = {
  state: State;
  department: string;
  /** Null where it is not known. */ due: string | null;
  at: string;
  /** Since when the enterprise is asked; ''. */ waitingSince: string;
  /** Work on it is not finished yet. */ working: boolean;
  told: boolean;
  /** Working time so far, in milliseconds. */ took: number;
  overdue: boolean;
  outcome: string;
  unsolved: boolean;
  upward: boolean;
  grade: string;
};

type Add = (measure: Measure, day: Day, n: number, part?: string, department?: string) => void;

const lateFrom = (due: string): Day => addDays(dayOf(new Date(due)), 1);

/** From the day after it was due it is overdue, until the clock stands, the work is done, or it is due later. */
const becomeLate = (course: Course, day: Day | null, add: Add): void => {
  if (course.overdue || course.due === null || !isRunning(course.state)) return;
  const from = lateFrom(course.due);
  if (day !== null && day < from) return;
  add('overdue', from, 1);
  course.overdue = true;
};

const isLateNoMore = (course: Course, day: Day, was: string | null): boolean =>
  course.overdue &&
  (!isRunning(course.state) || (course.due !== was && course.due !== null && lateFrom(course.due) > day));

/** The due time that an event leaves behind. */
const dueAfter = (course: Course, before: State, kind: string, data: Data): string | null => {
  const said = data.due ?? data.dueBy;
  if (said !== undefined) return said;
  return restarting.includes(kind) && !isRunning(before) ? null : course.due;
};

/** It goes to another department: what is counted as standing moves with it. */
const move = (course: Course, kind: string, data: Data, day: Day, add: Add): void => {
  const to = data.handler;
  if (to === undefined || to === course.department || !['forwarded', 'ordered', 'changed'].includes(kind))
    return;
  for (const measure of ['moved', ...(course.overdue ? (['overdue'] as const) : [])] as const) {
    add(measure, day, -1);
    add(measure, day, 1, '', to);
  }
  course.department = to;
};

/** A spell of work ends with an answer or an end, in time or late; for a case that waited, as it stood when the clock was stopped. */
const finish = (course: Course, before: State, { kind, at }: CountableEvent, day: Day, add: Add): void => {
  if (!course.working) return;
  if (finishing.includes(kind)) {
    const stood = before === 'returned' ? course.waitingSince : at;
    if (course.due !== null) add('finished', day, 1, stood <= course.due ? 'in-time' : 'late');
    course.working = false;
  } else if (isOver(course.state)) course.working = false;
};

const end = (course: Course, before: State, kind: string, data: Data, day: Day, add: Add): void => {
  if (isOver(course.state)) {
    const outcome = outcomeOf(kind, data);
    // A case that is over and is erased ends as it had ended; on the list it is settled by a second end.
    const isAnew = !isOver(before) || (['confirmed', 'closed'].includes(kind) && outcome !== course.outcome);
    if (!isAnew) return;
    if (isOver(before)) add('closed', day, -1, course.outcome);
    add('closed', day, 1, outcome);
    course.outcome = outcome;
  } else if (isOver(before)) {
    add('unclosed', day, 1, course.outcome);
    course.outcome = '';
  }
};

const level = (course: Course, name: 'unsolved' | 'upward', is: boolean, day: Day, add: Add): void => {
  if (course[name] === is) return;
  add(name, day, is ? 1 : -1);
  course[name] = is;
};

const rate = (course: Course, kind: string, data: Data, day: Day, add: Add): void => {
  if (kind === 'confirmed') add('verdict', day, 1, 'solved');
  if (kind === 'unresolved') add('verdict', day, 1, 'unsolved');
  if (kind !== 'rated' || data.grade === undefined) return;
  if (course.grade !== '') add('rated', day, -1, course.grade);
  add('rated', day, 1, data.grade);
  course.grade = data.grade;
};

const tell = (course: Course, kind: string, day: Day, add: Add): void => {
  if (course.told || !telling.includes(kind)) return;
  add('told', day, 1, hoursPart(course.took));
  course.told = true;
};

type Measured = ReturnType<typeof workingTime>;

/** One event after the first. */
const step = (course: Course, event: CountableEvent, measured: Measured, add: Add): void => {
  const { kind, at } = event;
  const data: Data = JSON.parse(event.data);
  const day = dayOf(new Date(at));
  const [before, wasDue] = [course.state, course.due];
  if (!course.told && before !== 'returned') course.took += measured(new Date(course.at), new Date(at));
  course.at = at;
  becomeLate(course, day, add);
  move(course, kind, data, day, add);
  course.state = next(before, kind) ?? before;
  tell(course, kind, day, add);
  finish(course, before, event, day, add);
  course.due = dueAfter(course, before, kind, data);
  if (isLateNoMore(course, day, wasDue)) {
    add('overdue', day, -1);
    course.overdue = false;
  }
  if (course.state === 'returned' && before !== 'returned') course.waitingSince = at;
  if (kind === 'returned' || kind === 'declined') add(kind, day, 1);
  end(course, before, kind, data, day, add);
  const isBack = !isRunning(before) && before !== 'returned' && isRunning(course.state);
  if (isBack) course.working = true;
  if (
    isBack &&
    course.state === 'assigned' &&
    (isOver(before) || kind === 'unresolved' || kind === 'reopened')
  )
    add('reopened', day, 1);
  level(course, 'unsolved', course.state === 'closed' && course.outcome === 'partly', day, add);
  const isUpward = course.state === 'answered' && (course.upward || kind === 'referred');
  level(course, 'upward', isUpward, day, add);
  rate(course, kind, data, day, add);
};

const started = (row: Countable, first: CountableEvent): Course => {
  const data: Data = JSON.parse(first.data);
  return {
    state: states.find(state => state === first.kind) ?? 'received',
    department: data.handler ?? row.handler,
    due: data.due ?? null,
    at: first.at,
    waitingSince: '',
    working: true,
    told: false,
    took: 0,
    overdue: false,
    outcome: '',
    unsolved: false,
    upward: false,
    grade: '',
  };
};

const ask = ({ form, answers }: Countable, day: Day, add: Add): void => {
  if (form !== 'financing' && form !== 'lodging') return;
  const { amount = 0, stay }: Asked = JSON.parse(answers);
  if (form === 'financing') add('asked-money', day, Math.round((amount ?? 0) * 100));
  else add('asked-beds', day, (stay?.men ?? 0) + (stay?.women ?? 0));
};

/**
 * Makes what counts the tallies of a case: everything countable that its events say happened to it, and, where it is still open, the day on which it
 * will be overdue. A pure function of the case, its events and the office's calendar; nothing personal goes in or comes out. An event that
 * leaves something unsaid (of before a version) counts as far as it says.
 */
export const tallier = (
  opening: Opening,
): ((row: Countable, events: readonly CountableEvent[]) => readonly Tally[]) => {
  const measured = workingTime(opening);
  return (row, events) => {
    const [first, ...rest] = events;
    if (!first) return [];
    const course = started(row, first);
    const sums = new Map<string, Tally>();
    const add: Add = (measure, day, n, part = '', department = course.department) => {
      const key = `${measure} ${day} ${part} ${department}`;
      const sum = (sums.get(key)?.n ?? 0) + n;
      if (sum === 0) sums.delete(key);
      else sums.set(key, { measure, day, part, department, n: sum });
    };
    const day = dayOf(new Date(first.at));
    add('received', day, 1, row.channel);
    if (first.kind === 'held') add('held', day, 1);
    ask(row, day, add);
    for (const event of rest) step(course, event, measured, add);
    // Of a spell whose due time no event says, the case itself still knows the last one.
    course.due ??= row.due;
    becomeLate(course, null, add);
    return [...sums.values()];
  };
};
