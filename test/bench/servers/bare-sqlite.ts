import { DatabaseSync, type StatementSync } from 'node:sqlite';
import type { CaseStore, Receive, Received } from '#src/cases/store.ts';
import { insertOf } from './insert.ts';

type Waiting = {
  readonly command: Receive;
  readonly resolve: (received: Received) => void;
  readonly reject: (error: unknown) => void;
};

/** The rows of a receipt, inserted on this thread: all that wait share one transaction. */
export const bareSqlite = (file: string): CaseStore['receive'] => {
  const db = new DatabaseSync(file);
  db.exec(
    'pragma journal_mode = wal; pragma synchronous = full; pragma secure_delete = on; pragma busy_timeout = 5000',
  );
  const prepared = new Map<string, StatementSync>();
  const insert = (table: string, row: object): void => {
    const statement = prepared.get(table) ?? db.prepare(insertOf(table, row, () => '?'));
    prepared.set(table, statement);
    statement.run(...Object.values(row));
  };
  let waiting: Waiting[] = [];
  const write = ({ case: row, event, key }: Receive): void => {
    insert('cases', row);
    insert('events', event);
    insert('idempotency_keys', { ...key, caseId: row.id });
  };
  const commit = (): void => {
    const batch = waiting;
    waiting = [];
    try {
      db.exec('begin immediate');
      for (const { command } of batch) write(command);
      db.exec('commit');
      for (const { resolve } of batch) resolve({ tag: 'stored' });
    } catch (error) {
      for (const { reject } of batch) reject(error);
    }
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
      if (waiting.push({ command, resolve, reject }) === 1) setImmediate(commit);
    });
};
