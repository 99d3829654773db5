import { closed } from '#src/store/migrate.ts';
import { keyOf, pages, type Row, type Rows, type Table, tablesOf, type Within } from '#src/store/rows.ts';
import { digest, lineOf } from './lines.ts';
import type { Place } from './place.ts';

/** One end of a move. */
export type End = Pick<Place, 'rows' | 'migrate'>;

/** What a move did, table by table: rows that are there now, those of them that it brought this time, SHA-256 over all of them. */
export type Moved = readonly {
  readonly table: string;
  readonly rows: number;
  readonly brought: number;
  readonly sha256: string;
}[];

const unfinished = (from: Rows): string =>
  `${closed}npm run move from ${from.place} did not end; run it again`;

const isAway = (name: string): boolean => name.startsWith(`${closed}moved to `);
const away = (to: Rows, now: Date): string =>
  `${closed}moved to ${to.place} on ${now.toISOString().slice(0, 10)}; set DATABASE_URL or REOPENDESK_DATA to it, or go back with npm run move -- --take-back`;

const mustBeIdle = async (rows: Rows): Promise<void> => {
  const who = await rows.inUse();
  if (who !== null) throw new Error(`${who}: stop the service first, so that nothing is taken in meanwhile.`);
};

/** How many rows there are, of all tables. */
export const rowsIn = async (rows: Rows, migrations: readonly string[]): Promise<number> => {
  const tables = await tablesOf(migrations);
  return rows.read(async within => {
    let sum = 0;
    for (const table of tables) sum += await within.count(table);
    return sum;
  });
};

/** Brings an empty target up to the source's schema and closes it to programs. Refuses one that is not empty. */
const begin = async (from: Rows, to: End, migrations: readonly string[]): Promise<void> => {
  const there = await to.rows.applied();
  if (there.includes(unfinished(from))) return;
  const isFit = there.every((name, at) => name === migrations[at]);
  if (!isFit || (await rowsIn(to.rows, there)) > 0)
    throw new Error(`${to.rows.place} is not empty: a store is moved into an empty database only.`);
  await to.migrate(migrations.at(-1));
  await to.rows.mark(unfinished(from));
};

/** Those of the rows that are not in the target. Refuses where one is there that differs. */
const absentOf = async (to: Rows, table: Table, rows: readonly Row[]): Promise<readonly Row[]> => {
  const there = new Map(
    (await to.read(within => within.find(table, rows))).map(row => [lineOf(keyOf(table, row)), lineOf(row)]),
  );
  return rows.filter(row => {
    const other = there.get(lineOf(keyOf(table, row)));
    if (other !== undefined && other !== lineOf(row))
      throw new Error(`A row of ${table.name} differs in ${to.place}: ${lineOf(keyOf(table, row))}.`);
    return other === undefined;
  });
};

/** Reads the rows of a page back from the target and compares them one by one. Gives back their lines. */
const verified = async (to: Rows, table: Table, rows: readonly Row[]): Promise<string> => {
  const found = await to.read(within => within.find(table, rows));
  const there = new Set(found.map(lineOf));
  const lines = rows.map(lineOf);
  const wrong = lines.findIndex(line => !there.has(line));
  const row = rows[wrong];
  if (row)
    throw new Error(`A row of ${table.name} is not the same in ${to.place}: ${lineOf(keyOf(table, row))}.`);
  return lines.map(line => `${line}\n`).join('');
};

/** Brings what is not there yet, page by page, each durable before the next. Gives back how many rows of each table. */
const bring = async (
  within: Within,
  to: Rows,
  tables: readonly Table[],
): Promise<ReadonlyMap<Table, number>> => {
  const brought = new Map<Table, number>();
  for (const table of tables)
    for await (const rows of pages(within, table)) {
      const absent = await absentOf(to, table, rows);
      if (absent.length > 0) await to.write(target => target.put(table, absent));
      brought.set(table, (brought.get(table) ?? 0) + absent.length);
    }
  return brought;
};

/** Compares every row of a table, and that the target has no others. */
const compare = async (
  within: Within,
  to: Rows,
  table: Table,
): Promise<Pick<Moved[number], 'rows' | 'sha256'>> => {
  const hash = digest();
  let count = 0;
  for await (const rows of pages(within, table)) {
    hash.add(await verified(to, table, rows));
    count += rows.length;
  }
  const there = await to.read(target => target.count(table));
  if (there !== count) throw new Error(`${to.place} has ${there} rows of ${table.name}, not ${count}.`);
  return { rows: count, sha256: hash.value() };
};

/** The migrations of the source. One that was moved away already is let through where its own move did not end. */
const migrationsOf = async (from: Rows, to: Rows): Promise<readonly string[]> => {
  const applied = await from.applied();
  if (applied.length === 0) throw new Error(`There is no store in ${from.place}.`);
  const shut = applied.find(name => name.startsWith(closed));
  const isOurs = shut !== undefined && isAway(shut) && (await to.applied()).includes(unfinished(from));
  if (shut !== undefined && !isOurs) throw new Error(`The store is closed: ${shut.slice(closed.length)}.`);
  return applied.filter(name => name !== shut);
};

/**
 * Brings every row of a store into an empty database of either kind; killed and run again it goes on. At the end every row is read
 * back and compared; then the source is closed, so that nobody goes on with it by mistake, and the target opens. Refuses while a
 * server has either open. Attachments and anchors stay where they are.
 */
export const move = async (from: End, to: End, now: Date): Promise<Moved> => {
  await mustBeIdle(from.rows);
  await mustBeIdle(to.rows);
  const migrations = await migrationsOf(from.rows, to.rows);
  await begin(from.rows, to, migrations);
  const tables = await tablesOf(migrations);
  const moved = await from.rows.read(async within => {
    const brought = await bring(within, to.rows, tables);
    const each: Moved[number][] = [];
    for (const table of tables)
      each.push({
        table: table.name,
        brought: brought.get(table) ?? 0,
        ...(await compare(within, to.rows, table)),
      });
    return each;
  });
  await mustBeIdle(from.rows);
  if (!(await from.rows.applied()).some(isAway)) await from.rows.mark(away(to.rows, now));
  await to.rows.unmark(unfinished(from.rows));
  return moved;
};

/** Opens a store that was moved away, to go on with it. False where it was not. */
export const takeBack = async ({ rows }: End): Promise<boolean> => {
  const name = (await rows.applied()).find(isAway);
  if (name === undefined) return false;
  await rows.unmark(name);
  return true;
};
