import { posix } from 'node:path';
import ts from 'typescript';

/** One import of a file inside the house: the path from the root that it names, and whether only types cross. */
export type Import = { readonly to: string; readonly typeOnly: boolean };
type Named = { readonly specifier: string; readonly typeOnly: boolean };

const literal = (node: ts.Node | undefined): string[] => {
  if (!node) return [];
  if (ts.isStringLiteralLike(node)) return [node.text];
  return ts.isArrayLiteralExpression(node) ? node.elements.flatMap(literal) : [];
};

/** `import('x')` and Vite's `import.meta.glob('x')`, which brings in code just as well. */
const called = (node: ts.CallExpression): string[] => {
  const isGlob = /^import\.meta\.glob$/.test(node.expression.getText());
  const isImport = node.expression.kind === ts.SyntaxKind.ImportKeyword;
  return isGlob || isImport ? literal(node.arguments[0]) : [];
};

const named = (node: ts.Node): Named[] => {
  if (ts.isImportDeclaration(node)) {
    const typeOnly = node.importClause?.phaseModifier === ts.SyntaxKind.TypeKeyword;
    return literal(node.moduleSpecifier).map(specifier => ({ specifier, typeOnly }));
  }
  if (ts.isExportDeclaration(node)) {
    return literal(node.moduleSpecifier).map(specifier => ({ specifier, typeOnly: node.isTypeOnly }));
  }
  if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) {
    return literal(node.argument.literal).map(specifier => ({ specifier, typeOnly: true }));
  }
  return ts.isCallExpression(node) ? called(node).map(specifier => ({ specifier, typeOnly: false })) : [];
};

/** A stretch of TypeScript in a file, and the line before its first. */
export type Code = { readonly text: string; readonly before: number };

const scripts = /(<script\b[^>]*>)([\s\S]*?)<\/script>/g;
const frontmatter = /^(\s*---\r?\n)([\s\S]*?)\r?\n---/;
const linesOf = (text: string) => text.split('\n').length - 1;

/** The TypeScript of a file: all of a .ts, front matter and scripts of an .astro, import and export statements of an .mdx. */
export const codeOf = (path: string, text: string): Code[] => {
  if (path.endsWith('.mdx')) {
    const prose = text.replace(/^(```|~~~)[\s\S]*?^\1/gm, fence => fence.replace(/[^\n]/g, ''));
    const statements = prose.matchAll(/^(import|export)\s[\s\S]*?(;|\n\s*\n|$(?![\s\S]))/gm);
    return [...statements].map(found => ({ text: found[0], before: linesOf(prose.slice(0, found.index)) }));
  }
  if (!path.endsWith('.astro')) return [{ text, before: 0 }];
  const [head = '', open = '', code = ''] = frontmatter.exec(text) ?? [];
  const markup = text.slice(head.length);
  const inScripts = [...markup.matchAll(scripts)].map(found => ({
    text: found[2] ?? '',
    before: linesOf(head + markup.slice(0, found.index) + found[1]),
  }));
  return [{ text: code, before: linesOf(open) }, ...inScripts];
};

const ofCode = (code: string): Named[] => {
  const found: Named[] = [];
  const visit = (node: ts.Node): void => {
    found.push(...named(node));
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile('x.ts', code, ts.ScriptTarget.Latest, true));
  return found;
};

/** What the parser of TypeScript cannot see in an .astro file: `<script src>` and an import() in an expression of the markup. */
const inMarkup = (text: string): Named[] => {
  const markup = text.replace(frontmatter, '');
  const sources = [...markup.matchAll(/<script\b[^>]*\bsrc=["'](\.[^"']+)["']/g)];
  const calls = [...markup.replace(scripts, '').matchAll(/\bimport\(\s*["']([^"']+)["']\s*\)/g)];
  return [...sources, ...calls].map(match => ({ specifier: match[1] ?? '', typeOnly: false }));
};

const inside = (from: string, specifier: string): string | null => {
  const path = specifier.replace(/[?*].*$/, '');
  if (path.startsWith('#')) return path.slice(1);
  if (path.startsWith('/')) return path.slice(1);
  return path.startsWith('.') ? posix.normalize(posix.join(posix.dirname(from), path)) : null;
};

/** What an .astro or .mdx file (`from`, its path from the root) imports from inside the house; packages are left out. */
export const importsOf = (from: string, text: string): Import[] => {
  const found = codeOf(from, text).flatMap(code => ofCode(code.text));
  return [...found, ...(from.endsWith('.astro') ? inMarkup(text) : [])].flatMap(({ specifier, typeOnly }) => {
    const to = inside(from, specifier);
    return to === null ? [] : [{ to, typeOnly }];
  });
};
