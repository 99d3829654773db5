import { createSecretKey, type KeyObject, randomBytes, scrypt } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { type Duplex, pipeline as linked, Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { promisify } from 'node:util';
import { constants, createZstdCompress, createZstdDecompress } from 'node:zlib';
import { open, sealParts } from '#src/attachments/seal.ts';

/**
 * How a backup lies on a disk: one line that says how to open it, then its text, compressed with zstd, and with a pass phrase sealed in
 * frames under a key that scrypt makes of it. The line is part of what each frame is sealed for.
 */
const plain = 'reopendesk backup 1 plain\n';
const sealed = /^reopendesk backup 1 scrypt ([\w-]{22})\n$/;
/** 64 MB and a fifth of a second a try (OWASP's figures for scrypt are half of it). */
const cost = { N: 2 ** 16, r: 8, p: 1, maxmem: 128 * 1024 * 1024 } as const;

const derive = promisify<string, Buffer, number, object, Buffer>(scrypt);

const keyOf = async (phrase: string, salt: string): Promise<KeyObject> =>
  createSecretKey(await derive(phrase.normalize('NFKC'), Buffer.from(salt, 'base64url'), 32, cost));

/** What comes out of a stream that is fed; a failure on either side is thrown to whoever reads. */
const through = (from: AsyncIterable<string | Uint8Array>, stream: Duplex): AsyncIterable<Uint8Array> =>
  linked(Readable.from(from, { objectMode: false }), stream, () => {});

/** Its own checksum beside ours: a damaged part is not taken for another text. */
const compression = { params: { [constants.ZSTD_c_checksumFlag]: 1 } };

/** The bytes of a backup's file. `phrase`: null leaves it open to whoever has the file. */
async function* wrapped(text: AsyncIterable<string>, phrase: string | null): AsyncGenerator<Uint8Array> {
  const salt = randomBytes(16).toString('base64url');
  const line = phrase === null ? plain : `reopendesk backup 1 scrypt ${salt}\n`;
  yield Buffer.from(line);
  const packed = through(text, createZstdCompress(compression));
  yield* phrase === null ? packed : sealParts(await keyOf(phrase, salt), line, packed);
}

/** Writes a backup's file, readable by its owner only, and waits until it is on the disk. */
export const writeEnvelope = (
  file: string,
  text: AsyncIterable<string>,
  phrase: string | null,
): Promise<void> =>
  pipeline(wrapped(text, phrase), createWriteStream(file, { flags: 'wx', mode: 0o600, flush: true }));

type Begun = { readonly line: string; readonly rest: AsyncIterable<Uint8Array> };

/** The first line of a file, and what follows it. */
const begin = async (file: string): Promise<Begun> => {
  const parts = createReadStream(file, { highWaterMark: 256 * 1024 })[Symbol.asyncIterator]();
  const first = await parts.next();
  const bytes = Buffer.from(first.done ? '' : first.value);
  const end = bytes.indexOf(10) + 1;
  const rest = async function* (): AsyncGenerator<Uint8Array> {
    yield bytes.subarray(end);
    yield* { [Symbol.asyncIterator]: () => parts };
  };
  return { line: bytes.subarray(0, Math.min(end, 200)).toString('latin1'), rest: rest() };
};

const notOurs = (file: string): Error =>
  new Error(`${file} is not a backup of reopendesk, or of a newer one.`);

async function* opened(key: KeyObject, { line, rest }: Begun): AsyncGenerator<Uint8Array> {
  let frames = 0;
  try {
    for await (const part of open(key, line, rest)) {
      frames += 1;
      yield part;
    }
  } catch (error) {
    if (frames === 0) throw new Error('The pass phrase is wrong, or the backup is damaged.');
    throw error;
  }
}

/**
 * The text of a backup's file, as bytes. Refuses in one line what is not a backup, a missing or wrong pass phrase, one that was given
 * though none is needed; throws what zlib or the seal throws where it is damaged.
 */
export const readEnvelope = async (
  file: string,
  phrase: string | null,
): Promise<AsyncIterable<Uint8Array>> => {
  const begun = await begin(file);
  const [, salt] = sealed.exec(begun.line) ?? [];
  if (salt === undefined && begun.line !== plain) throw notOurs(file);
  if (salt !== undefined && phrase === null)
    throw new Error(`${file} is sealed with a pass phrase: give it with --passphrase-file.`);
  if (salt === undefined && phrase !== null)
    throw new Error(`${file} is not sealed: it needs no pass phrase.`);
  const body = salt === undefined || phrase === null ? begun.rest : opened(await keyOf(phrase, salt), begun);
  return through(body, createZstdDecompress());
};
