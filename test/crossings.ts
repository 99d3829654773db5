import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { cruise } from 'dependency-cruiser';
import config from '../.dependency-cruiser.mjs';
import { crossed, roomOf } from './borders.ts';
import { importsOf } from './imports.ts';

/** One import across a border: which rule forbids it and what to do instead. */
export type Crossing = {
  readonly rule: string;
  readonly from: string;
  readonly to: string;
  readonly instead: string;
};

const files = (root: string, pattern: string): string[] => globSync(pattern, { cwd: root }).sort();

const inCode = async (root: string): Promise<Crossing[]> => {
  const sources = files(root, '{src,functions}/**/*.{ts,mjs,js}');
  if (sources.length === 0) return [];
  const { forbidden = [], options } = config;
  const { output } = await cruise(sources, {
    ...options,
    baseDir: root,
    validate: true,
    ruleSet: { forbidden },
  });
  if (typeof output === 'string') throw new Error(output);
  return output.summary.violations.map(({ rule, from, to }) => ({
    rule: rule.name,
    from,
    to,
    instead: forbidden.find(({ name }) => name === rule.name)?.comment ?? '',
  }));
};

const inPages = (root: string): Crossing[] =>
  files(root, '{src,content}/**/*.{astro,mdx}').flatMap(from =>
    importsOf(from, readFileSync(join(root, from), 'utf8')).flatMap(({ to, typeOnly }) =>
      crossed(from, to, typeOnly).map(({ name, comment }) => ({ rule: name, from, to, instead: comment })),
    ),
  );

const unhoused = (root: string): Crossing[] =>
  files(root, '{src,functions}/**/*.{ts,mjs,astro,mdx,css}')
    .filter(path => roomOf(path) === null && !/^src\/(node\.mjs|[\w.-]+\.d\.ts)$/.test(path))
    .map(from => ({
      rule: 'every-file-in-a-room',
      from,
      to: '',
      instead: 'A file outside every room has no borders: move it, or add its room to test/rooms.ts.',
    }));

/** Every import under `root` that crosses a border of `borders.ts`, in .ts, .astro and .mdx; empty when all hold. */
export const crossings = async (root: string): Promise<Crossing[]> => [
  ...(await inCode(root)),
  ...inPages(root),
  ...unhoused(root),
];

if (import.meta.main) {
  const found = await crossings(process.cwd());
  for (const { rule, from, to, instead } of found) console.error(`${rule}: ${from} -> ${to}\n    ${instead}`);
  process.exitCode = found.length > 0 ? 1 : 0;
}
