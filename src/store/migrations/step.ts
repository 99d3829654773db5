import type { Kysely } from 'kysely';
import type { Dialect } from '#src/store/schema.ts';

/** One step forward; there is none back: a backup is the way back. Runs in a transaction of its own store. */
export type Step = (db: Kysely<unknown>, dialect: Dialect) => Promise<void>;
