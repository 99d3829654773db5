import type { Kysely } from 'kysely';
import type { CaseRow, EventRow, FingerprintRow, KeyRow } from '#src/cases/store.ts';
import type { Schema } from '#src/store/schema.ts';

/** What a submission becomes: a case, its first event, and what it is known again by. */
export const adding = (db: Kysely<Schema>) => ({
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
      link: a.link,
      urgent: a.urgent,
      notice: a.notice,
      keep_until: a.keepUntil,
      head: a.head,
      head_mac: a.headMac,
      stage: a.stage,
      holder: a.holder,
      officer: a.officer,
      passed_at: a.passedAt,
      channel: a.channel,
      entered_by: a.enteredBy,
      complaint: a.complaint,
      against: a.against,
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

/** The same where a key or fingerprint may have been used before. */
export const replacing = (db: Kysely<Schema>) => ({
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
