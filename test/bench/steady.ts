import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { startServer } from '../server.ts';
import { materials } from '../submissions.ts';
import { load, median, percentile } from './load.ts';

/**
 * `node test/bench/steady.ts --minutes 20 --clients 16 [--rate 400] [--postgres URL]`: steady load on a real server, whose memory is
 * looked at every ten seconds. Fails where the last minute needs a tenth more than the fifth. The database, which must be empty and
 * its own, or the data folder grows by about 3 KB a submission.
 */
const { values } = parseArgs({
  options: {
    minutes: { type: 'string', default: '20' },
    clients: { type: 'string', default: '16' },
    rate: { type: 'string', default: '400' },
    postgres: { type: 'string', default: '' },
  },
});
const [minutes, clients, rate] = [values.minutes, values.clients, values.rate].map(Number) as [
  number,
  number,
  number,
];
/** Seconds between two looks; less where the whole run is short. */
const step = Math.min(10, minutes * 6);

type Sample = { readonly minute: number; readonly rss: number };

const rssOf = (pid: number): number =>
  Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024;

/** Megabytes a minute, by least squares. */
const slope = (samples: readonly Sample[]): number => {
  const mean = (of: (one: Sample) => number) =>
    samples.reduce((sum, one) => sum + of(one), 0) / samples.length;
  const [x, y] = [mean(one => one.minute), mean(one => one.rss)];
  const square = samples.reduce((sum, one) => sum + (one.minute - x) ** 2, 0);
  return samples.reduce((sum, one) => sum + (one.minute - x) * (one.rss - y), 0) / square;
};

const between = (samples: readonly Sample[], from: number, to: number): number =>
  median(samples.filter(one => one.minute > from && one.minute <= to).map(one => one.rss));

const body = (): string => JSON.stringify(materials());

const server = await startServer({
  RATE_LIMIT: 'off',
  DATABASE_URL: values.postgres,
  // As `npm run serve` starts it.
  NODE_OPTIONS: '--max-semi-space-size=8',
});
try {
  const port = Number(new URL(server.url).port);
  const target = {
    port,
    path: '/api/cases/materials',
    clients,
    seconds: step,
    every: (clients * 1000) / rate,
  };
  const samples: Sample[] = [];
  const started = performance.now();
  let accepted = 0;
  let refused = 0;
  // Latencies by tenths of a millisecond: a list of half a million would be the load's own growth.
  const tenths = new Map<number, number>();
  const elapsed = (): number => (performance.now() - started) / 60_000;
  while (elapsed() < minutes) {
    const run = await load(target, body);
    accepted += run.accepted;
    refused += run.refused;
    for (const ms of run.latencies) {
      const tenth = Math.round(ms * 10);
      tenths.set(tenth, (tenths.get(tenth) ?? 0) + 1);
    }
    samples.push({ minute: elapsed(), rss: rssOf(server.pid()) });
    const { minute, rss } = samples.at(-1) ?? { minute: 0, rss: 0 };
    console.log(
      `${minute.toFixed(1)} min  ${rss.toFixed(0)} MB  ${(run.accepted / run.seconds).toFixed(0)}/s  p99 ${percentile(run.latencies, 0.99).toFixed(1)} ms`,
    );
  }
  let above = 0;
  let p99 = 0;
  for (const [tenth, count] of [...tenths].sort(([a], [b]) => b - a)) {
    above += count;
    if (above <= accepted * 0.01) continue;
    p99 = tenth;
    break;
  }
  // The first quarter of a short run stands for the first five minutes of a long one.
  const warm = Math.min(5, minutes / 4);
  const width = Math.min(1, minutes / 4);
  const [first, fifth, last] = [
    between(samples, 0, width),
    between(samples, warm - width / 2, warm + width / 2),
    between(samples, minutes - width, Number.POSITIVE_INFINITY),
  ];
  const later = samples.filter(one => one.minute > warm);
  console.log(
    `\n${clients} clients, ${elapsed().toFixed(1)} min, ${accepted} accepted (${(accepted / elapsed() / 60).toFixed(0)}/s), ${refused} refused, p99 ${p99 / 10} ms\n` +
      `memory: first ${first.toFixed(0)} MB, after ${warm} min ${fifth.toFixed(0)} MB, last ${last.toFixed(0)} MB; ` +
      `from there ${slope(later).toFixed(2)} MB a minute`,
  );
  if (refused > 0 || last > fifth * 1.1) process.exitCode = 1;
} finally {
  await server.stop();
}
