import { type Cabinet, clear, type FileInfo, infoOf } from './cabinet.ts';
import type { UploadRow } from './port.ts';
import { open } from './seal.ts';

/** A case's attachment, for officers. */
export type Attachment = FileInfo & {
  readonly field: string;
  /** Its bytes, opened part by part; throws where one was changed, moved or cut off. */
  readonly read: () => Promise<AsyncIterable<Uint8Array>>;
};

const reading =
  ({ blobs, keyring }: Cabinet, row: UploadRow) =>
  async () => {
    const sealed = await blobs.get(row.blob);
    if (!sealed) throw new Error(`attachment ${row.blob} is missing from the store of attachments`);
    return open(keyring.open(row), row.blob, sealed);
  };

/** The attachments of a case, oldest first. */
export const attachmentsOf = async (cabinet: Cabinet, caseId: string): Promise<readonly Attachment[]> => {
  const rows = await cabinet.store.uploadsOf(caseId);
  return Promise.all(
    rows.map(async row => ({
      ...(await infoOf(cabinet, row)),
      field: row.field,
      read: reading(cabinet, row),
    })),
  );
};

/** Deletes the attachments of a case, keys first: what a crash leaves behind cannot be read and is swept. Gives back how many. */
export const deleteUploadsOf = async (cabinet: Cabinet, caseId: string): Promise<number> => {
  const hashes = await cabinet.store.dropUploadsOf({ caseId });
  for (const hash of hashes) await clear(cabinet, hash);
  return hashes.length;
};

/** At most so many at a time: what is left is swept the next hour. */
const most = { uploads: 200, blobs: 500, look: 100 };

const sweepExpired = async (cabinet: Cabinet): Promise<number> => {
  const expiredAt = cabinet.now().toISOString();
  let swept = 0;
  for (const hash of await cabinet.store.expiredUploads(expiredAt, most.uploads)) {
    if (!(await cabinet.store.dropUpload({ hash, expiredAt }))) continue;
    await clear(cabinet, hash);
    swept += 1;
  }
  return swept;
};

/** Those of the keys that no row speaks for: none of an upload that is still coming in, and not where a kept one lies. */
const orphansIn = async ({ store }: Cabinet, keys: readonly string[]): Promise<readonly string[]> => {
  const hashOf = (key: string) => key.split('/')[0] ?? '';
  const rows = await store.uploads([...new Set(keys.map(hashOf))]);
  return keys.filter(key => {
    const row = rows.find(one => one.hash === hashOf(key));
    return !row || (row.state !== 'partial' && row.blob !== key);
  });
};

const sweepOrphans = async (cabinet: Cabinet): Promise<number> => {
  const { blobs } = cabinet;
  let keys: string[] = [];
  let swept = 0;
  const look = async (): Promise<void> => {
    for (const key of await orphansIn(cabinet, keys)) {
      await blobs.delete(key);
      swept += 1;
    }
    keys = [];
  };
  for await (const key of blobs.list('')) {
    if (keys.push(key) === most.look) await look();
    if (swept >= most.blobs) break;
  }
  await look();
  return swept;
};

/** Deletes uploads that expired before their form was sent, and bytes that no row speaks for. Gives back how many of both. */
export const sweepUploads = async (cabinet: Cabinet): Promise<number> =>
  (await sweepExpired(cabinet)) + (await sweepOrphans(cabinet));

/** Wraps the keys of uploads by the master key that wraps from now on, a few hundred at a time. Gives back how many. */
export const rewrapUploads = async ({ store, keyring }: Cabinet): Promise<number> => {
  let done = 0;
  for (;;) {
    const rows = await store.uploadsWrappedByOthers(keyring.id, 200);
    const anew = rows.map(row => ({ ...keyring.renew(row), was: row.keyId }));
    const changed = await store.rewrapUploads({ rows: anew });
    done += changed;
    if (changed === 0) return done;
  }
};
