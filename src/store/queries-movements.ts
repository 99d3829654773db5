import { type Kysely, sql } from 'kysely';
import type { AllocationRow, MovementRow } from '#src/ledger/store.ts';
import type { Schema } from '#src/store/schema.ts';

type Db = Kysely<Schema>;

const open = sql.lit('open' as const);

const allocationColumns = [
  'id',
  'batch',
  'lot_id as lotId',
  'need_id as needId',
  'quantity',
  'delivered',
  'cancelled',
  'returned',
  'at',
  'actor',
] as const;

const allocating = (db: Db) => {
  const all = () => db.selectFrom('allocations').select(allocationColumns);
  return {
    allocationById: (a: { id: string }) => all().where('id', '=', a.id),
    allocationsOfNeed: (a: { needId: string }) => all().where('need_id', '=', a.needId).orderBy('id'),
    allocationsOfLot: (a: { lotId: string; limit: number }) =>
      all().where('lot_id', '=', a.lotId).orderBy('id', 'desc').limit(a.limit),
    allocationsOfBatch: (a: { batch: string }) => all().where('batch', '=', a.batch).orderBy('id'),
    insertAllocation: (
      a: Pick<AllocationRow, 'id' | 'batch' | 'lotId' | 'needId' | 'quantity' | 'at' | 'actor'>,
    ) =>
      db.insertInto('allocations').values({
        id: a.id,
        batch: a.batch,
        lot_id: a.lotId,
        need_id: a.needId,
        quantity: a.quantity,
        at: a.at,
        actor: a.actor,
      }),
  };
};

/** How much a figure goes up or down; 0 leaves it. */
type Shift = { id: string; committed: number; delivered: number };
const added = (column: string, by: number) => sql<number>`${sql.ref(column)} + cast(${by} as bigint)`;

/** Every statement asks for room where it takes some: where there is none it changes no row, whatever was looked at before. */
const shifting = (db: Db) => ({
  takeOfLot: (a: { id: string; by: number }) =>
    db
      .updateTable('stock_lots')
      .set({ committed: added('committed', a.by) })
      .where('id', '=', a.id)
      .where(sql<boolean>`committed + delivered + lost + cast(${a.by} as bigint) <= quantity`),
  loseOfLot: (a: { id: string; by: number }) =>
    db
      .updateTable('stock_lots')
      .set({ lost: added('lost', a.by) })
      .where('id', '=', a.id)
      .where(sql<boolean>`committed + delivered + lost + cast(${a.by} as bigint) <= quantity`),
  takeForNeed: (a: { id: string; by: number }) =>
    db
      .updateTable('need_lines')
      .set({ committed: added('committed', a.by) })
      .where('id', '=', a.id)
      .where('state', '=', open)
      .where(sql<boolean>`(asked is null or committed + delivered + cast(${a.by} as bigint) <= asked)`),
  shiftLot: (a: Shift) =>
    db
      .updateTable('stock_lots')
      .set({ committed: added('committed', a.committed), delivered: added('delivered', a.delivered) })
      .where('id', '=', a.id),
  shiftNeed: (a: Shift) =>
    db
      .updateTable('need_lines')
      .set({ committed: added('committed', a.committed), delivered: added('delivered', a.delivered) })
      .where('id', '=', a.id),
  shiftAllocation: (a: { id: string; delivered: number; cancelled: number; returned: number }) =>
    db
      .updateTable('allocations')
      .set({
        delivered: added('delivered', a.delivered),
        cancelled: added('cancelled', a.cancelled),
        returned: added('returned', a.returned),
      })
      .where('id', '=', a.id)
      .where(
        sql<boolean>`delivered + cancelled + cast(${a.delivered} as bigint) + cast(${a.cancelled} as bigint) <= quantity and returned + cast(${a.returned} as bigint) <= delivered + cast(${a.delivered} as bigint)`,
      ),
});

const moving = (db: Db) => ({
  /** Gives back the number of the newest movement, `by` more than before. Whoever asks holds the ledger until the transaction ends. */
  markLedger: (a: { name: string; by: number }) =>
    db
      .insertInto('ledger_marks')
      .values({ name: a.name, seq: a.by })
      .onConflict(on =>
        on.column('name').doUpdateSet(eb => ({ seq: eb('ledger_marks.seq', '+', eb.ref('excluded.seq')) })),
      )
      .returning('seq'),
  insertMovement: (a: MovementRow) =>
    db.insertInto('movements').values({
      seq: a.seq,
      at: a.at,
      actor: a.actor,
      kind: a.kind,
      lot_id: a.lotId,
      need_id: a.needId,
      allocation_id: a.allocationId,
      quantity: a.quantity,
      reason: a.reason,
    }),
  movementsOfLot: (a: { lotId: string; before: number; limit: number }) =>
    db
      .selectFrom('movements')
      .select([
        'seq',
        'at',
        'actor',
        'kind',
        'lot_id as lotId',
        'need_id as needId',
        'allocation_id as allocationId',
        'quantity',
        'reason',
      ])
      .where('lot_id', '=', a.lotId)
      .where('seq', '<', a.before)
      .orderBy('seq', 'desc')
      .limit(a.limit),
});

/** What is promised of stock, and every movement of it. */
export const allotting = (db: Db) => ({ ...allocating(db), ...shifting(db), ...moving(db) });
