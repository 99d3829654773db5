import type { Row } from '#src/store/rows.ts';
import type { Counts, Head } from './format.ts';
import { digest, linesIn, rowOf } from './lines.ts';

/** Where the parts of a backup go, in the order in which they come. */
export type Into = {
  head(head: Head): Promise<void>;
  /** Refuses a table that it does not have. */
  table(name: string, columns: readonly string[]): (rows: readonly Row[]) => Promise<void>;
  file(name: string): { part(bytes: Uint8Array): Promise<void>; end(): Promise<void> };
};

const broken = (what: string): Error => new Error(`The backup is damaged: ${what}.`);

type Line = {
  readonly [Name in 'backup' | 'table' | 'columns' | 'file' | 'lines' | 'sha256' | 'end']?: unknown;
};

/** What is read between an entry's first line and its last. */
type Open = { take(lines: readonly string[]): Promise<void>; end(): Promise<void>; readonly name: string };

const openEntry = (line: Line, into: Into): Open => {
  if (typeof line.table === 'string' && Array.isArray(line.columns)) {
    const put = into.table(line.table, line.columns.map(String));
    return { name: line.table, take: lines => put(lines.map(rowOf)), end: async () => {} };
  }
  if (typeof line.file === 'string') {
    const file = into.file(line.file);
    const take = async (lines: readonly string[]): Promise<void> => {
      for (const one of lines) await file.part(Buffer.from(String(JSON.parse(one)), 'base64'));
    };
    return { name: line.file, take, end: file.end };
  }
  throw broken('an unknown part');
};

/** A line of content is a list or a text; what orders the backup is an object. */
const isContent = (line: string): boolean => !line.startsWith('{');

const headOf = (line: Line): Head => {
  if (line.backup !== 'reopendesk') throw new Error('This is not a backup of reopendesk.');
  const head = line as unknown as Head;
  if (head.format !== 1)
    throw new Error(`The backup has format ${head.format}, of a newer program; this one reads format 1.`);
  return head;
};

const unpacker = (into: Into) => {
  const all = digest();
  let own = digest();
  let count = 0;
  let open: Open | null = null;
  let begun = false;
  let counts: Counts | null = null;
  let isWhole = false;

  const order = async (text: string): Promise<void> => {
    const line = JSON.parse(text) as Line;
    if (counts) {
      if (line.sha256 !== all.value()) throw broken('its checksum differs');
      isWhole = true;
      return;
    }
    all.add(`${text}\n`);
    if (!begun) {
      begun = true;
      return into.head(headOf(line));
    }
    if (!open && line.end !== undefined) {
      counts = line.end as Counts;
      return;
    }
    if (!open) {
      own = digest();
      count = 0;
      open = openEntry(line, into);
      return;
    }
    if (line.lines !== count || line.sha256 !== own.value())
      throw broken(`the checksum of ${open.name} differs`);
    await open.end();
    open = null;
  };

  const content = async (lines: readonly string[]): Promise<void> => {
    if (!open) throw broken('a line is out of place');
    const text = `${lines.join('\n')}\n`;
    all.add(text);
    own.add(text);
    count += lines.length;
    await open.take(lines);
  };

  return {
    /** Lines that came together: runs of content, and between them what orders them. */
    take: async (lines: readonly string[]): Promise<void> => {
      let from = 0;
      for (const [at, line] of lines.entries()) {
        if (isWhole) throw broken('something follows its end');
        if (isContent(line)) continue;
        if (at > from) await content(lines.slice(from, at));
        await order(line);
        from = at + 1;
      }
      if (from < lines.length) await content(lines.slice(from));
    },
    end: (): Counts => {
      if (!counts || !isWhole) throw broken('its end is missing');
      return counts;
    },
  };
};

/**
 * Reads a backup and hands its parts out as they come; gives back what its end says there was. Throws one line where a checksum
 * differs or the end is missing: what was handed out by then is not to be kept.
 */
export const unpack = async (parts: AsyncIterable<Uint8Array>, into: Into): Promise<Counts> => {
  const reader = unpacker(into);
  try {
    for await (const lines of linesIn(parts)) await reader.take(lines);
    return reader.end();
  } catch (error) {
    throw error instanceof SyntaxError ? broken('a line cannot be read') : error;
  }
};
