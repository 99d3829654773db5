import { type Checked, pixelFault, refused } from './checked.ts';

/** Markers without a length: TEM and the restarts. */
const isBare = (marker: number): boolean => marker === 0x01 || (marker >= 0xd0 && marker <= 0xd7);
/** Start of frame, which tells width and height; the three in between mean other things. */
const isFrame = (marker: number): boolean =>
  marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;

const startsWith = (body: Buffer, text: string): boolean =>
  body.subarray(0, text.length).equals(Buffer.from(text, 'latin1'));

/** The orientation (2 to 8) that an Exif segment holds; 1, as it stands, where it holds none. */
const orientationOf = (body: Buffer): number => {
  const tiff = body.subarray(6);
  const little = startsWith(tiff, 'II');
  if (tiff.length < 8 || !(little || startsWith(tiff, 'MM'))) return 1;
  const u16 = (at: number) => (little ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at));
  const at = little ? tiff.readUInt32LE(4) : tiff.readUInt32BE(4);
  if (at + 2 > tiff.length) return 1;
  for (let entry = at + 2, left = u16(at); left > 0 && entry + 12 <= tiff.length; left--, entry += 12)
    if (u16(entry) === 0x0112) return Math.min(8, Math.max(1, u16(entry + 8)));
  return 1;
};

const segment = (marker: number, body: Uint8Array): Buffer => {
  const head = Buffer.from([0xff, marker, 0, 0]);
  head.writeUInt16BE(body.length + 2, 2);
  return Buffer.concat([head, body]);
};

/** An Exif segment that says how the picture is to be turned and nothing else. */
const turned = (orientation: number): Buffer => {
  const tiff = [
    0x4d,
    0x4d,
    0,
    42,
    0,
    0,
    0,
    8,
    0,
    1,
    0x01,
    0x12,
    0,
    3,
    0,
    0,
    0,
    1,
    0,
    orientation,
    0,
    0,
    0,
    0,
    0,
    0,
  ];
  return segment(0xe1, Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), Buffer.from(tiff)]));
};

/** What is kept of an application segment or comment: how colours are meant, and how the picture is turned. */
const cleaned = (marker: number, body: Buffer): Uint8Array => {
  // JFIF without its thumbnail, which may show what was cut out of the picture.
  if (marker === 0xe0 && startsWith(body, 'JFIF\0') && body.length >= 14)
    return segment(marker, Buffer.concat([body.subarray(0, 12), Buffer.from([0, 0])]));
  if (marker === 0xe1 && startsWith(body, 'Exif\0')) {
    const orientation = orientationOf(body);
    return orientation > 1 ? turned(orientation) : Buffer.alloc(0);
  }
  if (marker === 0xe2 && startsWith(body, 'ICC_PROFILE\0')) return segment(marker, body);
  if (marker === 0xee && startsWith(body, 'Adobe')) return segment(marker, body.subarray(0, 12));
  return Buffer.alloc(0);
};

/** Where the packed picture that begins here ends: at the next marker that is no restart. */
const scanEnd = (bytes: Buffer, from: number): number => {
  for (
    let at = bytes.indexOf(0xff, from);
    at >= 0 && at + 1 < bytes.length;
    at = bytes.indexOf(0xff, at + 1)
  ) {
    const next = bytes[at + 1] ?? 0;
    if (next !== 0 && next !== 0xff && !isBare(next)) return at;
  }
  return -1;
};

/** Reads a JPEG marker by marker (ITU-T T.81 annex B) and keeps what the picture needs; what follows its end is cut off. */
export const checkJpeg = (bytes: Buffer): Checked => {
  const kept: Uint8Array[] = [bytes.subarray(0, 2)];
  let at = 2;
  let sized = false;
  let scanned = false;
  while (at + 4 <= bytes.length) {
    const marker = bytes[at + 1] ?? 0;
    if (bytes[at] !== 0xff) break;
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    const end = at + 2 + bytes.readUInt16BE(at + 2);
    if (isBare(marker) || end < at + 4 || end > bytes.length) break;
    const body = bytes.subarray(at + 4, end);
    if (isFrame(marker)) {
      const fault = body.length < 6 ? 'broken' : pixelFault(body.readUInt16BE(3), body.readUInt16BE(1));
      if (fault) return refused(fault);
      sized = true;
    }
    const isExtra = (marker >= 0xe0 && marker <= 0xef) || marker === 0xfe;
    kept.push(isExtra ? cleaned(marker, body) : bytes.subarray(at, end));
    at = end;
    if (marker !== 0xda) continue;
    at = scanEnd(bytes, end);
    if (at < 0) break;
    kept.push(bytes.subarray(end, at));
    scanned = true;
    if (bytes[at + 1] !== 0xd9) continue;
    kept.push(bytes.subarray(at, at + 2));
    return sized && scanned
      ? { tag: 'kept', kind: 'jpg', bytes: Buffer.concat(kept), flags: [] }
      : refused('broken');
  }
  return refused('broken');
};
