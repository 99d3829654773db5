import { type Kysely, sql } from 'kysely';
import type { SettleUpload, UploadRow, WrappedUpload } from '#src/attachments/port.ts';
import type { Schema } from '#src/store/schema.ts';

const columns = [
  'hash',
  'case_id as caseId',
  'form',
  'field',
  'state',
  'type',
  'size',
  'received',
  'sha256',
  'flags',
  'scanned',
  'blob',
  'wrapped_key as wrappedKey',
  'key_id as keyId',
  'sealed',
  'draft',
  'created_at as createdAt',
  'expires_at as expiresAt',
] as const;

const partial = sql.lit('partial' as const);
const kept = sql.lit('kept' as const);

/** Uploads, their slices and their end. Sums are `double precision`: Postgres would give another type than SQLite. */
export const uploading = (db: Kysely<Schema>) => ({
  uploadByHash: (a: { hash: string }) => db.selectFrom('uploads').select(columns).where('hash', '=', a.hash),
  uploadsOfCase: (a: { caseId: string }) =>
    db
      .selectFrom('uploads')
      .select(columns)
      .where('case_id', '=', a.caseId)
      .orderBy('created_at')
      .orderBy('hash'),
  expiredUploads: (a: { at: string; limit: number }) =>
    db
      .selectFrom('uploads')
      .select('hash')
      .where('case_id', 'is', null)
      .where('expires_at', '<=', a.at)
      .limit(a.limit),
  uploadSums: (a: { draft: string }) =>
    db
      .selectFrom('uploads')
      .select([
        sql<number>`cast(coalesce(sum(size), 0) as double precision)`.as('total'),
        sql<number>`cast(coalesce(sum(case when draft = ${a.draft} and case_id is null then size else 0 end), 0) as double precision)`.as(
          'draft',
        ),
      ]),
  uploadsWrappedByOthers: (a: { keyId: string; limit: number }) =>
    db
      .selectFrom('uploads')
      .select(['hash', 'key_id as keyId', 'wrapped_key as wrappedKey'])
      .where('key_id', '<>', a.keyId)
      .limit(a.limit),
  insertUpload: (a: UploadRow) =>
    db.insertInto('uploads').values({
      hash: a.hash,
      case_id: a.caseId,
      form: a.form,
      field: a.field,
      state: a.state,
      type: a.type,
      size: a.size,
      received: a.received,
      sha256: a.sha256,
      flags: a.flags,
      scanned: a.scanned,
      blob: a.blob,
      wrapped_key: a.wrappedKey,
      key_id: a.keyId,
      sealed: a.sealed,
      draft: a.draft,
      created_at: a.createdAt,
      expires_at: a.expiresAt,
    }),
});

export const settling = (db: Kysely<Schema>) => ({
  /** Changes no row where another slice came first. */
  advanceUpload: (a: { hash: string; was: number; received: number; expiresAt: string }) =>
    db
      .updateTable('uploads')
      .set({ received: a.received, expires_at: a.expiresAt })
      .where('hash', '=', a.hash)
      .where('state', '=', partial)
      .where('received', '=', a.was),
  settleUpload: (a: SettleUpload) =>
    db
      .updateTable('uploads')
      .set({
        state: a.state,
        type: a.type,
        size: a.size,
        sha256: a.sha256,
        flags: a.flags,
        scanned: a.scanned,
        blob: a.blob,
        sealed: a.sealed,
        expires_at: a.expiresAt,
      })
      .where('hash', '=', a.hash)
      .where('state', '=', partial),
  /** Changes no row where the upload is not whole, expired, of another form, or bound already. */
  bindUpload: (a: { hash: string; form: string; caseId: string; at: string }) =>
    db
      .updateTable('uploads')
      .set({ case_id: a.caseId })
      .where('hash', '=', a.hash)
      .where('form', '=', a.form)
      .where('state', '=', kept)
      .where('case_id', 'is', null)
      .where('expires_at', '>', a.at),
  dropUpload: (a: { hash: string }) =>
    db.deleteFrom('uploads').where('hash', '=', a.hash).where('case_id', 'is', null),
  dropExpiredUpload: (a: { hash: string; expiredAt: string }) =>
    db
      .deleteFrom('uploads')
      .where('hash', '=', a.hash)
      .where('case_id', 'is', null)
      .where('expires_at', '<=', a.expiredAt),
  dropUploadsOfCase: (a: { caseId: string }) => db.deleteFrom('uploads').where('case_id', '=', a.caseId),
  rewrapUpload: (a: WrappedUpload & { was: string }) =>
    db
      .updateTable('uploads')
      .set({ wrapped_key: a.wrappedKey, key_id: a.keyId })
      .where('hash', '=', a.hash)
      .where('key_id', '=', a.was),
});
