import { type MessagePort, parentPort, workerData } from 'node:worker_threads';
import { answered, refused } from '#src/store/outcome.ts';
import { openPool } from '#src/store/postgres-pool.ts';
import { writesOver } from '#src/store/postgres-writes.ts';
import type { Sent } from '#src/store/writer-thread.ts';

/** Writes to Postgres beside the serving thread: the protocol's share of a case is a third of its time. Answers go back in order. */
const serve = (port: MessagePort): void => {
  const pool = openPool((workerData as { readonly url: string }).url);
  const writes = writesOver(pool);
  let told = Promise.resolve();
  port.on('message', (sent: Sent) => {
    if (sent === null) {
      told = told
        .then(() => writes.close())
        .then(() => pool.end())
        .then(() => port.close());
      return;
    }
    const outcomes = Promise.all(sent.map(command => writes.submit(command).then(answered, refused)));
    told = told.then(async () => port.postMessage(await outcomes));
  });
};

if (parentPort) serve(parentPort);
