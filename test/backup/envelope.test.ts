import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readEnvelope, writeEnvelope } from '#src/backup/envelope.ts';
import type { Head } from '#src/backup/format.ts';
import { linesIn } from '#src/backup/lines.ts';
import { type Entry, pack } from '#src/backup/pack.ts';
import { type Into, unpack } from '#src/backup/unpack.ts';
import type { Row } from '#src/store/rows.ts';

const folder = mkdtempSync(join(tmpdir(), 'reopendesk-'));
afterAll(() => rmSync(folder, { recursive: true }));
const phrase = '春江水暖鸭先知 correct horse';
const head: Head = {
  backup: 'reopendesk',
  format: 1,
  made: '2020-03-20T01:00:00.000Z',
  migrations: [],
  keys: [],
};
const table = { name: 'cases', columns: ['id', 'sealed'], key: [0] };
const row = (n: number): Row => [`c${n}`, new Uint8Array([n % 256, 10, 13, 0])];
const rows = Array.from({ length: 3000 }, (_, n) => row(n));
const bytes = Buffer.alloc(700_000, 'attachment\n');

async function* entries(): AsyncGenerator<Entry> {
  yield {
    table,
    rows: (async function* () {
      for (let at = 0; at < rows.length; at += 500) yield rows.slice(at, at + 500);
    })(),
  };
  yield {
    file: 'attachments/a/b',
    bytes: (async function* () {
      yield bytes.subarray(0, 300_000);
      yield bytes.subarray(300_000);
    })(),
  };
  yield { table: { ...table, name: 'empty' }, rows: (async function* () {})() };
}

/** Everything that a backup hands out. */
const read = async (file: string, given: string | null) => {
  const found: { head?: Head; rows: Row[]; tables: string[]; file: Buffer } = {
    rows: [],
    tables: [],
    file: Buffer.alloc(0),
  };
  const into: Into = {
    head: async said => {
      found.head = said;
    },
    table: name => {
      found.tables.push(name);
      return async some => void found.rows.push(...some);
    },
    file: name => {
      found.tables.push(name);
      return {
        part: async part => {
          found.file = Buffer.concat([found.file, part]);
        },
        end: async () => {},
      };
    },
  };
  const counts = await unpack(await readEnvelope(file, given), into);
  return { ...found, counts };
};

const open = join(folder, 'open.backup');
const sealed = join(folder, 'sealed.backup');
beforeAll(async () => {
  await writeEnvelope(open, pack(head, entries()), null);
  await writeEnvelope(sealed, pack(head, entries()), phrase);
});

describe('a backup as a file', () => {
  test.each([
    ['open', open, null],
    ['sealed with a pass phrase', sealed, phrase],
  ])('%s: hands out what was put in, and is readable by its owner only', async (_, file, given) => {
    const found = await read(file, given);
    expect(found.head).toEqual(head);
    expect(found.tables).toEqual(['cases', 'attachments/a/b', 'empty']);
    expect(found.rows).toEqual(rows);
    expect(found.file.equals(bytes)).toBe(true);
    expect(found.counts).toEqual({ tables: { cases: 3000, empty: 0 }, files: 1, bytes: bytes.length });
    expect(statSync(file).mode & 0o777).toBe(0o600);
  });

  test('sealed, it shows nothing but how it was sealed', () => {
    const text = readFileSync(sealed).toString('latin1');
    expect(text.slice(0, text.indexOf('\n'))).toMatch(/^reopendesk backup 1 scrypt [\w-]{22}$/);
    expect(text).not.toContain('migrations');
  });

  test.each([
    ['the wrong pass phrase', sealed, 'another phrase', /^The pass phrase is wrong/],
    ['no pass phrase', sealed, null, /give it with --passphrase-file/],
    ['a pass phrase too many', open, phrase, /needs no pass phrase/],
  ])('%s is told in one line', async (_, file, given, said) => {
    await expect(read(file, given)).rejects.toThrow(said);
  });

  const damaged = (from: string, change: (bytes: Buffer) => Buffer): string => {
    const file = join(folder, 'damaged.backup');
    writeFileSync(file, change(Buffer.from(readFileSync(from))));
    return file;
  };
  const flip = (at: (length: number) => number) => (bytes: Buffer) => {
    const place = at(bytes.length);
    bytes[place] = (bytes[place] ?? 0) ^ 1;
    return bytes;
  };
  test.each([
    ['a bit in the middle', flip(length => Math.floor(length / 2))],
    ['a bit near the end', flip(length => length - 20)],
    ['its last twenty bytes cut off', (bytes: Buffer) => bytes.subarray(0, -20)],
    ['the second half cut off', (bytes: Buffer) => bytes.subarray(0, bytes.length / 2)],
    ['all but its first line cut off', (bytes: Buffer) => bytes.subarray(0, bytes.indexOf(10) + 1)],
    ['an empty file', () => Buffer.alloc(0)],
    ['another kind of file', () => Buffer.from('%PDF-1.7\n')],
  ])('%s: refused, open and sealed', async (_, change) => {
    await expect(read(damaged(open, change), null)).rejects.toThrow();
    await expect(read(damaged(sealed, change), phrase)).rejects.toThrow();
  });
});

describe('the text of a backup', () => {
  const textOf = async (): Promise<string[]> => {
    let text = '';
    for await (const part of pack(head, entries())) text += part;
    return text.trimEnd().split('\n');
  };
  const unpacked = (lines: readonly string[]) =>
    unpack(
      (async function* () {
        yield Buffer.from(`${lines.join('\n')}\n`);
      })(),
      {
        head: async () => {},
        table: () => async () => {},
        file: () => ({ part: async () => {}, end: async () => {} }),
      },
    );
  const drop = (at: number) => (lines: string[]) => lines.toSpliced(at, 1);

  test('is told apart line by line: one left out, doubled, changed or moved is refused', async () => {
    const lines = await textOf();
    await expect(unpacked(lines)).resolves.toMatchObject({ files: 1 });
    const wrong: readonly (readonly [string, (lines: string[]) => string[]])[] = [
      ['a row left out', drop(5)],
      ['a row doubled', given => given.toSpliced(5, 0, given[5] ?? '')],
      ['two rows changed about', given => given.with(5, given[6] ?? '').with(6, given[5] ?? '')],
      ['the head left out', drop(0)],
      ["an entry's end left out", given => drop(given.findIndex(line => line.startsWith('{"lines"')))(given)],
      ['the end left out', given => given.slice(0, -1)],
      ['a line after the end', given => [...given, '[]']],
      ['a newer format', given => given.with(0, (given[0] ?? '').replace('"format":1', '"format":2'))],
    ];
    for (const [what, change] of wrong)
      await expect(unpacked(change([...lines])), what).rejects.toThrow(/backup|line|format/);
  });

  test('lines come whole, however the bytes are cut', async () => {
    const text = Array.from({ length: 50 }, (_, n) => `行${n}`).join('\n');
    for (const size of [1, 2, 3, 7, 1000]) {
      const parts = async function* () {
        const all = Buffer.from(`${text}\n`);
        for (let at = 0; at < all.length; at += size) yield all.subarray(at, at + size);
      };
      const found: string[] = [];
      for await (const lines of linesIn(parts())) found.push(...lines);
      expect(found.join('\n')).toBe(text);
    }
  });
});
