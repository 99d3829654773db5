import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { BlobsServer } from '@netlify/blobs/server';
import { afterEach, expect, test } from 'vitest';
import { folderStore } from '#src/attachments/folder.ts';
import { netlifyStore } from '#src/attachments/netlify.ts';
import { gather } from '#src/attachments/seal.ts';
import { backUp } from '#src/backup/backup.ts';
import { keyIds, openPlace } from '#src/backup/place.ts';
import { restore } from '#src/backup/restore.ts';
import { filledStore } from './filled.ts';
import { kinds } from './places.ts';

const removals: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const remove of removals.splice(0)) await remove();
});
const empty = async () => {
  const [, make] = kinds[0] ?? [];
  if (!make) throw new Error('no SQLite');
  const place = await make();
  removals.push(place.remove);
  return place;
};

/** Netlify's own server of blobs, on this machine. */
const blobs = async () => {
  const directory = mkdtempSync(join(tmpdir(), 'blobs-'));
  const server = new BlobsServer({ directory, token: 'here', logger: () => {} });
  const { port } = await server.start();
  removals.push(async () => {
    await server.stop();
    rmSync(directory, { recursive: true });
  });
  const address = `http://localhost:${port}`;
  return netlifyStore({ edgeURL: address, uncachedEdgeURL: address, siteID: 'site', token: 'here' });
};

test('attachments of a site on Netlify go into the backup, and come back into a folder', async () => {
  const from = await empty();
  const file = join(from.settings.data, 'reopendesk.sqlite');
  await filledStore(file, 2, keyIds(from.settings)[0] ?? '');
  const db = new DatabaseSync(file);
  const named = db.prepare('update uploads set hash = ?, blob = ? where rowid = ?');
  named.run('aa', 'aa/kept', 1);
  named.run('bb', 'bb/kept', 2);
  db.close();
  const store = await blobs();
  await store.put('aa/kept', [Buffer.from('the bytes of a plan')]);
  const place = await openPlace(from.settings);
  const options = { to: join(from.settings.data, 'backups'), phrase: null, keep: null };
  const done = await backUp(
    { ...place, blobs: store },
    { ...options, now: new Date('2020-03-20T01:00:00Z') },
  );
  await place.rows.close();
  expect(done).toMatchObject({ files: 1, missing: 1 });
  const to = await empty();
  await restore(to.settings, { file: done.file, phrase: null });
  const there = await folderStore(join(to.settings.data, 'attachments')).get('aa/kept');
  expect(there && Buffer.from(await gather(there)).toString()).toBe('the bytes of a plan');
});
