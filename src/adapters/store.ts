import { join } from 'node:path';
import type { Config } from '#src/config.ts';
import type { Store } from '#src/store/adapter.ts';

export type StoreOptions = {
  readonly migrate: boolean;
  readonly commitEach?: boolean;
  /** Write to Postgres from a thread of its own, as SQLite always is. */
  readonly thread?: boolean;
};

/** A setting that cannot work, told in one line at start. */
class ConfigError extends Error {
  override name = 'ConfigError';
}

/** Netlify has no lasting disk: a file database or a key file there would lose what people sent. */
export const refuseOnNetlify = (settings: Config): void => {
  if (!settings.netlify) return;
  if (!settings.databaseUrl)
    throw new ConfigError(
      'On Netlify set DATABASE_URL (or NETLIFY_DATABASE_URL) to a Postgres address: there is no lasting disk for SQLite.',
    );
  if (!settings.key)
    throw new ConfigError(
      'On Netlify set REOPENDESK_KEY to 32 random bytes in base64, for instance from: openssl rand -base64 32',
    );
};

/** The database that the settings name. Adapters are loaded when they are chosen: neither pays for the other's driver at start. */
export const openStore = async (settings: Config, options: StoreOptions): Promise<Store> => {
  if (settings.databaseUrl) {
    const url = settings.databaseUrl;
    if (options.migrate) await (await import('#src/store/migrate-postgres.ts')).migratePostgres({ url });
    return (await import('#src/store/postgres.ts')).openPostgres({ url, thread: options.thread ?? false });
  }
  const file = join(settings.data, 'reopendesk.sqlite');
  if (options.migrate) await (await import('#src/store/migrate-sqlite.ts')).migrateSqlite({ file });
  return (await import('#src/store/sqlite.ts')).openSqlite({ file, commitEach: options.commitEach ?? false });
};
