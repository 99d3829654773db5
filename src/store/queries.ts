import { type Compilable, type Kysely, sql } from 'kysely';
import type { State } from '#src/cases/state.ts';
import type { CaseRow, Count, EventRow, FingerprintRow, KeyRow } from '#src/cases/store.ts';
import type { Schema } from '#src/store/schema.ts';

const caseColumns = [
  'id',
  'number',
  'form',
  'state',
  'enterprise',
  'credit_code as creditCode',
  'area',
  'line',
  'answers',
  'sealed',
  'wrapped_key as wrappedKey',
  'key_id as keyId',
  'handler',
  'routing',
  'due',
  'held_for as heldFor',
  'pin_hash as pinHash',
  'token_hash as tokenHash',
  'received_at as receivedAt',
  'head',
  'head_mac as headMac',
] as const;

const eventColumns = ['case_id as caseId', 'seq', 'at', 'kind', 'actor', 'data', 'sealed', 'mac'] as const;

type Claims = { key: string; fingerprint: string; number: string; at: string };
type Move = {
  caseId: string;
  was: number;
  head: number;
  headMac: string;
  state: State;
  handler: string | null;
  due: string | null;
  pinHash: string | null;
};

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
  migrated: (_: object) => db.selectFrom('kysely_migration').select('name'),
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

const adding = (db: Kysely<Schema>) => ({
  insertCase: (a: CaseRow) =>
    db.insertInto('cases').values({
      id: a.id,
      number: a.number,
      form: a.form,
      state: a.state,
      enterprise: a.enterprise,
      credit_code: a.creditCode,
      area: a.area,
      line: a.line,
      answers: a.answers,
      sealed: a.sealed,
      wrapped_key: a.wrappedKey,
      key_id: a.keyId,
      handler: a.handler,
      routing: a.routing,
      due: a.due,
      held_for: a.heldFor,
      pin_hash: a.pinHash,
      token_hash: a.tokenHash,
      received_at: a.receivedAt,
      head: a.head,
      head_mac: a.headMac,
    }),
  insertEvent: (a: EventRow) =>
    db.insertInto('events').values({
      case_id: a.caseId,
      seq: a.seq,
      at: a.at,
      kind: a.kind,
      actor: a.actor,
      data: a.data,
      sealed: a.sealed,
      mac: a.mac,
    }),
  /** Fails where the key was ever used: then `putKey` looks closer. */
  insertKey: (a: KeyRow & { caseId: string }) =>
    db
      .insertInto('idempotency_keys')
      .values({ hash: a.hash, payload: a.payload, case_id: a.caseId, expires_at: a.expiresAt }),
  insertFingerprint: (a: FingerprintRow & { caseId: string }) =>
    db.insertInto('fingerprints').values({ hash: a.hash, case_id: a.caseId, expires_at: a.expiresAt }),
});

const replacing = (db: Kysely<Schema>) => ({
  /** Changes no row where a key still holds. */
  putKey: (a: KeyRow & { caseId: string; at: string }) =>
    db
      .insertInto('idempotency_keys')
      .values({ hash: a.hash, payload: a.payload, case_id: a.caseId, expires_at: a.expiresAt })
      .onConflict(on =>
        on
          .column('hash')
          .doUpdateSet(eb => ({
            payload: eb.ref('excluded.payload'),
            case_id: eb.ref('excluded.case_id'),
            expires_at: eb.ref('excluded.expires_at'),
          }))
          .where('idempotency_keys.expires_at', '<=', a.at),
      ),
  /** Changes no row where a fingerprint still holds. */
  putFingerprint: (a: FingerprintRow & { caseId: string; at: string }) =>
    db
      .insertInto('fingerprints')
      .values({ hash: a.hash, case_id: a.caseId, expires_at: a.expiresAt })
      .onConflict(on =>
        on
          .column('hash')
          .doUpdateSet(eb => ({
            case_id: eb.ref('excluded.case_id'),
            expires_at: eb.ref('excluded.expires_at'),
          }))
          .where('fingerprints.expires_at', '<=', a.at),
      ),
});

const changing = (db: Kysely<Schema>) => ({
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
      }))
      .where('id', '=', a.caseId)
      .where('head', '=', a.was),
  countUp: (a: Count) =>
    db
      .insertInto('counters')
      .values({ name: a.name, count: a.by, expires_at: a.expiresAt })
      .onConflict(on =>
        on.column('name').doUpdateSet(eb => ({
          count: eb
            .case()
            .when('counters.expires_at', '<=', a.at)
            .then(eb.ref('excluded.count'))
            .else(eb('counters.count', '+', eb.ref('excluded.count')))
            .end(),
          expires_at: eb
            .case()
            .when('counters.expires_at', '<=', a.at)
            .then(eb.ref('excluded.expires_at'))
            .else(eb.ref('counters.expires_at'))
            .end(),
        })),
      )
      .returning(['counters.count', 'counters.expires_at as expiresAt']),
  sweepKeys: (a: { at: string }) => db.deleteFrom('idempotency_keys').where('expires_at', '<=', a.at),
  sweepFingerprints: (a: { at: string }) => db.deleteFrom('fingerprints').where('expires_at', '<=', a.at),
  sweepCounters: (a: { at: string }) => db.deleteFrom('counters').where('expires_at', '<=', a.at),
});

/** Every query the store asks while it serves. The type is what `commands.ts` and `reads.ts` are checked against. */
export const queries = (db: Kysely<Schema>) => ({
  ...reading(db),
  ...adding(db),
  ...replacing(db),
  ...changing(db),
});

type Queries = ReturnType<typeof queries>;
export type QueryName = keyof Queries;
export type ArgsOf<Name extends QueryName> = Readonly<Parameters<Queries[Name]>[0]>;
export type RowOf<Name extends QueryName> =
  ReturnType<Queries[Name]> extends Compilable<infer Row> ? Row : never;
