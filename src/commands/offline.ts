import { existsSync, globSync, readFileSync, writeFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import ts from 'typescript';

/** The offline page, the one of visits, and what is kept beside them, by language of the interface. */
type Lists = Record<
  string,
  { readonly offline: string; readonly visits: string; readonly paths: readonly string[] }
>;

const htmlOf = (dist: string, path: string): string => readFileSync(join(dist, path, 'index.html'), 'utf8');

const named = (html: string): string[] =>
  [...html.matchAll(/(?:href|src)="(\/_astro\/[^"]+\.(?:css|js))"/g)].map(match => match[1] ?? '');

/** What a script imports, at once or when needed: without it a kept form would fail at the first press. */
const importedBy = (dist: string, path: string): string[] =>
  [...readFileSync(join(dist, path), 'utf8').matchAll(/["'`](\.{1,2}\/[\w./-]+\.js)["'`]/g)].map(match =>
    posix.join(posix.dirname(path), match[1] ?? ''),
  );

const assetsOf = (dist: string, pages: readonly string[]): string[] => {
  const found = new Set<string>();
  const add = (path: string): void => {
    if (found.has(path) || !existsSync(join(dist, path))) return;
    found.add(path);
    if (path.endsWith('.js')) for (const inner of importedBy(dist, path)) add(inner);
  };
  for (const page of pages) for (const path of named(htmlOf(dist, page))) add(path);
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
