import { randomBytes } from 'node:crypto';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { App } from '#src/app.ts';
import { pdf } from '../attachments/samples.ts';
import { everySample } from '../forms/every.ts';
import { samplesB } from '../forms/samples-b.ts';
import { linkOf, type Receipt } from '../functions/knock.ts';
import { type Server, startServer } from '../server.ts';
import { consultation, materials, newKey, type Tree } from '../submissions.ts';
import { type Client, jsonOf, newClient, numbersOf, receiptIn } from './faults/client.ts';
import { dieEverywhere, type Errand } from './faults/deaths.ts';
import { keptIn, openLeft } from './faults/kept.ts';
import { type Faults, newFaults } from './faults/plan.ts';

/** A server that may die, a client that goes on asking, and what must be found at last: every case by its number, with its events. */
type Scene = {
  readonly server: Server;
  readonly faults: Faults;
  readonly client: Client;
  readonly expected: Map<string, readonly string[]>;
  /** Names of enterprises whose post without a key is a case of a number that nobody was told. */ readonly untold: string[];
  readonly database: string;
};

const newScene = async (database = ''): Promise<Scene> => {
  const faults = newFaults();
  const server = await startServer({ ...faults.env, RATE_LIMIT: 'off', DATABASE_URL: database });
  return { server, faults, client: newClient(server), expected: new Map(), untold: [], database };
};

const endScene = async ({ server, faults }: Scene): Promise<void> => {
  await server.stop();
  faults.remove();
};

const needs = (): Tree => ({
  enterprise: materials().enterprise,
  contact: { name: '王小明', phone: '13800138000' },
  needs: [
    { kind: 'materials', what: '一次性口罩' },
    { kind: 'labour', what: '焊工' },
    { kind: 'financing', what: '发工资的周转资金' },
  ],
  consent: true,
});

/** A form that this server was not sent yet: its notice is kept with the first. */
const anyForm = (n: number): readonly [string, Tree] => {
  const names = Object.keys(everySample).filter(name => name !== 'several');
  const form = names[n % names.length] ?? '';
  return [form, { ...everySample[form]?.least, enterprise: materials().enterprise }];
};

const dying =
  ({ server, faults }: Scene) =>
  <Told>(make: (n: number) => Promise<Errand<Told>>): Promise<readonly string[]> =>
    dieEverywhere(server, faults, make);

/** A submission, sent under its key until it is answered: the same receipt as often as it is asked for. */
const submitting =
  ({ client, expected }: Scene, make: (n: number) => readonly [string, Tree]) =>
  async (n: number): Promise<Errand<Receipt>> => {
    const [[form, body], key] = [make(n), newKey()];
    const send = async () => receiptIn(await client.send(form, body, key));
    return {
      send,
      settled: async (first, told) => {
        if (first) expect(told).toEqual(first);
        expect(await send()).toEqual(told);
        for (const number of numbersOf(told)) expected.set(number, ['received']);
      },
    };
  };

/** An act on a case of its own, which was stored before. */
const acting =
  (
    { client, expected }: Scene,
    name: string,
    of: (sent: Tree) => object,
    kinds: readonly string[],
    [form, tree]: readonly [string, () => Promise<Tree>] = ['materials', async () => materials()],
  ) =>
  async (): Promise<Errand<unknown>> => {
    const sent = await tree();
    const receipt = await receiptIn(await client.send(form, sent, newKey()));
    const send = async () => jsonOf(await client.act(name, { ...linkOf(receipt), ...of(sent) }), 200);
    return {
      send,
      settled: async (_, told) => {
        expect(await send()).toEqual(told);
        for (const number of numbersOf(receipt)) expected.set(number, ['received', ...kinds]);
      },
    };
  };

/** Sends a file and gives back its id; where the server died, goes on where it is. */
const upload = async (client: Client, draft: string, known: { id?: string }): Promise<string> => {
  const bytes = new Uint8Array(pdf());
  const id =
    known.id ??
    (
      (await jsonOf(
        await client.openUpload(draft, {
          form: 'filing',
          field: 'application',
          name: '申请表.pdf',
          size: bytes.length,
        }),
        201,
      )) as { id: string }
    ).id;
  known.id = id;
  const said = (await jsonOf(await client.putSlice(draft, id, bytes), 200)) as { state: string };
  expect(said.state).toBe('kept');
  return id;
};

const filing = (id: string): Tree => ({
  ...samplesB.filing.least,
  enterprise: materials().enterprise,
  application: [id],
});

/** A filing with a file that was sent before. */
const filingIn = async (client: Client): Promise<Tree> =>
  filing(await upload(client, randomBytes(20).toString('hex'), {}));

