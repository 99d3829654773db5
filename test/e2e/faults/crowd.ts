import type { Receipt } from '../../functions/knock.ts';
import type { Server } from '../../server.ts';
import { consultation, materials, newKey, type Tree } from '../../submissions.ts';
import { jsonOf, newClient, numbersOf, receiptIn } from './client.ts';
import { keptIn, openLeft } from './kept.ts';

/** What a crowd was told, and how often it had to ask. */
type Told = {
  readonly receipts: Receipt[];
  /** Sent again, since the connection was lost or the store away. */ retried: number;
  /** Sent again although it was answered, and heard the same. */ repeated: number;
  /** Other answers under a used key, refused. */ reused: number;
};

export type Run = {
  readonly clients: number;
  readonly submissions: number;
  /** So often, spread over the run, `trouble` befalls the server while requests are on their way. */ readonly troubles: number;
  readonly trouble: () => Promise<void>;
};

/** What was found afterwards. Everything but the first three must be none. */
export type Found = {
  readonly acknowledged: number;
  readonly stored: number;
  readonly seconds: number;
  readonly lost: readonly string[];
  readonly doubled: readonly string[];
  readonly faults: readonly string[];
  readonly unreadable: readonly string[];
};

const pause = (ms: number): Promise<void> => new Promise(resolve => setTimeout(resolve, ms));

const make = (n: number): readonly [string, Tree] =>
  n % 2 ? ['materials', materials()] : ['consultation', consultation()];

const oneClient = (server: Server, told: Told) => {
  const { send } = newClient(server);

  /** Sends under one key until it is answered. Lost connections and 503 are retried; any other answer ends the run. */
  const deliver = async (form: string, tree: Tree, key: string): Promise<Response> => {
    for (;;) {
      const response = await send(form, tree, key).catch(() => null);
      if (response && response.status !== 503) return response;
      await response?.body?.cancel();
      told.retried += 1;
      await pause(50 + Math.random() * 200);
    }
  };

  /** One submission; every eighth sender asks again, every sixteenth tries its key for something else. */
  return async (n: number): Promise<void> => {
    const [[form, tree], key] = [make(n), newKey()];
    const again = async () => receiptIn(await deliver(form, tree, key));
    const receipt = await again();
    told.receipts.push(receipt);
    if (n % 8 === 0) {
      told.repeated += 1;
      if (JSON.stringify(await again()) !== JSON.stringify(receipt))
        throw new Error(`another receipt for ${receipt.number}`);
    }
    if (n % 16 === 0) {
      told.reused += 1;
      await jsonOf(await deliver(form, { ...tree, enterprise: materials().enterprise }, key), 422);
    }
  };
};

/** Sends so many submissions from so many clients, each until it is answered, while the server is in trouble now and then. */
export const crowd = async (server: Server, { clients, submissions, troubles, trouble }: Run) => {
  const told: Told = { receipts: [], retried: 0, repeated: 0, reused: 0 };
  const submit = oneClient(server, told);
  let next = 0;
  let failed = false;
  const client = async (): Promise<void> => {
    while (next < submissions && !failed) await submit(next++);
  };
  const started = performance.now();
  const sending = Promise.all(Array.from({ length: clients }, client)).catch((error: unknown) => {
    failed = true;
    throw error;
  });
  const troubling = (async () => {
    for (let n = 1; n <= troubles; n++) {
      while (told.receipts.length < (submissions * n) / (troubles + 1) && !failed) await pause(1);
      if (failed) return;
      await pause(Math.random() * 15);
      await trouble();
    }
  })();
  await Promise.all([sending, troubling]);
  return { ...told, seconds: (performance.now() - started) / 1000 };
};

const twice = (values: readonly string[]): string[] => {
  const seen = new Set<string>();
  return values.filter(value => seen.size === seen.add(value).size);
};

/** Asks for some of them by number and password, as their senders would. */
const unreadableOf = async (server: Server, receipts: readonly Receipt[]): Promise<readonly string[]> => {
  const { look } = newClient(server);
  const left = [...receipts];
  const wrong: string[] = [];
  const one = async (): Promise<void> => {
    for (let next = left.pop(); next; next = left.pop()) {
      const { number, pin } = next;
      const found = (await (await look({ number, pin })).json()) as { number?: string; state?: string };
      if (found.number !== number || found.state !== 'received') wrong.push(number);
    }
  };
  await Promise.all(Array.from({ length: 8 }, one));
  return wrong;
};

/** Compares what was told with what is stored; ends the server. `looked`: so many are asked for by password. */
export const examine = async (
  server: Server,
  told: Awaited<ReturnType<typeof crowd>>,
  { database = '', looked }: { readonly database?: string; readonly looked: number },
): Promise<Found> => {
  const unreadable = await unreadableOf(server, told.receipts.slice(-looked));
  await server.kill();
  const app = await openLeft({ REOPENDESK_DATA: server.data, DATABASE_URL: database });
  const kept = await keptIn(app);
  await app.office.store.close();
  const numbers = new Set(kept.map(one => one.row.number));
  const acknowledged = told.receipts.flatMap(numbersOf);
  return {
    acknowledged: told.receipts.length,
    stored: kept.length,
    seconds: told.seconds,
    lost: acknowledged.filter(number => !numbers.has(number)),
    doubled: [...twice(acknowledged), ...twice(kept.map(one => one.row.enterprise))],
    faults: kept.flatMap(one => one.fault ?? []),
    unreadable,
  };
};

/** The figures of a run in one line. */
export const inWords = (told: Awaited<ReturnType<typeof crowd>>, found: Found): string =>
  `${found.acknowledged} acknowledged in ${found.seconds.toFixed(1)} s, ${found.stored} stored, ${told.retried} sent again after a loss, ` +
  `${told.repeated} asked twice, ${told.reused} used keys refused; ${found.lost.length} lost, ${found.doubled.length} doubled, ` +
  `${found.faults.length} broken chains, ${found.unreadable.length} unreadable`;
