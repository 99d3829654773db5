import { randomBytes } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { access, mkdir, open, readdir, rename, rm, rmdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { type BlobStore, BlobsUnavailable, type Parts, soundKey } from './port.ts';

const isMissing = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'ENOENT';

const unavailable = (error: unknown): BlobsUnavailable =>
  new BlobsUnavailable(`Attachments cannot be stored: ${error instanceof Error ? error.message : error}`, {
    cause: error,
  });

/** The names in a folder; none where it is not there. */
export const namesIn = async (folder: string): Promise<readonly string[]> => {
  try {
    return await readdir(folder);
  } catch (error) {
    if (isMissing(error)) return [];
    throw unavailable(error);
  }
};

/** Writes a file that only its owner may read and waits until it is on the disk. */
export const writeDurably = async (file: string, parts: Parts): Promise<void> => {
  const handle = await open(file, 'wx', 0o600);
  try {
    for await (const part of parts) await handle.writeFile(part);
    await handle.sync();
  } finally {
    await handle.close();
  }
};

/** A rename is durable once its folder is on the disk too. */
export const syncFolder = async (folder: string): Promise<void> => {
  const handle = await open(folder, 'r');
  await handle.sync().finally(() => handle.close());
};

/** A blob store in a folder of this machine, made when first used. What a crash left half written keeps a name of its own and is listed. */
export const folderStore = (root: string): BlobStore => ({
  put: async (key, parts) => {
    const file = join(root, soundKey(key));
    const half = `${file}.${randomBytes(6).toString('hex')}.part`;
    try {
      const made = await mkdir(dirname(file), { recursive: true, mode: 0o700 });
      await writeDurably(half, parts);
      await rename(half, file);
      await syncFolder(dirname(file));
      if (made !== undefined) await syncFolder(root);
    } catch (error) {
      await rm(half, { force: true }).catch(() => {});
      throw unavailable(error);
    }
  },
  get: async key => {
    const file = join(root, soundKey(key));
    try {
      await access(file);
    } catch (error) {
      if (isMissing(error)) return null;
      throw unavailable(error);
    }
    return createReadStream(file, { highWaterMark: 256 * 1024 });
  },
  delete: async key => {
    const file = join(root, soundKey(key));
    await rm(file, { force: true });
    // The folder goes with its last file.
    await rmdir(dirname(file)).catch(() => {});
  },
  list: async function* (prefix) {
    const [folder = '', start = ''] = prefix.split('/');
    const folders = prefix.includes('/')
      ? [folder]
      : (await namesIn(root)).filter(name => name.startsWith(folder));
    for (const one of folders)
      for (const name of await namesIn(join(root, one))) if (name.startsWith(start)) yield `${one}/${name}`;
  },
});
