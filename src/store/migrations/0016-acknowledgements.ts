import { sql } from 'kysely';
import type { Step } from '#src/store/migrations/step.ts';

/** Which enterprise has read which version of a notice. None outlives its case. */
export const up: Step = async (db, dialect) => {
  const small = sql.raw(dialect === 'sqlite' ? 'strict, without rowid' : '');
  const statements = [
    sql`create table acknowledgements (
      notice text not null, version integer not null, firm text not null,
      case_id text not null references cases (id) on delete cascade, at text not null,
      primary key (notice, version, firm)
    ) ${small}`,
    sql`create index acknowledgements_by_case on acknowledgements (case_id)`,
  ];
  for (const statement of statements) await statement.execute(db);
};
