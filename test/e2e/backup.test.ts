import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { copyFileSync, existsSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import type { Receipt } from '../functions/knock.ts';
import { type Server, startServer } from '../server.ts';
import { newDatabase, postgresServer } from '../store/database.ts';
import { consultation, materials, newKey } from '../submissions.ts';
import { jsonOf, newClient, numbersOf, receiptIn } from './faults/client.ts';

/** The restore drill: what was acknowledged before a backup began is in it, whatever happens to backup, server and machine. */
const root = join(import.meta.dirname, '../..');
const phrase = '春江水暖鸭先知 correct horse';
let cleaned: (() => Promise<void> | void)[] = [];
afterEach(async () => {
  for (const clean of cleaned.toReversed()) await clean();
  cleaned = [];
});

const folder = (): string => {
  const made = mkdtempSync(join(tmpdir(), 'reopendesk-'));
  cleaned.push(() => rmSync(made, { recursive: true, force: true }));
  return made;
};

type Ran = { readonly code: number | null; readonly said: string };
const start = (command: string, args: readonly string[], env: Record<string, string>): ChildProcess => {
  const { PATH = '', HOME = '' } = process.env;
  return spawn(process.execPath, [`src/commands/${command}.ts`, ...args], {
    cwd: root,
    env: { PATH, HOME, ...env },
  });
};
const run = async (command: string, args: readonly string[], env: Record<string, string>): Promise<Ran> => {
  const child = start(command, args, env);
  let said = '';
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', (part: Buffer) => {
      said += String(part);
    });
  const [code] = (await once(child, 'exit')) as [number | null];
  return { code, said };
};

const serverOn = async (env: Record<string, string> = {}): Promise<Server> => {
  const server = await startServer({ RATE_LIMIT: 'off', ...env });
  cleaned.push(() => server.stop());
  return server;
};

/** Clients that send one submission after the other until they are told to stop. */
const posting = (server: Server, clients: number) => {
  const { send } = newClient(server);
  const receipts: Receipt[] = [];
  let isOn = true;
  let sent = 0;
  const client = async (): Promise<void> => {
    while (isOn) {
      const n = sent++;
      const [form, tree] = n % 2 ? ['materials', materials()] : ['consultation', consultation()];
      receipts.push(await receiptIn(await send(String(form), tree as object, newKey())));
    }
  };
  const all = Promise.all(Array.from({ length: clients }, client));
  return {
    receipts,
    reached: (count: number) =>
      expect.poll(() => receipts.length, { timeout: 60_000, interval: 5 }).toBeGreaterThanOrEqual(count),
    stop: async () => {
      isOn = false;
      await all;
    },
  };
};

/** Those of the receipts that a server does not answer for. */
const lostOf = async (server: Server, receipts: readonly Receipt[]): Promise<readonly string[]> => {
  const { look } = newClient(server);
  const lost: string[] = [];
  for (const receipt of receipts) {
    const { number, pin } = receipt;
    const found = (await jsonOf(await look({ number, pin }), 200)) as { number?: string };
    if (found.number !== number || numbersOf(receipt).length !== 1) lost.push(number);
  }
  return lost;
};

