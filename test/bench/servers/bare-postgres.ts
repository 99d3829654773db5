import { Client } from 'pg';
import type { CaseStore, Receive, Received } from '#src/cases/store.ts';
import { insertOf } from './insert.ts';

type Waiting = {
  readonly command: Receive;
  readonly resolve: (received: Received) => void;
  readonly reject: (error: unknown) => void;
};

const insert = (client: Client, table: string, row: object): Promise<unknown> =>
  client.query({ name: table, text: insertOf(table, row, n => `$${n}`), values: Object.values(row) });

/** The rows of a receipt over two pipelined connections: all that wait while one is busy share the next transaction. */
export const barePostgres = async (url: string): Promise<CaseStore['receive']> => {
  const free: Client[] = [];
  let waiting: Waiting[] = [];
  for (let n = 0; n < 2; n += 1) {
    const client = new Client({ connectionString: url, pipeline: true });
    await client.connect();
    free.push(client);
  }
  const write = (client: Client, { case: row, event, key }: Receive): Promise<unknown>[] => [
    insert(client, 'cases', row),
    insert(client, 'events', event),
    insert(client, 'idempotency_keys', { ...key, caseId: row.id }),
  ];
  const commit = async (): Promise<void> => {
    const client = free.pop();
    if (!client) return;
    const batch = waiting;
    waiting = [];
    try {
      await Promise.all([
        client.query('begin'),
        ...batch.flatMap(({ command }) => write(client, command)),
        client.query('commit'),
      ]);
      for (const { resolve } of batch) resolve({ tag: 'stored' });
    } catch (error) {
      for (const { reject } of batch) reject(error);
    }
    free.push(client);
    if (waiting.length > 0) void commit();
  };
  // Numbers are remembered instead of asked for: the bound may cheat where it costs ours a look.
  const numbers = new Set<string>();
  return command =>
    new Promise((resolve, reject) => {
      if (numbers.has(command.case.number)) {
        resolve({ tag: 'number-taken' });
        return;
      }
      numbers.add(command.case.number);
      if (waiting.push({ command, resolve, reject }) === 1) setImmediate(() => void commit());
    });
};
