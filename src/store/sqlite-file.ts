import { chmodSync, closeSync, existsSync, mkdirSync, openSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { DatabaseSync, type StatementSync } from 'node:sqlite';
import { unavailable } from '#src/store/outcome.ts';
import { type Result, type Statement, values } from '#src/store/program.ts';
import type { QueryName } from '#src/store/queries.ts';
import { statements } from '#src/store/statements.ts';

/**
 * Opens the file, made where it is missing, readable by its owner only (its -wal and -shm take the same mode).
 * FULL: a commit is on the disk before it returns. secure_delete: what is erased is overwritten.
 */
export const openFile = (file: string): DatabaseSync => {
  try {
    mkdirSync(dirname(resolve(file)), { recursive: true, mode: 0o700 });
    // Closing any handle of the file drops the locks that this process has on it (POSIX): another program would take the log that
    // a connection of ours still writes to for left behind, and delete it. So it is only made where there is none.
    if (!existsSync(file)) closeSync(openSync(file, 'a', 0o600));
    chmodSync(file, 0o600);
    const db = new DatabaseSync(file, { timeout: 5000 });
    db.exec(
      'pragma journal_mode = wal; pragma synchronous = full; pragma secure_delete = on; pragma foreign_keys = on',
    );
    return db;
  } catch (error) {
    throw unavailable(error);
  }
};

/** Busy, locked, no memory, read-only, I/O, corrupt, full, cannot open, protocol, not a database: see sqlite.org/rescode.html. */
const troubles = new Set([5, 6, 7, 8, 10, 11, 13, 14, 15, 26]);

/** Whether an error speaks of the whole store rather than of one row. */
export const isTrouble = (error: unknown): boolean => {
  if (!(error instanceof Error)) return false;
  if ('errcode' in error && typeof error.errcode === 'number') return troubles.has(error.errcode & 0xff);
  return 'code' in error && error.code === 'ERR_INVALID_STATE';
};

/** Asks statements of one connection; each is prepared when first asked, so a file may be opened before it is migrated. */
export const asker = (db: DatabaseSync): ((sent: Statement) => Result) => {
  const prepared = new Map<QueryName, StatementSync>();
  return ({ name, args }) => {
    const query = statements.sqlite[name];
    let ready = prepared.get(name);
    if (!ready) {
      ready = db.prepare(query.sql);
      prepared.set(name, ready);
    }
    const given = values(query.args, args);
    if (query.rows) return { rows: ready.all(...given), changes: 0 };
    return { rows: [], changes: Number(ready.run(...given).changes) };
  };
};
