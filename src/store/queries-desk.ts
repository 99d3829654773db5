import { type Kysely, sql } from 'kysely';
import type { LookupLog, LookupRow, Narrow, PartRow } from '#src/cases/desk-store.ts';
import { none } from '#src/store/columns.ts';
import {
  type Ask,
  inSpan,
  inStages,
  listing,
  openStages,
  type Part,
  pageColumns,
  type Span,
  type Stages,
  type Standing,
  standingColumns,
  within,
} from '#src/store/queries-lists.ts';
import type { Schema } from '#src/store/schema.ts';

type Db = Kysely<Schema>;
const closed = sql.lit('closed' as const);
const withdrawn = sql.lit('withdrawn' as const);
const asked = sql.lit('asked' as const);
const one = sql.lit(1);

/** What narrows a list, all of it in the indexes; the department apart, since its index begins with it. Of several areas each is a list of its own. */
const narrow = (a: Omit<Narrow, 'department'>) =>
  sql<boolean>`(${a.officer} = '' or officer = ${a.officer}) and (${a.form} = '' or form = ${a.form}) and (${a.area} = '' or area = ${a.area}) and (${a.line} = '' or line = ${a.line}) and (against = '' or against <> ${a.notAgainst})`;
const ofDepartment = (a: Pick<Narrow, 'department'>) =>
  sql<boolean>`(${a.department} = '' or handler = ${a.department})`;

const open = sql<boolean>`stage <> ${closed} and stage <> ${withdrawn}`;

/** The cases of each kind of list, without order: what a page and a count have in common. */
const lists = (db: Db) => ({
  stages: (a: Part<Ask> & Stages & Span) =>
    db.selectFrom('cases').where(inStages(a)).where(inSpan(a)).where(narrow(a)),
  department: (a: Part<Ask> & Stages & Span) =>
    db
      .selectFrom('cases')
      .where('handler', '=', a.department)
      .where(inStages(a))
      .where(inSpan(a))
      .where(narrow(a)),
  area: (a: Part<Ask> & Stages & Span) =>
    db.selectFrom('cases').where('area', '=', a.area).where(inStages(a)).where(inSpan(a)).where(narrow(a)),
  complaints: (a: Part<Ask>) =>
    db.selectFrom('cases').where('complaint', '=', one).where(open).where(ofDepartment(a)).where(narrow(a)),
  fast: (a: Part<Ask>) =>
    db.selectFrom('cases').where('fast', '=', one).where(open).where(ofDepartment(a)).where(narrow(a)),
  revisits: (a: Part<Ask>) =>
    db.selectFrom('cases').where('revisit', '=', one).where(ofDepartment(a)).where(narrow(a)),
});

/** Pages and counts of the desk. The inner question is answered by an index alone; only the rows of the page are read. */
export const desking = (db: Db) => {
  const from = lists(db);
  const { page, count } = listing(db);
  return {
    deskOfStages: (a: Ask & Stages & Span) => page(from.stages(a), a),
    deskOfDepartment: (a: Ask & Stages & Span) => page(from.department(a), a),
    deskOfArea: (a: Ask & Stages & Span) => page(from.area(a), a),
    deskComplaints: (a: Ask) => page(from.complaints(a), a),
    deskRevisits: (a: Ask) => page(from.revisits(a), a),
    deskFast: (a: Ask) => page(from.fast(a), a),
    countOfStages: (a: Part<Ask> & Stages & Span) => count(from.stages(a), a),
    countOfDepartment: (a: Part<Ask> & Stages & Span) => count(from.department(a), a),
    countOfArea: (a: Part<Ask> & Stages & Span) => count(from.area(a), a),
    countComplaints: (a: Part<Ask>) => count(from.complaints(a), a),
    countRevisits: (a: Part<Ask>) => count(from.revisits(a), a),
    countFast: (a: Part<Ask>) => count(from.fast(a), a),
  };
};

type Newest = Narrow & { stage: string; after: string; limit: number };

