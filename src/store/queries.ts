import { type Compilable, type Kysely, sql } from 'kysely';
import type { Content, Count } from '#src/cases/store.ts';
import { caseColumns, eventColumns, none } from '#src/store/columns.ts';
import { acknowledging } from '#src/store/queries-acknowledge.ts';
import { bedding } from '#src/store/queries-beds.ts';
import { assisting, browsing, desking, lookingUp, relating, standing } from '#src/store/queries-desk.ts';
import { publishing } from '#src/store/queries-faq.ts';
import { figuring } from '#src/store/queries-figures.ts';
import { findingQueries } from '#src/store/queries-findings.ts';
import { firming } from '#src/store/queries-firms.ts';
import { funding } from '#src/store/queries-funding.ts';
import { keeping } from '#src/store/queries-keep.ts';
import { ledgering } from '#src/store/queries-ledger.ts';
import { moving } from '#src/store/queries-move.ts';
import { allotting } from '#src/store/queries-movements.ts';
import { outboxing } from '#src/store/queries-outbox.ts';
import { papering } from '#src/store/queries-papers.ts';
import { projecting, projectKeeping } from '#src/store/queries-projects.ts';
import { rostering } from '#src/store/queries-roster.ts';
import { rounding, roundReading } from '#src/store/queries-rounds.ts';
import { slotting } from '#src/store/queries-slots.ts';
import { crediting, hiring, seating, staffing } from '#src/store/queries-staff.ts';
import { adding, replacing } from '#src/store/queries-take.ts';
import { theirs } from '#src/store/queries-theirs.ts';
import { traying } from '#src/store/queries-tray.ts';
import { settling, uploading } from '#src/store/queries-uploads.ts';
import { vacancying } from '#src/store/queries-vacancies.ts';
import { visitCounting, visiting, visitSettling } from '#src/store/queries-visits.ts';
import { watching } from '#src/store/queries-watch.ts';
import type { Dialect, Schema } from '#src/store/schema.ts';

type Claims = { key: string; fingerprint: string; number: string; at: string };

const reading = (db: Kysely<Schema>) => ({
  caseById: (a: { id: string }) => db.selectFrom('cases').select(caseColumns).where('id', '=', a.id),
  caseByNumber: (a: { number: string }) =>
    db.selectFrom('cases').select(caseColumns).where('number', '=', a.number),
  eventsOfCase: (a: { caseId: string }) =>
    db.selectFrom('events').select(eventColumns).where('case_id', '=', a.caseId).orderBy('seq'),
  page: (a: { after: string; limit: number }) =>
    db.selectFrom('cases').select(caseColumns).where('id', '>', a.after).orderBy('id').limit(a.limit),
  pageOfForm: (a: { form: string; after: string; limit: number }) =>
    db
      .selectFrom('cases')
      .select(caseColumns)
      .where('form', '=', a.form)
      .where('id', '>', a.after)
      .orderBy('id')
      .limit(a.limit),
  counter: (a: { name: string; at: string }) =>
    db
      .selectFrom('counters')
      .select(['count', 'expires_at as expiresAt'])
      .where('name', '=', a.name)
      .where('expires_at', '>', a.at),
  casesOfLink: (a: { link: string }) =>
    db
      .selectFrom('cases')
      .select(caseColumns)
      .where('link', '=', a.link)
      // What the index leaves out must be left out in words, or the index is not used.
      .where('link', '<>', none)
      .orderBy('id'),
  migrated: (_: object) => db.selectFrom('kysely_migration').select('name'),
  noticeByHash: (a: { hash: string }) =>
    db
      .selectFrom('notices')
      .select(['hash', 'form', 'lang', 'text', 'first_at as firstAt'])
      .where('hash', '=', a.hash),
  secretByName: (a: { name: string }) =>
    db.selectFrom('secrets').select(['name', 'key_id as keyId', 'wrapped']).where('name', '=', a.name),
  /** All that could stand in the way of a new case, in one question. */
  claims: (a: Claims) =>
    db
      .selectFrom('idempotency_keys')
      .select([sql<'key' | 'fingerprint' | 'number'>`'key'`.as('hit'), 'case_id as caseId', 'payload'])
      .where('hash', '=', a.key)
      .where('expires_at', '>', a.at)
      .unionAll(
        db
          .selectFrom('fingerprints')
          .select([
            sql<'fingerprint'>`'fingerprint'`.as('hit'),
            'case_id as caseId',
            sql<string>`''`.as('payload'),
          ])
          .where('hash', '=', a.fingerprint)
          .where('expires_at', '>', a.at),
      )
      .unionAll(
        db
          .selectFrom('cases')
          .select([sql<'number'>`'number'`.as('hit'), 'id as caseId', sql<string>`''`.as('payload')])
          .where('number', '=', a.number),
      ),
});

