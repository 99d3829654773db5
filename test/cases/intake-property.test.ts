import { copyFileSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import fc from 'fast-check';
import { afterAll, beforeAll, test } from 'vitest';
import { migratePostgres } from '#src/store/migrate-postgres.ts';
import { migrateSqlite } from '#src/store/migrate-sqlite.ts';
import { openPostgres } from '#src/store/postgres.ts';
import { openSqlite } from '#src/store/sqlite.ts';
import { type Desk, openDesk } from '../office.ts';
import { newDatabase, postgresServer } from '../store/database.ts';
import { pglite } from '../store/pglite.ts';
import { anything, expectOnce, type Home, type Real } from './intake-model.ts';
import { newModel } from './intents.ts';

let desk: Desk;
let folder: string;
let empty: string;
beforeAll(async () => {
  desk = await openDesk();
  folder = mkdtempSync(join(tmpdir(), 'intake-'));
  empty = join(folder, 'empty.sqlite');
  await migrateSqlite({ file: empty });
});
afterAll(async () => {
  await desk.stop();
  rmSync(folder, { recursive: true });
});

let files = 0;
const newFile = (): string => join(folder, `${++files}.sqlite`);

/**
 * What a power cut leaves of a file and its log while the writer goes on: a reader holds the log, so that none of it is
 * overwritten between the two copies.
 */
const leftOf = (file: string): string => {
  const left = newFile();
  const reader = new DatabaseSync(file, { readOnly: true });
  reader.exec('begin');
  reader.prepare('select count(*) from cases').get();
  copyFileSync(file, left);
  if (existsSync(`${file}-wal`)) copyFileSync(`${file}-wal`, `${left}-wal`);
  reader.close();
  return left;
};

const sqlite = (): Home => {
  let file = newFile();
  copyFileSync(empty, file);
  return {
    open: () => openSqlite({ file }),
    crash: async store => {
      file = leftOf(file);
      await store.close();
      return openSqlite({ file });
    },
  };
};

let runs = 0;
/** Runs so many sequences; each ends with as many cases as there were intents. */
const hold = (home: () => Promise<Home> | Home, numRuns: number): Promise<void> =>
  fc.assert(
    fc.asyncProperty(anything, async commands => {
      const model = newModel(Date.parse('2026-03-20T02:00:00.000Z'));
      const office = { ...desk.app.office, now: () => new Date(model.at) };
      const at = await home();
      const real: Real = { salt: `run${++runs}`, home: at, office, store: await at.open() };
      try {
        await fc.asyncModelRun(() => ({ model, real }), commands);
        await expectOnce(model, real);
      } finally {
        await real.store.close();
      }
    }),
    { numRuns, endOnFailure: false },
  );

test('SQLite: any sequence of posts, retries, lost answers, crashes and clock moves keeps one case an intent', async () => {
  await hold(sqlite, 20);
}, 120_000);

test('PGlite: the same, closed and opened instead of crashed', async () => {
  const place = await pglite();
  await place.migrate();
  const crash: Home['crash'] = async store => {
    await store.close();
    return place.open();
  };
  await hold(() => ({ open: place.open, crash }), 8);
  await place.remove();
}, 120_000);

test.skipIf(!postgresServer)(
  'Postgres: the same, every connection broken while posts are on their way',
  async () => {
    const database = await newDatabase();
    const { url } = database;
    await migratePostgres({ url });
    const open = () => openPostgres({ url });
    const crash: Home['crash'] = async store => {
      await database.cut();
      await store.close();
      return open();
    };
    await hold(() => ({ open, crash }), 15);
    await database.remove();
  },
  120_000,
);
