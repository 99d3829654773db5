import { sql } from 'kysely';
import type { Step } from '#src/store/migrations/step.ts';

/**
 * What is counted. `case_tallies` are what happened to a case, day by day; `tallies` their sums by one dimension at a time, of days
 * and of months (`m2020-03`), so that what stands on any day is read from few rows. `tallied` is the event of a case up to which it is counted; the index
 * holds the cases that are behind, and is empty nearly always. Whoever changes what is counted sets `tallied` to 0 in a migration: every case
 * is then counted anew, each in one transaction, and the sums are right all the while. The last index holds all that open needs are added up by.
 */
export const up: Step = async (db, dialect) => {
  const small = sql.raw(dialect === 'sqlite' ? 'strict, without rowid' : '');
  const whole = sql.raw(dialect === 'sqlite' ? 'integer' : 'bigint');
  const statements = [
    sql`alter table cases add column tallied integer not null default 0`,
    sql`create index cases_behind_tallies on cases (id) where head <> tallied`,
    // With the form in front SQLite takes it without statistics; by the id alone it read every case of the form.
    sql`drop index cases_behind_ledger`,
    sql`create index cases_behind_ledger on cases (form, id) where form = 'materials' and head <> ledgered`,
    sql`create table case_tallies (
      case_id text not null references cases (id) on delete cascade, measure text not null, day text not null,
      part text not null, department text not null, form text not null, area text not null, line text not null,
      n ${whole} not null, primary key (case_id, measure, day, part, department)
    ) ${small}`,
    sql`create index case_tallies_by_day on case_tallies (measure, day, case_id)`,
    sql`create table tallies (
      dimension text not null, day text not null, measure text not null, part text not null, key text not null,
      n ${whole} not null, primary key (dimension, day, measure, part, key)
    ) ${small}`,
    sql`create index need_lines_open on need_lines (item, unit, asked, committed, delivered) where state = 'open'`,
  ];
  for (const statement of statements) await statement.execute(db);
};
