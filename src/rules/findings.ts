import { type Calendar, isOfficeDay } from '#src/rules/calendar.ts';
import { addDays, type Day, dayOf, instant } from '#src/rules/day.ts';
import { holds } from '#src/rules/routing.ts';

type Dated = { readonly from: Day; readonly to: Day | null; readonly source: string };
/** Every day, or only days on which the zone's office is open. */
type Days = 'every' | 'office';

/** A dated row of content/rules/findings.yaml: which departments report what they found on a day, by when. */
export type FindingRule = Dated & {
  readonly departments: readonly string[];
  readonly days: Days;
  /** `17:30` */ readonly deadline: string;
};

/** A dated row of the same file: on which days the meeting (碰头会) is held, and when it begins. */
export type MeetingRule = Dated & { readonly days: Days /** `08:30` */; readonly time: string };

export type FindingRules = {
  readonly returns: readonly FindingRule[];
  readonly meetings: readonly MeetingRule[];
};

/** A department that reports on a day, and the instant after which it is late. */
export type FindingDue = { readonly department: string; readonly deadline: Date };

const isOn = (calendar: Calendar, row: Dated & { readonly days: Days }, day: Day): boolean =>
  holds(row, day) && (row.days === 'every' || isOfficeDay(calendar, day));

/** Which departments report on a day, in the order of the table; none where no row holds. */
export const findingsDue = ({ returns }: FindingRules, calendar: Calendar, day: Day): readonly FindingDue[] =>
  returns
    .filter(row => isOn(calendar, row, day))
    .flatMap(({ departments, deadline }) =>
      departments.map(department => ({ department, deadline: instant(day, deadline) })),
    );

/** When the meeting of a day begins; null where none is held. */
export const meetingOn = ({ meetings }: FindingRules, calendar: Calendar, day: Day): Date | null => {
  const row = meetings.find(one => isOn(calendar, one, day));
  return row ? instant(day, row.time) : null;
};

/** So far back a meeting is looked for: longer than any holiday. */
const farthest = 31;

/** The last meeting before a day; null where none was held within a month. */
export const meetingBefore = (
  rules: FindingRules,
  calendar: Calendar,
  day: Day,
): { readonly day: Day; readonly at: Date } | null => {
  for (let back = 1; back <= farthest; back += 1) {
    const on = addDays(day, -back);
    const at = meetingOn(rules, calendar, on);
    if (at) return { day: on, at };
  }
  return null;
};

/** The next day on which a meeting is held, the day itself first; the day itself where none is within a month. */
export const meetingFrom = (rules: FindingRules, calendar: Calendar, day: Day): Day => {
  for (let on = day; on <= addDays(day, farthest); on = addDays(on, 1))
    if (meetingOn(rules, calendar, on)) return on;
  return day;
};

/** Days whose reports came due after the last meeting and before this one: what the meeting speaks of, the oldest first. */
export const daysBetweenMeetings = (
  rules: FindingRules,
  calendar: Calendar,
  { after, until }: { readonly after: Date; readonly until: Date },
): readonly Day[] => {
  const days: Day[] = [];
  for (let day = dayOf(after); day <= dayOf(until); day = addDays(day, 1)) {
    const ends = findingsDue(rules, calendar, day).map(one => one.deadline);
    if (ends.some(end => end > after && end <= until)) days.push(day);
  }
  return days;
};

/** Two rows, numbered from 1 as they stand in the file, that hold on one day for the same department. */
export const findingClashes = (
  returns: readonly FindingRule[],
): readonly { readonly rows: readonly [number, number]; readonly department: string; readonly day: Day }[] =>
  returns.flatMap((row, index) =>
    returns.slice(index + 1).flatMap((other, after) => {
      const day = [row.from, other.from].sort()[1] ?? row.from;
      const department = row.departments.find(code => other.departments.includes(code));
      return department !== undefined && holds(row, day) && holds(other, day)
        ? [{ rows: [index + 1, index + after + 2] as const, department, day }]
        : [];
    }),
  );
