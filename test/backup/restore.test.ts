import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { backUp } from '#src/backup/backup.ts';
import { keyIds, openPlace, openRows } from '#src/backup/place.ts';
import { restore } from '#src/backup/restore.ts';
import { type Config, config } from '#src/config.ts';
import { names } from '#src/store/migrations/index.ts';
import { tablesOf } from '#src/store/rows.ts';
import { everythingIn, filledStore } from './filled.ts';
import { type Empty, kinds, ways } from './places.ts';

let made: Empty[] = [];
afterEach(async () => {
  for (const one of made) await one.remove();
  made = [];
});
const make = async (kind: () => Promise<Empty>): Promise<Empty> => {
  const one = await kind();
  made.push(one);
  return one;
};
const sqlite = kinds[0]?.[1] ?? (() => Promise.reject(new Error('no SQLite')));
const now = new Date('2020-03-20T01:00:00Z');

const inPlace = async <T>(
  settings: Config,
  work: (place: Awaited<ReturnType<typeof openPlace>>) => Promise<T>,
) => {
  const place = await openPlace(settings);
  return work(place).finally(place.rows.close);
};

/** Fills a place of any kind with rows in every table, by the SQL of its kind alone. */
const fill = async ({ settings }: Empty, count: number): Promise<void> => {
  const file = join(settings.data, settings.databaseUrl ? 'source.sqlite' : 'reopendesk.sqlite');
  await filledStore(file, count, keyIds(settings)[0] ?? '');
  if (!settings.databaseUrl) return;
  const from = await openRows({ url: null, file });
  const all = await from.rows.read(async within => {
    const tables = await tablesOf(await from.rows.applied());
    return Promise.all(tables.map(async table => ({ table, rows: await within.page(table, null, count) })));
  });
  await from.rows.close();
  rmSync(file);
  await inPlace(settings, async place => {
    await place.migrate();
    await place.rows.write(async within => {
      for (const { table, rows } of all) await within.put(table, rows);
    });
  });
};

const back = (
  settings: Config,
  to: string,
  phrase: string | null = null,
  keep: number | null = null,
  at = now,
) => inPlace(settings, place => backUp(place, { to, phrase, keep, now: at }));

describe.each(ways)('from %s to %s', (_from, _to, makeFrom, makeTo) => {
  test('every row of every table, files and anchors come back as they were', async () => {
    const from = await make(makeFrom);
    const to = await make(makeTo);
    await fill(from, 603);
    const { data } = from.settings;
    mkdirSync(join(data, 'anchors'));
    writeFileSync(join(data, 'anchors', '2020-03-19.anchor'), '{"day":"2020-03-19"}\n');
    const done = await back(from.settings, join(data, 'backups'), 'a long pass phrase');
    const before = await inPlace(from.settings, place => everythingIn(place.rows));
    expect(Object.values(before).every(lines => lines.length === 603)).toBe(true);
    const restored = await restore(to.settings, { file: done.file, phrase: 'a long pass phrase' });
    expect(restored.tables).toEqual(done.tables);
    expect(await inPlace(to.settings, place => everythingIn(place.rows))).toEqual(before);
    expect(readFileSync(join(to.settings.data, 'anchors', '2020-03-19.anchor'), 'utf8')).toContain(
      '2020-03-19',
    );
    expect(existsSync(join(to.settings.data, 'restoring'))).toBe(false);
  }, 120_000);
});

const restoreInto = ({ settings }: Empty, file: string) => restore(settings, { file, phrase: null });

