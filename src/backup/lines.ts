import { createHash, type Hash } from 'node:crypto';
import type { Row } from '#src/store/rows.ts';
import type { Value } from '#src/store/schema.ts';

/** A value as JSON: bytes are base64 in a list of one, since no column holds a list. */
const shown = (value: Value): unknown =>
  value instanceof Uint8Array ? [Buffer.from(value).toString('base64')] : value;

const read = (shown: unknown): Value => {
  if (Array.isArray(shown)) return new Uint8Array(Buffer.from(String(shown[0]), 'base64'));
  if (typeof shown === 'string' || typeof shown === 'number' || shown === null) return shown;
  throw new Error(`a row holds ${typeof shown}`);
};

/** A row in one line: the same row gives the same line, whatever database it comes from. */
export const lineOf = (row: Row): string => JSON.stringify(row.map(shown));

/** The row of a line. */
export const rowOf = (line: string): Row => (JSON.parse(line) as readonly unknown[]).map(read);

/** SHA-256 over lines, each with its end, in hex. */
export const digest = (): { add(text: string): void; value(): string } => {
  const hash: Hash = createHash('sha256');
  return { add: text => void hash.update(text), value: () => hash.copy().digest('hex') };
};

/** The lines of a text that comes in parts, those that a part completes together. Refuses a text that does not end with a line's end. */
export async function* linesIn(parts: AsyncIterable<Uint8Array>): AsyncGenerator<readonly string[]> {
  let held: Buffer[] = [];
  for await (const part of parts) {
    const bytes = Buffer.from(part.buffer, part.byteOffset, part.byteLength);
    const end = bytes.lastIndexOf(10);
    if (end < 0) {
      held.push(bytes);
      continue;
    }
    yield Buffer.concat([...held, bytes.subarray(0, end)])
      .toString('utf8')
      .split('\n');
    held = [bytes.subarray(end + 1)];
  }
  if (held.some(part => part.length > 0)) throw new Error('the last line is cut off');
}
