import { unavailable } from '#src/store/outcome.ts';
import { type Connection, runBatch } from '#src/store/postgres-batch.ts';
import { isTrouble } from '#src/store/postgres-errors.ts';
import type { Client, Pool } from '#src/store/postgres-pool.ts';
import { openBatches } from '#src/store/postgres-queue.ts';
import { values } from '#src/store/program.ts';
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

/** A connection for as long as the work takes; one that failed is thrown away. */
export const connected = async <Answer>(
  pool: Pool,
  work: (connection: Connection) => Promise<Answer>,
): Promise<Answer> => {
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

/** The queue of writes over a pool. */
export const writesOver = (pool: Pool) =>
  openBatches(commands => connected(pool, connection => runBatch(connection, commands)));
