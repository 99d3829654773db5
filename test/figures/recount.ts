import { next, type State } from '#src/cases/state.ts';
import type { CaseRow, EventRow } from '#src/cases/store.ts';
import type { FigureId } from '#src/figures/definitions.ts';
import { type Day, dayOf } from '#src/rules/day.ts';

/** A case with its events, as they lie in the store. */
export type Filed = { readonly row: CaseRow; readonly events: readonly EventRow[] };
type Data = Partial<{ handler: string; due: string; dueBy: string; outcome: string; grade: string }>;

const over = (state: State): boolean => state === 'closed' || state === 'withdrawn';
const running = (state: State): boolean => state === 'received' || state === 'held' || state === 'assigned';

/** A case as it stood after some of its events: looked at anew each time, without anything that is carried along but what it says itself. */
type Stand = {
  readonly state: State;
  readonly handler: string;
  readonly due: string;
  readonly outcome: string;
  readonly grade: string;
  readonly waits: string;
  readonly upward: boolean;
};

const standAfter = (events: readonly EventRow[]): Stand => {
  let stand: Stand = {
    state: events[0]?.kind as State,
    handler: '',
    due: '',
    outcome: '',
    grade: '',
    waits: '',
    upward: false,
  };
  for (const [index, event] of events.entries()) {
    const data: Data = JSON.parse(event.data);
    const state = index === 0 ? stand.state : (next(stand.state, event.kind) ?? stand.state);
    const names = index === 0 || ['forwarded', 'ordered', 'changed'].includes(event.kind);
    const ends: Record<string, string> = {
      closed: data.outcome ?? '',
      merged: 'duplicate',
      confirmed: 'solved',
      withdrawn: 'withdrawn',
      erased: over(stand.state) ? stand.outcome : 'withdrawn',
    };
    stand = {
      state,
      handler: names && data.handler !== undefined ? data.handler : stand.handler,
      due: data.due ?? data.dueBy ?? stand.due,
      outcome: over(state) ? (ends[event.kind] ?? stand.outcome) : '',
      grade: event.kind === 'rated' ? (data.grade ?? '') : stand.grade,
      waits: state === 'returned' ? stand.waits || event.at : '',
      upward: state === 'answered' && (stand.upward || event.kind === 'referred'),
    };
  }
  return stand;
};

/** One event with how the case stood before and after it. */
type Moment = { readonly event: EventRow; readonly day: Day; readonly was: Stand; readonly is: Stand };

const momentsOf = ({ events }: Filed): readonly Moment[] =>
  events.slice(1).map((event, index) => ({
    event,
    day: dayOf(new Date(event.at)),
    was: standAfter(events.slice(0, index + 1)),
    is: standAfter(events.slice(0, index + 2)),
  }));

type Counted = { readonly handler: string; readonly n: number };
const one = (handler: string): Counted => ({ handler, n: 1 });

const tells = ['answered', 'cleared', 'contacted'];
const ends = ['answered', 'cleared', 'referred', 'closed'];

/** The events that end a spell of work, each with whether it was in time. */
const finishes = (filed: Filed): readonly (Moment & { readonly late: boolean })[] => {
  let working = true;
  return momentsOf(filed).flatMap(moment => {
    const { event, was, is } = moment;
    const counts = working && ends.includes(event.kind);
    if (counts || over(is.state)) working = false;
    if (!running(was.state) && was.state !== 'returned' && running(is.state)) working = true;
    return counts ? [{ ...moment, late: (was.state === 'returned' ? was.waits : event.at) > was.due }] : [];
  });
};

/** How the case stood at the end of a day; null where it was not there yet. */
const standOn = ({ events }: Filed, day: Day): Stand | null => {
  const until = events.filter(event => dayOf(new Date(event.at)) <= day);
  return until.length === 0 ? null : standAfter(until);
};

const happened = (filed: Filed, day: Day, is: (moment: Moment) => boolean): readonly Counted[] =>
  momentsOf(filed)
    .filter(moment => moment.day === day && is(moment))
    .map(moment => one(moment.was.handler));

const stands = (filed: Filed, day: Day, is: (stand: Stand) => boolean): readonly Counted[] => {
  const stand = standOn(filed, day);
  return stand && is(stand) ? [one(stand.handler)] : [];
};

const arrived = ({ row, events }: Filed, day: Day, n = 1): readonly Counted[] =>
  dayOf(new Date(row.receivedAt)) === day ? [{ handler: standAfter(events.slice(0, 1)).handler, n }] : [];

