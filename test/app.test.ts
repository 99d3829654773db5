import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import {
  chmodSync,
  cpSync,
  existsSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { app, openApp } from '#src/app.ts';
import { config } from '#src/config.ts';
import { receiptOf, send } from './functions/knock.ts';
import { newFolder, openDesk } from './office.ts';
import { materials } from './submissions.ts';

const root = join(import.meta.dirname, '..');
const folders: string[] = [];
const folder = (): string => {
  const made = newFolder();
  folders.push(made);
  return made;
};
afterEach(() => {
  vi.unstubAllEnvs();
  for (const made of folders.splice(0)) rmSync(made, { recursive: true, force: true });
});

const open = (env: Record<string, string>) => openApp(config(env), { migrate: true });
const refusal = async (env: Record<string, string>): Promise<string> => {
  const error = await open(env).then(
    opened => opened.office.store.close().then(() => 'it opened'),
    (thrown: Error) => thrown.message,
  );
  return error;
};
const newKey = () => randomBytes(32).toString('base64');

/** Runs a script of ours as a person would and gives back how it ended. */
const run = async (args: readonly string[], env: Record<string, string>) => {
  const { PATH = '', HOME = '' } = process.env;
  const child = spawn(process.execPath, args, { cwd: root, env: { PATH, HOME, ...env } });
  const out = { stdout: '', stderr: '' };
  child.stdout.on('data', part => {
    out.stdout += part;
  });
  child.stderr.on('data', part => {
    out.stderr += part;
  });
  const code = await new Promise<number | null>(resolve => child.on('close', resolve));
  return { code, ...out };
};

/** A data folder with one case in it. */
const withCase = async (): Promise<string> => {
  const data = folder();
  const desk = await openDesk({}, data);
  await receiptOf(await send('materials', materials()));
  await desk.app.office.store.close();
  return data;
};

describe('The master key', () => {
  test('a key file of mode 600 in the data folder, made on first start and kept', async () => {
    const data = join(folder(), 'deep', 'data');
    const first = await open({ REOPENDESK_DATA: data });
    await first.office.store.close();
    const file = join(data, 'master.key');
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(statSync(data).mode & 0o777).toBe(0o700);
    expect(Buffer.from(readFileSync(file, 'utf8').trim(), 'base64')).toHaveLength(32);
    const second = await open({ REOPENDESK_DATA: data });
    expect(second.office.keys.wrap.equals(first.office.keys.wrap)).toBe(true);
    await second.office.store.close();
  });

  test('or the environment, in base64 or hex; then no file is made', async () => {
    const data = folder();
    const key = randomBytes(32);
    const texts = [key.toString('base64'), key.toString('hex'), ` ${key.toString('base64')}\n`];
    const ids = [];
    for (const REOPENDESK_KEY of texts) {
      const opened = await open({ REOPENDESK_DATA: data, REOPENDESK_KEY });
      ids.push(opened.office.keys.id);
      await opened.office.store.close();
    }
    expect(new Set(ids).size).toBe(1);
    expect(existsSync(join(data, 'master.key'))).toBe(false);
  });

  test('made once by processes that start at once', async () => {
    const data = folder();
    const script = join(folder(), 'start.mjs');
    const text = `const { openApp } = await import(${JSON.stringify(join(root, 'src/app.ts'))});
      const { config } = await import(${JSON.stringify(join(root, 'src/config.ts'))});
      const { office } = await openApp(config(), { migrate: true });
      console.log(office.keys.id);
      await office.store.close();`;
    writeFileSync(script, text);
    const ended = await Promise.all(
      Array.from({ length: 4 }, () => run([script], { REOPENDESK_DATA: data })),
    );
    expect(ended.map(one => [one.code, one.stderr])).toEqual(Array(4).fill([0, '']));
    expect(new Set(ended.map(one => one.stdout)).size).toBe(1);
    expect(readdirSync(data).sort()).toEqual(['master.key', 'reopendesk.sqlite']);
  });

  test('missing beside an existing database: refused, and none is made', async () => {
    const data = await withCase();
    const kept = readFileSync(join(data, 'master.key'));
    rmSync(join(data, 'master.key'));
    expect(await refusal({ REOPENDESK_DATA: data })).toMatch(/^.*master\.key is missing.*from its backup.*$/);
    expect(existsSync(join(data, 'master.key'))).toBe(false);
    writeFileSync(join(data, 'master.key'), kept, { mode: 0o600 });
    expect(await refusal({ REOPENDESK_DATA: data })).toBe('it opened');
  });

  test('another one is refused at start, in one line that says what to do', async () => {
    const data = await withCase();
    const told = await refusal({ REOPENDESK_DATA: data, REOPENDESK_KEY: newKey() });
    expect(told).toMatch(
      /^The cases in the store are sealed under master key [0-9a-f]{12}, but key .*in place\.$/,
    );
    writeFileSync(join(data, 'master.key'), newKey());
    for (const script of ['src/serve.ts', 'src/commands/cases.ts']) {
      const ended = await run([script, 'list'], { REOPENDESK_DATA: data, PORT: '0' });
      expect([script, ended.code, ended.stdout]).toEqual([script, 1, '']);
      expect(ended.stderr.trim().split('\n')).toHaveLength(1);
      expect(ended.stderr).toContain('Put the right master.key or REOPENDESK_KEY in place');
    }
  });

  test('a file others may read, or that holds no key, is refused', async () => {
    const data = folder();
    const file = join(data, 'master.key');
    writeFileSync(file, newKey(), { mode: 0o600 });
    chmodSync(file, 0o640);
    expect(await refusal({ REOPENDESK_DATA: data })).toBe(
      `${file} can be read by others. Run: chmod 600 ${file}`,
    );
    writeFileSync(file, 'no key');
    chmodSync(file, 0o600);
    expect(await refusal({ REOPENDESK_DATA: data })).toBe(`${file} must hold 32 bytes in base64 or hex`);
    const env = { REOPENDESK_DATA: data, REOPENDESK_KEY: 'c2hvcnQ=' };
    expect(await refusal(env)).toBe('REOPENDESK_KEY must hold 32 bytes in base64 or hex');
  });
});

describe('On Netlify there is no lasting disk', () => {
  test('a file database is refused, and what to set is said', async () => {
    const told = await refusal({ NETLIFY: 'true', REOPENDESK_KEY: newKey() });
    expect(told).toMatch(/^On Netlify set DATABASE_URL .*$/);
  });

  test('so is a start without a master key', async () => {
    const told = await refusal({ AWS_LAMBDA_FUNCTION_NAME: 'cases', DATABASE_URL: 'postgres://x' });
    expect(told).toMatch(/^On Netlify set REOPENDESK_KEY .*openssl rand -base64 32$/);
  });
});

describe('app, as functions use it', () => {
  test('a start that failed is tried again at the next request; one that worked is kept', async () => {
    const data = await withCase();
    vi.resetModules();
    const { app: fresh } = await import('#src/app.ts');
    expect(fresh).not.toBe(app);
    cpSync(join(data, 'master.key'), join(data, 'kept'));
    rmSync(join(data, 'master.key'));
    vi.stubEnv('REOPENDESK_DATA', data);
    await expect(fresh()).rejects.toThrow('master.key is missing');
    await expect(fresh()).rejects.toThrow('master.key is missing');
    cpSync(join(data, 'kept'), join(data, 'master.key'));
    const [one, two] = await Promise.all([fresh(), fresh()]);
    expect(one).toBe(two);
    expect((await one.office.store.list({ form: null, after: null, limit: 5 })).rows).toHaveLength(1);
    await one.office.store.close();
  });

  test('does not migrate: an empty store is told by /api/health, not met as a surprise', async () => {
    vi.resetModules();
    vi.stubEnv('REOPENDESK_DATA', folder());
    const { default: health } = await import('#functions/health.ts');
    const answer = await health(new Request('http://zone.example/api/health'));
    expect([answer.status, await answer.json()]).toMatchObject([
      503,
      { status: 'failing', schema: 0, expected: expect.any(Number) },
    ]);
    const { app: fresh } = await import('#src/app.ts');
    await (await fresh()).office.store.close();
  });
});
