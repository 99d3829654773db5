import { type Selector, type SelectorComponent, transform } from 'lightningcss';
import ts from 'typescript';
import { oldest } from './oldest.ts';

/** What pages and their scripts name: whatever a selector asks for and nobody names, no element can ever be. */
export type Names = {
  readonly tags: Set<string>;
  readonly attributes: Set<string>;
  readonly words: Set<string>;
};

const opening = /<([a-z][a-z0-9]*)((?:\s+[^\s=>"]+(?:="[^"]*")?)*)\s*\/?>/g;

/** Adds what a page names. */
export const nameThoseOfPage = (html: string, { tags, attributes, words }: Names): void => {
  for (const [, tag = '', rest = ''] of html.matchAll(opening)) {
    tags.add(tag);
    for (const [, name = '', value = ''] of rest.matchAll(/([^\s=>"]+)(?:="([^"]*)")?/g)) {
      attributes.add(name);
      if (name === 'class' || name === 'id') for (const word of value.split(/\s+/)) words.add(word);
    }
  }
};

/** Adds what a script names. Elements and classes stand in its strings; an attribute may be a property there, such as `dataset.state`. */
export const nameThoseOfScript = (script: string, { attributes, words }: Names): void => {
  const take = (node: ts.Node): void => {
    if (ts.isStringLiteralLike(node) || ts.isTemplateHead(node) || ts.isTemplateMiddleOrTemplateTail(node))
      for (const [word] of node.text.matchAll(/[\w-]+/g)) words.add(word);
    else if (ts.isIdentifier(node)) attributes.add(node.text);
    ts.forEachChild(node, take);
  };
  take(ts.createSourceFile('page.js', script, ts.ScriptTarget.Latest));
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
export const partOf = (sheet: Uint8Array, names: Names): string =>
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