const rewriting = (db: Kysely<Schema>) => ({
  rewriteCase: (a: Content & { caseId: string }) =>
    db
      .updateTable('cases')
      .set({
        enterprise: a.enterprise,
        credit_code: a.creditCode,
        area: a.area,
        line: a.line,
        answers: a.answers,
        sealed: a.sealed,
        handler: a.handler,
        routing: a.routing,
        due: a.due,
        urgent: a.urgent,
        keep_until: a.keepUntil,
      })
      .where('id', '=', a.caseId),
  destroyKey: (a: { caseId: string; nothing: Uint8Array }) =>
    db.updateTable('cases').set({ wrapped_key: a.nothing, key_id: none }).where('id', '=', a.caseId),
});

const changing = (db: Kysely<Schema>) => ({
  blankEvent: (a: { caseId: string; seq: number }) =>
    db
      .updateTable('events')
      .set({ sealed: sql`null` })
      .where('case_id', '=', a.caseId)
      .where('seq', '=', a.seq),
  countUp: (a: Count & { readonly latest: string }) =>
    db
      .insertInto('counters')
      .values({ name: a.name, count: a.by, expires_at: a.expiresAt })
      .onConflict(on =>
        on.column('name').doUpdateSet(eb => {
          const over = eb.or([
            eb('counters.expires_at', '<=', a.at),
            eb('counters.expires_at', '>', a.latest),
          ]);
          return {
            count: eb
              .case()
              .when(over)
              .then(eb.ref('excluded.count'))
              .else(eb('counters.count', '+', eb.ref('excluded.count')))
              .end(),
            expires_at: eb
              .case()
              .when(over)
              .then(eb.ref('excluded.expires_at'))
              .else(eb.ref('counters.expires_at'))
              .end(),
          };
        }),
      )
      .returning(['counters.count', 'counters.expires_at as expiresAt']),
});

const deleting = (db: Kysely<Schema>) => ({
  forgetFingerprints: (a: { caseId: string }) =>
    db.deleteFrom('fingerprints').where('case_id', '=', a.caseId),
  forgetKeys: (a: { caseId: string }) => db.deleteFrom('idempotency_keys').where('case_id', '=', a.caseId),
  sweepKeys: (a: { at: string }) => db.deleteFrom('idempotency_keys').where('expires_at', '<=', a.at),
  sweepFingerprints: (a: { at: string }) => db.deleteFrom('fingerprints').where('expires_at', '<=', a.at),
  sweepCounters: (a: { at: string }) => db.deleteFrom('counters').where('expires_at', '<=', a.at),
});

/** Every query the store asks while it serves. The type is what `commands.ts` and `reads.ts` are checked against. */
export const queries = (db: Kysely<Schema>, dialect: Dialect) => ({
  ...reading(db),
  ...keeping(db),
  ...adding(db),
  ...replacing(db),
  ...rewriting(db),
  ...moving(db),
  ...changing(db),
  ...deleting(db),
  ...uploading(db),
  ...settling(db),
  ...desking(db),
  ...browsing(db),
  ...standing(db),
  ...assisting(db),
  ...lookingUp(db),
  ...relating(db),
  ...outboxing(db, dialect),
  ...staffing(db),
  ...hiring(db),
  ...seating(db),
  ...crediting(db),
  ...traying(db),
  ...rostering(db),
  ...theirs(db, dialect),
  ...watching(db),
  ...visitSettling(db),
  ...visiting(db),
  ...visitCounting(db),
  ...rounding(db),
  ...roundReading(db),
  ...projectKeeping(db),
  ...projecting(db),
  ...vacancying(db),
  ...ledgering(db),
  ...firming(db),
  ...allotting(db),
  ...papering(db),
  ...funding(db),
  ...bedding(db),
  ...slotting(db),
  ...publishing(db),
  ...figuring(db),
  ...findingQueries(db),
  ...acknowledging(db),
});

type Queries = ReturnType<typeof queries>;
export type QueryName = keyof Queries;
export type ArgsOf<Name extends QueryName> = Readonly<Parameters<Queries[Name]>[0]>;
export type RowOf<Name extends QueryName> =
  ReturnType<Queries[Name]> extends Compilable<infer Row> ? Row : never;
