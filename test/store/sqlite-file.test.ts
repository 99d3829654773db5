import { existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { migrateSqlite } from '#src/store/migrate-sqlite.ts';
import { openSqlite } from '#src/store/sqlite.ts';

const folder = mkdtempSync(join(tmpdir(), 'file-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Where the kernel tells who holds which lock. */
const table = '/proc/locks';
const locksOn = (file: string): number =>
  readFileSync(table, 'utf8')
    .split('\n')
    .filter(line => line.includes(` READ ${process.pid} `) && line.includes(`:${statSync(file).ino} `))
    .length;

test.runIf(existsSync(table))('a file that is opened once more stays locked by who had it open', async () => {
  const file = join(folder, 'store.db');
  await migrateSqlite({ file });
  const store = await openSqlite({ file });
  try {
    expect(locksOn(file)).toBe(1);
    // Opened and closed beside the two connections that stay. Without their lock, sqlite3 clears their log away when it closes.
    await store.scrub({ whole: false });
    expect(locksOn(file)).toBe(1);
  } finally {
    await store.close();
  }
  expect(locksOn(file)).toBe(0);
});
