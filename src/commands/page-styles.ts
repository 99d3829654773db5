import { createHash } from 'node:crypto';
import { globSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { addAsset } from '#src/commands/page-assets.ts';
import { headersFile } from '#src/headers.ts';
import { type Names, nameThoseOfPage, nameThoseOfScript, partOf } from '#src/markup/used-styles.ts';

/**
 * The pages that somebody opens first, by the folders they stand in: those bring the part of the style sheet that they use. All pages of
 * a kind bring the same part, so that the policy names one hash a kind.
 */
const kinds: readonly (readonly string[])[] = [
  ['index.html'],
  ['guides/**/index.html'],
  ['policies/{national,province,city,zone}/*/index.html'],
  ['policies/**/index.html'],
  ['hotlines/**/index.html'],
  ['forms/index.html'],
  ['forms/*/**/index.html'],
  ['notices/**/index.html', 'faq/**/index.html', 'practices/**/index.html'],
];
const languages = '{,en/,zh-hant/}';

const namesOf = (dist: string, pages: readonly string[]): Names => {
  // Readers open, tick and switch off by themselves what a page has.
  const names: Names = { tags: new Set(), attributes: new Set(['open', 'disabled']), words: new Set() };
  const scripts = new Set<string>();
  for (const html of pages) {
    nameThoseOfPage(html, names);
    for (const [, path = ''] of html.matchAll(/<script[^>]* src="([^"]+)"/g)) addAsset(dist, path, scripts);
  }
  for (const path of scripts) nameThoseOfScript(readFileSync(join(dist, path), 'utf8'), names);
  return names;
};

/** The pages of a kind whose one style sheet is this. */
const linkingTo = (dist: string, globs: readonly string[], link: string) =>
  globSync(
    globs.map(glob => languages + glob),
    { cwd: dist },
  )
    .map(path => ({ path: join(dist, path), html: readFileSync(join(dist, path), 'utf8') }))
    .filter(({ html }) => html.includes(link) && html.split('rel="stylesheet"').length === 2);

/**
 * Puts into the pages of each kind the part of the site's style sheet that they use, in place of the link to all of it: a page is then seen
 * one round trip earlier. A page that has a second style sheet keeps its links. Writes the headers that allow it to `_headers`, which
 * Netlify and src/serve.ts read. Gives back the size of each part in bytes.
 */
export const writePageStyles = (dist: string): readonly number[] => {
  const [sheet] = globSync('_astro/Site.*.css', { cwd: dist });
  if (sheet === undefined) throw new Error(`no style sheet of src/layouts/Site.astro in ${dist}/_astro`);
  const whole = readFileSync(join(dist, sheet));
  const link = `<link rel="stylesheet" href="/${sheet.replaceAll('\\', '/')}">`;
  const parts = kinds.flatMap(globs => {
    const pages = linkingTo(dist, globs, link);
    if (pages.length === 0) return [];
    const htmls = pages.map(({ html }) => html);
    const part = partOf(whole, namesOf(dist, htmls));
    for (const { path, html } of pages)
      writeFileSync(
        path,
        html.replace(link, () => `<style>${part}</style>`),
      );
    return [part];
  });
  const hashes = parts.map(part => `sha256-${createHash('sha256').update(part).digest('base64')}`);
  writeFileSync(join(dist, '_headers'), headersFile(hashes));
  return parts.map(part => Buffer.byteLength(part));
};
