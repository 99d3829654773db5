import { sql } from 'kysely';
import type { Step } from '#src/store/migrations/step.ts';

/** Answers published as common questions. They are public and outlive what is erased of their case. */
export const up: Step = async (db, dialect) => {
  const wide = sql.raw(dialect === 'sqlite' ? 'strict' : '');
  const statements = [
    sql`create table faq (
      slug text not null primary key, case_id text not null, state text not null,
      question text not null, answer text not null, category text not null, links text not null,
      department text not null, published_at text not null, published_by text not null,
      withdrawn_at text not null, withdrawn_by text not null
    ) ${wide}`,
    sql`create index faq_by_case on faq (case_id, published_at)`,
  ];
  for (const statement of statements) await statement.execute(db);
};
