import { type Kysely, sql } from 'kysely';
import type { PaperKind, PaperRow, PaperSet, PaperState, StepRow } from '#src/papers/store.ts';
import { none } from '#src/store/columns.ts';
import type { Schema } from '#src/store/schema.ts';

type Db = Kysely<Schema>;

const columns = [
  'p.id',
  'p.case_id as caseId',
  'p.kind',
  'p.state',
  'p.version',
  'p.year',
  'p.serial',
  'p.valid_from as validFrom',
  'p.valid_to as validTo',
  'p.content',
  'p.code',
  'p.code_hash as codeHash',
  'p.answer',
  'p.sent_on as sentOn',
  'p.follow_up as followUp',
  'p.answered_on as answeredOn',
  'p.keep_until as keepUntil',
  'p.created_at as createdAt',
  'p.moved_at as movedAt',
] as const;

const beside = [
  'c.number',
  'c.enterprise',
  'c.credit_code as creditCode',
  'c.area',
  'c.handler',
  'c.against',
  'c.complaint',
  'c.form',
  'c.state as caseState',
] as const;

const issued = sql.lit('issued' as const);

/** Papers read: alone, of a case, in lists beside their cases. */
const reading = (db: Db) => {
  const lines = () =>
    db
      .selectFrom('papers as p')
      .innerJoin('cases as c', 'c.id', 'p.case_id')
      .select([...columns, ...beside]);
  return {
    paperById: (a: { id: string }) => lines().where('p.id', '=', a.id),
    paperBySerial: (a: { kind: PaperKind; year: number; serial: number }) =>
      db
        .selectFrom('papers as p')
        .select(columns)
        .where('p.kind', '=', a.kind)
        .where('p.year', '=', a.year)
        .where('p.serial', '=', a.serial)
        // What the index leaves out must be left out in words, or the index is not used.
        .where('p.serial', '>', sql.lit(0)),
    papersOfCase: (a: { caseId: string }) =>
      db
        .selectFrom('papers as p')
        .select(columns)
        .where('p.case_id', '=', a.caseId)
        .orderBy('p.id', 'desc')
        .limit(sql.lit(100)),
    papersPage: (a: {
      kind: PaperKind | '';
      state: PaperState | '';
      department: string;
      before: string;
      limit: number;
    }) =>
      lines()
        .where(
          sql<boolean>`(${a.kind} = '' or p.kind = ${a.kind}) and (${a.state} = '' or p.state = ${a.state}) and (${a.department} = '' or c.handler = ${a.department})`,
        )
        .where('p.id', '<', a.before)
        .orderBy('p.id', 'desc')
        .limit(a.limit),
    papersUnanswered: (a: { day: string; department: string; limit: number }) =>
      lines()
        .where('p.state', '=', issued)
        .where('p.answered_on', '=', none)
        .where('p.follow_up', '<>', none)
        .where('p.follow_up', '<', a.day)
        .where(sql<boolean>`(${a.department} = '' or c.handler = ${a.department})`)
        .orderBy('p.follow_up')
        .orderBy('p.id')
        .limit(a.limit),
    stepsOfPaper: (a: { paperId: string }) =>
      db
        .selectFrom('paper_steps')
        .select(['paper_id as paperId', 'seq', 'step', 'at', 'actor', 'reason'])
        .where('paper_id', '=', a.paperId)
        .orderBy('seq'),
  };
};

type New = Omit<PaperRow, 'year' | 'serial'>;
type Move = PaperSet & {
  id: string;
  version: number;
  was: PaperState;
  movedAt: string;
};

/** What a step may change of a paper, by its columns. */
const setOf = (a: PaperSet) => ({
  valid_from: a.validFrom,
  valid_to: a.validTo,
  content: a.content,
  code: a.code,
  code_hash: a.codeHash,
  answer: a.answer,
  sent_on: a.sentOn,
  follow_up: a.followUp,
  answered_on: a.answeredOn,
  keep_until: a.keepUntil,
});

const adding = (db: Db) => ({
  /** Changes no row where the paper is there. */
  insertPaper: (a: New) =>
    db
      .insertInto('papers')
      .values({
        id: a.id,
        case_id: a.caseId,
        kind: a.kind,
        state: a.state,
        version: a.version,
        ...setOf(a),
        created_at: a.createdAt,
        moved_at: a.movedAt,
      })
      .onConflict(on => on.column('id').doNothing()),
});

const stepping = (db: Db) => ({
  /** Changes no row where the paper stands elsewhere. Its number, once it has one, stays. */
  movePaper: (a: Move & { year: number; serial: number }) =>
    db
      .updateTable('papers')
      .set(eb => ({
        state: a.state,
        version: eb('version', '+', sql.lit(1)),
        year: sql<number>`case when serial > 0 then year else ${a.year} end`,
        serial: sql<number>`case when serial > 0 then serial else ${a.serial} end`,
        ...setOf(a),
        moved_at: a.movedAt,
      }))
      .where('id', '=', a.id)
      .where('version', '=', a.version)
      .where('state', '=', a.was),
  insertPaperStep: (a: StepRow) =>
    db.insertInto('paper_steps').values({
      paper_id: a.paperId,
      seq: a.seq,
      step: a.step,
      at: a.at,
      actor: a.actor,
      reason: a.reason,
    }),
  /** Takes the numbers of a kind and year until the transaction ends, and gives back the last. */
  markSerial: (a: { name: string; by: number }) =>
    db
      .insertInto('paper_serials')
      .values({ name: a.name, last: a.by })
      .onConflict(on =>
        on
          .column('name')
          .doUpdateSet(eb => ({ last: eb('paper_serials.last', '+', eb.ref('excluded.last')) })),
      )
      .returning('last'),
});

const emptying = (db: Db) => ({
  /** With a case's key goes what its papers say; what was never sealed is given up. */
  blankPapersOfCase: (a: { caseId: string }) =>
    db
      .updateTable('papers')
      .set(eb => ({
        content: sql`null`,
        code: sql`null`,
        answer: sql`null`,
        follow_up: none,
        version: eb('version', '+', sql.lit(1)),
        state: sql<PaperState>`case when state in ('draft', 'checked', 'signed', 'numbered') then 'void' else state end`,
      }))
      .where('case_id', '=', a.caseId),
  /** What the check page reads outlives its case until its own day. */
  sweepPapers: (a: { at: string }) =>
    db.deleteFrom('papers').where('content', 'is', null).where('keep_until', '<=', a.at),
});

/** Official papers. */
export const papering = (db: Db) => ({ ...reading(db), ...adding(db), ...stepping(db), ...emptying(db) });
