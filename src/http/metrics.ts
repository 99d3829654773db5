import { createHash, timingSafeEqual } from 'node:crypto';
import type { Look } from '#src/cases/watch.ts';
import type { Ask } from '#src/http/ask.ts';

/** Milliseconds up to which answers are counted together. */
const bounds = [5, 10, 25, 50, 100, 250, 500, 1000, 2500] as const;

type Series = {
  readonly answers: Record<string, number>;
  readonly within: number[];
  sum: number;
  count: number;
};

/** What this process answered since it started. A handful of series, whatever people ask for. */
const routes = new Map<string, Series>();
const mostRoutes = 60;

/** The functions by their first name, pages together; what there is not, and more than the most, as `other`. */
const routeOf = (path: string, status: number): string => {
  if (status === 404 || status === 405) return 'other';
  const [, first = '', second = ''] = path.split('/');
  if (first === 'api') return `/api/${second}`;
  return path.startsWith('/desk/') || path.startsWith('/en/desk/') ? '/desk' : '/';
};

const seriesOf = (route: string): Series => {
  const name = routes.has(route) || routes.size < mostRoutes ? route : 'other';
  const known = routes.get(name);
  if (known) return known;
  const made: Series = { answers: {}, within: bounds.map(() => 0), sum: 0, count: 0 };
  routes.set(name, made);
  return made;
};

/** Counts an answer: a few additions. `ms` is how long it took. */
export const observe = (path: string, status: number, ms: number): void => {
  const series = seriesOf(routeOf(path, status));
  const code = `${Math.floor(status / 100)}xx`;
  series.answers[code] = (series.answers[code] ?? 0) + 1;
  const bound = bounds.findIndex(most => ms <= most);
  if (bound >= 0) series.within[bound] = (series.within[bound] ?? 0) + 1;
  series.sum += ms;
  series.count += 1;
};

const digest = (text: string): Buffer => createHash('sha256').update(text).digest();

/** Whether whoever asks has the token; nobody has where none is set. */
export const mayScrape = (ask: Ask, token: string | null): boolean =>
  token !== null &&
  timingSafeEqual(digest(ask.request.headers.get('authorization') ?? ''), digest(`Bearer ${token}`));

const seconds = (ms: number): string => String(ms / 1000);

function* latencies(): Generator<string> {
  yield '# TYPE reopendesk_request_seconds histogram';
  for (const [route, { within, sum, count }] of routes) {
    const name = 'reopendesk_request_seconds';
    let total = 0;
    for (const [at, bound] of bounds.entries()) {
      total += within[at] ?? 0;
      yield `${name}_bucket{route="${route}",le="${seconds(bound)}"} ${total}`;
    }
    yield `${name}_bucket{route="${route}",le="+Inf"} ${count}`;
    yield `${name}_sum{route="${route}"} ${seconds(sum)}`;
    yield `${name}_count{route="${route}"} ${count}`;
  }
}

function* requests(): Generator<string> {
  yield '# TYPE reopendesk_requests_total counter';
  for (const [route, { answers }] of routes)
    for (const [code, count] of Object.entries(answers))
      yield `reopendesk_requests_total{route="${route}",code="${code}"} ${count}`;
}

const gauges = (look: Look): readonly (readonly [string, number, string])[] => [
  ['reopendesk_up', look.current ? 1 : 0, '1 while the store has the schema of the program'],
  ['reopendesk_cases_open', look.open, 'cases neither closed nor withdrawn'],
  ['reopendesk_cases_held', look.held, 'cases held for an officer'],
  ['reopendesk_cases_overdue', look.overdue, 'open cases whose due time is over'],
  ['reopendesk_outbox_waiting', look.waiting, 'notices still to be sent'],
  ['reopendesk_outbox_dead', look.dead, 'notices that are not tried again by themselves'],
  ['reopendesk_outbox_lag_seconds', look.lag, 'how long the first due notice has been waiting'],
  ['reopendesk_disk_used_ratio', look.disk, 'share of the disk of the data folder that is used'],
  [
    'reopendesk_last_backup_seconds',
    Date.parse(look.lastBackup ?? '1970-01-01') / 1000,
    'when the last backup was made; 0 never',
  ],
  [
    'reopendesk_last_anchor_seconds',
    Date.parse(look.lastAnchor ?? '1970-01-01') / 1000,
    'day of the last anchor; 0 none',
  ],
];

function* text(look: Look): Generator<string> {
  for (const [name, value, help] of gauges(look))
    yield `# HELP ${name} ${help}\n# TYPE ${name} gauge\n${name} ${value}`;
  yield '# TYPE reopendesk_write_batches_total counter';
  yield `reopendesk_write_batches_total ${look.batches.count}`;
  yield '# TYPE reopendesk_write_commands_total counter';
  yield `reopendesk_write_commands_total ${look.batches.commands}`;
  yield* requests();
  yield* latencies();
}

/** The figures in the text format of Prometheus, 0.0.4. */
export const metrics = (look: Look): Response =>
  new Response(`${[...text(look)].join('\n')}\n`, {
    headers: { 'content-type': 'text/plain; version=0.0.4; charset=utf-8', 'cache-control': 'no-store' },
  });
