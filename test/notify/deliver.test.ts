import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { OutboxRow } from '#src/cases/store.ts';
import { mostTries, waitAfter } from '#src/notify/backoff.ts';
import type { Channel, Message, Sent } from '#src/notify/channel.ts';
import { deliver, type Room } from '#src/notify/deliver.ts';
import { wecom } from '#src/notify/wecom.ts';
import type { Store } from '#src/store/adapter.ts';
import { migrateSqlite } from '#src/store/migrate-sqlite.ts';
import { openSqlite } from '#src/store/sqlite.ts';
import { newFolder } from '../office.ts';
import { type Gateway, wecomServer } from './gateways.ts';

const start = Date.parse('2020-03-20T01:00:00.000Z');
let clock = start;
let folder = '';
let store: Store;
beforeEach(async () => {
  clock = start;
  folder = newFolder();
  const file = join(folder, 'db.sqlite');
  await migrateSqlite({ file });
  store = await openSqlite({ file });
});
afterEach(async () => {
  await store.close();
  rmSync(folder, { recursive: true });
});

const row = (n: number, set: Partial<OutboxRow> = {}): OutboxRow => ({
  id: `o${String(n).padStart(4, '0')}`,
  caseId: null,
  kind: 'digest',
  channel: 'sms',
  target: 'economy',
  text: `第${n}条`,
  sealed: null,
  urgent: 0,
  at: new Date(clock).toISOString(),
  nextAt: new Date(clock).toISOString(),
  ...set,
});

const roomOf = (channels: Record<string, Channel>, set: Partial<Room> = {}): Room => ({
  store,
  channels: new Map(Object.entries(channels)),
  open: async one => ({ ...one, to: '', subject: '' }),
  now: () => new Date(clock),
  random: () => 0.5,
  holder: 'one',
  ...set,
});

/** A channel that ends each try as it is told, and keeps what it was given. */
const told = (by: (message: Message, tries: number) => Sent) => {
  const got: Message[] = [];
  const send = async (message: Message): Promise<Sent> => {
    got.push(message);
    return by(message, got.filter(one => one.id === message.id).length);
  };
  return { got, send };
};

const sentAt = { tag: 'sent' } as const;
const dead = () => store.deadNotices({ after: '', limit: 100 });

