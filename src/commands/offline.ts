import { globSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { addAsset } from '#src/commands/page-assets.ts';

/** The offline page, the one of visits, and what is kept beside them, by language of the interface. */
type Lists = Record<
  string,
  { readonly offline: string; readonly visits: string; readonly paths: readonly string[] }
>;

const htmlOf = (dist: string, path: string): string => readFileSync(join(dist, path, 'index.html'), 'utf8');

const named = (html: string): string[] =>
  [...html.matchAll(/(?:href|src)="(\/_astro\/[^"]+\.(?:css|js))"/g)].map(match => match[1] ?? '');

/** What kept pages need, with what their scripts import later: without it a kept form would fail at the first press. */
const assetsOf = (dist: string, pages: readonly string[]): string[] => {
  const found = new Set<string>();
  for (const page of pages) for (const path of named(htmlOf(dist, page))) addAsset(dist, path, found);
  return [...found].sort();
};

const listsOf = (dist: string): Lists => {
  const prefixes = globSync('{.,*}/offline/index.html', { cwd: dist })
    .map(path => path.split(/[\\/]/)[0] ?? '')
    .map(name => (name === 'offline' || name === '.' ? '' : `/${name}`))
    .sort();
  return Object.fromEntries(
    prefixes.map(prefix => {
      const pages = globSync(
        ['forms/index.html', 'forms/*/index.html', 'hotlines/index.html', 'offline-visits/index.html'],
        {
          cwd: join(dist, prefix),
        },
      )
        .map(path => `${prefix}/${path.replaceAll('\\', '/').replace(/index\.html$/, '')}`)
        .sort();
      const offline = `${prefix}/offline/`;
      const lang = /<html lang="([^"]+)"/.exec(htmlOf(dist, offline))?.[1] ?? '';
      const visits = `${prefix}/offline-visits/`;
      return [lang, { offline, visits, paths: [...assetsOf(dist, [offline, ...pages]), ...pages] }];
    }),
  );
};

const scriptOf = (root: string, file: string): string =>
  ts.transpileModule(readFileSync(join(root, 'src/components', file), 'utf8'), {
    compilerOptions: { target: ts.ScriptTarget.ES2020, removeComments: true },
  }).outputText;

/**
 * Writes `sw.js`: the service worker of src/components/worker.ts behind the lists of this build, or, where no copies are wanted, the one of
 * worker-off.ts that takes it away. Gives back how many paths the lists hold.
 */
export const writeWorker = (root: string, dist: string, copies: boolean): number => {
  if (!copies) {
    writeFileSync(join(dist, 'sw.js'), scriptOf(root, 'worker-off.ts'));
    return 0;
  }
  const lists = listsOf(dist);
  writeFileSync(
    join(dist, 'sw.js'),
    `const lists = ${JSON.stringify(lists)};\n${scriptOf(root, 'worker.ts')}`,
  );
  return Object.values(lists).reduce((sum, { paths }) => sum + paths.length, 0);
};
