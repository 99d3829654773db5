type Content = string | Node;

/** An element with its attributes and contents; text stays text, never markup. */
export const node = <K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Readonly<Record<string, string>> = {},
  ...content: readonly Content[]
): HTMLElementTagNameMap[K] => {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  made.append(...content);
  return made;
};

/** Text with some stretches marked; the marks are in order and apart from each other. */
export const marked = (text: string, marks: readonly (readonly [number, number])[]): readonly Content[] => {
  const parts: Content[] = [];
  let at = 0;
  for (const [from, to] of marks) {
    if (from < at) continue;
    parts.push(text.slice(at, from), node('mark', {}, text.slice(from, to)));
    at = to;
  }
  return [...parts, text.slice(at)];
};

/** Where words stand in a text, in order and apart from each other. */
export const places = (text: string, words: readonly string[]): readonly (readonly [number, number])[] => {
  const lower = text.toLowerCase();
  const found = words.flatMap(word => {
    const at = word === '' ? -1 : lower.indexOf(word.toLowerCase());
    return at < 0 ? [] : [[at, at + word.length] as const];
  });
  return found
    .sort(([a], [b]) => a - b)
    .filter(([from], index, all) => from >= Math.max(0, ...all.slice(0, index).map(([, to]) => to)));
};
