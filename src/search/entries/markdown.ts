/** A stretch of an entry's words under one heading of the second rank; the words before the first heading have none. */
export type Section = { readonly heading: string; readonly anchor: string; readonly text: string };

/** One `<Fact>`: a passage with an address of its own. */
export type Passage = { readonly id: string; readonly heading: string; readonly text: string };

/** Signs written with a backslash are words: they are put aside among the characters for private use while marks go. */
const aside = 0xe000;

/**
 * Words without marks: links keep their words, list signs and tags go, an item ends with a full stop so that two items
 * never read as one sentence.
 */
export const plainText = (markdown: string): string =>
  markdown
    .replace(/\\([!-/:-@[-`{-~])/g, (_, sign: string) => String.fromCharCode(sign.charCodeAt(0) + aside))
    .replace(/!?\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/<[^>]+>/g, '')
    .replace(/^#{1,6}\s+/gm, '')
    .replace(/^\s*(?:[-*+]|\d+\.)\s+/gm, '')
    .replace(/^\s*\|?[-:| ]+\|?\s*$/gm, '')
    .replace(/\s*\|\s*/g, ' ')
    .replace(/(\*\*|__|`)/g, '')
    .replace(/[\ue021-\ue07e]/g, sign => String.fromCharCode(sign.charCodeAt(0) - aside))
    .split('\n')
    .map(line => line.trim())
    .filter(line => line !== '')
    .map(line => (/[。！？；：，、.!?]$/.test(line) ? line : `${line}。`))
    .join('');

/** The anchor that the pages give a heading: small letters, no punctuation, blanks to dashes. A second one of a name gets `-1`. */
export const anchorOf = (heading: string): string =>
  heading
    .trim()
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}\p{Pc}\- ]/gu, '')
    .replaceAll(' ', '-');

const headings = (body: string): { readonly heading: string; readonly words: string }[] => {
  const [before = '', ...rest] = body.split(/^##\s+/m);
  return [
    { heading: '', words: before },
    ...rest.map(part => {
      const [heading = '', ...lines] = part.split('\n');
      return { heading: plainText(heading).replace(/。$/, ''), words: lines.join('\n') };
    }),
  ];
};

/** The words of an entry by heading, in order; empty ones are left out. */
export const sectionsOf = (body: string): readonly Section[] => {
  const seen = new Map<string, number>();
  return headings(body).flatMap(({ heading, words }) => {
    const plain = anchorOf(heading);
    const times = seen.get(plain) ?? 0;
    seen.set(plain, times + 1);
    const text = plainText(words);
    return text === '' ? [] : [{ heading, anchor: times === 0 ? plain : `${plain}-${times}`, text }];
  });
};

/** The `<Fact>`s of a guide or a report, each with the heading that it stands under. */
export const passagesOf = (body: string): readonly Passage[] =>
  headings(body).flatMap(({ heading, words }) =>
    [...words.matchAll(/<Fact\b([^>]*)>([\s\S]*?)<\/Fact>/g)].flatMap(match => {
      const id = /\bid="([^"]*)"/.exec(match[1] ?? '')?.[1];
      return id ? [{ id, heading, text: plainText(match[2] ?? '') }] : [];
    }),
  );

/** The words of an entry that stand in no `<Fact>` and under no heading: what its page begins with. */
export const openingOf = (body: string): string =>
  plainText((body.split(/^##\s+/m)[0] ?? '').replace(/<Fact\b[\s\S]*?<\/Fact>/g, ''));
