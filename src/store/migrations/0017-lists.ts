import { sql } from 'kysely';
import type { Step } from '#src/store/migrations/step.ts';

/**
 * Rounds: every contact with an enterprise that is on a list, and beside it the newest of each, so that a page of many asks one small
 * table. A note is sealed. Projects, and what happened to each. The green channel: a mark on a case, which the desk's lists sort by among cases due at one time; the
 * indexes that answer those lists alone take it in.
 */
export const up: Step = async (db, dialect) => {
  const bytes = sql.raw(dialect === 'sqlite' ? 'blob' : 'bytea');
  const wide = sql.raw(dialect === 'sqlite' ? 'strict' : '');
  const whole = sql.raw(dialect === 'sqlite' ? 'integer' : 'bigint');
  const small = sql.raw(dialect === 'sqlite' ? 'strict, without rowid' : '');
  const statements = [
    sql`create table round_contacts (
      id text not null primary key, credit_code text not null, tier text not null, at text not null,
      actor text not null, case_id text not null, sealed ${bytes}, keep_until text not null
    ) ${wide}`,
    sql`create index round_contacts_by_enterprise on round_contacts (credit_code, at, id)`,
    sql`create index round_contacts_by_case on round_contacts (case_id) where case_id <> ''`,
    sql`create index round_contacts_by_keep_until on round_contacts (keep_until)`,
    sql`create table round_last (
      credit_code text not null primary key, at text not null, actor text not null, keep_until text not null
    ) ${small}`,
    sql`create table projects (
      id text not null primary key, version integer not null, name text not null, unit text not null,
      area text not null, line text not null, department text not null,
      investment ${whole} not null check (investment > 0), conditions text not null, planned text not null,
      started text not null, state text not null, reason text not null, changed_at text not null
    ) ${wide}`,
    sql`create table project_events (
      project_id text not null references projects (id) on delete cascade, version integer not null,
      at text not null, actor text not null, kind text not null, data text not null,
      primary key (project_id, version)
    ) ${small}`,
    sql`alter table cases add column fast integer not null default 0`,
    sql`create index cases_fast on cases (stage, due, id) where fast = 1`,
    sql`drop index cases_by_stage`,
    sql`drop index cases_by_handler`,
    sql`create index cases_by_stage on cases (stage, due, id, handler, officer, area, form, line, against, fast)`,
    sql`create index cases_by_handler on cases (handler, stage, due, id, officer, area, form, line, against, fast)`,
  ];
  for (const statement of statements) await statement.execute(db);
};
