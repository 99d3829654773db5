import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, describe, expect, test } from 'vitest';
import { migratePostgres } from '#src/store/migrate-postgres.ts';
import { migrateSqlite } from '#src/store/migrate-sqlite.ts';
import { names } from '#src/store/migrations/index.ts';
import { tablesOf } from '#src/store/rows.ts';
import { newDatabase, postgresServer } from './database.ts';

/** What Kysely keeps of migrations, and the leases of those who run them: a new database makes its own. */
const own = ['kysely_migration', 'kysely_migration_lock', 'leases'];
const folder = mkdtempSync(join(tmpdir(), 'reopendesk-'));
afterAll(() => rmSync(folder, { recursive: true }));

type Found = { readonly name: string; readonly columns: string };
const shown = async () =>
  (await tablesOf(names))
    .map(({ name, columns }) => ({ name, columns: [...columns].sort().join() }))
    .sort((a, b) => (a.name < b.name ? -1 : 1));

describe('the tables that are backed up, restored and moved', () => {
  test('are all that SQLite has, with all their columns', async () => {
    const file = join(folder, 'all.sqlite');
    await migrateSqlite({ file });
    const db = new DatabaseSync(file);
    const found = db
      .prepare(
        `select m.name, (select group_concat(name) from (select name from pragma_table_info(m.name) order by name)) as columns
         from sqlite_master m where type = 'table' and name not in (${own.map(name => `'${name}'`)}) order by 1`,
      )
      .all() as unknown as Found[];
    db.close();
    expect(found.map(one => ({ ...one }))).toEqual(await shown());
  });

  test.skipIf(!postgresServer)('are all that Postgres has, with all their columns', async () => {
    const database = await newDatabase();
    try {
      await migratePostgres({ url: database.url });
      const found = await database.sql(
        `select table_name as name, string_agg(column_name, ',' order by column_name collate "C") as columns
         from information_schema.columns where table_schema = 'public' and table_name not in (${own.map(name => `'${name}'`)})
         group by 1 order by table_name collate "C"`,
      );
      expect(found).toEqual(await shown());
    } finally {
      await database.remove();
    }
  });

  test('each come after those they refer to, and each has a key', async () => {
    const tables = await tablesOf(names);
    const order = tables.map(table => table.name);
    expect(order.indexOf('cases')).toBeLessThan(order.indexOf('events'));
    expect(order.indexOf('staff')).toBeLessThan(order.indexOf('staff_sessions'));
    expect(tables.filter(table => table.key.length === 0)).toEqual([]);
  });

  test('of a newer program are refused', async () => {
    await expect(tablesOf([...names, '9999-tomorrow'])).rejects.toThrow(
      /9999-tomorrow is of a newer program/,
    );
  });
});
