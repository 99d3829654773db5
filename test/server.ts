import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A server of our own, running as a newcomer would run it: `node src/serve.ts`. */
export type Server = {
  /** `http://127.0.0.1:<port>`, the same after a restart. */ readonly url: string;
  /** Its REOPENDESK_DATA; deleted by `stop`. */ readonly data: string;
  /** What it wrote so far, for the message of a failing test. */ log(): string;
  /** Its process. */ pid(): number;
  /** Sends the signal (SIGTERM by default) and waits until it has ended. */ kill(
    signal?: NodeJS.Signals,
  ): Promise<void>;
  /** Starts it again on the same port and data, after `kill`; ends it first where it still runs. */ restart(): Promise<void>;
  /** Ends it and deletes its data. */ stop(): Promise<void>;
};

const root = join(import.meta.dirname, '..');

const freePort = async (): Promise<number> => {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const address = probe.address();
  probe.close();
  await once(probe, 'close');
  if (address === null || typeof address === 'string') throw new Error('no port');
  return address.port;
};

/** Asks until the server answers, it ends, or the time is over; throws with what it wrote. */
const answers = async (url: string, child: ChildProcess, log: () => string, ms: number): Promise<void> => {
  const deadline = performance.now() + ms;
  while (performance.now() < deadline) {
    if (child.exitCode !== null || child.signalCode !== null) throw new Error(`the server ended:\n${log()}`);
    const response = await fetch(`${url}/api/health`, { signal: AbortSignal.timeout(2000) }).catch(
      () => null,
    );
    if (response?.ok) return;
    await new Promise(resolve => setTimeout(resolve, 50));
  }
  throw new Error(`no answer from ${url}/api/health in ${ms} ms:\n${log()}`);
};

/**
 * Starts the server with a data folder of its own and waits for `/api/health`. `env` adds to what it needs
 * (DATABASE_URL, TRUST_PROXY, RATE_LIMIT=off …); nothing of the test's own environment but PATH and HOME reaches it. `cwd`: where the program
 * and its `dist/` lie.
 */
export const startServer = async (
  env: Readonly<Record<string, string>> = {},
  cwd: string = root,
): Promise<Server> => {
  const data = mkdtempSync(join(tmpdir(), 'reopendesk-'));
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  let written = '';
  const log = () => written;
  let child: ChildProcess | null = null;

  const start = async () => {
    const { PATH = '', HOME = '' } = process.env;
    const own = {
      PATH,
      HOME,
      HOST: '127.0.0.1',
      PORT: String(port),
      REOPENDESK_DATA: data,
      LOG_LEVEL: 'error',
    };
    const started = spawn(process.execPath, ['src/serve.ts'], { cwd, env: { ...own, ...env } });
    for (const stream of [started.stdout, started.stderr]) {
      stream.on('data', part => {
        written += String(part);
      });
    }
    child = started;
    await answers(url, started, log, 30_000);
  };
  const kill = async (signal: NodeJS.Signals = 'SIGTERM') => {
    const running = child;
    child = null;
    if (!running || running.exitCode !== null || running.signalCode !== null) return;
    const ended = once(running, 'exit');
    running.kill(signal);
    await ended;
  };
  const stop = async () => {
    await kill();
    rmSync(data, { recursive: true, force: true });
  };

  await start().catch(async error => {
    await stop();
    throw error;
  });
  const restart = async () => {
    await kill();
    await start();
  };
  return { url, data, log, pid: () => child?.pid ?? 0, kill, restart, stop };
};
