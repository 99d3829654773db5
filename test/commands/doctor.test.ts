import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { doctorWords } from '#src/i18n/doctor.ts';
import { receiptOf, send } from '../functions/knock.ts';
import { type Desk, openDesk } from '../office.ts';
import { startServer } from '../server.ts';
import { materials } from '../submissions.ts';

const root = join(import.meta.dirname, '../..');
let desk: Desk;
beforeEach(async () => {
  desk = await openDesk();
});
afterEach(() => desk.stop());

const run = async (
  script: string,
  args: readonly string[] = [],
  set: Record<string, string> = {},
): Promise<{ readonly code: unknown; readonly said: string }> => {
  const { PATH = '', HOME = '' } = process.env;
  const env = { PATH, HOME, REOPENDESK_DATA: desk.data, ...set };
  const child = spawn(process.execPath, [`src/commands/${script}.ts`, ...args], { cwd: root, env });
  let said = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', part => {
      said += String(part);
    });
  const [code] = await once(child, 'exit');
  return { code, said };
};

describe('npm run doctor', () => {
  test('finds nothing wrong with a store that is well, in either language', async () => {
    const { said } = await run('doctor');
    expect(said).toContain(`✓ 数据文件夹：${desk.data}，别人看不到，写得进`);
    expect(said).toMatch(
      /✓ 数据库：.*文件完好\n✓ 主密钥：[0-9a-f]{12}\n! 备份：还没有备份过\n {4}→ 运行 npm run backup/,
    );
    expect(said).not.toMatch(/✗ (?!网页)/);
    expect((await run('doctor', ['--lang', 'en'])).said).toMatch(
      /! Backup: never made\n {4}→ run npm run backup/,
    );
  }, 60_000);

  test('says of each wrong what to do, and ends with 1', async () => {
    chmodSync(desk.data, 0o755);
    const later = new Date(Date.now() + 3_600_000);
    utimesSync(desk.file, later, later);
    const { code, said } = await run('doctor', [], {
      REOPENDESK_URL: 'https://127.0.0.1:9/',
      SMS_URL: 'https://127.0.0.1:9/',
      SMS_KEY: 'k',
    });
    expect(code).toBe(1);
    expect(said).toMatch(/✗ 数据文件夹：.*别人也能看（755）\n {4}→ 运行 chmod 700/);
    expect(said).toMatch(/✗ 时钟：比 .*reopendesk\.sqlite 的时间还早/);
    expect(said).toMatch(/✗ 反向代理：.*\n {4}→ 设 TRUST_PROXY=on/);
    expect(said).toMatch(/✗ 网址：https:\/\/127\.0\.0\.1:9 打不开/);
    expect(said).toContain('✓ 通知渠道：sms');
  }, 60_000);

  test('a key that is not the right one', async () => {
    await receiptOf(await send('materials', materials()));
    const key = Buffer.alloc(32, 9).toString('base64');
    expect(await run('doctor', [], { REOPENDESK_KEY: key })).toMatchObject({
      code: 1,
      said: expect.stringMatching(/✗ 数据库：查不了：The cases in the store are sealed under master key/),
    });
  }, 60_000);

  test('a place that was never used is no fault, and none is made', async () => {
    const empty = mkdtempSync(join(tmpdir(), 'reopendesk-'));
    rmSync(empty, { recursive: true });
    const { said } = await run('doctor', [], { REOPENDESK_DATA: empty });
    expect(said).toMatch(/! 数据文件夹：.* 还没有\n[\s\S]*! 数据库：还没有/);
    expect((await run('doctor', ['--lang', 'fr'])).code).toBe(2);
  }, 60_000);

  test('asks the running service from outside', async () => {
    const server = await startServer();
    try {
      const { said } = await run('doctor', ['--url', server.url], { REOPENDESK_DATA: server.data });
      expect(said).toContain(`✓ 网址：${server.url} 能打开`);
    } finally {
      await server.stop();
    }
  }, 60_000);

  test('every word is used, and what it says has values for all names', async () => {
    const names = Object.values(doctorWords).map(words =>
      [words['zh-Hans'], words.en].map(text =>
        [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).sort(),
      ),
    );
    for (const [zh, en] of names) expect(en).toEqual(zh);
  });
});

describe('npm run audit', () => {
  test('verifies, exports, compares with what was kept elsewhere, and says where it broke', async () => {
    await receiptOf(await send('materials', materials()));
    const lines = join(desk.data, 'lines.txt');
    const first = await run('audit', ['--anchor', '--export', lines]);
    expect(first).toMatchObject({
      code: 0,
      said: expect.stringMatching(/今天的锚做好了。\n核对了1件、1条记录，锚1个[\s\S]*全部完整。/),
    });
    expect(await run('audit', ['--anchor', '--against', lines])).toMatchObject({
      code: 0,
      said: expect.stringContaining('今天的锚已经有了'),
    });
    writeFileSync(lines, '2020-03-01 9 aa bb\n');
    expect(await run('audit', ['--against', lines])).toMatchObject({
      code: 1,
      said: expect.stringContaining('2020-03-01 的锚不见了'),
    });
    const { DatabaseSync } = await import('node:sqlite');
    const db = new DatabaseSync(desk.file);
    db.exec("update events set actor = 'somebody'");
    db.close();
    expect(await run('audit')).toMatchObject({
      code: 1,
      said: expect.stringMatching(/第一处断开：[\d-]+：第1条记录被改过/),
    });
    expect(await run('audit', ['all'])).toMatchObject({ code: 2, said: expect.stringContaining('用法') });
  }, 60_000);
});

describe('npm run backup, restore, move', () => {
  test.each([
    ['backup', []],
    ['backup', ['--to', 'x', '--keep', '0']],
    ['backup', ['--to', 'x', '--all']],
    ['restore', []],
    ['restore', ['a', 'b']],
    ['move', []],
    ['move', ['--to', 'x', '--take-back']],
  ])(
    '%s %j tells how it is used',
    async (script, args) => {
      expect(await run(script, args)).toMatchObject({ code: 2, said: expect.stringContaining('用法') });
    },
    60_000,
  );

  test('a pass phrase that is too short is refused before anything is written', async () => {
    const file = join(desk.data, 'phrase');
    writeFileSync(file, 'short\n');
    const to = join(desk.data, 'b');
    expect(await run('backup', ['--to', to, '--passphrase-file', file])).toMatchObject({
      code: 2,
      said: expect.stringContaining('至少12个字'),
    });
  }, 60_000);
});
