import { type Kysely, sql } from 'kysely';
import type { NoticeRow, Rewrap, SecretRow } from '#src/cases/store.ts';
import { caseColumns, none } from '#src/store/columns.ts';
import type { Schema } from '#src/store/schema.ts';

/** What is asked once a day or less. */
export const keeping = (db: Kysely<Schema>) => ({
  expiredPage: (a: { day: string; after: string; limit: number }) =>
    db
      .selectFrom('cases')
      .select(caseColumns)
      .where('keep_until', '<>', none)
      .where('keep_until', '<=', a.day)
      .where('id', '>', a.after)
      .orderBy('id')
      .limit(a.limit),
  wrappedByOthers: (a: { keyId: string; after: string; limit: number }) =>
    db
      .selectFrom('cases')
      .select(['id', 'key_id as keyId', 'wrapped_key as wrappedKey'])
      .where('id', '>', a.after)
      .where('key_id', '<>', a.keyId)
      .where('key_id', '<>', none)
      .orderBy('id')
      .limit(a.limit),
  keyUse: (_: object) =>
    db
      .selectFrom('cases')
      .select(['key_id as keyId', sql<number>`cast(count(*) as integer)`.as('cases')])
      .groupBy('key_id')
      .orderBy('key_id'),
  rewrapCase: (a: Rewrap) =>
    db
      .updateTable('cases')
      .set({ wrapped_key: a.wrappedKey, key_id: a.keyId })
      .where('id', '=', a.id)
      .where('key_id', '=', a.was),
  insertNotice: (a: NoticeRow) =>
    db
      .insertInto('notices')
      .values({ hash: a.hash, form: a.form, lang: a.lang, text: a.text, first_at: a.firstAt })
      .onConflict(on => on.column('hash').doNothing()),
  /** Changes no row where another than `was` wrapped the secret. */
  putSecret: (a: SecretRow & { was: string }) =>
    db
      .insertInto('secrets')
      .values({ name: a.name, key_id: a.keyId, wrapped: a.wrapped })
      .onConflict(on =>
        on
          .column('name')
          .doUpdateSet(eb => ({
            key_id: eb.ref('excluded.key_id'),
            wrapped: eb.ref('excluded.wrapped'),
          }))
          .where('secrets.key_id', '=', a.was),
      ),
});
