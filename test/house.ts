import { globSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import ts from 'typescript';
import { codeOf } from './imports.ts';

/** One broken rule of the house, and what to do. */
export type Breach = {
  readonly file: string;
  readonly line: number;
  readonly wrong: string;
  readonly fix: string;
};

const longest = 300;
/** A function is a door: parse, work, respond. */
const longestDoor = 25;

const tooLong = (file: string, text: string): Breach[] => {
  // What is made by a program is not read line by line.
  if (text.startsWith('// Made by ')) return [];
  const lines = text.trimEnd().split('\n').length;
  const isDoor = file.startsWith('functions/');
  if (lines <= (isDoor ? longestDoor : longest)) return [];
  const fix = isDoor
    ? 'a function has at most 25 lines: move the work to its room'
    : 'split it by its subjects; files stay under 150 lines, none goes over 300';
  return [{ file, line: lines, wrong: `${lines} lines`, fix }];
};

const isWritten = (node: ts.Node): boolean => {
  const target = ts.isPropertyAccessExpression(node.parent) ? node.parent : node;
  return (
    ts.isBinaryExpression(target.parent) &&
    target.parent.left === target &&
    target.parent.operatorToken.kind === ts.SyntaxKind.EqualsToken
  );
};

const isEnv = (node: ts.Node): boolean => {
  if (ts.isPropertyAccessExpression(node)) return node.getText() === 'process.env' && !isWritten(node);
  return (
    ts.isImportDeclaration(node) &&
    /^['"](node:)?process['"]$/.test(node.moduleSpecifier.getText()) &&
    /\benv\b/.test(node.importClause?.getText() ?? '')
  );
};

/** `./x` in an import: Node resolves no extensions, and only runs into it at run time. */
const isBare = (node: ts.Node): boolean => {
  const from =
    ts.isImportDeclaration(node) || ts.isExportDeclaration(node) ? node.moduleSpecifier : undefined;
  const path = from && ts.isStringLiteral(from) ? from.text : '';
  return /^\.{1,2}\//.test(path) && !/\.\w+(\?\w+(&\w+)*)?$/.test(path);
};

/** Tests say what they run against (TEST_DATABASE_URL, CHROMIUM_PATH); what runs has one reader of the environment. */
const readsFreely = (file: string) => file === 'src/config.ts' || file.startsWith('test/');

const inCode = (file: string, text: string): Breach[] => {
  const found: Breach[] = [];
  for (const code of codeOf(file, text)) {
    const source = ts.createSourceFile('x.ts', code.text, ts.ScriptTarget.Latest, true);
    const visit = (node: ts.Node): void => {
      const line = source.getLineAndCharacterOfPosition(node.getStart()).line + 1 + code.before;
      if (node.kind === ts.SyntaxKind.AnyKeyword) {
        found.push({ file, line, wrong: 'any', fix: 'name the type, or take unknown and narrow it' });
      }
      if (isEnv(node) && !readsFreely(file)) {
        const fix =
          'src/config.ts alone reads the environment: give it a default there and pass the value in';
        found.push({ file, line, wrong: 'reads process.env', fix });
      }
      if (isBare(node)) {
        found.push({ file, line, wrong: 'import without extension', fix: "write it: './day.ts'" });
      }
      ts.forEachChild(node, visit);
    };
    visit(source);
  }
  return found;
};

const kebab = /^[a-z0-9]+(-[a-z0-9]+)*$/;
const pascal = /^[A-Z][A-Za-z0-9]*$/;

/** Names are kebab-case; an Astro component or layout is Pascal case; a page may be `[slug]`, `[...slug]` or `404`. */
const misnamed = (file: string): Breach[] => {
  const isPart = /^src\/(components|layouts)\/.*\.astro$/.test(file);
  const isPage = file.startsWith('src/pages/');
  const bare = (part: string) =>
    isPage ? part.replace(/^\[(\.\.\.)?([^\]]+)\]/, '$2').replace(/^_/, '') : part;
  const name = bare(basename(file)).split('.');
  const folders = dirname(file).split('/').map(bare);
  const goodName = isPart ? pascal.test(name[0] ?? '') : name.every(part => kebab.test(part));
  if ((goodName && folders.every(part => kebab.test(part))) || basename(file) === 'README.md') return [];
  const fix = isPart
    ? 'name a component in Pascal case: RiskLevel.astro'
    : 'use kebab-case: opening-hours.ts';
  return [{ file, line: 1, wrong: 'name', fix }];
};

const lockfile = (root: string): Breach[] =>
  readFileSync(join(root, 'package-lock.json'), 'utf8')
    .split('\n')
    .flatMap((text, i) => (text.includes('://') ? [i + 1] : []))
    .slice(0, 1)
    .map(line => ({
      file: 'package-lock.json',
      line,
      wrong: 'has an address',
      fix: 'install with omit-lockfile-registry-resolved=true (.npmrc), and delete the "funding" entries that npm writes',
    }));

/** Every breach of the rules that no other tool checks: length, `any`, the environment, names, the lockfile. */
export const breaches = (root: string): Breach[] => {
  const skip = (path: string) => /^test\/(fixtures|\.tmp)\//.test(path);
  const code = globSync('{src,functions,test}/**/*.{ts,mjs,astro,css}', { cwd: root }).filter(
    path => !skip(path),
  );
  const content = globSync('content/**/*.{md,mdx,yaml}', { cwd: root });
  return [
    ...code.sort().flatMap(file => {
      const text = readFileSync(join(root, file), 'utf8');
      return [...tooLong(file, text), ...(file.endsWith('.css') ? [] : inCode(file, text))];
    }),
    ...[...code, ...content].sort().flatMap(misnamed),
    ...lockfile(root),
  ];
};

if (import.meta.main) {
  const found = breaches(process.cwd());
  for (const { file, line, wrong, fix } of found) console.error(`${file}:${line} ${wrong}: ${fix}`);
  process.exitCode = found.length > 0 ? 1 : 0;
}
