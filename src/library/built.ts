import { existsSync, readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { FetchBytes } from '#src/search/query.ts';

/** Reads the files of an index from a folder, as the page reads them from the site. */
export const fromFolder =
  (folder: string): FetchBytes =>
  path =>
    readFile(join(folder, path));

/** The folder of the index in a built site; null where there is none. */
export const builtIndex = (dist: string): string | null => {
  const folder = join(dist, 'search-index');
  const [name] = existsSync(folder) ? readdirSync(folder) : [];
  return name ? join(folder, name) : null;
};
