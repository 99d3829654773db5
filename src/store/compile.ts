import {
  type Compilable,
  DummyDriver,
  Kysely,
  PostgresAdapter,
  PostgresQueryCompiler,
  SqliteAdapter,
  SqliteQueryCompiler,
} from 'kysely';
import { queries } from '#src/store/queries.ts';
import type { Dialect, Schema } from '#src/store/schema.ts';

/** Stands in a query where an argument will stand. */
class Placeholder {
  readonly name: string;
  constructor(name: string) {
    this.name = name;
  }
}
const placeholders = new Proxy({}, { get: (_, name) => new Placeholder(String(name)) });

const compilers = {
  sqlite: { adapter: SqliteAdapter, compiler: SqliteQueryCompiler },
  postgres: { adapter: PostgresAdapter, compiler: PostgresQueryCompiler },
};

const kysely = (dialect: Dialect): Kysely<Schema> =>
  new Kysely({
    dialect: {
      createAdapter: () => new compilers[dialect].adapter(),
      createDriver: () => new DummyDriver(),
      createIntrospector: () => {
        throw new Error('A compiler has no database to look into.');
      },
      createQueryCompiler: () => new compilers[dialect].compiler(),
    },
  });

/** One query as a line of source: its text, its arguments' names in the order of its parameters, whether it gives rows. */
const line = (name: string, build: (args: object) => Compilable): string => {
  const { sql, parameters, query } = build(placeholders).compile();
  const args = parameters.map(parameter => {
    if (parameter instanceof Placeholder) return `'${parameter.name}'`;
    throw new Error(`Query ${name} holds ${String(parameter)}: make it an argument.`);
  });
  const rows = query.kind === 'SelectQueryNode' || 'returning' in query;
  return `  ${name}: { rows: ${rows}, args: [${args.join(', ')}], sql: \`${sql}\` },`;
};

/**
 * The source of `statements-sqlite.ts` or `statements-postgres.ts`. Compiled here and kept, since importing Kysely takes 90 ms of a
 * server's start and its texts take none; `test/store/queries.test.ts` fails where the two differ. Throws where a query holds a value
 * that is not one of its arguments.
 */
export const statementsSource = (dialect: Dialect): string =>
  [
    '// Made by compile.ts out of queries.ts. After a change there: npx vitest run test/store/queries.test.ts -u',
    '// biome-ignore-all format: one statement a line',
    "import type { QueryName } from '#src/store/queries.ts';",
    "import type { Compiled } from '#src/store/schema.ts';",
    '',
    `export const ${dialect}: Readonly<Record<QueryName, Compiled>> = {`,
    ...Object.entries(queries(kysely(dialect), dialect)).map(([name, build]) =>
      line(name, build as (args: object) => Compilable),
    ),
    '};',
    '',
  ].join('\n');
