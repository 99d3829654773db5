import { type Kysely, sql } from 'kysely';
import type { DecisionRow, FindingRow, ProblemRow, ProblemStep, SupplyLine } from '#src/findings/store.ts';
import type { Schema } from '#src/store/schema.ts';

type Db = Kysely<Schema>;

const findingColumns = [
  'id',
  'department',
  'day',
  'version',
  'at',
  'actor',
  'state',
  'places',
  'said',
] as const;

const problemColumns = [
  'id',
  'version',
  'department',
  'day',
  'holder',
  'what',
  'enterprise',
  'credit_code as creditCode',
  'severity',
  'due',
  'wanted',
  'state',
  'solved_on as solvedOn',
  'turned_on as turnedOn',
  'case_number as caseNumber',
  'visit_id as visitId',
] as const;

const decisionColumns = [
  'id',
  'day',
  'what',
  'department',
  'due',
  'at',
  'actor',
  'state',
  'ended_on as endedOn',
  'ended_at as endedAt',
  'ended_by as endedBy',
] as const;

const problemValues = (a: ProblemRow) => ({
  id: a.id,
  version: a.version,
  department: a.department,
  day: a.day,
  holder: a.holder,
  what: a.what,
  enterprise: a.enterprise,
  credit_code: a.creditCode,
  severity: a.severity,
  due: a.due,
  wanted: a.wanted,
  state: a.state,
  solved_on: a.solvedOn,
  turned_on: a.turnedOn,
  case_number: a.caseNumber,
  visit_id: a.visitId,
});

const filing = (db: Db) => ({
  /** Changes no row where this version is there already. */
  insertFinding: (a: FindingRow) =>
    db
      .insertInto('findings')
      .values({
        id: a.id,
        department: a.department,
        day: a.day,
        version: a.version,
        at: a.at,
        actor: a.actor,
        state: a.state,
        places: a.places,
        said: a.said,
      })
      .onConflict(on => on.columns(['day', 'department', 'version']).doNothing()),
  insertSupply: (a: SupplyLine) =>
    db
      .insertInto('finding_supplies')
      .values({ finding_id: a.findingId, item: a.item, unit: a.unit, quantity: a.quantity }),
  /** Takes a problem until the transaction ends; changes no row where it is of another version. */
  holdProblem: (a: { id: string; was: number }) =>
    db
      .updateTable('finding_problems')
      .set(eb => ({ version: eb.ref('version') }))
      .where('id', '=', a.id)
      .where('version', '=', a.was),
  insertProblem: (a: ProblemRow) => db.insertInto('finding_problems').values(problemValues(a)),
  moveProblem: (a: ProblemRow & { was: number }) => {
    const { id: _, ...rest } = problemValues(a);
    return db.updateTable('finding_problems').set(rest).where('id', '=', a.id).where('version', '=', a.was);
  },
  insertProblemStep: (a: ProblemStep) =>
    db.insertInto('finding_steps').values({
      problem_id: a.problemId,
      version: a.version,
      at: a.at,
      actor: a.actor,
      day: a.day,
      kind: a.kind,
      to: a.to,
    }),
  /** Changes no row where it is there already. */
  insertDecision: (a: DecisionRow) =>
    db
      .insertInto('decisions')
      .values({
        id: a.id,
        day: a.day,
        what: a.what,
        department: a.department,
        due: a.due,
        at: a.at,
        actor: a.actor,
        state: a.state,
        ended_on: a.endedOn,
        ended_at: a.endedAt,
        ended_by: a.endedBy,
      })
      .onConflict(on => on.column('id').doNothing()),
  closeDecision: (a: Pick<DecisionRow, 'id' | 'state' | 'endedOn' | 'endedAt' | 'endedBy'>) =>
    db
      .updateTable('decisions')
      .set({ state: a.state, ended_on: a.endedOn, ended_at: a.endedAt, ended_by: a.endedBy })
      .where('id', '=', a.id)
      .where('state', '=', sql.lit('open' as const)),
});

const isNewest = sql<boolean>`f.version = (select max(n.version) from findings n
  where n.day = f.day and n.department = f.department)`;
const filedAt = sql<string>`(select b.at from findings b
  where b.day = f.day and b.department = f.department and b.version = 1)`;

const newest = (db: Db, day: string) =>
  db
    .selectFrom('findings as f')
    .select([
      'f.id',
      'f.department',
      'f.day',
      'f.version',
      'f.at',
      'f.actor',
      'f.state',
      'f.places',
      'f.said',
    ])
    .select(filedAt.as('filedAt'))
    .where('f.day', '=', day)
    .where(isNewest);

