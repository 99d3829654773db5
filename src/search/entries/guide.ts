import type { z } from 'zod';
import type { Entry } from '#src/search/entry.ts';
import type { guide } from '#src/shelves/guide.ts';
import { openingOf, passagesOf } from './markdown.ts';
import { everywhere } from './region.ts';
import type { Written } from './written.ts';

type Guide = z.infer<typeof guide>;

/** A guide: its opening, then every passage with the anchor it has on the page. */
export const guideEntries = ({ slug, data, body }: Written<Guide>): readonly Entry[] => {
  const shared = {
    kind: 'guide' as const,
    page: `/guides/${slug}/`,
    title: data.title,
    facts: [],
    filters: { topic: ['prevention'], region: [everywhere] },
    from: null,
    to: null,
    published: null,
  };
  const opening = {
    ...shared,
    id: slug,
    anchor: '',
    headings: [],
    text: `${data.summary}${openingOf(body)}`,
  };
  const passages = passagesOf(body).map(({ id, heading, text }) => ({
    ...shared,
    id,
    anchor: id,
    headings: heading === '' ? [] : [heading],
    text,
  }));
  return [opening, ...passages];
};
