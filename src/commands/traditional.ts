import { createHash } from 'node:crypto';
import { globSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { root, traditionalAddress } from '#src/traditional/address.ts';
import { traditionalPage } from '#src/traditional/page.ts';
import { traditional } from '#src/traditional/words.ts';

const addressOf = (file: string): string => `/${file.replaceAll('\\', '/').replace(/index\.html$/, '')}`;
const hasTwin = (file: string): boolean =>
  !/^_?shell[\\/]/.test(file) && traditionalAddress(addressOf(file)) !== addressOf(file);

const assets = '/_astro/';
/** What reads the search index looks words up by their simplified characters, and the maker of DOCX files names typefaces. */
const lookedUp = /^(query|word)[.-]/;

/**
 * The scripts once more with their words in traditional characters, under the same names, so that what they import of each other is
 * found there too; in a folder named after what is in them, since all under /_astro/ is kept for ever. Gives back its address.
 */
const writeScripts = (dist: string): string => {
  const from = join(dist, assets);
  const scripts = globSync('*.js', { cwd: from })
    .sort()
    .map(name => {
      const text = readFileSync(join(from, name), 'utf8');
      return { name, text: lookedUp.test(name) ? text : traditional(text) };
    });
  const hash = createHash('sha256').update(JSON.stringify(scripts)).digest('hex').slice(0, 8);
  const address = `${assets}${hash}/`;
  mkdirSync(join(dist, address), { recursive: true });
  for (const { name, text } of scripts) writeFileSync(join(dist, address, name), text);
  return address;
};

/** The whole addresses by which a page names itself. */
const own = /(<meta property="og:url" content="|<link rel="canonical" href=")(https?:\/\/[^/"]+)([^"]*)"/g;
const named = (page: string): string =>
  page.replace(
    own,
    (_, tag: string, origin: string, path: string) => `${tag}${origin}${traditionalAddress(path)}"`,
  );

/** Every page in simplified characters once more in traditional ones, under `/zh-hant/`. Gives back how many. */
export const writeTraditional = (dist: string): number => {
  const files = globSync('**/*.html', { cwd: dist }).filter(hasTwin);
  const scripts = writeScripts(dist);
  for (const file of files) {
    const to = join(dist, root, file);
    const page = traditionalPage(readFileSync(join(dist, file), 'utf8'), traditional);
    mkdirSync(dirname(to), { recursive: true });
    writeFileSync(to, named(page).replaceAll(/ src="\/_astro\/([^"/]+\.js)"/g, ` src="${scripts}$1"`));
  }
  return files.length;
};
