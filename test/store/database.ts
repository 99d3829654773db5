import { randomBytes } from 'node:crypto';
import pg from 'pg';

/** A server on which databases may be made; undefined where none is given. */
export const postgresServer = process.env.TEST_DATABASE_URL;

/** One empty database of a Postgres server. */
export type Database = {
  readonly url: string;
  sql(text: string): Promise<readonly unknown[]>;
  /** Breaks every connection to it. */ cut(): Promise<void>;
  remove(): Promise<void>;
};

const ask = async (url: string, text: string): Promise<readonly unknown[]> => {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(text)).rows;
  } finally {
    await client.end();
  }
};

/** Makes a database of its own, so that runs side by side do not meet. */
export const newDatabase = async (server = postgresServer ?? ''): Promise<Database> => {
  const name = `reopendesk_test_${randomBytes(6).toString('hex')}`;
  await ask(server, `create database ${name}`);
  const url = Object.assign(new URL(server), { pathname: `/${name}` }).href;
  return {
    url,
    sql: text => ask(url, text),
    cut: async () => {
      await ask(
        server,
        `select pg_terminate_backend(pid) from pg_stat_activity where datname = '${name}' and pid <> pg_backend_pid()`,
      );
    },
    remove: async () => void (await ask(server, `drop database ${name} with (force)`)),
  };
};
