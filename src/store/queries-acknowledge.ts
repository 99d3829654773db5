import { type Kysely, sql } from 'kysely';
import type { AcknowledgementRow, Addressed } from '#src/cases/acknowledgement-store.ts';
import { none } from '#src/store/columns.ts';
import type { Schema } from '#src/store/schema.ts';

type Db = Kysely<Schema>;
type Version = Pick<AcknowledgementRow, 'notice' | 'version'>;

const filing = sql.lit('filing' as const);
const withdrawn = sql.lit('withdrawn' as const);
const firm = sql<string>`case when f.credit_code = '' then f.id else f.credit_code end`;
const count = (what: unknown) => sql<number>`cast(count(${what}) as integer)`;

/** Whether it is for the area and line of a row; `of` is the row's table in the query. */
const isFor = (of: string, a: Addressed) => {
  const [area, line] = [sql.ref(`${of}.area`), sql.ref(`${of}.line`)];
  return sql<boolean>`(${a.areas} = '' or replace(${a.areas}, ',' || ${area} || ',', '') <> ${a.areas})
    and (${a.lines} = '' or replace(${a.lines}, ',' || ${line} || ',', '') <> ${a.lines})`;
};

/** Whether it was said by the row's own case or by another of the same enterprise. A tenant's entry has no case of its own. */
const isRead = (of: string, a: Version) => {
  const [id, code] = [sql.ref(`${of}.id`), sql.ref(`${of}.credit_code`)];
  const said = sql`from acknowledgements as a join cases as k on k.id = a.case_id where a.notice = ${a.notice} and a.version = ${a.version}`;
  return sql<boolean>`(${id} in (select k.id ${said}) or (${code} <> '' and ${code} in (select k.credit_code ${said})))`;
};

/** Filings of the enterprises that a notice is addressed to; one that was erased says nothing of anybody. */
const filed = (db: Db, a: Addressed) =>
  db
    .selectFrom('cases as f')
    .where('f.form', '=', filing)
    .where('f.state', '<>', withdrawn)
    .where('f.key_id', '<>', none)
    .where(isFor('f', a));

/** Enterprises at work on the day that it is addressed to, each once; of whom everything was deleted nobody can be asked. */
const open = (db: Db, a: Addressed) =>
  db
    .selectFrom('firm_spans as s')
    .innerJoin('firm_entries as e', 'e.id', 's.entry_id')
    .where('s.to_day', '>', a.day)
    .where('s.from_day', '<=', a.day)
    .where('e.name', '<>', none)
    .where(isFor('e', a));

/** Who has read which notice. */
export const acknowledging = (db: Db) => ({
  /** Changes no row where the enterprise has said so before. */
  insertAcknowledgement: (a: AcknowledgementRow) =>
    db
      .insertInto('acknowledgements')
      .values({ notice: a.notice, version: a.version, firm: a.firm, case_id: a.caseId, at: a.at })
      .onConflict(on => on.columns(['notice', 'version', 'firm']).doNothing()),
  acknowledgement: (a: Version & { firm: string }) =>
    db
      .selectFrom('acknowledgements')
      .select('at')
      .where('notice', '=', a.notice)
      .where('version', '=', a.version)
      .where('firm', '=', a.firm),
  saidRead: (a: Version) =>
    db
      .selectFrom('acknowledgements')
      .select(count(sql`*`).as('said'))
      .where('notice', '=', a.notice)
      .where('version', '=', a.version),
  readOfFiled: (a: Addressed) =>
    filed(db, a).select([
      count(sql`distinct ${firm}`).as('addressed'),
      count(sql`distinct case when ${isRead('f', a)} then ${firm} end`).as('read'),
    ]),
  readOfOpen: (a: Addressed) =>
    open(db, a).select([
      count(sql`*`).as('addressed'),
      count(sql`case when ${isRead('e', a)} then 1 end`).as('read'),
    ]),
  unreadPage: (a: Addressed & { after: string; limit: number }) =>
    open(db, a)
      .innerJoin('cases as c', 'c.id', 'e.case_id')
      .select(['e.id', 'c.number', 'e.name as enterprise', 'e.area'])
      .where(sql<boolean>`not ${isRead('e', a)}`)
      .where('e.id', '>', a.after)
      .orderBy('e.id')
      .limit(a.limit),
  dropAcknowledgementsOfCase: (a: { caseId: string }) =>
    db.deleteFrom('acknowledgements').where('case_id', '=', a.caseId),
});
