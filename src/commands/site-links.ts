import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What is wrong with the links of a built site: dead ones, each told once with the first page that has it, and pages nobody links to. */
export type LinkProblems = {
  readonly dead: readonly { readonly page: string; readonly link: string }[];
  readonly orphans: readonly string[];
};

/** Addresses that functions answer, and pages that nobody should come upon by a link. */
const answered =
  /^(\/en)?\/(api|desk|track)(\/|$)|^(\/en|\/zh-hant)?(\/large)?\/(forms\/receipt|verify|appointments|donations|vacancies(\/lend)?|notices\/[^/]+\/read|statistics(\/dictionary)?)\/$|^\/(statistics\/data\.(csv|json)|donations\/data\.csv|vacancies\/feed\.json)$/;
const unlinked =
  /^(\/[a-zA-Z-]+){0,2}\/(offline|offline-visits|404|forms\/receipt|search\/asked\/[^/]+|problems)\/$|^\/404\.html$/;

type Page = { readonly path: string; readonly links: readonly string[]; readonly ids: ReadonlySet<string> };

const unescaped = (text: string): string => text.replaceAll('&#38;', '&').replaceAll('&amp;', '&');

const read = (dist: string, file: string): Page => {
  const html = readFileSync(join(dist, file), 'utf8');
  return {
    path: `/${file.replaceAll('\\', '/').replace(/index\.html$/, '')}`,
    links: [...html.matchAll(/\s(?:href|action|formaction)="?([/#][^"\s>]*)/g)].map(match =>
      unescaped(match[1] ?? ''),
    ),
    ids: new Set([...html.matchAll(/\sid="?([^"\s>]+)/g)].map(match => match[1] ?? '')),
  };
};

const plain = (address: string): string => {
  const path = decodeURI(address.split('?')[0] ?? '');
  return /\/$|\.\w+$/.test(path) ? path : `${path}/`;
};

/** Reads every page of `dist` once. */
export const linkProblems = (dist: string): LinkProblems => {
  const files = globSync('**/*.html', { cwd: dist }).filter(file => !/^(_shell|shell)[\\/]/.test(file));
  const pages = new Map(files.map(file => read(dist, file)).map(page => [page.path, page]));
  const found = new Map<string, string>();
  const linked = new Set<string>(['/']);
  for (const page of pages.values()) {
    for (const link of page.links) {
      const [address = '', hash = ''] = link.split('#');
      const path = address === '' ? page.path : plain(address);
      const target = pages.get(path);
      if (target !== page) linked.add(path);
      const there = target || answered.test(path) || existsSync(join(dist, path));
      const isDead = !there || (target && hash !== '' && !target.ids.has(decodeURIComponent(hash)));
      if (isDead && !found.has(link)) found.set(link, page.path);
    }
  }
  return {
    dead: [...found].map(([link, page]) => ({ page, link })),
    orphans: [...pages.keys()].filter(path => !linked.has(path) && !unlinked.test(path)).sort(),
  };
};

/** For whoever built the site; '' when every link leads somewhere and every page is linked. */
export const linksInWords = ({ dead, orphans }: LinkProblems): string =>
  [
    dead.length > 0 ? `站内有 ${dead.length} 个链接打不开：` : '',
    ...dead.map(({ page, link }) => `  ${page} 里的 ${link}：改成有的地址，或者去掉`),
    orphans.length > 0 ? `有 ${orphans.length} 个页面没有别的页面链接到：` : '',
    ...orphans.map(path => `  ${path}：从一个页面链接过去，或者去掉这个页面`),
  ]
    .filter(line => line !== '')
    .join('\n');
