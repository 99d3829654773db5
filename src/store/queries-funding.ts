import { type Kysely, sql } from 'kysely';
import type { FundingNarrow, FundingRow, LineRow } from '#src/funding/store.ts';
import { donating } from '#src/store/queries-donations.ts';
import type { Schema } from '#src/store/schema.ts';

type Db = Kysely<Schema>;

const fundingColumns = [
  'f.case_id as caseId',
  'f.stage',
  'f.asked',
  'f.consent',
  'f.follower',
  'f.next_on as nextOn',
  'f.stage_on as stageOn',
  'f.approved',
  'f.disbursed',
  'f.lapsed',
] as const;

const lineColumns = [
  'id',
  'case_id as caseId',
  'bank',
  'stage',
  'passed',
  'passed_on as passedOn',
  'approved_on as approvedOn',
  'disbursed_on as disbursedOn',
  'ended_on as endedOn',
  'approved',
  'disbursed',
  'lapsed',
] as const;

const sum = (column: 'f.asked' | 'f.approved' | 'f.disbursed' | 'f.lapsed') =>
  sql<number>`cast(coalesce(sum(${sql.ref(column)}), 0) as bigint)`;
const lineSum = (column: 'l.passed' | 'l.approved' | 'l.disbursed' | 'l.lapsed') =>
  sql<number>`cast(coalesce(sum(${sql.ref(column)}), 0) as bigint)`;

/** The same condition over lists and sums, so that what is counted is what is listed. */
const fits = (a: FundingNarrow) =>
  sql<boolean>`(${a.stage} = '' or f.stage = ${a.stage} or (${a.stage} = 'counted' and f.stage not in ('held', 'merged'))) and (${a.area} = '' or c.area = ${a.area}) and (${a.department} = '' or c.handler = ${a.department}) and f.next_on <= ${a.dueBy} and (${a.bank} = '' or exists (select 1 from funding_lines as o where o.bank = ${a.bank} and o.case_id = f.case_id))`;

const asking = (db: Db) => ({
  fundingPage: (a: FundingNarrow & { nextOn: string; after: string; limit: number }) =>
    db
      .selectFrom('funding as f')
      .innerJoin('cases as c', 'c.id', 'f.case_id')
      .select([
        ...fundingColumns,
        'c.number',
        'c.enterprise',
        'c.area',
        'c.handler',
        'c.received_at as receivedAt',
      ])
      .where(fits(a))
      .where(sql<boolean>`(f.next_on, f.case_id) > (${a.nextOn}, ${a.after})`)
      .orderBy('f.next_on')
      .orderBy('f.case_id')
      .limit(a.limit),
  fundingOfCase: (a: { caseId: string }) =>
    db.selectFrom('funding as f').select(fundingColumns).where('f.case_id', '=', a.caseId),
  fundingLinesOfCase: (a: { caseId: string }) =>
    db.selectFrom('funding_lines').select(lineColumns).where('case_id', '=', a.caseId).orderBy('id'),
  fundingSums: (a: FundingNarrow) =>
    db
      .selectFrom('funding as f')
      .innerJoin('cases as c', 'c.id', 'f.case_id')
      .select([
        'f.stage',
        sql<number>`cast(count(*) as integer)`.as('count'),
        sum('f.asked').as('asked'),
        sum('f.approved').as('approved'),
        sum('f.disbursed').as('disbursed'),
        sum('f.lapsed').as('lapsed'),
      ])
      .where(fits(a))
      .groupBy('f.stage')
      .orderBy('f.stage'),
  bankSums: (a: FundingNarrow & { limit: number }) =>
    db
      .selectFrom('funding as f')
      .innerJoin('cases as c', 'c.id', 'f.case_id')
      .innerJoin('funding_lines as l', 'l.case_id', 'f.case_id')
      .select([
        'l.bank',
        sql<number>`cast(count(*) as integer)`.as('count'),
        lineSum('l.passed').as('passed'),
        lineSum('l.approved').as('approved'),
        lineSum('l.disbursed').as('disbursed'),
        lineSum('l.lapsed').as('lapsed'),
      ])
      .where(fits(a))
      .where(sql<boolean>`(${a.bank} = '' or l.bank = ${a.bank})`)
      .groupBy('l.bank')
      .orderBy('l.bank')
      .limit(a.limit),
});

const keepingFunding = (db: Db) => ({
  fundingBehind: (a: { limit: number }) =>
    db
      .selectFrom('cases')
      .select('id')
      .where('form', '=', sql.lit('financing'))
      .whereRef('head', '<>', 'funded')
      .orderBy('id')
      .limit(a.limit),
  /** Changes no row where the case stands elsewhere. */
  markFunded: (a: { caseId: string; head: number }) =>
    db.updateTable('cases').set({ funded: a.head }).where('id', '=', a.caseId).where('head', '=', a.head),
  dropFunding: (a: { caseId: string }) => db.deleteFrom('funding').where('case_id', '=', a.caseId),
  dropFundingLines: (a: { caseId: string }) => db.deleteFrom('funding_lines').where('case_id', '=', a.caseId),
  insertFunding: (a: FundingRow) =>
    db.insertInto('funding').values({
      case_id: a.caseId,
      stage: a.stage,
      asked: a.asked,
      consent: a.consent,
      follower: a.follower,
      next_on: a.nextOn,
      stage_on: a.stageOn,
      approved: a.approved,
      disbursed: a.disbursed,
      lapsed: a.lapsed,
    }),
  insertFundingLine: (a: LineRow) =>
    db.insertInto('funding_lines').values({
      id: a.id,
      case_id: a.caseId,
      bank: a.bank,
      stage: a.stage,
      passed: a.passed,
      passed_on: a.passedOn,
      approved_on: a.approvedOn,
      disbursed_on: a.disbursedOn,
      ended_on: a.endedOn,
      approved: a.approved,
      disbursed: a.disbursed,
      lapsed: a.lapsed,
    }),
});

/** The money of cases: asked for, kept up; and what is given. */
export const funding = (db: Db) => ({ ...asking(db), ...keepingFunding(db), ...donating(db) });
