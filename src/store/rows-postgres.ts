import { appliedOver } from '#src/store/migrate-postgres.ts';
import { type Client, openPool } from '#src/store/postgres-pool.ts';
import { keyOf, type Row, type Rows, type Table, textsWith, type Within } from '#src/store/rows.ts';
import type { Value } from '#src/store/schema.ts';

const texts = textsWith(at => `$${at}`);
/** What is asked of one table. */
type Asked = Exclude<keyof typeof texts, 'mark' | 'unmark'>;

const within = (client: Client): Within => {
  const ask = async (what: Asked, table: Table, values: readonly Value[]) => {
    const query = {
      name: `${what} ${table.name}`,
      text: texts[what](table),
      values: [...values],
      rowMode: 'array',
    };
    return (await client.query(query)).rows as readonly Row[];
  };
  return {
    page: (table, after, limit) =>
      after ? ask('next', table, [...keyOf(table, after), limit]) : ask('first', table, [limit]),
    // One statement a row: they are on their way together, and one text serves every key.
    find: async (table, like) =>
      (await Promise.all(like.map(row => ask('find', table, keyOf(table, row))))).flat(),
    put: async (table, rows) => void (await Promise.all(rows.map(row => ask('put', table, row)))),
    count: async table => Number((await ask('count', table, []))[0]?.[0] ?? 0),
  };
};

/** Host and database of an address, without who logs in. */
const placeOf = (url: string): string => {
  const { host, pathname } = new URL(url);
  return `postgres://${host}${pathname}`;
};

/** The tables of a Postgres database. Connects when first used. */
export const postgresRows = (url: string): Rows => {
  const pool = openPool(url, 'reopendesk rows');
  let closing: Promise<void> | null = null;
  const connected = async <T>(work: (client: Client) => Promise<T>): Promise<T> => {
    const client = await pool.connect();
    try {
      return await work(client);
    } finally {
      client.release(true);
    }
  };
  const transaction = <T>(begin: string, work: (within: Within) => Promise<T>): Promise<T> =>
    connected(async client => {
      // A connection that is given back broken is closed, which rolls back.
      await client.query({ text: begin });
      const done = await work(within(client));
      const { command } = await client.query({ text: 'commit' });
      if (command !== 'COMMIT') throw new Error(`The database answered commit with ${command}.`);
      return done;
    });
  const said = (text: string, values: unknown[]): Promise<void> =>
    connected(async client => void (await client.query({ text, values })));
  return {
    place: placeOf(url),
    applied: () => connected(client => appliedOver(text => client.query({ text }))),
    read: work => transaction('begin isolation level repeatable read read only', work),
    write: work => transaction('begin', work),
    mark: name => said(texts.mark, [name, new Date().toISOString()]),
    unmark: name => said(texts.unmark, [name]),
    inUse: () =>
      connected(async client => {
        const text = `select cast(count(*) as integer) as others from pg_stat_activity
          where datname = current_database() and application_name = 'reopendesk' and pid <> pg_backend_pid()`;
        const [row] = (await client.query({ text })).rows as readonly { readonly others: number }[];
        return row && row.others > 0
          ? `${placeOf(url)} has ${row.others} connections of a running server`
          : null;
      }),
    sound: async () => null,
    close: () => {
      closing ??= pool.end();
      return closing;
    },
  };
};
