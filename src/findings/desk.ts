import { newId } from '#src/cases/random.ts';
import { addDays, type Day, dayOf } from '#src/rules/day.ts';
import { findingsDue, meetingFrom } from '#src/rules/findings.ts';
import { briefOf } from './brief.ts';
import { dayOfFindings } from './day.ts';
import { type DecisionTyped, decide, endDecision } from './decisions.ts';
import { daysBack, type Filing, file, mayFile } from './findings.ts';
import { link } from './links.ts';
import { remindFindings } from './remind.ts';
import type { Findings } from './room.ts';
import { type Said, type SaidTurn, saidIn } from './said.ts';
import { findingsSection, onHandSection } from './section.ts';
import type { FindingSeen, ProblemRow } from './store.ts';

/** What the desk asks of daily findings and of the meeting's brief; a port of plain data for its pages. */
export type FindingsDesk = ReturnType<typeof openFindings>;

/** A report as its page begins: what was said so far, and the problems that wait to be spoken of. */
export type FindingDraft = {
  readonly newest: FindingSeen | null;
  readonly said: Said | null;
  /** Found on this day, as they stand, by id. */ readonly found: ReadonlyMap<string, ProblemRow>;
  /** Open since an earlier day, or turned by this very report; what it says of each, where it says anything. */
  readonly held: readonly { readonly problem: ProblemRow; readonly turn: SaidTurn | null }[];
};

/** So many open problems stand in one report; the most severe and oldest. */
const mostHeld = 50;

const draftOf = async (
  { store }: Findings,
  { department, day }: { readonly department: string; readonly day: Day },
): Promise<FindingDraft> => {
  const [newest, open] = await Promise.all([
    store.newestFinding({ department, day }),
    store.problemsHeld({ holder: department, before: day, limit: mostHeld }),
  ]);
  const said = newest ? saidIn(newest) : null;
  const turns = new Map(said?.turns.map(turn => [turn.id, turn]));
  const read = async (ids: readonly string[]): Promise<readonly ProblemRow[]> =>
    (await Promise.all(ids.map(id => store.problemById(id)))).filter(row => row !== null);
  const found = await read(said?.lines.map(line => line.id) ?? []);
  const turned = await read([...turns.keys()].filter(id => !open.some(row => row.id === id)));
  return {
    newest,
    said,
    found: new Map(found.map(row => [row.id, row])),
    held: [...open, ...turned].map(problem => ({ problem, turn: turns.get(problem.id) ?? null })),
  };
};

/** Daily findings as pages, the daily report and the reminders take them. */
export const openFindings = (room: Findings) => ({
  store: room.store,
  day: (day: Day) => dayOfFindings(room, day),
  /** Departments that may report for a day, in the order of the table. */
  departmentsFor: (day: Day): readonly string[] =>
    findingsDue(room.rules, room.office.calendar, day)
      .map(one => one.department)
      .filter(department => mayFile(room, department, day)),
  draft: (of: { readonly department: string; readonly day: Day }) => draftOf(room, of),
  file: (filing: Filing) => file(room, filing),
  linkCase: (id: string, caseNumber: string, login: string) => link(room, id, { caseNumber }, login),
  linkVisit: (id: string, visitId: string, login: string) => link(room, id, { visitId }, login),
  brief: (day: Day) => briefOf(room, day),
  decide: (asked: {
    readonly id: string;
    readonly day: Day;
    readonly typed: DecisionTyped;
    readonly login: string;
  }) => decide(room, asked),
  endDecision: (id: string, how: { readonly state: 'done' | 'dropped'; readonly login: string }) =>
    endDecision(room, id, how),
  remind: () => remindFindings(room),
  /** The parts of the daily report. */
  section: (day: Day) => findingsSection(room, day),
  onHandSection: (day: Day) => onHandSection(room, day),
  draftId: () => newId(room.office.now()),
  isDraftId: (text: string): boolean => /^[0-9a-z]{9}[0-9a-f]{20}$/.test(text),
  saidIn,
  today: (): Day => dayOf(room.office.now()),
  /** The first day that a report may still be sent for. */
  firstDay: (): Day => addDays(dayOf(room.office.now()), -daysBack),
  /** The meeting that is next, today's first. */
  nextMeeting: (): Day => meetingFrom(room.rules, room.office.calendar, dayOf(room.office.now())),
});
