import { createHash } from 'node:crypto';
import { existsSync, globSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { readContent } from '#src/commands/content.ts';
import { answeredPairs, siteEntries } from '#src/commands/search-entries.ts';
import { type IndexReport, type Meaning, writeIndex } from '#src/search/build.ts';
import type { Entry } from '#src/search/entry.ts';
import { term } from '#src/shelves/term.ts';

const indexes = 'search-index';
/** What a page says before the build has named the index. */
const unnamed = `data-index="/${indexes}/"`;

const glossaryOf = (root: string): readonly Meaning[] =>
  term.array().parse(parse(readFileSync(join(root, 'content/glossary.yaml'), 'utf8')));

/** Whether the built page has the place that the passage names; a page that was not built is not searched. */
const standsIn = (dist: string) => {
  const pages = new Map<string, string | null>();
  const read = (page: string): string | null => {
    const file = join(dist, page, 'index.html');
    return existsSync(file) ? readFileSync(file, 'utf8') : null;
  };
  return ({ page, anchor }: Entry): boolean => {
    if (!pages.has(page)) pages.set(page, read(page));
    const html = pages.get(page);
    return typeof html === 'string' && (anchor === '' || html.includes(` id="${anchor}"`));
  };
};

/**
 * Writes the search index of the content in `root` into `folder`. Where `dist` is given, only passages whose page and anchor
 * stand in that built site are taken: what is not yet published has no page.
 */
export const writeSiteIndex = (root: string, folder: string, dist: string | null): Promise<IndexReport> => {
  const all = readContent(root);
  const entries = siteEntries(root, all);
  const stands = dist === null ? () => true : standsIn(dist);
  return writeIndex(entries.filter(stands), folder, {
    answered: answeredPairs(root, all),
    glossary: glossaryOf(root),
  });
};

const hashOf = (folder: string): string => {
  const hash = createHash('sha256');
  for (const path of globSync('**/*', { cwd: folder }).sort()) {
    if (statSync(join(folder, path)).isFile()) hash.update(path).update(readFileSync(join(folder, path)));
  }
  return hash.digest('hex').slice(0, 12);
};

/**
 * Builds the index of a built site into `dist/search-index/<hash of its files>/`, which may be kept for ever, and writes that
 * address into every page that asks for it.
 */
export const buildSearch = async (root: string, dist: string): Promise<IndexReport> => {
  const next = join(dist, indexes, 'next');
  const report = await writeSiteIndex(root, next, dist);
  const name = hashOf(next);
  renameSync(next, join(dist, indexes, name));
  for (const path of globSync('**/*.html', { cwd: dist })) {
    const file = join(dist, path);
    const html = readFileSync(file, 'utf8');
    if (html.includes(unnamed))
      writeFileSync(file, html.replace(unnamed, `data-index="/${indexes}/${name}/"`));
  }
  return report;
};
