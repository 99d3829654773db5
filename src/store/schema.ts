import type { CaseRow, EventRow, FingerprintRow, KeyRow } from '#src/cases/store.ts';

/** `creditCode` becomes `credit_code`: the tables are the port's rows under the database's spelling, so neither can forget a column. */
type Snake<Name extends string> = Name extends `${infer Head}${infer Tail}`
  ? `${Head extends Lowercase<Head> ? Head : `_${Lowercase<Head>}`}${Snake<Tail>}`
  : Name;
type Columns<Row> = { [Name in keyof Row & string as Snake<Name>]: Row[Name] };

/** The tables as Kysely sees them. `migrations/` makes them; times are ISO 8601 text in UTC, so they sort as they stand. */
export type Schema = {
  cases: Columns<CaseRow>;
  events: Columns<EventRow>;
  /** What a key or a fingerprint was used for. Neither outlives its case. */
  idempotency_keys: Columns<KeyRow> & { case_id: string };
  fingerprints: Columns<FingerprintRow> & { case_id: string };
  counters: { name: string; count: number; expires_at: string };
  /** Who may do what only one process may do at a time, and until when. */
  leases: { name: string; holder: string; expires_at: string };
  /** Kysely's own list of the migrations that ran. */
  kysely_migration: { name: string; timestamp: string };
};

export type Dialect = 'sqlite' | 'postgres';

/** What both databases take and give: nothing else may stand in a column. */
export type Value = string | number | Uint8Array | null;

/** A query as text: the names of its arguments in the order of its parameters, and whether it gives rows. */
export type Compiled = { readonly rows: boolean; readonly args: readonly string[]; readonly sql: string };
