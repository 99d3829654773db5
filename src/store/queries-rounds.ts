import { type Kysely, sql } from 'kysely';
import type { RoundRow } from '#src/cases/round-store.ts';
import { none } from '#src/store/columns.ts';
import type { Schema } from '#src/store/schema.ts';

/** Contacts with enterprises on a list: every one, and the newest of each. */
export const rounding = (db: Kysely<Schema>) => ({
  insertRound: (a: RoundRow) =>
    db
      .insertInto('round_contacts')
      .values({
        id: a.id,
        credit_code: a.creditCode,
        tier: a.tier,
        at: a.at,
        actor: a.actor,
        case_id: a.caseId,
        sealed: a.sealed,
        keep_until: a.keepUntil,
      })
      .onConflict(on => on.column('id').doNothing()),
  /** Two that ask at once: the later stays, whichever is written first. */
  putRoundLast: (a: { creditCode: string; at: string; actor: string; keepUntil: string }) =>
    db
      .insertInto('round_last')
      .values({ credit_code: a.creditCode, at: a.at, actor: a.actor, keep_until: a.keepUntil })
      .onConflict(on =>
        on
          .column('credit_code')
          .doUpdateSet(eb => ({
            at: eb.ref('excluded.at'),
            actor: eb.ref('excluded.actor'),
            keep_until: eb.ref('excluded.keep_until'),
          }))
          .where(sql<boolean>`excluded.at > round_last.at`),
      ),
});

/** What is asked of them, and what goes. */
export const roundReading = (db: Kysely<Schema>) => ({
  roundLasts: (a: { after: string; limit: number }) =>
    db
      .selectFrom('round_last')
      .select(['credit_code as creditCode', 'at', 'actor'])
      .where('credit_code', '>', a.after)
      .orderBy('credit_code')
      .limit(a.limit),
  roundsOf: (a: { creditCode: string; at: string; before: string; limit: number }) =>
    db
      .selectFrom('round_contacts')
      .select([
        'id',
        'credit_code as creditCode',
        'tier',
        'at',
        'actor',
        'case_id as caseId',
        'sealed',
        'keep_until as keepUntil',
      ])
      .where('credit_code', '=', a.creditCode)
      .where(sql<boolean>`(at, id) < (${a.at}, ${a.before})`)
      .orderBy('at', 'desc')
      .orderBy('id', 'desc')
      .limit(a.limit),
  visitedSince: (a: { since: string; after: string; limit: number }) =>
    db
      .selectFrom('visits')
      .select([
        'credit_code as creditCode',
        // The newest time and, behind it, who: a login holds no blank, and times are of one length.
        sql<string>`max(visited_at || ' ' || recorded_by)`.as('newest'),
      ])
      .where('state', '=', sql.lit('done' as const))
      .where('visited_at', '>=', a.since)
      .where('credit_code', '>', a.after)
      .groupBy('credit_code')
      .orderBy('credit_code')
      .limit(a.limit),
  /** With a case's information goes what was noted about it. */
  blankRoundsOfCase: (a: { caseId: string }) =>
    db
      .updateTable('round_contacts')
      .set({ sealed: sql`null` })
      .where('case_id', '=', a.caseId)
      .where('case_id', '<>', none),
  sweepRounds: (a: { at: string }) => db.deleteFrom('round_contacts').where('keep_until', '<=', a.at),
  sweepRoundLasts: (a: { at: string }) => db.deleteFrom('round_last').where('keep_until', '<=', a.at),
});
