import { sql } from 'kysely';
import type { Step } from '#src/store/migrations/step.ts';

/**
 * Supplies: what is needed, what is there, what was promised of it, and every movement. The checks hold whatever a program does:
 * a lot cannot give more than it has, an allocation not more than was allocated. `ledgered` is the event of a case up to which its
 * lines stand in the ledger; the index holds the cases that are behind, and is empty nearly always.
 */
export const up: Step = async (db, dialect) => {
  const small = sql.raw(dialect === 'sqlite' ? 'strict, without rowid' : '');
  const whole = sql.raw(dialect === 'sqlite' ? 'integer' : 'bigint');
  const statements = [
    sql`alter table cases add column ledgered integer not null default 0`,
    sql`create index cases_behind_ledger on cases (id) where form = 'materials' and head <> ledgered`,
    sql`create table need_lines (
      id text not null primary key, case_id text not null references cases (id) on delete cascade,
      item text not null, unit text not null, asked ${whole}, needed_by text not null, runs_out_on text not null,
      critical_on text not null, substitute integer not null, reopened integer not null, received_at text not null,
      state text not null, committed ${whole} not null default 0 check (committed >= 0),
      delivered ${whole} not null default 0 check (delivered >= 0),
      reason text not null default '', reason_at text not null default ''
    ) ${small}`,
    sql`create index need_lines_by_case on need_lines (case_id)`,
    sql`create index need_lines_by_day on need_lines (critical_on, id)`,
    sql`create index need_lines_unmet on need_lines (critical_on, id)
      where state = 'open' and (asked is null or committed + delivered < asked)`,
    sql`create table stock_lots (
      id text not null primary key, source text not null, origin text not null, item text not null, unit text not null,
      spec text not null, quantity ${whole} not null check (quantity > 0), area text not null, place text not null,
      arrived_on text not null, expires_on text not null, at text not null, actor text not null,
      committed ${whole} not null default 0 check (committed >= 0),
      delivered ${whole} not null default 0 check (delivered >= 0),
      lost ${whole} not null default 0 check (lost >= 0),
      check (committed + delivered + lost <= quantity)
    ) ${small}`,
    sql`create index stock_lots_by_item on stock_lots (item, id)`,
    sql`create index stock_lots_free on stock_lots (unit, expires_on, id)
      where committed + delivered + lost < quantity`,
    sql`create table allocations (
      id text not null primary key, batch text not null, lot_id text not null references stock_lots (id),
      need_id text not null references need_lines (id), quantity ${whole} not null check (quantity > 0),
      delivered ${whole} not null default 0 check (delivered >= 0),
      cancelled ${whole} not null default 0 check (cancelled >= 0),
      returned ${whole} not null default 0 check (returned >= 0),
      at text not null, actor text not null,
      check (delivered + cancelled <= quantity), check (returned <= delivered)
    ) ${small}`,
    sql`create index allocations_by_batch on allocations (batch)`,
    sql`create index allocations_by_lot on allocations (lot_id, id)`,
    sql`create index allocations_by_need on allocations (need_id, id)`,
    sql`create table movements (
      seq ${whole} not null primary key, at text not null, actor text not null, kind text not null,
      lot_id text not null references stock_lots (id), need_id text not null, allocation_id text not null,
      quantity ${whole} not null check (quantity > 0), reason text not null
    ) ${small}`,
    sql`create index movements_by_lot on movements (lot_id, seq)`,
    sql`create table ledger_marks (name text not null primary key, seq ${whole} not null) ${small}`,
  ];
  for (const statement of statements) await statement.execute(db);
};
