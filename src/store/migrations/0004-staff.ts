import { sql } from 'kysely';
import type { Step } from '#src/store/migrations/step.ts';

/** Accounts of the desk, their passkeys and sessions, and what happened to them. Events name logins: they outlive an account. */
export const up: Step = async (db, dialect) => {
  const bytes = sql.raw(dialect === 'sqlite' ? 'blob' : 'bytea');
  const wide = sql.raw(dialect === 'sqlite' ? 'strict' : '');
  const small = sql.raw(dialect === 'sqlite' ? 'strict, without rowid' : '');
  const statements = [
    sql`create table staff (
      id text not null primary key, login text not null unique, name text not null, role text not null,
      department text not null, areas text not null, password text not null, totp ${bytes},
      totp_step integer not null, recovery text not null, state text not null,
      invite text not null, invite_until text not null, created_at text not null, version integer not null
    ) ${wide}`,
    sql`create index staff_by_invite on staff (invite) where invite <> ''`,
    sql`create table staff_credentials (
      id text not null primary key, staff_id text not null references staff (id) on delete cascade,
      public_key ${bytes} not null, counter integer not null, transports text not null, name text not null,
      created_at text not null, used_at text not null
    ) ${wide}`,
    sql`create index staff_credentials_by_staff on staff_credentials (staff_id)`,
    sql`create table staff_sessions (
      hash text not null primary key, staff_id text not null references staff (id) on delete cascade,
      stage text not null, created_at text not null, seen_at text not null, expires_at text not null,
      agent text not null
    ) ${small}`,
    sql`create index staff_sessions_by_staff on staff_sessions (staff_id)`,
    sql`create table staff_events (
      id text not null primary key, at text not null, actor text not null, subject text not null,
      kind text not null, detail text not null
    ) ${small}`,
    sql`create index staff_events_by_subject on staff_events (subject, id)`,
  ];
  for (const statement of statements) await statement.execute(db);
};
