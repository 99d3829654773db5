import { type Kysely, sql } from 'kysely';
import type { ChaseRow, EntryRow, ReturnRow, SpanRow } from '#src/firms/store.ts';
import { none } from '#src/store/columns.ts';
import type { Schema } from '#src/store/schema.ts';

type Db = Kysely<Schema>;

const behind = (db: Db, form: 'filing' | 'daily-return', limit: number) =>
  db
    .selectFrom('cases')
    .select('id')
    .where('form', '=', sql.lit(form))
    .whereRef('head', '<>', 'firmed')
    .orderBy('id')
    .limit(limit);

/** What follows from cases, and is kept. */
const keepingFirms = (db: Db) => ({
  // The conditions of the indexes, word by word, or they are not used.
  filingsBehind: (a: { limit: number }) => behind(db, 'filing', a.limit),
  returnsBehind: (a: { limit: number }) => behind(db, 'daily-return', a.limit),
  /** Changes no row where the case stands elsewhere. */
  markFirmed: (a: { caseId: string; head: number }) =>
    db.updateTable('cases').set({ firmed: a.head }).where('id', '=', a.caseId).where('head', '=', a.head),
  firmMark: (a: { name: string }) => db.selectFrom('ledger_marks').select('seq').where('name', '=', a.name),
  dropEntries: (a: { caseId: string }) => db.deleteFrom('firm_entries').where('case_id', '=', a.caseId),
  putEntry: (a: EntryRow) =>
    db.insertInto('firm_entries').values({
      id: a.id,
      case_id: a.caseId,
      firm: a.firm,
      name: a.name,
      credit_code: a.creditCode,
      area: a.area,
      line: a.line,
      total: a.total,
      staff: a.staff,
      locals: a.locals,
      letters: a.letters,
      above: a.above,
      stand: a.stand,
      filed_at: a.filedAt,
      turns: a.turns,
    }),
  dropSpans: (a: { firm: string }) => db.deleteFrom('firm_spans').where('firm', '=', a.firm),
  putSpan: (a: SpanRow) =>
    db
      .insertInto('firm_spans')
      .values({ id: a.id, firm: a.firm, from_day: a.fromDay, to_day: a.toDay, entry_id: a.entryId }),
});

const keepingReturns = (db: Db) => ({
  dropReturn: (a: { caseId: string }) => db.deleteFrom('firm_returns').where('case_id', '=', a.caseId),
  putReturn: (a: ReturnRow) =>
    db.insertInto('firm_returns').values({
      case_id: a.caseId,
      firm: a.firm,
      name: a.name,
      credit_code: a.creditCode,
      area: a.area,
      line: a.line,
      day: a.day,
      filed_at: a.filedAt,
      stand: a.stand,
      state: a.state,
      present: a.present,
      absent: a.absent,
      fever: a.fever,
      quarantined: a.quarantined,
      returned: a.returned,
      mask_tenths: a.maskTenths,
    }),
  putChase: (a: ChaseRow) =>
    db
      .insertInto('firm_chases')
      .values({ id: a.id, firm: a.firm, day: a.day, way: a.way, at: a.at, actor: a.actor })
      .onConflict(on => on.column('id').doNothing()),
  /** With a case's information goes what is held here of it; the dated counts stay. */
  blankEntriesOfCase: (a: { caseId: string }) =>
    db.updateTable('firm_entries').set({ name: none, credit_code: none }).where('case_id', '=', a.caseId),
  blankReturnOfCase: (a: { caseId: string }) =>
    db.updateTable('firm_returns').set({ name: none, credit_code: none }).where('case_id', '=', a.caseId),
});

/** What is written of enterprises in operation, and which cases are behind. */
export const keepingOfFirms = (db: Db) => ({
  ...keepingFirms(db),
  ...keepingReturns(db),
});
