import { type Kysely, sql } from 'kysely';
import type { ProjectEventRow, ProjectNarrow, ProjectRow } from '#src/projects/store.ts';
import type { Schema } from '#src/store/schema.ts';

const columns = [
  'id',
  'version',
  'name',
  'unit',
  'area',
  'line',
  'department',
  'investment',
  'conditions',
  'planned',
  'started',
  'state',
  'reason',
  'changed_at as changedAt',
] as const;

const isOpen = sql<boolean>`state in ('preparing', 'ready')`;
const isLate = (today: string) => sql<boolean>`(${isOpen} and planned < ${today})`;

const within = (a: Pick<ProjectNarrow, 'area' | 'department'>) =>
  sql<boolean>`(${a.area} = '' or area = ${a.area}) and (${a.department} = '' or department = ${a.department})`;

/** What has not started stands first, by its planned day, so that what is late is on top; then what was stopped, then what goes on. */
const key = sql<string>`case when ${isOpen} then '0' when state = 'stopped' then '1' else '2' end || planned`;

const valuesOf = (a: ProjectRow) => ({
  id: a.id,
  version: a.version,
  name: a.name,
  unit: a.unit,
  area: a.area,
  line: a.line,
  department: a.department,
  investment: a.investment,
  conditions: a.conditions,
  planned: a.planned,
  started: a.started,
  state: a.state,
  reason: a.reason,
  changed_at: a.changedAt,
});

/** Projects are put as they will be, where they still are as they were read. */
export const projectKeeping = (db: Kysely<Schema>) => ({
  insertProject: (a: ProjectRow) =>
    db
      .insertInto('projects')
      .values(valuesOf(a))
      .onConflict(on => on.column('id').doNothing()),
  moveProject: (a: ProjectRow & { was: number }) => {
    const { id: _, ...rest } = valuesOf(a);
    return db.updateTable('projects').set(rest).where('id', '=', a.id).where('version', '=', a.was);
  },
  /** Changes nothing, and nobody else either until what follows is done; no row where it is of another version. */
  holdProject: (a: { id: string; was: number }) =>
    db
      .updateTable('projects')
      .set(eb => ({ version: eb.ref('version') }))
      .where('id', '=', a.id)
      .where('version', '=', a.was),
  insertProjectEvent: (a: ProjectEventRow) =>
    db.insertInto('project_events').values({
      project_id: a.projectId,
      version: a.version,
      at: a.at,
      actor: a.actor,
      kind: a.kind,
      data: a.data,
    }),
});

type Ask = ProjectNarrow & { key: string; after: string; limit: number };

const sum = (amount: ReturnType<typeof sql>) => sql<number>`cast(coalesce(sum(${amount}), 0) as bigint)`;
const count = (when: ReturnType<typeof sql>) =>
  sql<number>`cast(count(case when ${when} then 1 end) as integer)`;

/** The list of projects, how many, and what happened to one. */
export const projecting = (db: Kysely<Schema>) => ({
  projectById: (a: { id: string }) => db.selectFrom('projects').select(columns).where('id', '=', a.id),
  projectsPage: (a: Ask) =>
    db
      .selectFrom('projects')
      .select(columns)
      .select(key.as('sortKey'))
      .where(within(a))
      .where(
        sql<boolean>`(${a.view} = 'all' or state = ${a.view} or (${a.view} = 'late' and ${isLate(a.today)}))`,
      )
      .where(sql<boolean>`(${key}, id) > (${a.key}, ${a.after})`)
      .orderBy(key)
      .orderBy('id')
      .limit(a.limit),
  projectTotals: (a: Omit<ProjectNarrow, 'view'>) =>
    db
      .selectFrom('projects')
      .select([
        count(sql`true`).as('all'),
        count(sql`state = 'ready'`).as('ready'),
        count(sql`state = 'started'`).as('started'),
        count(sql`state = 'stopped'`).as('stopped'),
        count(isLate(a.today)).as('late'),
        sum(sql`investment`).as('investment'),
        sum(sql`case when state = 'started' then investment else 0 end`).as('startedInvestment'),
      ])
      .where(within(a)),
  projectEvents: (a: { projectId: string; before: number; limit: number }) =>
    db
      .selectFrom('project_events')
      .select(['project_id as projectId', 'version', 'at', 'actor', 'kind', 'data'])
      .where('project_id', '=', a.projectId)
      .where('version', '<', a.before)
      .orderBy('version', 'desc')
      .limit(a.limit),
});
