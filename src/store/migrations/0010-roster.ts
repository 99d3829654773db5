import { sql } from 'kysely';
import type { Step } from '#src/store/migrations/step.ts';

/**
 * Liaison officers: who they are, what each looks after, who stands in when. Name and phone are sealed; what is looked up stands in a
 * table of its own. The state counts changes, so that nobody overwrites what another did meanwhile.
 */
export const up: Step = async (db, dialect) => {
  const bytes = sql.raw(dialect === 'sqlite' ? 'blob' : 'bytea');
  const wide = sql.raw(dialect === 'sqlite' ? 'strict' : '');
  const small = sql.raw(dialect === 'sqlite' ? 'strict, without rowid' : '');
  const statements = [
    sql`create table roster (
      id text not null primary key, login text not null, department text not null, areas text not null,
      enterprises text not null, since text not null, until text not null, away_from text not null,
      away_until text not null, stand_in text not null, sealed ${bytes} not null
    ) ${wide}`,
    sql`create index roster_by_login on roster (login) where login <> ''`,
    sql`create index roster_by_stand_in on roster (stand_in) where stand_in <> ''`,
    sql`create table roster_covers (
      code text not null, kind text not null, officer_id text not null references roster (id) on delete cascade,
      primary key (code, kind, officer_id)
    ) ${small}`,
    sql`create index roster_covers_by_officer on roster_covers (officer_id)`,
    sql`create table roster_state (
      name text not null primary key, version integer not null, mark text not null
    ) ${small}`,
  ];
  for (const statement of statements) await statement.execute(db);
};
