import type { DatabaseSync } from 'node:sqlite';
import type { Value } from '#src/store/schema.ts';

/** A table as the migrations make it, whatever database it lies in. */
export type Table = {
  readonly name: string;
  readonly columns: readonly string[];
  /** The columns of its primary key, as positions in `columns`. */ readonly key: readonly number[];
};

/** Values in the order of the table's columns. */
export type Row = readonly Value[];

/** What can be done with rows inside one transaction. */
export type Within = {
  /** Rows by their key, at most `limit` after the one given. */
  page(table: Table, after: Row | null, limit: number): Promise<readonly Row[]>;
  /** The rows that have the keys of these; those that are not there are left out. */
  find(table: Table, like: readonly Row[]): Promise<readonly Row[]>;
  put(table: Table, rows: readonly Row[]): Promise<void>;
  count(table: Table): Promise<number>;
};

/** A database as plain tables of rows, for what handles the store as a whole: it knows nothing of what they mean. */
export type Rows = {
  /** Where it is, without a password. */ readonly place: string;
  /** The names of the migrations that ran. */ applied(): Promise<readonly string[]>;
  /** Everything that `work` reads is of one moment, whatever others write meanwhile. */
  read<T>(work: (within: Within) => Promise<T>): Promise<T>;
  /** All that `work` writes counts, durably, or none of it. */
  write<T>(work: (within: Within) => Promise<T>): Promise<T>;
  /** Puts a name among the migrations: with one that it does not know, no program opens the store. `unmark` takes it away. */
  mark(name: string): Promise<void>;
  unmark(name: string): Promise<void>;
  /** Why nothing may be changed under others' hands: a program has it open. Null where none is seen. */
  inUse(): Promise<string | null>;
  /** What the database finds wrong with its own file; null where nothing. */
  sound(): Promise<string | null>;
  close(): Promise<void>;
};

/** What is asked of a table, in SQL that differs only in how a parameter is written. */
export const textsWith = (mark: (at: number) => string) => {
  const named = (table: Table, at: readonly number[]) => at.map(one => `"${table.columns[one]}"`).join(', ');
  const all = (table: Table) => named(table, [...table.columns.keys()]);
  const marks = (count: number) => Array.from({ length: count }, (_, at) => mark(at + 1)).join(', ');
  const select = (table: Table) => `select ${all(table)} from "${table.name}"`;
  const byKey = (table: Table, sign: '>' | '=') =>
    `where (${named(table, table.key)}) ${sign} (${marks(table.key.length)})`;
  const inOrder = (table: Table) => `order by ${named(table, table.key)}`;
  return {
    first: (table: Table) => `${select(table)} ${inOrder(table)} limit ${mark(1)}`,
    next: (table: Table) =>
      `${select(table)} ${byKey(table, '>')} ${inOrder(table)} limit ${mark(table.key.length + 1)}`,
    find: (table: Table) => `${select(table)} ${byKey(table, '=')}`,
    put: (table: Table) =>
      `insert into "${table.name}" (${all(table)}) values (${marks(table.columns.length)})`,
    count: (table: Table) => `select cast(count(*) as integer) from "${table.name}"`,
    mark: `insert into kysely_migration (name, timestamp) values (${mark(1)}, ${mark(2)})`,
    unmark: `delete from kysely_migration where name = ${mark(1)}`,
  };
};

/** Every row of a table, some hundred at a time. */
export async function* pages(within: Within, table: Table): AsyncGenerator<readonly Row[]> {
  for (let after: Row | null = null; ; ) {
    const rows: readonly Row[] = await within.page(table, after, 500);
    if (rows.length > 0) yield rows;
    if (rows.length < 500) return;
    after = rows.at(-1) ?? null;
  }
}

/** The key of a row. */
export const keyOf = (table: Table, row: Row): readonly Value[] => table.key.map(at => row[at] ?? null);

type Column = { readonly name: string; readonly pk: number };
const columnsIn = (db: DatabaseSync, table: string): readonly Column[] =>
  db
    .prepare('select name, pk from pragma_table_info(?)')
    .all(table)
    .map(({ name, pk }) => ({ name: String(name), pk: Number(pk) }));

const tableIn = (db: DatabaseSync, name: string): Table => {
  const columns = columnsIn(db, name);
  const key = columns.flatMap(({ pk }, at) => (pk > 0 ? [{ pk, at }] : []));
  return {
    name,
    columns: columns.map(column => column.name),
    key: key.sort((a, b) => a.pk - b.pk).map(({ at }) => at),
  };
};

/** Each after those that it refers to. */
const inOrder = (db: DatabaseSync, names: readonly string[]): readonly string[] => {
  const refers = (name: string) =>
    db
      .prepare('select "table" as other from pragma_foreign_key_list(?)')
      .all(name)
      .map(({ other }) => String(other));
  const done: string[] = [];
  const visit = (name: string): void => {
    if (done.includes(name)) return;
    for (const other of refers(name)) if (other !== name) visit(other);
    done.push(name);
  };
  for (const name of names) visit(name);
  return done;
};

/**
 * The tables that some migrations make, in an order in which they can be filled: they are run in memory and looked at, so that no
 * list can forget one. What Kysely and its lease keep is not among them. Refuses migrations of a newer program.
 */
export const tablesOf = async (applied: readonly string[]): Promise<readonly Table[]> => {
  const [{ DatabaseSync }, { Kysely }, { overNode }, { migrations }] = await Promise.all([
    import('node:sqlite'),
    import('kysely'),
    import('#src/store/kysely-sqlite.ts'),
    import('#src/store/migrations/index.ts'),
  ]);
  const db = new DatabaseSync(':memory:');
  const kysely = new Kysely<unknown>({ dialect: overNode(db) });
  try {
    for (const name of applied) {
      const load = migrations[name];
      if (!load) throw new Error(`Migration ${name} is of a newer program, or its run did not end.`);
      await (await load()).up(kysely, 'sqlite');
    }
    const made = db
      .prepare(
        "select name from sqlite_master where type = 'table' and name not like 'sqlite_%' order by name",
      )
      .all();
    return inOrder(
      db,
      made.map(({ name }) => String(name)),
    ).map(name => tableIn(db, name));
  } finally {
    await kysely.destroy();
  }
};
