/**
 * The name of the first key that stands twice in one object of a JSON text, or null. `JSON.parse` keeps the last and drops the
 * other silently; a submission must not lose what somebody sent. The text has already been parsed, so its syntax is sound.
 */
export const duplicateKey = (text: string): string | null => {
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
