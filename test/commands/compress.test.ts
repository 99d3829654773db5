import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterAll, expect, test } from 'vitest';
import { compress } from '#src/commands/compress.ts';

mkdirSync(join(import.meta.dirname, '../.tmp'), { recursive: true });
const folder = mkdtempSync(join(import.meta.dirname, '../.tmp/compress-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('text over 1 KB gets a .br and a .gz that unpack to it; small files and pictures stay alone', async () => {
  const page = '<p>复工复产</p>'.repeat(200);
  writeFileSync(join(folder, 'long.html'), page);
  writeFileSync(join(folder, 'short.html'), '<p>短</p>');
  writeFileSync(join(folder, 'photo.png'), Buffer.alloc(4096));
  expect(await compress(folder, 9)).toEqual({ files: 1, bytes: Buffer.byteLength(page) });
  expect(readdirSync(folder).sort()).toEqual([
    'long.html',
    'long.html.br',
    'long.html.gz',
    'photo.png',
    'short.html',
  ]);
  expect(brotliDecompressSync(readFileSync(join(folder, 'long.html.br'))).toString()).toBe(page);
  expect(gunzipSync(readFileSync(join(folder, 'long.html.gz'))).toString()).toBe(page);
});