const kinds = ['SQLite', ...(postgresServer ? ['Postgres'] : [])];
describe.each(kinds)('backed up under load from %s and restored elsewhere', kind => {
  const database = async (): Promise<Record<string, string>> => {
    if (kind === 'SQLite') return {};
    const made = await newDatabase();
    cleaned.push(made.remove);
    return { DATABASE_URL: made.url };
  };

  test('every case acknowledged before is there, and a backup that was killed harms nothing', async () => {
    const [at, backups] = [await database(), folder()];
    const server = await serverOn(at);
    const env = { REOPENDESK_DATA: server.data, ...at };
    const words = join(backups, 'phrase');
    writeFileSync(words, `${phrase}\n`);
    const args = ['--to', backups, '--passphrase-file', words];
    const crowd = posting(server, 8);
    await crowd.reached(100);

    const killed = start('backup', args, env);
    const isBegun = () =>
      readdirSync(backups).some(name => name.endsWith('.part') && statSync(join(backups, name)).size > 0);
    const ended = once(killed, 'exit');
    await expect.poll(isBegun, { timeout: 30_000, interval: 1 }).toBe(true);
    killed.kill('SIGKILL');
    await ended;
    expect(readdirSync(backups).filter(name => name.endsWith('.backup'))).toEqual([]);

    const before = [...crowd.receipts];
    const made = await run('backup', args, env);
    await crowd.stop();
    expect(made).toMatchObject({
      code: 0,
      said: expect.stringMatching(/备份好了：.*\n[\s\S]*主密钥不在里面/),
    });
    expect(crowd.receipts.length).toBeGreaterThan(before.length);
    expect(await lostOf(server, crowd.receipts.slice(-20))).toEqual([]);
    await server.kill();

    const name = readdirSync(backups).find(one => one.endsWith('.backup')) ?? '';
    const [there, data] = [await database(), folder()];
    copyFileSync(join(server.data, 'master.key'), join(data, 'master.key'));
    const target = { REOPENDESK_DATA: data, ...there };
    const restored = await run('restore', [join(backups, name), '--passphrase-file', words], target);
    expect(restored).toMatchObject({
      code: 0,
      said: expect.stringMatching(/校验和都对[\s\S]*全部完整。[\s\S]*MB 内存/),
    });
    const again = await run('restore', [join(backups, name), '--passphrase-file', words], target);
    expect(again).toMatchObject({ code: 1, said: expect.stringContaining('into an empty place only') });

    const elsewhere = await serverOn(target);
    expect(await lostOf(elsewhere, before)).toEqual([]);
    const next = await receiptIn(await newClient(elsewhere).send('materials', materials(), newKey()));
    expect(next.number).toMatch(/^\d/);
  }, 240_000);
});

test('a restoring that is killed counts for nothing: the next run ends it', async () => {
  const backups = folder();
  const server = await serverOn();
  const crowd = posting(server, 8);
  await crowd.reached(300);
  await crowd.stop();
  await server.kill();
  const env = { REOPENDESK_DATA: server.data };
  expect((await run('backup', ['--to', backups], env)).code).toBe(0);
  const file = join(backups, readdirSync(backups)[0] ?? '');
  const data = folder();
  copyFileSync(join(server.data, 'master.key'), join(data, 'master.key'));
  const target = { REOPENDESK_DATA: data };
  const child = start('restore', [file], target);
  const ended = once(child, 'exit');
  await expect.poll(() => existsSync(join(data, 'restoring')), { timeout: 30_000, interval: 1 }).toBe(true);
  child.kill('SIGKILL');
  await ended;
  expect(existsSync(join(data, 'reopendesk.sqlite'))).toBe(false);
  expect(await run('restore', [file], target)).toMatchObject({
    code: 0,
    said: expect.stringContaining('全部完整。'),
  });
  const elsewhere = await serverOn(target);
  expect(await lostOf(elsewhere, crowd.receipts)).toEqual([]);
}, 180_000);

test.skipIf(!postgresServer)(
  'two servers on one Postgres lose nothing and answer for each other',
  async () => {
    const made = await newDatabase();
    cleaned.push(made.remove);
    const env = { DATABASE_URL: made.url, REOPENDESK_KEY: Buffer.alloc(32, 7).toString('base64') };
    const one = await serverOn(env);
    const other = await serverOn(env);
    const crowds = [posting(one, 4), posting(other, 4)];
    await Promise.all(crowds.map(crowd => crowd.reached(60)));
    await Promise.all(crowds.map(crowd => crowd.stop()));
    const [mine = [], theirs = []] = crowds.map(crowd => crowd.receipts);
    expect(await lostOf(one, theirs)).toEqual([]);
    expect(await lostOf(other, mine)).toEqual([]);
    const { send } = newClient(one);
    const key = newKey();
    const tree = materials();
    const answers = await Promise.all([
      send('materials', tree, key),
      newClient(other).send('materials', tree, key),
    ]);
    const [first, second] = await Promise.all(answers.map(receiptIn));
    expect(second).toEqual(first);
  },
  120_000,
);
