import { globSync, statSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

const text = '**/*.{html,css,js,mjs,json,xml,svg,txt,webmanifest,ics,csv,bin}';
/** Below a packet's worth, compressing saves nothing. */
const smallest = 1024;
/** zlib works on the four threads of libuv's pool; a few more files than threads keep it busy while others are read and written. */
const lanes = 8;

const toBrotli = promisify(brotliCompress);
const toGzip = promisify(gzip);

const compressOne = async (path: string, quality: number): Promise<number> => {
  const plain = await readFile(path);
  const bits = Math.ceil(Math.log2(plain.length)) + 1;
  const params = {
    [constants.BROTLI_PARAM_QUALITY]: quality,
    // The usual window of 4 MB is cleared for every file: at level 9 that takes ten times as long as the work itself.
    [constants.BROTLI_PARAM_LGWIN]: Math.min(22, Math.max(16, bits)),
    [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
    [constants.BROTLI_PARAM_SIZE_HINT]: plain.length,
  };
  const [br, gz] = await Promise.all([toBrotli(plain, { params }), toGzip(plain, { level: 6 })]);
  await Promise.all([writeFile(`${path}.br`, br), writeFile(`${path}.gz`, gz)]);
  return plain.length;
};

/**
 * Puts `x.br` and `x.gz` beside every text file of `folder` over 1 KB, so that the server only sends files.
 * `quality` is brotli's, 0 to 11. Gives back how many files and bytes were compressed.
 */
export const compress = async (
  folder: string,
  quality: number,
): Promise<{ readonly files: number; readonly bytes: number }> => {
  const paths = globSync(text, { cwd: folder })
    .map(path => join(folder, path))
    .filter(path => statSync(path).size > smallest);
  const queue = paths.values();
  let bytes = 0;
  const lane = async () => {
    for (const path of queue) {
      const size = await compressOne(path, quality);
      bytes += size;
    }
  };
  await Promise.all(Array.from({ length: lanes }, lane));
  return { files: paths.length, bytes };
};