/** A file and then its form: one errand. */
const filingWithFile = (scene: Scene) => async (): Promise<Errand<Receipt>> => {
  const { client, expected } = scene;
  const [key, draft, known] = [newKey(), randomBytes(20).toString('hex'), {} as { id?: string; sent?: Tree }];
  const send = async () => {
    // A form that was sent has taken its file: only the form is sent again.
    known.sent ??= filing(await upload(client, draft, known));
    return receiptIn(await client.send('filing', known.sent, key));
  };
  return {
    send,
    settled: async (first, told) => {
      if (first) expect(told).toEqual(first);
      for (const number of numbersOf(told)) expected.set(number, ['received']);
    },
  };
};

/** A post without JavaScript: it has no key, and whoever sends it again hears that it was received. */
const posting =
  ({ client, untold }: Scene) =>
  async (): Promise<Errand<number>> => {
    const tree = consultation();
    const send = async () => (await client.submit('consultation', tree)).status;
    return {
      send,
      settled: async (first, told) => {
        if (first) expect([first, told]).toEqual([303, 409]);
        else expect([303, 409]).toContain(told);
        untold.push((tree.enterprise as { name: string }).name);
      },
    };
  };

/** All that is stored, and nothing else; each chain whole. */
const expectKept = async ({ server, expected, untold, database }: Scene): Promise<App> => {
  await server.kill();
  const app = await openLeft({ REOPENDESK_DATA: server.data, DATABASE_URL: database });
  const kept = await keptIn(app);
  expect(kept.map(one => one.fault).filter(Boolean)).toEqual([]);
  const [told, others] = [true, false].map(is => kept.filter(one => expected.has(one.row.number) === is));
  expect(new Map(told?.map(one => [one.row.number, one.kinds]))).toEqual(expected);
  expect(others?.map(one => one.row.enterprise)).toEqual(untold);
  return app;
};

/** What each errand died before, in short. */
const report = (deaths: Readonly<Record<string, readonly string[]>>): void => {
  for (const [name, all] of Object.entries(deaths))
    console.log(
      `${name}: ${all.length} deaths, before ${all.map(one => one.replace(/^\w+ /, '')).join(', ')}`,
    );
};

const blobsIn = (data: string): readonly string[] => {
  const root = join(data, 'attachments');
  return existsSync(root)
    ? readdirSync(root, { recursive: true })
        .map(String)
        .filter(name => name.includes('/'))
    : [];
};

describe.concurrent('The server is killed before every single write, SQLite', () => {
  let scene: Scene;
  let files: Scene;
  beforeAll(async () => {
    [scene, files] = await Promise.all([newScene(), newScene()]);
  });
  afterAll(() => Promise.all([scene, files].map(endScene)));

  test('submissions and acts: sent again, each is there once, with the number it was told first', async () => {
    const die = dying(scene);
    const deaths = {
      submission: await die(submitting(scene, anyForm)),
      'linked cases': await die(submitting(scene, () => ['several', needs()])),
      'without a key': await die(posting(scene)),
      reply: await die(acting(scene, 'reply', () => ({ text: '还缺两箱手套' }), ['supplemented'])),
      withdrawal: await die(acting(scene, 'withdraw', () => ({}), ['withdrawn'])),
      change: await die(
        acting(scene, 'change', sent => ({ answers: { ...sent, note: '改送北门' } }), ['changed']),
      ),
    };
    report(deaths);
    // Between them may stand what the server does by the clock.
    for (const all of Object.values(deaths))
      expect(all).toEqual(expect.arrayContaining(['sql commit', 'answer']));
    const app = await expectKept(scene);
    await app.office.store.close();
  }, 600_000);

  test('files: a submission has its file, an erased case has none, and what a death left over is swept', async () => {
    const die = dying(files);
    const deaths = {
      'file and form': await die(filingWithFile(files)),
      erasure: await die(
        acting(files, 'erase', () => ({}), ['erased'], ['filing', () => filingIn(files.client)]),
      ),
    };
    report(deaths);
    const app = await expectKept(files);
    const { office, attachments } = app;
    Object.assign(office, { now: () => new Date(Date.now() + 25 * 3_600_000) });
    await attachments.sweep();
    const left: string[] = [];
    for (const number of files.expected.keys()) {
      const row = await office.store.caseByNumber(number);
      const found = await attachments.of(row?.id ?? '');
      expect(found).toHaveLength(row?.enterprise === '' ? 0 : 1);
      for (const one of found) for await (const part of await one.read()) left.push(String(part.length));
    }
    expect(blobsIn(files.server.data)).toHaveLength(left.length);
    await office.store.close();
  }, 600_000);
});
