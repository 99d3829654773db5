import { createReadStream } from 'node:fs';
import { mkdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { namesIn, syncFolder } from '#src/attachments/folder.ts';
import { pages, type Row, type Table, tablesOf, type Within } from '#src/store/rows.ts';
import { writeEnvelope } from './envelope.ts';
import type { Counts, Head } from './format.ts';
import { type Entry, pack } from './pack.ts';
import type { Place } from './place.ts';

export type Options = {
  /** The folder that it goes to, made where it is missing. */ readonly to: string;
  readonly phrase: string | null;
  /** So many of the newest stay in the folder; null: all. */ readonly keep: number | null;
  readonly now: Date;
};

export type BackedUp = Counts & {
  readonly file: string;
  readonly size: number;
  /** Attachments that rows speak of and that are not there. */ readonly missing: number;
  /** Older backups that went. */ readonly pruned: readonly string[];
};

const name = /^reopendesk-\d{4}-\d\d-\d\dT\d\d-\d\d-\d\dZ\.backup$/;
const half = /^reopendesk-.*\.backup\.part$/;
const nameAt = (now: Date): string =>
  `reopendesk-${now.toISOString().slice(0, 19).replaceAll(':', '-')}Z.backup`;

const textOf = (table: Table, row: Row, column: string): string => String(row[table.columns.indexOf(column)]);

/** The ids of the master keys that the rows need: the store's root secret names it, in older stores each case does. */
const keysOf = async (within: Within, tables: readonly Table[]): Promise<readonly string[]> => {
  const table = tables.find(one => one.name === 'secrets') ?? tables.find(one => one.name === 'cases');
  if (!table) return [];
  const rows = await within.page(table, null, 500);
  return [...new Set(rows.map(row => textOf(table, row, 'key_id')))].filter(id => id !== '');
};

/** What goes in: the anchors, listed before the rows' moment, so that none is newer than the rows; the rows; the bytes of attachments. */
async function* entriesOf(
  { blobs, data }: Place,
  within: Within,
  given: { readonly tables: readonly Table[]; readonly anchors: readonly string[] },
  missed: (key: string) => void,
): AsyncGenerator<Entry> {
  for (const file of given.anchors)
    yield { file: `anchors/${file}`, bytes: createReadStream(join(data, 'anchors', file)) };
  for (const table of given.tables) yield { table, rows: pages(within, table) };
  const uploads = given.tables.find(table => table.name === 'uploads');
  if (!uploads) return;
  for await (const rows of pages(within, uploads)) {
    for (const row of rows) {
      const kept = textOf(uploads, row, 'blob');
      const keys: string[] = [];
      for await (const key of blobs.list(`${textOf(uploads, row, 'hash')}/`)) keys.push(key);
      if (kept !== '' && !keys.includes(kept)) missed(kept);
      for (const key of keys) {
        const bytes = await blobs.get(key);
        if (bytes) yield { file: `attachments/${key}`, bytes };
      }
    }
  }
}

/** Takes what a generator says at its end past whoever reads it to there. */
async function* noting<T, R>(from: AsyncGenerator<T, R>, note: (end: R) => void): AsyncGenerator<T> {
  note(yield* from);
}

/** Deletes all but the newest, and what a run that was killed an hour ago or more left behind. */
const prune = async (folder: string, keep: number | null): Promise<readonly string[]> => {
  const names = await namesIn(folder);
  for (const left of names.filter(one => half.test(one))) {
    const { mtimeMs } = await stat(join(folder, left));
    if (Date.now() - mtimeMs > 3_600_000) await rm(join(folder, left));
  }
  const whole = names.filter(one => name.test(one)).sort();
  const old = keep === null ? [] : whole.slice(0, Math.max(0, whole.length - keep));
  for (const one of old) await rm(join(folder, one));
  return old;
};

/** When the last backup ended, for whoever looks after the place. */
export type LastBackup = { readonly at: string; readonly file: string };
export const lastBackupFile = (data: string): string => join(data, 'last-backup.json');

/**
 * Copies everything that a place holds but its master key into one file, while the server goes on: rows of one moment, anchors, attachments.
 * The file has its name once it is whole and on the disk. Refuses a place that has no store.
 */
export const backUp = async (place: Place, options: Options): Promise<BackedUp> => {
  const { to, phrase, keep, now } = options;
  const migrations = await place.rows.applied();
  if (migrations.length === 0) throw new Error(`There is no store in ${place.rows.place}.`);
  const tables = await tablesOf(migrations);
  const anchors = (await namesIn(join(place.data, 'anchors'))).filter(one => one.endsWith('.anchor')).sort();
  await mkdir(to, { recursive: true, mode: 0o700 });
  const file = join(to, nameAt(now));
  let counts: Counts = { tables: {}, files: 0, bytes: 0 };
  let missing = 0;
  await rm(`${file}.part`, { force: true });
  await place.rows.read(async within => {
    const keys = await keysOf(within, tables);
    const head: Head = { backup: 'reopendesk', format: 1, made: now.toISOString(), migrations, keys };
    const entries = entriesOf(place, within, { tables, anchors }, () => {
      missing += 1;
    });
    const text = noting(pack(head, entries), end => {
      counts = end;
    });
    await writeEnvelope(`${file}.part`, text, phrase);
  });
  await rename(`${file}.part`, file);
  await syncFolder(to);
  const last: LastBackup = { at: now.toISOString(), file };
  await writeFile(lastBackupFile(place.data), `${JSON.stringify(last)}\n`, { mode: 0o600 }).catch(() => {});
  return { ...counts, file, size: (await stat(file)).size, missing, pruned: await prune(to, keep) };
};