type Count = (filed: Filed, day: Day) => readonly Counted[];

const isEnded = ({ state }: Stand): boolean => over(state);
const endedAs =
  (...outcomes: readonly string[]): Count =>
  (filed, day) =>
    stands(filed, day, stand => isEnded(stand) && outcomes.includes(stand.outcome));
const upTo =
  (isOne: (moment: Moment) => boolean): Count =>
  (filed, day) =>
    momentsOf(filed)
      .filter(moment => moment.day <= day && isOne(moment))
      .map(moment => one(moment.was.handler));
const finished =
  (late: boolean | null): Count =>
  (filed, day) =>
    finishes(filed)
      .filter(moment => moment.day <= day && (late === null || moment.late === late))
      .map(moment => one(moment.was.handler));
const here: Count = (filed, day) => stands(filed, day, () => true);

/** Every count of a figure a second time, by looking at each case as it stood on the day. Departments of what stands are those that lead. */
export const counts: Readonly<Partial<Record<FigureId, Count>>> = {
  received: (filed, day) => arrived(filed, day),
  answered: (filed, day) => {
    const first = momentsOf(filed).find(({ event }) => tells.includes(event.kind));
    return first?.day === day ? [one(first.was.handler)] : [];
  },
  done: (filed, day) => happened(filed, day, ({ was, is }) => !over(was.state) && over(is.state)),
  late: (filed, day) =>
    finishes(filed)
      .filter(moment => moment.day === day && moment.late)
      .map(moment => one(moment.was.handler)),
  returned: (filed, day) => happened(filed, day, ({ event }) => event.kind === 'returned'),
  declined: (filed, day) => happened(filed, day, ({ event }) => event.kind === 'declined'),
  reopened: (filed, day) =>
    happened(
      filed,
      day,
      ({ event, was, is }) =>
        is.state === 'assigned' &&
        (over(was.state) || (was.state === 'answered' && ['unresolved', 'reopened'].includes(event.kind))),
    ),
  'asked-money': (filed, day) => {
    const { amount = 0 } = JSON.parse(filed.row.answers) as { amount?: number };
    return filed.row.form === 'financing' ? arrived(filed, day, amount) : [];
  },
  'asked-beds': (filed, day) => {
    const { stay } = JSON.parse(filed.row.answers) as { stay?: { men: number; women: number } };
    return stay ? arrived(filed, day, stay.men + stay.women) : [];
  },
  'received-total': here,
  'done-total': (filed, day) => stands(filed, day, isEnded),
  open: (filed, day) => stands(filed, day, stand => !isEnded(stand)),
  overdue: (filed, day) =>
    stands(filed, day, ({ state, due }) => running(state) && dayOf(new Date(due)) < day),
  unsolved: (filed, day) =>
    stands(filed, day, ({ state, outcome }) => state === 'closed' && outcome === 'partly'),
  upward: (filed, day) => stands(filed, day, stand => stand.upward),
};

/** Numerators and denominators of the shares. */
export const shares: Readonly<Partial<Record<FigureId, readonly [Count, Count]>>> = {
  'done-rate': [(filed, day) => stands(filed, day, isEnded), here],
  'solved-rate': [endedAs('solved'), endedAs('solved', 'partly', 'policy', 'unreachable')],
  'content-rate': [
    (filed, day) => stands(filed, day, ({ grade }) => ['very-good', 'good', 'fair'].includes(grade)),
    (filed, day) => stands(filed, day, ({ grade }) => grade !== ''),
  ],
  'said-solved-rate': [
    upTo(({ event }) => event.kind === 'confirmed'),
    upTo(({ event }) => event.kind === 'confirmed' || event.kind === 'unresolved'),
  ],
  'in-time-rate': [finished(false), finished(null)],
};

/** The count of all cases by a key. What comes to 0 is left out. */
export const byKey = (
  all: readonly Filed[],
  count: Count,
  day: Day,
  keyOf: (filed: Filed, handler: string) => string,
): Readonly<Record<string, number>> => {
  const sums = new Map<string, number>();
  for (const filed of all)
    for (const { handler, n } of count(filed, day)) {
      const key = keyOf(filed, handler);
      sums.set(key, (sums.get(key) ?? 0) + n);
    }
  // Money has two decimals.
  for (const [key, n] of sums) sums.set(key, Math.round(n * 100) / 100);
  return Object.fromEntries([...sums].filter(([, n]) => n !== 0).sort(([a], [b]) => (a < b ? -1 : 1)));
};
