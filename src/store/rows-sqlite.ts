import { existsSync } from 'node:fs';
import { DatabaseSync, type StatementSync } from 'node:sqlite';
import { appliedIn } from '#src/store/migrate-sqlite.ts';
import { keyOf, type Row, type Rows, type Table, textsWith, type Within } from '#src/store/rows.ts';
import type { Value } from '#src/store/schema.ts';
import { openFile } from '#src/store/sqlite-file.ts';

const texts = textsWith(at => `?${at}`);
/** What is asked of one table. */
type Asked = Exclude<keyof typeof texts, 'mark' | 'unmark'>;

const within = (db: DatabaseSync): Within => {
  const prepared = new Map<string, StatementSync>();
  const ready = (what: Asked, table: Table): StatementSync => {
    const name = `${what} ${table.name}`;
    const known = prepared.get(name) ?? db.prepare(texts[what](table));
    known.setReturnArrays(true);
    prepared.set(name, known);
    return known;
  };
  const all = (statement: StatementSync, given: readonly Value[]): readonly Row[] =>
    statement.all(...given) as unknown as readonly Row[];
  return {
    page: async (table, after, limit) =>
      after
        ? all(ready('next', table), [...keyOf(table, after), limit])
        : all(ready('first', table), [limit]),
    find: async (table, like) => {
      const find = ready('find', table);
      return like.flatMap(row => all(find, keyOf(table, row)));
    },
    put: async (table, rows) => {
      const put = ready('put', table);
      for (const row of rows) put.run(...row);
    },
    count: async table => Number(all(ready('count', table), [])[0]?.[0] ?? 0),
  };
};

/** In WAL mode every connection keeps a shared lock on the file for as long as it is open: alone, this one may take it whole. */
const inUse = (file: string): string | null => {
  const alone = new DatabaseSync(file, { timeout: 200 });
  try {
    alone.exec('pragma locking_mode = exclusive; begin immediate; rollback');
    return null;
  } catch {
    return `${file} is open in another program`;
  } finally {
    alone.close();
  }
};

const transaction = async <T>(
  db: DatabaseSync,
  begin: string,
  work: (within: Within) => Promise<T>,
): Promise<T> => {
  db.exec(begin);
  try {
    const done = await work(within(db));
    db.exec('commit');
    return done;
  } finally {
    if (db.isTransaction) db.exec('rollback');
  }
};

/** The tables of a file. It is not made where it is missing: then nothing was applied and nothing can be read. */
export const sqliteRows = (file: string): Rows => {
  let opened: DatabaseSync | null = null;
  const db = (): DatabaseSync => {
    opened ??= openFile(file);
    return opened;
  };
  return {
    place: file,
    applied: async () => (existsSync(file) ? appliedIn(db()) : []),
    // What a deferred transaction reads first fixes the moment of all that follows.
    read: work => transaction(db(), 'begin', work),
    write: work => transaction(db(), 'begin immediate', work),
    mark: async name => void db().prepare(texts.mark).run(name, new Date().toISOString()),
    unmark: async name => void db().prepare(texts.unmark).run(name),
    inUse: async () => {
      if (!existsSync(file)) return null;
      opened?.close();
      opened = null;
      return inUse(file);
    },
    sound: async () => {
      const [found] = db().prepare('pragma quick_check(1)').all();
      const said = String(Object.values(found ?? {})[0]);
      return said === 'ok' ? null : said;
    },
    close: async () => {
      opened?.close();
      opened = null;
    },
  };
};