describe('what fails is tried again', () => {
  test('eight times over about a day, each time with the same id, then no more', async () => {
    const channel = told(() => ({ tag: 'retry', code: 'http-500' }));
    const room = roomOf({ sms: channel });
    await store.putNotices({ rows: [row(1)] });
    const times: number[] = [];
    for (let next: string | null = ''; next !== null; next = await store.nextNotice()) {
      if (next !== '') clock = Date.parse(next);
      times.push(clock - start);
      await deliver(room);
    }
    expect(channel.got.map(one => one.id)).toEqual(Array.from({ length: mostTries }, () => 'o0001'));
    expect(times).toEqual([...times].sort((a, b) => a - b));
    expect((times.at(-1) ?? 0) / 3_600_000).toBeCloseTo(25.1, 1);
    expect(await dead()).toMatchObject([{ id: 'o0001', attempts: mostTries, lastError: 'http-500' }]);
  });

  test('a fifth more or less, so that what failed together is not tried together', () => {
    expect([0, 0.5, 1].map(random => waitAfter(1, random))).toEqual([24_000, 30_000, 36_000]);
    expect(waitAfter(3, 0.5)).toBe(388_800);
  });

  test('not before the other side may be asked again', async () => {
    const channel = told(() => ({ tag: 'retry', code: 'bot-130101', after: 600 }));
    await store.putNotices({ rows: [row(1)] });
    await deliver(roomOf({ sms: channel }));
    expect(await store.nextNotice()).toBe(new Date(clock + 600_000).toISOString());
  });

  test('one that is refused for good is dead at once, the others are sent', async () => {
    const channel = told(({ id }) => (id === 'o0002' ? { tag: 'dead', code: 'http-400' } : sentAt));
    await store.putNotices({ rows: [row(1), row(2), row(3)] });
    expect(await deliver(roomOf({ sms: channel }))).toEqual({ sent: 2, later: 0, dead: 1 });
    expect(await dead()).toMatchObject([{ id: 'o0002', lastError: 'http-400' }]);
  });

  test.each<[string, Partial<Room>, Partial<OutboxRow>, string]>([
    ['nobody behind it', { open: async () => null }, {}, 'nobody'],
    ['no such channel any more', {}, { channel: 'pigeon' }, 'no-channel'],
  ])('%s', async (_, set, given, code) => {
    await store.putNotices({ rows: [row(1, given)] });
    await deliver(roomOf({ sms: told(() => sentAt) }, set));
    expect(await dead()).toMatchObject([{ lastError: code }]);
  });

  test('one that cannot be opened waits, and holds nobody up', async () => {
    const channel = told(() => sentAt);
    const open: Room['open'] = async one => {
      if (one.id === 'o0001') throw new Error('sealed under another master key');
      return { ...one, to: '', subject: '' };
    };
    await store.putNotices({ rows: [row(1), row(2)] });
    expect(await deliver(roomOf({ sms: channel }, { open }))).toEqual({ sent: 1, later: 1, dead: 0 });
  });

  test('a sender that died at every try gives up without another', async () => {
    const channel = told(() => sentAt);
    await store.putNotices({ rows: [row(1)] });
    for (let n = 0; n < mostTries; n++) {
      const at = new Date(clock).toISOString();
      clock += 1000;
      await store.claimNotices({ holder: 'dead', at, until: new Date(clock).toISOString(), limit: 1 });
    }
    await deliver(roomOf({ sms: channel }));
    expect(channel.got).toEqual([]);
    expect(await dead()).toMatchObject([{ lastError: 'gave-up' }]);
  });

  test('a stop between two claims leaves the rest to others', async () => {
    const channel = told(() => sentAt);
    await store.putNotices({ rows: Array.from({ length: 40 }, (_, n) => row(n)) });
    expect(await deliver(roomOf({ sms: channel }), () => channel.got.length > 0)).toMatchObject({ sent: 32 });
    expect(await deliver(roomOf({ sms: channel }, { holder: 'two' }))).toMatchObject({ sent: 8 });
  });
});

describe('a bot', () => {
  let server: Gateway;
  beforeEach(async () => {
    server = await wecomServer(() => clock);
  });
  afterEach(() => server.stop());
  const texts = (): string[] => server.got.map(one => JSON.parse(one.body).text.content);

  test('gets what is due together in one message, urgent ones first', async () => {
    const rows = [row(1), row(2), row(3, { urgent: 1 })].map(one => ({ ...one, channel: 'wecom' }));
    await store.putNotices({ rows });
    expect(await deliver(roomOf({ wecom: wecom({ url: server.url }) }))).toEqual({
      sent: 3,
      later: 0,
      dead: 0,
    });
    expect(texts()).toEqual(['第3条\n第1条\n第2条']);
  });

  test('never more than it takes, in bytes and in a minute, also from two servers; nothing is lost', async () => {
    const long = '长'.repeat(600);
    const rows = Array.from({ length: 60 }, (_, n) => row(n, { channel: 'wecom', text: `${n} ${long}` }));
    await store.putNotices({ rows });
    const rooms = ['one', 'two'].map(holder => roomOf({ wecom: wecom({ url: server.url }) }, { holder }));
    let sent = 0;
    for (let minute = 0; sent < 60 && minute < 20; minute++) {
      for (const done of await Promise.all(rooms.map(room => deliver(room)))) sent += done.sent;
      clock += 60_000;
    }
    expect(sent).toBe(60);
    expect(texts().length).toBe(60);
    expect(new Set(texts()).size).toBe(60);
    expect(await dead()).toEqual([]);
  });

  test('a line longer than a message is cut, not refused', async () => {
    await store.putNotices({ rows: [row(1, { channel: 'wecom', text: '长'.repeat(2000) })] });
    expect(await deliver(roomOf({ wecom: wecom({ url: server.url }) }))).toMatchObject({ sent: 1 });
  });
});
