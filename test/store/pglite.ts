import { PGlite } from '@electric-sql/pglite';
import { PGliteDialect } from 'kysely';
import { migrate } from '#src/store/migrate.ts';
import { appliedOver } from '#src/store/migrate-postgres.ts';
import { openPostgresOver } from '#src/store/postgres.ts';
import type { Client, Pool } from '#src/store/postgres-pool.ts';
import type { Place } from './place.ts';

/** PGlite has one session: whoever asks for a connection waits until the one before gave it back. */
const sessionOf = (db: PGlite) => {
  let free = Promise.resolve();
  return async (): Promise<Client> => {
    const before = free;
    let release = (): void => {};
    free = new Promise(resolve => {
      release = resolve;
    });
    await before;
    return {
      query: async ({ text, values }) => {
        const { rows, affectedRows } = await db.query(text, values);
        return { rows, rowCount: affectedRows ?? 0, command: text.split(' ', 1).join('').toUpperCase() };
      },
      release: () => release(),
    };
  };
};

/** Kysely closes what it was given; here the place does. */
const dialectOf = (pglite: PGlite): PGliteDialect => {
  const dialect = new PGliteDialect({ pglite });
  const createDriver = dialect.createDriver.bind(dialect);
  return Object.assign(dialect, {
    createDriver: () => Object.assign(createDriver(), { destroy: async () => {} }),
  });
};

/** A Postgres inside this process. It never calls fsync: for tests, never for what people send. */
export const pglite = async (): Promise<Place> => {
  const db = await PGlite.create();
  const connect = sessionOf(db);
  const pool = (): Pool => {
    let ended = false;
    return {
      connect: () => (ended ? Promise.reject(new Error('The pool has ended.')) : connect()),
      end: async () => {
        ended = true;
      },
    };
  };
  return {
    migrate: () =>
      migrate({
        dialect: 'postgres',
        applied: () => appliedOver(text => db.query(text)),
        kysely: async () => dialectOf(db),
      }),
    open: async () => openPostgresOver(pool()),
    sql: async text => (await db.query(text)).rows,
    remove: () => db.close(),
  };
};
