import { randomBytes } from 'node:crypto';
import { tidy } from '#src/rules/text.ts';
import { type Cabinet, clear, type FileInfo, infoOf, later, limits, sealLabel, sliceKey } from './cabinet.ts';
import { BlobsUnavailable, type Refusal, type UploadRow } from './port.ts';
import { seal } from './seal.ts';
import { settle } from './settle.ts';

/** What somebody wants to send. */
export type Asked = {
  readonly form: string;
  readonly field: string;
  readonly name: string;
  /** Bytes. */ readonly size: number;
  /** Of the whole file, in hex; '' where the sender cannot tell. */ readonly sha256: string;
  /** The sender's random token, which its uploads are counted by; '' for a file that comes with its form. */ readonly draft: string;
  readonly address: string;
};
/** `limit`: the bytes that would be exceeded. */
export type Denied = { readonly tag: 'denied'; readonly reason: Refusal; readonly limit: number };
/** `slice`: the length of every slice but the last, in bytes. */
export type Opened = { readonly tag: 'opened'; readonly id: string; readonly slice: number } | Denied;

const denied = (reason: Refusal, limit = 0): Denied => ({ tag: 'denied', reason, limit });
const day = 24 * 3_600_000;

/** A file's own name: no folders, nothing that hides or breaks, at most 120 characters with its ending. */
const cleanName = (given: string): string => {
  const name = tidy(given.replace(/^.*[/\\]/s, ''), false)
    .toWellFormed()
    .replace(/[\p{Cc}<>:"|?*]/gu, '');
  const signs = [...name];
  return signs.length > 120 ? [...signs.slice(0, 100), ...signs.slice(-20)].join('') : name || 'file';
};

/** Counts kilobytes of an address for a day; false, and nothing counted, where they would be too many. */
const countAddress = async ({ store, keyring, now }: Cabinet, { address, size }: Asked): Promise<boolean> => {
  if (address === '') return true;
  const at = now().toISOString();
  const expiresAt = new Date(now().getTime() + day).toISOString();
  const name = `upload:${keyring.hash('address', address)}`;
  const by = Math.ceil(size / 1024);
  const { count } = await store.count({ name, by, at, expiresAt });
  if (count * 1024 <= limits.address) return true;
  await store.count({ name, by: -by, at, expiresAt });
  return false;
};

const newRow = (cabinet: Cabinet, asked: Asked, id: string): UploadRow => {
  const { keyring } = cabinet;
  const hash = keyring.hash('upload', id);
  const { key, wrappedKey, keyId } = keyring.create(hash);
  return {
    hash,
    caseId: null,
    form: asked.form,
    field: asked.field,
    state: 'partial',
    type: '',
    size: asked.size,
    received: 0,
    sha256: '',
    flags: '[]',
    scanned: 'no',
    blob: '',
    wrappedKey,
    keyId,
    sealed: sealLabel(key, hash, { name: cleanName(asked.name), expected: asked.sha256 }),
    draft: asked.draft === '' ? '' : keyring.hash('draft', asked.draft),
    createdAt: cabinet.now().toISOString(),
    expiresAt: later(cabinet),
  };
};

/** Makes room for a file and gives back the id under which its slices come. Refuses what is empty, too large or beyond a quota. */
export const openUpload = async (cabinet: Cabinet, asked: Asked): Promise<Opened> => {
  if (cabinet.full()) throw new BlobsUnavailable('the disk is 90 % full');
  if (asked.size === 0) return denied('empty');
  if (asked.size > limits.file) return denied('size', limits.file);
  if (!(await countAddress(cabinet, asked))) return denied('quota', limits.address);
  const id = randomBytes(16).toString('base64url');
  const { tag } = await cabinet.store.openUpload({
    row: newRow(cabinet, asked, id),
    limits: { draft: limits.draft, total: cabinet.total },
  });
  if (tag === 'opened') return { tag, id, slice: limits.slice };
  return tag === 'full' ? denied('full') : denied('quota', limits.draft);
};

/** The row of an id that its form was not sent with yet; null where there is none, or it expired. */
const openRow = async ({ store, keyring, now }: Cabinet, id: string): Promise<UploadRow | null> => {
  const [row] = await store.uploads([keyring.hash('upload', id)]);
  return row && row.caseId === null && row.expiresAt > now().toISOString() ? row : null;
};

const isOf = ({ keyring }: Cabinet, row: UploadRow, draft: string): boolean =>
  row.draft !== '' && row.draft === keyring.hash('draft', draft);

export type Slice = {
  readonly id: string;
  readonly draft: string;
  readonly offset: number;
  readonly bytes: Uint8Array;
};
export type SliceResult =
  /** No such upload of this draft, or its form was sent. */
  | { readonly tag: 'unknown' }
  /** A slice before this one is missing: `received` is where to go on. */
  | { readonly tag: 'ahead'; readonly received: number }
  /** A slice is `length` bytes at this place. */
  | { readonly tag: 'length'; readonly length: number }
  | { readonly tag: 'stored'; readonly received: number }
  | { readonly tag: 'ended'; readonly file: FileInfo };

/** Takes a slice in. The same one twice, from two tabs or after a lost answer, changes nothing. The last one ends the upload. */
export const putSlice = async (cabinet: Cabinet, slice: Slice): Promise<SliceResult> => {
  const row = await openRow(cabinet, slice.id);
  if (!row || !isOf(cabinet, row, slice.draft)) return { tag: 'unknown' };
  const { hash, size, received } = row;
  if (row.state !== 'partial' || received === size) {
    const file = row.state === 'partial' ? await settle(cabinet, hash, null) : await infoOf(cabinet, row);
    return file ? { tag: 'ended', file } : { tag: 'unknown' };
  }
  const { offset, bytes } = slice;
  if (offset > received) return { tag: 'ahead', received };
  if (offset < received) return { tag: 'stored', received };
  const length = Math.min(limits.slice, size - offset);
  if (bytes.length !== length) return { tag: 'length', length };
  if (cabinet.full()) throw new BlobsUnavailable('the disk is 90 % full');
  const place = sliceKey(hash, offset);
  await cabinet.blobs.put(place, seal(cabinet.keyring.open(row), place, bytes));
  const moved = { hash, was: offset, received: offset + length, expiresAt: later(cabinet) };
  await cabinet.store.advanceUpload(moved);
  // Whoever was faster sent the same slice: what the row says now holds for both.
  return moved.received === size ? putSlice(cabinet, slice) : { tag: 'stored', received: moved.received };
};

/** A file that came with its form, all at once. */
export type Whole = Omit<Asked, 'size' | 'sha256' | 'draft'> & { readonly bytes: Uint8Array };

/** Takes in a file that came with its form. */
export const takeFile = async (
  cabinet: Cabinet,
  { bytes, ...asked }: Whole,
): Promise<Denied | { readonly tag: 'ended'; readonly id: string; readonly file: FileInfo }> => {
  const opened = await openUpload(cabinet, { ...asked, size: bytes.length, sha256: '', draft: '' });
  if (opened.tag === 'denied') return opened;
  const file = await settle(cabinet, cabinet.keyring.hash('upload', opened.id), bytes);
  return file ? { tag: 'ended', id: opened.id, file } : denied('broken');
};

/** An upload by its id; null where there is none, it expired, or its form was sent. */
export const fileOf = async (cabinet: Cabinet, id: string): Promise<FileInfo | null> => {
  const row = await openRow(cabinet, id);
  return row ? infoOf(cabinet, row) : null;
};

/** Uploads by their ids, those of a form that was sent too: the same form sent again is known by their hashes. */
export const filesOf = async (
  cabinet: Cabinet,
  ids: readonly string[],
): Promise<ReadonlyMap<string, FileInfo>> => {
  const known = new Map<string, FileInfo>();
  const hashes = ids.map(id => cabinet.keyring.hash('upload', id));
  const rows = await cabinet.store.uploads(hashes);
  for (const [index, id] of ids.entries()) {
    const row = rows.find(one => one.hash === hashes[index]);
    if (row) known.set(id, await infoOf(cabinet, row));
  }
  return known;
};

/** Forgets an upload that its form was not sent with; false where there is none of this draft. */
export const dropFile = async (cabinet: Cabinet, id: string, draft: string): Promise<boolean> => {
  const row = await openRow(cabinet, id);
  if (!row || (row.draft !== '' && !isOf(cabinet, row, draft))) return false;
  const dropped = await cabinet.store.dropUpload({ hash: row.hash, expiredAt: null });
  if (dropped) await clear(cabinet, row.hash);
  return dropped;
};
