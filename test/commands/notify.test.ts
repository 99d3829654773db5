import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Gateway, gateway } from '../notify/gateways.ts';
import { type Desk, openDesk } from '../office.ts';

let desk: Desk;
let server: Gateway;
beforeEach(async () => {
  server = await gateway(() => ({ status: 400 }));
  desk = await openDesk({ SMS_URL: server.url, SMS_KEY: 'k', DUTY_PHONES: '13900000001' });
});
afterEach(async () => {
  await desk.stop();
  await server.stop();
});

/** Runs the command on the desk's data; gives back what it wrote and how it ended. */
const run = async (...args: readonly string[]) => {
  const env = {
    PATH: process.env.PATH,
    REOPENDESK_DATA: desk.data,
    SMS_URL: server.url,
    SMS_KEY: 'k',
  };
  const cwd = join(import.meta.dirname, '../..');
  const done = promisify(execFile)(process.execPath, ['src/commands/notify.ts', ...args], { cwd, env });
  return done.then(
    ({ stdout }) => ({ code: 0, said: stdout }),
    ({ code, stderr }) => ({ code: Number(code), said: String(stderr) }),
  );
};

test('dead letters are listed with their reason and sent again; a message is tried out', async () => {
  const at = new Date().toISOString();
  const usual = { caseId: null, kind: 'urgent', channel: 'sms', target: 'duty 0', sealed: null, urgent: 1 };
  const rows = [{ ...usual, id: 'letter-1', text: '急件', at, nextAt: at }];
  await desk.app.office.store.putNotices({ rows });
  expect(await desk.app.outbox.run()).toEqual({ sent: 0, later: 0, dead: 1 });
  expect(await desk.app.outbox.deadLetters({ after: '', limit: 1 })).toMatchObject({
    rows: [{ id: 'letter-1', lastError: 'http-400' }],
    next: null,
  });

  const list = await run('list');
  expect(list.said).toContain('已设的方式：sms、log');
  expect(list.said).toMatch(/letter-1 .* urgent {2}sms {2}duty 0 {2}试了1次 {2}http-400/);
  expect(list.said).not.toContain('急件');

  // Nobody is on duty where the command runs.
  expect((await run('resend', 'all')).said).toMatch(/再发1条。.*没有发出去1条/);
  expect(await run('resend', 'letter-9')).toEqual({ code: 2, said: expect.stringContaining('letter-9') });
  expect(await run('test', 'sms')).toEqual({ code: 2, said: expect.stringContaining('给谁') });
  expect(await run('test', 'wecom', 'x')).toEqual({ code: 2, said: expect.stringContaining('wecom') });
  expect(await run('test', 'sms', '13900000001')).toEqual({
    code: 2,
    said: expect.stringContaining('http-400'),
  });
  server.answer(() => ({}));
  expect(await run('test', 'sms', '13900000001')).toEqual({ code: 0, said: '已发出。\n' });
}, 60_000);
