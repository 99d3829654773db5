import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Config, config } from '#src/config.ts';
import { newDatabase, postgresServer } from '../store/database.ts';

/** An empty place for a store, with a data folder of its own and a key that is the same everywhere. */
export type Empty = {
  readonly settings: Config;
  readonly env: Record<string, string>;
  remove(): Promise<void>;
};

const key = Buffer.alloc(32, 7).toString('base64');

const onSqlite = async (): Promise<Empty> => {
  const data = mkdtempSync(join(tmpdir(), 'reopendesk-'));
  mkdirSync(data, { recursive: true });
  const env = { REOPENDESK_DATA: data, REOPENDESK_KEY: key };
  return { settings: config(env), env, remove: async () => rmSync(data, { recursive: true, force: true }) };
};

const onPostgres = async (): Promise<Empty> => {
  const { env, remove } = await onSqlite();
  const database = await newDatabase();
  const all = { ...env, DATABASE_URL: database.url };
  return {
    settings: config(all),
    env: all,
    remove: async () => {
      await database.remove();
      await remove();
    },
  };
};

/** Both kinds, where there is a Postgres to test on. */
export const kinds: readonly (readonly [string, () => Promise<Empty>])[] = [
  ['SQLite', onSqlite],
  ...(postgresServer ? [['Postgres', onPostgres] as const] : []),
];

/** Every way from one kind to another. */
export const ways = kinds.flatMap(([from, make]) =>
  kinds.map(([to, makeTo]) => [from, to, make, makeTo] as const),
);
