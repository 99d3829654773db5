import { sql } from 'kysely';
import type { Step } from '#src/store/migrations/step.ts';

/** Uploads: their bytes lie elsewhere, sealed under the key in this row. One that belongs to no case expires. */
export const up: Step = async (db, dialect) => {
  const bytes = sql.raw(dialect === 'sqlite' ? 'blob' : 'bytea');
  const wide = sql.raw(dialect === 'sqlite' ? 'strict' : '');
  const statements = [
    sql`create table uploads (
      hash text not null primary key, case_id text references cases (id) on delete cascade,
      form text not null, field text not null, state text not null, type text not null,
      size integer not null, received integer not null, sha256 text not null, flags text not null,
      scanned text not null, blob text not null, wrapped_key ${bytes} not null, key_id text not null,
      sealed ${bytes} not null, draft text not null, created_at text not null, expires_at text not null
    ) ${wide}`,
    sql`create index uploads_by_case on uploads (case_id)`,
  ];
  for (const statement of statements) await statement.execute(db);
};
