import type { QueryName } from '#src/store/queries.ts';
import type { Compiled, Dialect } from '#src/store/schema.ts';
import { postgres } from '#src/store/statements-postgres.ts';
import { sqlite } from '#src/store/statements-sqlite.ts';

/** Every query as text, for each database. */
export const statements: Readonly<Record<Dialect, Readonly<Record<QueryName, Compiled>>>> = {
  sqlite,
  postgres,
};
