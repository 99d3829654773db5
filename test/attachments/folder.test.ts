import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { folderStore } from '#src/attachments/folder.ts';
import { contract, listOf } from './contract.ts';

const newRoot = (): string => join(mkdtempSync(join(tmpdir(), 'blobs-')), 'attachments');

contract('a folder', async () => {
  const root = newRoot();
  return {
    store: folderStore(root),
    // A file in the folder's place, as a disk that is gone would be; the tests may run as root, whom no mode stops.
    breakDown: async () => {
      rmSync(root, { recursive: true });
      writeFileSync(root, '');
    },
    remove: async () => rmSync(join(root, '..'), { recursive: true }),
  };
});

test('only its owner may read it', async () => {
  const root = newRoot();
  await folderStore(root).put('a/one', [Buffer.from('x')]);
  const modes = [root, join(root, 'a'), join(root, 'a/one')].map(path => statSync(path).mode & 0o777);
  expect(modes).toEqual([0o700, 0o700, 0o600]);
  rmSync(join(root, '..'), { recursive: true });
});

test('a folder goes with its last file', async () => {
  const root = newRoot();
  const store = folderStore(root);
  await store.put('a/one', [Buffer.from('x')]);
  await store.put('a/two', [Buffer.from('x')]);
  await store.delete('a/one');
  expect(readdirSync(root)).toEqual(['a']);
  await store.delete('a/two');
  expect(readdirSync(root)).toEqual([]);
  rmSync(join(root, '..'), { recursive: true });
});

test('what a crash left half written is not what was put, and is listed so that it can be swept', async () => {
  const root = newRoot();
  const store = folderStore(root);
  await store.put('a/one', [Buffer.from('whole')]);
  writeFileSync(join(root, 'a/one.0011aabb.part'), 'hal');
  expect(await listOf(store)).toEqual(['a/one', 'a/one.0011aabb.part']);
  await store.delete('a/one.0011aabb.part');
  expect(await listOf(store)).toEqual(['a/one']);
  rmSync(join(root, '..'), { recursive: true });
});
