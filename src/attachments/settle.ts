import { createHash, randomBytes } from 'node:crypto';
import {
  type Cabinet,
  type FileInfo,
  infoOf,
  labelOf,
  later,
  limits,
  sealLabel,
  sliceKey,
} from './cabinet.ts';
import type { Kind, Refusal, Scan, UploadRow } from './port.ts';
import { gather, open, seal } from './seal.ts';

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** The name under which a file is handed out ends as its content says: `plan.exe` that is a PDF becomes `plan.exe.pdf`. */
const namedAs = (name: string, kind: Kind): string => {
  const endings = kind === 'jpg' ? ['.jpg', '.jpeg'] : [`.${kind}`];
  return endings.some(ending => name.toLowerCase().endsWith(ending)) ? name : `${name}.${kind}`;
};

type Judged =
  | { readonly tag: 'kept'; readonly bytes: Uint8Array; readonly set: Settled }
  | { readonly tag: 'refused'; readonly reason: Refusal };
type Settled = Pick<UploadRow, 'type' | 'size' | 'sha256' | 'flags' | 'scanned'>;

const look = async ({ scan }: Cabinet, bytes: Uint8Array): Promise<Scan | 'infected'> => {
  if (!scan) return 'no';
  try {
    return await scan(bytes);
  } catch (error) {
    console.error(JSON.stringify({ level: 'error', alarm: 'virus scan', error: String(error) }));
    return 'failed';
  }
};

/** Whether the bytes are what the sender meant, a kind we take, and clean. Loaded when a first file comes: a start needs no readers of pictures. */
const judge = async (cabinet: Cabinet, bytes: Uint8Array, expected: string): Promise<Judged> => {
  if (expected !== '' && sha256(bytes) !== expected) return { tag: 'refused', reason: 'hash' };
  const { check } = await import('./content/check.ts');
  const checked = await check(bytes);
  if (checked.tag === 'refused') return checked;
  const scanned = await look(cabinet, bytes);
  if (scanned === 'infected') return { tag: 'refused', reason: 'virus' };
  const { kind, bytes: kept, flags } = checked;
  const set = { type: kind, size: kept.length, sha256: sha256(kept), flags: JSON.stringify(flags), scanned };
  return { tag: 'kept', bytes: kept, set };
};

const nothing = { size: 0, sha256: '', flags: '[]', scanned: 'no', blob: '' } as const;

/** Writes what was judged: the cleaned bytes under a name of their own, then the row; of two processes the second leaves the first one's, and its own bytes are swept. */
const write = async (cabinet: Cabinet, row: UploadRow, judged: Judged): Promise<void> => {
  const { store, blobs, keyring } = cabinet;
  const { hash } = row;
  const expiresAt = later(cabinet);
  if (judged.tag === 'refused') {
    const ended = {
      state: 'refused',
      type: judged.reason,
      ...nothing,
      sealed: row.sealed,
      expiresAt,
    } as const;
    await store.settleUpload({ hash, ...ended });
    return;
  }
  const key = keyring.open(row);
  const blob = `${hash}/${randomBytes(9).toString('base64url')}`;
  const { name, expected } = await labelOf(cabinet, row);
  const sealed = sealLabel(key, hash, { name: namedAs(name, judged.set.type as Kind), expected });
  await blobs.put(blob, seal(key, blob, judged.bytes));
  await store.settleUpload({ hash, state: 'kept', ...judged.set, blob, sealed, expiresAt });
};

/** Files are checked one at a time: each is wholly in memory then, several times. */
let before: Promise<unknown> = Promise.resolve();
const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
  const mine = before.then(work, work);
  before = mine.catch(() => {});
  return mine;
};

/** The bytes of all slices in their order. */
const joined = async ({ blobs, keyring }: Cabinet, row: UploadRow): Promise<Buffer> => {
  const key = keyring.open(row);
  const parts: Buffer[] = [];
  for (let at = 0; at < row.size; at += limits.slice) {
    const place = sliceKey(row.hash, at);
    const sealed = await blobs.get(place);
    if (!sealed) throw new Error(`slice ${place} is missing`);
    parts.push(await gather(open(key, place, sealed)));
  }
  return Buffer.concat(parts);
};

/** Ends an upload whose bytes are there, from its slices or as they came with the form: keeps what is left of them after checking, or refuses. */
export const settle = (cabinet: Cabinet, hash: string, given: Uint8Array | null): Promise<FileInfo | null> =>
  inTurn(async () => {
    const { store, blobs } = cabinet;
    const [row] = await store.uploads([hash]);
    if (row?.state === 'partial') {
      const { expected } = await labelOf(cabinet, row);
      await write(cabinet, row, await judge(cabinet, given ?? (await joined(cabinet, row)), expected));
      if (!given) for (let at = 0; at < row.size; at += limits.slice) await blobs.delete(sliceKey(hash, at));
    }
    const [ended] = await store.uploads([hash]);
    return ended ? infoOf(cabinet, ended) : null;
  });
