import { afterAll, beforeAll, expect, test } from 'vitest';
import { openApp } from '#src/app.ts';
import { cases, fault } from '#src/cases/review.ts';
import type { CaseRow } from '#src/cases/store.ts';
import { config } from '#src/config.ts';
import { type Receipt, receiptOf } from '../functions/knock.ts';
import { type Server, startServer } from '../server.ts';
import { consultation, materials, newKey } from '../submissions.ts';

const clients = 32;
const kills = 10;

let server: Server;
beforeAll(async () => {
  server = await startServer({ RATE_LIMIT: 'off' });
});
afterAll(() => server.stop());

/** What the clients share: whether they go on, what was acknowledged, and who waits for an acknowledgement. */
const state = { going: true, inFlight: 0, retried: 0, acknowledged: [] as Receipt[] };
const waiting = new Set<() => void>();
const acknowledge = (receipt: Receipt): void => {
  state.acknowledged.push(receipt);
  for (const look of waiting) look();
};

/** Resolves as soon as so many more were acknowledged. */
const acknowledgements = (more: number): Promise<void> => {
  const target = state.acknowledged.length + more;
  return new Promise(resolve => {
    const look = (): void => {
      if (state.acknowledged.length < target) return;
      waiting.delete(look);
      resolve();
    };
    waiting.add(look);
  });
};

const post = (form: string, body: string, key: string): Promise<Response> =>
  fetch(`${server.url}/api/cases/${form}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'idempotency-key': key },
    body,
    signal: AbortSignal.timeout(20_000),
  });

/** One submission, sent again under its key until it is answered or the run is over; what is answered must be a 201. */
const deliver = async (n: number): Promise<void> => {
  const [form, tree] = n % 2 ? ['materials', materials()] : ['consultation', consultation()];
  const [body, key] = [JSON.stringify(tree), newKey()];
  while (state.going) {
    state.inFlight += 1;
    const response = await post(form, body, key)
      .then(async answer => ({ status: answer.status, receipt: await receiptOf(answer) }))
      .catch((error: Error) => {
        // A lost connection is retried; a refusal is no lost connection.
        if (/^\d{3} /.test(error.message)) throw error;
        return null;
      })
      .finally(() => {
        state.inFlight -= 1;
      });
    if (response) return acknowledge(response.receipt);
    state.retried += 1;
    await new Promise(resolve => setTimeout(resolve, 20 + Math.random() * 60));
  }
};

const client = async (n: number): Promise<void> => {
  while (state.going) await deliver(n);
};

/** Kills the server while requests are on their way, at a moment nobody chose. */
const killWhileBusy = async (): Promise<void> => {
  await acknowledgements(10 + Math.floor(Math.random() * 60));
  while (state.inFlight < clients / 4) await new Promise(resolve => setImmediate(resolve));
  await new Promise(resolve => setTimeout(resolve, Math.random() * 15));
  await server.kill('SIGKILL');
  await server.restart();
};

const track = async ({ number, pin }: Receipt): Promise<number> => {
  const body = JSON.stringify({ number, pin });
  const headers = { 'content-type': 'application/json' };
  const answer = await fetch(`${server.url}/api/track`, { method: 'POST', headers, body });
  const found = (await answer.json()) as { number?: string; state?: string };
  return found.number === number && found.state === 'received' ? answer.status : 0;
};

/** Asks for all of them, so many at a time. */
const trackAll = async (receipts: readonly Receipt[]): Promise<number[]> => {
  const left = [...receipts];
  const seen: number[] = [];
  const one = async (): Promise<void> => {
    for (let next = left.pop(); next; next = left.pop()) seen.push(await track(next));
  };
  await Promise.all(Array.from({ length: 8 }, one));
  return seen;
};

const stored = async (): Promise<{ rows: CaseRow[]; faults: string[] }> => {
  const app = await openApp(config({ REOPENDESK_DATA: server.data, LOG_LEVEL: 'silent' }), {
    migrate: false,
  });
  const rows: CaseRow[] = [];
  const faults: string[] = [];
  for await (const row of cases(app.office, null)) {
    rows.push(row);
    const wrong = await fault(app.office, row);
    if (wrong) faults.push(`${row.number}: ${wrong}`);
  }
  await app.office.store.close();
  return { rows, faults };
};

const twice = (values: readonly string[]): string[] => {
  const seen = new Set<string>();
  return values.filter(value => seen.size === seen.add(value).size);
};

test('32 clients submit while the server is killed ten times: every acknowledged case is there, once, readable, whole', async () => {
  const all = Array.from({ length: clients }, (_, n) => client(n));
  const submitting = Promise.all(all);
  const killing = (async () => {
    for (let n = 0; n < kills; n++) await killWhileBusy();
    await acknowledgements(clients);
  })();
  // A client that is refused ends the run at once.
  await Promise.race([killing, submitting]);
  state.going = false;
  await submitting;

  const { acknowledged, retried } = state;
  expect(acknowledged.length).toBeGreaterThan(kills * 10);
  expect(retried).toBeGreaterThan(kills);
  expect(twice(acknowledged.map(receipt => receipt.number))).toEqual([]);
  const seen = await trackAll(acknowledged);
  expect(seen.filter(status => status !== 200)).toEqual([]);
  expect(seen).toHaveLength(acknowledged.length);

  await server.kill();
  const { rows, faults } = await stored();
  expect(faults).toEqual([]);
  const numbers = new Set(rows.map(row => row.number));
  const lost = acknowledged.filter(receipt => !numbers.has(receipt.number.replaceAll('-', '')));
  expect(lost).toEqual([]);
  expect(numbers.size).toBe(rows.length);
  expect(twice(rows.map(row => row.enterprise))).toEqual([]);
  // Beyond what was acknowledged at most what was on its way when the run ended.
  expect(rows.length).toBeLessThanOrEqual(acknowledged.length + clients);
  console.log(`${acknowledged.length} acknowledged, ${rows.length} stored, ${retried} sent again`);
}, 90_000);
