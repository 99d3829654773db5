/** A tag of a page with its attributes and all text inside it. */
export type Tag = {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly text: string;
  readonly parents: readonly Tag[];
};

const empty = new Set(['input', 'br', 'img', 'meta', 'link', 'hr']);
const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" };

const decode = (text: string): string =>
  text.replace(/&(\w+|#\d+);/g, (whole, name: string) => entities[name] ?? whole);

const piece = /<(\/?)([a-z][a-z0-9]*)((?:\s+[a-z-]+(?:="[^"]*")?)*)>|([^<>]+)/gy;

type Open = { name: string; attributes: Record<string, string>; text: string; parents: Tag[] };

const attributesOf = (written: string): Record<string, string> => {
  const attributes: Record<string, string> = {};
  for (const [, name = '', value = ''] of written.matchAll(/([a-z-]+)(?:="([^"]*)")?/g)) {
    if (Object.hasOwn(attributes, name)) throw new Error(`${name} twice`);
    attributes[name] = decode(value);
  }
  return attributes;
};

/**
 * The tags of a page in their order. Stricter than a browser: throws at an angle bracket or quote that is not part of a tag, at a
 * tag left open, at an attribute written twice; so that whatever was typed cannot have become markup.
 */
export const tagsOf = (page: { toString(): string }): readonly Tag[] => {
  const source = page.toString();
  const tags: Open[] = [];
  const open: Open[] = [];
  piece.lastIndex = 0;
  while (piece.lastIndex < source.length) {
    const at = piece.lastIndex;
    const match = piece.exec(source);
    if (!match) throw new Error(`no markup: ${source.slice(at, at + 60)}`);
    const [, close, name = '', written = '', text] = match;
    if (text !== undefined) for (const tag of open) tag.text += decode(text);
    else if (close) {
      if (open.pop()?.name !== name) throw new Error(`</${name}> closes another tag at ${at}`);
    } else {
      const tag = { name, attributes: attributesOf(written), text: '', parents: [...open] };
      tags.push(tag);
      if (!empty.has(name)) open.push(tag);
    }
  }
  if (open.length > 0) throw new Error(`${open.map(tag => tag.name)} left open`);
  return tags;
};
