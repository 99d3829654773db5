import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Desk, openDesk } from '../office.ts';
import { newStaff } from '../staff.ts';

const root = join(import.meta.dirname, '../..');
let desk: Desk;
beforeAll(async () => {
  desk = await openDesk();
});
afterAll(() => desk.stop());

/** Runs the command on the data folder that the functions have open, as an operator beside the running server does. */
const run = (...args: string[]) => {
  const { PATH = '', HOME = '' } = process.env;
  const env = { PATH, HOME, REOPENDESK_DATA: desk.data };
  const { status, stdout, stderr } = spawnSync(process.execPath, ['src/commands/staff.ts', ...args], {
    cwd: root,
    env,
    encoding: 'utf8',
  });
  return { status, stdout, stderr };
};
const inviteOf = (stdout: string) => /\/desk\/join\/\?invite=([\w-]{43})\n$/.exec(stdout)?.[1] ?? '';

describe('first-admin', () => {
  test('a store without staff: an invitation in a file for its owner alone, for an hour', async () => {
    const file = join(desk.data, 'first-admin');
    expect(await desk.app.inviteFirst()).toBe(true);
    expect(statSync(file).mode & 0o777).toBe(0o600);
    const { accounts, signIn } = desk.app.desk;
    const first = inviteOf(readFileSync(file, 'utf8'));
    expect(await accounts.invited(first)).toMatchObject({ login: 'admin', role: 'administrator' });
    // A second start invites anew: the first one's path is lost to whoever saw it.
    expect(await desk.app.inviteFirst()).toBe(true);
    const second = inviteOf(readFileSync(file, 'utf8'));
    expect([await accounts.invited(first), (await accounts.invited(second))?.login]).toEqual([null, 'admin']);
    const caller = { address: '', agent: '', device: '' };
    expect(await signIn.join(second, '复工 雨伞 台灯 电梯间 九月', caller)).toMatchObject({ tag: 'half' });
    expect(existsSync(file)).toBe(false);
    expect(await desk.app.inviteFirst()).toBe(false);
    expect(existsSync(file)).toBe(false);
  });

  test('its invitation is over after an hour', async () => {
    const other = await openDesk();
    await other.app.inviteFirst();
    const token = inviteOf(readFileSync(join(other.data, 'first-admin'), 'utf8'));
    other.pass(3_600_001);
    expect(await other.app.desk.accounts.invited(token)).toBeNull();
    await other.stop();
  });
});

describe('npm run staff', () => {
  const liaison = ['--name', '李四', '--role', 'liaison', '--areas', 'east,west'];

  test('add gives an invitation for the account; list shows it', async () => {
    const { status, stdout, stderr } = run('add', 'Li.Si', ...liaison);
    expect([status, stderr]).toEqual([0, '']);
    expect(await desk.app.desk.accounts.invited(inviteOf(stdout))).toMatchObject({
      login: 'li.si',
      role: 'liaison',
      areas: '["east","west"]',
    });
    expect(run('list').stdout).toMatch(/^li\.si {2}李四 {2}联络员 {2}east、west {2}等本人设置密码$/m);
    expect(run('add', 'li.si', ...liaison)).toMatchObject({ status: 2, stderr: '这个登录名已经有了。\n' });
  });

  test('disable signs out at once; reset brings back', async () => {
    const { staff, token } = await newStaff(desk, { role: 'viewer' });
    expect(run('disable', staff.login)).toMatchObject({ status: 0, stdout: `已停用 ${staff.login}\n` });
    expect(await desk.app.desk.sessions.look(token)).toBeNull();
    const { status, stdout } = run('reset', staff.login);
    expect(status).toBe(0);
    expect(await desk.app.desk.accounts.invited(inviteOf(stdout))).toMatchObject({ state: 'active' });
  });

  test.each<readonly [readonly string[], string]>([
    [[], '用法'],
    [['add'], '用法'],
    [['list', 'x'], '用法'],
    [['fire', 'x'], '用法'],
    [['add', 'x.y', '--name', '王', '--role', 'boss'], '没有这个角色：boss'],
    [['add', 'x.y', '--role', 'viewer'], '请写 --name'],
    [['add', 'x.y', '--name', '王', '--role', 'officer'], '经办人请写 --department'],
    [['add', 'x.y', '--name', '王', '--role', 'officer', '--department', 'nowhere'], '没有这个部门：nowhere'],
    [['add', 'x.y', '--name', '王', '--role', 'liaison', '--areas', 'moon'], '没有这个片区：moon'],
    [['add', 'x y', '--name', '王', '--role', 'viewer'], '登录名要2到64个'],
    [['reset', 'nobody'], '没有这个账号'],
    [['disable', 'nobody'], '没有这个账号'],
  ])('%j: told in words, exit 2', (args, told) => {
    const { status, stderr } = run(...args);
    expect(status).toBe(2);
    expect(stderr).toContain(told);
  });
});
