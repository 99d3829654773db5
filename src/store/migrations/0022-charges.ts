import { sql } from 'kysely';
import type { Step } from '#src/store/migrations/step.ts';

type Old = {
  readonly id: string;
  readonly away_from: string;
  readonly away_until: string;
  readonly stand_in: string;
};

/**
 * What liaison officers look after. The indexes of areas and enterprises hold all that the desk's lists filter by, so that a list of either reads
 * its own cases alone. An officer has several planned absences: whole with the officer, and beside that a row each, by which a stand-in
 * finds in whose place they are.
 */
export const up: Step = async (db, dialect) => {
  const small = sql.raw(dialect === 'sqlite' ? 'strict, without rowid' : '');
  const before = [
    sql`create index cases_by_area on cases (area, stage, due, id, officer, form, line, against, fast)`,
    sql`create index cases_of_area on cases (area, id, stage, officer, form, line, against)`,
    sql`drop index cases_by_credit_code`,
    sql`create index cases_by_credit_code on cases (credit_code, id, stage, due, officer, area, form, line, against, fast, complaint)`,
    // Without all that a list filters by, SQLite took a walk along every case for it.
    sql`drop index cases_fast`,
    sql`create index cases_fast on cases (stage, due, id, handler, officer, area, form, line, against, fast) where fast = 1`,
    sql`create table roster_absences (
      officer_id text not null references roster (id) on delete cascade,
      from_day text not null, until_day text not null, stand_in text not null,
      primary key (officer_id, from_day)
    ) ${small}`,
    sql`create index roster_absences_by_stand_in on roster_absences (stand_in, until_day)`,
    sql`insert into roster_absences (officer_id, from_day, until_day, stand_in)
      select id, away_from, away_until, stand_in from roster where away_from <> ''`,
    sql`alter table roster add column absences text not null default '[]'`,
  ];
  for (const statement of before) await statement.execute(db);
  const { rows } = await sql<Old>`select id, away_from, away_until, stand_in from roster
    where away_from <> ''`.execute(db);
  for (const { id, away_from: from, away_until: until, stand_in: standIn } of rows)
    await sql`update roster set absences = ${JSON.stringify([{ from, until, standIn }])} where id = ${id}`.execute(
      db,
    );
  const after = [
    sql`drop index roster_by_stand_in`,
    sql`alter table roster drop column away_from`,
    sql`alter table roster drop column away_until`,
    sql`alter table roster drop column stand_in`,
  ];
  for (const statement of after) await statement.execute(db);
};
