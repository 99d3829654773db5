import type { SearchIndex } from '#src/search/query.ts';

let opened: Promise<SearchIndex> | null = null;

/** The element that says where the index stands and which day the site speaks of: the question box, or `SearchIndex.astro`. */
const mark = (): HTMLElement | null => document.querySelector('[data-index]');

/** The day that the site speaks of; '' where the page does not say. */
export const siteDay = (): string => mark()?.dataset.day ?? '';

const fetchBytes = async (path: string): Promise<Uint8Array> => {
  const response = await fetch(`${mark()?.dataset.index ?? ''}${path}`);
  if (!response.ok) throw new Error(`${path}: ${response.status}`);
  return new Uint8Array(await response.arrayBuffer());
};

/** What reads the index is a file of its own: loaded with the first question, and the same on pages in traditional characters. */
const open = async (): Promise<SearchIndex> => (await import('#src/search/query.ts')).openIndex(fetchBytes);

/** The search index, opened once a page and only when first needed; after a failure the next call tries again. */
export const searchIndex = (): Promise<SearchIndex> => {
  opened ??= open().catch((error: unknown) => {
    opened = null;
    throw error;
  });
  return opened;
};
