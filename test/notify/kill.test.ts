import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { deliver } from '#src/notify/deliver.ts';
import { sms } from '#src/notify/sms.ts';
import { migrateSqlite } from '#src/store/migrate-sqlite.ts';
import { openSqlite } from '#src/store/sqlite.ts';
import { newFolder } from '../office.ts';
import { type Got, gateway } from './gateways.ts';

/** A gateway as we ask for: the same id is sent once. It ends its sender by `kill -9` before it answers the first. */
const killing = async () => {
  let sender: () => void = () => {};
  const seen = new Set<string>();
  const idOf = ({ headers }: Got): string => String(headers['idempotency-key']);
  const server = await gateway(got => {
    const isNew = !seen.has(idOf(got));
    seen.add(idOf(got));
    if (isNew) sender();
    return isNew ? null : {};
  });
  return {
    ...server,
    sent: seen,
    ids: () => server.got.map(idOf),
    kills: (by: () => void) => {
      sender = by;
    },
  };
};

test('a sender killed between sending and saying so: the next sends the same id, and one SMS goes out', async () => {
  const folder = newFolder();
  const file = join(folder, 'db.sqlite');
  await migrateSqlite({ file });
  const store = await openSqlite({ file });
  const server = await killing();
  const at = new Date().toISOString();
  const usual = {
    caseId: null,
    kind: 'news',
    channel: 'sms',
    target: '',
    text: 'x',
    sealed: null,
    urgent: 1,
  };
  await store.putNotices({ rows: [{ ...usual, id: 'the-one', at, nextAt: at }] });

  const child = spawn(process.execPath, [join(import.meta.dirname, 'kill-child.ts'), file, server.url], {
    cwd: join(import.meta.dirname, '../..'),
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  server.kills(() => child.kill('SIGKILL'));
  const [, signal] = await once(child, 'exit');
  expect(signal).toBe('SIGKILL');
  expect(server.ids()).toEqual(['the-one']);

  const channel = sms(
    { url: server.url, key: 'k', body: '{"to":"{phone}","say":"{text}"}' },
    () => new Date(),
  );
  const room = (later: number) => ({
    store,
    channels: new Map([['sms', channel]]),
    open: async (row: { id: string; kind: string; at: string; text: string }) => ({
      ...row,
      to: '13800138000',
      subject: '',
    }),
    now: () => new Date(Date.now() + later),
    random: () => 0.5,
    holder: 'next',
  });
  expect(await deliver(room(0))).toEqual({ sent: 0, later: 0, dead: 0 });
  expect(await deliver(room(130_000))).toEqual({ sent: 1, later: 0, dead: 0 });
  expect(server.ids()).toEqual(['the-one', 'the-one']);
  expect([...server.sent]).toEqual(['the-one']);
  await store.close();
  await server.stop();
  rmSync(folder, { recursive: true });
});
