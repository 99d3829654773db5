/** A box of the ISO base media file format (ISO/IEC 14496-12 4.2): where it begins, where its body begins, where it ends. */
export type Box = {
  readonly type: string;
  readonly start: number;
  readonly body: number;
  readonly end: number;
};

/** The boxes between two places; null where they do not fill it exactly. */
export const boxes = (bytes: Buffer, from: number, to: number): readonly Box[] | null => {
  const found: Box[] = [];
  let at = from;
  while (at < to) {
    if (at + 8 > to || found.length > 5000) return null;
    const short = bytes.readUInt32BE(at);
    const isLong = short === 1;
    if (isLong && at + 16 > to) return null;
    const size = isLong ? Number(bytes.readBigUInt64BE(at + 8)) : short || to - at;
    const body = at + (isLong ? 16 : 8);
    if (at + size < body || at + size > to) return null;
    found.push({ type: bytes.toString('latin1', at + 4, at + 8), start: at, body, end: at + size });
    at += size;
  }
  return found;
};

/** Reads numbers one behind the other; throws RangeError past the end, which means that the box is broken. */
export const reader = (bytes: Buffer, from: number, to: number) => {
  let at = from;
  const next = (length: number): number => {
    if (at + length > to) throw new RangeError('past the end of a box');
    at += length;
    return at - length;
  };
  return {
    /** An unsigned number of 0 to 8 bytes. */
    number: (length: number): number => {
      const start = next(length);
      let value = 0;
      for (let index = 0; index < length; index++) value = value * 256 + (bytes[start + index] ?? 0);
      return value;
    },
    text: (length: number): string => bytes.toString('latin1', next(length), at),
  };
};
