import { type Kysely, sql } from 'kysely';
import type { DonationNarrow, DonationRow, GoodsRow } from '#src/donations/store.ts';
import { lotColumns } from '#src/store/queries-ledger.ts';
import type { Schema } from '#src/store/schema.ts';

type Db = Kysely<Schema>;

const donationColumns = [
  'd.case_id as caseId',
  'd.stage',
  'd.kind',
  'd.named',
  'd.directed',
  'd.offered',
  'd.money',
  'd.paid',
  'd.value',
  'd.received_on as receivedOn',
  'd.receipt',
] as const;

const goodsColumns = [
  'id',
  'case_id as caseId',
  'line',
  'item',
  'unit',
  'quantity',
  'value',
  'basis',
  'stocked',
  'handed',
] as const;

const count = sql<number>`cast(count(*) as integer)`;
const sum = (column: 'd.offered' | 'd.money' | 'd.value' | 'g.quantity' | 'g.value') =>
  sql<number>`cast(coalesce(sum(${sql.ref(column)}), 0) as bigint)`;

/** The same condition over lists and sums, so that what is counted is what is listed. */
const fits = (a: DonationNarrow) =>
  sql<boolean>`(${a.stage} = '' or d.stage = ${a.stage}) and (${a.kind} = '' or d.kind = ${a.kind}) and (${a.department} = '' or c.handler = ${a.department})`;

/** Of the roll: what was received. A case that moved on since its donation was put here names nobody until it is looked at again. */
const received = sql<boolean>`d.received_on <> ''`;
const isNamed = sql<boolean>`(d.named = 1 and c.head = c.donated)`;
const named = sql<number>`case when d.named = 1 and c.head = c.donated then 1 else 0 end`;
/** Who gave: the credit code, else the name; what was erased of has neither and counts by itself. */
const donor = sql`case when c.credit_code <> '' then c.credit_code when c.enterprise <> '' then c.enterprise else c.id end`;

const besideCases = (db: Db) => db.selectFrom('donations as d').innerJoin('cases as c', 'c.id', 'd.case_id');

const registering = (db: Db) => ({
  donationPage: (a: DonationNarrow & { before: string; limit: number }) =>
    besideCases(db)
      .select([
        ...donationColumns,
        'c.number',
        'c.enterprise',
        'c.area',
        'c.handler',
        'c.received_at as receivedAt',
      ])
      .where(fits(a))
      .where('d.case_id', '<', a.before)
      .orderBy('d.case_id', 'desc')
      .limit(a.limit),
  donationOfCase: (a: { caseId: string }) =>
    db.selectFrom('donations as d').select(donationColumns).where('d.case_id', '=', a.caseId),
  donationGoodsOfCase: (a: { caseId: string }) =>
    db.selectFrom('donation_goods').select(goodsColumns).where('case_id', '=', a.caseId).orderBy('id'),
  donationSums: (a: DonationNarrow) =>
    besideCases(db)
      .select([
        'd.stage',
        count.as('count'),
        sum('d.offered').as('offered'),
        sum('d.money').as('money'),
        sum('d.value').as('value'),
      ])
      .where(fits(a))
      .groupBy('d.stage')
      .orderBy('d.stage'),
});

const rolling = (db: Db) => ({
  rollPage: (a: { receivedOn: string; before: string; limit: number }) =>
    besideCases(db)
      .select(['d.case_id as caseId', 'c.enterprise', 'd.received_on as receivedOn', 'd.money'])
      .where(received)
      .where(isNamed)
      .where(sql<boolean>`(d.received_on, d.case_id) < (${a.receivedOn}, ${a.before})`)
      .orderBy('d.received_on', 'desc')
      .orderBy('d.case_id', 'desc')
      .limit(a.limit),
  rollSums: (_: object) =>
    besideCases(db)
      .select([
        named.as('named'),
        count.as('gifts'),
        sql<number>`cast(count(distinct ${donor}) as integer)`.as('donors'),
        sum('d.money').as('money'),
      ])
      .where(received)
      .groupBy(named)
      .orderBy(named),
  rollGoods: (_: object) =>
    besideCases(db)
      .innerJoin('donation_goods as g', 'g.case_id', 'd.case_id')
      .select([
        named.as('named'),
        'g.item',
        'g.unit',
        'g.basis',
        sum('g.quantity').as('quantity'),
        sum('g.value').as('value'),
      ])
      .where(received)
      .groupBy([named, 'g.item', 'g.unit', 'g.basis'])
      .orderBy('g.item')
      .orderBy('g.unit')
      .orderBy('g.basis')
      .orderBy(named),
});

const keeping = (db: Db) => ({
  donationsBehind: (a: { limit: number }) =>
    db
      .selectFrom('cases')
      .select('id')
      .where('form', '=', sql.lit('donation'))
      .whereRef('head', '<>', 'donated')
      .orderBy('id')
      .limit(a.limit),
  /** Changes no row where the case stands elsewhere. */
  markDonated: (a: { caseId: string; head: number }) =>
    db.updateTable('cases').set({ donated: a.head }).where('id', '=', a.caseId).where('head', '=', a.head),
  dropDonation: (a: { caseId: string }) => db.deleteFrom('donations').where('case_id', '=', a.caseId),
  dropDonationGoods: (a: { caseId: string }) =>
    db.deleteFrom('donation_goods').where('case_id', '=', a.caseId),
  insertDonation: (a: DonationRow) =>
    db.insertInto('donations').values({
      case_id: a.caseId,
      stage: a.stage,
      kind: a.kind,
      named: a.named,
      directed: a.directed,
      offered: a.offered,
      money: a.money,
      paid: a.paid,
      value: a.value,
      received_on: a.receivedOn,
      receipt: a.receipt,
    }),
  insertDonationGoods: (a: GoodsRow) =>
    db.insertInto('donation_goods').values({
      id: a.id,
      case_id: a.caseId,
      line: a.line,
      item: a.item,
      unit: a.unit,
      quantity: a.quantity,
      value: a.value,
      basis: a.basis,
      stocked: a.stocked,
      handed: a.handed,
    }),
  // The first condition is the index's own, word by word, or the index is not used.
  lotsOfOrigin: (a: { origin: string; limit: number }) =>
    db
      .selectFrom('stock_lots')
      .select(lotColumns)
      .where(sql<boolean>`origin <> ''`)
      .where('origin', '=', a.origin)
      .orderBy('id', 'desc')
      .limit(a.limit),
});

/** Donations beside their cases: whoever gave stands in the case alone, and goes with it. */
export const donating = (db: Db) => ({ ...registering(db), ...rolling(db), ...keeping(db) });
