import { sql } from 'kysely';
import type { Step } from '#src/store/migrations/step.ts';

/**
 * Cases, their events, and what protects them. Keys are texts of our own making; sealed columns are separate from the start.
 * Nothing indexes the expiry of keys and counters: sweeping reads them all once a day, receiving would pay every time.
 */
export const up: Step = async (db, dialect) => {
  const bytes = sql.raw(dialect === 'sqlite' ? 'blob' : 'bytea');
  // Strict: SQLite then refuses a wrong type as Postgres does. Small tables live in their key's own tree.
  const wide = sql.raw(dialect === 'sqlite' ? 'strict' : '');
  const small = sql.raw(dialect === 'sqlite' ? 'strict, without rowid' : '');
  const statements = [
    sql`create table cases (
      id text not null primary key, number text not null unique, form text not null, state text not null,
      enterprise text not null, credit_code text not null, area text not null, line text not null,
      answers text not null, sealed ${bytes} not null, wrapped_key ${bytes} not null, key_id text not null,
      handler text not null, routing text not null, due text not null, held_for text not null,
      pin_hash text not null, token_hash text not null, received_at text not null,
      head integer not null, head_mac text not null
    ) ${wide}`,
    sql`create index cases_by_form on cases (form, id)`,
    sql`create index cases_by_credit_code on cases (credit_code, id)`,
    sql`create index cases_by_state on cases (state, due)`,
    sql`create table events (
      case_id text not null references cases (id) on delete cascade, seq integer not null,
      at text not null, kind text not null, actor text not null, data text not null,
      sealed ${bytes}, mac text not null,
      primary key (case_id, seq)
    ) ${small}`,
    sql`create table idempotency_keys (
      hash text not null primary key, payload text not null,
      case_id text not null references cases (id) on delete cascade, expires_at text not null
    ) ${small}`,
    sql`create table fingerprints (
      hash text not null primary key,
      case_id text not null references cases (id) on delete cascade, expires_at text not null
    ) ${small}`,
    sql`create table counters (
      name text not null primary key, count integer not null, expires_at text not null
    ) ${small}`,
  ];
  for (const statement of statements) await statement.execute(db);
};
