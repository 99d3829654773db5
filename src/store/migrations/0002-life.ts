import { sql } from 'kysely';
import type { Step } from '#src/store/migrations/step.ts';

/**
 * What a case needs for the rest of its life: cases of one submission, urgency, the notice agreed to, the day on which
 * personal data must go. Every form so far kept it for 365 days. The indexes leave out the many cases they are not for.
 */
export const up: Step = async (db, dialect) => {
  const bytes = sql.raw(dialect === 'sqlite' ? 'blob' : 'bytea');
  const small = sql.raw(dialect === 'sqlite' ? 'strict, without rowid' : '');
  const yearLater = sql.raw(
    dialect === 'sqlite'
      ? `date(received_at, '+8 hours', '+365 days')`
      : `to_char((received_at::timestamptz at time zone 'Asia/Shanghai')::date + 365, 'YYYY-MM-DD')`,
  );
  const statements = [
    sql`alter table cases add column link text not null default ''`,
    sql`alter table cases add column urgent integer not null default 0`,
    sql`alter table cases add column notice text not null default ''`,
    sql`alter table cases add column keep_until text not null default ''`,
    sql`update cases set keep_until = ${yearLater}`,
    sql`create index cases_by_link on cases (link, id) where link <> ''`,
    sql`create index cases_by_keep_until on cases (keep_until) where keep_until <> ''`,
    sql`create table notices (
      hash text not null primary key, form text not null, lang text not null, text text not null, first_at text not null
    ) ${small}`,
    sql`create table secrets (
      name text not null primary key, key_id text not null, wrapped ${bytes} not null
    ) ${small}`,
  ];
  for (const statement of statements) await statement.execute(db);
};
