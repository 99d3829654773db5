import { existsSync } from 'node:fs';
import { mkdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { namesIn, syncFolder, writeDurably } from '#src/attachments/folder.ts';
import type { Config } from '#src/config.ts';
import { names } from '#src/store/migrations/index.ts';
import { type Row, type Table, tablesOf, type Within } from '#src/store/rows.ts';
import { readEnvelope } from './envelope.ts';
import type { Counts, Head } from './format.ts';
import { rowsIn } from './move.ts';
import { keyIds, openPlace, type Place } from './place.ts';
import { type Into, unpack } from './unpack.ts';

/** A folder in the data folder: what is in it belongs to a restoring that did not end. */
const half = 'restoring';
const folders = ['attachments', 'anchors'] as const;

const hasFiles = async (folder: string): Promise<boolean> => (await namesIn(folder)).length > 0;

/** Throws where anything is that restoring would mix with. */
const mustBeEmpty = async (place: Place): Promise<void> => {
  const { rows, file, data } = place;
  const full = (what: string): Error =>
    new Error(`${what}: a backup is restored into an empty place only. Name another folder or database.`);
  if (file !== null && existsSync(file)) throw full(`${file} is there`);
  if (file === null && (await rowsIn(rows, await rows.applied())) > 0) throw full(`${rows.place} has rows`);
  if (existsSync(join(data, half))) return;
  for (const folder of folders)
    if (await hasFiles(join(data, folder))) throw full(`${join(data, folder)} has files`);
};

/** The head of a backup, without reading on. */
const headOf = async (file: string, phrase: string | null): Promise<Head> => {
  let found: Head | null = null;
  class Enough extends Error {}
  const stop: Into = {
    head: async head => {
      found = head;
      throw new Enough();
    },
    table: () => async () => {},
    file: () => ({ part: async () => {}, end: async () => {} }),
  };
  await unpack(await readEnvelope(file, phrase), stop).catch(error => {
    if (!(error instanceof Enough)) throw error;
  });
  if (!found) throw new Error(`${file} is damaged: it has no head.`);
  return found;
};

const mustFit = ({ migrations, keys }: Head, loaded: readonly string[]): void => {
  const stranger = migrations.find((name, at) => name !== names[at]);
  if (stranger)
    throw new Error(
      `The backup has migration ${stranger}, of a newer program; this one knows ${names.length} up to ${names.at(-1)}. Restore it with the newer one.`,
    );
  const absent = keys.filter(key => !loaded.includes(key));
  if (absent.length > 0)
    throw new Error(
      `The backup needs master key ${absent.join(', ')}, but ${loaded.join(', ')} is in place. Put the right master.key or REOPENDESK_KEY in place first.`,
    );
};

const writeAnchor = async (folder: string, name: string, parts: readonly Uint8Array[]): Promise<void> => {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  await writeDurably(join(folder, name), parts);
};

/** One file of a backup; each is small enough for the memory. Refuses a name that leads elsewhere. */
const fileInto = (place: Place, name: string): ReturnType<Into['file']> => {
  const [folder, rest = ''] = [name.split('/')[0], name.slice(name.indexOf('/') + 1)];
  const parts: Uint8Array[] = [];
  const part = async (bytes: Uint8Array): Promise<void> => void parts.push(bytes);
  if (folder === 'attachments') return { part, end: () => place.blobs.put(rest, parts) };
  if (folder === 'anchors' && /^[\w-]+\.anchor$/.test(rest))
    return { part, end: () => writeAnchor(join(place.data, 'anchors'), rest, parts) };
  throw new Error(`The backup is damaged: it has a file ${name}.`);
};

const into = (place: Place, within: Within, tables: readonly Table[]): Into => ({
  head: async () => {},
  table: (name, columns) => {
    const table = tables.find(one => one.name === name);
    if (!table || table.columns.join() !== columns.join())
      throw new Error(`The backup is damaged: table ${name} has other columns.`);
    return (rows: readonly Row[]) => within.put(table, rows);
  },
  file: name => fileInto(place, name),
});

/** What is in the database must be what the backup's end says, table by table. */
const mustCount = async (within: Within, tables: readonly Table[], counts: Counts): Promise<void> => {
  for (const table of tables) {
    const there = await within.count(table);
    const said = counts.tables[table.name] ?? 0;
    if (there !== said) throw new Error(`The backup has ${said} rows of ${table.name}, ${there} are there.`);
  }
};

const moveFolders = async (from: Place, to: Place): Promise<void> => {
  for (const folder of folders)
    if (existsSync(join(from.data, folder))) await rename(join(from.data, folder), join(to.data, folder));
};

/**
 * Puts a backup into an empty place; the master key that it needs must be there already. Everything is written beside it first and
 * counts once all checksums were right: a run that fails or is killed leaves the place empty for the next. The rows are of the
 * backup's schema; whoever opens the store next brings it up to date.
 */
export const restore = async (
  settings: Config,
  { file, phrase }: { readonly file: string; readonly phrase: string | null },
): Promise<Counts & { readonly made: string }> => {
  const place = await openPlace(settings);
  const beside = await openPlace(settings, half);
  try {
    await mustBeEmpty(place);
    const head = await headOf(file, phrase);
    mustFit(head, keyIds(settings));
    if (existsSync(beside.data))
      for (const folder of [half, ...folders])
        await rm(join(place.data, folder), { recursive: true, force: true });
    await mkdir(beside.data, { recursive: true, mode: 0o700 });
    await beside.migrate(head.migrations.at(-1));
    const tables = await tablesOf(head.migrations);
    const counts = await beside.rows.write(async within => {
      const said = await unpack(await readEnvelope(file, phrase), into(beside, within, tables));
      await mustCount(within, tables, said);
      await moveFolders(beside, place);
      return said;
    });
    await beside.rows.close();
    if (beside.file !== null && place.file !== null) await rename(beside.file, place.file);
    await syncFolder(place.data);
    await rm(beside.data, { recursive: true });
    return { ...counts, made: head.made };
  } finally {
    await beside.rows.close();
    await place.rows.close();
  }
};
