import { sql } from 'kysely';
import type { Step } from '#src/store/migrations/step.ts';

/**
 * Positions of labour cases as they are made public, and what happened to each. Nothing in them is sealed: they are public words. What the
 * public list asks stands in one index by the last day; the case takes its own off by the other.
 */
export const up: Step = async (db, dialect) => {
  const wide = sql.raw(dialect === 'sqlite' ? 'strict' : '');
  const small = sql.raw(dialect === 'sqlite' ? 'strict, without rowid' : '');
  const statements = [
    sql`create table vacancies (
      id text not null primary key, number text not null unique, case_id text not null, kind text not null,
      line integer not null, version integer not null, state text not null, ended text not null,
      enterprise text not null, area text not null, title text not null, skills text not null,
      headcount integer not null, filled integer not null, pay_from integer not null, pay_to integer not null,
      employment text not null, meals integer not null, lodging integer not null, start_day text not null,
      insured text not null, online text not null, published_at text not null, until text not null,
      changed_at text not null, check (filled >= 0 and filled <= headcount)
    ) ${wide}`,
    sql`create index vacancies_by_case on vacancies (case_id)`,
    sql`create index vacancies_by_until on vacancies (state, until, number)`,
    sql`create table vacancy_events (
      vacancy_id text not null references vacancies (id) on delete cascade, version integer not null,
      at text not null, actor text not null, kind text not null, heads integer not null, data text not null,
      primary key (vacancy_id, version)
    ) ${small}`,
  ];
  for (const statement of statements) await statement.execute(db);
};
