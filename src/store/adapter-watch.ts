import type { WatchStore } from '#src/cases/watch.ts';
import { page } from '#src/store/page.ts';
import { type Program, type Result, row, rows, type Statement, statement } from '#src/store/program.ts';
import type { ArgsOf, RowOf } from '#src/store/queries.ts';

function* countStages(asked: readonly ArgsOf<'countStage'>[]): Program<readonly number[]> {
  const results: readonly Result[] = yield asked.map((one): Statement => statement('countStage', one));
  return results.map(({ rows: found }) => (found as readonly RowOf<'countStage'>[])[0]?.count ?? 0);
}

/** The part of the port that anchors and alarms ask, over whatever reads. */
export const watchStore = (
  read: <Answer>(program: Program<Answer>) => Promise<Answer>,
): Omit<WatchStore, 'nextNotice'> => ({
  heads: query => read(page(query, from => rows('headsPage', from))),
  countStages: (stages, before) => read(countStages(stages.map(stage => ({ stage, before })))),
  countNotices: state => read(row('countOutbox', { state })).then(found => found?.count ?? 0),
});
