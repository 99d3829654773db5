import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { Store } from '#src/store/adapter.ts';
import { migratePostgres } from '#src/store/migrate-postgres.ts';
import { migrateSqlite } from '#src/store/migrate-sqlite.ts';
import { openPostgres } from '#src/store/postgres.ts';
import { openSqlite } from '#src/store/sqlite.ts';
import { newDatabase } from './database.ts';

/** One migrated database and those who write into it; `sql` looks at it past them. */
export type Servers = {
  readonly stores: readonly [Store, ...Store[]];
  sql(text: string): Promise<readonly unknown[]>;
  remove(): Promise<void>;
};

/** A file with one store on it. */
export const onFile = async (): Promise<Servers> => {
  const root = mkdtempSync(join(tmpdir(), 'servers-'));
  const file = join(root, 'store.db');
  await migrateSqlite({ file });
  const store = await openSqlite({ file });
  return {
    stores: [store],
    sql: async text => {
      const db = new DatabaseSync(file, { timeout: 5000 });
      const rows = db.prepare(text).all();
      db.close();
      return rows;
    },
    remove: async () => {
      await store.close();
      rmSync(root, { recursive: true });
    },
  };
};

/** Sixteen servers on one Postgres, each with connections of its own. */
export const onPostgres = async (): Promise<Servers> => {
  const database = await newDatabase();
  await migratePostgres({ url: database.url });
  const open = () => openPostgres({ url: database.url });
  const others = Array.from({ length: 15 }, open);
  const stores = [await open(), ...(await Promise.all(others))] as const;
  return {
    stores,
    sql: database.sql,
    remove: async () => {
      await Promise.all(stores.map(store => store.close()));
      await database.remove();
    },
  };
};

/** The store that a client writes through, where clients are divided among the servers in turn. */
export const serverOf = ({ stores }: Servers, client: number): Store =>
  stores[client % stores.length] ?? stores[0];
