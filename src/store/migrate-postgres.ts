import type { Dialect as KyselyDialect } from 'kysely';
import pg from 'pg';
import { type Migrated, migrate } from '#src/store/migrate.ts';
import { unavailable } from '#src/store/outcome.ts';
import { isUnmigrated } from '#src/store/postgres-errors.ts';

/** The names of the migrations that ran, asked through whatever runs SQL. */
export const appliedOver = async (
  query: (sql: string) => Promise<{ rows: readonly unknown[] }>,
): Promise<readonly string[]> => {
  try {
    const { rows } = await query('select name from kysely_migration order by name');
    return rows.map(row => String((row as { name: unknown }).name));
  } catch (error) {
    if (isUnmigrated(error)) return [];
    throw unavailable(error);
  }
};

/** Brings the database up to this program's schema, or to the migration named. See `migrate`. */
export const migratePostgres = async ({
  url,
  upTo,
}: {
  readonly url: string;
  readonly upTo?: string;
}): Promise<Migrated> => {
  // Not the serving pool: a step may take longer than any query should.
  const pool = new pg.Pool({ connectionString: url, max: 2, connectionTimeoutMillis: 5_000 });
  pool.on('error', () => {});
  try {
    return await migrate({
      dialect: 'postgres',
      upTo,
      applied: () => appliedOver(sql => pool.query(sql)),
      kysely: async (): Promise<KyselyDialect> => {
        const { PostgresDialect } = await import('kysely');
        return new PostgresDialect({ pool });
      },
    });
  } finally {
    if (!pool.ended) await pool.end();
  }
};
