import { connect, type Socket } from 'node:net';

/** What a run of load gave: accepted answers, their latencies in milliseconds, and the seconds it took. */
export type Load = {
  readonly accepted: number;
  readonly seconds: number;
  readonly latencies: readonly number[];
  readonly refused: number;
};

type Target = {
  readonly port: number;
  readonly path: string;
  readonly clients: number;
  readonly seconds: number;
  /** What an accepted request is answered with; 201 unless told otherwise. */ readonly status?: number;
  /** Milliseconds from one request of a client to its next at least; none unless told otherwise. */ readonly every?: number;
};

const header = /^HTTP\/1\.1 (\d{3})[\s\S]*?\r\ncontent-length: (\d+)[\s\S]*?\r\n\r\n/i;

/** One keep-alive connection that sends the next request when the answer is whole. Raw sockets: the load must cost less than the server. */
const client = (
  target: Target,
  until: number,
  body: (n: number) => string,
  count: (ms: number, status: number) => void,
): Promise<void> =>
  new Promise((resolve, reject) => {
    const socket: Socket = connect(target.port, '127.0.0.1');
    let sent = 0;
    let start = 0;
    let received = '';
    const next = (): void => {
      if (performance.now() >= until) {
        socket.end();
        resolve();
        return;
      }
      sent += 1;
      const text = body(sent);
      const key = crypto.randomUUID().replaceAll('-', '');
      start = performance.now();
      socket.write(
        `POST ${target.path} HTTP/1.1\r\nhost: 127.0.0.1\r\ncontent-type: application/json\r\nidempotency-key: ${key}\r\ncontent-length: ${Buffer.byteLength(text)}\r\n\r\n${text}`,
      );
    };
    socket.setNoDelay(true);
    socket.on('connect', next);
    socket.on('error', reject);
    socket.on('data', chunk => {
      received += chunk.toString('latin1');
      const match = header.exec(received);
      if (!match || received.length < match[0].length + Number(match[2])) return;
      received = '';
      const took = performance.now() - start;
      count(took, Number(match[1]));
      if (target.every === undefined) next();
      else setTimeout(next, Math.max(0, target.every - took));
    });
  });

/** Posts bodies from `clients` connections for so many seconds, each waiting for its answer. Bounded in count and time. */
export const load = async (target: Target, body: (n: number) => string): Promise<Load> => {
  const latencies: number[] = [];
  let refused = 0;
  const start = performance.now();
  const count = (ms: number, status: number): void => {
    if (status === (target.status ?? 201)) latencies.push(ms);
    else refused += 1;
  };
  await Promise.all(
    Array.from({ length: target.clients }, () => client(target, start + target.seconds * 1000, body, count)),
  );
  return { accepted: latencies.length, seconds: (performance.now() - start) / 1000, latencies, refused };
};

/** The value below which the share of all values lies. */
export const percentile = (values: readonly number[], share: number): number => {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
};

export const median = (values: readonly number[]): number => percentile(values, 0.5);
