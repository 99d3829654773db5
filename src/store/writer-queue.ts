import { Worker } from 'node:worker_threads';
import { StoreUnavailable } from '#src/cases/store.ts';
import { noteBatch } from '#src/store/batches.ts';
import type { Command } from '#src/store/commands.ts';
import { type Outcome, settle, unavailable, type Waiting } from '#src/store/outcome.ts';
import type { Sent } from '#src/store/writer-thread.ts';

export type Queue = { submit(command: Command): Promise<unknown>; close(): Promise<void> };

type Entry = Waiting & { readonly command: Command };

/** Commands a message. Were all of one turn to wait for its end, thread and serving would take turns instead of working at once. */
const enough = 8;

/**
 * Hands commands to the writing thread and their answers back, in order. A thread that dies takes down what it had been
 * sent, as StoreUnavailable, and the next command starts another.
 */
export const openQueue = (options: object, thread: URL): Queue => {
  let worker: Worker | null = null;
  let closed = false;
  let gathered: Entry[] = [];
  let sent: Entry[] = [];

  const lost = (from: Worker, cause: unknown): void => {
    if (worker !== from) return;
    worker = null;
    const dropped = sent;
    sent = [];
    for (const entry of dropped) entry.reject(unavailable(cause));
  };

  const start = (): Worker => {
    const started = new Worker(thread, { workerData: options });
    started.on('message', (outcomes: readonly Outcome[]) => {
      const done = sent.splice(0, outcomes.length);
      noteBatch(outcomes.length);
      // A process may end while nothing is on its way.
      if (sent.length === 0) started.unref();
      outcomes.forEach((outcome, i) => {
        const entry = done[i];
        if (entry) settle(entry, outcome);
      });
    });
    started.on('error', error => lost(started, error));
    started.on('exit', () => lost(started, 'the writing thread ended'));
    started.unref();
    return started;
  };
  worker = start();

  const post = (entries: readonly Entry[]): void => {
    worker ??= start();
    worker.postMessage(entries.map(entry => entry.command) satisfies Sent);
    worker.ref();
    sent.push(...entries);
  };

  /** A command that cannot be copied fails alone. */
  const flush = (): void => {
    const entries = gathered;
    gathered = [];
    try {
      if (entries.length > 0) post(entries);
    } catch {
      for (const entry of entries) {
        try {
          post([entry]);
        } catch (error) {
          entry.reject(error instanceof Error ? error : new Error(String(error)));
        }
      }
    }
  };

  return {
    submit: command =>
      new Promise((resolve, reject) => {
        if (closed) return reject(new StoreUnavailable('The store is closed.'));
        const count = gathered.push({ command, resolve, reject });
        if (count >= enough) flush();
        else if (count === 1) setImmediate(flush);
      }),
    close: async () => {
      closed = true;
      flush();
      if (!worker) return;
      const ending = worker;
      ending.ref();
      // Whatever it ends of: what it had been sent has heard of it by then.
      await new Promise(resolve => {
        ending.once('exit', resolve);
        ending.postMessage(null satisfies Sent);
      });
    },
  };
};
