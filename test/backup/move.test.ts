import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, describe, expect, test } from 'vitest';
import { move, takeBack } from '#src/backup/move.ts';
import { keyIds, openPlace, openRows, type Place } from '#src/backup/place.ts';
import { openPostgres } from '#src/store/postgres.ts';
import { tablesOf } from '#src/store/rows.ts';
import { openSqlite } from '#src/store/sqlite.ts';
import { everythingIn, filledStore } from './filled.ts';
import { type Empty, kinds } from './places.ts';

const now = new Date('2020-03-20T01:00:00Z');
const root = join(import.meta.dirname, '../..');
let made: Empty[] = [];
let opened: Pick<Place, 'rows'>[] = [];
afterEach(async () => {
  for (const one of opened) await one.rows.close();
  for (const one of made) await one.remove();
  [opened, made] = [[], []];
});

const sqlite = kinds[0]?.[1] ?? (() => Promise.reject(new Error('no SQLite')));
const emptyOf = async (kind: () => Promise<Empty>): Promise<Empty> => {
  const one = await kind();
  made.push(one);
  return one;
};
const openIn = async ({ settings }: Empty): Promise<Place> => {
  const place = await openPlace(settings);
  opened.push(place);
  return place;
};
const fileOf = ({ settings }: Empty): string => join(settings.data, 'reopendesk.sqlite');
const source = async (count: number): Promise<Empty> => {
  const from = await emptyOf(sqlite);
  await filledStore(fileOf(from), count, keyIds(from.settings)[0] ?? '');
  return from;
};
const addressOf = (to: Empty): string => to.settings.databaseUrl ?? fileOf(to);

describe.each(kinds)('a move from SQLite to %s, and back', (_, kind) => {
  test('brings every row, says how many, and closes what it came from', async () => {
    const from = await openIn(await source(603));
    const to = await openIn(await emptyOf(kind));
    const before = await everythingIn(from.rows);
    const moved = await move(from, to, now);
    expect(moved.map(one => [one.table, one.rows, one.brought])).toEqual(
      Object.keys(before).map(name => [name, 603, 603]),
    );
    expect(await everythingIn(to.rows)).toEqual(before);
    await expect(from.migrate()).rejects.toThrow(
      /^The store is closed: moved to .* on 2020-03-20; set DATABASE_URL/,
    );
    await expect(move(from, to, now)).rejects.toThrow(/^The store is closed: moved to/);

    const home = await openIn(await emptyOf(sqlite));
    const back = await move(to, home, now);
    expect(back.map(one => one.rows)).toEqual(moved.map(one => one.rows));
    expect(await everythingIn(home.rows)).toEqual(before);
    expect(await takeBack(from)).toBe(true);
    expect(await takeBack(from)).toBe(false);
    await expect(from.migrate()).resolves.toBeTruthy();
  }, 120_000);

  test('killed again and again it goes on where it was, and nobody opens the half', async () => {
    const given = await source(1100);
    const to = await emptyOf(kind);
    for (const steps of [1, 8, 20]) {
      const child = spawn(
        process.execPath,
        [fileURLToPath(new URL('./move-child.ts', import.meta.url)), addressOf(to)],
        {
          cwd: root,
          env: { PATH: process.env.PATH ?? '', ...given.env },
          stdio: ['ignore', 'pipe', 'inherit'],
        },
      );
      let seen = 0;
      child.stdout.on('data', (part: Buffer) => {
        seen += part.length;
        if (seen >= steps) child.kill('SIGKILL');
      });
      await once(child, 'exit');
      expect(child.signalCode).toBe('SIGKILL');
      const half = await openPlace(to.settings);
      await expect(half.migrate()).rejects.toThrow(/^The store is closed: npm run move from .* did not end/);
      await half.rows.close();
    }
    const [from, end] = [await openIn(given), await openIn(to)];
    const moved = await move(from, end, now);
    expect(moved.some(one => one.brought < one.rows)).toBe(true);
    expect(await everythingIn(end.rows)).toEqual(await everythingIn(from.rows));
    await expect(end.migrate()).resolves.toBeTruthy();
  }, 180_000);

  test('is refused into what is not empty, and where a program has the store open', async () => {
    const from = await openIn(await source(2));
    const to = await emptyOf(kind);
    const full = await openIn(to);
    const one = await source(1);
    const other = await openRows({ url: null, file: fileOf(one) });
    opened.push(other);
    await move(other, full, now);
    await expect(move(from, full, now)).rejects.toThrow(/is not empty/);
  }, 60_000);

  test('is refused while a program has either store open', async () => {
    const given = await source(1);
    const to = await emptyOf(kind);
    const [from, end] = [await openIn(given), await openIn(to)];
    const program = await openSqlite({ file: fileOf(given) });
    await expect(move(from, end, now)).rejects.toThrow(/stop the service first/);
    await program.close();
    await end.migrate();
    const { databaseUrl } = to.settings;
    const other = databaseUrl
      ? await openPostgres({ url: databaseUrl })
      : await openSqlite({ file: fileOf(to) });
    await other.health();
    await expect(move(from, end, now)).rejects.toThrow(/stop the service first/);
    await other.close();
    await expect
      .poll(() => move(from, end, now).then(() => 'moved', String), { timeout: 20_000 })
      .toBe('moved');
  }, 60_000);

  test('a row that differs in the target stops it', async () => {
    const from = await openIn(await source(5));
    const to = await openIn(await emptyOf(kind));
    const { mark } = to.rows;
    const stop = {
      ...to,
      rows: {
        ...to.rows,
        mark: async (name: string) => {
          await mark(name);
          throw new Error('killed');
        },
      },
    };
    await expect(move(from, stop, now)).rejects.toThrow('killed');
    const [table] = await tablesOf(await from.rows.applied());
    if (!table) throw new Error('no table');
    await to.rows.write(async within => {
      const [row = []] = await from.rows.read(reading => reading.page(table, null, 1));
      await within.put(table, [row.map((value, at) => (table.columns[at] === 'area' ? 'elsewhere' : value))]);
    });
    await expect(move(from, to, now)).rejects.toThrow(/^A row of cases differs in/);
  }, 60_000);
});
