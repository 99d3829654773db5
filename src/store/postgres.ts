import { caseStore, type Store } from '#src/store/adapter.ts';
import { isUnmigrated } from '#src/store/postgres-errors.ts';
import { openPool, type Pool } from '#src/store/postgres-pool.ts';
import { connected, writesOver } from '#src/store/postgres-writes.ts';
import { driveLater, type Program } from '#src/store/program.ts';
import { openQueue, type Queue } from '#src/store/writer-queue.ts';

/** The store over any pool. Ending the store ends the pool. */
export const openPostgresOver = (pool: Pool, writes: Queue = writesOver(pool)): Store => {
  let closing: Promise<void> | null = null;
  return caseStore({
    read: <Answer>(program: Program<Answer>) =>
      connected(pool, connection => driveLater(program, connection.ask)),
    submit: writes.submit,
    isUnmigrated,
    // Its own vacuum does it; the log is the archive's.
    scrub: async () => {},
    close: () => {
      closing ??= writes.close().then(() => pool.end());
      return closing;
    },
  });
};

type Options = {
  readonly url: string;
  /** Write from a thread of its own: for a server that stays up. A function that answers once gains nothing by it. */
  readonly thread?: boolean;
};

/**
 * The store in a Postgres, or what speaks its protocol. Connects when first used and does not migrate; a database that
 * cannot be reached is StoreUnavailable at each call.
 */
export const openPostgres = async ({ url, thread = false }: Options): Promise<Store> => {
  const writes = thread ? openQueue({ url }, new URL('./postgres-thread.ts', import.meta.url)) : undefined;
  return openPostgresOver(openPool(url), writes);
};
