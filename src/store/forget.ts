import { changes, type Program, type Statement, statement } from '#src/store/program.ts';

/** What goes with a case's key: what its tables beside it hold of its people. */
export const forgotten = (caseId: string): readonly Statement[] => [
  statement('destroyKey', { caseId, nothing: new Uint8Array() }),
  statement('dropNoticesOfCase', { caseId }),
  statement('blankVisitsOfCase', { caseId }),
  statement('blankEntriesOfCase', { caseId }),
  statement('blankReturnOfCase', { caseId }),
  statement('blankPapersOfCase', { caseId }),
  statement('blankRoundsOfCase', { caseId }),
  statement('dropAcknowledgementsOfCase', { caseId }),
  statement('blankVacanciesOfCase', { caseId }),
];

/** Deletes what expired before the time; gives back how many rows. */
export function* sweep(at: string): Program<number> {
  const swept = yield* changes(
    statement('sweepKeys', { at }),
    statement('sweepFingerprints', { at }),
    statement('sweepCounters', { at }),
    statement('sweepSessions', { at }),
    statement('sweepVisits', { at }),
    statement('sweepPapers', { at }),
    statement('sweepRounds', { at }),
    statement('sweepRoundLasts', { at }),
  );
  return swept.reduce((sum, rows) => sum + rows, 0);
}
