import { join } from 'node:path';
import { folderStore } from '#src/attachments/folder.ts';
import type { BlobStore } from '#src/attachments/port.ts';
import { wrapping } from '#src/cases/keys.ts';
import type { Config } from '#src/config.ts';
import { masterKeys } from '#src/store/master-key.ts';
import type { Migrated } from '#src/store/migrate.ts';
import type { Rows } from '#src/store/rows.ts';

/** Where a store lies, as settings say it: what it is made of, without opening any of it as the program does. */
export type Place = {
  readonly rows: Rows;
  /** Brings an empty database to the migration named, or to the newest. */
  migrate(upTo?: string): Promise<Migrated>;
  readonly blobs: BlobStore;
  readonly data: string;
  /** The database's file; null where it is on a server. */ readonly file: string | null;
};

/** Opens the database of an address, or of a file. Nothing is made or changed by it. */
export const openRows = async (address: {
  readonly url: string | null;
  readonly file: string;
}): Promise<Pick<Place, 'rows' | 'migrate'>> => {
  const { url, file } = address;
  if (url === null) {
    const { sqliteRows } = await import('#src/store/rows-sqlite.ts');
    const { migrateSqlite } = await import('#src/store/migrate-sqlite.ts');
    return { rows: sqliteRows(file), migrate: upTo => migrateSqlite({ file, ...(upTo && { upTo }) }) };
  }
  const { postgresRows } = await import('#src/store/rows-postgres.ts');
  const { migratePostgres } = await import('#src/store/migrate-postgres.ts');
  return { rows: postgresRows(url), migrate: upTo => migratePostgres({ url, ...(upTo && { upTo }) }) };
};

/** Attachments lie in the data folder; those of a site on Netlify are fetched from there. */
const blobsOf = async ({ netlifyBlobs }: Config, data: string): Promise<BlobStore> =>
  netlifyBlobs
    ? (await import('#src/attachments/netlify.ts')).netlifyStore(netlifyBlobs)
    : folderStore(join(data, 'attachments'));

/** The place that the settings name; with `under` its files are those of a folder in the data folder. */
export const openPlace = async (settings: Config, under = ''): Promise<Place> => {
  const data = join(settings.data, under);
  const file = join(data, 'reopendesk.sqlite');
  const opened = await openRows({ url: settings.databaseUrl, file });
  return {
    ...opened,
    // What is restored goes into a folder of its own first.
    blobs: under === '' ? await blobsOf(settings, data) : folderStore(join(data, 'attachments')),
    data,
    file: settings.databaseUrl === null ? file : null,
  };
};

/** The ids of the master keys that are in place. Throws where there are none. */
export const keyIds = (settings: Config): readonly string[] =>
  masterKeys({ given: settings.key, file: join(settings.data, 'master.key'), mayCreate: false }).map(
    key => wrapping(key).id,
  );
