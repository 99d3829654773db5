import { type Kysely, sql } from 'kysely';
import type { AbsenceRow, CoverRow, OfficerRow } from '#src/staff/roster/store.ts';
import { none } from '#src/store/columns.ts';
import type { Schema } from '#src/store/schema.ts';

const columns = [
  'roster.id',
  'roster.login',
  'roster.department',
  'roster.areas',
  'roster.enterprises',
  'roster.since',
  'roster.until',
  'roster.absences',
  'roster.sealed',
] as const;

const area = sql.lit('area' as const);
const enterprise = sql.lit('enterprise' as const);
const only = sql.lit('roster');

/** Whether an officer is one on a day. */
const isOn = (day: string) =>
  sql<boolean>`roster.since <= ${day} and (roster.until = '' or roster.until >= ${day})`;

/** The roster of liaison officers. */
export const rostering = (db: Kysely<Schema>) => ({
  rosterState: (_: object) =>
    db.selectFrom('roster_state').select(['version', 'mark']).where('name', '=', only),
  rosterPage: (a: { after: string; limit: number }) =>
    db.selectFrom('roster').select(columns).where('id', '>', a.after).orderBy('id').limit(a.limit),
  officerById: (a: { id: string }) => db.selectFrom('roster').select(columns).where('id', '=', a.id),
  officerByLogin: (a: { login: string }) =>
    db.selectFrom('roster').select(columns).where('login', '=', a.login).where('login', '<>', none),
  officersCovering: (a: { area: string; creditCode: string; day: string }) =>
    db
      .selectFrom('roster_covers')
      .innerJoin('roster', 'roster.id', 'roster_covers.officer_id')
      .select(columns)
      .select('roster_covers.kind')
      .where(
        sql<boolean>`((roster_covers.kind = ${area} and roster_covers.code = ${a.area}) or (roster_covers.kind = ${enterprise} and roster_covers.code = ${a.creditCode}))`,
      )
      .where(isOn(a.day))
      .orderBy('roster.id'),
  officersAway: (a: { standIn: string; day: string }) =>
    db
      .selectFrom('roster_absences')
      .innerJoin('roster', 'roster.id', 'roster_absences.officer_id')
      .select(columns)
      .where('roster_absences.stand_in', '=', a.standIn)
      .where('roster_absences.from_day', '<=', a.day)
      .where('roster_absences.until_day', '>=', a.day)
      .where(isOn(a.day))
      .orderBy('roster.id'),
  /** Changes no row where somebody was first. */
  openRosterState: (a: { mark: string }) =>
    db
      .insertInto('roster_state')
      .values({ name: only, version: sql.lit(1), mark: a.mark })
      .onConflict(on => on.column('name').doNothing()),
  /** Changes no row of another version. */
  moveRosterState: (a: { was: number; mark: string }) =>
    db
      .updateTable('roster_state')
      .set(eb => ({ version: eb('version', '+', sql.lit(1)), mark: a.mark }))
      .where('name', '=', only)
      .where('version', '=', a.was),
  dropOfficer: (a: { id: string }) => db.deleteFrom('roster').where('id', '=', a.id),
  insertOfficer: (a: OfficerRow) =>
    db.insertInto('roster').values({
      id: a.id,
      login: a.login,
      department: a.department,
      areas: a.areas,
      enterprises: a.enterprises,
      since: a.since,
      until: a.until,
      absences: a.absences,
      sealed: a.sealed,
    }),
  insertAbsence: (a: AbsenceRow) =>
    db.insertInto('roster_absences').values({
      officer_id: a.officerId,
      from_day: a.fromDay,
      until_day: a.untilDay,
      stand_in: a.standIn,
    }),
  insertCover: (a: CoverRow) =>
    db.insertInto('roster_covers').values({ kind: a.kind, code: a.code, officer_id: a.officerId }),
});
