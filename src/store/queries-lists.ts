import { type Kysely, type RawBuilder, sql } from 'kysely';
import type { Narrow, Stage } from '#src/cases/desk-store.ts';
import { deskColumns } from '#src/store/columns.ts';
import type { Schema } from '#src/store/schema.ts';

/** Five stages, some said twice where there are fewer. */
export type Stages = { s1: string; s2: string; s3: string; s4: string; s5: string };
export type Span = { dueFrom: string; dueBefore: string };
export type Ask = Narrow & { sort: string; key: string; after: string; limit: number };
export type Part<A> = Omit<A, 'sort' | 'key' | 'after'>;

const plainStage = sql<string>`stage`;

export const inStages = (a: Stages, stage: RawBuilder<string> = plainStage) =>
  sql<boolean>`${stage} in (${a.s1}, ${a.s2}, ${a.s3}, ${a.s4}, ${a.s5})`;
export const inSpan = (a: Span) => sql<boolean>`due >= ${a.dueFrom} and due < ${a.dueBefore}`;

/** All of a list that is not over, at a moment; `mine`: a login. */
export type Standing = Narrow & { mine: string; now: string; tomorrow: string };

/** The stages of what is not over. */
export const openStages = (stage: RawBuilder<string> = plainStage) =>
  sql<boolean>`${stage} in ('held', 'to-accept', 'declined', 'doing', 'waiting', 'answered', 'upward', 'unsolved')`;

const counted = (what: RawBuilder<unknown>) => sql<number>`cast(${what} as integer)`;

/** Of every stage: how many, and how many of them are an officer's, overdue, due by the end of the day. */
export const standingColumns = (a: Standing) => [
  sql<Stage>`stage`.as('stage'),
  counted(sql`count(*)`).as('all'),
  counted(sql`sum(case when officer = ${a.mine} then 1 else 0 end)`).as('mine'),
  counted(sql`sum(case when due < ${a.now} then 1 else 0 end)`).as('late'),
  counted(sql`sum(case when due < ${a.tomorrow} then 1 else 0 end)`).as('soon'),
];

/** Whether an area is in a list like `,east,west,`; '' holds every one. */
export const within = (areas: string, area: string) =>
  sql<boolean>`(${areas} = '' or replace(${areas}, ',' || ${sql.ref(area)} || ',', '') <> ${areas})`;

export const pageColumns = deskColumns.map(name => `cases.${name}` as const);

/** The key that a page is sorted by: the due time, the green channel first among equals, or the id, which goes with the time of receipt. */
const keyOf = (a: { sort: string }) =>
  sql<string>`case when ${a.sort} = 'received' then id when fast = 1 then due || '0' else due || '1' end`;

const cases = (db: Kysely<Schema>) => db.selectFrom('cases');

/** What every list of cases has in common: a page of it, and how many it holds up to a limit. */
export const listing = (db: Kysely<Schema>) => ({
  /** The inner question is answered by an index alone; only the rows of the page are read. */
  page: (list: ReturnType<typeof cases>, a: Ask) => {
    const keyed = list.select(['id', keyOf(a).as('key')]);
    const picked = db
      .selectFrom(keyed.as('listed'))
      .select(['listed.id', 'listed.key'])
      .where(sql<boolean>`(listed.key, listed.id) > (${a.key}, ${a.after})`)
      .orderBy('listed.key')
      .orderBy('listed.id')
      .limit(a.limit);
    return db
      .selectFrom(picked.as('picked'))
      .innerJoin('cases', 'cases.id', 'picked.id')
      .select(pageColumns)
      .select('picked.key as sortKey')
      .orderBy('picked.key')
      .orderBy('picked.id');
  },
  count: (list: ReturnType<typeof cases>, a: { limit: number }) =>
    db
      .selectFrom(list.select('id').limit(a.limit).as('counted'))
      .select(sql<number>`cast(count(*) as integer)`.as('count')),
});
