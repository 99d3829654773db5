type Node = Map<string, Node | string>;

/** Deep enough for every form; a name with more dots is one unknown field. */
const deepest = 4;

const place = (root: Node, path: readonly string[], value: string): void => {
  let at = root;
  for (const name of path.slice(0, -1)) {
    const inner = at.get(name);
    const next: Node = inner instanceof Map ? inner : new Map();
    if (next !== inner) at.set(name, next);
    at = next;
  }
  at.set(path.at(-1) ?? '', value);
};

const isIndex = (name: string): boolean => /^(0|[1-9]\d{0,4})$/.test(name);

/** Maps to plain objects whose keys are all their own; numbered children become a list in their order. */
const toValue = (node: Node | string): unknown => {
  if (typeof node === 'string') return node;
  const names = [...node.keys()];
  if (names.length > 0 && names.every(isIndex)) {
    return names.sort((a, b) => Number(a) - Number(b)).map(name => toValue(node.get(name) ?? ''));
  }
  const object: Record<string, unknown> = Object.create(null);
  for (const [name, child] of node) object[name] = toValue(child);
  return object;
};

/** Posted names to a tree: `enterprise.name`, `items.0.quantity`. No name can reach a prototype. */
export const nest = (pairs: ReadonlyMap<string, string>): unknown => {
  const root: Node = new Map();
  for (const [name, value] of pairs) {
    const path = name.split('.');
    place(root, path.length > deepest ? [name] : path, value);
  }
  const value = toValue(root);
  return Array.isArray(value) ? { ...value } : value;
};
