import type { CaseStore } from '#src/cases/store.ts';
import { caseStore } from '#src/store/adapter.ts';
import { unavailable } from '#src/store/outcome.ts';
import { type Connection, runBatch } from '#src/store/postgres-batch.ts';
import { isTrouble, isUnmigrated } from '#src/store/postgres-errors.ts';
import { type Client, openPool, type Pool } from '#src/store/postgres-pool.ts';
import { openBatches } from '#src/store/postgres-queue.ts';
import { driveLater, type Program, values } from '#src/store/program.ts';
import { statements } from '#src/store/statements.ts';

const over = (client: Client): Connection => ({
  ask: async ({ name, args }) => {
    const query = statements.postgres[name];
    const { rows, rowCount } = await client.query({
      name,
      text: query.sql,
      values: values(query.args, args),
    });
    return { rows, changes: rowCount ?? 0 };
  },
  control: async text => (await client.query({ text })).command,
});

/** The store over any pool. Ending the store ends the pool. */
export const openPostgresOver = (pool: Pool): CaseStore => {
  /** A connection for as long as the work takes; one that failed is thrown away. */
  const connected = async <Answer>(work: (connection: Connection) => Promise<Answer>): Promise<Answer> => {
    const client = await pool.connect().catch(error => {
      throw unavailable(error);
    });
    try {
      const answer = await work(over(client));
      client.release();
      return answer;
    } catch (error) {
      client.release(isTrouble(error));
      throw isTrouble(error) ? unavailable(error) : error;
    }
  };
  const batches = openBatches(commands => connected(connection => runBatch(connection, commands)));
  let closing: Promise<void> | null = null;
  return caseStore({
    read: <Answer>(program: Program<Answer>) => connected(connection => driveLater(program, connection.ask)),
    submit: batches.submit,
    isUnmigrated,
    close: () => {
      closing ??= batches.close().then(() => pool.end());
      return closing;
    },
  });
};

/**
 * The store in a Postgres, or what speaks its protocol. Connects when first used and does not migrate; a database that
 * cannot be reached is StoreUnavailable at each call.
 */
export const openPostgres = async ({ url }: { readonly url: string }): Promise<CaseStore> =>
  openPostgresOver(openPool(url));
