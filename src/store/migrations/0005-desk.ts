import { sql } from 'kysely';
import type { Step } from '#src/store/migrations/step.ts';

const latest = (kinds: readonly string[]) =>
  sql.raw(
    `coalesce((select max(at) from events where case_id = cases.id and kind in (${kinds.map(kind => `'${kind}'`).join(', ')})), '')`,
  );

/**
 * What the desk keeps of a case, the parts of assisting departments, blind indexes, the log of look-ups. Cases from before were
 * the handler's from the start. The indexes hold all that queues filter by, so that only the rows of a page are read.
 */
export const up: Step = async (db, dialect) => {
  const small = sql.raw(dialect === 'sqlite' ? 'strict, without rowid' : '');
  const text = [
    'holder',
    'officer',
    'passed_at',
    'accepted_at',
    'outcome',
    'entered_by',
    'merged_into',
    'extension',
    'pressed',
    'against',
    'waiting_since',
    'answered_at',
    'closed_at',
    'asked_at',
    'later_by',
  ].map(name => sql`alter table cases add column ${sql.ref(name)} text not null default ''`);
  const numbers = [
    'complex',
    'complaint',
    'contact_fails',
    'told',
    'declined',
    'ordered',
    'reopened',
    'revisit',
  ].map(name => sql`alter table cases add column ${sql.ref(name)} integer not null default 0`);
  const statements = [
    sql`alter table cases add column stage text not null default 'to-accept'`,
    sql`alter table cases add column channel text not null default 'web'`,
    ...text,
    ...numbers,
    sql`update cases set holder = handler, passed_at = received_at,
      stage = case state when 'received' then 'to-accept' when 'assigned' then 'doing' when 'returned' then 'waiting' else state end,
      accepted_at = case when state in ('assigned', 'returned', 'answered') then received_at else '' end,
      complaint = case when form = 'other' and answers like '%"kind":"complaint"%' then 1 else 0 end,
      told = case when state = 'answered' then 1 else 0 end,
      outcome = case when state = 'withdrawn' then 'withdrawn' when ${latest(['confirmed'])} <> '' and state = 'closed' then 'solved' else '' end,
      waiting_since = case when state = 'returned' then ${latest(['returned'])} else '' end,
      answered_at = ${latest(['answered'])},
      closed_at = case when state = 'closed' then ${latest(['closed', 'confirmed', 'erased'])} else '' end,
      asked_at = ${latest(['confirmed'])}`,
    sql`drop index cases_by_state`,
    sql`create index cases_by_stage on cases (stage, due, id, handler, officer, area, form, line, against)`,
    sql`create index cases_by_handler on cases (handler, stage, due, id, officer, area, form, line, against)`,
    sql`create index cases_of_handler on cases (handler, id, stage, area, form, line, against)`,
    sql`create index cases_merged on cases (merged_into, id) where merged_into <> ''`,
    sql`create index cases_complaints on cases (stage, due, id) where complaint = 1`,
    sql`create index cases_to_revisit on cases (due, id) where revisit = 1`,
    sql`create index cases_to_ask on cases (closed_at, id) where stage = 'closed' and asked_at = ''`,
    sql`create table case_parts (
      case_id text not null references cases (id) on delete cascade, department text not null, state text not null,
      position text not null, due text not null, officer text not null, at text not null,
      primary key (case_id, department)
    ) ${small}`,
    sql`create index case_parts_by_department on case_parts (department, state, due, case_id)`,
    sql`create table lookups (
      case_id text not null primary key references cases (id) on delete cascade,
      credit_code text not null, enterprise text not null, phone text not null, contact text not null
    ) ${small}`,
    ...['credit_code', 'enterprise', 'phone', 'contact'].map(
      name =>
        sql`create index ${sql.ref(`lookups_by_${name}`)} on lookups (${sql.ref(name)}, case_id) where ${sql.ref(name)} <> ''`,
    ),
    sql`create table lookup_log (
      id text not null primary key, at text not null, actor text not null, kind text not null, found integer not null
    ) ${small}`,
  ];
  for (const statement of statements) await statement.execute(db);
};
