import type { ExpressionBuilder, Kysely } from 'kysely';
import type { State } from '#src/cases/state.ts';
import type { Append, CaseRow } from '#src/cases/store.ts';
import type { Schema } from '#src/store/schema.ts';

/** Columns that an event may change. */
type Settable = keyof Append['set'];
type Move = {
  caseId: string;
  was: number;
  head: number;
  headMac: string;
  state: State;
} & { [Name in Settable]: CaseRow[Name] | null };

type CasesEb = ExpressionBuilder<Schema, 'cases'>;

/** The desk's columns as an event leaves them; null: as before. */
const moved = (eb: CasesEb, a: Move) => ({
  officer: eb.fn.coalesce(eb.val(a.officer), 'officer'),
  stage: eb.fn.coalesce(eb.val(a.stage), 'stage'),
  holder: eb.fn.coalesce(eb.val(a.holder), 'holder'),
  passed_at: eb.fn.coalesce(eb.val(a.passedAt), 'passed_at'),
  accepted_at: eb.fn.coalesce(eb.val(a.acceptedAt), 'accepted_at'),
  outcome: eb.fn.coalesce(eb.val(a.outcome), 'outcome'),
  channel: eb.fn.coalesce(eb.val(a.channel), 'channel'),
  entered_by: eb.fn.coalesce(eb.val(a.enteredBy), 'entered_by'),
  merged_into: eb.fn.coalesce(eb.val(a.mergedInto), 'merged_into'),
  extension: eb.fn.coalesce(eb.val(a.extension), 'extension'),
  pressed: eb.fn.coalesce(eb.val(a.pressed), 'pressed'),
  complex: eb.fn.coalesce(eb.val(a.complex), 'complex'),
  complaint: eb.fn.coalesce(eb.val(a.complaint), 'complaint'),
  against: eb.fn.coalesce(eb.val(a.against), 'against'),
  contact_fails: eb.fn.coalesce(eb.val(a.contactFails), 'contact_fails'),
  waiting_since: eb.fn.coalesce(eb.val(a.waitingSince), 'waiting_since'),
  told: eb.fn.coalesce(eb.val(a.told), 'told'),
  answered_at: eb.fn.coalesce(eb.val(a.answeredAt), 'answered_at'),
  closed_at: eb.fn.coalesce(eb.val(a.closedAt), 'closed_at'),
  asked_at: eb.fn.coalesce(eb.val(a.askedAt), 'asked_at'),
  declined: eb.fn.coalesce(eb.val(a.declined), 'declined'),
  ordered: eb.fn.coalesce(eb.val(a.ordered), 'ordered'),
  reopened: eb.fn.coalesce(eb.val(a.reopened), 'reopened'),
  later_by: eb.fn.coalesce(eb.val(a.laterBy), 'later_by'),
  revisit: eb.fn.coalesce(eb.val(a.revisit), 'revisit'),
  fast: eb.fn.coalesce(eb.val(a.fast), 'fast'),
});

/** What an event makes of its case. */
export const moving = (db: Kysely<Schema>) => ({
  /** Changes no row where the head is another. */
  moveCase: (a: Move) =>
    db
      .updateTable('cases')
      .set(eb => ({
        state: a.state,
        head: a.head,
        head_mac: a.headMac,
        handler: eb.fn.coalesce(eb.val(a.handler), 'handler'),
        due: eb.fn.coalesce(eb.val(a.due), 'due'),
        pin_hash: eb.fn.coalesce(eb.val(a.pinHash), 'pin_hash'),
        ...moved(eb, a),
      }))
      .where('id', '=', a.caseId)
      .where('head', '=', a.was),
});