describe.each(kinds)('into %s', (_, kind) => {
  const source = async (count = 3): Promise<string> => {
    const from = await make(sqlite);
    await fill(from, count);
    return (await back(from.settings, join(from.settings.data, 'backups'))).file;
  };

  test('a place that is not empty is left as it is', async () => {
    const file = await source();
    const to = await make(kind);
    await fill(to, 2);
    const before = await inPlace(to.settings, place => everythingIn(place.rows));
    await expect(restoreInto(to, file)).rejects.toThrow(/into an empty place only/);
    expect(await inPlace(to.settings, place => everythingIn(place.rows))).toEqual(before);
  });

  test('files of another store are not mixed with', async () => {
    const to = await make(kind);
    mkdirSync(join(to.settings.data, 'attachments', 'a'), { recursive: true });
    await expect(restoreInto(to, await source())).rejects.toThrow(/attachments has files/);
  });

  test('without the master key it needs nothing is begun', async () => {
    const file = await source();
    const to = await make(kind);
    const other = config({ ...to.env, REOPENDESK_KEY: Buffer.alloc(32, 8).toString('base64') });
    await expect(restore(other, { file, phrase: null })).rejects.toThrow(
      /needs master key [0-9a-f]{12}, but [0-9a-f]{12} is in place/,
    );
    const none = config({ ...to.env, REOPENDESK_KEY: '' });
    await expect(restore(none, { file, phrase: null })).rejects.toThrow(/master.key is missing/);
    expect(readdirSync(to.settings.data)).toEqual([]);
  });

  test('a damaged backup leaves nothing behind that counts, and the next try has room', async () => {
    const file = await source(600);
    const whole = readFileSync(file);
    const cut = `${file}.cut`;
    writeFileSync(cut, whole.subarray(0, whole.length - 2000));
    const to = await make(kind);
    await expect(restoreInto(to, cut)).rejects.toThrow();
    expect(existsSync(join(to.settings.data, 'reopendesk.sqlite'))).toBe(false);
    expect((await restoreInto(to, file)).tables.cases).toBe(600);
  });
});

describe('backing up', () => {
  test('keeps the newest, tells the others, and cleans up after a run that was killed', async () => {
    const from = await make(sqlite);
    await fill(from, 1);
    const to = join(from.settings.data, 'backups');
    mkdirSync(to);
    const left = join(to, 'reopendesk-2020-03-01T00-00-00Z.backup.part');
    writeFileSync(left, 'half');
    utimesSync(left, new Date(0), new Date(0));
    writeFileSync(join(to, 'notes.txt'), 'mine');
    for (const minute of [1, 2, 3, 4])
      await back(from.settings, to, null, 2, new Date(`2020-03-20T01:0${minute}:00Z`));
    expect(readdirSync(to).sort()).toEqual([
      'notes.txt',
      'reopendesk-2020-03-20T01-03-00Z.backup',
      'reopendesk-2020-03-20T01-04-00Z.backup',
    ]);
  });

  test('a place without a store is told, and none is made', async () => {
    const from = await make(sqlite);
    await expect(back(from.settings, join(from.settings.data, 'backups'))).rejects.toThrow(/no store in/);
    expect(readdirSync(from.settings.data)).toEqual([]);
  });

  test('a store of an older schema is backed up as it is, and restored as it was', async () => {
    const from = await make(sqlite);
    await inPlace(from.settings, place => place.migrate(names[0]));
    const { file } = await back(from.settings, join(from.settings.data, 'backups'));
    const to = await make(sqlite);
    await restoreInto(to, file);
    await inPlace(to.settings, async ({ rows }) => expect(await rows.applied()).toEqual(names.slice(0, 1)));
  });

  test('rows are of one moment, whatever is written meanwhile', async () => {
    const from = await make(sqlite);
    await fill(from, 600);
    const place = await openPlace(from.settings);
    const other = await openPlace(from.settings);
    const tables = await tablesOf(names);
    const seen = await place.rows.read(async within => {
      const first = tables[0];
      const last = tables.at(-1);
      if (!first || !last) throw new Error('no tables');
      await within.count(first);
      await other.rows.write(async writing => {
        const [row = []] = await writing.page(last, null, 1);
        await writing.put(last, [row.map((value, at) => (last.key.includes(at) ? 'new' : value))]);
      });
      return within.count(last);
    });
    expect(seen).toBe(600);
    await place.rows.close();
    await other.rows.close();
  });
});
