import { constants, inflateSync } from 'node:zlib';
import type { Flag } from '../port.ts';
import { type Checked, refused } from './checked.ts';

const longestPart = 8 * 1024 * 1024;
const longestAll = 64 * 1024 * 1024;

/** `/J#61vaScript` is `/JavaScript` (ISO 32000 7.3.5). */
const plainNames = (text: string): string =>
  text.replace(/#([0-9a-f]{2})/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));

/** Objects packed together (ISO 32000 7.5.7), where catalogue and actions mostly stand; what cannot be unpacked is passed over. */
const packedObjects = (bytes: Buffer, text: string): readonly string[] => {
  const found: string[] = [];
  const begin = /stream\r?\n/g;
  let left = longestAll;
  for (const match of text.matchAll(/\/ObjStm\b/g)) {
    // Each stream once: a file made of the mark alone would be read from each of them to its end.
    if (match.index < begin.lastIndex) continue;
    begin.lastIndex = match.index;
    if (!begin.test(text) || left <= 0) break;
    try {
      const options = { maxOutputLength: longestPart, finishFlush: constants.Z_SYNC_FLUSH };
      const part = inflateSync(bytes.subarray(begin.lastIndex), options).toString('latin1');
      left -= part.length;
      found.push(part);
    } catch {
      // Not packed, or packed otherwise: a reader would look for the same words in the clear.
    }
  }
  return found;
};

const marks: readonly (readonly [Flag, RegExp])[] = [
  ['script', /\/(JavaScript|JS)\b/],
  ['launch', /\/(Launch|ImportData)\b/],
  ['embedded', /\/(EmbeddedFile|EmbeddedFiles|RichMedia)\b/],
  ['external', /\/(GoToR|GoToE|SubmitForm)\b/],
  ['links', /\/URI\b/],
  ['locked', /\/Encrypt\b/],
];

/** A PDF from its first byte to its end mark; what follows that is cut off. Scripts, programs, links and files in it are flagged. */
export const checkPdf = (bytes: Buffer): Checked => {
  const end = bytes.lastIndexOf('%%EOF', undefined, 'latin1');
  if (end < 0 || bytes.lastIndexOf('startxref', end, 'latin1') < 0) return refused('broken');
  const kept = bytes.subarray(0, end + 5);
  const text = kept.toString('latin1');
  const all = [text, ...packedObjects(kept, text)].map(plainNames);
  const flags = marks.flatMap(([flag, mark]) => (all.some(part => mark.test(part)) ? [flag] : []));
  return { tag: 'kept', kind: 'pdf', bytes: kept, flags };
};
