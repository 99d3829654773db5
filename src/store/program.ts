import type { ArgsOf, QueryName, RowOf } from '#src/store/queries.ts';
import type { Value } from '#src/store/schema.ts';

/** One query with its arguments; the adapter knows its text. */
export type Statement = { readonly name: QueryName; readonly args: Readonly<Record<string, Value>> };
export type Result = { readonly rows: readonly unknown[]; readonly changes: number };

/**
 * What a command does, written once for every database: it yields statements that may go out together, is handed their
 * results, and returns its answer. SQLite drives it without waiting, Postgres with one trip a step. A program must be safe
 * to run again from its start after a rollback.
 */
export type Program<Answer> = Generator<readonly Statement[], Answer, readonly Result[]>;

/** Asks one query and gives back its rows. */
export function* rows<Name extends QueryName>(
  name: Name,
  args: ArgsOf<Name>,
): Program<readonly RowOf<Name>[]> {
  const [result] = yield [statement(name, args)];
  // The one place where a row becomes typed: by the query that asked for it.
  return (result?.rows ?? []) as readonly RowOf<Name>[];
}

/** Asks one query and gives back its first row. */
export function* row<Name extends QueryName>(name: Name, args: ArgsOf<Name>): Program<RowOf<Name> | null> {
  const [first] = yield* rows(name, args);
  return first ?? null;
}

/** Sends statements together and gives back how many rows each changed. */
export function* changes(...sent: readonly Statement[]): Program<readonly number[]> {
  const results = yield sent;
  return results.map(result => result.changes);
}

export const statement = <Name extends QueryName>(name: Name, args: ArgsOf<Name>): Statement => ({
  name,
  args: args as Readonly<Record<string, Value>>,
});

/** The arguments in the order of a query's parameters. Throws on what no column holds: drivers would each make their own of it. */
export const values = (names: readonly string[], args: Statement['args']): Value[] =>
  names.map(name => {
    const value = args[name];
    if (typeof value === 'string' || typeof value === 'number') return value;
    if (value === null || value instanceof Uint8Array) return value;
    throw new TypeError(`${name} is ${typeof value}: a column holds text, a number, bytes or null.`);
  });

/** Runs a program where answers are there at once. */
export const drive = <Answer>(program: Program<Answer>, ask: (sent: Statement) => Result): Answer => {
  let step = program.next([]);
  while (!step.done) step = program.next(step.value.map(ask));
  return step.value;
};

/** Runs a program where answers come later; the statements of one step are on their way together. */
export const driveLater = async <Answer>(
  program: Program<Answer>,
  ask: (sent: Statement) => Promise<Result>,
): Promise<Answer> => {
  let step = program.next([]);
  while (!step.done) step = program.next(await Promise.all(step.value.map(ask)));
  return step.value;
};
