import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Receive } from '#src/cases/store.ts';
import type { Store } from '#src/store/adapter.ts';
import { migrateSqlite } from '#src/store/migrate-sqlite.ts';
import { openSqlite } from '#src/store/sqlite.ts';
import { answer, at, filed, fingerprint, later, receipt, soon } from './samples.ts';

let folder: string;
let file: string;
let store: Store;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'faults-'));
  file = join(folder, 'store.db');
  await migrateSqlite({ file });
  store = await openSqlite({ file });
});
afterEach(async () => {
  await store.close();
  rmSync(folder, { recursive: true });
});

const sorted = (rows: readonly unknown[]): string[] => rows.map(row => JSON.stringify(row)).sort();

/** What belongs to a submission, as far as it is stored: all of it or nothing. */
const partsOf = (db: DatabaseSync, { case: row, linked, key, fingerprint: print }: Receive) => {
  const count = (sql: string, ...args: string[]) =>
    Number(db.prepare(`select count(*) as n from ${sql}`).get(...args)?.n);
  const cases = [row, ...linked.map(one => one.case)];
  const found = [
    ...cases.flatMap(({ id }) => [count('cases where id = ?', id), count('events where case_id = ?', id)]),
    count('idempotency_keys where hash = ?', key.hash),
    ...(print ? [count('fingerprints where hash = ?', print.hash)] : []),
  ];
  return new Set(found);
};

describe('A log that was cut off, as a power cut leaves it', () => {
  test('wherever it ends: each submission is there whole or not at all, and an earlier one as long as a later one', async () => {
    const sent: Receive[] = [];
    for (let n = 0; n < 6; n++) {
      const linked = n % 2 ? [filed(), filed()] : [];
      const one = receipt({ linked, ...(n % 3 === 0 && { fingerprint: fingerprint(later) }) });
      await store.receive(one);
      sent.push(one);
    }
    // Copied while the store is open: closing would write the log back.
    const [main = Buffer.alloc(0), log = Buffer.alloc(0)] = [file, `${file}-wal`].map(name =>
      readFileSync(name),
    );
    const cut = join(folder, 'cut.db');
    const seen = new Set<number>();
    // In the heads of frames and inside of pages, and where nothing is missing.
    for (let end = 0; end < log.length + 1373; end += 1373) {
      writeFileSync(cut, main);
      writeFileSync(`${cut}-wal`, log.subarray(0, end));
      const db = new DatabaseSync(cut);
      expect(db.prepare('pragma integrity_check').get()).toEqual({ integrity_check: 'ok' });
      const isMigrated = db.prepare("select 1 from sqlite_master where name = 'uploads'").get();
      const parts = isMigrated ? sent.map(one => partsOf(db, one)) : [];
      for (const part of parts) expect(part.size).toBe(1);
      const there = parts.map(part => part.has(1));
      expect(there).toEqual(there.toSorted().reverse());
      seen.add(there.filter(Boolean).length);
      db.close();
    }
    expect([...seen].sort()).toEqual([0, 1, 2, 3, 4, 5, 6]);
  });

  test('a byte that turned in the log costs what came after it, and nothing before', async () => {
    const sent = Array.from({ length: 5 }, () => receipt());
    for (const one of sent) await store.receive(one);
    const cut = join(folder, 'turned.db');
    const log = readFileSync(`${file}-wal`);
    for (let place = 100; place < log.length; place += 9973) {
      copyFileSync(file, cut);
      const turned = Buffer.from(log);
      turned[place] = (turned[place] ?? 0) ^ 0x40;
      writeFileSync(`${cut}-wal`, turned);
      const db = new DatabaseSync(cut);
      expect(db.prepare('pragma integrity_check').get()).toEqual({ integrity_check: 'ok' });
      const isMigrated = db.prepare("select 1 from sqlite_master where name = 'uploads'").get();
      const parts = isMigrated ? sent.map(one => [...partsOf(db, one)]) : [];
      // One value each, and those that are there first.
      expect(parts.flat()).toEqual(parts.flat().toSorted().reverse());
      expect(parts.flat()).toHaveLength(parts.length);
      db.close();
    }
  });
});

describe('The writer fails in the middle of a command', () => {
  /** Makes the n-th write to a table fail, as a trigger can. */
  const breakAt = (db: DatabaseSync, table: string, act: string): void =>
    db.exec(`create trigger broken before ${act} on ${table} begin select raise(abort, 'broken'); end`);

  test.each(['cases', 'events', 'idempotency_keys', 'fingerprints'])(
    'a submission that cannot write to %s leaves nothing, and goes in later',
    async table => {
      const db = new DatabaseSync(file);
      breakAt(db, table, 'insert');
      const one = receipt({ linked: [filed(), filed()], fingerprint: fingerprint(later) });
      await expect(store.receive(one)).rejects.toThrow('broken');
      expect(partsOf(db, one)).toEqual(new Set([0]));
      db.exec('drop trigger broken');
      expect(await store.receive(one)).toEqual({ tag: 'stored' });
      expect(partsOf(db, one)).toEqual(new Set([1]));
      db.close();
    },
  );

  test.each([
    ['insert', 'events'],
    ['update', 'events'],
    ['update', 'cases'],
    ['delete', 'fingerprints'],
    ['delete', 'idempotency_keys'],
  ])('an erasure that cannot %s %s changes nothing, and goes through later', async (act, table) => {
    const sent = receipt({ fingerprint: fingerprint(later) });
    await store.receive(sent);
    await store.append(answer(sent.case.id, 1));
    const all = (db: DatabaseSync) =>
      ['cases', 'events', 'idempotency_keys', 'fingerprints'].map(name =>
        sorted(db.prepare(`select * from ${name}`).all()),
      );
    const db = new DatabaseSync(file);
    const before = all(db);
    breakAt(db, table, act);
    const erase = {
      ...answer(sent.case.id, 2),
      blanked: [2],
      destroyKey: true,
      forget: 'all',
    } as const;
    await expect(store.append(erase)).rejects.toThrow('broken');
    expect(all(db)).toEqual(before);
    db.exec('drop trigger broken');
    expect(await store.append(erase)).toEqual({ tag: 'stored' });
    db.close();
  });
});

describe('The clock was fast and is put back', () => {
  test('a counter that would last for hours begins anew; one that is merely a step ahead goes on', async () => {
    const count = (name: string, when: string, expiresAt: string) =>
      store.count({ name, by: 1, at: when, expiresAt });
    const fast = '2020-03-20T04:15:00.000Z';
    expect(await count('fast', '2020-03-20T04:00:00.000Z', fast)).toEqual({ count: 1, expiresAt: fast });
    expect(await count('fast', at, soon)).toEqual({ count: 1, expiresAt: soon });
    const ahead = '2020-03-20T01:15:00.900Z';
    await count('ahead', '2020-03-20T01:00:00.900Z', ahead);
    expect(await count('ahead', at, soon)).toEqual({ count: 2, expiresAt: ahead });
  });
});
