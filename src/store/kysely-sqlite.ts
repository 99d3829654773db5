import type { DatabaseSync } from 'node:sqlite';
import { type Dialect, type SqliteDatabase, SqliteDialect } from 'kysely';

/** Kysely's SQLite driver speaks better-sqlite3; node:sqlite differs in how it says that a statement gives rows. */
const shim = (db: DatabaseSync): SqliteDatabase => ({
  close: () => db.close(),
  prepare: sql => {
    // Immediate: a transaction that read first could not start writing once another process has written.
    const statement = db.prepare(sql === 'begin' ? 'begin immediate' : sql);
    return {
      reader: statement.columns().length > 0,
      all: parameters => statement.all(...(parameters as string[])),
      run: parameters => statement.run(...(parameters as string[])),
      iterate: parameters => statement.iterate(...(parameters as string[])),
    };
  },
});

/** Kysely over a connection that is open already; it closes it. */
export const overNode = (db: DatabaseSync): Dialect => new SqliteDialect({ database: shim(db) });
