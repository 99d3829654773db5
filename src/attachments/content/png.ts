import { crc32 } from 'node:zlib';
import { type Checked, pixelFault, refused } from './checked.ts';

/** Chunks that say what the picture looks like; all others (text, time, Exif, makers' own) are left out. */
const needed = new Set(
  'IHDR PLTE IDAT IEND tRNS gAMA cHRM sRGB iCCP cICP sBIT bKGD pHYs hIST acTL fcTL fdAT'.split(' '),
);

/** Reads a PNG chunk by chunk (W3C PNG 5) and keeps what the picture needs; what follows its end is cut off. */
export const checkPng = (bytes: Buffer): Checked => {
  const kept: Uint8Array[] = [bytes.subarray(0, 8)];
  let drawn = false;
  for (let at = 8; at + 12 <= bytes.length; ) {
    const end = at + 12 + bytes.readUInt32BE(at);
    const type = bytes.toString('latin1', at + 4, at + 8);
    if (end > bytes.length || crc32(bytes.subarray(at + 4, end - 4)) !== bytes.readUInt32BE(end - 4)) break;
    if ((at === 8) !== (type === 'IHDR')) break;
    if (type === 'IHDR') {
      const fault = end - at < 25 ? 'broken' : pixelFault(bytes.readUInt32BE(16), bytes.readUInt32BE(20));
      if (fault) return refused(fault);
    }
    if (needed.has(type)) kept.push(bytes.subarray(at, end));
    drawn ||= type === 'IDAT';
    if (type === 'IEND')
      return drawn ? { tag: 'kept', kind: 'png', bytes: Buffer.concat(kept), flags: [] } : refused('broken');
    at = end;
  }
  return refused('broken');
};
