import { globSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** A page for search engines: its address, and the language it is written in. */
type Page = { readonly path: string; readonly lang: string };

const pageOf = (dist: string, file: string): Page[] => {
  const head = readFileSync(join(dist, file), 'utf8').slice(0, 4000);
  if (/<meta name="robots" content="noindex"/.test(head)) return [];
  const path = `/${file.replaceAll('\\', '/').replace(/index\.html$/, '')}`;
  return [{ path, lang: /<html lang="([^"]+)"/.exec(head)?.[1] ?? 'zh-Hans' }];
};

/** Chinese in simplified characters stands at the root, every other language under its own name. */
const bare = ({ path, lang }: Page): string =>
  lang === 'zh-Hans' ? path : path.replace(/^\/[^/]+/, '') || '/';

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

const urlOf = (page: Page, twins: readonly Page[], site: URL): string => {
  const whole = (path: string) => escaped(new URL(path, site).href);
  const links = twins.length > 1 ? [...twins, { lang: 'x-default', path: bare(page) }] : [];
  const alternates = links
    .map(({ lang, path }) => `<xhtml:link rel="alternate" hreflang="${lang}" href="${whole(path)}"/>`)
    .join('');
  return `<url><loc>${whole(page.path)}</loc>${alternates}</url>`;
};

/**
 * Writes `sitemap.xml` (sitemaps.org, with the languages of each page) and `robots.txt` beside it. Pages that ask not to
 * be indexed are left out. Gives back how many are in it.
 */
export const writeSitemap = (dist: string, site: URL): number => {
  const pages = globSync('**/index.html', { cwd: dist })
    .sort()
    .flatMap(file => pageOf(dist, file));
  const twins = Map.groupBy(pages, bare);
  const urls = pages.map(page => urlOf(page, twins.get(bare(page)) ?? [], site));
  const head =
    '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">';
  writeFileSync(
    join(dist, 'sitemap.xml'),
    `<?xml version="1.0" encoding="utf-8"?>\n${head}\n${urls.join('\n')}\n</urlset>\n`,
  );
  const map = new URL('/sitemap.xml', site).href;
  writeFileSync(
    join(dist, 'robots.txt'),
    `User-agent: *\nDisallow: /api/\nDisallow: /desk/\nDisallow: /track/\n\nSitemap: ${map}\n`,
  );
  return pages.length;
};
