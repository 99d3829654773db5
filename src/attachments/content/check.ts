import { type Checked, refused } from './checked.ts';
import { checkHeic, isHeic } from './heic.ts';
import { checkJpeg } from './jpeg.ts';
import { checkOffice } from './office.ts';
import { checkPdf } from './pdf.ts';
import { checkPng } from './png.ts';
import { endsAsZip } from './zip.ts';

const png = Buffer.from('\x89PNG\r\n\x1a\n', 'latin1');
/** Word and Excel before 2007, and today's with a password, are compound files ([MS-CFB] 2.2). */
const compound = Buffer.from('d0cf11e0a1b11ae1', 'hex');

const begins = (bytes: Buffer, mark: Buffer): boolean => bytes.subarray(0, mark.length).equals(mark);

/** A file that is a picture at its beginning and a zip at its end is opened as either: it is refused. */
const single = (checked: Checked): Checked =>
  checked.tag === 'kept' && endsAsZip(Buffer.from(checked.bytes)) ? refused('mixed') : checked;

/**
 * Tells what a file is by its content, whatever it is called, and cleans it: pdf, ofd, docx, xlsx, jpg, png, heic. Pictures lose
 * all that does not belong to the picture. Refuses other kinds, what is broken, what unpacks too large and what is two kinds at once.
 */
export const check = async (given: Uint8Array): Promise<Checked> => {
  const bytes = Buffer.from(given.buffer, given.byteOffset, given.length);
  if (bytes.length === 0) return refused('empty');
  if (bytes.toString('latin1', 0, 4) === 'PK\x03\x04') return checkOffice(bytes);
  if (bytes.toString('latin1', 0, 5) === '%PDF-') return single(checkPdf(bytes));
  if (begins(bytes, Buffer.from([0xff, 0xd8, 0xff]))) return single(checkJpeg(bytes));
  if (begins(bytes, png)) return single(checkPng(bytes));
  if (isHeic(bytes)) return single(checkHeic(bytes));
  return refused(begins(bytes, compound) ? 'old-office' : 'type');
};
