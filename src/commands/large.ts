import { globSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { largeAddress } from '#src/large/address.ts';
import { hasLarge, type LargeParts, largePage, partsIn } from '#src/large/page.ts';

const addressOf = (file: string): string => `/${file.replaceAll('\\', '/').replace(/index\.html$/, '')}`;

/**
 * Every page that leads to a twin in large type once more, under `/large/`; those in traditional characters are made of these. Its
 * canonical address is that of the page on `site`. Gives back how many.
 */
export const writeLarge = (dist: string, site: URL): number => {
  const parts = (lang: string): LargeParts =>
    partsIn(readFileSync(join(dist, '_shell', `large-${lang}.html`), 'utf8'));
  const [chinese, english] = [parts('zh-Hans'), parts('en')];
  let written = 0;
  for (const file of globSync('**/index.html', { cwd: dist })) {
    const address = addressOf(file);
    const twin = largeAddress(address);
    const html = readFileSync(join(dist, file), 'utf8');
    if (twin === address || !hasLarge(html)) continue;
    const to = join(dist, twin, 'index.html');
    mkdirSync(dirname(to), { recursive: true });
    const canonical = new URL(address, site).href;
    writeFileSync(to, largePage(html, address.startsWith('/en/') ? english : chinese, canonical));
    written += 1;
  }
  return written;
};
