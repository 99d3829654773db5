import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { Kysely, type Dialect as KyselyDialect, PostgresAdapter, SqliteAdapter } from 'kysely';
import { Migrator } from 'kysely/migration';
import { migrations } from '#src/store/migrations/index.ts';
import type { Dialect, Schema } from '#src/store/schema.ts';

/** Longer than any step should take. One that takes longer loses nothing: its transaction and the next one's cannot both commit. */
const leaseMs = 60_000;
const lease = 'migrations';

/** Two that start at once: either may find that the other made the table. */
const makeLeases = async (db: Kysely<Schema>): Promise<void> => {
  const table = db.schema
    .createTable('leases')
    .ifNotExists()
    .addColumn('name', 'text', column => column.primaryKey().notNull())
    .addColumn('holder', 'text', column => column.notNull())
    .addColumn('expires_at', 'text', column => column.notNull());
  await table.execute().catch(() => table.execute());
};

/** Looks before it writes: on SQLite a writer would wait, its thread held, for the transaction of the one that migrates. */
const take = async (db: Kysely<Schema>, holder: string): Promise<boolean> => {
  const now = new Date().toISOString();
  const held = db
    .selectFrom('leases')
    .select('holder')
    .where('name', '=', lease)
    .where('expires_at', '>', now);
  if (await held.executeTakeFirst()) return false;
  const row = { holder, expires_at: new Date(Date.parse(now) + leaseMs).toISOString() };
  const taken = await db
    .insertInto('leases')
    .values({ name: lease, ...row })
    .onConflict(on => on.column('name').doUpdateSet(row).where('leases.expires_at', '<=', now))
    .executeTakeFirst();
  return Number(taken.numInsertedOrUpdatedRows ?? 0) > 0;
};

/** A row with an expiry instead of Kysely's own lock: an advisory lock is not portable, and a dead process must not hold it. */
const acquire = async (db: Kysely<Schema>, holder: string): Promise<void> => {
  await makeLeases(db);
  const deadline = Date.now() + leaseMs + 10_000;
  while (!(await take(db, holder))) {
    if (Date.now() > deadline)
      throw new Error('Another process has been migrating the store for over a minute.');
    await sleep(50);
  }
};

const release = async (db: Kysely<Schema>, holder: string): Promise<void> => {
  await db.deleteFrom('leases').where('name', '=', lease).where('holder', '=', holder).execute();
};

class LeasedSqliteAdapter extends SqliteAdapter {
  readonly #holder = randomUUID();
  /** It does, whatever Kysely assumes: a step that fails leaves nothing behind. */
  override get supportsTransactionalDdl(): boolean {
    return true;
  }
  override acquireMigrationLock = (db: Kysely<Schema>): Promise<void> => acquire(db, this.#holder);
  override releaseMigrationLock = (db: Kysely<Schema>): Promise<void> => release(db, this.#holder);
}

class LeasedPostgresAdapter extends PostgresAdapter {
  readonly #holder = randomUUID();
  override acquireMigrationLock = (db: Kysely<Schema>): Promise<void> => acquire(db, this.#holder);
  override releaseMigrationLock = (db: Kysely<Schema>): Promise<void> => release(db, this.#holder);
}

const leased = (name: Dialect, dialect: KyselyDialect): KyselyDialect => {
  // One adapter, hence one holder, for as long as Kysely asks for it.
  const adapter = name === 'sqlite' ? new LeasedSqliteAdapter() : new LeasedPostgresAdapter();
  return {
    createAdapter: () => adapter,
    createDriver: () => dialect.createDriver(),
    createIntrospector: db => dialect.createIntrospector(db),
    createQueryCompiler: () => dialect.createQueryCompiler(),
  };
};

const steps = async (dialect: Dialect) =>
  Object.fromEntries(
    await Promise.all(
      Object.entries(migrations).map(async ([name, load]) => {
        const { up } = await load();
        return [name, { up: (db: Kysely<unknown>) => up(db, dialect) }] as const;
      }),
    ),
  );

/** Runs what has not run yet, up to the step named or all, and closes the connection. Throws what the failed step threw; its transaction is rolled back. */
export const runPending = async (name: Dialect, dialect: KyselyDialect, upTo?: string): Promise<void> => {
  const db = new Kysely<Schema>({ dialect: leased(name, dialect) });
  try {
    const migrator = new Migrator({ db, provider: { getMigrations: () => steps(name) } });
    const { error } = await (upTo === undefined ? migrator.migrateToLatest() : migrator.migrateTo(upTo));
    if (error) throw error;
  } finally {
    await db.destroy();
  }
};
