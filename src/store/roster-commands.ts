import type { OfficerRow, RosterState, RosterStore } from '#src/staff/roster/store.ts';
import { mustBePage } from '#src/store/page.ts';
import { changes, type Program, row, rows, type Statement, statement } from '#src/store/program.ts';

/** The port's write as data, like those of cases. */
export type RosterWrites = Pick<RosterStore, 'putRoster'>;
type Put = Parameters<RosterStore['putRoster']>[0];
export type RosterCommand = { readonly kind: 'putRoster'; readonly of: Put };

export const isRosterCommand = (command: { readonly kind: string }): command is RosterCommand =>
  command.kind === 'putRoster';

/** So many statements on their way together. */
const together = 500;

function* inParts(sent: readonly Statement[]): Program<void> {
  for (let from = 0; from < sent.length; from += together)
    yield* changes(...sent.slice(from, from + together));
}

export function* rosterState(): Program<RosterState> {
  return (yield* row('rosterState', {})) ?? { version: 0, mark: '' };
}

function* refusal(mark: string): Program<'replayed' | 'stale'> {
  return (yield* rosterState()).mark === mark ? 'replayed' : 'stale';
}

export function* rosterProgram({ of }: RosterCommand): Program<'stored' | 'replayed' | 'stale'> {
  const { was, mark, put, covers, absences, drop, event } = of;
  const move =
    was === 0 ? statement('openRosterState', { mark }) : statement('moveRosterState', { was, mark });
  if ((yield* changes(move))[0] === 0) return yield* refusal(mark);
  // An officer that stays is put anew, whole; what they are found by goes with the row that was.
  yield* inParts([...drop, ...put.map(one => one.id)].map(id => statement('dropOfficer', { id })));
  yield* inParts(put.map(one => statement('insertOfficer', one)));
  yield* inParts([
    ...covers.map(one => statement('insertCover', one)),
    ...absences.map(one => statement('insertAbsence', one)),
    statement('insertStaffEvent', event),
  ]);
  return 'stored';
}

export const rosterTouched = (): readonly string[] => ['roster'];

export function* rosterPage(query: Parameters<RosterStore['rosterPage']>[0]): Program<readonly OfficerRow[]> {
  const { limit } = query;
  mustBePage(limit);
  return yield* rows('rosterPage', query);
}
