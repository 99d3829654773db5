import { appendFile, mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import { type Channel, retry, sent } from './channel.ts';

/** Where no other channel is set up: a line a message into a file, or to the log; who it is for and what it says are left out. */
export const log = (file: string | null): Channel => ({
  send: async ({ id, kind, at, to, text }) => {
    const line = JSON.stringify({ at, id, kind, ...(to === '' && { text }) });
    if (file === null) {
      process.stdout.write(`${JSON.stringify({ level: 'info', told: JSON.parse(line) })}\n`);
      return sent;
    }
    try {
      await mkdir(dirname(file), { recursive: true, mode: 0o700 });
      await appendFile(file, `${line}\n`, { mode: 0o600 });
      return sent;
    } catch {
      return retry('file');
    }
  },
});
