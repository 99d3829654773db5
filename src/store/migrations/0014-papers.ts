import { sql } from 'kysely';
import type { Step } from '#src/store/migrations/step.ts';

/**
 * Official papers with the steps that each went through. A number is given once for each kind and year. What a paper says is sealed
 * and goes with its case; kind, number, state and days stay for the check page until `keep_until`.
 */
export const up: Step = async (db, dialect) => {
  const small = sql.raw(dialect === 'sqlite' ? 'strict, without rowid' : '');
  const wide = sql.raw(dialect === 'sqlite' ? 'strict' : '');
  const bytes = sql.raw(dialect === 'sqlite' ? 'blob' : 'bytea');
  const statements = [
    sql`create table papers (
      id text not null primary key, case_id text not null references cases (id) on delete cascade,
      kind text not null, state text not null, version integer not null,
      year integer not null default 0, serial integer not null default 0,
      valid_from text not null, valid_to text not null,
      content ${bytes}, code ${bytes}, code_hash text not null, answer ${bytes},
      sent_on text not null, follow_up text not null, answered_on text not null,
      keep_until text not null, created_at text not null, moved_at text not null,
      check (serial > 0 or state in ('draft', 'checked', 'signed', 'void'))
    ) ${wide}`,
    sql`create unique index papers_by_serial on papers (kind, year, serial) where serial > 0`,
    sql`create index papers_by_case on papers (case_id, id)`,
    sql`create index papers_by_state on papers (state, id)`,
    sql`create index papers_unanswered on papers (follow_up, id)
      where state = 'issued' and answered_on = '' and follow_up <> ''`,
    sql`create index papers_emptied on papers (keep_until) where content is null`,
    sql`create table paper_steps (
      paper_id text not null references papers (id) on delete cascade, seq integer not null,
      step text not null, at text not null, actor text not null, reason text not null,
      primary key (paper_id, seq)
    ) ${small}`,
    sql`create table paper_serials (name text not null primary key, last integer not null) ${small}`,
  ];
  for (const statement of statements) await statement.execute(db);
};
