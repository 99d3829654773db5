import type { DatabaseSync } from 'node:sqlite';
import { type Migrated, migrate } from '#src/store/migrate.ts';
import { openFile } from '#src/store/sqlite-file.ts';

/** The names of the migrations that ran. */
export const appliedIn = (db: DatabaseSync): readonly string[] => {
  if (!db.prepare("select 1 from sqlite_master where name = 'kysely_migration'").get()) return [];
  return db
    .prepare('select name from kysely_migration order by name')
    .all()
    .map(row => String(row.name));
};

/** Brings the file up to this program's schema, or to the migration named, made where it is missing. See `migrate`. */
export const migrateSqlite = async ({
  file,
  upTo,
}: {
  readonly file: string;
  readonly upTo?: string;
}): Promise<Migrated> => {
  const db = openFile(file);
  try {
    return await migrate({
      dialect: 'sqlite',
      upTo,
      applied: async () => appliedIn(db),
      kysely: async () => (await import('#src/store/kysely-sqlite.ts')).overNode(db),
    });
  } finally {
    if (db.isOpen) db.close();
  }
};
