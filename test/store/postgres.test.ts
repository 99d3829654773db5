import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { describe, expect, test } from 'vitest';
import { StoreUnavailable } from '#src/cases/store.ts';
import { migratePostgres } from '#src/store/migrate-postgres.ts';
import { openPostgres } from '#src/store/postgres.ts';
import { contract } from './contract.ts';
import type { Place } from './place.ts';
import { receipt } from './samples.ts';

const server = process.env.TEST_DATABASE_URL;

const sql = async (url: string, text: string): Promise<unknown> => {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(text)).rows;
  } finally {
    await client.end();
  }
};

/** A database of its own for each, so that runs side by side do not meet. */
const placeFor = async (thread: boolean): Promise<Place & { url: string; name: string }> => {
  const name = `reopendesk_test_${randomBytes(6).toString('hex')}`;
  await sql(server ?? '', `create database ${name}`);
  const url = Object.assign(new URL(server ?? ''), { pathname: `/${name}` }).href;
  return {
    url,
    name,
    migrate: () => migratePostgres({ url }),
    open: () => openPostgres({ url, thread }),
    sql: text => sql(url, text),
    remove: async () => {
      await sql(server ?? '', `drop database ${name} with (force)`);
    },
  };
};

const place = () => placeFor(false);

if (server) {
  contract('postgres', place);
  contract('postgres, written by a thread', () => placeFor(true));
} else {
  test.skip('postgres: set TEST_DATABASE_URL to a server on which databases may be made', () => {});
}

describe.skipIf(!server)('postgres: the connection', () => {
  test('one that breaks costs what was on its way, and the next command finds another', async () => {
    const made = await place();
    await made.migrate();
    const store = await made.open();
    await store.receive(receipt());
    await sql(
      server ?? '',
      `select pg_terminate_backend(pid) from pg_stat_activity where datname = '${made.name}'`,
    );
    const sent = receipt();
    // The pool may or may not have noticed yet: either way nothing is stored twice or half.
    await store.receive(sent).catch(error => expect(error).toBeInstanceOf(StoreUnavailable));
    expect((await store.receive({ ...receipt(), key: sent.key })).tag).toMatch(/stored|replayed/);
    await store.close();
    await made.remove();
  });
});

test('postgres: a server that is not there makes the store unavailable', async () => {
  const store = await openPostgres({ url: 'postgres://nobody@127.0.0.1:1/nothing' });
  await expect(store.receive(receipt())).rejects.toThrow(StoreUnavailable);
  await expect(store.health()).rejects.toThrow(StoreUnavailable);
  await expect(migratePostgres({ url: 'postgres://nobody@127.0.0.1:1/nothing' })).rejects.toThrow(
    StoreUnavailable,
  );
  await store.close();
});