const reading = (db: Db) => ({
  findingById: (a: { id: string }) => db.selectFrom('findings').select(findingColumns).where('id', '=', a.id),
  newestFinding: (a: { department: string; day: string }) =>
    newest(db, a.day).where('f.department', '=', a.department),
  findingsOn: (a: { day: string }) => newest(db, a.day).orderBy('f.department'),
  findingVersions: (a: { department: string; day: string; before: number; limit: number }) =>
    db
      .selectFrom('findings')
      .select(findingColumns)
      .where('day', '=', a.day)
      .where('department', '=', a.department)
      .where('version', '<', a.before)
      .orderBy('version', 'desc')
      .limit(a.limit),
  onHand: (a: { day: string; department: string }) =>
    db
      .selectFrom('findings as f')
      .innerJoin('finding_supplies as s', 's.finding_id', 'f.id')
      .select(['s.item', 's.unit'])
      .select([
        sql<number>`cast(sum(s.quantity) as bigint)`.as('quantity'),
        sql<number>`cast(count(*) as integer)`.as('by'),
      ])
      .where('f.day', '=', a.day)
      .where(sql<boolean>`(${a.department} = '' or f.department = ${a.department})`)
      .where(isNewest)
      .groupBy(['s.item', 's.unit'])
      .orderBy('s.item')
      .orderBy('s.unit'),
});

/** Urgent ones sort first. */
const rank = sql<string>`case severity when 'urgent' then '0' when 'serious' then '1' else '2' end`;
/** Open ones by severity and age; solved ones, whose days count down, the newest first. */
const key = sql<string>`case when state = 'solved'
  then cast(99999999 - cast(replace(solved_on, '-', '') as integer) as text) else ${rank} || day end`;
const isTheirs = (department: string) =>
  sql<boolean>`(${department} = '' or department = ${department} or holder = ${department})`;

const count = (when: ReturnType<typeof sql>) =>
  sql<number>`cast(count(case when ${when} then 1 end) as integer)`;

const looking = (db: Db) => ({
  problemById: (a: { id: string }) =>
    db.selectFrom('finding_problems').select(problemColumns).where('id', '=', a.id),
  problemsPage: (a: {
    state: string;
    wanted: number;
    department: string;
    key: string;
    after: string;
    limit: number;
  }) =>
    db
      .selectFrom('finding_problems')
      .select(problemColumns)
      .select(key.as('sortKey'))
      .where(sql<boolean>`state = ${a.state} and wanted >= ${a.wanted}`)
      .where(isTheirs(a.department))
      .where(sql<boolean>`(${key}, id) > (${a.key}, ${a.after})`)
      .orderBy(key)
      .orderBy('id')
      .limit(a.limit),
  problemsHeld: (a: { holder: string; before: string; limit: number }) =>
    db
      .selectFrom('finding_problems')
      .select(problemColumns)
      .where('holder', '=', a.holder)
      .where(sql<boolean>`(day < ${a.before} or (day = ${a.before} and department <> ${a.holder}))`)
      .where('state', '=', sql.lit('open' as const))
      .orderBy(rank)
      .orderBy('day')
      .orderBy('id')
      .limit(a.limit),
  problemSteps: (a: { problemId: string; before: number; limit: number }) =>
    db
      .selectFrom('finding_steps')
      .select(['problem_id as problemId', 'version', 'at', 'actor', 'day', 'kind', 'to'])
      .where('problem_id', '=', a.problemId)
      .where('version', '<', a.before)
      .orderBy('version', 'desc')
      .limit(a.limit),
  problemCounts: (a: { day: string }) =>
    db
      .selectFrom('finding_problems')
      .select('department')
      .select([
        count(sql`day = ${a.day}`).as('found'),
        count(sql`solved_on = ${a.day}`).as('solved'),
        count(sql`(solved_on = '' or solved_on > ${a.day})`).as('open'),
      ])
      .where('day', '<=', a.day)
      .where('state', '<>', sql.lit('withdrawn' as const))
      .groupBy('department')
      .orderBy('department'),
});

const deciding = (db: Db) => ({
  decisionById: (a: { id: string }) =>
    db.selectFrom('decisions').select(decisionColumns).where('id', '=', a.id),
  /** What was dropped is in no brief: it was never to be done. */
  decisionsOpen: (a: { day: string; due: string; after: string; limit: number }) =>
    db
      .selectFrom('decisions')
      .select(decisionColumns)
      .where('day', '<', a.day)
      .where(sql<boolean>`(state = 'open' or (state = 'done' and ended_on >= ${a.day}))`)
      .where(sql<boolean>`(due, id) > (${a.due}, ${a.after})`)
      .orderBy('due')
      .orderBy('id')
      .limit(a.limit),
  decisionsOf: (a: { day: string; after: string; limit: number }) =>
    db
      .selectFrom('decisions')
      .select(decisionColumns)
      .where('day', '=', a.day)
      .where('id', '>', a.after)
      .orderBy('id')
      .limit(a.limit),
});

/** What departments find, and what meetings decide. */
export const findingQueries = (db: Db) => ({
  ...filing(db),
  ...reading(db),
  ...looking(db),
  ...deciding(db),
});
