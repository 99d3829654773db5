import { type Kysely, sql } from 'kysely';
import type { LotRow, NeedNarrow, NeedRow, UnmetReason } from '#src/ledger/store.ts';
import type { Schema } from '#src/store/schema.ts';

type Db = Kysely<Schema>;
type From = NeedNarrow & { criticalOn: string; after: string; limit: number };

const open = sql.lit('open' as const);
const ended = sql.lit('ended' as const);

const needColumns = [
  'n.id',
  'n.case_id as caseId',
  'n.item',
  'n.unit',
  'n.asked',
  'n.needed_by as neededBy',
  'n.runs_out_on as runsOutOn',
  'n.critical_on as criticalOn',
  'n.substitute',
  'n.reopened',
  'n.received_at as receivedAt',
  'n.state',
  'n.committed',
  'n.delivered',
  'n.reason',
  'n.reason_at as reasonAt',
  'c.number',
  'c.enterprise',
  'c.credit_code as creditCode',
  'c.area',
  'c.handler',
  'c.against',
  'c.form',
  'c.state as caseState',
] as const;

/** Needs beside their cases: what is personal stays in the case, and goes with it. */
const needing = (db: Db) => {
  const all = () =>
    db.selectFrom('need_lines as n').innerJoin('cases as c', 'c.id', 'n.case_id').select(needColumns);
  const page = (a: From) =>
    all()
      .where(
        sql<boolean>`(${a.item} = '' or n.item = ${a.item}) and (${a.area} = '' or c.area = ${a.area}) and (${a.department} = '' or c.handler = ${a.department})`,
      )
      .where(sql<boolean>`(n.critical_on, n.id) > (${a.criticalOn}, ${a.after})`)
      .orderBy('n.critical_on')
      .orderBy('n.id')
      .limit(a.limit);
  return {
    needsPage: (a: From) => page(a),
    openNeedsPage: (a: From) => page(a).where('n.state', '=', open),
    // The condition of the index, word by word, or the index is not used.
    unmetPage: (a: From) =>
      page(a)
        .where('n.state', '=', open)
        .where(sql<boolean>`(n.asked is null or n.committed + n.delivered < n.asked)`),
    needById: (a: { id: string }) => all().where('n.id', '=', a.id),
    needsOfCase: (a: { caseId: string }) => all().where('n.case_id', '=', a.caseId).orderBy('n.id'),
  };
};

const keepingNeeds = (db: Db) => ({
  casesBehind: (a: { limit: number }) =>
    db
      .selectFrom('cases')
      .select('id')
      .where('form', '=', sql.lit('materials'))
      .whereRef('head', '<>', 'ledgered')
      .orderBy('id')
      .limit(a.limit),
  /** Changes no row where the case stands elsewhere. */
  markLedgered: (a: { caseId: string; head: number }) =>
    db.updateTable('cases').set({ ledgered: a.head }).where('id', '=', a.caseId).where('head', '=', a.head),
  /** Locks a case that still is at `head`, and changes nothing. */
  holdCase: (a: { caseId: string; head: number }) =>
    db
      .updateTable('cases')
      .set(eb => ({ head: eb.ref('head') }))
      .where('id', '=', a.caseId)
      .where('head', '=', a.head),
  putNeed: (a: NeedRow) =>
    db
      .insertInto('need_lines')
      .values({
        id: a.id,
        case_id: a.caseId,
        item: a.item,
        unit: a.unit,
        asked: a.asked,
        needed_by: a.neededBy,
        runs_out_on: a.runsOutOn,
        critical_on: a.criticalOn,
        substitute: a.substitute,
        reopened: a.reopened,
        received_at: a.receivedAt,
        state: a.state,
      })
      .onConflict(on =>
        on.column('id').doUpdateSet(eb => ({
          asked: eb.ref('excluded.asked'),
          needed_by: eb.ref('excluded.needed_by'),
          runs_out_on: eb.ref('excluded.runs_out_on'),
          critical_on: eb.ref('excluded.critical_on'),
          substitute: eb.ref('excluded.substitute'),
          reopened: eb.ref('excluded.reopened'),
          state: eb.ref('excluded.state'),
        })),
      ),
  endNeed: (a: { id: string }) => db.updateTable('need_lines').set({ state: ended }).where('id', '=', a.id),
  setReason: (a: { id: string; reason: UnmetReason; at: string }) =>
    db.updateTable('need_lines').set({ reason: a.reason, reason_at: a.at }).where('id', '=', a.id),
});

/** A lot's columns. */
export const lotColumns = [
  'id',
  'source',
  'origin',
  'item',
  'unit',
  'spec',
  'quantity',
  'area',
  'place',
  'arrived_on as arrivedOn',
  'expires_on as expiresOn',
  'at',
  'actor',
  'committed',
  'delivered',
  'lost',
] as const;

const stocking = (db: Db) => ({
  lotsPage: (a: { item: string; before: string; limit: number }) =>
    db
      .selectFrom('stock_lots')
      .select(lotColumns)
      .where(sql<boolean>`(${a.item} = '' or item = ${a.item})`)
      .where('id', '<', a.before)
      .orderBy('id', 'desc')
      .limit(a.limit),
  freeLots: (a: { unit: string; limit: number }) =>
    db
      .selectFrom('stock_lots')
      .select(lotColumns)
      .where('unit', '=', a.unit)
      .where(sql<boolean>`committed + delivered + lost < quantity`)
      // '' is never: it sorts last.
      .orderBy(sql`case when expires_on = '' then '9999-12-31' else expires_on end`)
      .orderBy('id')
      .limit(a.limit),
  lotById: (a: { id: string }) => db.selectFrom('stock_lots').select(lotColumns).where('id', '=', a.id),
  /** Changes no row where the lot is there. */
  insertLot: (a: LotRow) =>
    db
      .insertInto('stock_lots')
      .values({
        id: a.id,
        source: a.source,
        origin: a.origin,
        item: a.item,
        unit: a.unit,
        spec: a.spec,
        quantity: a.quantity,
        area: a.area,
        place: a.place,
        arrived_on: a.arrivedOn,
        expires_on: a.expiresOn,
        at: a.at,
        actor: a.actor,
      })
      .onConflict(on => on.column('id').doNothing()),
});

/** What is needed, and what is there. */
export const ledgering = (db: Db) => ({
  ...needing(db),
  ...keepingNeeds(db),
  ...stocking(db),
});
