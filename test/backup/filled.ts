import { randomBytes } from 'node:crypto';
import { DatabaseSync } from 'node:sqlite';
import { lineOf } from '#src/backup/lines.ts';
import { migrateSqlite } from '#src/store/migrate-sqlite.ts';
import { names } from '#src/store/migrations/index.ts';
import { pages, type Rows, type Table, tablesOf } from '#src/store/rows.ts';

type Column = { readonly name: string; readonly type: string; readonly notnull: number; readonly pk: number };

/** The same text in every column of a row, so that whatever refers to a row of the same number finds it. */
const textAt = (n: number): string => `t${n} 中文 "\\\n\u2028'%`;

const valueAt = ({ name, type, notnull, pk }: Column, n: number, keyId: string) => {
  if (name === 'key_id') return keyId;
  // The ledgers' checks: of goods, beds and persons there is more than all that became of them.
  if (['quantity', 'capacity', 'persons'].includes(name)) return 1_000_000_000 + n;
  if (n % 2 === 1 && notnull === 0 && pk === 0) return null;
  // A span ends after it begins.
  if (name === 'to_day') return `u${textAt(n)}`;
  if (type.toLowerCase() === 'integer') return n + 1;
  return type.toLowerCase() === 'blob' ? new Uint8Array(randomBytes(n % 5)) : textAt(n);
};

/** Makes a store in a file, with so many rows in every table that the migrations make, whatever they mean; `keyId` seals them. */
export const filledStore = async (file: string, count: number, keyId: string): Promise<void> => {
  await migrateSqlite({ file });
  const db = new DatabaseSync(file);
  db.exec('begin');
  for (const table of await tablesOf(names)) {
    const columns = db
      .prepare('select name, type, "notnull", pk from pragma_table_info(?)')
      .all(table.name) as unknown as Column[];
    const marks = columns.map(() => '?').join(', ');
    const put = db.prepare(`insert into "${table.name}" values (${marks})`);
    for (let n = 0; n < count; n++) put.run(...columns.map(column => valueAt(column, n, keyId)));
  }
  db.exec('commit');
  db.close();
};

/** Everything in a database, each table's rows as sorted lines. */
export const everythingIn = async (
  rows: Rows,
  tables?: readonly Table[],
): Promise<Record<string, readonly string[]>> => {
  const all = tables ?? (await tablesOf((await rows.applied()).filter(name => !name.startsWith('closed'))));
  return rows.read(async within => {
    const found: Record<string, readonly string[]> = {};
    for (const table of all) {
      const lines: string[] = [];
      for await (const page of pages(within, table)) lines.push(...page.map(lineOf));
      found[table.name] = lines.sort();
    }
    return found;
  });
};