/** Every case, newest first, by the index that the filter begins with. */
export const browsing = (db: Db) => {
  const list = (a: Narrow) => db.selectFrom('cases').where(narrow(a));
  type List = ReturnType<typeof list>;
  const page = (from: List, a: Newest) => {
    const picked = from
      .select('id')
      .where(sql<boolean>`(${a.stage} = '' or stage = ${a.stage})`)
      .where('id', '<', a.after)
      .orderBy('id', 'desc')
      .limit(a.limit);
    return db
      .selectFrom(picked.as('picked'))
      .innerJoin('cases', 'cases.id', 'picked.id')
      .select(pageColumns)
      .select('picked.id as sortKey')
      .orderBy('picked.id', 'desc');
  };
  const count = (from: List, a: { limit: number }) =>
    db
      .selectFrom(from.select('id').limit(a.limit).as('counted'))
      .select(sql<number>`cast(count(*) as integer)`.as('count'));
  return {
    deskNewest: (a: Newest) => page(list(a), a),
    deskNewestOfDepartment: (a: Newest) => page(list(a).where('handler', '=', a.department), a),
    deskNewestOfArea: (a: Newest) => page(list(a).where('area', '=', a.area), a),
    deskNewestOfForm: (a: Newest) => page(list(a).where('form', '=', a.form), a),
    countAll: (a: Narrow & { limit: number }) => count(list(a), a),
    countAllOfDepartment: (a: Narrow & { limit: number }) =>
      count(list(a).where('handler', '=', a.department), a),
    countAllOfArea: (a: Narrow & { limit: number }) => count(list(a).where('area', '=', a.area), a),
  };
};

/** All that is not over, a row a stage: one walk along an index in place of one for every view. */
export const standing = (db: Db) => {
  const list = (a: Standing) =>
    db.selectFrom('cases').select(standingColumns(a)).where(openStages()).where(narrow(a)).groupBy('stage');
  return {
    standing: (a: Standing) => list(a),
    standingOfDepartment: (a: Standing) => list(a).where('handler', '=', a.department),
    standingOfArea: (a: Standing) => list(a).where('area', '=', a.area),
  };
};

const partColumns = ['case_id as caseId', 'department', 'state', 'position', 'due', 'officer', 'at'] as const;

/** Parts of assisting departments. */
export const assisting = (db: Db) => {
  const asks = (a: Part<Ask>) =>
    db
      .selectFrom('case_parts')
      .innerJoin('cases as c', 'c.id', 'case_parts.case_id')
      .where('case_parts.department', '=', a.department)
      .where('case_parts.state', '=', asked)
      .where('c.stage', '<>', closed)
      .where('c.stage', '<>', withdrawn)
      .where(
        sql<boolean>`${within(a.areas, 'c.area')} and (${a.form} = '' or c.form = ${a.form}) and (${a.area} = '' or c.area = ${a.area}) and (${a.line} = '' or c.line = ${a.line}) and (c.against = '' or c.against <> ${a.notAgainst})`,
      );
  return {
    /** Always by the part's own due time, which is what its department is bound by. */
    deskAssisting: (a: Omit<Ask, 'sort'>) => {
      const picked = asks(a)
        .select(['case_parts.case_id as id', 'case_parts.due as key'])
        .where(sql<boolean>`(case_parts.due, case_parts.case_id) > (${a.key}, ${a.after})`)
        .orderBy('case_parts.due')
        .orderBy('case_parts.case_id')
        .limit(a.limit);
      return db
        .selectFrom(picked.as('picked'))
        .innerJoin('cases', 'cases.id', 'picked.id')
        .select(pageColumns)
        .select(['picked.key as sortKey', 'picked.key as partDue'])
        .orderBy('picked.key')
        .orderBy('picked.id');
    },
    countAssisting: (a: Part<Ask>) =>
      db
        .selectFrom(asks(a).select('c.id').limit(a.limit).as('counted'))
        .select(sql<number>`cast(count(*) as integer)`.as('count')),
    partsOfCase: (a: { caseId: string }) =>
      db.selectFrom('case_parts').select(partColumns).where('case_id', '=', a.caseId).orderBy('department'),
    putPart: (a: PartRow) =>
      db
        .insertInto('case_parts')
        .values({
          case_id: a.caseId,
          department: a.department,
          state: a.state,
          position: a.position,
          due: a.due,
          officer: a.officer,
          at: a.at,
        })
        .onConflict(on =>
          on.columns(['case_id', 'department']).doUpdateSet(eb => ({
            state: eb.ref('excluded.state'),
            position: eb.ref('excluded.position'),
            due: eb.ref('excluded.due'),
            officer: eb.ref('excluded.officer'),
            at: eb.ref('excluded.at'),
          })),
        ),
  };
};

