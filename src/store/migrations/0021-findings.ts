import { sql } from 'kysely';
import type { Step } from '#src/store/migrations/step.ts';

/**
 * What departments report every day, version by version, with their supplies on hand; problems, which stay open over the days, and what
 * happened to each; what meetings decided. The checks hold whatever a program does.
 */
export const up: Step = async (db, dialect) => {
  const wide = sql.raw(dialect === 'sqlite' ? 'strict' : '');
  const small = sql.raw(dialect === 'sqlite' ? 'strict, without rowid' : '');
  const whole = sql.raw(dialect === 'sqlite' ? 'integer' : 'bigint');
  const statements = [
    sql`create table findings (
      id text not null primary key, department text not null, day text not null,
      version integer not null check (version > 0), at text not null, actor text not null, state text not null,
      places ${whole} not null check (places >= 0), said text not null, unique (day, department, version)
    ) ${wide}`,
    sql`create table finding_supplies (
      finding_id text not null references findings (id), item text not null, unit text not null,
      quantity ${whole} not null check (quantity >= 0), primary key (finding_id, item, unit)
    ) ${small}`,
    sql`create table finding_problems (
      id text not null primary key, version integer not null, department text not null, day text not null,
      holder text not null, what text not null, enterprise text not null, credit_code text not null,
      severity text not null, due text not null, wanted integer not null, state text not null,
      solved_on text not null, turned_on text not null, case_number text not null, visit_id text not null,
      check (state <> 'open' or solved_on = ''), check (state <> 'solved' or solved_on <> '')
    ) ${wide}`,
    sql`create index finding_problems_open on finding_problems (holder, day, id) where state = 'open'`,
    sql`create index finding_problems_by_day on finding_problems (day, department, state, solved_on)`,
    sql`create table finding_steps (
      problem_id text not null references finding_problems (id), version integer not null, at text not null,
      actor text not null, day text not null, kind text not null, "to" text not null,
      primary key (problem_id, version)
    ) ${small}`,
    sql`create table decisions (
      id text not null primary key, day text not null, what text not null, department text not null,
      due text not null, at text not null, actor text not null, state text not null,
      ended_on text not null, ended_at text not null, ended_by text not null,
      check (state <> 'open' or ended_on = ''), check (state = 'open' or ended_on <> '')
    ) ${wide}`,
    sql`create index decisions_by_day on decisions (day, id)`,
    sql`create index decisions_by_due on decisions (due, id)`,
  ];
  for (const statement of statements) await statement.execute(db);
};
