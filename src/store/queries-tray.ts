import type { Kysely } from 'kysely';
import type { Look, SavedView } from '#src/staff/tray.ts';
import type { Schema } from '#src/store/schema.ts';

/** Saved views of the queue, and who is looking at which case. */
export const traying = (db: Kysely<Schema>) => ({
  viewsOfStaff: (a: { staffId: string }) =>
    db
      .selectFrom('desk_views')
      .select(['id', 'staff_id as staffId', 'name', 'query'])
      .where('staff_id', '=', a.staffId)
      .orderBy('name')
      .orderBy('id'),
  insertView: (a: SavedView) =>
    db.insertInto('desk_views').values({ id: a.id, staff_id: a.staffId, name: a.name, query: a.query }),
  dropView: (a: { id: string; staffId: string }) =>
    db.deleteFrom('desk_views').where('id', '=', a.id).where('staff_id', '=', a.staffId),
  looksAtCase: (a: { caseId: string; since: string }) =>
    db
      .selectFrom('desk_looks')
      .select(['case_id as caseId', 'staff_id as staffId', 'name', 'at'])
      .where('case_id', '=', a.caseId)
      .where('at', '>', a.since)
      .orderBy('at', 'desc'),
  putLook: (a: Look) =>
    db
      .insertInto('desk_looks')
      .values({ case_id: a.caseId, staff_id: a.staffId, name: a.name, at: a.at })
      .onConflict(on => on.columns(['case_id', 'staff_id']).doUpdateSet({ at: a.at, name: a.name })),
  forgetLooks: (a: { since: string }) => db.deleteFrom('desk_looks').where('at', '<=', a.since),
});