const lookedUp = (db: Db, column: 'credit_code' | 'enterprise' | 'phone' | 'contact') => {
  return (a: { hash: string; before: string; limit: number }) =>
    db
      .selectFrom('cases')
      .select(pageColumns)
      .where('id', 'in', sub =>
        sub
          .selectFrom('lookups')
          .select('case_id')
          .where(column, '=', a.hash)
          .where(column, '<>', none)
          .where('case_id', '<', a.before)
          .orderBy('case_id', 'desc')
          .limit(a.limit),
      )
      .orderBy('id', 'desc');
};

/** Look-ups, their blind indexes and their log. */
export const lookingUp = (db: Db) => ({
  casesByCreditCode: lookedUp(db, 'credit_code'),
  casesByEnterprise: lookedUp(db, 'enterprise'),
  casesByPhone: lookedUp(db, 'phone'),
  casesByContact: lookedUp(db, 'contact'),
  insertLookups: (a: LookupRow) =>
    db.insertInto('lookups').values({
      case_id: a.caseId,
      credit_code: a.creditCode,
      enterprise: a.enterprise,
      phone: a.phone,
      contact: a.contact,
    }),
  /** Puts them in place while the case still is at `head`; changes no row where it moved on. */
  putLookups: (a: LookupRow & { head: number }) =>
    db
      .insertInto('lookups')
      .columns(['case_id', 'credit_code', 'enterprise', 'phone', 'contact'])
      .expression(
        db
          .selectFrom('cases')
          .select([
            'id',
            sql<string>`cast(${a.creditCode} as text)`.as('credit_code'),
            sql<string>`cast(${a.enterprise} as text)`.as('enterprise'),
            sql<string>`cast(${a.phone} as text)`.as('phone'),
            sql<string>`cast(${a.contact} as text)`.as('contact'),
          ])
          .where('id', '=', a.caseId)
          .where('head', '=', a.head),
      )
      .onConflict(on =>
        on.column('case_id').doUpdateSet(eb => ({
          credit_code: eb.ref('excluded.credit_code'),
          enterprise: eb.ref('excluded.enterprise'),
          phone: eb.ref('excluded.phone'),
          contact: eb.ref('excluded.contact'),
        })),
      ),
  dropLookups: (a: { caseId: string }) => db.deleteFrom('lookups').where('case_id', '=', a.caseId),
  unindexed: (a: { after: string; limit: number }) =>
    db
      .selectFrom('cases')
      .leftJoin('lookups', 'lookups.case_id', 'cases.id')
      .select('cases.id')
      .where('lookups.case_id', 'is', null)
      .where('cases.key_id', '<>', none)
      .where('cases.id', '>', a.after)
      .orderBy('cases.id')
      .limit(a.limit),
  insertLookupLog: (a: LookupLog) =>
    db.insertInto('lookup_log').values({ id: a.id, at: a.at, actor: a.actor, kind: a.kind, found: a.found }),
  lookupLogPage: (a: { before: string; limit: number }) =>
    db
      .selectFrom('lookup_log')
      .select(['id', 'at', 'actor', 'kind', 'found'])
      .where('id', '<', a.before)
      .orderBy('id', 'desc')
      .limit(a.limit),
});

/** Cases beside a case, and those to ask after. */
export const relating = (db: Db) => ({
  casesMergedInto: (a: { number: string }) =>
    db
      .selectFrom('cases')
      .select(pageColumns)
      .where('merged_into', '=', a.number)
      .where('merged_into', '<>', none)
      .orderBy('id'),
  casesOfEnterprise: (a: { creditCode: string; before: string; limit: number }) =>
    db
      .selectFrom('cases')
      .select(pageColumns)
      .where('credit_code', '=', a.creditCode)
      .where('credit_code', '<>', none)
      .where('id', '<', a.before)
      .orderBy('id', 'desc')
      .limit(a.limit),
  casesToAskAfter: (a: { closedBefore: string; limit: number }) =>
    db
      .selectFrom('cases')
      .select(pageColumns)
      .where('stage', '=', closed)
      .where('asked_at', '=', none)
      .where('closed_at', '<>', none)
      .where('closed_at', '<=', a.closedBefore)
      .where('key_id', '<>', none)
      .orderBy('closed_at')
      .orderBy('id')
      .limit(a.limit),
});
