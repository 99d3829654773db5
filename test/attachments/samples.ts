import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { crc32, deflateSync } from 'node:zlib';
import { strToU8, type Zippable, zipSync } from 'fflate';
import type { Kind } from '#src/attachments/port.ts';

/** Files as people send them. The pictures were written by libvips with an owner, a phone and a place in them. */
const fixture = (name: string): Buffer =>
  readFileSync(join(import.meta.dirname, '../fixtures/attachments', name));

export const photo = {
  jpg: () => fixture('photo.jpg'),
  png: () => fixture('photo.png'),
  heic: () => fixture('photo.heic'),
};
/** What stands in the pictures' metadata and nowhere else. */
export const canary = 'CANARY';

/** A zip of texts and bytes. */
export const zip = (files: Readonly<Record<string, string | Uint8Array>>): Buffer => {
  const entries: Zippable = Object.fromEntries(
    Object.entries(files).map(([name, content]) => [
      name,
      typeof content === 'string' ? strToU8(content) : content,
    ]),
  );
  return Buffer.from(zipSync(entries));
};

const main = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml',
};

/** A docx or xlsx with more files in it, or another kind of main part. */
export const office = (
  kind: keyof typeof main,
  more: Readonly<Record<string, string | Uint8Array>> = {},
  type: string = main[kind],
): Buffer =>
  zip({
    '[Content_Types].xml': `<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/main.xml" ContentType="${type}"/></Types>`,
    '_rels/.rels':
      '<Relationships><Relationship Id="1" Type="x/officeDocument" Target="main.xml"/></Relationships>',
    'main.xml': '<document>防控方案</document>',
    ...more,
  });

export const ofd = (more: Readonly<Record<string, string>> = {}): Buffer =>
  zip({ 'OFD.xml': '<ofd:OFD/>', 'Doc_0/Document.xml': '<ofd:Document/>', ...more });

/** A PDF of one page; `extra` stands among its objects. */
export const pdf = (extra: string | Buffer = ''): Buffer =>
  Buffer.concat([
    Buffer.from(
      '%PDF-1.7\n1 0 obj <</Type /Catalog /Pages 2 0 R>> endobj\n2 0 obj <</Type /Pages /Count 0 /Kids []>> endobj\n',
    ),
    Buffer.from(extra),
    Buffer.from('\ntrailer <</Root 1 0 R>>\nstartxref\n9\n%%EOF\n'),
  ]);

/** Objects packed together, as most programs write them today. */
export const packedObjects = (text: string): Buffer => {
  const packed = deflateSync(Buffer.from(text));
  return Buffer.concat([
    Buffer.from(
      `3 0 obj <</Type /ObjStm /N 1 /First 4 /Filter /FlateDecode /Length ${packed.length}>>\nstream\n`,
    ),
    packed,
    Buffer.from('\nendstream endobj\n'),
  ]);
};

/** A PNG chunk with its checksum. */
export const chunk = (type: string, body: Uint8Array): Buffer => {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), body]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(body.length);
  sum.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, sum]);
};

/** One sound file of each kind. */
export const sound: Readonly<Record<Kind, () => Buffer>> = {
  pdf: () => pdf(),
  ofd: () => ofd(),
  docx: () => office('docx'),
  xlsx: () => office('xlsx'),
  ...photo,
};

/** A PDF of this many bytes that cannot be packed smaller. */
export const bigPdf = (size: number): Buffer => {
  const empty = pdf().length;
  const noise = Buffer.from(randomBytes(size).toString('latin1').replaceAll(/[/%]/g, 'x'), 'latin1');
  return pdf(noise.subarray(0, size - empty));
};
