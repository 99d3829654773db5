import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { openApp } from '#src/app.ts';
import { type Receipt, receive, type Submission } from '#src/cases/receive.ts';
import { config } from '#src/config.ts';
import { materials as form } from '#src/forms/materials.ts';
import { read } from '#src/forms/read.ts';
import { type Server, startServer } from '../server.ts';
import { newDatabase } from '../store/database.ts';
import { materials, newKey } from '../submissions.ts';
import { load, median, percentile } from './load.ts';

/**
 * `node test/bench/million.ts --cases 1000000 [--rounds 5] [--postgres URL]`: a store of so many cases beside one that is all but
 * empty, in turns: submitting, and looking a case up by its link, with 1 and 16 clients. Fails where the full one takes more than 1.5
 * times as long. `--postgres` is a server on which databases may be made. A million cases take about 3 GB.
 */
const { values } = parseArgs({
  options: {
    cases: { type: 'string', default: '1000000' },
    rounds: { type: 'string', default: '5' },
    seconds: { type: 'string', default: '4' },
    postgres: { type: 'string', default: '' },
  },
});
const [wanted, rounds, seconds] = [values.cases, values.rounds, values.seconds].map(Number) as [
  number,
  number,
  number,
];
/** Cases in the other store: enough to look up. */
const few = 500;
const atOnce = 1024;
const limit = 1.5;

type Link = { readonly number: string; readonly token: string };
type Filled = {
  readonly server: Server;
  readonly links: readonly Link[];
  readonly remove: () => Promise<void>;
};

const submissions = (tables: Parameters<typeof read>[2]) => {
  const reading = read(form, materials(), tables, '2020-03-20');
  if (reading.tag !== 'read') throw new Error('the sample is refused');
  const { answers } = reading;
  return (n: number): Submission => ({
    form,
    answers: { ...answers, enterprise: { ...answers.enterprise, name: `示范企业${n}` } },
    key: newKey(),
    once: false,
    lang: 'zh-Hans',
    heldFor: [],
  });
};

/** Files cases as the program itself does, over the year before today; gives back some of their links. */
const fill = async (env: Readonly<Record<string, string>>, count: number): Promise<readonly Link[]> => {
  const app = await openApp(config({ LOG_LEVEL: 'silent', ...env }), { migrate: true, thread: true });
  const make = submissions(app.office.tables);
  const links: Link[] = [];
  const started = performance.now();
  const year = 365 * 24 * 3_600_000;
  const begun = Date.now() - year;
  let next = 0;
  const one = async (): Promise<void> => {
    while (next < count) {
      const n = next++;
      const office = { ...app.office, now: () => new Date(begun + (year * n) / count) };
      const result = await receive(office, make(n));
      if (result.tag !== 'received') throw new Error(result.tag);
      const { case: row, token }: Receipt = result.receipt;
      if (n % Math.ceil(count / 5000) === 0) links.push({ number: row.number, token });
    }
  };
  await Promise.all(Array.from({ length: Math.min(atOnce, count) }, one));
  // As it would have been swept hourly.
  await app.office.store.sweep({ at: new Date().toISOString() });
  await app.office.store.close();
  const took = (performance.now() - started) / 1000;
  console.log(`${count} cases filed in ${took.toFixed(0)} s (${(count / took).toFixed(0)}/s)`);
  return links;
};

const prepare = async (count: number): Promise<Filled> => {
  const data = mkdtempSync(join(tmpdir(), 'reopendesk-million-'));
  const database = values.postgres === '' ? null : await newDatabase(values.postgres);
  const env = { REOPENDESK_DATA: data, DATABASE_URL: database?.url ?? '' };
  const links = await fill(env, count);
  const server = await startServer({ ...env, RATE_LIMIT: 'off', NODE_OPTIONS: '--max-semi-space-size=8' });
  return {
    server,
    links,
    remove: async () => {
      await server.stop();
      await database?.remove();
      rmSync(data, { recursive: true });
    },
  };
};

type Work = 'submit' | 'track';

const measure = async (
  { server, links }: Filled,
  work: Work,
  clients: number,
): Promise<readonly number[]> => {
  const target = { port: Number(new URL(server.url).port), clients, seconds };
  const pick = () => JSON.stringify(links[Math.floor(Math.random() * links.length)]);
  const run =
    work === 'submit'
      ? await load({ ...target, path: '/api/cases/materials' }, () => JSON.stringify(materials()))
      : await load({ ...target, path: '/api/track', status: 200 }, pick);
  if (run.refused > 0) throw new Error(`${work}: ${run.refused} refused`);
  return run.latencies;
};

/** Both stores in turn, round after round, so that a noisy minute hits both alike; medians over the rounds. */
const compare = async (full: Filled, empty: Filled, work: Work, clients: number): Promise<boolean> => {
  const runs: Record<'full' | 'empty', { p50: number; p99: number }[]> = { full: [], empty: [] };
  for (let round = 0; round < rounds; round++) {
    for (const [name, store] of [['full', full] as const, ['empty', empty] as const]) {
      const all = await measure(store, work, clients);
      runs[name].push({ p50: percentile(all, 0.5), p99: percentile(all, 0.99) });
    }
  }
  const ratios = (['p50', 'p99'] as const).map(which => {
    const [one, other] = [runs.full, runs.empty].map(list => median(list.map(run => run[which])));
    return { one: one ?? 0, other: other ?? 0, ratio: (one ?? 0) / (other ?? 1) };
  });
  const cells = ratios.map(
    ({ one, other, ratio }) => `${other.toFixed(2)} | ${one.toFixed(2)} | ${ratio.toFixed(2)}`,
  );
  console.log(`| ${work} | ${clients} | ${cells.join(' | ')} |`);
  return ratios.every(({ ratio }) => ratio <= limit);
};

const empty = await prepare(few);
const full = await prepare(wanted);
try {
  console.log(
    `\n| work | clients | p50 empty, ms | p50 of ${wanted} | ratio | p99 empty, ms | p99 of ${wanted} | ratio |\n|---|---:|---:|---:|---:|---:|---:|---:|`,
  );
  const within: boolean[] = [];
  for (const work of ['submit', 'track'] as const)
    for (const clients of [1, 16]) within.push(await compare(full, empty, work, clients));
  if (!within.every(Boolean)) process.exitCode = 1;
} finally {
  await Promise.all([full, empty].map(one => one.remove()));
}
