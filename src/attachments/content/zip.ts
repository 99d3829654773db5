import { createInflateRaw } from 'node:zlib';
import type { Refusal } from '../port.ts';

/** A file within a zip, as its directory tells it. */
export type Entry = {
  readonly name: string;
  readonly method: number;
  readonly packed: number;
  readonly size: number;
  /** Where its own header stands. */ readonly at: number;
};
type Listed = { readonly entries: readonly Entry[] } | { readonly fault: Refusal };

const endLength = 22;
const mostEntries = 2000;
const mostUnpacked = 200 * 1024 * 1024;
const highestRatio = 100;
/** What may stand between two entries: the sizes once more, behind the data (APPNOTE 4.3.9). */
const longestDescriptor = 24;

const isEnd = (bytes: Buffer, at: number): boolean => {
  if (at < 0 || bytes.readUInt32LE(at) !== 0x06054b50) return false;
  const directory = at - bytes.readUInt32LE(at + 12);
  return directory >= 0 && bytes.readUInt32LE(directory) === 0x02014b50;
};

/** Whether the end of a zip's directory stands within the last 64 KB: a file that is a zip too, whatever it is at its beginning. */
export const endsAsZip = (bytes: Buffer): boolean => {
  const from = Math.max(0, bytes.length - endLength - 0xffff);
  const mark = Buffer.from('PK\x05\x06', 'latin1');
  for (let at = bytes.lastIndexOf(mark); at >= from; at = at > 0 ? bytes.lastIndexOf(mark, at - 1) : -1)
    if (at + endLength <= bytes.length && isEnd(bytes, at)) return true;
  return false;
};

/** A name that stays within the folder a zip is unpacked to. */
const isInside = (name: string): boolean =>
  name !== '' && !/^[/\\]|^[A-Za-z]:|\0/.test(name) && !name.split(/[/\\]/).includes('..');

const readEntries = (bytes: Buffer, from: number, count: number, end: number): Listed => {
  const entries: Entry[] = [];
  let at = from;
  for (let index = 0; index < count; index++) {
    if (at + 46 > end || bytes.readUInt32LE(at) !== 0x02014b50) return { fault: 'broken' };
    const nameEnd = at + 46 + bytes.readUInt16LE(at + 28);
    const name = bytes.toString('utf8', at + 46, nameEnd);
    const method = bytes.readUInt16LE(at + 10);
    if ((bytes.readUInt16LE(at + 8) & 1) === 1) return { fault: 'locked' };
    if ((method !== 0 && method !== 8) || !isInside(name)) return { fault: 'broken' };
    const [packed, size] = [bytes.readUInt32LE(at + 20), bytes.readUInt32LE(at + 24)];
    entries.push({ name, method, packed, size, at: bytes.readUInt32LE(at + 42) });
    at = nameEnd + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  }
  return at === end ? { entries } : { fault: 'broken' };
};

/** Where an entry's data begins; -1 where its own header says something else than the directory. */
const dataAt = (bytes: Buffer, entry: Entry): number => {
  const { at } = entry;
  if (at + 30 > bytes.length || bytes.readUInt32LE(at) !== 0x04034b50) return -1;
  const nameEnd = at + 30 + bytes.readUInt16LE(at + 26);
  if (bytes.toString('utf8', at + 30, nameEnd) !== entry.name) return -1;
  return nameEnd + bytes.readUInt16LE(at + 28);
};

/** Entries lie one behind the other from the first byte on: none overlaps another, nothing is hidden between them. */
const layoutFault = (bytes: Buffer, entries: readonly Entry[], directory: number): Refusal | null => {
  let end = 0;
  for (const entry of entries.toSorted((a, b) => a.at - b.at)) {
    if (entry.at < end || entry.at > end + (end === 0 ? 0 : longestDescriptor)) return 'mixed';
    const data = dataAt(bytes, entry);
    if (data < 0) return 'mixed';
    end = data + entry.packed;
  }
  return end <= directory && directory <= end + longestDescriptor ? null : 'mixed';
};

/**
 * The directory of a zip that is nothing but a zip (APPNOTE 4.3): at most 2,000 entries with names that stay inside, which claim to
 * unpack to at most 200 MB and 100 times their size.
 */
export const listZip = (bytes: Buffer): Listed => {
  const endAt = bytes.length - endLength;
  if (!isEnd(bytes, endAt)) return { fault: endsAsZip(bytes) ? 'mixed' : 'broken' };
  const count = bytes.readUInt16LE(endAt + 10);
  const directory = bytes.readUInt32LE(endAt + 16);
  if (directory + bytes.readUInt32LE(endAt + 12) !== endAt) return { fault: 'mixed' };
  if (count > mostEntries) return { fault: 'unpacked' };
  const listed = readEntries(bytes, directory, count, endAt);
  if ('fault' in listed) return listed;
  const { entries } = listed;
  const claimed = entries.reduce((sum, entry) => sum + entry.size, 0);
  if (claimed > mostUnpacked || claimed > bytes.length * highestRatio) return { fault: 'unpacked' };
  if (new Set(entries.map(entry => entry.name.toLowerCase())).size < count) return { fault: 'mixed' };
  const fault = layoutFault(bytes, entries, directory);
  return fault ? { fault } : listed;
};

/**
 * Unpacks an entry to see that it holds what it claims and no more; gives its bytes back where they are wanted, else nothing.
 * Null: it is broken or larger than it claims.
 */
export const unpack = async (bytes: Buffer, entry: Entry, wanted: boolean): Promise<Buffer | null> => {
  const data = dataAt(bytes, entry);
  const packed = bytes.subarray(data, data + entry.packed);
  if (entry.method === 0) return entry.packed === entry.size ? packed : null;
  const inflate = createInflateRaw();
  inflate.end(packed);
  const parts: Buffer[] = [];
  let length = 0;
  try {
    for await (const part of inflate) {
      length += (part as Buffer).length;
      if (length > entry.size) return null;
      if (wanted) parts.push(part as Buffer);
    }
  } catch {
    return null;
  }
  return length === entry.size ? Buffer.concat(parts) : null;
};
