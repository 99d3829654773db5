import { existsSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';

/** What a script imports, at once or when needed. */
const importedBy = (dist: string, path: string): string[] =>
  [...readFileSync(join(dist, path), 'utf8').matchAll(/["'`](\.{1,2}\/[\w./-]+\.js)["'`]/g)].map(match =>
    posix.join(posix.dirname(path), match[1] ?? ''),
  );

/** Adds a file that a page names and, of a script, all that it imports; what `dist` does not hold is left out. */
export const addAsset = (dist: string, path: string, found: Set<string>): void => {
  if (found.has(path) || !existsSync(join(dist, path))) return;
  found.add(path);
  if (path.endsWith('.js')) for (const inner of importedBy(dist, path)) addAsset(dist, inner, found);
};
