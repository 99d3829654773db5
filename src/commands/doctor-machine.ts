import { spawnSync } from 'node:child_process';
import { closeSync, fsyncSync, openSync, statfsSync, statSync, unlinkSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import type { Config } from '#src/config.ts';
import { checkContent } from './content.ts';
import { type Finding, lineOf, warn, well, wrong } from './doctor-finding.ts';

const statOf = (path: string) => statSync(path, { throwIfNoEntry: false });

const node = (): Finding => {
  const { node: version } = process.versions;
  return Number(version.split('.')[0]) >= 24
    ? well('node', 'nodeWell', { version })
    : warn('node', 'nodeOld', 'nodeDo', { version });
};

const built = (root: string): Finding => {
  const stamp = statOf(join(root, 'dist/.built'));
  return stamp
    ? well('site', 'siteWell', { at: stamp.mtime.toISOString() })
    : wrong('site', 'siteNone', 'siteDo');
};

const content = (root: string): Finding => {
  const { length } = checkContent(root);
  return length === 0
    ? well('content', 'contentWell')
    : wrong('content', 'contentWrong', 'contentDo', { n: length });
};

/** Writes and deletes a file, as the service will. */
const tryWriting = (folder: string): string | null => {
  const file = join(folder, `.doctor-${process.pid}`);
  try {
    const handle = openSync(file, 'w', 0o600);
    writeSync(handle, 'x');
    fsyncSync(handle);
    closeSync(handle);
    unlinkSync(file);
    return null;
  } catch (error) {
    return lineOf(error);
  }
};

const folder = (path: string): Finding => {
  const found = statOf(path);
  if (!found) return warn('folder', 'folderNone', 'folderNoneDo', { folder: path });
  if ((found.mode & 0o077) !== 0)
    return wrong('folder', 'folderOpen', 'folderOpenDo', {
      folder: path,
      mode: (found.mode & 0o777).toString(8),
    });
  const error = tryWriting(path);
  return error === null
    ? well('folder', 'folderWell', { folder: path })
    : wrong('folder', 'folderShut', 'folderShutDo', { folder: path, error });
};

/** Files of the program's own: none can be of the future. A minute is for a disk on another machine. */
const clock = (root: string, data: string): Finding => {
  const files = [join(root, 'dist/.built'), join(data, 'reopendesk.sqlite'), join(data, 'master.key')];
  const later = files.find(file => (statOf(file)?.mtimeMs ?? 0) > Date.now() + 60_000);
  if (later) return wrong('clock', 'clockBack', 'clockDo', { file: later });
  const asked = spawnSync('timedatectl', ['show', '-p', 'NTPSynchronized', '--value'], { encoding: 'utf8' });
  return asked.stdout?.trim() === 'no'
    ? warn('clock', 'clockFree', 'clockDo')
    : well('clock', 'clockWell', { now: new Date().toISOString() });
};

const disk = (data: string): Finding => {
  const { blocks, bavail } = statfsSync(statOf(data) ? data : '.');
  const n = Math.round((1 - bavail / blocks) * 100);
  if (n < 80) return well('disk', 'diskWell', { n });
  return (n < 90 ? warn : wrong)('disk', 'diskWell', 'diskDo', { n });
};

/** What can be seen without the store. */
export const machine = (root: string, { data }: Config): readonly Finding[] => [
  node(),
  built(root),
  content(root),
  folder(data),
  clock(root, data),
  disk(data),
];
