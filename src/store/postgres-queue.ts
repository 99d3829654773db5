import { StoreUnavailable } from '#src/cases/store.ts';
import type { Command } from '#src/store/commands.ts';
import { type Outcome, refused, settle, unavailable, type Waiting } from '#src/store/outcome.ts';

type Entry = Waiting & { readonly command: Command };

/** Commands in one transaction at most: more would wait longer than they save. */
const most = 128;

/** Batches under way at most: while one commits, the next is sent. */
const lanes = 2;

/**
 * Gathers commands while earlier ones commit and runs them in batches, two at a time: measured on one trip a batch, a third more
 * cases than one at a time. Two batches that want the same key wait for each other in the database. `run` gives back an outcome
 * for each command, in order; where it throws, all of the batch hear StoreUnavailable.
 */
export const openBatches = (run: (commands: readonly Command[]) => Promise<readonly Outcome[]>) => {
  let closed = false;
  let waiting: Entry[] = [];
  const running = new Set<Promise<void>>();

  const batch = async (entries: readonly Entry[]): Promise<void> => {
    const commands = entries.map(entry => entry.command);
    const outcomes = await run(commands).catch(error => {
      const outcome = refused(unavailable(error));
      return commands.map(() => outcome);
    });
    outcomes.forEach((outcome, i) => {
      const entry = entries[i];
      if (entry) settle(entry, outcome);
    });
  };

  const drain = async (): Promise<void> => {
    while (waiting.length > 0) {
      const entries = waiting.slice(0, most);
      waiting = waiting.slice(most);
      await batch(entries);
    }
  };
  const pump = (): void => {
    if (running.size >= lanes || waiting.length === 0) return;
    const lane = drain().finally(() => running.delete(lane));
    running.add(lane);
  };

  return {
    submit: (command: Command): Promise<unknown> =>
      new Promise((resolve, reject) => {
        if (closed) return reject(new StoreUnavailable('The store is closed.'));
        if (waiting.push({ command, resolve, reject }) === 1) setImmediate(pump);
      }),
    /** Refuses what comes from now on and waits for what came before. */
    close: async (): Promise<void> => {
      closed = true;
      pump();
      while (running.size > 0) await Promise.all(running);
    },
  };
};
