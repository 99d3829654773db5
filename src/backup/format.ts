/**
 * A backup as text, one JSON a line, so that `zstd -dc` and a pager are enough to look into one: a head; entries, each a line that
 * names it, its lines, and a line with their number and SHA-256; a last line with the SHA-256 of all before it. A table's line is a
 * row in the order of its columns; a file's is a piece of it in base64. The line before the last counts what there was.
 */
export type Head = {
  readonly backup: 'reopendesk';
  readonly format: 1;
  /** When it was begun, ISO 8601. */ readonly made: string;
  /** The migrations that the rows are of. */ readonly migrations: readonly string[];
  /** The ids of the master keys without which it cannot be read. */ readonly keys: readonly string[];
};

/** How many rows of each table there are, and how many files and bytes of them. */
export type Counts = {
  readonly tables: Readonly<Record<string, number>>;
  readonly files: number;
  readonly bytes: number;
};
