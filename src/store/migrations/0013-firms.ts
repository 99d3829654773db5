import { sql } from 'kysely';
import type { Step } from '#src/store/migrations/step.ts';

/**
 * Enterprises in operation, as their filings say, and their daily returns. `firmed` is the event of a case up to which it is counted
 * here; two indexes hold the cases that are behind, and are empty nearly always. A span is a run of days on which an enterprise may be
 * at work, its last day not counted. Name and credit code go with the case; the key that an enterprise is counted by stays.
 */
export const up: Step = async (db, dialect) => {
  const small = sql.raw(dialect === 'sqlite' ? 'strict, without rowid' : '');
  const whole = sql.raw(dialect === 'sqlite' ? 'integer' : 'bigint');
  const statements = [
    sql`alter table cases add column firmed integer not null default 0`,
    sql`create index cases_behind_filings on cases (form, id) where form = 'filing' and head <> firmed`,
    sql`create index cases_behind_returns on cases (form, id)
      where form = 'daily-return' and head <> firmed`,
    sql`create table firm_entries (
      id text not null primary key, case_id text not null, firm text not null,
      name text not null, credit_code text not null, area text not null, line text not null,
      total ${whole}, staff ${whole}, locals ${whole}, letters ${whole}, above text not null,
      stand text not null, filed_at text not null, turns text not null
    ) ${small}`,
    sql`create index firm_entries_by_case on firm_entries (case_id, id)`,
    sql`create index firm_entries_by_firm on firm_entries (firm, id)`,
    sql`create index firm_entries_waiting on firm_entries (id) where stand = 'waiting'`,
    sql`create table firm_spans (
      id text not null primary key, firm text not null, from_day text not null, to_day text not null,
      entry_id text not null, check (from_day < to_day)
    ) ${small}`,
    sql`create index firm_spans_by_firm on firm_spans (firm, from_day)`,
    sql`create index firm_spans_by_day on firm_spans (to_day, from_day)`,
    sql`create table firm_returns (
      case_id text not null primary key, firm text not null, name text not null, credit_code text not null,
      area text not null, line text not null, day text not null, filed_at text not null, stand text not null,
      state text not null, present ${whole}, absent ${whole}, fever ${whole}, quarantined ${whole},
      returned ${whole}, mask_tenths ${whole}
    ) ${small}`,
    sql`create index firm_returns_by_day on firm_returns (day, firm, case_id)`,
    sql`create index firm_returns_unnumbered on firm_returns (day, name) where credit_code = ''`,
    sql`create table firm_chases (
      id text not null primary key, firm text not null, day text not null, way text not null,
      at text not null, actor text not null
    ) ${small}`,
    sql`create index firm_chases_by_day on firm_chases (day, firm, id)`,
  ];
  for (const statement of statements) await statement.execute(db);
};
