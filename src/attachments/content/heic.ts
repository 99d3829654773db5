import { type Box, boxes, reader } from './boxes.ts';
import { type Checked, refused } from './checked.ts';

/** Brands of pictures in HEVC (ISO/IEC 23008-12 annex B). */
const brands = new Set(['heic', 'heix', 'heim', 'heis', 'hevc', 'hevx']);
type Extent = { readonly from: number; readonly to: number };
type Item = { readonly id: number; readonly inIdat: boolean; readonly extents: readonly Extent[] };

/** Whether the first box says that this is a picture in HEVC. */
export const isHeic = (bytes: Buffer): boolean => {
  if (bytes.length < 16 || bytes.toString('latin1', 4, 8) !== 'ftyp') return false;
  const named = bytes.toString('latin1', 8, Math.min(bytes.readUInt32BE(0), 128)).match(/.{4}/gs) ?? [];
  return named.some(brand => brands.has(brand));
};

/** Ids of items that hold no picture but what is said about it: Exif, XMP and other texts (`iinf`, 14496-12 8.11.6). */
const metadataIds = (bytes: Buffer, iinf: Box): ReadonlyMap<number, string> => {
  const at = iinf.body + (bytes[iinf.body] === 0 ? 6 : 8);
  const infos = boxes(bytes, at, iinf.end);
  if (!infos) throw new RangeError('iinf');
  const found = new Map<number, string>();
  for (const info of infos) {
    const read = reader(bytes, info.body, info.end);
    const version = read.number(1);
    if (info.type !== 'infe' || version < 2) throw new RangeError('infe');
    read.number(3);
    const id = read.number(version === 2 ? 2 : 4);
    read.number(2);
    const type = read.text(4);
    if (['Exif', 'mime', 'uri '].includes(type)) found.set(id, type);
  }
  return found;
};

/** Where items lie in the file (`iloc`, 14496-12 8.11.3). */
const locations = (bytes: Buffer, iloc: Box): readonly Item[] => {
  const read = reader(bytes, iloc.body, iloc.end);
  const version = read.number(1);
  if (version > 2) throw new RangeError('iloc');
  read.number(3);
  const [sizes, more] = [read.number(1), read.number(1)];
  const indexSize = version > 0 ? more & 15 : 0;
  const items: Item[] = [];
  for (let left = read.number(version < 2 ? 2 : 4); left > 0; left--) {
    const id = read.number(version < 2 ? 2 : 4);
    const method = version > 0 ? read.number(2) & 15 : 0;
    // Data in another file or in another item cannot be cleaned in its place.
    if (read.number(2) !== 0 || method > 1) throw new RangeError('iloc');
    const base = read.number(more >> 4);
    const extents: Extent[] = [];
    for (let parts = read.number(2); parts > 0; parts--) {
      read.number(indexSize);
      const from = base + read.number(sizes >> 4);
      extents.push({ from, to: from + read.number(sizes & 15) });
    }
    items.push({ id, inIdat: method === 1, extents });
  }
  return items;
};

/** A TIFF header without entries: readers find Exif that says nothing, instead of Exif that is broken. */
const emptyExif = Buffer.from([0, 0, 0, 0, 0x4d, 0x4d, 0, 42, 0, 0, 0, 8, 0, 0, 0, 0, 0, 0]);

const blank = (bytes: Buffer, type: string, { from, to }: Extent): void => {
  bytes.fill(type === 'mime' ? 0x20 : 0, from, to);
  if (type === 'Exif' && to - from >= emptyExif.length) emptyExif.copy(bytes, from);
};

const one = (all: readonly Box[] | null, type: string): Box => {
  const found = all?.filter(box => box.type === type) ?? [];
  if (found.length !== 1 || !found[0]) throw new RangeError(type);
  return found[0];
};

/** Blanks what is said about the picture, in its place, so that nothing else moves. Throws where that is not safe. */
const clean = (bytes: Buffer, top: readonly Box[]): void => {
  const meta = one(top, 'meta');
  const within = boxes(bytes, meta.body + 4, meta.end);
  const types = metadataIds(bytes, one(within, 'iinf'));
  const idat = within?.find(box => box.type === 'idat');
  const inFile = locations(bytes, one(within, 'iloc')).map(({ id, inIdat, extents }) => {
    const room = inIdat ? [idat] : top.filter(box => box.type === 'mdat');
    const moved = extents.map(({ from, to }) => ({
      from: from + (inIdat ? (idat?.body ?? 0) : 0),
      to: to + (inIdat ? (idat?.body ?? 0) : 0),
    }));
    const isSound = moved.every(
      ({ from, to }) => from < to && room.some(box => box && box.body <= from && to <= box.end),
    );
    if (!isSound) throw new RangeError('extent');
    return { type: types.get(id) ?? '', extents: moved };
  });
  const drawn = inFile.filter(item => item.type === '').flatMap(item => item.extents);
  for (const { type, extents } of inFile.filter(item => item.type !== '')) {
    for (const extent of extents) {
      if (drawn.some(other => other.from < extent.to && extent.from < other.to))
        throw new RangeError('overlap');
      blank(bytes, type, extent);
    }
  }
};

/** A HEIC picture, its Exif and XMP blanked, makers' own boxes emptied. Whatever cannot be read for certain is refused. */
export const checkHeic = (given: Buffer): Checked => {
  const bytes = Buffer.from(given);
  const top = boxes(bytes, 0, bytes.length);
  // `moov` is a film: place and time stand in many places there.
  if (!top || top.some(box => box.type === 'moov')) return refused('heic');
  try {
    clean(bytes, top);
  } catch (error) {
    if (error instanceof RangeError) return refused('heic');
    throw error;
  }
  for (const box of top) {
    if (['ftyp', 'meta', 'mdat'].includes(box.type)) continue;
    bytes.write('free', box.start + 4, 'latin1');
    bytes.fill(0, box.body, box.end);
  }
  return { tag: 'kept', kind: 'heic', bytes, flags: [] };
};
