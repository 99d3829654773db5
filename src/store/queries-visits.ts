import { type Kysely, sql } from 'kysely';
import type { VisitCourse, VisitNarrow, VisitRow } from '#src/cases/visit-store.ts';
import { none } from '#src/store/columns.ts';
import type { Schema } from '#src/store/schema.ts';

const columns = [
  'id',
  'case_id as caseId',
  'purpose',
  'enterprise',
  'credit_code as creditCode',
  'firm',
  'area',
  'department',
  'officer',
  'due',
  'planned_by as plannedBy',
  'planned_at as plannedAt',
  'keep_until as keepUntil',
  'state',
  'visited_at as visitedAt',
  'recorded_by as recordedBy',
  'recorded_at as recordedAt',
  'results',
  'faults',
  'sealed',
  'record_key as recordKey',
  'record_payload as recordPayload',
] as const;

const planned = sql.lit('planned' as const);
const done = sql.lit('done' as const);
const dropped = sql.lit('dropped' as const);

const narrow = (a: VisitNarrow) =>
  sql<boolean>`(${a.department} = '' or department = ${a.department}) and (${a.areas} = '' or replace(${a.areas}, ',' || area || ',', '') <> ${a.areas})`;

type Ask = VisitNarrow & { key: string; after: string; limit: number };
type Span = VisitNarrow & { from: string; before: string };

/** What became of a visit, by its columns. */
const courseOf = (a: VisitCourse) => ({
  state: a.state,
  visited_at: a.visitedAt,
  recorded_by: a.recordedBy,
  recorded_at: a.recordedAt,
  results: a.results,
  faults: a.faults,
  sealed: a.sealed,
  record_key: a.recordKey,
  record_payload: a.recordPayload,
});

/** Visits are planned, and settled once. */
export const visitSettling = (db: Kysely<Schema>) => ({
  insertVisit: (a: VisitRow) =>
    db
      .insertInto('visits')
      .values({
        id: a.id,
        case_id: a.caseId,
        purpose: a.purpose,
        enterprise: a.enterprise,
        credit_code: a.creditCode,
        firm: a.firm,
        area: a.area,
        department: a.department,
        officer: a.officer,
        due: a.due,
        planned_by: a.plannedBy,
        planned_at: a.plannedAt,
        keep_until: a.keepUntil,
        ...courseOf(a),
      })
      .onConflict(on => on.column('id').doNothing()),
  /** Changes no row where the visit is settled already. */
  settleVisit: (a: { id: string } & VisitCourse) =>
    db.updateTable('visits').set(courseOf(a)).where('id', '=', a.id).where('state', '=', planned),
});

/** Visits on the plan, and made. */
export const visiting = (db: Kysely<Schema>) => ({
  visitById: (a: { id: string }) => db.selectFrom('visits').select(columns).where('id', '=', a.id),
  visitsOfCase: (a: { caseId: string }) =>
    db
      .selectFrom('visits')
      .select(columns)
      .where('case_id', '=', a.caseId)
      .where('case_id', '<>', none)
      .orderBy('due')
      .orderBy('id'),
  visitsPlanned: (a: Ask) =>
    db
      .selectFrom('visits')
      .select(columns)
      .where('state', '=', planned)
      .where(narrow(a))
      .where(sql<boolean>`(due, id) > (${a.key}, ${a.after})`)
      .orderBy('due')
      .orderBy('id')
      .limit(a.limit),
  visitsMade: (a: Ask) =>
    db
      .selectFrom('visits')
      .select(columns)
      .where('state', '=', done)
      .where(narrow(a))
      .where(sql<boolean>`(visited_at, id) < (${a.key}, ${a.after})`)
      .orderBy('visited_at', 'desc')
      .orderBy('id', 'desc')
      .limit(a.limit),
});

/** How many, visits and enterprises apart; and what goes. */
export const visitCounting = (db: Kysely<Schema>) => ({
  visitTotals: (a: Span) => {
    const isDue = sql`state <> ${dropped} and due >= ${a.from} and due < ${a.before}`;
    const isMade = sql`state = ${done} and visited_at >= ${a.from} and visited_at < ${a.before}`;
    return db
      .selectFrom('visits')
      .select([
        sql<number>`cast(count(case when ${isDue} then 1 end) as integer)`.as('planned'),
        sql<number>`cast(count(case when state = ${done} and ${isDue} then 1 end) as integer)`.as('met'),
        sql<number>`cast(count(case when ${isMade} then 1 end) as integer)`.as('visits'),
        sql<number>`cast(count(distinct case when ${isMade} then firm end) as integer)`.as('firms'),
        sql<number>`cast(count(distinct case when ${isMade} and credit_code = '' then firm end) as integer)`.as(
          'unnumbered',
        ),
      ])
      .where(narrow(a));
  },
  /** With a case's information goes what its visits hold of it. */
  blankVisitsOfCase: (a: { caseId: string }) =>
    db
      .updateTable('visits')
      .set({ enterprise: none, credit_code: none, sealed: sql`null`, keep_until: none })
      .where('case_id', '=', a.caseId)
      .where('case_id', '<>', none),
  sweepVisits: (a: { at: string }) =>
    db
      .updateTable('visits')
      .set({ enterprise: none, credit_code: none, sealed: sql`null`, keep_until: none })
      .where('keep_until', '<>', none)
      .where('keep_until', '<=', a.at),
});
