// SQLite's writer in a thread, in the serving thread, and with one commit a command:
//   node test/bench/writer.ts [seconds] [rounds] [think: ms between a caller's requests, 0 for as fast as can be]
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { resolve as path } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Command } from '#src/store/commands.ts';
import { migrateSqlite } from '#src/store/migrate-sqlite.ts';
import { settle, type Waiting } from '#src/store/outcome.ts';
import { openWriter, type WriterOptions } from '#src/store/writer.ts';
import { openQueue, type Queue } from '#src/store/writer-queue.ts';
import { receipt } from '../store/samples.ts';

const seconds = Number(process.argv[2] ?? 5);
const rounds = Number(process.argv[3] ?? 2);
const think = Number(process.argv[4] ?? 0);
const callers = 64;

/** The same batch runner without a thread: what came in one turn of the event loop is committed at its end. */
const inProcess = (options: WriterOptions): Queue => {
  const writer = openWriter(options);
  let gathered: (Waiting & { command: Command })[] = [];
  const flush = (): void => {
    const entries = gathered;
    gathered = [];
    writer.run(entries.map(entry => entry.command)).forEach((outcome, i) => {
      const entry = entries[i];
      if (entry) settle(entry, outcome);
    });
  };
  return {
    submit: command =>
      new Promise((resolve, reject) => {
        if (gathered.push({ command, resolve, reject }) === 1) setImmediate(flush);
      }),
    close: async () => writer.close(),
  };
};

const thread = new URL('../../src/store/writer-thread.ts', import.meta.url);

const variants: Record<string, (options: WriterOptions) => Queue> = {
  thread: options => openQueue(options, thread),
  'in process': inProcess,
  'thread, one commit each': options => openQueue({ ...options, commitEach: true }, thread),
};

/** What parsing, checking and sealing a request takes of the serving thread. */
const work = (): void => {
  const until = performance.now() + 0.1;
  while (performance.now() < until);
};

const measure = async (open: (options: WriterOptions) => Queue) => {
  const folder = mkdtempSync(path(tmpdir(), 'writer-'));
  const file = path(folder, 'store.db');
  await migrateSqlite({ file });
  const queue = open({ file });
  await queue.submit({ kind: 'receive', of: receipt() });
  const delay = monitorEventLoopDelay({ resolution: 1 });
  delay.enable();
  const until = performance.now() + seconds * 1000;
  const waits: number[] = [];
  const caller = async (): Promise<void> => {
    while (performance.now() < until) {
      // A request comes in its own turn, not in the one that answered the last.
      await (think > 0 ? sleep(Math.random() * 2 * think) : new Promise(resolve => setImmediate(resolve)));
      work();
      const from = performance.now();
      await queue.submit({ kind: 'receive', of: receipt() });
      waits.push(performance.now() - from);
    }
  };
  await Promise.all(Array.from({ length: callers }, caller));
  delay.disable();
  await queue.close();
  rmSync(folder, { recursive: true });
  waits.sort((a, b) => a - b);
  return {
    'cases a second': Math.round(waits.length / seconds),
    'p50 ms': waits[Math.floor(waits.length * 0.5)]?.toFixed(1),
    'p99 ms': waits[Math.floor(waits.length * 0.99)]?.toFixed(1),
    'loop delay p99 ms': (delay.percentile(99) / 1e6).toFixed(1),
    'loop delay max ms': (delay.max / 1e6).toFixed(1),
  };
};

for (let round = 1; round <= rounds; round++)
  for (const [name, open] of Object.entries(variants))
    console.log(round, name, JSON.stringify(await measure(open)));
