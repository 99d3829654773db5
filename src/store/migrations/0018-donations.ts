import { sql } from 'kysely';
import type { Step } from '#src/store/migrations/step.ts';

/**
 * Donations. `donated` is the event of a case up to which its donation stands in the register, as `funded` is for money. Amounts are whole
 * fen. The checks hold whatever a program does: no more is passed on than was received. Lots are found by the case that they came of.
 */
export const up: Step = async (db, dialect) => {
  const small = sql.raw(dialect === 'sqlite' ? 'strict, without rowid' : '');
  const whole = sql.raw(dialect === 'sqlite' ? 'integer' : 'bigint');
  const statements = [
    sql`alter table cases add column donated integer not null default 0`,
    sql`create index cases_behind_donations on cases (form, id) where form = 'donation' and head <> donated`,
    sql`create table donations (
      case_id text not null primary key references cases (id) on delete cascade,
      stage text not null, kind text not null, named integer not null, directed integer not null,
      offered ${whole} not null check (offered >= 0), money ${whole} not null check (money >= 0),
      paid ${whole} not null check (paid >= 0), value ${whole} not null check (value >= 0),
      received_on text not null, receipt text not null, check (paid <= money)
    ) ${small}`,
    sql`create index donations_by_day on donations (received_on, case_id) where received_on <> ''`,
    sql`create table donation_goods (
      id text not null primary key, case_id text not null references cases (id) on delete cascade,
      line integer not null, item text not null, unit text not null,
      quantity ${whole} not null check (quantity > 0), value ${whole} not null check (value >= 0), basis text not null,
      stocked ${whole} not null check (stocked >= 0), handed ${whole} not null check (handed >= 0),
      check (stocked + handed <= quantity)
    ) ${small}`,
    sql`create index donation_goods_by_case on donation_goods (case_id, id)`,
    sql`create index stock_lots_by_origin on stock_lots (origin, id) where origin <> ''`,
  ];
  for (const statement of statements) await statement.execute(db);
};
