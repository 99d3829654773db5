import { sql } from 'kysely';
import type { Step } from '#src/store/migrations/step.ts';

/**
 * Financing and beds. `funded` is the event of a case up to which its money stands in `funding`, as `ledgered` is for supplies. Amounts are
 * whole yuan. The checks hold whatever a program does: a bank pays out no more than it approved, and no bed is given twice.
 */
export const up: Step = async (db, dialect) => {
  const small = sql.raw(dialect === 'sqlite' ? 'strict, without rowid' : '');
  const whole = sql.raw(dialect === 'sqlite' ? 'integer' : 'bigint');
  const money = sql`approved ${whole} not null check (approved >= 0), disbursed ${whole} not null check (disbursed >= 0),
    lapsed ${whole} not null check (lapsed >= 0), check (disbursed <= approved)`;
  const statements = [
    sql`alter table cases add column funded integer not null default 0`,
    sql`create index cases_behind_funding on cases (form, id) where form = 'financing' and head <> funded`,
    sql`create table funding (
      case_id text not null primary key references cases (id) on delete cascade,
      stage text not null, asked ${whole} not null check (asked >= 0), consent integer not null,
      follower text not null, next_on text not null, stage_on text not null, ${money}
    ) ${small}`,
    sql`create index funding_by_next on funding (next_on, case_id)`,
    sql`create table funding_lines (
      id text not null primary key, case_id text not null references cases (id) on delete cascade,
      bank text not null, stage text not null, passed ${whole} not null check (passed >= 0),
      passed_on text not null, approved_on text not null, disbursed_on text not null, ended_on text not null, ${money}
    ) ${small}`,
    sql`create index funding_lines_by_case on funding_lines (case_id, id)`,
    sql`create index funding_lines_by_bank on funding_lines (bank, case_id)`,
    sql`create table bed_sites (
      id text not null primary key, name text not null, kind text not null, area text not null,
      capacity ${whole} not null check (capacity > 0), state text not null, at text not null, actor text not null,
      reserved ${whole} not null default 0 check (reserved >= 0),
      resident ${whole} not null default 0 check (resident >= 0),
      arrived ${whole} not null default 0 check (arrived >= resident),
      check (reserved + resident <= capacity)
    ) ${small}`,
    sql`create table bed_stays (
      id text not null primary key, site_id text not null references bed_sites (id), case_id text not null,
      persons ${whole} not null check (persons > 0), from_day text not null, planned_to text not null,
      at text not null, actor text not null,
      arrived ${whole} not null default 0 check (arrived >= 0),
      departed ${whole} not null default 0 check (departed >= 0),
      cancelled ${whole} not null default 0 check (cancelled >= 0),
      check (arrived + cancelled <= persons), check (departed <= arrived)
    ) ${small}`,
    sql`create index bed_stays_by_site on bed_stays (site_id, id)`,
    sql`create index bed_stays_by_case on bed_stays (case_id, id)`,
    sql`create table bed_movements (
      seq ${whole} not null primary key, at text not null, actor text not null, kind text not null,
      site_id text not null references bed_sites (id), stay_id text not null references bed_stays (id),
      persons ${whole} not null check (persons > 0), day text not null
    ) ${small}`,
    sql`create index bed_movements_by_site on bed_movements (site_id, seq)`,
    sql`create index bed_movements_by_day on bed_movements (day, seq)`,
  ];
  for (const statement of statements) await statement.execute(db);
};
