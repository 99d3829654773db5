import { spawnSync } from 'node:child_process';
import { globSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** `npm start`: builds the site if it is missing or older than what it is made of, then serves it. */
const root = process.cwd();
const sources = ['src', 'content', 'public', 'astro.config.mjs', 'package-lock.json'];

const changed = (path: string): number => statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0;

/** Folders count too: their time changes when a file in them is added, renamed or deleted. */
const newest = (): number =>
  Math.max(
    ...sources
      .flatMap(source => [source, ...globSync(`${source}/**`, { cwd: root })])
      .map(path => changed(join(root, path))),
  );

/** In a process of its own: a build needs a gigabyte that the server should not keep. */
const build = (): boolean => {
  const args = [...process.execArgv, join(import.meta.dirname, 'build.ts')];
  return spawnSync(process.execPath, args, { cwd: root, stdio: 'inherit' }).status === 0;
};

const isBuilt = changed(join(root, 'dist/.built')) >= newest();
if (isBuilt || build()) {
  const { main } = await import('../serve.ts');
  await main();
} else {
  process.exitCode = 1;
}
