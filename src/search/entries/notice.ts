import type { z } from 'zod';
import type { Entry } from '#src/search/entry.ts';
import type { notice } from '#src/shelves/notice.ts';
import { plainText } from './markdown.ts';
import { everywhere } from './region.ts';
import type { Written } from './written.ts';

/** A notice: one passage. */
export const noticeEntries = ({ slug, data, body }: Written<z.infer<typeof notice>>): readonly Entry[] => [
  {
    kind: 'notice',
    id: slug,
    page: `/notices/${slug}/`,
    anchor: '',
    title: data.title,
    headings: [],
    text: plainText(body),
    facts: [],
    filters: { topic: [], region: [everywhere] },
    from: null,
    to: null,
    published: data.published,
  },
];
