import pg from 'pg';

/** What the adapter needs of a Postgres: pg's pool in service, PGlite in tests. */
export type Client = {
  query(query: { readonly name?: string; readonly text: string; readonly values?: unknown[] }): Promise<{
    readonly rows: readonly unknown[];
    readonly rowCount: number | null;
    /** The command's tag: what `commit` gives back tells whether it did. */ readonly command: string;
  }>;
  /** Gives the connection back; a failed one is not used again. */ release(failed?: boolean): void;
};
export type Pool = { connect(): Promise<Client>; end(): Promise<void> };

const bytea = 17;
/** Sums and quantities stay far below what a number holds exactly. */
const int8 = 20;
const bytes = (text: string): Uint8Array => new Uint8Array(Buffer.from(text.slice(2), 'hex'));

/** Bytes come back as plain Uint8Array, as from SQLite. */
const types: pg.CustomTypesConfig = {
  getTypeParser: ((oid: number, format?: 'text') =>
    oid === bytea
      ? bytes
      : oid === int8
        ? Number
        : pg.types.getTypeParser(oid, format)) as typeof pg.types.getTypeParser,
};

/**
 * A pool of pipelining connections: small, since a host may run many functions at once against one database. Nothing
 * connects before it is asked to; what does not answer in time counts as gone.
 */
export const openPool = (url: string, name = 'reopendesk'): Pool => {
  const pool = new pg.Pool({
    connectionString: url,
    application_name: name,
    types,
    pipeline: true,
    max: 5,
    keepAlive: true,
    connectionTimeoutMillis: 5_000,
    query_timeout: 15_000,
    idleTimeoutMillis: 30_000,
    allowExitOnIdle: true,
  });
  // A connection that breaks fails its own queries; unheard, its event would end the process.
  pool.on('error', () => {});
  pool.on('connect', client => client.on('error', () => {}));
  return { connect: () => pool.connect(), end: () => pool.end() };
};
