import { execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Load, load, median, percentile } from './load.ts';

/**
 * Accepted submissions a second at 1, 16 and 64 clients, ours interleaved with its two baselines in one run. Takes about four minutes.
 * Ratios within the run are what counts; the machine is shared. Postgres where TEST_DATABASE_URL is set.
 */
const seconds = 4;
const rounds = 3;
const clients = [1, 16, 64] as const;

type Server = {
  readonly name: string;
  readonly port: number;
  readonly pid: number;
  readonly startMs: number;
  readonly stop: () => Promise<void>;
  /** Starts it anew on the same store. */
  readonly again: () => Promise<Server>;
};

const until = async (url: string): Promise<void> => {
  const deadline = performance.now() + 10_000;
  for (;;) {
    const well = await fetch(url).then(
      response => response.status < 500,
      () => false,
    );
    if (well) return;
    if (performance.now() > deadline) throw new Error(`${url} did not answer within 10 s`);
    await new Promise(resolve => setTimeout(resolve, 2));
  }
};

const startServer = async (
  name: string,
  script: string,
  port: number,
  data: string,
  databaseUrl: string,
): Promise<Server> => {
  const env = {
    ...process.env,
    PORT: String(port),
    HOST: '127.0.0.1',
    REOPENDESK_DATA: data,
    DATABASE_URL: databaseUrl,
    RATE_LIMIT: 'off',
    LOG_LEVEL: 'error',
  };
  const start = performance.now();
  const child = spawn(process.execPath, ['--max-semi-space-size=8', '--import', './src/node.mjs', script], {
    env,
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  await until(`http://127.0.0.1:${port}/api/health`);
  const startMs = performance.now() - start;
  const stop = () =>
    new Promise<void>(resolve => {
      child.once('exit', () => resolve());
      child.kill('SIGTERM');
    });
  const again = () => startServer(name, script, port, data, databaseUrl);
  return { name, port, pid: child.pid ?? 0, startMs, stop, again };
};

const body = (n: number): string =>
  JSON.stringify({
    enterprise: { name: `示范企业${n}`, creditCode: '91350100M000100Y43', area: 'east', line: 'industry' },
    contact: { name: '王芳', phone: '13800138000' },
    reopened: true,
    onSite: 80,
    items: [
      {
        item: 'mask-medical',
        spec: '',
        quantity: n,
        unit: 'piece',
        stock: 2000,
        dailyUse: 600,
        neededBy: '2020-03-25',
      },
    ],
    neededBy: '2020-03-25',
    selfPay: true,
    substitute: true,
    delivery: 'pickup',
    note: '',
    consent: true,
  });

const megabytes = (pid: number): number =>
  Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024;

const rate = (run: Load): number => run.accepted / run.seconds;

/** Every server in turn, round after round, so that a noisy minute hits all alike. */
const interleave = async (
  servers: readonly Server[],
  count: number,
): Promise<ReadonlyMap<string, Load[]>> => {
  const runs = new Map<string, Load[]>(servers.map(server => [server.name, []]));
  for (let round = 0; round < rounds; round += 1) {
    for (const server of servers) {
      const run = await load(
        { port: server.port, path: '/api/cases/materials', clients: count, seconds },
        body,
      );
      if (run.refused > 0) throw new Error(`${server.name} refused ${run.refused} submissions`);
      runs.get(server.name)?.push(run);
    }
  }
  return runs;
};

const compare = async (title: string, servers: readonly Server[]): Promise<void> => {
  console.log(
    `\n${title}\n| server | clients | accepted/s | p50 ms | p99 ms | of ours |\n|---|---:|---:|---:|---:|---:|`,
  );
  for (const count of clients) {
    const runs = await interleave(servers, count);
    const ours = median((runs.get('reopendesk') ?? []).map(rate));
    for (const [name, list] of runs) {
      const all = list.flatMap(run => run.latencies);
      const accepted = median(list.map(rate));
      console.log(
        `| ${name} | ${count} | ${accepted.toFixed(0)} | ${percentile(all, 0.5).toFixed(1)} | ${percentile(all, 0.99).toFixed(1)} | ${name === 'reopendesk' ? '' : `ours is ${(ours / accepted).toFixed(2)} of it`} |`,
      );
    }
  }
};

/** How long from starting to the first healthy answer, with nothing else running: the median of five starts. */
const startAgain = async (server: Server): Promise<number> => {
  const times: number[] = [];
  for (let n = 0; n < 5; n += 1) {
    const started = await server.again();
    times.push(started.startMs);
    await started.stop();
  }
  return median(times);
};

const run = async (title: string, folder: string, servers: readonly Server[]): Promise<void> => {
  const [ours] = servers;
  let memory = 0;
  try {
    await compare(title, servers);
    memory = ours ? megabytes(ours.pid) : 0;
  } finally {
    await Promise.all(servers.map(server => server.stop()));
  }
  if (ours) {
    const milliseconds = await startAgain(ours);
    console.log(
      `${memory.toFixed(0)} MB resident after the load; first healthy answer ${milliseconds.toFixed(0)} ms after starting`,
    );
  }
  rmSync(folder, { recursive: true, force: true });
};

const onSqlite = async (): Promise<void> => {
  const folder = mkdtempSync(join(tmpdir(), 'reopendesk-bench-'));
  const start = (name: string, script: string, port: number) =>
    startServer(name, script, port, join(folder, name), '');
  await run('SQLite', folder, [
    await start('reopendesk', 'src/serve.ts', 4601),
    await start('commit-each', 'test/bench/servers/commit-each.ts', 4602),
    await start('bare', 'test/bench/servers/bare.ts', 4603),
  ]);
};

const onPostgres = async (server: string): Promise<void> => {
  const folder = mkdtempSync(join(tmpdir(), 'reopendesk-bench-'));
  const names = ['reopendesk_bench_ours', 'reopendesk_bench_bare'] as const;
  const urls = names.map(name => {
    execFileSync('psql', [server, '-qc', `drop database if exists ${name}`, '-c', `create database ${name}`]);
    const url = new URL(server);
    url.pathname = `/${name}`;
    return url.href;
  });
  const start = (name: string, script: string, port: number, url = '') =>
    startServer(name, script, port, join(folder, name), url);
  await run('Postgres', folder, [
    await start('reopendesk', 'src/serve.ts', 4604, urls[0]),
    await start('bare', 'test/bench/servers/bare.ts', 4605, urls[1]),
  ]);
  for (const name of names) execFileSync('psql', [server, '-qc', `drop database ${name}`]);
};

console.log(
  `${cpus()[0]?.model.trim()}, ${cpus().length} cores, Node ${process.version}; ${rounds} rounds of ${seconds} s a server and client count`,
);
await onSqlite();
const postgres = process.env.TEST_DATABASE_URL;
if (postgres) await onPostgres(postgres);
