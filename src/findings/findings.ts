import { addDays, type Day, dayOf, isDay } from '#src/rules/day.ts';
import { findingsDue } from '#src/rules/findings.ts';
import { problemsOf, type Writing } from './plan.ts';
import type { Findings } from './room.ts';
import {
  type FindingTyped,
  readSaid,
  type Said,
  type SaidLine,
  type SaidTurn,
  saidIn,
  standOf,
  tidied,
  type Wrong,
} from './said.ts';
import type { FindingSeen, ProblemRow } from './store.ts';

/** So many days back a report may still be sent or corrected. */
export const daysBack = 7;

export type Filing = {
  /** Of the page: sent twice it acts once. */ readonly id: string;
  readonly department: string;
  readonly day: Day;
  /** The version of the report that the page was made of; 0 where there was none. */ readonly was: number;
  readonly typed: FindingTyped;
  readonly login: string;
};

export type Filed =
  | { readonly tag: 'done' }
  | { readonly tag: 'refused'; readonly wrong: Wrong }
  /** Somebody sent or changed something meanwhile. Nothing was stored. */
  | { readonly tag: 'stale' }
  /** The department owes nothing on that day, or the day is ahead or too long ago. */
  | { readonly tag: 'not-due' };

/** Whether a department may report for a day: it is due, and the day is neither ahead nor past correcting. */
export const mayFile = ({ office, rules }: Findings, department: string, day: Day): boolean => {
  const today = dayOf(office.now());
  const isDue = findingsDue(rules, office.calendar, day).some(one => one.department === department);
  return isDay(day) && isDue && day <= today && day >= addDays(today, -daysBack);
};

/** Problems that a report speaks of, as they stand. */
const knownOf = async (
  { store }: Findings,
  ids: readonly string[],
): Promise<ReadonlyMap<string, ProblemRow>> => {
  const rows = await Promise.all([...new Set(ids)].map(id => store.problemById(id)));
  return new Map(rows.flatMap(row => (row ? [[row.id, row] as const] : [])));
};

/** A line keeps the id of the version before; one that this report does not know is new. */
const withIds = (lines: readonly SaidLine[], before: Said | null, id: string): readonly SaidLine[] =>
  lines.map((line, at) =>
    before?.lines.some(one => one.id === line.id) ? line : { ...line, id: `${id}.${at + 1}` },
  );

const plannedOf = async (room: Findings, filing: Filing, typed: FindingTyped, newest: FindingSeen | null) => {
  const { id, department, day, login } = filing;
  const before = newest ? saidIn(newest) : null;
  const read = readSaid(room, filing, typed);
  const lines = withIds(read.said.lines, before, id);
  const earlier = before?.lines.map(line => line.id) ?? [];
  const known = await knownOf(room, [...earlier, ...typed.turns.map(turn => turn.id)]);
  const turns = typed.turns.map(
    ({ id: problem, stand, to }): SaidTurn => ({
      id: problem,
      what: known.get(problem)?.what ?? '',
      stand: standOf(stand) ?? 'open',
      to: stand === 'handed' ? to : '',
    }),
  );
  const now: Said = { supplies: read.said.supplies, lines, turns };
  const by: Writing = { id, department, day, at: room.office.now().toISOString(), actor: login };
  const plan = problemsOf({ by, before, now, typed, known });
  return { by, now, plan, places: read.places, wrong: { ...plan.wrong, ...read.wrong } };
};

/**
 * Stores a department's report of a day as a new version, with what it makes of problems. The same page again is told as done; where the
 * report or a problem is not as the page showed it, nothing is stored.
 */
export const file = async (room: Findings, filing: Filing): Promise<Filed> => {
  const { store } = room;
  const { id, department, day, was } = filing;
  if (await store.findingById(id)) return { tag: 'done' };
  if (!mayFile(room, department, day)) return { tag: 'not-due' };
  const newest = await store.newestFinding({ department, day });
  if ((newest?.version ?? 0) !== was) return { tag: 'stale' };
  const typed = tidied(filing.typed);
  const { by, now, plan, places, wrong } = await plannedOf(room, filing, typed, newest);
  if (Object.keys(wrong).length > 0) return { tag: 'refused', wrong };
  const said = { ...now, turns: now.turns.filter(turn => turn.stand !== 'open') };
  const result = await store.fileFinding({
    finding: {
      id,
      department,
      day,
      version: was + 1,
      at: by.at,
      actor: by.actor,
      state: typed.state === 'normal' ? 'normal' : 'problem',
      places,
      said: JSON.stringify(said),
    },
    supplies: now.supplies.map(line => ({ findingId: id, ...line })),
    problems: plan.puts,
  });
  return { tag: result === 'stale' ? 'stale' : 'done' };
};
