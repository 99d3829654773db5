import type { Entry } from './entry.ts';

/** A passage as it is shown. */
export type Passage = Pick<Entry, 'id' | 'anchor' | 'page' | 'title' | 'headings' | 'text'>;

/** A file of facts and their passages: what neighbours share is written once. */
type Sheet = {
  readonly pages: readonly (readonly [page: string, title: string])[];
  readonly headings: readonly (readonly string[])[];
  readonly facts: readonly (readonly [
    page: number,
    id: string,
    passages: readonly (readonly [headings: number, anchor: string, text: string])[],
  ])[];
};

/** A file holds passages up to about this many characters: ten hits from ten places must stay cheap. */
const roomy = 900;

/** Where each file begins: the number of its first fact. `lengths` are those of the facts' texts. */
export const sheetStarts = (lengths: readonly number[]): readonly number[] => {
  const starts: number[] = [];
  let held = Number.POSITIVE_INFINITY;
  lengths.forEach((length, i) => {
    if (held + length > roomy) {
      starts.push(i);
      held = 0;
    }
    held += length + 30;
  });
  return starts;
};

export const sheetPath = (number: number): string => `passages/${number}.json`;

export const writeSheet = (facts: readonly (readonly Passage[])[]): Uint8Array => {
  const pages: [string, string][] = [];
  const headings: (readonly string[])[] = [];
  const rows = facts.map(passages => {
    const { page = '', title = '', id = '' } = passages[0] ?? {};
    if (pages.at(-1)?.[0] !== page || pages.at(-1)?.[1] !== title) pages.push([page, title]);
    const parts = passages.map(part => {
      if (JSON.stringify(headings.at(-1)) !== JSON.stringify(part.headings)) headings.push(part.headings);
      return [headings.length - 1, part.anchor, part.text] as const;
    });
    return [pages.length - 1, id, parts] as const;
  });
  const sheet: Sheet = { pages, headings, facts: rows };
  return new TextEncoder().encode(JSON.stringify(sheet));
};

/** The passages of the `index`th fact of a file. */
export const readSheet = (bytes: Uint8Array): ((index: number) => readonly Passage[]) => {
  // Written by writeSheet of the same build.
  const sheet = JSON.parse(new TextDecoder().decode(bytes)) as Sheet;
  return index => {
    const [at, id = '', parts = []] = sheet.facts[index] ?? [];
    const [page = '', title = ''] = sheet.pages[at ?? -1] ?? [];
    return parts.map(([heads, anchor, text]) => ({
      id,
      anchor,
      page,
      title,
      headings: sheet.headings[heads] ?? [],
      text,
    }));
  };
};
