import { spawn } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, describe, expect, test } from 'vitest';
import { StoreUnavailable } from '#src/cases/store.ts';
import { migrateSqlite } from '#src/store/migrate-sqlite.ts';
import { openSqlite } from '#src/store/sqlite.ts';
import { openQueue } from '#src/store/writer-queue.ts';
import { contract } from './contract.ts';
import type { Place } from './place.ts';
import { at, fingerprint, receipt } from './samples.ts';

const folders: string[] = [];
const folder = (): string => {
  const made = mkdtempSync(join(tmpdir(), 'store-'));
  folders.push(made);
  return made;
};

const place = async (commitEach = false): Promise<Place> => {
  const root = mkdtempSync(join(tmpdir(), 'store-'));
  const file = join(root, 'data', 'store.db');
  return {
    migrate: () => migrateSqlite({ file }),
    open: () => openSqlite({ file, commitEach }),
    sql: async text => {
      if (!existsSync(file)) await (await openSqlite({ file })).close();
      const db = new DatabaseSync(file, { timeout: 5000 });
      const rows = db.prepare(text).all();
      db.close();
      return rows;
    },
    remove: async () => rmSync(root, { recursive: true }),
  };
};

contract('sqlite', () => place());
contract('sqlite, one commit a command', () => place(true));

describe('sqlite: the file', () => {
  afterEach(() => {
    for (const made of folders.splice(0)) rmSync(made, { recursive: true });
  });
  const migrated = async (): Promise<string> => {
    const file = join(folder(), 'store.db');
    await migrateSqlite({ file });
    return file;
  };

  test('only its owner may read it', async () => {
    const file = await migrated();
    chmodSync(file, 0o644);
    const store = await openSqlite({ file });
    await store.receive(receipt());
    const modes = readdirSync(join(file, '..')).map(it => statSync(join(file, '..', it)).mode & 0o777);
    expect(modes).toEqual([0o600, 0o600, 0o600]);
    await store.close();
  });

  test('a file that is no database is refused, and stays as it was', async () => {
    const file = join(folder(), 'letter.db');
    writeFileSync(file, 'Dear Sir or Madam, '.repeat(100));
    await expect(openSqlite({ file })).rejects.toThrow(StoreUnavailable);
    await expect(migrateSqlite({ file })).rejects.toThrow(StoreUnavailable);
    expect(statSync(file).size).toBe(1900);
  });

  test('while another process holds the lock, writes wait, then hear that the store is not available', async () => {
    const file = await migrated();
    const store = await openSqlite({ file });
    const other = new DatabaseSync(file);
    other.exec('begin immediate');
    const kept = receipt();
    await expect(store.receive(kept)).rejects.toThrow(StoreUnavailable);
    expect(await store.caseById(kept.case.id)).toBeNull();
    other.exec('rollback');
    other.close();
    expect(await store.receive(kept)).toEqual({ tag: 'stored' });
    await store.close();
  });

  test('where SQLite gives up the whole transaction, all of it hear so and nothing of it stays', async () => {
    const file = await migrated();
    const store = await openSqlite({ file });
    const db = new DatabaseSync(file);
    db.exec(
      "create trigger broken before insert on events begin select raise(rollback, 'as on a full disk'); end",
    );
    const sent = [receipt(), receipt()];
    const results = await Promise.allSettled(sent.map(one => store.receive(one)));
    expect(results.map(it => it.status === 'rejected' && it.reason.name)).toEqual([
      'StoreUnavailable',
      'StoreUnavailable',
    ]);
    db.exec('drop trigger broken');
    db.close();
    expect(await store.caseById(sent[0]?.case.id ?? '')).toBeNull();
    expect(await store.receive(receipt())).toEqual({ tag: 'stored' });
    await store.close();
  });

  test('what is erased is overwritten in the file', async () => {
    const file = await migrated();
    const store = await openSqlite({ file });
    const print = fingerprint(at);
    await store.receive(receipt({ fingerprint: print, at: '2019' }));
    const other = new DatabaseSync(file);
    other.exec('pragma wal_checkpoint(truncate)');
    expect(readFileSync(file).includes(print.hash)).toBe(true);
    await store.sweep({ at });
    other.exec('pragma wal_checkpoint(truncate)');
    expect(readFileSync(file).includes(print.hash)).toBe(false);
    other.close();
    await store.close();
  });
});

describe('sqlite: what may die', () => {
  test('a thread that dies fails what it was sent, and the next command starts another', async () => {
    const queue = openQueue({ file: 'unused' }, new URL('./crash-thread.ts', import.meta.url));
    const send = () => queue.submit({ kind: 'receive', of: receipt() });
    for (let round = 0; round < 2; round++) {
      const results = await Promise.allSettled([send(), send()]);
      for (const result of results)
        expect(result.status === 'rejected' && result.reason).toBeInstanceOf(StoreUnavailable);
    }
    await queue.close();
  });

  test('killed while two processes write, the file keeps all that was acknowledged to either', async () => {
    const root = mkdtempSync(join(tmpdir(), 'store-'));
    const file = join(root, 'store.db');
    await migrateSqlite({ file });
    const store = await openSqlite({ file });
    const script = new URL('./kill-child.ts', import.meta.url).pathname;
    const child = spawn(process.execPath, [script, file], { stdio: ['ignore', 'pipe', 'inherit'] });
    const numbers: string[] = [];
    const ours: Promise<unknown>[] = [];
    for await (const line of createInterface({ input: child.stdout })) {
      numbers.push(line);
      const sent = receipt();
      numbers.push(sent.case.number);
      ours.push(store.receive(sent));
      if (ours.length === 400) child.kill('SIGKILL');
    }
    await Promise.all(ours);
    expect(ours.length).toBeGreaterThanOrEqual(400);
    for (const number of numbers) {
      const row = await store.caseByNumber(number);
      expect(await store.events(row?.id ?? '')).toHaveLength(1);
    }
    await store.close();
    const db = new DatabaseSync(file);
    expect(db.prepare('pragma integrity_check').get()).toEqual({ integrity_check: 'ok' });
    db.close();
    rmSync(root, { recursive: true });
  });
});
