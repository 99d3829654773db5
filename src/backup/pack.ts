import type { Row, Table } from '#src/store/rows.ts';
import type { Counts, Head } from './format.ts';
import { digest, lineOf } from './lines.ts';

/** What goes into a backup: a table's rows, or a file's bytes under its path in the data folder. */
export type Entry =
  | { readonly table: Table; readonly rows: AsyncIterable<readonly Row[]> }
  | { readonly file: string; readonly bytes: AsyncIterable<Uint8Array> };

type Tally = { tables: Record<string, number>; files: number; bytes: number };

const titleOf = (entry: Entry): object =>
  'table' in entry ? { table: entry.table.name, columns: entry.table.columns } : { file: entry.file };

async function* linesOf(entry: Entry, tally: Tally): AsyncGenerator<readonly string[]> {
  if ('table' in entry) {
    const { name } = entry.table;
    tally.tables[name] = 0;
    for await (const rows of entry.rows) {
      tally.tables[name] += rows.length;
      yield rows.map(lineOf);
    }
    return;
  }
  tally.files += 1;
  for await (const part of entry.bytes) {
    tally.bytes += part.length;
    yield [JSON.stringify(Buffer.from(part).toString('base64'))];
  }
}

/** The text of a backup, and at its end what went into it. */
export async function* pack(head: Head, entries: AsyncIterable<Entry>): AsyncGenerator<string, Counts> {
  const all = digest();
  const tally: Tally = { tables: {}, files: 0, bytes: 0 };
  const said = (text: string): string => {
    all.add(text);
    return text;
  };
  yield said(`${JSON.stringify(head)}\n`);
  for await (const entry of entries) {
    yield said(`${JSON.stringify(titleOf(entry))}\n`);
    const own = digest();
    let lines = 0;
    for await (const some of linesOf(entry, tally)) {
      const text = `${some.join('\n')}\n`;
      own.add(text);
      lines += some.length;
      yield said(text);
    }
    yield said(`${JSON.stringify({ lines, sha256: own.value() })}\n`);
  }
  yield said(`${JSON.stringify({ end: tally })}\n`);
  yield `${JSON.stringify({ sha256: all.value() })}\n`;
  return tally;
}
