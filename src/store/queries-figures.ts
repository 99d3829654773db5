import { type Kysely, sql } from 'kysely';
import type { Sum, TallyRow } from '#src/figures/store.ts';
import { behindFigures } from '#src/store/queries-behind.ts';
import type { Schema } from '#src/store/schema.ts';

type Db = Kysely<Schema>;

const open = sql.lit('open' as const);

const untallied = (db: Db, a: { after: string; limit: number }) =>
  db
    .selectFrom('cases')
    .whereRef('head', '<>', 'tallied')
    .where('id', '>', a.after)
    .orderBy('id')
    .limit(a.limit);

const counting = (db: Db) => ({
  untalliedCases: (a: { after: string; limit: number }) =>
    untallied(db, a).select([
      'id',
      'form',
      'state',
      'area',
      'line',
      'answers',
      'handler',
      'due',
      'received_at as receivedAt',
      'channel',
      'head',
    ]),
  /** As a list of ids: joined, the whole table of events would be read. */
  untalliedEvents: (a: { after: string; limit: number }) =>
    db
      .selectFrom('events')
      .select(['case_id as caseId', 'seq', 'at', 'kind', 'data'])
      .where('case_id', 'in', untallied(db, a).select('id'))
      .orderBy('case_id')
      .orderBy('seq'),
  /** Changes no row where the case stands elsewhere, or is counted already. */
  markTallied: (a: { caseId: string; head: number }) =>
    db
      .updateTable('cases')
      .set({ tallied: a.head })
      .where('id', '=', a.caseId)
      .where('head', '=', a.head)
      .whereRef('tallied', '<>', 'head'),
  talliesOfCase: (a: { caseId: string }) =>
    db
      .selectFrom('case_tallies')
      .select(['case_id as caseId', 'measure', 'day', 'part', 'department', 'form', 'area', 'line', 'n'])
      .where('case_id', '=', a.caseId)
      .orderBy('measure')
      .orderBy('day')
      .orderBy('part')
      .orderBy('department'),
  dropTallies: (a: { caseId: string }) => db.deleteFrom('case_tallies').where('case_id', '=', a.caseId),
  insertTally: (a: TallyRow) =>
    db.insertInto('case_tallies').values({
      case_id: a.caseId,
      measure: a.measure,
      day: a.day,
      part: a.part,
      department: a.department,
      form: a.form,
      area: a.area,
      line: a.line,
      n: a.n,
    }),
  addToTally: (a: Sum & { dimension: string }) =>
    db
      .insertInto('tallies')
      .values({ dimension: a.dimension, day: a.day, measure: a.measure, part: a.part, key: a.key, n: a.n })
      .onConflict(on =>
        on
          .columns(['dimension', 'day', 'measure', 'part', 'key'])
          .doUpdateSet(eb => ({ n: eb('tallies.n', '+', eb.ref('excluded.n')) })),
      ),
});

const summing = (db: Db) => ({
  tallySums: (a: { dimension: string; from: string; to: string }) =>
    db
      .selectFrom('tallies')
      .select(['day', 'measure', 'part', 'key', 'n'])
      .where('dimension', '=', a.dimension)
      .where('day', '>=', a.from)
      .where('day', '<=', a.to)
      .orderBy('day')
      .orderBy('measure')
      .orderBy('part')
      .orderBy('key'),
  /** Months lie behind all days: `m2020-03` comes after every digit. */
  tallySumsBefore: (a: { dimension: string; first: string; month: string }) =>
    db
      .selectFrom('tallies')
      .select(['measure', 'part', 'key', sql<number>`cast(sum(n) as bigint)`.as('n')])
      .where('dimension', '=', a.dimension)
      .where('day', '>=', a.first)
      .where('day', '<', a.month)
      .groupBy(['measure', 'part', 'key'])
      .orderBy('measure')
      .orderBy('part')
      .orderBy('key'),
});

/** Supplies of an item and a unit, in the smallest unit: of open needs, then of what is there. */
const supplying = (db: Db) => ({
  openNeedSums: (_: object) =>
    db
      .selectFrom('need_lines')
      .select([
        'item',
        'unit',
        sql<number>`cast(coalesce(sum(asked), 0) as bigint)`.as('asked'),
        sql<number>`cast(sum(case when asked is null then 1 else 0 end) as bigint)`.as('unknown'),
        sql<number>`cast(sum(committed) as bigint)`.as('promised'),
        sql<number>`cast(sum(delivered) as bigint)`.as('delivered'),
        sql<number>`cast(sum(case when asked is null or asked <= committed + delivered then 0 else asked - committed - delivered end) as bigint)`.as(
          'missing',
        ),
      ])
      .where('state', '=', open)
      .groupBy(['item', 'unit'])
      .orderBy('item')
      .orderBy('unit'),
  stockSums: (_: object) =>
    db
      .selectFrom('stock_lots')
      .select([
        'item',
        'unit',
        sql<number>`cast(sum(delivered) as bigint)`.as('delivered'),
        sql<number>`cast(sum(quantity - committed - delivered - lost) as bigint)`.as('left'),
      ])
      .groupBy(['item', 'unit'])
      .orderBy('item')
      .orderBy('unit'),
});

/** What is counted. */
export const figuring = (db: Db) => ({
  ...counting(db),
  ...summing(db),
  ...behindFigures(db),
  ...supplying(db),
});
