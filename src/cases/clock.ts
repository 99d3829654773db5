import type { PartRow } from '#src/cases/desk-store.ts';
import type { Facts } from '#src/cases/facts.ts';
import { acceptBy } from '#src/cases/queue.ts';
import { isOfficeDay } from '#src/rules/calendar.ts';
import { addDays, dayOf } from '#src/rules/day.ts';
import { halfDayAfter } from '#src/rules/half-day.ts';

/** Somebody who keeps others waiting: with what, which department ('' for the dispatcher), since when. */
export type Late = {
  readonly what: 'accept' | 'lead' | 'assist' | 'dispatch' | 'approve';
  readonly department: string;
  readonly since: string;
};

/** The clock of a case. `daysLeft`: office days until it is due, 0 on the day itself, below 0 when late; null while it stands. */
export type Clock = {
  readonly due: string;
  readonly daysLeft: number | null;
  /** By when the lead accepts it; '' once it has. */ readonly acceptBy: string;
  /** Since when it stands, because the enterprise is asked; ''. */ readonly standsSince: string;
  readonly late: readonly Late[];
};

const officeDays = ({ office }: Facts, from: string, to: string): number => {
  let count = 0;
  for (let day = from; day < to; ) {
    day = addDays(day, 1);
    if (isOfficeDay(office.calendar, day)) count += 1;
  }
  return count;
};

const daysLeft = (facts: Facts): number => {
  const [today, due] = [dayOf(facts.at), dayOf(new Date(facts.row.due))];
  return due >= today ? officeDays(facts, today, due) : -officeDays(facts, due, today);
};

const lateParts = (parts: readonly PartRow[], now: string): readonly Late[] =>
  parts
    .filter(part => part.state === 'asked' && part.due < now)
    .map(part => ({ what: 'assist', department: part.department, since: part.due }));

/** Who was given half a working day to decide, and since when that is over. */
const lateDecision = (facts: Facts, kind: 'declined' | 'extension-asked', what: Late['what']): Late[] => {
  const { office, events } = facts;
  const asked = events.findLast(event => event.kind === kind)?.at ?? facts.at.toISOString();
  const since = halfDayAfter(office.calendar, office.closing, new Date(asked));
  return since < facts.at ? [{ what, department: '', since: since.toISOString() }] : [];
};

/** When it is due, what is left, and who is late. */
export const clockOf = (facts: Facts): Clock => {
  const { office, row, parts, at } = facts;
  const now = at.toISOString();
  const accept = row.stage === 'to-accept' ? acceptBy(office, row) : '';
  const isRunning = ['held', 'to-accept', 'declined', 'doing'].includes(row.stage);
  const late: readonly Late[] = isRunning
    ? [
        ...(row.due < now ? [{ what: 'lead', department: row.holder, since: row.due } as const] : []),
        ...(accept !== '' && accept < now
          ? [{ what: 'accept', department: row.handler, since: accept } as const]
          : []),
        ...(row.stage === 'declined' ? lateDecision(facts, 'declined', 'dispatch') : []),
        ...(row.extension === 'asked' ? lateDecision(facts, 'extension-asked', 'approve') : []),
        ...lateParts(parts, now),
      ]
    : [];
  return {
    due: row.due,
    daysLeft: isRunning ? daysLeft(facts) : null,
    acceptBy: accept,
    standsSince: row.waitingSince,
    late,
  };
};
