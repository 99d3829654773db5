import { createHash } from 'node:crypto';
import { existsSync, globSync, readFileSync, writeFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { type Selector, type SelectorComponent, transform } from 'lightningcss';
import ts from 'typescript';
import { headersFile } from '#src/http/headers.ts';
import { oldest } from '#src/markup/oldest.ts';

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

/** What pages and their scripts name: whatever a selector asks for and nobody names, no element can ever be. */
type Names = { readonly tags: Set<string>; readonly attributes: Set<string>; readonly words: Set<string> };

const opening = /<([a-z][a-z0-9]*)((?:\s+[^\s=>"]+(?:="[^"]*")?)*)\s*\/?>/g;

const nameThoseOfPage = (html: string, { tags, attributes, words }: Names): void => {
  for (const [, tag = '', rest = ''] of html.matchAll(opening)) {
    tags.add(tag);
    for (const [, name = '', value = ''] of rest.matchAll(/([^\s=>"]+)(?:="([^"]*)")?/g)) {
      attributes.add(name);
      if (name === 'class' || name === 'id') for (const word of value.split(/\s+/)) words.add(word);
    }
  }
};

/** A script of a page and all that it imports, at once or later. */
const scriptsOf = (dist: string, path: string, found: Set<string>): void => {
  if (found.has(path) || !existsSync(join(dist, path))) return;
  found.add(path);
  for (const [, inner = ''] of readFileSync(join(dist, path), 'utf8').matchAll(
    /["'`](\.{1,2}\/[\w./-]+\.js)["'`]/g,
  ))
    scriptsOf(dist, posix.join(posix.dirname(path), inner), found);
};

/** Elements and classes stand in a script's strings; an attribute may be a property there, such as `dataset.state`. */
const nameThoseOfScript = (script: string, { attributes, words }: Names): void => {
  const take = (node: ts.Node): void => {
    if (ts.isStringLiteralLike(node) || ts.isTemplateHead(node) || ts.isTemplateMiddleOrTemplateTail(node))
      for (const [word] of node.text.matchAll(/[\w-]+/g)) words.add(word);
    else if (ts.isIdentifier(node)) attributes.add(node.text);
    ts.forEachChild(node, take);
  };
  take(ts.createSourceFile('page.js', script, ts.ScriptTarget.Latest));
};

const namesOf = (dist: string, pages: readonly string[]): Names => {
  // Readers open, tick and switch off by themselves what a page has.
  const names: Names = { tags: new Set(), attributes: new Set(['open', 'disabled']), words: new Set() };
  const scripts = new Set<string>();
  for (const html of pages) {
    nameThoseOfPage(html, names);
    for (const [, path = ''] of html.matchAll(/<script[^>]* src="([^"]+)"/g)) scriptsOf(dist, path, scripts);
  }
  for (const path of scripts) nameThoseOfScript(readFileSync(join(dist, path), 'utf8'), names);
  return names;
};

const camel = (name: string): string =>
  name.replace(/^data-/, '').replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());

/** Whether one of the elements that the names allow could be meant; in doubt it could. */
const isMeant = (selector: Selector, names: Names): boolean => {
  // A script that puts a name together from parts ends the first with its dash: receipt-${kind}.
  const named = (name: string): boolean =>
    names.words.has(name) ||
    [...name.matchAll(/-/g)].some(dash => names.words.has(name.slice(0, dash.index + 1)));
  const part = (component: SelectorComponent): boolean => {
    if (component.type === 'class' || component.type === 'id') return named(component.name);
    if (component.type === 'type') return names.tags.has(component.name) || names.words.has(component.name);
    if (component.type === 'attribute')
      return (
        names.attributes.has(component.name) ||
        names.attributes.has(camel(component.name)) ||
        named(component.name)
      );
    if (component.type === 'pseudo-class' && (component.kind === 'is' || component.kind === 'where'))
      return component.selectors.some(inner => isMeant(inner, names));
    return true;
  };
  return selector.every(part);
};

/** The rules of a style sheet that could ever hold on pages with these names, in their order, as small as they can be written. */
const partOf = (sheet: Uint8Array, names: Names): string =>
  transform({
    filename: 'site.css',
    code: sheet,
    minify: true,
    // A version as lightningcss writes it: the major in the third byte.
    targets: { chrome: oldest.chrome << 16, safari: oldest.safari << 16 },
    visitor: {
      Rule: {
        style: rule => (rule.value.selectors.some(selector => isMeant(selector, names)) ? undefined : []),
      },
    },
  }).code.toString();

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
