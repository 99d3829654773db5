import { sql } from 'kysely';
import type { Step } from '#src/store/migrations/step.ts';

/** What is to be told: written with the event, sent after it. `next_at` is also until when whoever sends it has it to itself. */
export const up: Step = async (db, dialect) => {
  const bytes = sql.raw(dialect === 'sqlite' ? 'blob' : 'bytea');
  const small = sql.raw(dialect === 'sqlite' ? 'strict, without rowid' : '');
  const statements = [
    sql`create table outbox (
      id text not null primary key, case_id text references cases (id) on delete cascade,
      kind text not null, channel text not null, target text not null, text text not null, sealed ${bytes},
      urgent integer not null, at text not null, next_at text not null,
      state text not null default 'waiting', attempts integer not null default 0,
      holder text not null default '', last_error text not null default ''
    ) ${small}`,
    sql`create index outbox_by_state on outbox (state, next_at)`,
    sql`create index outbox_by_case on outbox (case_id) where case_id is not null`,
  ];
  for (const statement of statements) await statement.execute(db);
};
