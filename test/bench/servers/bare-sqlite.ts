import { DatabaseSync } from 'node:sqlite';
import type { CaseStore, Receive, Received } from '#src/cases/store.ts';

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
  const insert = (table: string, columns: number) =>
    db.prepare(`insert into ${table} values (${Array.from({ length: columns }, () => '?').join(', ')})`);
  const cases = insert('cases', 21);
  const events = insert('events', 8);
  const keys = insert('idempotency_keys', 4);
  let waiting: Waiting[] = [];
  const write = ({ case: row, event, key }: Receive): void => {
    cases.run(
      row.id,
      row.number,
      row.form,
      row.state,
      row.enterprise,
      row.creditCode,
      row.area,
      row.line,
      row.answers,
      row.sealed,
      row.wrappedKey,
      row.keyId,
      row.handler,
      row.routing,
      row.due,
      row.heldFor,
      row.pinHash,
      row.tokenHash,
      row.receivedAt,
      row.head,
      row.headMac,
    );
    events.run(
      event.caseId,
      event.seq,
      event.at,
      event.kind,
      event.actor,
      event.data,
      event.sealed,
      event.mac,
    );
    keys.run(key.hash, key.payload, row.id, key.expiresAt);
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
