import { spawn, spawnSync } from 'node:child_process';
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { reloadKeys, watchKeys } from '#src/app.ts';
import { openAnswers } from '#src/cases/review.ts';
import { formOf } from '#src/forms/index.ts';
import { receiptOf, send } from '../functions/knock.ts';
import { allCases, type Desk, openDesk } from '../office.ts';
import { materials } from '../submissions.ts';

const root = join(import.meta.dirname, '../..');
let desk: Desk;
beforeEach(async () => {
  desk = await openDesk();
});
afterEach(() => desk.stop());

const env = (set: Record<string, string> = {}) => {
  const { PATH = '', HOME = '' } = process.env;
  return { PATH, HOME, REOPENDESK_DATA: desk.data, ...set };
};
const run = (script: string, args: readonly string[], set: Record<string, string> = {}) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [`src/commands/${script}.ts`, ...args], {
    cwd: root,
    env: env(set),
    encoding: 'utf8',
  });
  return { status, stdout, stderr };
};
const linesInFile = () => readFileSync(join(desk.data, 'master.key'), 'utf8').trim().split('\n');
const readable = async (): Promise<number> => {
  const form = formOf('materials');
  const rows = await allCases(desk);
  for (const row of rows) if (form) openAnswers(desk.app.office, form, row);
  return rows.length;
};

describe('npm run keys', () => {
  test('rotate: a new key file of mode 600 with one key, everything still opens; list says so', async () => {
    for (let n = 0; n < 5; n++) await receiptOf(await send('materials', materials()));
    const [before] = linesInFile();
    const rotated = run('keys', ['rotate']);
    expect([rotated.status, rotated.stderr]).toEqual([0, '']);
    expect(rotated.stdout).toMatch(/已换5件[\s\S]*换好了：5件，附件0个[\s\S]*请备份新的密钥文件/);
    expect(rotated.stdout).not.toContain(before);
    expect(linesInFile()).toHaveLength(1);
    expect(linesInFile()).not.toContain(before);
    expect(statSync(join(desk.data, 'master.key')).mode & 0o777).toBe(0o600);
    await reloadKeys(desk.app);
    expect(await readable()).toBe(5);
    const { id } = desk.app.office.keys;
    expect(run('keys', ['list']).stdout).toBe(`${id}  封着5件，新收的用这把\n`);
  }, 60_000);

  test('index: cases from before there were look-ups get theirs, once', async () => {
    for (let n = 0; n < 3; n++) await receiptOf(await send('materials', materials()));
    const db = new DatabaseSync(desk.file);
    db.exec('delete from lookups');
    db.close();
    expect(run('keys', ['index'])).toEqual({ status: 0, stdout: '补好了：3件。\n', stderr: '' });
    expect(run('keys', ['index']).stdout).toBe('补好了：0件。\n');
    expect(run('keys', ['constructor']).status).toBe(2);
  }, 60_000);

  test('killed in the middle and run again it goes on, while people send to a server that stays up', async () => {
    for (let n = 0; n < 300; n++) await receiptOf(await send('materials', materials()));
    const stop = watchKeys(desk.app);
    const child = spawn(process.execPath, ['src/commands/keys.ts', 'rotate'], { cwd: root, env: env() });
    const ended = new Promise(resolve => child.once('exit', resolve));
    let sent = 300;
    while (child.exitCode === null && child.signalCode === null) {
      await receiptOf(await send('materials', materials()));
      sent += 1;
      if (linesInFile().length === 2 && desk.app.office.keys.ring.size === 2) child.kill('SIGKILL');
      await new Promise(resolve => setTimeout(resolve, 5));
    }
    await ended;
    expect(linesInFile()).toHaveLength(2);
    const again = run('keys', ['rotate']);
    expect([again.status, again.stderr]).toEqual([0, '']);
    expect(again.stdout).toContain('接着上次没换完的');
    await expect.poll(() => desk.app.office.keys.ring.size, { timeout: 10_000 }).toBe(1);
    stop();
    await receiptOf(await send('materials', materials()));
    expect((await desk.app.office.store.keyUse()).map(one => one.cases)).toEqual([sent + 1]);
    const { rows } = await desk.app.office.store.list({ form: null, after: null, limit: 500 });
    const form = formOf('materials');
    for (const row of rows) if (form) openAnswers(desk.app.office, form, row);
  }, 120_000);

  test('a key in the environment: says what to set, and with both set needs no file', async () => {
    const [key = ''] = linesInFile();
    await receiptOf(await send('materials', materials()));
    const alone = run('keys', ['rotate'], { REOPENDESK_KEY: key });
    expect([alone.status, alone.stderr]).toEqual([2, expect.stringContaining('改成“新的,旧的”')]);
    const next = Buffer.alloc(32, 7).toString('base64');
    const both = run('keys', ['rotate'], { REOPENDESK_KEY: `${next},${key}` });
    expect([both.status, both.stdout]).toEqual([
      0,
      expect.stringContaining('从 REOPENDESK_KEY 里去掉旧密钥'),
    ]);
    expect(linesInFile()).toEqual([key]);
    expect(run('keys', ['list'], { REOPENDESK_KEY: next }).stdout).toContain('封着1件');
    expect(run('keys', ['list'])).toMatchObject({
      status: 1,
      stderr: expect.stringContaining('Put the right'),
    });
  }, 60_000);

  test('what it does not know is told with what it does, exit 2', () => {
    for (const args of [[], ['turn'], ['list', 'all']])
      expect(run('keys', args)).toMatchObject({ status: 2, stderr: expect.stringContaining('用法') });
  });
});

describe('npm run retention, npm run cases -- notice', () => {
  test('counts without deleting, and deletes', async () => {
    desk.at('2020-03-20T02:00:00.000Z');
    await receiptOf(await send('materials', materials()));
    expect(run('retention', ['--dry-run']).stdout).toBe('到期未删：1件，其中全部删除1件，其余0件共0栏。\n');
    expect((await allCases(desk))[0]?.enterprise).not.toBe('');
    expect(run('retention', ['--vacuum'])).toEqual({
      status: 0,
      stdout: '已删除：1件，其中全部删除1件，其余0件共0栏。\n',
      stderr: '',
    });
    const [row] = await allCases(desk);
    expect(row?.enterprise).toBe('');
    const shown = run('cases', ['show', row?.number ?? '']);
    expect([shown.status, shown.stdout]).toEqual([0, expect.stringContaining('事件链：完整')]);
    expect(run('cases', ['export', 'materials']).status).toBe(0);
    expect(run('retention', ['--delete'])).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('用法'),
    });
  }, 60_000);

  test('the notice of a case is printed by its hash', async () => {
    await receiptOf(await send('materials', materials()));
    const hash = (await allCases(desk))[0]?.notice ?? '';
    const told = run('cases', ['notice', hash]);
    expect([told.status, told.stdout]).toEqual([0, expect.stringContaining('您的信息怎么用')]);
    expect(run('cases', ['notice', 'x'])).toMatchObject({ status: 2 });
  }, 60_000);
});
