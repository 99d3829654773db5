import type { DatabaseSync } from 'node:sqlite';
import { type Migrated, migrate } from '#src/store/migrate.ts';
import { openFile } from '#src/store/sqlite-file.ts';

const applied = (db: DatabaseSync): readonly string[] => {
  if (!db.prepare("select 1 from sqlite_master where name = 'kysely_migration'").get()) return [];
  return db
    .prepare('select name from kysely_migration order by name')
    .all()
    .map(row => String(row.name));
};

/** Brings the file up to this program's schema, made where it is missing. See `migrate`. */
export const migrateSqlite = async ({ file }: { readonly file: string }): Promise<Migrated> => {
  const db = openFile(file);
  try {
    return await migrate({
      dialect: 'sqlite',
      applied: async () => applied(db),
      kysely: async () => (await import('#src/store/kysely-sqlite.ts')).overNode(db),
    });
  } finally {
    if (db.isOpen) db.close();
  }
};
