import { type Kysely, sql } from 'kysely';
import type { OutboxRow } from '#src/cases/store.ts';
import type { Settle } from '#src/notify/port.ts';
import { none } from '#src/store/columns.ts';
import type { Dialect, Schema } from '#src/store/schema.ts';

const claimed = [
  'id',
  'case_id as caseId',
  'kind',
  'channel',
  'target',
  'text',
  'sealed',
  'urgent',
  'at',
  'next_at as nextAt',
  'attempts',
] as const;

const waiting = sql.lit('waiting' as const);
const sending = sql.lit('sending' as const);
const sent = sql.lit('sent' as const);
const dead = sql.lit('dead' as const);
const zero = sql.lit(0);

const row = (a: OutboxRow) => ({
  id: a.id,
  case_id: a.caseId,
  kind: a.kind,
  channel: a.channel,
  target: a.target,
  text: a.text,
  sealed: a.sealed,
  urgent: a.urgent,
  at: a.at,
  next_at: a.nextAt,
  state: waiting,
  attempts: zero,
  holder: none,
  last_error: none,
});

/** The ids to claim. SQLite has one writer; in Postgres two that claim at once would wait for each other's rows. */
const due = (db: Kysely<Schema>, dialect: Dialect, a: { at: string; limit: number }) =>
  db
    .selectFrom('outbox')
    .select('id')
    .where('state', 'in', [waiting, sending])
    .where('next_at', '<=', a.at)
    .orderBy('urgent', 'desc')
    .orderBy('next_at')
    .orderBy('id')
    .limit(a.limit)
    .$if(dialect === 'postgres', query => query.forUpdate().skipLocked());

/** What is to be told: put, claimed for a while, settled. */
const telling = (db: Kysely<Schema>, dialect: Dialect) => ({
  insertOutbox: (a: OutboxRow) => db.insertInto('outbox').values(row(a)),
  /** Changes no row where the id is there. */
  putOutbox: (a: OutboxRow) =>
    db
      .insertInto('outbox')
      .values(row(a))
      .onConflict(on => on.column('id').doNothing()),
  claimOutbox: (a: { holder: string; at: string; until: string; limit: number }) =>
    db
      .updateTable('outbox')
      .set(eb => ({
        state: sending,
        holder: a.holder,
        next_at: a.until,
        attempts: eb('attempts', '+', sql.lit(1)),
      }))
      .where('id', 'in', due(db, dialect, a))
      .returning(claimed),
  /** Changes no row where another holds it by now. */
  settleOutbox: (a: Settle) =>
    db
      .updateTable('outbox')
      .set({
        state: a.state,
        attempts: a.attempts,
        next_at: a.nextAt,
        last_error: a.lastError,
        holder: none,
      })
      .where('id', '=', a.id)
      .where('holder', '=', a.holder)
      .where('state', '=', sending),
  /** Who was told keeps it; we do not. */
  emptySent: (a: { id: string }) =>
    db.updateTable('outbox').set({ sealed: sql`null` }).where('id', '=', a.id).where('state', '=', sent),
});

/** What became of it. */
const ending = (db: Kysely<Schema>) => ({
  resendOutbox: (a: { id: string; at: string }) =>
    db
      .updateTable('outbox')
      .set({ state: waiting, attempts: zero, next_at: a.at })
      .where('id', '=', a.id)
      .where('state', '=', dead),
  sweepSent: (a: { before: string }) =>
    db.deleteFrom('outbox').where('state', '=', sent).where('at', '<', a.before),
  sweepDead: (a: { before: string }) =>
    db.deleteFrom('outbox').where('state', '=', dead).where('at', '<', a.before),
  dropNoticesOfCase: (a: { caseId: string }) => db.deleteFrom('outbox').where('case_id', '=', a.caseId),
  deadPage: (a: { after: string; limit: number }) =>
    db
      .selectFrom('outbox')
      .select([
        'id',
        'case_id as caseId',
        'kind',
        'channel',
        'target',
        'at',
        'attempts',
        'last_error as lastError',
      ])
      .where('state', '=', dead)
      .where('id', '>', a.after)
      .orderBy('id')
      .limit(a.limit),
  nextOutbox: (_: object) =>
    db
      .selectFrom('outbox')
      .select('next_at as nextAt')
      .where('state', 'in', [waiting, sending])
      .orderBy('next_at')
      .limit(sql.lit(1)),
});

export const outboxing = (db: Kysely<Schema>, dialect: Dialect) => ({
  ...telling(db, dialect),
  ...ending(db),
});
