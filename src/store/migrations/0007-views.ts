import { sql } from 'kysely';
import type { Step } from '#src/store/migrations/step.ts';

/** What the desk remembers beside the cases: views of the queue under a name, and who looked at which case a moment ago. */
export const up: Step = async (db, dialect) => {
  const wide = sql.raw(dialect === 'sqlite' ? 'strict' : '');
  const statements = [
    sql`create table desk_views (
      id text not null primary key, staff_id text not null, name text not null, query text not null
    ) ${wide}`,
    sql`create index desk_views_by_staff on desk_views (staff_id)`,
    sql`create table desk_looks (
      case_id text not null references cases (id) on delete cascade,
      staff_id text not null, name text not null, at text not null,
      primary key (case_id, staff_id)
    ) ${wide}`,
    sql`create index desk_looks_by_time on desk_looks (at)`,
  ];
  for (const statement of statements) await statement.execute(db);
};
