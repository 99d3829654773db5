import { sql } from 'kysely';
import type { Step } from '#src/store/migrations/step.ts';

/** Visits to enterprises: planned, made, or taken off the plan. A note is sealed; name, code and note go when their day has come. */
export const up: Step = async (db, dialect) => {
  const bytes = sql.raw(dialect === 'sqlite' ? 'blob' : 'bytea');
  const wide = sql.raw(dialect === 'sqlite' ? 'strict' : '');
  const statements = [
    sql`create table visits (
      id text not null primary key, case_id text not null, purpose text not null,
      enterprise text not null, credit_code text not null, firm text not null, area text not null,
      department text not null, officer text not null, due text not null,
      planned_by text not null, planned_at text not null, keep_until text not null,
      state text not null, visited_at text not null, recorded_by text not null, recorded_at text not null,
      results text not null, faults integer not null, sealed ${bytes},
      record_key text not null, record_payload text not null
    ) ${wide}`,
    sql`create index visits_by_due on visits (state, due, id)`,
    sql`create index visits_by_time on visits (state, visited_at, id)`,
    sql`create index visits_by_case on visits (case_id, due) where case_id <> ''`,
    sql`create index visits_by_keep_until on visits (keep_until) where keep_until <> ''`,
  ];
  for (const statement of statements) await statement.execute(db);
};
